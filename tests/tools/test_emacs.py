"""The mode for Emacs with Eglot, in a real one without a screen: `make test-tools`."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.tools
HERE = Path(__file__).parent
MODE = HERE.parents[1] / "editors" / "emacs"
MODEL = """\
# Le modèle des parents.
théorie "Une vallée" { enjeu "Un jeune sur quatre part sans diplôme"; contexte "Portrait" }
vision diplôme "Chaque jeune trouve sa voie" { pour parents }
précondition confiance "Les parents se sentent à leur place à l'école" {
  chez parents
  marqueur attendu "Ils viennent"
}
stratégie café "Un café des parents à l'école" { par personne }
café -> confiance fort { parce que "On fait confiance"; preuve pratique "Bilan «"; note "#" }
confiance => diplôme { parce que "Les jeunes restent" }
acteur parents "Parents du quartier" { secteur citoyen; rôle décide }
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what Emacs says of a model that is opened, looked at and mended."""
    if shutil.which("emacs") is None:
        pytest.skip("emacs is not installed: apt-get install emacs-nox elpa-eglot")
    folder = tmp_path_factory.mktemp("emacs")
    (folder / "toc.toml").write_text('[rules]\nselect = ["TOC0", "TOC1"]\n', "utf-8")
    (folder / "model.toc").write_text(MODEL, "utf-8")
    answer = folder / "answer.json"
    command = f"{sys.executable}\n-m\ntoc"
    done = subprocess.run(
        ["emacs", "--batch", "--no-init-file", "--directory", MODE, "--load", HERE / "emacs.el"],
        cwd=folder,
        env={**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8", "TOC_COMMAND": command, "TOC_ANSWER": str(answer)},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    if "Cannot open load file" in done.stderr and '"eglot"' in done.stderr:
        pytest.skip("eglot is not installed: apt-get install elpa-eglot")
    assert answer.is_file(), done.stderr
    told: dict[str, Any] = json.loads(answer.read_text("utf-8"))
    return told


def test_words_are_coloured_by_what_they_are(found: dict[str, Any]) -> None:
    """Kinds, properties, clauses, values, arrows, texts and comments have faces of their own, in French."""
    assert found["mode"] == "toc-mode"
    assert found["faces"] == [
        "font-lock-keyword-face",
        "font-lock-builtin-face",
        "font-lock-builtin-face",
        "font-lock-constant-face",
        "font-lock-keyword-face",
        "font-lock-string-face",
        "font-lock-comment-delimiter-face",
    ]


def test_elements_are_listed_by_name(found: dict[str, Any]) -> None:
    """Imenu lists the elements that have a name; what has none, such as a marker with a variety, is not in it."""
    assert found["names"] == ["diplôme", "confiance", "café", "parents"]


def test_what_is_wrong_is_marked_and_goes_as_it_is_mended(found: dict[str, Any]) -> None:
    """Eglot starts the server; what it remarks is shown, in the language that is set, until it is mended."""
    assert any("`personne`" in remark for remark in found["opened"])
    assert found["mended"] is True


def test_a_name_tells_what_it_is(found: dict[str, Any]) -> None:
    """Eglot's question for what is under the cursor is answered with the element's page."""
    assert "Un café des parents à l'école" in found["hover"]


def test_the_mode_compiles_without_a_warning(tmp_path: Path) -> None:
    """Emacs's own compiler finds nothing to say."""
    if shutil.which("emacs") is None:
        pytest.skip("emacs is not installed: apt-get install emacs-nox")
    for file in MODE.glob("*.el"):
        shutil.copy(file, tmp_path)
    command = ["emacs", "-Q", "--batch", "--directory", ".", "--funcall", "batch-byte-compile"]
    done = subprocess.run(
        [*command, "toc-keywords.el", "toc-mode.el"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
