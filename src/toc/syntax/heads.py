"""Whether the head of a declaration has what its kind needs: a kind word, an id, a label."""

from collections.abc import Sequence

from toc.diagnostics import Edit, Finding, Fix, Origin
from toc.messages import _
from toc.syntax import problems
from toc.syntax.keywords import keyword, slot_words
from toc.syntax.nodes import Declaration, Name
from toc.syntax.tokens import Token
from toc.syntax.values import near_word

# Kinds whose id may be left out; for the nested ones the model checks where they stand.
NAMELESS = frozenset("theory urgency risk question learning activity output indicator marker step".split())
VARIETIES = frozenset("factor resource marker urgency".split())


def head_findings(node: Declaration, kind: Token, names: Sequence[Name]) -> list[Finding]:
    """Return what is wrong with the head of `node`, whose ids are `names`, its kind word apart."""
    origin = Origin("", kind.start, kind.end)
    if node.kind in VARIETIES and node.variety is None:
        return [_variety_missing(node, origin, names)]
    if len(names) > 1:
        return [
            problems.syntax_error(
                Origin("", names[1].start, names[1].end),
                _("here stand two ids for one {kind}", kind=keyword(node.kind)),
                _("join the words with `_`: `{id}`", id=f"{names[0].text}_{names[1].text}"),
            )
        ]
    if not node.label:
        name = node.name.text if node.name else "id"
        return [
            problems.syntax_error(
                Origin("", node.name.start, node.name.end) if node.name else origin,
                _("this {kind} has no label", kind=keyword(node.kind)),
                _('write `{word} {name} "…"`, with the words that people will read', word=kind.text, name=name),
            )
        ]
    if node.name is None and node.kind not in NAMELESS:
        return [
            problems.syntax_error(
                origin,
                _("this {kind} has no id", kind=keyword(node.kind)),
                _(
                    'give it a short name before its label: `{word} {id} "…"`',
                    word=kind.text,
                    id=suggested_id(node.label[0].value if node.label else ""),
                ),
            )
        ]
    return []


def _variety_missing(node: Declaration, origin: Origin, names: Sequence[Name]) -> Finding:
    words = problems.one_of([keyword(entry.concept, node.kind) for entry in slot_words(node.kind)])
    near = near_word(names[0].text, node.kind) if names else None
    if names and (near or len(names) > 1):
        origin = Origin("", names[0].start, names[0].end)
        message = _("`{word}` is no kind of {kind}", word=names[0].text, kind=keyword(node.kind))
        if near:
            hint = _("did you mean `{near}`? The words are: {words}", near=near, words=words)
            fix = Fix(_("write `{instead}`", instead=near), (Edit("replace", origin, near),), safe=False)
            return problems.syntax_error(origin, message, hint, (fix,))
    else:
        message = _("this {kind} does not say of which kind it is", kind=keyword(node.kind))
    return problems.syntax_error(
        origin, message, _("right after `{word}` stands one of: {words}", word=node.word, words=words)
    )


def suggested_id(label: str) -> str:
    """Return the first word of a label that can stand for it, `id` where there is none."""
    return next((word for word in label.lower().split() if len(word) > 3 and word.isalpha()), "id")
