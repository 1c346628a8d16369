"""Whoever reads a page, in Debian's Chromium: eyes, mouse, fingers and keyboard."""

import base64
import json
import os
import shutil
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

FLAGS = (
    "headless",
    "no-sandbox",
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
    "disable-dev-shm-usage",
)
# A page answers at once; a machine with much to do may not.
PATIENCE = 10.0
Found = TypeVar("Found")
Point = tuple[float, float]


def missing() -> str | None:
    """Return which program is not there that these tests need."""
    wanted = ("chromium", "chromedriver")
    return next((name for name in wanted if shutil.which(name) is None), None)


def start(folder: Path) -> webdriver.Chrome:
    """Return a browser with a profile of its own in `folder`."""
    options = webdriver.ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    for flag in FLAGS:
        options.add_argument(f"--{flag}")
    options.add_argument(f"--user-data-dir={folder}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    service = Service(str(shutil.which("chromedriver")), log_output=os.devnull)
    return webdriver.Chrome(options=options, service=service)


class Reader:
    """A reader of pages: what is seen, and what can be done."""

    def __init__(self, driver: webdriver.Chrome, folder: Path) -> None:
        self.driver = driver
        self.folder = folder
        self.page = folder / "page.html"

    def command(self, name: str, **values: Any) -> Any:
        """Give the browser a command of its own protocol."""
        return self.driver.execute_cdp_cmd(name, values)

    def window(self, width: int = 1280, height: int = 800, *, touch: bool = False) -> None:
        """Open a window of this size, on a screen that can be touched or not."""
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=touch
        )
        self.command("Emulation.setTouchEmulationEnabled", enabled=touch, maxTouchPoints=5 if touch else 1)

    def prefer(self, **wishes: str) -> None:
        """Say what the reader prefers: `color_scheme="dark"`, `reduced_motion="no-preference"`."""
        wanted = {"color_scheme": "light", "reduced_motion": "reduce", **wishes}
        features = [{"name": f"prefers-{name.replace('_', '-')}", "value": value} for name, value in wanted.items()]
        self.command("Emulation.setEmulatedMedia", media="", features=features)

    def read(self, page: str, fragment: str = "") -> None:
        """Open `page` from a file."""
        self.page.write_text(page, "utf-8")
        self.driver.get("about:blank")
        self.driver.get(self.page.as_uri() + (f"#{fragment}" if fragment else ""))
        self.until(lambda: self.run("return document.readyState"), "complete")

    def reload(self) -> None:
        """Read the page again."""
        self.driver.refresh()
        self.until(lambda: self.run("return document.readyState"), "complete")

    def forget(self) -> None:
        """Forget what the page was to remember."""
        self.run("localStorage.clear()")

    def run(self, script: str, *values: Any) -> Any:
        """Run `script` in the page and return what it returns."""
        return self.driver.execute_script(script, *values)

    def until(self, look: Callable[[], Found], wanted: Found) -> None:
        """Wait until `look()` is `wanted`."""
        end = time.monotonic() + PATIENCE
        while (seen := look()) != wanted:
            assert time.monotonic() < end, f"{seen!r} instead of {wanted!r}"
            time.sleep(0.02)

    # What is seen.

    def all(self, selector: str, attribute: str = "id") -> list[str]:
        """Return an attribute of all elements that `selector` finds, in order."""
        return list(
            self.run(
                "return [...document.querySelectorAll(arguments[0])].map(n => n[arguments[1]])", selector, attribute
            )
        )

    def lit(self) -> set[str]:
        """Return the cards that are not dimmed."""
        return set(self.all(".card:not(.gate):not(.ui-dim)"))

    def lit_links(self) -> set[str]:
        """Return the links that are not dimmed."""
        return set(self.all(".link:not(.ui-dim)"))

    def visible(self) -> set[str]:
        """Return the cards that are there at all."""
        return set(self.all(".card:not(.gate):not(.ui-away)"))

    def text(self, selector: str) -> str:
        """Return the text of an element, as it is shown."""
        return str(self.run("return document.querySelector(arguments[0])?.innerText ?? ''", selector)).strip()

    def is_shown(self, selector: str) -> bool:
        """Return whether an element is to be seen."""
        return bool(self.run("return document.querySelector(arguments[0])?.checkVisibility() ?? false", selector))

    def focused(self) -> str:
        """Return the id of what has the focus."""
        return str(self.run("return document.activeElement.id"))

    def fragment(self) -> str:
        """Return what stands behind the # of the address."""
        return str(self.run("return decodeURIComponent(location.hash)"))

    def place(self) -> tuple[float, float, float]:
        """Return where the picture stands, and its scale."""
        matrix = self.run(
            "const m = new DOMMatrix(getComputedStyle(document.querySelector('#ui-stage > svg')).transform);"
            "return [m.e, m.f, m.a]"
        )
        return matrix[0], matrix[1], matrix[2]

    def box(self, name: str) -> tuple[float, float, float, float]:
        """Return where an element stands in the window: left, top, width and height."""
        found = self.run(
            "const b = document.getElementById(arguments[0]).getBoundingClientRect();"
            "return [b.x, b.y, b.width, b.height]",
            name,
        )
        return found[0], found[1], found[2], found[3]

    def middle(self, name: str) -> Point:
        """Return the middle of an element in the window."""
        left, top, width, height = self.box(name)
        return left + width / 2, top + height / 2

    # What is done.

    def mouse(self, kind: str, at: Point, **more: Any) -> None:
        """Let the mouse do something at a place."""
        self.command("Input.dispatchMouseEvent", type=kind, x=at[0], y=at[1], **more)

    def click(self, at: Point | str) -> None:
        """Click at a place, or in the middle of an element."""
        place = self.middle(at) if isinstance(at, str) else at
        self.mouse("mouseMoved", place)
        self.mouse("mousePressed", place, button="left", clickCount=1)
        self.mouse("mouseReleased", place, button="left", clickCount=1)

    def drag(self, start: Point, end: Point) -> None:
        """Drag with the mouse from one place to another."""
        self.mouse("mousePressed", start, button="left", buttons=1, clickCount=1)
        for part in (0.25, 0.5, 0.75, 1.0):
            at = (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
            self.mouse("mouseMoved", at, button="left", buttons=1)
        self.mouse("mouseReleased", end, button="left", clickCount=1)

    def wheel(self, at: Point, by: float, **more: Any) -> None:
        """Turn the wheel."""
        self.mouse("mouseWheel", at, deltaX=0, deltaY=by, **more)

    def touch(self, ways: Iterable[tuple[Point, Point]]) -> None:
        """Move one finger for each of `ways` from its start to its end, all at once."""
        found = list(ways)
        still = all(start == end for start, end in found)
        for step in range(1 if still else 7):
            part = step / 6
            points = [
                {"x": start[0] + (end[0] - start[0]) * part, "y": start[1] + (end[1] - start[1]) * part, "id": number}
                for number, (start, end) in enumerate(found)
            ]
            self.command("Input.dispatchTouchEvent", type="touchMove" if step else "touchStart", touchPoints=points)
        self.command("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def press(self, *keys: str, shift: bool = False) -> None:
        """Press keys, one after the other."""
        chain = ActionChains(self.driver)
        if shift:
            chain.key_down(Keys.SHIFT)
        for key in keys:
            chain.send_keys(key)
        if shift:
            chain.key_up(Keys.SHIFT)
        chain.perform()

    def write(self, name: str, text: str) -> None:
        """Write into a field, in place of what stood there."""
        self.run("const n = document.getElementById(arguments[0]); n.focus(); n.select()", name)
        self.press(*(text or [Keys.DELETE]))

    def choose(self, name: str, value: str) -> None:
        """Choose from a list."""
        self.run(
            "const n = document.getElementById(arguments[0]); n.value = arguments[1];"
            "n.dispatchEvent(new Event('change', {bubbles: true}))",
            name,
            value,
        )

    # What went wrong, and what was asked of others.

    def complaints(self) -> list[str]:
        """Return what the browser complained of since the last time: faults of the script, breaches of the policy."""
        return [entry["message"] for entry in self.log("browser")]

    def log(self, name: str) -> list[Any]:
        """Return what was logged since the last time."""
        return list(self.driver.get_log(name))  # type: ignore[no-untyped-call]

    def asked_for(self) -> set[str]:
        """Return the addresses that were asked for since the last time, without the page itself and its own data."""
        found = set()
        for entry in self.log("performance"):
            message: Mapping[str, Any] = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.add(message["params"]["request"]["url"].partition("#")[0])
            elif message["method"] == "Network.webSocketCreated":
                found.add(message["params"]["url"])
        return {url for url in found if url not in {self.page.as_uri(), "about:blank"} and not url.startswith("data:")}

    def printed(self) -> bytes:
        """Return what comes out of the printer, as PDF."""
        found = self.command("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(found["data"])
