"""The words of a reminder."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from collectiq_desktop.core.domain.papers import FirmOnPaper, PartyOnPaper
from collectiq_desktop.core.domain.reminders import OldestBill, ReminderWords
from collectiq_desktop.documents.labels import labels_for, languages
from collectiq_desktop.documents.reminder import reminder_phrases, reminder_text
from tests.documents.samples import NASTY_NAMES

WORDS = ReminderWords(
    firm=FirmOnPaper(name="Shree Sample Wholesale", vpa="shree@okbank"),
    party=PartyOnPaper(name="श्री गणेश ट्रेडर्स", language="hi"),
    overdue_paise=1_23_456_50,
    overdue_count=3,
    oldest=OldestBill(number="S/12", bill_on=date(2026, 4, 5), open_paise=42_000_00),
)
OLDEST = "The oldest is S/12 of 05-04-2026: ₹ 42,000.00."


def test_it_names_party_sum_oldest_bill_and_where_to_pay() -> None:
    assert reminder_text(WORDS, "en").splitlines() == [
        "Dear श्री गणेश ट्रेडर्स,",
        f"₹ 1,23,456.50 is overdue with us, over 3 bills. {OLDEST}",
        "You can pay by UPI to shree@okbank.",
        "Please pay, or tell us by when you will. If you have paid already, thank you.",
        "Shree Sample Wholesale",
    ]


def test_it_is_in_the_partys_language_unless_another_is_asked_for() -> None:
    assert "S/12" in reminder_text(WORDS)
    assert "कृपया भुगतान करें" in reminder_text(WORDS)
    assert reminder_text(replace(WORDS, party=replace(WORDS.party, language="xx"))) == (
        reminder_text(WORDS, "en")
    )


def test_one_bill_is_told_without_counting() -> None:
    told = reminder_text(replace(WORDS, overdue_count=1, overdue_paise=42_000_00), "en")
    assert "₹ 42,000.00 is overdue with us: bill S/12 of 05-04-2026." in told


def test_without_a_upi_address_none_is_named() -> None:
    assert "UPI" not in reminder_text(replace(WORDS, firm=replace(WORDS.firm, vpa="")), "en")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", [*NASTY_NAMES, "लंबा नाम " * 200])
def test_it_fits_into_a_link_whatever_the_names_are(name: str, language: str) -> None:
    wild = replace(
        WORDS,
        firm=FirmOnPaper(name=name, vpa=f"{'v' * 240}@okbank"),
        party=PartyOnPaper(name=name),
        oldest=replace(WORDS.oldest, number="N" * 500, open_paise=10**15),
        overdue_paise=10**15,
    )
    assert len(reminder_text(wild, language)) < 1_000


def test_phones_get_every_phrase_in_every_language() -> None:
    assert set(reminder_phrases()) == set(languages())
    for code, phrases in reminder_phrases().items():
        assert all(phrases[key] == labels_for(code)[key] for key in phrases)
        assert "{amount}" in phrases["reminder_one"]
