"""What is told of indicators and progress markers: where they began, what was seen, and where they are to be."""

from collections.abc import Sequence

from toc.messages import _, show
from toc.model.elements import Element, Property, When, Word
from toc.scene.marks import STATES, progress
from toc.scene.values import Said, dated, names, rhythm, said
from toc.scene.voice import Voice


def indicator_told(element: Element, voice: Voice) -> str:
    """Return an indicator in lines: what is measured, from where to where, by whom and by what means."""
    held = element.properties
    unit = voice.text(held.text("unit"))
    lines: list[Said | None] = [voice.label(element.key), _course(element, unit, voice)]
    collected = held.get("collected_by")
    if collected:
        every = collected.clause("every")
        who, often = names(collected, voice.theory, voice.language), rhythm(every) if every else None
        lines.append(
            _("Collected by {names}, {rhythm}", names=who, rhythm=often)
            if often
            else _("Collected by {names}", names=who)
        )
    split = [text.value for text in held.text("split_by").texts]
    lines.append(_("Split by {names}", names=split) if split else None)
    proxy = voice.because(held, "proxy")
    lines.append(_("Indirect: {reason}", reason=proxy) if proxy else None)
    source = voice.text(held.text("source"))
    lines.append(_("Source: {source}", source=source) if source else None)
    return voice.joined("\n", lines)


def marker_told(element: Element, voice: Voice) -> Said:
    """Return a progress marker: what is expected, hoped or dreamt of, and whether it was seen."""
    word = said(Word(element.variety or ""), "marker")
    label = voice.label(element.key)
    latest = _latest(element.properties.all("observed"))
    if latest is None:
        return _("{kind}: {text}", kind=word, text=label)
    return _("{kind}: {text} (observed: {value})", kind=word, text=label, value=dated(latest))


def _course(element: Element, unit: str, voice: Voice) -> str:
    """Return an indicator's way: where it began, what was last observed, where it is to be, and how it fares."""
    held = element.properties
    baseline, target, latest = held.get("baseline"), held.get("target"), _latest(held.all("observed"))
    steps = [
        _("at the start {value}", value=dated(baseline, unit)) if baseline else None,
        _("now {value}", value=dated(latest, unit)) if latest else None,
        _("to reach {value}", value=dated(target, unit)) if target else None,
    ]
    found, way = progress(element, voice.theory, voice.language, voice.today), voice.joined(" → ", steps)
    state = STATES.get(found.state) if found else None
    return show(_("{what} ({more})", what=way, more=state), voice.language) if state else way


def _latest(observed: Sequence[Property]) -> Property | None:
    """The latest observation: by its date, else the last written."""

    def when(item: Property) -> tuple[int, ...]:
        clause = item.clause("in")
        value = clause.value if clause else None
        return (value.latest.toordinal(),) if isinstance(value, When) else ()

    return max(enumerate(observed), key=lambda pair: (when(pair[1]), pair[0]), default=(0, None))[1]
