"""Deeds of a day at a counter, drawn in any order, and the commands they stand for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import select

from collectiq_desktop.core.domain.allocation import Allocation
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.ids import BatchId, PartyId, VoucherId
from collectiq_desktop.core.domain.items import Item
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.posting import GoodsLine
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillKey,
    BillOpened,
    Claim,
    Mode,
    Posting,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.queries.bills import OpenBills
from collectiq_desktop.core.services.corrections import AmendVoucher, CancelVoucher
from collectiq_desktop.core.services.imports import (
    BeginImport,
    TakeInItem,
    TakeInParty,
    TakeInVoucher,
    UndoImport,
)
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.journals import PostContra, PostJournal, PostOpeningBill
from collectiq_desktop.core.services.notes import PostCreditNote, PostDebitNote
from collectiq_desktop.core.services.parties import AddParty, AmendParty
from collectiq_desktop.core.services.payments import MakePayment
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.storage import tables
from tests.core.looking import fact_id, newest_of, voucher_id, voucher_of
from tests.plain_books import PlainBooks

FIRST_ON = date(2026, 4, 1)
_v, _p = tables.voucher.c, tables.party.c


class Desk:
    """One counter with three parties, and what can be picked there."""

    def __init__(self, plain: PlainBooks) -> None:
        self.plain = plain
        self.batches: list[BatchId] = []
        for name in ("Asha", "Bina"):
            plain.party_id(name)
        plain.add(Party(name="Cash Sales", is_bill_wise=False))
        plain.run(self.begin(0, 0, 0))

    def command(self, what: str, a: int, b: int, paise: int) -> Any:
        """The command that a drawn deed stands for."""
        return getattr(self, what)(a, b, paise)

    def _party(self, pick: int) -> PartyId:
        with self.plain.books.reading() as conn:
            ids = conn.execute(select(_p.party_id).order_by(_p.party_row)).scalars().all()
        return PartyId(ids[pick % len(ids)])

    def _voucher(self, pick: int) -> VoucherId:
        with self.plain.books.reading() as conn:
            ids = conn.execute(select(_v.voucher_id).order_by(_v.voucher_row)).scalars().all()
        if not ids:
            message = "There is no voucher yet."
            raise Refused(say(message))
        return VoucherId(ids[pick % len(ids)])

    def _common(self, a: int, b: int) -> dict[str, Any]:
        on = FIRST_ON + timedelta(days=b % 50)
        return {"voucher_id": voucher_id(self.plain), "party_id": self._party(a), "on": on}

    def begin(self, a: int, _b: int, _paise: int) -> BeginImport:
        self.batches.append(BatchId(self.plain.ids.mint()))
        return BeginImport(batch_id=self.batches[-1], source=f"source {a}")

    def _batch(self, pick: int) -> BatchId:
        return self.batches[-1 - pick % len(self.batches)]


class Till(Desk):
    """The vouchers that are typed there."""

    def invoice(self, a: int, b: int, paise: int) -> PostInvoice:
        return PostInvoice(**self._common(a, b), amount_paise=paise)

    def goods(self, a: int, b: int, paise: int) -> PostInvoice:
        lines = (GoodsLine("Soap", 1_500, paise * 70, gst_rate_bp=1_800),)
        return PostInvoice(**self._common(a, b), goods=lines, is_inter_state=b % 2 == 0)

    def receipt(self, a: int, b: int, paise: int) -> RecordReceipt:
        return RecordReceipt(
            **self._common(a, b), amount_paise=paise, mode=list(Mode)[b % 6], discount_paise=b % 3
        )

    def chosen(self, a: int, b: int, paise: int) -> RecordReceipt:
        """A receipt set against some open bill of the party, or against one of another's."""
        common = self._common(a, b)
        bills = self.plain.ask(OpenBills(party_id=common["party_id"])) if b % 4 else ()
        line = bills[b % len(bills)] if bills else None
        found = BillKey(line.voucher_id, line.n) if line else BillKey(self._voucher(b), 1)
        return RecordReceipt(
            **common, amount_paise=paise, allocations=(Allocation(found, min(paise, 50)),)
        )

    def credit(self, a: int, b: int, paise: int) -> PostCreditNote:
        return PostCreditNote(**self._common(a, b), amount_paise=paise)

    def debit(self, a: int, b: int, paise: int) -> PostDebitNote:
        return PostDebitNote(**self._common(a, b), amount_paise=paise)

    def payment(self, a: int, b: int, paise: int) -> MakePayment:
        return MakePayment(**self._common(a, b), amount_paise=paise)

    def opening(self, a: int, b: int, paise: int) -> PostOpeningBill:
        common = self._common(a, b)
        on = common.pop("on")
        signed = -paise if b % 2 else paise
        number = f"O/{b}" if b % 5 else ""
        return PostOpeningBill(**common, bill_on=on, amount_paise=signed, number=number)

    def contra(self, _a: int, _b: int, paise: int) -> PostContra:
        return PostContra(voucher_id=voucher_id(self.plain), amount_paise=paise)

    def journal(self, a: int, b: int, paise: int) -> PostJournal:
        """Two lines of two parties (or of one), each claiming some bill."""
        one, other = self._party(a), self._party(b)
        claims = (
            Claim(self._voucher(a), 1, paise, party_id=one),
            Claim(self._voucher(b), 1, -paise, party_id=other),
        )
        return PostJournal(
            voucher_id=voucher_id(self.plain),
            postings=(Posting(DEBTORS, paise, one), Posting(DEBTORS, -paise, other)),
            claims=claims[: 1 + paise % 2],
        )


