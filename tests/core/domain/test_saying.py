"""Sentences remember of what they were made."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.saying import (
    NOTHING,
    Sentence,
    one_after_another,
    packed,
    places_of,
    say,
    unpacked,
)


def test_a_sentence_is_its_english_text() -> None:
    sentence = say("{number} is cancelled already.", number="RA01/26/000123")
    assert sentence == "RA01/26/000123 is cancelled already."
    assert sentence.template == "{number} is cancelled already."
    assert dict(sentence.values) == {"number": "RA01/26/000123"}


def test_what_is_not_text_is_written_as_text() -> None:
    assert say("At most {most} copies.", most=3) == "At most 3 copies."


def test_a_sentence_within_a_sentence_stays_one() -> None:
    inner = say("receipt")
    outer = say("The {document} is lost.", document=inner)
    assert outer == "The receipt is lost."
    assert isinstance(outer.values["document"], Sentence)


def test_a_place_without_a_value_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        say("{number} is lost.", name="x")


@given(st.text(), st.text())
def test_what_a_value_holds_is_never_searched(one: str, two: str) -> None:
    assert say("{one}/{two}", one=one, two=two) == f"{one}/{two}"


@given(st.text(), st.text())
def test_sentences_can_be_packed_and_copied(words: str, value: str) -> None:
    sentence = say("{words} {value}", words=words, value=value)
    for same in (unpacked(packed(sentence)), copy.deepcopy(sentence)):
        assert (same, same.template, same.values) == (
            sentence,
            sentence.template,
            sentence.values,
        )


def test_what_was_never_packed_is_itself() -> None:
    assert unpacked("The printer is switched off.").template == "The printer is switched off."
    assert packed(NOTHING) == ""
    assert unpacked("") == ""


def test_sentences_one_after_another_keep_their_own_words() -> None:
    both = one_after_another([say("No {what}.", what="paper"), say("Look.")])
    assert both == "No paper. Look."
    assert [value for value in both.values.values() if isinstance(value, Sentence)] == [
        "No paper.",
        "Look.",
    ]


def test_places() -> None:
    assert places_of("“{text}” is {no_date}; {text}.") == {"text", "no_date"}
