"""What all vouchers posted at a counter have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from collectiq_desktop.core.domain.errors import BadInput, Clash, NotFound, Refused
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.money import MAX_PAISE
from collectiq_desktop.core.domain.posting import GoodsLine
from collectiq_desktop.core.domain.series import LAST_NUMBER
from collectiq_desktop.core.domain.vouchers import DEBTORS, Posting
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.journals import PostContra, PostJournal, PostOpeningBill
from collectiq_desktop.core.services.notes import PostCreditNote, PostDebitNote
from collectiq_desktop.core.services.payments import MakePayment
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.storage.writer import Writer
from tests.core.looking import prove, refused, run_twice, voucher_id, voucher_of
from tests.plain_books import PlainBooks

TODAY = date(2026, 11, 22)


def _journal(amount_paise: int = 0, party_id: PartyId | None = None, **said: Any) -> PostJournal:
    postings = (Posting(DEBTORS, amount_paise, party_id), Posting("bad_debts", -amount_paise))
    return PostJournal(postings=postings, **said)


def _contra(party_id: PartyId | None = None, **said: Any) -> PostContra:
    return PostContra(**said)


def _opening(on: date | None = None, **said: Any) -> PostOpeningBill:
    return PostOpeningBill(bill_on=on, **said)


MAKERS: dict[str, Callable[..., Any]] = {
    "S": PostInvoice,
    "R": RecordReceipt,
    "C": PostCreditNote,
    "D": PostDebitNote,
    "P": MakePayment,
    "J": _journal,
    "K": _contra,
    "O": _opening,
}
kinds = pytest.mark.parametrize("kind", sorted(MAKERS))
with_party = pytest.mark.parametrize("kind", sorted(set(MAKERS) - {"K"}))
with_amount = pytest.mark.parametrize("kind", sorted(set(MAKERS) - {"J"}))


def _command(plain: PlainBooks, kind: str, **said: Any) -> Any:
    common: dict[str, Any] = {
        "voucher_id": voucher_id(plain),
        "party_id": plain.party_id("Asha"),
        "amount_paise": 10_000,
    }
    return MAKERS[kind](**common | said)


@kinds
def test_a_retry_gives_the_same_and_adds_nothing(plain_books: PlainBooks, kind: str) -> None:
    command = _command(plain_books, kind)
    posted = run_twice(plain_books, command)
    assert posted.voucher_id == command.voucher_id
    assert (posted.number, posted.on) == (f"{kind}A01/26/000001", TODAY)
    prove(plain_books)


@kinds
def test_a_retry_after_others_still_gives_the_first_answer(
    plain_books: PlainBooks, kind: str
) -> None:
    command = _command(plain_books, kind)
    first = plain_books.run(command)
    assert plain_books.run(_command(plain_books, kind)).number == f"{kind}A01/26/000002"
    plain_books.clock.move(days=1)
    assert plain_books.run(command) == first


@kinds
def test_an_id_of_another_document_is_refused(plain_books: PlainBooks, kind: str) -> None:
    other = _command(plain_books, "R" if kind != "R" else "S")
    plain_books.run(other)
    for used in (other.voucher_id, plain_books.parties["Asha"]):
        command = _command(plain_books, kind, voucher_id=used)
        assert refused(plain_books, command, Clash).field == "id"


@with_party
def test_an_unknown_party_is_refused(plain_books: PlainBooks, kind: str) -> None:
    command = _command(plain_books, kind, party_id=PartyId(b"z" * 16))
    error = refused(plain_books, command, NotFound)
    assert error.field == "party"
    assert "choose one from the list or add it" in error.message


@kinds
def test_a_day_after_today_is_refused(plain_books: PlainBooks, kind: str) -> None:
    command = _command(plain_books, kind, on=date(2026, 11, 23))
    error = refused(plain_books, command, BadInput)
    assert error.field == "on"
    assert "after today" in error.message


@kinds
def test_a_day_long_ago_is_refused(plain_books: PlainBooks, kind: str) -> None:
    error = refused(plain_books, _command(plain_books, kind, on=date(1999, 12, 31)), BadInput)
    assert (error.field, "check the year" in error.message) == ("on", True)


@kinds
def test_a_back_dated_voucher_counts_in_its_own_year(plain_books: PlainBooks, kind: str) -> None:
    days = [date(2026, 4, 1), date(2026, 3, 31), date(2026, 11, 22), date(2000, 1, 1)]
    posted = [plain_books.run(_command(plain_books, kind, on=on)) for on in days]
    assert [each.number[4:] for each in posted] == [
        "/26/000001",
        "/25/000001",
        "/26/000002",
        "/99/000001",
    ]
    assert [each.on for each in posted] == days
    prove(plain_books)


@with_amount
@pytest.mark.parametrize(
    ("amount_paise", "sentence"), [(0, "more than nothing"), (MAX_PAISE + 1, "too large")]
)
def test_an_amount_of_nothing_or_too_large_is_refused(
    plain_books: PlainBooks, kind: str, amount_paise: int, sentence: str
) -> None:
    command = _command(plain_books, kind, amount_paise=amount_paise)
    error = refused(plain_books, command, BadInput)
    assert (error.field, sentence in error.message) == ("amount", True)


@pytest.mark.parametrize("kind", ["S", "R", "C", "D", "P", "K"])
def test_an_amount_below_nothing_is_refused(plain_books: PlainBooks, kind: str) -> None:
    assert refused(plain_books, _command(plain_books, kind, amount_paise=-1), BadInput).field == (
        "amount"
    )


@kinds
def test_the_words_of_a_voucher_are_kept(plain_books: PlainBooks, kind: str) -> None:
    words = {"narration": "for चाय"} | ({} if kind == "O" else {"reference": "PO 7"})
    command = _command(plain_books, kind, **words)
    plain_books.run(command)
    voucher = voucher_of(plain_books, command.voucher_id)
    assert {name: getattr(voucher, name) for name in words} == words
    assert voucher.branch_id == "MAIN"


def test_a_full_series_is_refused(plain_books: PlainBooks) -> None:
    plain_books.run(_command(plain_books, "S"))
    with plain_books.books._database.write() as conn:
        writer = Writer(conn)
        writer.set_counter("SA01/26/", LAST_NUMBER)
        writer.flush()
    error = refused(plain_books, _command(plain_books, "S"), Refused)
    assert "SA01/26/ is full" in error.message


def test_goods_with_an_impossible_line_are_refused(plain_books: PlainBooks) -> None:
    goods = (GoodsLine("Soap", 0, 100),)
    for kind in "SCD":
        command = replace(_command(plain_books, kind), goods=goods)
        assert refused(plain_books, command, BadInput).field == "items"


def test_goods_worth_nothing_are_refused(plain_books: PlainBooks) -> None:
    goods = (GoodsLine("Sample", 1_000, 0),)
    for kind in "SCD":
        command = replace(_command(plain_books, kind), goods=goods)
        assert refused(plain_books, command, BadInput).field == "amount"
