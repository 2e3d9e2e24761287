"""Names in any script: found by any part, and in order."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.scripts import fold_for_search, grams, sort_key

WORDS = st.text(
    st.characters(codec="utf-8", categories=["L", "Mn", "Mc", "Nd", "Zs", "Po", "Pd"]), max_size=24
)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("श्री गणेश ट्रेडर्स", "गण"),
        ("श्री गणेश ट्रेडर्स", "गणेश"),
        ("શિવ એન્ટરપ્રાઈઝ", "શિ"),
        ("શિવ એન્ટરપ્રાઈઝ", "એન્ટર"),
        ("Mehta & Sons", "Me"),
        ("Mehta & Sons", "mehta sons"),
        ("Mehta & Sons", "MEHTA & S"),
        ("M/s. Mehta & Sons", "ms mehta"),
        ("M/s. Mehta & Sons", "m/s. m"),
        ("A.K. Traders", "ak t"),
        ("A.K. Traders", "a.k. t"),
        ("D'Souza Bros.", "dsouza"),
        ("D’Souza Bros.", "d'souza"),
        ("Café Élan", "cafe elan"),
        ("Cafe\u0301", "café"),
        ("राजा ज़री", "जरी"),
        ("राजा जरी", "ज़री"),
        ("पाँच भाई", "पांच"),
        ("क्\u200dष", "क्ष"),
        ("दुकान १२", "12"),
        ("Shop-12/B", "12"),
        ("ＭＥＨＴＡ", "mehta"),
        ("தமிழ் கடை", "கடை"),
        ("कृष्णा (सूरत)", "सूरत"),
        ("98250 11111", "98250"),
    ],
)
def test_a_name_is_found_by_a_part_of_it(name: str, typed: str) -> None:
    assert fold_for_search(typed) in fold_for_search(name)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("  Mehta   &  Sons ", "mehta sons"),
        ("M/s. A.K.G. & Co.", "ms akg co"),
        ("12/4 Main", "12 4 main"),
        ("राम.कृष्ण", "राम कृष्ण"),
        ("Straße", "strasse"),
        ("₹₹", ""),
        ("a_b", "a b"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold_for_search(text) == folded


def test_vowel_signs_tell_words_apart() -> None:
    assert fold_for_search("शिव") != fold_for_search("शव")
    assert fold_for_search("દીપ") != fold_for_search("દપ")


@given(st.text(max_size=24))
def test_folding_twice_changes_nothing(text: str) -> None:
    folded = fold_for_search(text)
    assert fold_for_search(folded) == folded
    assert folded == folded.strip()
    assert "  " not in folded


@given(st.text(max_size=24))
def test_case_and_form_do_not_matter(text: str) -> None:
    for form in ("NFC", "NFD"):
        assert fold_for_search(unicodedata.normalize(form, text)) == fold_for_search(text)


@given(st.text(st.characters(codec="ascii"), max_size=24), st.text(max_size=8))
def test_latin_text_folds_alike_in_and_out_of_company(text: str, other: str) -> None:
    folded = fold_for_search(text)
    assert fold_for_search(f"{text} \u0915{other}").startswith(folded)


@given(st.lists(st.sampled_from(["A", "k", ".", "/", " ", "&", "7", "Mehta"]), max_size=10))
def test_typing_on_never_loses_the_name(pieces: list[str]) -> None:
    name = fold_for_search("".join(pieces))
    for count in range(len(pieces)):
        typed = fold_for_search("".join(pieces[:count]))
        assert name.startswith(typed)


@pytest.mark.parametrize(
    "names",
    [
        ["9 Star", "10 Star", "Asha", "asha Bros", "Éclair", "Mehta", "Zed", "गणेश"],
        ["Bill 9", "Bill 10", "Bill 0011", "Bill 100"],
        ["A 2 B", "A 2 C", "A 10 B"],
        ["", "a", "a b", "ab"],
        ["क", "ख", "ग", "गणेश", "गा"],
        ["2" * 98, "1" * 99, "1" * 98 + "2"],
    ],
)
def test_names_in_order(names: list[str]) -> None:
    keys = [sort_key(name).encode() for name in names]
    assert keys == sorted(set(keys))


@given(st.integers(0, 10**40), st.integers(0, 10**40))
def test_numbers_sort_by_value(first: int, second: int) -> None:
    assert (sort_key(f"Shop {first}") < sort_key(f"Shop {second}")) == (first < second)
    assert sort_key(f"Shop 00{first}") == sort_key(f"SHOP {first}")


@given(WORDS, WORDS)
def test_order_is_the_same_in_text_and_in_bytes(first: str, second: str) -> None:
    one, two = sort_key(first), sort_key(second)
    assert (one < two) == (one.encode() < two.encode())


def test_grams() -> None:
    assert grams("mehta", 3) == {"meh", "eht", "hta"}
    assert grams("गणेश", 2) == {"गण", "णे", "ेश"}
    assert grams("ab", 3) == {"ab"}
    assert grams("", 2) == frozenset()


@given(WORDS, st.integers(1, 4), st.data())
def test_a_part_has_no_gram_that_the_whole_lacks(text: str, n: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    if len(part) >= n:
        assert grams(part, n) <= grams(text, n)
