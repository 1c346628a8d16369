"""The values a model is made of, asked the way rules ask them."""

from datetime import date

import pytest
from model.models import key, theory_of

from toc.model.elements import Label, Text, When

MODEL = """
theory "T" { languages en, fr }
outcome a "Reading" "Lecture"@fr { of p, q; in 2030-02; note "one"; note "two"; private; indicator "Inner" }
outcome b "B"
indicator i "Outer" { measures a, b }
actor p "P"
actor q "Q"
question "Why a?" { about a }
"""


@pytest.mark.parametrize(
    ("when", "text", "earliest", "latest"),
    [
        (When(2030), "2030", date(2030, 1, 1), date(2030, 12, 31)),
        (When(2030, 2), "2030-02", date(2030, 2, 1), date(2030, 2, 28)),
        (When(2028, 2), "2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        (When(2030, 12), "2030-12", date(2030, 12, 1), date(2030, 12, 31)),
        (When(2030, 6, 15), "2030-06-15", date(2030, 6, 15), date(2030, 6, 15)),
    ],
)
def test_a_date_can_mean_a_span(when: When, text: str, earliest: date, latest: date) -> None:
    """A year or a month lasts from its first day to its last."""
    assert (str(when), when.earliest, when.latest) == (text, earliest, latest)


def test_a_label_is_read_in_a_language() -> None:
    """An untagged text is in the first language; where one is missing the first text serves."""
    label = Label((Text("Reading"), Text("Lecture", "fr")))
    asked = [label.in_language(language, "en") for language in ("en", "fr", "de")]
    assert [text.value for text in asked if text] == ["Reading", "Lecture", "Reading"]
    assert (str(label), str(Label()), bool(Label()), Label().in_language("en")) == ("Reading", "", False, None)


def test_properties_are_asked_by_name() -> None:
    """Names, words, dates and texts of a property, each empty where it is not stated."""
    theory = theory_of(MODEL)
    element = theory.elements[key("a")]
    properties = element.properties
    assert properties.refs("of") == (key("p"), key("q"))
    assert [str(item.text) for item in properties.all("note")] == ["one", "two"]
    assert (str(properties.text("note")), str(properties.text("source"))) == ("one", "")
    assert (properties.date("in"), properties.date("of"), properties.date("horizon")) == (When(2030, 2), None, None)
    assert (properties.word("level"), element.private, element.is_change) == (None, True, True)
    assert theory.elements[key("p")].private is False


def test_a_theory_finds_what_belongs_together() -> None:
    """Indicators nested in a change or measuring it, and whatever else names an element."""
    theory = theory_of(MODEL)
    measured = {
        name: [str(indicator.label) for indicator in theory.indicators(theory.elements[key(name)])] for name in "ab"
    }
    assert measured == {"a": ["Inner", "Outer"], "b": ["Outer"]}
    users = [user.kind for user in theory.users[key("a")] if hasattr(user, "kind")]
    assert (users, theory.languages, theory.profiles) == (["indicator", "question"], ("en", "fr"), ())
