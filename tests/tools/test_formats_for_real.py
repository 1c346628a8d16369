"""Pictures opened with other people's programs: `make test-tools`."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from toc.api import render
from toc.scene.page import PAPERS
from toc.scene.theme import themes

pytestmark = pytest.mark.tools
ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "reussite-educative" / "theorie.toc"
ENGLISH = ROOT / "examples" / "first-job" / "first-job.toc"


def run(*command: str | Path, folder: Path) -> str:
    """Return what a program says; skip where it is not installed."""
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(
        [str(part) for part in command], cwd=folder, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def made(folder: Path, name: str, model: Path = EXAMPLE, **options: str) -> Path:
    """Return the file of a model in the format that its name ends with."""
    content = render(model, name.rpartition(".")[2], **options)  # type: ignore[arg-type]
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def ink(path: Path) -> float:
    """Return the share of a picture that is not as light as its paper."""
    with Image.open(path) as picture:
        counts = picture.convert("L").histogram()
    return sum(counts[:200]) / sum(counts)


@pytest.mark.parametrize("paper", PAPERS)
def test_poppler_finds_the_size_of_the_paper(paper: str, tmp_path: Path) -> None:
    """The page has its real size, a title and tags, as pdfinfo reads them."""
    made(tmp_path, "picture.pdf", paper=paper)
    told = run("pdfinfo", "picture.pdf", folder=tmp_path)
    sides = sorted(float(side) / 72 * 25.4 for side in re.findall(r"Page size:\s+([\d.]+) x ([\d.]+)", told)[0])

    assert sides == pytest.approx(PAPERS[paper], abs=0.3)
    assert re.search(r"Title:\s+Grandir et apprendre dans la vallée de l'Aubrelle", told)
    assert re.search(r"Tagged:\s+yes", told)


def test_poppler_finds_every_font_in_the_file(tmp_path: Path) -> None:
    """Two fonts are in the file, each as far as it is used and with a way back to text, as pdffonts finds them."""
    made(tmp_path, "picture.pdf")
    rows = [line.split() for line in run("pdffonts", "picture.pdf", folder=tmp_path).splitlines()[2:]]

    assert sorted(row[0].partition("+")[2] for row in rows) == ["Inter-Regular", "Inter-SemiBold"]
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_poppler_finds_the_words(tmp_path: Path) -> None:
    """Labels are read across their lines, capitals set apart as words, and scripts that our fonts lack as text."""
    made(tmp_path, "picture.pdf")
    strange = tmp_path / "strange.toc"
    strange.write_text('vision v "Jardin 漢字 العربية partagé" {}\noutcome o "O" {}\no -> v\n', "utf-8")
    made(tmp_path, "strange.pdf", strange)
    text = " ".join(run("pdftotext", "picture.pdf", "-", folder=tmp_path).split())

    assert "Les collégiens viennent en cours, même au printemps" in text
    assert "PRÉCONDITION" in text
    assert "漢字" in run("pdftotext", "strange.pdf", "-", folder=tmp_path)


def test_poppler_reads_the_structure(tmp_path: Path) -> None:
    """The structure is a document of a heading, paragraphs and figures, each with its words."""
    made(tmp_path, "picture.pdf", ENGLISH)
    told = run("pdfinfo", "-struct-text", "picture.pdf", folder=tmp_path)

    assert told.startswith('Document\n  H1 (block)\n    "A first job that lasts "\n')
    assert told.count("Figure") == 16


@pytest.mark.parametrize("theme", themes())
def test_poppler_draws_the_page(theme: str, tmp_path: Path) -> None:
    """The page is drawn without complaint, about as dark as resvg draws the same picture, in every theme."""
    made(tmp_path, "picture.pdf", theme=theme)
    made(tmp_path, "same.png", theme=theme)
    run("pdftoppm", "-r", "96", "-png", "-singlefile", "picture.pdf", "drawn", folder=tmp_path)

    assert ink(tmp_path / "drawn.png") == pytest.approx(ink(tmp_path / "same.png"), rel=0.1)


def test_libreoffice_opens_the_slides(tmp_path: Path) -> None:
    """LibreOffice opens the presentation as one slide of 16 to 9 with every label on it, and draws it."""
    made(tmp_path, "picture.pptx")
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    run("soffice", home, "--headless", "--convert-to", "pdf", "picture.pptx", folder=tmp_path)
    told = run("pdfinfo", "picture.pdf", folder=tmp_path)
    width, height = map(float, re.findall(r"Page size:\s+([\d.]+) x ([\d.]+)", told)[0])
    text = " ".join(run("pdftotext", "picture.pdf", "-", folder=tmp_path).split())
    run("pdftoppm", "-r", "96", "-png", "-singlefile", "picture.pdf", "drawn", folder=tmp_path)

    assert re.search(r"Pages:\s+1\b", told)
    assert width / height == pytest.approx(16 / 9, abs=0.01)
    assert "Les collégiens viennent en cours, même au printemps" in text
    assert 0.02 < ink(tmp_path / "drawn.png") < 0.6
