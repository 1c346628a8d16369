"""Problems with what stands in a declaration: properties it does not take, or twice, and things out of place."""

from collections.abc import Sequence

from toc.diagnostics import Edit, Finding, Fix, Origin, Related, problem
from toc.messages import Message, _


@problem("TOC105")
def unknown_property(origin: Origin, word: str, holder: Message, hint: Message | None, edit: Edit | None) -> Finding:
    """
    A property that this declaration does not take

    ## Why it matters
    What stands in the wrong place is read by nobody: an actor written with `by` in an outcome is not the one who
    changes, and a target written in an outcome is measured by no indicator.
    Each kind of declaration asks its own questions: who acts (`by`) belongs to strategies and activities, who
    changes (`of`) to outcomes and preconditions, what is measured (`baseline`, `target`) to indicators.

    ## Bad
    ```toc
    outcome reading "Children read with pleasure" {
      by children
      target 70 % in 2029
    }
    actor children "Children of the valley"
    ```

    ## Good
    ```toc
    outcome reading "Children read with pleasure" {
      of children
      indicator "Share of children who read every day" { target 70 % in 2029 }
    }
    actor children "Children of the valley"
    ```
    """
    message = _("{holder} has no `{word}`", holder=holder, word=word)
    if edit is None:
        return Finding(origin, message, hint)
    fix = Fix(_("write `{name}`", name=edit.text), (edit,), safe=False)
    return Finding(origin, message, hint or _("did you mean `{name}`?", name=edit.text), fixes=(fix,))


@problem("TOC106")
def repeated_property(origin: Origin, word: str, first: Origin, listed: bool) -> Finding:
    """
    A property that stands twice

    ## Why it matters
    Two efforts or two dates contradict each other, and nobody can tell which one holds.
    Only what can happen several times may be repeated: `observed`, `milestone`, `evidence`, `requires`, `accept`,
    `source` and `note`.
    Where a property takes a list, the list holds them all.

    ## Bad
    ```toc
    strategy bookbus "Book bus in the villages" {
      by town
      by school
    }
    actor town "Town council"
    actor school "Secondary school"
    ```

    ## Good
    ```toc
    strategy bookbus "Book bus in the villages" {
      by town, school
    }
    actor town "Town council"
    actor school "Secondary school"
    ```
    """
    hint = _("write one list: `{word} a, b`", word=word) if listed else _("keep the one that holds")
    related = (Related(first, _("it stands here already")),)
    return Finding(origin, _("`{word}` stands twice", word=word), hint, related)


@problem("TOC115")
def misplaced(origin: Origin, word: str, place: Message, hint: Message | None, related: Sequence[Related]) -> Finding:
    """
    Something that cannot stand here

    The declaration, property or link is well written, but belongs somewhere else.

    ## Why it matters
    What is nested says what belongs together: an activity is a part of its strategy, a progress marker shows a
    change on its way, an indicator measures the change in which it stands.
    An activity outside a strategy leads to nothing, and a marker inside one shows no change.

    ## Bad
    ```toc
    strategy bookbus "Book bus in the villages" { by town }
    activity "Train twenty volunteers" { by town }
    actor town "Town council"
    ```

    ## Good
    ```toc
    strategy bookbus "Book bus in the villages" {
      by town
      activity "Train twenty volunteers" { by town }
    }
    actor town "Town council"
    ```
    """
    return Finding(origin, _("`{word}` cannot stand {place}", word=word, place=place), hint, tuple(related))
