"""The rule `missing-translation`."""

from collections.abc import Iterator, Sequence

from toc.diagnostics import WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.elements import Label
from toc.model.theory import Theory
from toc.rules.wording.shown_texts import shown_texts

NAMES = {"en": Words("English", "anglais"), "fr": Words("French", "français")}
CARD = 40


@rule(
    "TOC311",
    WARNING,
    sources=[
        "– No published source: partners who share a theory in two languages must both be able to read all of it."
    ],
)
def missing_translation(theory: Theory) -> Iterator[Finding]:
    """
    A text in one language only, in a theory that is in several.

    ## Why it matters
    Whoever reads the theory in the other language meets a foreign sentence in the middle of the picture, and cannot
    agree or disagree with it.
    It is also the sign of a text that was changed or added in one language and forgotten in the other.

    A theory says its languages with `languages en, fr`; a text without a tag is in the first of them.
    Asked for are labels, definitions, reasons, and the theory's issue, context and territory, whatever file they
    stand in.
    References (`source`, `evidence`), notes, units and the reasons of `accept` may stay in one language.

    ## Bad
    ```toc
    theory "Figure" "Lecture"@fr { languages en, fr }
    vision reading "Every child loves to read" "Chaque enfant aime lire"@fr
    outcome stories "Families read a story most evenings"
    stories -> reading { because "Children love what they share" "On aime ce que l'on partage"@fr }
    ```

    ## Good
    ```toc
    theory "Figure" "Lecture"@fr { languages en, fr }
    vision reading "Every child loves to read" "Chaque enfant aime lire"@fr
    outcome stories "Families read a story most evenings" "Les familles lisent une histoire presque chaque soir"@fr
    stories -> reading { because "Children love what they share" "On aime ce que l'on partage"@fr }
    ```
    """
    wanted = theory.languages
    if len(wanted) < 2:
        return
    heads = {head.key.file: head.properties.words("languages") for head in theory.of_kind("theory")}
    for label in shown_texts(theory):
        first = (heads.get(label.origin.file) or wanted)[0]
        missing = _missing(label, wanted, first)
        if missing and any(character.isalpha() for text in label.texts for character in text.value):
            yield Finding(
                label.origin,
                _(
                    "`{text}` is not said in {languages}",
                    text=_opening(label),
                    languages=[_name(tag) for tag in missing],
                ),
                _('write it behind the text, with the tag of its language: `"…"@{tag}`', tag=missing[0]),
            )


def _missing(label: Label, wanted: Sequence[str], first: str) -> list[str]:
    present = {_language(text.language or first) for text in label.texts if text.value.strip()}
    return [tag for tag in wanted if _language(tag) not in present]


def _language(tag: str) -> str:
    return tag.casefold().partition("-")[0]


def _name(tag: str) -> Words | str:
    return NAMES.get(_language(tag), f"`{tag}`")


def _opening(label: Label) -> str:
    text = " ".join(str(label).split())
    if len(text) <= CARD:
        return text
    return text[: CARD + 1].rpartition(" ")[0].rstrip(" ,;:") + " …"
