"""The rule `redundant-link`."""

from collections.abc import Iterator

from toc.diagnostics import INFO, Edit, Finding, Fix, Related, rule
from toc.messages import Words, _
from toc.model.elements import Key
from toc.model.links import Link
from toc.model.theory import Theory
from toc.rules.places import is_stated, links_made

# A search looks at no more elements than this behind one effect: a dense model takes no longer than a sparse one.
MOST_VISITED = 200


@rule(
    "TOC211",
    INFO,
    sources=["DoView (doview.com), drawing rules for outcomes models: links that clutter the picture"],
    steps=3,
)
def redundant_link(theory: Theory, steps: float) -> Iterator[Finding]:
    """
    A link beside a longer way to the same place, without a reason of its own.

    ## Why it matters
    If a leads to b and b leads to c, then an arrow from a to c says nothing new, unless there is a second way in which
    a acts on c.
    If there is one, say so with `because`: it is the interesting part.
    If there is none, the arrow makes the picture harder to read and a's part is counted twice.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    outcome presence "Teenagers come to school every day"
    strategy library "A library bus in the four villages"
    library -> reading { because "A book at hand is a book that gets read" }
    reading -> presence { because "Whoever reads well likes to come" }
    presence -> diploma { because "Whoever is there can learn" }
    reading -> diploma
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    outcome presence "Teenagers come to school every day"
    strategy library "A library bus in the four villages"
    library -> reading { because "A book at hand is a book that gets read" }
    reading -> presence { because "Whoever reads well likes to come" }
    presence -> diploma { because "Whoever is there can learn" }
    reading -> diploma { because "The written exams call for fluent reading" }
    ```
    """
    made = links_made(theory)
    for target, links in theory.incoming.items():
        for verbs in (("contributes",), ("requires",)):
            unexplained = [link for link in links if link.verb in verbs and _unexplained(link)]
            allowed = ("requires",) if verbs == ("requires",) else ("contributes", "requires")
            if not unexplained or len(links) < 2:
                continue
            ways = _longer_ways(theory, target, allowed, int(steps))
            for link in unexplained:
                if link.source in ways:
                    yield _finding(link, ways[link.source], made[link.origin] == 1)


def _unexplained(link: Link) -> bool:
    stated = link.properties.text("because")
    return len(link.sources) == 1 and not link.feedback and not link.implied and not is_stated(stated)


def _longer_ways(theory: Theory, target: Key, verbs: tuple[str, ...], steps: int) -> dict[Key, Link]:
    """Return, for the causes of `target` that also reach it in two to `steps` links, the first link of such a way."""

    def simple(key: Key) -> Iterator[Link]:
        for link in theory.incoming.get(key, ()):
            if link.verb in verbs and len(link.sources) == 1 and not link.feedback:
                yield link

    # Backwards from all direct causes at once; each element remembers from which of them it was found.
    roots = {link.source: link.source for link in simple(target)}
    direct = set(roots)
    ways: dict[Key, Link] = {}
    frontier = sorted(roots)
    for _step in range(steps - 1):
        following: list[Key] = []
        for key in frontier:
            for link in simple(key):
                if link.source in direct and link.source != roots[key]:
                    ways.setdefault(link.source, link)
                if link.source not in roots and link.source != target and len(roots) < MOST_VISITED + len(direct):
                    roots[link.source] = roots[key]
                    following.append(link.source)
        frontier = sorted(following)
    return ways


def _finding(link: Link, first: Link, alone: bool) -> Finding:
    source, target, between = (key.id for key in (link.source, link.target, first.target))
    removal = Fix(_("remove the link"), (Edit("remove", link.origin),), safe=False)
    return Finding(
        link.origin,
        _(
            "`{source}` leads to `{target}` through `{between}` already, and nothing says what this link adds",
            source=source,
            target=target,
            between=between,
        ),
        _(
            'say in what other way `{source}` acts on `{target}`, with `{because} "…"`, or leave this link out',
            source=source,
            target=target,
            because=Words("because", "parce que"),
        ),
        (Related(first.origin, _("the longer way begins here")),),
        (removal,) if alone and not link.inside else (),
    )
