"""What a view shows."""

import pytest
from model.models import key, theory_of

from toc.model.elements import Key
from toc.model.selection import Shown, shown

MODEL = """
vision v "V"
pathway w "W" {
  outcome a "A" { indicator i "I" }
  outcome b "B" { tags green }
  with c
}
precondition c "C"
strategy s "S" { by p; output o "O"; output "Leaflets" }
strategy t "T" { lead p; tags green }
factor adverse f "F"
factor adverse g "G"
assumption h "H"
actor p "P"
pathway x "X"
s -> a -> b -> v
t & f -> c
c => v
v -> a feedback
"""


def view(body: str, name: str = "z") -> Shown:
    """Return what the view with this body shows of the model."""
    theory = theory_of(f'{MODEL}\nview z "Z" {{ {body} }}')
    found = theory.elements[key("z")] if name == "z" else theory.children[key("z")][int(name)]
    return shown(theory, found)


def names(keys: frozenset[Key]) -> str:
    """Return the ids of `keys` in one line."""
    return " ".join(sorted(found.id for found in keys))


@pytest.mark.parametrize(
    ("body", "elements"),
    [
        ("direction up", "a b c f o s t v"),
        ("show strategies", "s t"),
        ("montre stratégies, visions", "s t v"),
        ("show a, h", "a h"),
        ("show pathways", "a b c w x"),
        ("show w", "a b c w"),
        ("show indicators, actors", "i p"),
        ("show links of a", "a b s v"),
        ("show links of f", "c f t"),
        ("show upstream of b", "a b c f s t v"),
        ("show downstream of c", "a b c v"),
        ("show within 1 of c", "c f t v"),
        ("show within 2 of s", "a b o s v"),
        ("show by p", "s t"),
        ("show tagged green", "b t"),
        ("show links", "a b c f o s t v"),
        ("show outputs", "o output:leaflets"),
        ("hide strategies", "a b c f o v"),
        ("hide a, factors", "b c o s t v"),
        ("hide w", "c f o s t v"),
        ("show strategies; hide t", "s"),
        ("hide links", "a b c f o s t v"),
        ("hide links of a", "a b c f o s t v"),
    ],
)
def test_elements_shown(body: str, elements: str) -> None:
    """Without `show` the causal chain; kinds, ids, tags, actors and neighbourhoods add up; `hide` takes away."""
    assert names(view(body).elements) == elements


@pytest.mark.parametrize(
    ("body", "links"),
    [
        ("direction up", ["a-b", "b-v", "c-v", "s-a", "s-o", "t&f-c", "v-a"]),
        ("show s, a, v", ["s-a", "v-a"]),
        ("show t, c", []),
        ("show t, c, f", ["t&f-c"]),
        ("hide links", []),
        ("hide links of a", ["b-v", "c-v", "s-o", "t&f-c"]),
        ("hide links of f", ["a-b", "b-v", "c-v", "s-a", "s-o", "v-a"]),
    ],
)
def test_links_are_drawn_between_what_is_shown(body: str, links: list[str]) -> None:
    """A link is drawn where all its ends are shown, unless links are hidden."""
    drawn = [f"{'&'.join(end.id for end in link.sources)}-{link.target.id}" for link in view(body).links]
    assert drawn == links


def test_what_is_highlighted_and_hidden_by_kind() -> None:
    """A view says what stands out, and which kinds no card may show."""
    found = view("hide indicators, assumptions, a; highlight s, visions")
    assert (names(found.highlight), found.hidden_kinds) == ("s v", frozenset({"indicator", "assumption"}))


def test_a_step_shows_its_part() -> None:
    """A step shows what it says; one that only hides shows what its view shows, less that."""
    body = 'show strategies, visions; step "One" { show a }; step "Two" { hide s }'
    assert [names(view(body, step).elements) for step in ("0", "1")] == ["a", "t v"]


def test_without_a_view_the_chain_is_shown() -> None:
    """Factors that nothing names, outputs without id and what is no cause stay out of the default picture."""
    found = shown(theory_of(MODEL))
    assert names(found.elements) == "a b c f o s t v"
    assert len(found.links) == 7
