"""The rule `crowded-view`."""

from collections.abc import Iterator

from toc.diagnostics import INFO, Finding, rule
from toc.messages import Words, _
from toc.model.elements import STEPS, Element
from toc.model.selection import shown
from toc.model.theory import Theory
from toc.rules.places import whole_model

VIEW, SHOW = Words("view", "vue"), Words("show", "montre")


@rule(
    "TOC217",
    INFO,
    sources=["DoView (doview.com), design of outcomes models: break a large model into pages and drill down"],
    nodes=40,
)
def crowded_view(theory: Theory, nodes: float) -> Iterator[Finding]:
    """
    A picture with more in it than people can take in.

    ## Why it matters
    A poster with a hundred boxes impresses, but nobody reads it.
    Show one pathway, one neighbourhood or one question at a time, and keep the whole for those who work on it.

    A view is counted by the strategies, outputs, changes, visions and factors that it shows.
    A model without any view is counted as a whole.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome c1 "Step 1"; outcome c2 "Step 2"; outcome c3 "Step 3"; outcome c4 "Step 4"; outcome c5 "Step 5"
    outcome c6 "Step 6"; outcome c7 "Step 7"; outcome c8 "Step 8"; outcome c9 "Step 9"; outcome c10 "Step 10"
    outcome c11 "Step 11"; outcome c12 "Step 12"; outcome c13 "Step 13"; outcome c14 "Step 14"; outcome c15 "Step 15"
    outcome c16 "Step 16"; outcome c17 "Step 17"; outcome c18 "Step 18"; outcome c19 "Step 19"; outcome c20 "Step 20"
    outcome c21 "Step 21"; outcome c22 "Step 22"; outcome c23 "Step 23"; outcome c24 "Step 24"; outcome c25 "Step 25"
    outcome c26 "Step 26"; outcome c27 "Step 27"; outcome c28 "Step 28"; outcome c29 "Step 29"; outcome c30 "Step 30"
    outcome c31 "Step 31"; outcome c32 "Step 32"; outcome c33 "Step 33"; outcome c34 "Step 34"; outcome c35 "Step 35"
    outcome c36 "Step 36"; outcome c37 "Step 37"; outcome c38 "Step 38"; outcome c39 "Step 39"; outcome c40 "Step 40"
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    outcome trust "Parents feel at home in the school"
    strategy library "A library bus in the four villages"
    strategy cafe "A parents' café at school"
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    cafe -> trust -> diploma { because "One stays where one feels welcome" }
    view families "What changes for families" { show upstream of trust, diploma }
    ```
    """
    views = theory.of_kind("view")
    for view in views:
        count = _boxes(theory, view)
        if count > nodes:
            yield Finding(
                view.origin,
                _(
                    "the view `{name}` shows {n} boxes; people take in about {nodes}",
                    name=view.id,
                    n=count,
                    nodes=int(nodes),
                ),
                _("show less in it (`{show} …`), or make two views of it", show=SHOW),
            )
    count = _boxes(theory, None)
    if not views and count > nodes:
        yield Finding(
            whole_model(theory),
            _("{n} boxes in one picture; people take in about {nodes}", n=count, nodes=int(nodes)),
            _('make views that show a part each: `{view} name "…" {{ {show} … }}`', view=VIEW, show=SHOW),
        )


def _boxes(theory: Theory, view: Element | None) -> int:
    return sum(theory.elements[key].kind in STEPS for key in shown(theory, view).elements)
