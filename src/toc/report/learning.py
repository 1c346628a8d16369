"""Strategic learning: what is measured together, asked, learnt, reviewed and made public."""

from collections.abc import Iterator

from toc.messages import _
from toc.model import collective_impact as impact
from toc.report.inquiry import Gap, Inquiry, Item, Stated


def strategic_learning(inquiry: Inquiry) -> Iterator[Item]:
    """Yield the items of strategic learning."""
    theory = inquiry.theory
    evaluating, speaking = inquiry.supporting("evaluation"), inquiry.supporting("communication")
    shared = impact.shared_indicators(theory)
    none = inquiry.gap("no-shared-indicator", _("none is measured together"), (), evaluating)
    yield Item("indicators", _("indicators in common"), inquiry.stated(shared), () if shared else none)
    joint = impact.collaboration_indicators(theory)
    none = inquiry.gap("collaboration-not-evaluated", _("no indicator of it"), (), inquiry.supporting("collaboration"))
    yield Item("collaboration", _("evaluation of collaboration"), inquiry.stated(joint), () if joint else none)
    questions = theory.of_kind("question")
    none = inquiry.gap("no-learning-question", _("none is asked"), (), evaluating)
    yield Item("questions", _("learning questions"), inquiry.stated(questions, "by"), () if questions else none)
    idle = impact.learnings_without_change(theory)
    applied = [learning for learning in theory.of_kind("learning") if learning.properties.refs("changes")]
    who = [actor.key for actor in evaluating]
    gaps = inquiry.each("learning-without-change", _("changed nothing"), [(learning, who) for learning in idle])
    yield Item("learnings", _("learnings put to use"), inquiry.stated(applied), gaps)
    yield Item("review", _("regular review"), tuple(_reviewed(inquiry)), tuple(_not_reviewed(inquiry)))
    published = theory.head.properties.text("publish") if theory.head and impact.is_published(theory) else None
    none = inquiry.gap("not-published", _("not said how"), (), speaking)
    told = (Stated("", (inquiry.text(published),)),) if published else ()
    yield Item("publication", _("results made public"), told, () if published else none)


def _reviewed(inquiry: Inquiry) -> Iterator[Stated]:
    if impact.is_reviewed(inquiry.theory):
        day = impact.next_review(inquiry.theory)
        yield Stated("", (_("next: {day}", day=day.spoken()) if day else _("a rhythm, without a date"),))


def _not_reviewed(inquiry: Inquiry) -> Iterator[Gap]:
    who = inquiry.supporting("evaluation")
    if not impact.is_reviewed(inquiry.theory):
        yield from inquiry.gap("no-review", _("no rhythm is stated"), (), who)
    elif inquiry.today is not None and impact.is_overdue(inquiry.theory, inquiry.today):
        yield from inquiry.gap("review-overdue", _("the date has passed"), (), who)
