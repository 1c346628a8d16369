"""What a preview shows as its model changes, asked without a browser."""

import asyncio
import json
import os
from pathlib import Path
from typing import Any

import pytest
from preview.running import MODEL

from toc.cli.shell.following import Follower
from toc.cli.shell.reading import Wish
from toc.cli.shell.session import Session
from toc.preview.application import application
from toc.preview.page import preview_page
from toc.preview.preview import Preview
from toc.preview.seen import Seen
from toc.preview.watching import changes
from toc.scene.options import Options

BROKEN = MODEL.replace("café ->", "café outcome ->")
KEPT = "The text has errors: this is the last picture without them"
PARTLY = "The text has errors: this is what could be read of it"


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a model in the current folder."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "model.toc"
    file.write_text(MODEL, "utf-8")
    return file


def follower(path: Path | str = "model.toc", language: str | None = "en") -> Follower:
    """Return what looks at `path`."""
    return Follower(str(path), Wish(), Session(language))


def preview(path: Path | str = "model.toc", options: Options | None = None, language: str | None = "en") -> Preview:
    """Return a preview of `path` that is told when to look."""
    found = follower(path, language)
    seen = found.first()
    assert seen is not None
    return Preview(seen, found.look, options or Options())


def told(shown: Preview, view: str | None = None, known: str = "") -> dict[str, Any]:
    """Return what a page is told after a look, which knows the picture of the name `known`."""

    async def tell() -> str:
        await shown.refresh()
        return (await shown.moment(view)).told(known)

    message = json.loads(asyncio.run(tell()))
    assert isinstance(message, dict)
    return message


def cards(message: dict[str, Any]) -> list[str]:
    """Return the cards of the picture in a message."""
    return sorted(card["id"] for card in message["data"]["cards"])


def test_a_change_is_shown(model: Path) -> None:
    """The picture is that of the text as it was saved last."""
    shown = preview()
    before = told(shown)
    model.write_text(MODEL.replace("A café", "A kitchen"), "utf-8")
    after = told(shown, known=before["name"])

    assert "kitchen" not in before["svg"]
    assert "kitchen" in after["svg"]
    assert after["notices"] == []


def test_an_unchanged_picture_is_not_sent_again(model: Path) -> None:
    """Whoever has the picture is told of what is said beside it alone."""
    shown = preview()
    before = told(shown)
    model.write_text(f"# A remark\n{MODEL}", "utf-8")
    after = told(shown, known=before["name"])

    assert ("svg" in after, after["name"]) == (False, before["name"])
    assert [each["place"] for each in after["remarks"]["items"]] != [
        each["place"] for each in before["remarks"]["items"]
    ]


def test_a_broken_text_keeps_the_last_picture(model: Path) -> None:
    """What cannot be read leaves the last picture, and its errors are told."""
    shown = preview()
    before = told(shown)
    model.write_text(BROKEN, "utf-8")
    broken = told(shown, known=before["name"])
    model.write_text(MODEL, "utf-8")
    mended = told(shown, known=before["name"])

    assert ("svg" in broken, broken["notices"], broken["sound"]) == (False, [KEPT], False)
    assert broken["remarks"]["errors"] > 0
    assert ("svg" in mended, mended["notices"], mended["sound"]) == (False, [], True)


def test_what_was_never_sound_is_shown_as_far_as_it_goes(model: Path) -> None:
    """A model that begins with errors is drawn as far as it could be read, again at each change."""
    model.write_text(BROKEN, "utf-8")
    shown = preview()
    first = told(shown)
    model.write_text(BROKEN + 'outcome meals "No pupil is hungry" { of pupils }\n', "utf-8")
    second = told(shown)

    assert (first["notices"], second["notices"]) == ([PARTLY], [PARTLY])
    assert cards(second) == sorted([*cards(first), "card-meals"])


