"""The server as editors speak to it: what is wrong is told, once, and as it stands."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import pytest
from lsp.talking import PROFILES, talking
from lsprotocol import types

SOUND = """\
theory "T" {
  review every year from 2027-01-15
}
vision v "Every child reads for pleasure" {
  for children
  requires reading because "Without it, no pleasure"
}
precondition reading "Children read well at eight" {
  of children
}
strategy books "Book bags go home" {
  by school
}
books -> reading strong {
  because "A book at hand is read"
}
actor children "Children" {
  concerned
}
actor school "The school" {
  sector institution
}
"""
MISSPELT = SOUND.replace("books -> reading", "books -> readin")


def checked(folder: Path) -> list[str]:
    """Return the rules that `toc check` names in a folder."""
    found = subprocess.run(
        [sys.executable, "-m", "toc", "check", "--format", "json", str(folder)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return sorted(each["rule"] for each in json.loads(found.stdout)["diagnostics"])


@pytest.mark.parametrize("profile", PROFILES)
def test_what_is_wrong_is_told_and_taken_back(profile: str, tmp_path: Path) -> None:
    """Each client hears of a misspelt name, of what the rules say, and that it is mended; the same as `toc check`."""
    file = tmp_path / "m.toc"
    file.write_text(MISSPELT, "utf-8")

    async def story() -> None:
        async with talking(profile, tmp_path) as talk:
            uri = talk.open(file)
            assert await talk.until(uri, checked(tmp_path)) == checked(tmp_path)
            assert "unknown-name" in talk.rules(uri)
            talk.edit(uri, SOUND)
            file.write_text(SOUND, "utf-8")
            assert await talk.until(uri, checked(tmp_path)) == checked(tmp_path)
            assert "unknown-name" not in talk.rules(uri)

    asyncio.run(story())


def puller(*, refreshes: bool) -> types.ClientCapabilities:
    """Return the capabilities of an editor that asks for diagnostics."""
    return types.ClientCapabilities(
        text_document=types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities()),
        workspace=types.WorkspaceClientCapabilities(
            diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=refreshes)
        ),
    )


def test_a_client_that_asks_is_not_told_twice(tmp_path: Path) -> None:
    """Whoever asks for diagnostics gets them all as an answer, and is never sent any."""
    file = tmp_path / "m.toc"
    file.write_text(MISSPELT, "utf-8")

    async def story() -> None:
        async with talking(puller(refreshes=False), tmp_path) as talk:
            uri = talk.open(file)
            assert await talk.pull(uri) == checked(tmp_path)
            await asyncio.sleep(0.6)
            assert talk.client.diagnostics == {}

    asyncio.run(story())


def test_who_asks_is_asked_to_ask_again(tmp_path: Path) -> None:
    """A client that can be told so asks again once the rules have been run; what has not changed is not sent again."""
    file = tmp_path / "m.toc"
    file.write_text(SOUND, "utf-8")

    async def story() -> None:
        async with talking(puller(refreshes=True), tmp_path) as talk:
            asked_again = asyncio.Event()

            def refresh(_params: None) -> None:
                asked_again.set()

            talk.client.protocol.fm.features[types.WORKSPACE_DIAGNOSTIC_REFRESH] = refresh
            uri = talk.open(file)
            await asyncio.wait_for(asked_again.wait(), 30)
            assert await talk.pull(uri) == checked(tmp_path)
            document = types.TextDocumentIdentifier(uri)
            first = await talk.client.text_document_diagnostic_async(types.DocumentDiagnosticParams(document))
            again = types.DocumentDiagnosticParams(document, previous_result_id=first.result_id)
            second = await talk.client.text_document_diagnostic_async(again)
            assert isinstance(second, types.RelatedUnchangedDocumentDiagnosticReport)

    asyncio.run(story())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_places_count_what_was_agreed(encoding: str, tmp_path: Path) -> None:
    """The server takes the client's encoding, and counts characters in it behind letters of several units."""
    file = tmp_path / "m.toc"
    line = 'vision v "é𝒳" { for nobody }'
    file.write_text(f"{line}\n", "utf-8")
    before = line[: line.index("nobody")]
    units = {"utf-8": len(before.encode()), "utf-16": len(before.encode("utf-16-le")) // 2, "utf-32": len(before)}
    asked = types.ClientCapabilities(general=types.GeneralClientCapabilities(position_encodings=[encoding]))

    async def story() -> None:
        async with talking(asked, tmp_path) as talk:
            assert talk.capabilities.position_encoding == encoding
            uri = talk.open(file)
            await talk.until(uri, checked(tmp_path))
            unknown = next(found for found in talk.client.diagnostics[uri] if found.code == "unknown-name")
            assert unknown.range.start == types.Position(0, units[encoding])

    asyncio.run(story())


def test_messages_come_in_the_editors_language_with_a_page_to_read(tmp_path: Path) -> None:
    """Messages are French for a French editor, and each points to the rule's page, a file that is there."""
    file = tmp_path / "m.toc"
    file.write_text(MISSPELT, "utf-8")

    def written(page: Path) -> str:
        return page.read_text("utf-8")

    async def story() -> None:
        async with talking("neovim@v0.7.0", tmp_path, locale="fr-CA") as talk:
            uri = talk.open(file)
            await talk.until(uri, checked(tmp_path))
            unknown = next(found for found in talk.client.diagnostics[uri] if found.code == "unknown-name")
            assert "rien ne s'appelle `readin`" in unknown.message.replace("’", "'")
            assert unknown.code_description is not None
            assert "Pourquoi" in written(Path(unknown.code_description.href.removeprefix("file://")))

    asyncio.run(story())


def test_another_language_is_spoken_once_it_is_asked_for(tmp_path: Path) -> None:
    """Where the setting of the language is changed, what has been told is told again in the other one."""
    file = tmp_path / "m.toc"
    file.write_text(MISSPELT, "utf-8")

    async def story() -> None:
        async with talking("neovim@v0.7.0", tmp_path, locale="fr") as talk:
            uri = talk.open(file)
            await talk.until(uri, checked(tmp_path))
            settings = types.DidChangeConfigurationParams({"toc": {"language": "en"}})
            talk.client.workspace_did_change_configuration(settings)
            said = ""
            for _turn in range(600):
                said = next(found.message for found in talk.client.diagnostics[uri] if found.code == "unknown-name")
                if said.startswith("nothing is called"):
                    break
                await asyncio.sleep(0.05)
            assert said.startswith("nothing is called `readin`")
            assert talk.rules(uri) == checked(tmp_path)

    asyncio.run(story())


def test_files_that_use_each_other_are_looked_at_together(tmp_path: Path) -> None:
    """An open buffer counts before the disk for the files that use it; a file closed or gone is cleared."""
    (tmp_path / "toc.toml").write_text('main = "main.toc"\n', "utf-8")
    main, actors = tmp_path / "main.toc", tmp_path / "actors.toc"
    head, _line, rest = SOUND.partition("actor children")
    main.write_text(f'use "actors.toc"\n{head}', "utf-8")
    actors.write_text(f"actor children{rest}", "utf-8")

    async def story() -> None:
        async with talking("emacs@v29.1", tmp_path) as talk:
            uri, other = talk.open(main), talk.open(actors)
            assert "unknown-name" not in await talk.until(uri, checked(tmp_path))
            talk.edit(other, "")
            for _turn in range(200):
                if "unknown-name" in talk.rules(uri):
                    break
                await asyncio.sleep(0.05)
            assert "unknown-name" in talk.rules(uri)
            talk.close(other)
            assert await talk.until(uri, checked(tmp_path)) == checked(tmp_path)
            talk.close(uri)
            assert await talk.until(uri, []) == []

    asyncio.run(story())


def test_five_hundred_edits_end_as_a_check_does(tmp_path: Path) -> None:
    """A storm of edits, some of them faults, ends in the diagnostics of `toc check`."""
    file = tmp_path / "m.toc"
    file.write_text(SOUND, "utf-8")
    signs = ['"', "x", "{", "\n", "é", "}", "#", " -> ", ";", "𝒳"]

    async def story() -> None:
        async with talking("visual_studio_code@v1.65.2", tmp_path) as talk:
            uri = talk.open(file)
            text = SOUND
            for turn in range(500):
                at = (turn * 7919) % (len(text) + 1)
                sign = signs[turn % len(signs)]
                before = text[:at]
                line = before.count("\n")
                column = len(before.rpartition("\n")[2].encode("utf-16-le")) // 2
                place = types.Position(line, column)
                talk.edit(uri, sign, types.Range(place, place))
                text = before + sign + text[at:]
            file.write_text(text, "utf-8")
            wanted = checked(tmp_path)
            assert await talk.until(uri, wanted) == wanted
            talk.edit(uri, SOUND)
            file.write_text(SOUND, "utf-8")
            wanted = checked(tmp_path)
            assert await talk.until(uri, wanted) == wanted

    asyncio.run(story())
