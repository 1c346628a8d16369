"""What to tell a writer of a sign that has no meaning where it stands."""

from collections.abc import Mapping

from toc.diagnostics import Edit, Finding, Fix, Origin
from toc.messages import Message, _
from toc.syntax.problems import syntax_error

# What is written for an arrow, and the arrow; none for one that points back, which its ends would have to follow.
SIGNS: Mapping[str, str | None] = {
    "-->": "->", "--": "->", "<-": None, "==>": "=>", "—>": "->", "–>": "->", "=": "=>",
    "-": "->", "–": "->", "—": "->",
}  # fmt: skip


def odd_sign(origin: Origin, sign: str, before: str | None, after: str | None, *, leading: bool) -> Finding:
    """Return the finding for a sign that has no meaning; `before` and `after` are the words next to it, if any.

    `leading` says that nothing stands before it on its line.
    """
    hint: Message | None = None
    instead = SIGNS.get(sign)
    if sign in ("'", "’", "‘") and before and after:
        hint = _("an id has no article: write `{name}`", name=after)
    elif sign in ("'", "’", "‘", "”", "»", "„", "‟"):
        hint = _('texts stand between "…" or « … »')
    elif sign in ("-", "*", "•", "–", "—", "·") and leading:
        hint, instead = _("a list needs no such signs: each statement stands on a line of its own"), ""
    elif sign in SIGNS:
        hint = _("arrows are `->` (contributes), `=>` (is required for) and `-|` (hinders)")
    elif sign == ":":
        hint, instead = _("a word and its value stand side by side, without `:`"), ""
    elif sign == "//":
        hint, instead = _("a comment begins with `#`"), "#"
    elif sign == "|":
        hint, instead = _("a list is written with commas"), ","
    elif sign in (".", "?", "!"):
        hint = _("a sentence stands between quotes, as the label of something, or behind `#`")
    elif sign in ("(", ")", "[", "]"):
        hint = _("words stand without brackets; what is in them only for readers may be a comment, behind `#`")
    elif sign == "\0":
        sign = "NUL"
    message = _("`{sign}` has no meaning here", sign=sign)
    if instead is None:
        return syntax_error(origin, message, hint)
    title = _("write `{instead}`", instead=instead) if instead else _("remove `{sign}`", sign=sign)
    return syntax_error(origin, message, hint, (Fix(title, (Edit("replace", origin, instead),), safe=False),))