def test_errors_of_meaning_are_drawn(model: Path) -> None:
    """A model that was understood is drawn, whatever the rules say about it."""
    shown = preview()
    model.write_text(MODEL + 'outcome lost "Nobody is reached by this" { of pupils }\n', "utf-8")
    message = told(shown)

    assert (message["sound"], message["notices"], message["remarks"]["errors"]) == (True, [], 1)
    assert "card-lost" in cards(message)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", "é".encode("latin-1"), b""])
def test_a_file_that_cannot_be_read(model: Path, content: bytes | None) -> None:
    """A file that is gone, or is no text, or is empty, ends nothing; it is followed when it is back."""
    shown = preview()
    before = told(shown)
    if content is None:
        model.unlink()
    else:
        model.write_bytes(content)
    meanwhile = told(shown)
    model.write_text(MODEL, "utf-8")

    assert cards(meanwhile) == ([] if content == b"" else cards(before))
    assert told(shown)["notices"] == []


def test_several_models_are_trouble(model: Path) -> None:
    """A second model in the folder that is followed is told of, and the picture stays."""
    shown = preview(model.parent)
    before = told(shown)
    other = model.with_name("other.toc")
    other.write_text(MODEL, "utf-8")
    meanwhile = told(shown)
    other.unlink()

    assert "several models" in meanwhile["notices"][0]
    assert (cards(meanwhile), told(shown)["notices"]) == (cards(before), [])


def test_the_configuration_is_followed(model: Path) -> None:
    """What toc.toml says counts as soon as it is there; a look that cannot be had is told of."""
    shown = preview()
    before = told(shown)
    settings = model.with_name("toc.toml")
    settings.write_text('[theme]\nname = "dark"\n', "utf-8")
    dark = told(shown)
    settings.write_text('[theme]\nlogo = "no.png"\n', "utf-8")
    wrong = told(shown)

    assert dark["frame"] != before["frame"]
    assert "`no.png` cannot be read" in wrong["notices"][0]
    assert wrong["frame"] == dark["frame"]


def test_a_fault_ends_nothing(model: Path) -> None:
    """What goes wrong while looking is told in the page, which keeps its picture."""
    shown = preview()
    before = told(shown)

    def fail() -> Seen:
        raise ValueError("what nobody thought of")

    shown.look = fail
    message = told(shown)

    assert message["notices"] == ["This is a fault in toc, not in your file: ValueError: what nobody thought of"]
    assert cards(message) == cards(before)


def test_views_by_name_and_title(model: Path) -> None:
    """All views are offered; one that is not there any more gives way to the usual one, and that is said."""
    shown = preview()
    usual, actors, gone = told(shown), told(shown, "actors"), told(shown, "wall")

    assert (usual["view"], usual["views"][:2]) == (
        "overview",
        [["overview", "Overview"], ["leverage", "Where the leverage is"]],
    )
    assert (actors["view"], cards(actors)) == ("actors", ["card-pupils"])
    assert (gone["view"], gone["notices"]) == ("overview", ["There is no view `wall` any more"])


def test_remarks_name_what_they_are_about(model: Path) -> None:
    """A remark says where, by which rule, how much it weighs and what to do; it leads to its card or link."""
    items = told(preview())["remarks"]["items"]
    evidence = next(each for each in items if each["rule"] == "no-evidence")

    assert (evidence["place"], evidence["code"]) == ("model.toc:6:1", "TOC402")
    assert evidence["about"].startswith("link-")
    assert evidence["hint"].startswith("say what it rests on")
    assert next(each["about"] for each in items if each["place"].startswith("model.toc:3:")) == "card-trust"
    assert next(each["about"] for each in items if each["rule"] == "no-context") == ""


def test_remarks_in_the_language_of_the_reader(model: Path) -> None:
    """Remarks, and what is said over the picture, are in the language asked for; the picture is in its own."""
    shown = preview(language="fr")
    model.write_text(BROKEN, "utf-8")
    message = told(shown)

    assert message["notices"] == ["Le texte a des erreurs\u00a0: voici la dernière image sans erreur"]
    assert message["remarks"]["counted"].split(",")[0].endswith(("erreur", "erreurs"))
    assert message["data"]["language"] == "en"