class Day(Till):
    """Whatever else happens there: corrections, masters, imports."""

    def cancel(self, a: int, _b: int, _paise: int) -> CancelVoucher:
        found = self._voucher(a)
        return CancelVoucher(fact_id=fact_id(self.plain), voucher_id=found, reason="wrong")

    def amend(self, a: int, b: int, paise: int) -> AmendVoucher:
        """Another day, another sum, and sometimes another party or no claims any more."""
        found = self._voucher(a)
        old = voucher_of(self.plain, found)
        changed = replace(
            old,
            on=FIRST_ON + timedelta(days=b % 50),
            postings=tuple(p._replace(amount_paise=p.amount_paise * paise) for p in old.postings),
            bills=tuple(bill._replace(amount_paise=bill.amount_paise * 2) for bill in old.bills),
            claims=old.claims if b % 2 else (),
        )
        if b % 3 == 0 and old.party_id is not None:
            changed = replace(changed, party_id=self._party(b))
        return AmendVoucher(
            fact_id=fact_id(self.plain),
            voucher_id=found,
            voucher=changed,
            reason="wrong",
            base_id=newest_of(self.plain, found) if b % 2 else None,
        )

    def add(self, a: int, b: int, _paise: int) -> AddParty:
        code = f"X{a}" if b % 2 else ""
        return AddParty(party_id=PartyId(fact_id(self.plain)), party=Party(name=f"P{a}", code=code))

    def rename(self, a: int, b: int, _paise: int) -> AmendParty:
        changes = {"name": f"N{a}", "is_bill_wise": b % 3 > 0, "credit_days": b}
        return AmendParty(fact_id=fact_id(self.plain), party_id=self._party(a), changes=changes)

    def party_in(self, a: int, b: int, _paise: int) -> TakeInParty:
        return TakeInParty(
            fact_id=fact_id(self.plain),
            party=Party(name=f"In {a}", beat=f"B{b % 3}"),
            batch_id=self._batch(0),
            origin_key=f"party/{a % 3}",
            change=str(b % 3),
        )

    def item_in(self, a: int, b: int, _paise: int) -> TakeInItem:
        return TakeInItem(
            fact_id=fact_id(self.plain),
            item=Item(name=f"I{a % 2}", hsn=str(b % 3)),
            batch_id=self._batch(0),
            origin_key=f"item/{a % 2}",
            change=str(b % 3),
        )

    def voucher_in(self, a: int, b: int, paise: int) -> TakeInVoucher:
        on, number = FIRST_ON + timedelta(days=b % 50), f"T/{a}"
        signed = paise if b % 3 else -paise
        bills = (BillOpened(1, number, signed, on, on),) if b % 2 else ()
        claims = (Claim(self._voucher(b), 1, signed),) if b % 4 > 1 else ()
        voucher = Voucher(
            kind=VoucherKind.JOURNAL,
            number=number,
            on=on,
            party_id=self._party(a + b),
            postings=(Posting(DEBTORS, signed), Posting("sales", -signed)),
            bills=bills,
            claims=claims,
        )
        return TakeInVoucher(
            fact_id=fact_id(self.plain),
            voucher=voucher,
            batch_id=self._batch(0),
            origin_key=f"voucher/{a}",
            change=str(b % 3),
        )

    def undo(self, a: int, _b: int, _paise: int) -> UndoImport:
        return UndoImport(fact_id=fact_id(self.plain), batch_id=self._batch(a), reason="wrong")


DEEDS = sorted(name for name in dir(Day) if not name.startswith("_") and name != "command")
LIKELY = [
    "begin",
    "chosen",
    "invoice",
    "receipt",
    "receipt",
    "amend",
    "cancel",
    "voucher_in",
    "party_in",
]
deeds = st.tuples(
    st.sampled_from([*DEEDS, *LIKELY]),
    st.integers(0, 9),
    st.integers(0, 60),
    st.integers(1, 400),
)
