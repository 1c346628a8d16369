"""The page of `toc preview`, followed in a real browser while its model is written, broken, mended and removed."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.reader import Reader
from preview.running import MODEL, Running, running

BROKEN = MODEL + "precondition {\n"
SAVES = 100
NOTHING: list[str] = []


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """Return a model in a folder of its own."""
    file = tmp_path / "model" / "model.toc"
    file.parent.mkdir()
    save(file, MODEL)
    return file


def save(file: Path, text: str) -> None:
    """Save as editors do: beside the file, then in its place."""
    beside = file.with_name(".saving")
    beside.write_text(text, "utf-8")
    beside.replace(file)


class Following:
    """A reader of a preview."""

    def __init__(self, reader: Reader, preview: Running) -> None:
        self.reader = reader
        self.preview = preview

    def open(self, more: str = "") -> None:
        """Open the page, and wait until it follows."""
        self.reader.driver.get(self.preview.address + more)
        self.followed()

    def followed(self) -> None:
        """Wait until the page has its line to the server."""
        self.reader.until(lambda: self.reader.run("return document.readyState"), "complete")
        self.reader.until(lambda: self.reader.is_shown("#live-toggle"), wanted=True)

    def leave(self) -> None:
        """Leave the page; nobody but its server was asked for anything."""
        asked = self.reader.asked_for()
        self.reader.read("<!doctype html>")
        assert {url for url in asked if url.split("/")[2] != f"127.0.0.1:{self.preview.port}"} == set()

    def cards(self) -> list[str]:
        """Return the names of the cards."""
        return sorted(self.reader.all(".card:not(.gate)"))

    def says(self, card: str) -> str:
        """Return what stands on a card."""
        return " ".join(self.reader.all(f"#{card} text", "textContent"))

    def notices(self) -> list[str]:
        """Return what is said over the picture."""
        return self.reader.all("#live-notices p", "textContent")

    def remarks(self) -> list[str]:
        """Return the rules of the remarks that are shown, and where they stand."""
        return self.reader.all(".live-place", "textContent")


@pytest.fixture
def following(reader: Reader, model: Path) -> Iterator[Following]:
    """Return a reader of the preview of `model`, who asks nobody else for anything."""
    with running(model) as preview:
        found = Following(reader, preview)
        found.open()
        yield found
        reader.forget()
        reader.run("sessionStorage.clear()")
        found.leave()
        assert preview.end() == 130


def test_the_page_follows_what_is_saved(following: Following, model: Path) -> None:
    """A saved change is shown without anybody doing anything in the page."""
    save(model, MODEL.replace("A café for parents", "A kitchen for parents"))

    following.reader.until(lambda: "kitchen" in following.says("card-café"), wanted=True)


def test_a_hundred_quick_saves(following: Following, model: Path) -> None:
    """After many saves, broken ones among them, the page shows the last one and has lost nothing."""
    following.reader.click("card-trust")
    for number in range(SAVES):
        text = MODEL.replace("A café", f"{number} cafés") + ("outcome {\n" if number % 3 == 1 else "")
        if number % 2:
            save(model, text)
        else:
            model.write_text(text, "utf-8")
    save(model, MODEL.replace("A café", f"{SAVES} cafés"))

    following.reader.until(lambda: f"{SAVES} cafés" in following.says("card-café"), wanted=True)
    following.reader.until(following.notices, NOTHING)
    assert following.reader.fragment() == "#card-trust"


def test_what_was_chosen_comes_back_with_its_card(following: Following, model: Path) -> None:
    """A card that is gone for one save, as in a file seen half written, is chosen again when it is back."""
    reader = following.reader
    reader.click("card-trust")
    reader.until(reader.fragment, "#card-trust")
    save(model, "\n".join(line for line in MODEL.splitlines() if "trust" not in line))
    reader.until(reader.fragment, "")

    save(model, MODEL)

    reader.until(reader.fragment, "#card-trust")


def test_errors_keep_the_last_picture(following: Following, model: Path) -> None:
    """While the text is broken the last good picture stays, and the page says so; once mended, it goes on."""
    before = following.cards()
    save(model, BROKEN)
    following.reader.until(following.notices, ["The text has errors: this is the last picture without them"])

    assert following.cards() == before
    assert any(place.startswith("model.toc:8:") and "(TOC001)" in place for place in following.remarks())
    assert following.reader.text("#live-toggle").startswith("2 errors")

    save(model, MODEL + 'outcome meals "No pupil is hungry" { of pupils }\n')
    following.reader.until(following.notices, NOTHING)
    assert following.cards() == sorted([*before, "card-meals"])


def test_the_file_goes_and_comes_back(following: Following, model: Path) -> None:
    """A deleted file leaves its picture, and is followed again as soon as there is one of its name."""
    before = following.cards()
    model.unlink()
    following.reader.until(lambda: len(following.notices()), 1)
    assert following.cards() == before

    save(model, MODEL)
    following.reader.until(following.notices, NOTHING)


def test_place_choice_and_filters_stay(following: Following, model: Path) -> None:
    """A new picture keeps the zoom, the card chosen, the search and the filter; so does a reload of the page."""
    reader = following.reader
    reader.click("card-trust")
    reader.choose("ui-kind", "precondition")
    fitted = reader.place()[2]
    reader.wheel((600, 400), -400)
    reader.until(lambda: reader.place()[2] > fitted * 1.1, wanted=True)
    before = reader.place()
    save(model, MODEL.replace("A café for parents", "A kitchen for parents"))
    reader.until(lambda: "kitchen" in following.says("card-café"), wanted=True)

    assert reader.fragment() == "#card-trust&kind=precondition"
    assert reader.place() == pytest.approx(before, abs=1)

    reader.reload()
    following.followed()
    assert reader.place() == pytest.approx(before, abs=1)
    assert reader.run("return document.getElementById('ui-kind').value") == "precondition"
    assert reader.is_shown("#ui-panel")


def test_a_remark_leads_to_its_element(following: Following) -> None:
    """A click on a remark chooses the card or link it is about; what is about nothing in the picture is no button."""
    reader = following.reader
    reader.until(lambda: reader.is_shown("#live-dock"), wanted=True)
    about = dict(zip(following.remarks(), reader.all(".live-remark", "tagName"), strict=True))
    place = next(place for place, tag in about.items() if tag == "BUTTON" and ":3:" in place)
    reader.run(
        "[...document.querySelectorAll('button.live-remark')].find((n) => n.innerText.includes(arguments[0])).click()",
        place,
    )

    assert reader.fragment() == "#card-trust"
    assert "DIV" in about.values()


def test_the_presentation_stays_at_its_step(following: Following, model: Path) -> None:
    """Whoever presents stays at the step shown, and is not shown remarks."""
    reader = following.reader
    reader.press("p")
    reader.until(lambda: reader.is_shown("#ui-steps"), wanted=True)
    reader.press(" ")
    reader.until(lambda: "step=2" in reader.fragment(), wanted=True)
    save(model, MODEL.replace("Parents feel", "All parents feel"))
    reader.until(lambda: "All parents" in following.says("card-trust"), True)

    assert reader.fragment() == "#&step=2"
    assert not reader.is_shown("#live-dock")
    save(model, BROKEN)
    reader.until(lambda: len(following.notices()), 1)
    assert not reader.is_shown("#live-notices")


def test_another_view(following: Following, model: Path) -> None:
    """Another view is shown at once, stays over a reload, and is followed, too."""
    reader = following.reader
    reader.choose("live-view", "actors")
    reader.until(following.cards, ["card-pupils"])
    reader.reload()
    following.followed()
    assert following.cards() == ["card-pupils"]

    save(model, MODEL.replace("Pupils and parents", "Neighbours"))
    reader.until(lambda: "Neighbours" in following.says("card-pupils"), wanted=True)


def test_a_theme_of_the_workspace(following: Following, model: Path) -> None:
    """A configuration that appears beside the model gives the page its colours; what is chosen stays."""
    reader = following.reader
    ground = "return getComputedStyle(document.documentElement).getPropertyValue('--background')"
    reader.click("card-trust")
    before = reader.run(ground)
    (model.parent / "toc.toml").write_text('[theme]\nname = "dark"\n', "utf-8")
    reader.until(lambda: reader.run(ground) != before, wanted=True)
    following.followed()

    assert reader.fragment() == "#card-trust"


def test_labels_are_text(following: Following, model: Path) -> None:
    """No label, file or message becomes markup or runs."""
    hostile = "</script><img src=x onerror=alert(1)><script>alert(2)</script>"
    save(model, MODEL.replace("A café for parents", hostile) + f"{hostile}\n")
    following.reader.until(lambda: len(following.notices()), 1)
    save(model, MODEL.replace("A café for parents", hostile))
    following.reader.until(following.notices, NOTHING)

    assert hostile in following.reader.run("return document.querySelector('#card-café').getAttribute('aria-label')")
    assert following.reader.all("img") == []
    following.reader.reload()
    following.followed()
    assert following.reader.all("img") == []


def test_the_server_goes_and_comes_back(reader: Reader, model: Path) -> None:
    """The page says that nobody answers, keeps its picture, and goes on with a server on the same port."""
    with running(model) as preview:
        following = Following(reader, preview)
        following.open()
        before = following.cards()
        assert preview.end() == 130
        reader.until(lambda: "does not answer" in "".join(following.notices()), wanted=True)
        assert following.cards() == before
    save(model, MODEL + 'outcome meals "No pupil is hungry" { of pupils }\n')
    with running(model, "--port", preview.port) as again:
        reader.until(following.cards, sorted([*before, "card-meals"]))
        assert following.notices() == []
        following.preview = again
        following.leave()
        assert again.end() == 130
    assert {entry for entry in reader.complaints() if "ERR_CONNECTION_REFUSED" not in entry} == set()


@pytest.mark.skipif(os.name != "posix", reason="signals are sent otherwise there")
def test_a_large_model(reader: Reader, tmp_path: Path) -> None:
    """A model of hundreds of cards is shown, and the page can be used while it is drawn."""
    file = tmp_path / "large.toc"
    changes = "".join(
        f'precondition c{n} "Change number {n}" {{ of pupils }}\nc{n} -> {f"c{n // 3}" if n > 2 else "school"} strong\n'
        for n in range(300)
    )
    save(file, MODEL + changes)
    with running(file) as preview:
        following = Following(reader, preview)
        following.open()
        assert len(following.cards()) > 300
        following.leave()
        assert preview.end() == 130
