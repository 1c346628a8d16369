"""The picture beside the text."""

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lsp.desks import MARK, seat
from lsp.talking import PROFILES, talking

from toc.lsp.features.picture import METHOD, picture

MODEL = """théorie "École" { langues fr }
vision diplôme "Chacun obtient un diplôme" { pour jeunes }
chemin lire "Lire" {
  changement lecture "Les jeunes lisent" { de jeunes }
  stratégie bus "Un bus de livres" { par ville }
  bus -> lecture fort
}
lecture => diplôme
acteur jeunes "Les jeunes"
acteur ville "La ville"
"""


def drawn(text: str, **asked: Any) -> dict[str, Any]:
    """Return the picture of a model."""
    answer: dict[str, Any] = picture.answer(seat(text).desk, SimpleNamespace(**asked))
    return answer


def test_each_card_and_line_is_found_in_the_text() -> None:
    """Each lane, card and line of the picture says which lines of which file it was written in."""
    made = drawn(MODEL)

    lines = {place["id"]: (place["range"].start.line, place["range"].end.line) for place in made["places"]}
    assert lines == {
        "lane-1": (2, 2),
        "card-diplôme": (1, 1),
        "card-lecture": (3, 3),
        "card-bus": (4, 4),
        "link-lecture--diplôme": (7, 7),
        "link-bus--lecture": (5, 5),
    }
    assert all(f'id="{name}"' in made["svg"] for name in lines)
    assert {place["uri"] for place in made["places"]} == {"file:///theory/model.toc"}


def test_a_card_of_another_file_leads_there() -> None:
    """What another file declares is found in that file."""
    made: dict[str, Any] = picture.answer(
        seat({"model.toc": f'utilise "acteurs.toc" comme q\nvision v "V" {{ pour q.jeunes }}{MARK}',
              "acteurs.toc": 'stratégie s "S" { par jeunes }\nacteur jeunes "J"\n'}).desk,
        SimpleNamespace(view="acteurs"),
    )  # fmt: skip

    assert {(place["id"], place["uri"]) for place in made["places"]} >= {("card-jeunes", "file:///theory/acteurs.toc")}


def test_views_are_named_and_shown() -> None:
    """The answer names the views there are, and shows the one asked for; one that is none is not."""
    first = drawn(MODEL)
    assert first["views"] == ["ensemble", "leviers", "acteurs", "plan", "lire", "ville"]
    assert (first["view"], first["title"]) == (None, "École")
    assert drawn(MODEL, view="acteurs")["svg"] != first["svg"]
    assert drawn(MODEL, view="nulle part")["svg"] == first["svg"]


def test_cards_stay_where_they_stood() -> None:
    """With the layout of an earlier answer, a card stays where it stood although others were written before it."""
    before = drawn(MODEL)
    more = MODEL.replace("  stratégie bus", '  stratégie avant "Avant"\n  avant -> lecture\n  stratégie bus')
    spot = next(line for line in before["layout"].splitlines() if line.strip().startswith("bus "))

    assert spot not in drawn(more)["layout"].splitlines()
    assert spot in drawn(more, layout=before["layout"])["layout"].splitlines()


@pytest.mark.parametrize("text", ["", "vision", "a -> b", 'vision v "V" { exige v }', "théorie { { {"])
def test_any_text_has_a_picture(text: str) -> None:
    """What could be read of a text with errors is drawn."""
    assert drawn(text)["svg"].startswith("<svg")


def test_a_server_draws_what_was_not_saved(tmp_path: Path) -> None:
    """The picture is that of the text in the editor."""
    file = tmp_path / "model.toc"
    file.write_text("", "utf-8")

    async def story() -> tuple[str, Any]:
        async with talking(PROFILES[1], tmp_path) as talk:
            uri = talk.open(file, MODEL)
            protocol: Any = talk.client.protocol
            return uri, await protocol.send_request_async(METHOD, {"textDocument": {"uri": uri}})

    uri, made = asyncio.run(story())
    assert "Un bus de livres" in made.svg
    assert {place.uri for place in made.places} == {uri}
