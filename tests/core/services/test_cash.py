"""The guard of cash: whatever is accepted, the law's limits hold."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collectiq_desktop.core.domain.cash import CASH_LIMIT_PAISE
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.ids import BatchId, FactId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.posting import ReceiptSums, receipt_postings
from collectiq_desktop.core.domain.vouchers import DEBTORS, BillKey, Claim, Mode, Posting
from collectiq_desktop.core.queries.cash import CashBefore
from collectiq_desktop.core.queries.vouchers import VoucherCard
from collectiq_desktop.core.services.corrections import AmendVoucher, CancelVoucher
from collectiq_desktop.core.services.imports import BeginImport, TakeInVoucher
from collectiq_desktop.core.services.journals import PostJournal
from collectiq_desktop.core.services.receipts import RecordReceipt
from tests.core.looking import prove
from tests.plain_books import PlainBooks, fresh_books

DAY = date(2026, 5, 1)
BIG = """
invoice  S/1  2026-04-01  Asha  9,00,000.00
invoice  S/2  2026-04-01  Asha  1,00,000.00
"""


def _take(
    plain: PlainBooks, paise: int, *, on: date = DAY, mode: Mode = Mode.CASH, party: str = "Asha"
) -> VoucherId:
    voucher_id = VoucherId(plain.ids.mint())
    command = RecordReceipt(
        voucher_id=voucher_id,
        party_id=plain.parties[party],
        amount_paise=paise,
        mode=mode,
        on=on,
        allocations=(),
    )
    plain.run(command)
    return voucher_id


def _refused(plain: PlainBooks, paise: int, **more: object) -> str:
    with pytest.raises(Refused) as refusal:
        _take(plain, paise, **more)  # type: ignore[arg-type]
    return refusal.value.message


def _amend(plain: PlainBooks, voucher_id: VoucherId, **values: object) -> None:
    voucher = plain.ask(VoucherCard(voucher_id=voucher_id)).voucher
    command = AmendVoucher(
        fact_id=FactId(plain.ids.mint()),
        voucher_id=voucher_id,
        voucher=replace(voucher, **values),  # type: ignore[arg-type]
        reason="counted again",
    )
    plain.run(command)


def test_one_rupee_less_passes_and_the_limit_does_not(plain_books: PlainBooks) -> None:
    """
    party  Asha
    """
    assert "2,00,000" in _refused(plain_books, 2_00_000_00)
    _take(plain_books, 1_99_999_99)
    assert "Taken on this day: 1,99,999.99" in _refused(plain_books, 1)
    _take(plain_books, 50_000_00, mode=Mode.UPI)
    _take(plain_books, 1_99_999_99, on=DAY + timedelta(days=1))
    prove(plain_books)


def test_accounts_of_one_pan_are_one_person(plain_books: PlainBooks) -> None:
    plain_books.add(Party(name="Asha", gstin="24AAACC1206D1ZM"))
    plain_books.add(Party(name="Asha Traders", pan="AAACC1206D"))
    plain_books.add(Party(name="Bina"))
    _take(plain_books, 1_50_000_00, party="Asha Traders")
    assert "1,50,000.00" in _refused(plain_books, 50_000_00)
    _take(plain_books, 50_000_00, party="Bina")


def test_one_bill_over_many_days(plain_books: PlainBooks) -> None:
    plain_books.write(BIG)
    for day in range(3):
        on = (DAY + timedelta(days=day)).isoformat()
        plain_books.write(f"receipt  R/{day}  {on}  Asha  60,000.00  cash  against S/1 60,000")
    command = RecordReceipt(
        voucher_id=VoucherId(plain_books.ids.mint()),
        party_id=plain_books.parties["Asha"],
        amount_paise=20_000_00,
        on=DAY + timedelta(days=9),
    )
    with pytest.raises(Refused) as refusal:
        plain_books.run(command)
    assert "Taken for this bill SA01/26/000001: 1,80,000.00" in refusal.value.message
    assert "at most 19,999.99 in cash" in refusal.value.message
    plain_books.run(replace(command, mode=Mode.CHEQUE))
    plain_books.write("receipt  R/9  2026-05-12  Asha  90,000.00  cash  against S/2 90,000")
    prove(plain_books)


def test_a_cancelled_receipt_is_forgotten(plain_books: PlainBooks) -> None:
    """
    party  Asha
    """
    first = _take(plain_books, 1_90_000_00)
    _refused(plain_books, 10_000_00)
    plain_books.run(
        CancelVoucher(fact_id=FactId(plain_books.ids.mint()), voucher_id=first, reason="twice")
    )
    _take(plain_books, 10_000_00)


def test_an_amendment_meets_it_too_and_does_not_count_itself(plain_books: PlainBooks) -> None:
    """
    party  Asha
    """
    first = _take(plain_books, 1_00_000_00)
    _amend(plain_books, first, postings=receipt_postings(ReceiptSums(1_60_000_00), Mode.CASH))
    with pytest.raises(Refused):
        _amend(plain_books, first, postings=receipt_postings(ReceiptSums(2_00_000_00), Mode.CASH))
    other = _take(plain_books, 50_000_00, mode=Mode.UPI)
    with pytest.raises(Refused):
        _amend(plain_books, other, postings=receipt_postings(ReceiptSums(50_000_00), Mode.CASH))
    tomorrow = _take(plain_books, 50_000_00, on=DAY + timedelta(days=1))
    with pytest.raises(Refused):
        _amend(plain_books, tomorrow, on=DAY)


def test_a_journal_that_takes_cash_meets_it(plain_books: PlainBooks) -> None:
    """
    party  Asha
    """
    asha = plain_books.parties["Asha"]
    command = PostJournal(
        voucher_id=VoucherId(plain_books.ids.mint()),
        postings=(Posting("cash", 2_00_000_00), Posting(DEBTORS, -2_00_000_00)),
        party_id=asha,
        on=DAY,
    )
    with pytest.raises(Refused):
        plain_books.run(command)


def test_what_comes_from_outside_is_taken_in_and_its_words_can_be_amended(
    plain_books: PlainBooks,
) -> None:
    """
    receipt  R/1  2026-05-01  Asha  10.00  cash
    """
    old = plain_books.ask(VoucherCard(voucher_id=plain_books.vouchers["R/1"])).voucher
    batch_id = BatchId(plain_books.ids.mint())
    plain_books.run(BeginImport(batch_id=batch_id, source="tally"))
    voucher_id = VoucherId(plain_books.ids.mint())
    history = replace(
        old,
        number="T/1",
        postings=receipt_postings(ReceiptSums(5_00_000_00), Mode.CASH),
        batch_id=batch_id,
    )
    plain_books.run(
        TakeInVoucher(
            fact_id=FactId(voucher_id),
            voucher=history,
            batch_id=batch_id,
            origin_key="tally:1",
            change="1",
        )
    )
    _amend(plain_books, voucher_id, narration="as in Tally")
    assert "5,00,010.00" in _refused(plain_books, 1_00)


def test_the_screen_is_told_the_same(plain_books: PlainBooks) -> None:
    plain_books.write(BIG + "receipt  R/1  2026-05-01  Asha  60,000.00  cash  against S/1 60,000")
    bill = BillKey(plain_books.vouchers["S/1"], 1)
    ask = CashBefore(party_id=plain_books.parties["Asha"], on=DAY, bills=(bill,))
    found = plain_books.ask(ask)
    assert (found.day_paise, dict(found.bills_paise)) == (60_000_00, {bill: 60_000_00})
    assert dict(found.numbers) == {bill: "SA01/26/000001"}
    without = plain_books.ask(replace(ask, without_id=plain_books.vouchers["R/1"]))
    assert (without.day_paise, dict(without.bills_paise)) == (0, {bill: 0})


# The law --------------------------------------------------------------------

_DEEDS = st.lists(
    st.tuples(
        st.sampled_from(("take", "take", "take", "amend", "cancel", "journal")),
        st.integers(0, 2),
        st.integers(0, 3),
        st.integers(1, 2_10_000).map(lambda rupees: rupees * 100),
        st.sampled_from((Mode.CASH, Mode.CASH, Mode.CASH, Mode.UPI)),
    ),
    max_size=14,
)


class Counter:
    """Deeds on three accounts of two persons, over few days and few bills."""

    def __init__(self, plain: PlainBooks) -> None:
        self.plain = plain
        plain.add(Party(name="Asha", pan="AAACC1206D"))
        plain.add(Party(name="Asha Traders", pan="AAACC1206D"))
        plain.add(Party(name="Bina"))
        self.names = list(plain.parties)
        for n, name in enumerate(self.names):
            plain.write(f"invoice  S/{n}  2026-04-01  {name}  9,00,000.00")
        self.taken: list[VoucherId] = []

    def do(self, deed: tuple[str, int, int, int, Mode]) -> None:
        what, who, day, paise, mode = deed
        on = DAY + timedelta(days=day)
        name = self.names[who]
        try:
            if what in ("amend", "cancel") and self.taken:
                self._correct(what, self.taken[paise % len(self.taken)], paise, mode)
            elif what == "journal":
                self._journal(name, on, paise, self.plain.vouchers[f"S/{who}"])
            else:
                self._take(name, on, paise, mode)
        except Refused:
            return

    def _take(self, name: str, on: date, paise: int, mode: Mode) -> None:
        voucher_id = VoucherId(self.plain.ids.mint())
        command = RecordReceipt(
            voucher_id=voucher_id,
            party_id=self.plain.parties[name],
            amount_paise=paise,
            mode=mode,
            on=on,
            discount_paise=paise // 10,
        )
        self.plain.run(command)
        self.taken.append(voucher_id)

    def _journal(self, name: str, on: date, paise: int, bill: VoucherId) -> None:
        voucher_id = VoucherId(self.plain.ids.mint())
        command = PostJournal(
            voucher_id=voucher_id,
            party_id=self.plain.parties[name],
            postings=(Posting("cash", paise), Posting(DEBTORS, -paise)),
            claims=(Claim(bill, 1, -paise),),
            on=on,
        )
        self.plain.run(command)
        self.taken.append(voucher_id)

    def _correct(self, what: str, voucher_id: VoucherId, paise: int, mode: Mode) -> None:
        if what == "cancel":
            fact_id = FactId(self.plain.ids.mint())
            self.plain.run(CancelVoucher(fact_id=fact_id, voucher_id=voucher_id, reason="twice"))
            return
        card = self.plain.ask(VoucherCard(voucher_id=voucher_id))
        claims = tuple(claim._replace(amount_paise=-paise) for claim in card.voucher.claims[:1])
        postings = receipt_postings(ReceiptSums(paise), mode)
        _amend(self.plain, voucher_id, postings=postings, claims=claims, mode=mode)

    def check(self) -> None:
        """Count again from the vouchers themselves, by no query of the guard's."""
        days: dict[tuple[str, date], int] = defaultdict(int)
        bills: dict[BillKey, int] = defaultdict(int)
        person_of = dict(zip(self.plain.parties.values(), ("A", "A", "B"), strict=True))
        for voucher_id in self.taken:
            card = self.plain.ask(VoucherCard(voucher_id=voucher_id))
            cash = sum(p.amount_paise for p in card.voucher.postings if p.account_code == "cash")
            if card.is_cancelled or cash <= 0 or card.party_id is None:
                continue
            days[person_of[card.party_id], card.on] += cash
            for claim in card.claims:
                bill = BillKey(claim.bill_voucher_id, claim.bill_n)
                bills[bill] += min(cash, -claim.settled_paise)
        assert max(days.values(), default=0) < CASH_LIMIT_PAISE
        assert max(bills.values(), default=0) < CASH_LIMIT_PAISE


@given(deeds=_DEEDS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_no_sequence_of_accepted_vouchers_breaks_a_limit(
    deeds: list[tuple[str, int, int, int, Mode]],
) -> None:
    with TemporaryDirectory() as folder:
        plain = fresh_books(Path(folder))
        counter = Counter(plain)
        for deed in deeds:
            counter.do(deed)
        counter.check()
        plain.books.close()
