from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from collectiq_desktop.core.domain.vouchers import Mode, VoucherKind
from collectiq_desktop.documents.labels import labels_for, languages

_GAP = re.compile(r"{(\w+)}")


def test_english_and_hindi_are_there() -> None:
    assert {"en", "hi"} <= set(languages())


@pytest.mark.parametrize("language", languages())
def test_every_language_has_every_word_with_the_same_gaps(language: str) -> None:
    english, other = labels_for("en"), labels_for(language)
    assert other.language == language
    assert set(other.words) == set(english.words)
    for key, words in english.words.items():
        assert sorted(_GAP.findall(other[key])) == sorted(_GAP.findall(words)), key
        assert other[key].strip(), key


@pytest.mark.parametrize("language", languages())
def test_every_kind_and_mode_has_a_word(language: str) -> None:
    labels = labels_for(language)
    assert all(labels.named("kind", kind.word) != kind.word for kind in VoucherKind)
    assert all(labels.named("mode", mode.value) != mode.value for mode in Mode)


def test_hindi_is_what_a_shopkeeper_writes() -> None:
    hindi = labels_for("hi")
    assert (hindi["balance"], hindi["credit"], hindi["debit"]) == ("बकाया", "जमा", "उधार")
    assert (hindi["receipt"], hindi["bill"], hindi["party"]) == ("रसीद", "बिल", "पार्टी")


def test_no_language_prints_its_own_digits() -> None:
    words = "".join(word for code in languages() for word in labels_for(code).words.values())
    assert not [char for char in words if char.isdigit() and not char.isascii()]


@pytest.mark.parametrize("language", ["xx", "", "../en", "en/../hi"])
def test_a_language_without_a_file_is_english(language: str) -> None:
    assert labels_for(language) == labels_for("en")


def test_a_new_language_is_a_new_file(tmp_path: Path) -> None:
    folder = tmp_path / "labels"
    folder.mkdir()
    (folder / "en.json").write_text('{"bill": "Bill", "party": "Party"}', encoding="utf-8")
    (folder / "gu.json").write_text(json.dumps({"bill": "બિલ"}), encoding="utf-8")
    gujarati = labels_for("gu", folder=tmp_path)
    assert (gujarati["bill"], gujarati["party"]) == ("બિલ", "Party")
    assert languages(tmp_path) == ("en", "gu")


def test_a_value_with_braces_does_no_harm() -> None:
    filled = labels_for("en").fill("firm_signs", firm="{firm} {0} {x.__class__}")
    assert filled == "For {firm} {0} {x.__class__}"


def test_a_name_without_a_word_stays_as_typed() -> None:
    assert labels_for("hi").named("mode", "Barter") == "Barter"
