"""Amounts in words, in English and Hindi."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.money import MAX_PAISE
from collectiq_desktop.core.domain.words import LANGUAGES, AmountWords, amount_in_words

UNITS = (10_000_000, 100_000, 1_000, 100)


@pytest.mark.parametrize(
    ("paise", "words"),
    [
        (74_342_00, "Rupees Seventy Four Thousand Three Hundred Forty Two Only"),
        (1_00_005_50, "Rupees One Lakh Five and Fifty Paise Only"),
        (0, "Rupees Zero Only"),
        (1, "Rupees Zero and One Paise Only"),
        (1_00, "Rupees One Only"),
        (-500_00, "Minus Rupees Five Hundred Only"),
        (1_00_00_00_000_00, "Rupees One Hundred Crore Only"),
        (1_00_000_00_00_000_00, "Rupees One Lakh Crore Only"),
        (12_34_000_89, "Rupees Twelve Lakh Thirty Four Thousand and Eighty Nine Paise Only"),
        (19_20_00_000_00, "Rupees Nineteen Crore Twenty Lakh Only"),
    ],
)
def test_english(paise: int, words: str) -> None:
    assert amount_in_words(paise, "en") == words


@pytest.mark.parametrize(
    ("paise", "words"),
    [
        (74_342_00, "रुपये चौहत्तर हज़ार तीन सौ बयालीस मात्र"),
        (1_00_005_50, "रुपये एक लाख पाँच और पचास पैसे मात्र"),
        (0, "रुपये शून्य मात्र"),
        (-500_00, "माइनस रुपये पाँच सौ मात्र"),
        (1_00_00_00_000_00, "रुपये एक सौ करोड़ मात्र"),
        (12_34_567_89, "रुपये बारह लाख चौंतीस हज़ार पाँच सौ सड़सठ और नवासी पैसे मात्र"),
        (19_29_394_95, "रुपये उन्नीस लाख उनतीस हज़ार तीन सौ चौरानवे और पचानवे पैसे मात्र"),
    ],
)
def test_hindi(paise: int, words: str) -> None:
    assert amount_in_words(paise, "hi") == words


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (19, "उन्नीस"),
        (29, "उनतीस"),
        (39, "उनतालीस"),
        (49, "उनचास"),
        (59, "उनसठ"),
        (69, "उनहत्तर"),
        (79, "उन्यासी"),
        (89, "नवासी"),
        (99, "निन्यानवे"),
        (38, "अड़तीस"),
        (45, "पैंतालीस"),
        (53, "तिरपन"),
        (67, "सड़सठ"),
        (75, "पचहत्तर"),
        (86, "छियासी"),
        (92, "बानवे"),
    ],
)
def test_the_irregular_hindi_numbers(number: int, word: str) -> None:
    assert LANGUAGES["hi"].below_hundred[number] == word


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_a_hundred_different_words(language: str) -> None:
    table = LANGUAGES[language].below_hundred
    assert len(set(table)) == 100
    assert all(unicodedata.is_normalized("NFC", word) for word in table)


def test_an_unknown_language_is_refused_with_the_choice() -> None:
    with pytest.raises(NotFound, match="en, hi"):
        amount_in_words(100, "xx")


@given(st.integers(-MAX_PAISE, MAX_PAISE), st.sampled_from(sorted(LANGUAGES)))
def test_the_words_are_worth_the_amount(paise: int, language: str) -> None:
    words = LANGUAGES[language]
    text = amount_in_words(paise, language)
    start, end = words.minus.split("{amount}")
    is_minus = paise < 0
    if is_minus:
        assert text.startswith(start)
        text = text[len(start) : len(text) - len(end)]
    phrase = words.with_paise if paise % 100 else words.whole
    before, _, after = phrase.partition("{rupees}")
    between, _, end = after.partition("{paise}") if paise % 100 else ("", "", after)
    assert text.startswith(before)
    assert text.endswith(end)
    body = text[len(before) : len(text) - len(end)]
    rupees, _, rest = body.partition(between) if between else (body, "", "")
    value = _worth(rupees, words) * 100 + (_worth(rest, words) if rest else 0)
    assert value == abs(paise)


def _worth(text: str, words: AmountWords) -> int:
    """What a number in words is worth, read by the longest word first."""
    units = (words.crore, words.lakh, words.thousand, words.hundred)
    for unit, word in zip(UNITS, units, strict=True):
        head, found, tail = f" {text} ".rpartition(f" {word} ")
        if found:
            rest = _worth(tail.strip(), words) if tail.strip() else 0
            return _worth(head.strip(), words) * unit + rest
    return words.below_hundred.index(text)
