"""What the page says around its picture, in the picture's language."""

from collections.abc import Mapping

from toc.messages import Message, _, show, show_field

# What the template says. Where the page fills in a number or a name, the field stands for itself.
PLACES: Mapping[str, Message] = {
    "skip": _("Go to the picture"),
    "search": _("Search"),
    "previous_hit": _("Previous hit"),
    "next_hit": _("Next hit"),
    "actors": _("Actors"),
    "kinds": _("Kinds of elements"),
    "reset": _("Show all"),
    "present": _("Present"),
    "present_long": _("Present step by step"),
    "dark": _("Dark"),
    "print": _("Print on one page"),
    "help": _("Keys"),
    "stage": _("Picture: arrow keys move it, the tab key leads from card to card"),
    "zoom": _("Zoom"),
    "zoom_in": _("Larger"),
    "zoom_out": _("Smaller"),
    "zoom_fit": _("The whole picture"),
    "panel": _("Details"),
    "close": _("Close"),
    "steps": _("Presentation"),
    "previous_step": _("Previous step"),
    "next_step": _("Next step"),
    "full": _("Full screen"),
    "leave": _("End the presentation"),
    "letters": _("Letters and signs are keys"),
}

# What the script says.
WORDS: Mapping[str, Message] = {
    "all_actors": _("All actors"),
    "all_kinds": _("All kinds"),
    "all_shown": _("Everything is shown"),
    "causes_one": _("{n} cause", n="{n}"),
    "causes_other": _("{n} causes", n="{n}"),
    "effects_one": _("{n} effect", n="{n}"),
    "effects_other": _("{n} effects", n="{n}"),
    "ends": _("What it links"),
    "fitted": _("The whole picture"),
    "follow": _("What to follow"),
    "follow_both": _("Both ways"),
    "follow_causes": _("Causes"),
    "follow_effects": _("Effects"),
    "follow_near": _("Next only"),
    "hit_at": _("{n} of {count}: {label}", n="{n}", count="{count}", label="{label}"),
    "hit_of": _("{n} of {count}", n="{n}", count="{count}"),
    "hits_one": _("{n} hit", n="{n}"),
    "hits_other": _("{n} hits", n="{n}"),
    "left": _("The presentation has ended"),
    "no_full": _("This window cannot fill the screen"),
    "no_further": _("Nothing further this way"),
    "no_hits": _("No hit"),
    "nothing_chosen": _("Nothing is chosen"),
    "shown_one": _("{n} element shown", n="{n}"),
    "shown_other": _("{n} elements shown", n="{n}"),
    "step_of": _("Step {n} of {count}", n="{n}", count="{count}"),
    "together_with": _("only together with: {others}", others="{others}"),
    "why": _("Why"),
    "why_causes": _("Causes"),
    "why_effects": _("Effects"),
    "zoomed": _("Zoom {n} %", n="{n}"),
}

# The keys, as they stand on the keyboard or are called, and what they do.
KEYS: tuple[tuple[Message | str, Message], ...] = (
    (_("Tab"), _("from card to card, in reading order")),
    (_("Enter"), _("choose a card and read about it")),
    (_("Arrows"), _("on a card: along its effects and causes, and to the cards beside it; else: move the picture")),
    (_("Escape"), _("one step back")),
    ("+  −  0", _("larger, smaller, the whole picture")),
    ("/  n", _("search, next hit")),
    ("p  f", _("present step by step, fill the screen")),
    ("d", _("dark or light")),
)


def places(language: str) -> dict[str, str]:
    """Return the words of the template in `language`."""
    return {name: show(message, language) for name, message in PLACES.items()}


def words(language: str) -> dict[str, str]:
    """Return the words of the script in `language`."""
    return {name: show(message, language) for name, message in WORDS.items()}


def keys(language: str) -> list[tuple[str, str]]:
    """Return the keys and what they do in `language`."""
    return [(show_field(key, language), show(does, language)) for key, does in KEYS]
