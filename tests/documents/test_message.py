"""The words that go with a paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from collectiq_desktop.core.domain.papers import InvoicePaper, ReceiptPaper
from collectiq_desktop.core.domain.statement import Statement
from collectiq_desktop.documents.message import message_of
from tests.documents.samples import NASTY_NAMES, invoice, receipt, typical


def test_a_statement_says_what_is_owed_what_is_late_and_where_to_pay() -> None:
    record = replace(typical(), closing_paise=18_900_00, overdue_paise=12_000_00)
    assert message_of(record, "en").splitlines() == [
        "Dear श्री गणेश ट्रेडर्स,",
        "your account on 22-11-2026: balance 18,900.00\u00a0Dr. The statement is attached.",
        "Overdue: ₹ 12,000.00.",
        "You can pay by UPI to shreesample@examplebank.",
        "Shree Sample Wholesale",
    ]


def test_who_owes_nothing_is_asked_for_nothing() -> None:
    paid = message_of(replace(typical(), closing_paise=0, overdue_paise=0), "en")
    assert "UPI" not in paid
    assert "Overdue" not in paid


def test_a_receipt_thanks_and_names_the_balance() -> None:
    lines = message_of(receipt(), "en").splitlines()
    assert lines[1].startswith("thank you for ₹ ")
    assert lines[2] == "Balance now: 18,900.00\u00a0Dr."


def test_a_bill_names_its_day() -> None:
    record = invoice()
    assert record.number in message_of(record, "en")
    assert message_of(replace(record, due_on=None), "en").count("is due on") == 1


def test_the_partys_language_holds_unless_another_is_wanted() -> None:
    assert "नमस्ते" in message_of(typical())
    assert "Dear" in message_of(typical(), "en")


@pytest.mark.parametrize("name", NASTY_NAMES)
@pytest.mark.parametrize("record", [typical(), receipt(), invoice()])
def test_every_message_fits_into_a_link(
    record: Statement | ReceiptPaper | InvoicePaper, name: str
) -> None:
    told = message_of(replace(record, party=replace(record.party, name=name * 40)), "hi")
    assert len(told) < 1_000
