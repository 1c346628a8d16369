"""What the page of a preview says beside its picture, in the language of whoever writes the model."""

from collections.abc import Mapping

from toc.messages import Message, _, show

KEPT = _("The text has errors: this is the last picture without them")
COULD_BE_READ = _("The text has errors: this is what could be read of it")

WORDS: Mapping[str, Message] = {
    "about": _("Show it in the picture"),
    "clean": _("Nothing to report"),
    "close": _("Close"),
    "gone": _("toc has ended or does not answer: this is the picture as it last was"),
    "mended": _("The text has no errors any more"),
    "remarks": _("What toc says about the text"),
    "returned": _("toc answers again"),
    "views": _("Views"),
}


def words(language: str) -> dict[str, str]:
    """Return the words of the page in `language`."""
    return {name: show(message, language) for name, message in WORDS.items()}
