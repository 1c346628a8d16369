"""The words that messages name: those of the language."""

import pytest

from toc.messages import Words
from toc.model.value_words import MEANINGS, VALUE_WORDS, value_words
from toc.syntax.keywords import word

ALL = [(slot, concept) for slot, concepts in VALUE_WORDS.items() for concept in concepts]


@pytest.mark.parametrize(("slot", "concept"), ALL)
def test_a_word_is_that_of_the_grammar(slot: str, concept: str) -> None:
    """Messages name a word as the grammar writes it, in both languages."""
    assert VALUE_WORDS[slot][concept] == Words(word(concept, "en", slot), word(concept, "fr", slot))


def test_what_is_said_of_a_word_is_said_of_all_of_its_slot() -> None:
    """Each word of a slot that is also said in a sentence has its sentence."""
    assert {slot: set(said) for slot, said in MEANINGS.items()} == {slot: set(VALUE_WORDS[slot]) for slot in MEANINGS}


def test_several_words_stand_as_they_are_written() -> None:
    """Words behind a property stand with commas between them."""
    assert value_words("champion", ("gather", "know")) == Words("gather, know", "rassemble, connaît")
