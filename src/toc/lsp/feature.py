"""What an editor feature is: a function from what is open and what is asked to an answer, under a method of LSP."""

from collections.abc import Callable
from typing import Any

from attrs import frozen

from toc.lsp.desk import Desk

KEPT, FOUND, LATEST, READ, CHECKED = "kept", "found", "latest", "read", "checked"


@frozen
class Feature:
    """Answers requests `method` by `answer(desk, params)`; `options` are registered with the client.

    `params.text_document.uri` says which file is meant; a method without it (`of_workspace`) gets a desk for each
    workspace that is open, and a list is made of the answers.
    `knowing` says what its desk's analysis must be: KEPT (what was worked out last, of whatever age, so that nothing is
    read; the desk's source alone is of now), FOUND (the trees and what is wrong with syntax, names and links are of
    now, the theory is of whatever age), LATEST (what has a name in the theory is of now, too, but not its texts, values
    and links), READ (the whole theory is of now) or CHECKED (the rules have been run as well).
    One that is `aside` takes long: it is worked out in a thread, and whoever types is answered meanwhile.
    """

    name: str
    answer: Callable[[Desk, Any], Any]
    options: Any = None
    of_workspace: bool = False
    knowing: str = READ
    aside: bool = False


def feature(
    method: str, options: Any = None, *, of_workspace: bool = False, knowing: str = READ, aside: bool = False
) -> Callable[[Callable[[Desk, Any], Any]], Feature]:
    """Make a feature of a pure function; it may return None where there is nothing to say."""
    return lambda answer: Feature(method, answer, options, of_workspace, knowing, aside)