def test_many_remarks_are_cut(model: Path) -> None:
    """Of very many remarks the weightiest are shown, and the rest is counted."""
    model.write_text(MODEL + "".join(f'outcome c{n} "Change {n}"\n' for n in range(400)), "utf-8")
    remarks = told(preview())["remarks"]

    assert len(remarks["items"]) == 200
    assert remarks["more"] == f"and {remarks['count'] - 200} more"


def test_the_page_holds_labels_as_text(model: Path) -> None:
    """Nothing that somebody wrote ends the page's script or data."""
    model.write_text(MODEL.replace("A café", "</script><script>alert(1)</script>"), "utf-8")
    shown = preview()
    page = preview_page(asyncio.run(shown.moment(None)))

    assert "<script>alert" not in page
    assert page.count("</script>") == 3


@pytest.mark.parametrize("private", [True, False])
def test_what_is_private_is_left_out(model: Path, private: bool) -> None:
    """With the option for it, the picture does not show what is private."""
    model.write_text(MODEL + 'outcome secret "A secret change" { of pupils; private }\n', "utf-8")

    assert ("card-secret" in cards(told(preview(options=Options(public=private))))) != private


def test_what_is_watched(model: Path) -> None:
    """The model, what it uses, what it would use, the configuration and the layout memory are watched."""
    folder = model.parent
    (folder / "part.toc").write_text('actor other "Others"\n', "utf-8")
    model.write_text(f'use "part.toc"\nuse "missing/there.toc"\n{MODEL}', "utf-8")
    seen = follower().look()

    assert {file.relative_to(folder).as_posix() for file in seen.watched.files} == {
        *("model.toc", "part.toc", "missing/there.toc"),
        *("toc.toml", "pyproject.toml", "toc.layout"),
    }
    assert follower(folder).look().watched.whole == {folder}


def test_every_way_of_saving_is_noticed(model: Path) -> None:
    """Written in place, put in its place, removed, or moved back: each is noticed."""
    seen = follower().look()

    def in_place() -> None:
        model.write_text(MODEL + "# more\n", "utf-8")

    def put() -> None:
        beside = model.with_name(".model.toc.swp")
        beside.write_text(MODEL, "utf-8")
        beside.replace(model)

    def away() -> None:
        model.rename(model.with_name("gone"))

    def back() -> None:
        model.with_name("gone").rename(model)

    async def noticed() -> int:
        count = 0
        following = changes(lambda: seen.watched)
        for act in (in_place, put, away, back):
            task = asyncio.ensure_future(anext(following))
            await asyncio.sleep(0.3)
            act()
            await asyncio.wait_for(task, 10)
            count += 1
        await following.aclose()
        return count

    assert asyncio.run(noticed()) == 4


def test_the_application_follows_as_long_as_it_runs(model: Path) -> None:
    """Whoever is on the line is told of a change without asking, and of another view when asking for it."""
    from starlette.testclient import TestClient

    with (
        TestClient(application(preview(), 8137), base_url="http://127.0.0.1:8137") as client,
        client.websocket_connect("/live", headers={"Host": "127.0.0.1:8137"}) as line,
    ):
        assert cards(line.receive_json()) == ["card-café", "card-school", "card-trust"]
        line.send_text("actors")
        assert cards(line.receive_json()) == ["card-pupils"]
        os.utime(model)
        model.write_text(MODEL.replace("Pupils and parents", "Neighbours"), "utf-8")
        messages = [line.receive_json()]
        while "svg" not in messages[-1]:
            messages.append(line.receive_json())

        assert "Neighbours" in messages[-1]["svg"]
        assert client.get("/picture.svg").text.startswith("<svg")
        assert client.get("/picture.svg").headers["content-type"] == "image/svg+xml"
