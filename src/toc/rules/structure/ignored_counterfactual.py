"""The rule `ignored-counterfactual`."""

from collections.abc import Iterator

from toc.diagnostics import INFO, Edit, Finding, Fix, Related, rule
from toc.messages import Words, _
from toc.model.theory import Theory

COUNTERFACTUAL = Words("counterfactual", "contrefactuel")


@rule(
    "TOC221",
    INFO,
    sources=["– No published source: it follows from how degrees are computed, where a requirement leaves no base."],
)
def ignored_counterfactual(theory: Theory) -> Iterator[Finding]:
    """
    A counterfactual where something is required: it counts for nothing.

    ## Why it matters
    `counterfactual` says how far a change goes if nobody does anything.
    But `requires` says that without what is required there is no change at all.
    Both cannot hold, so wherever numbers are computed the counterfactual is left out; better to know it.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma" {
      requires presence because "Whoever is not there cannot learn"
      counterfactual 0.4
    }
    precondition presence "Teenagers come to school every day"
    strategy mentors "Mentoring by young graduates"
    mentors -> presence { because "Teenagers listen to those who are barely older" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma" {
      requires presence because "Whoever is not there cannot learn"
    }
    precondition presence "Teenagers come to school every day" { counterfactual 0.4 }
    strategy mentors "Mentoring by young graduates"
    mentors -> presence { because "Teenagers listen to those who are barely older" }
    ```
    """
    for change in (*theory.visions, *theory.changes):
        stated = change.properties.get("counterfactual")
        required = [link for link in theory.incoming.get(change.key, ()) if link.verb == "requires"]
        if stated is None or not required:
            continue
        name = change.id
        yield Finding(
            stated.origin,
            _(
                "`{counterfactual}` counts for nothing here: `{name}` requires something",
                counterfactual=COUNTERFACTUAL,
                name=name,
            ),
            _("say on what is required how far it goes without any action, or make the requirement a contribution"),
            tuple(
                Related(link.origin, _("`{name}` requires `{source}` here", name=name, source=link.source.id))
                for link in required
            ),
            (
                Fix(
                    _("remove `{counterfactual}`", counterfactual=COUNTERFACTUAL),
                    (Edit("remove", stated.origin),),
                    safe=False,
                ),
            ),
        )
