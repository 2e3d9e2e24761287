"""What else is done in a simulated firm: cheques, promises, visits, money ahead, limits."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import ColumnElement, select

from collectiq_desktop.core.domain.allocation import Allocation
from collectiq_desktop.core.domain.errors import CollectIQError, Refused
from collectiq_desktop.core.domain.ids import FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.domain.vouchers import BillKey, Mode
from collectiq_desktop.core.services.allowing import AllowCredit
from collectiq_desktop.core.services.attachments import AttachPicture
from collectiq_desktop.core.services.cheques import (
    BounceCheque,
    ClearCheque,
    DepositCheque,
    GiveBackCheque,
    ReceiveCheque,
)
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.core.services.phones import CorrectPhone, SettlePhone
from collectiq_desktop.core.services.promises import MakePromise, NoteVisit, WithdrawPromise
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.reminders import NoteReminder
from collectiq_desktop.core.services.set_off import SetOff
from collectiq_desktop.core.storage import collecting_tables, tables
from tests.simulation.work import Work

if TYPE_CHECKING:
    from tests.simulation.shops import Counter

_FEW = 3
Thing = TypeVar("Thing")


class Hands:
    """Who works at a counter, and reaches for the same few things as others."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.dice = work.dice

    def _ids(self, counter: Counter, column: ColumnElement[bytes]) -> set[bytes]:
        with counter.books.reading() as conn:
            return set(conn.execute(select(column)).scalars())

    def _one_of(self, known: set[bytes]) -> bytes:
        return self._drawn(sorted(known))

    def _drawn(self, known: list[Thing]) -> Thing:
        """One of these, mostly of the first few, so that hands meet."""
        if not known:
            raise Refused(say("there is none yet"))
        return self.dice.choice(known[:_FEW] if self.dice.random() < 0.7 else known)


class Collecting(Hands):
    """Each deed is one command at one counter, or refused by its rules."""

    DEEDS = (
        "receipt_by_cheque",
        "post_dated_cheque",
        "cheque_goes_on",
        "cheque_goes_on",
        "picture",
        "promise",
        "withdraw",
        "visit",
        "remind",
        "correct_phone",
        "settle_phone",
        "advance",
        "set_off",
        "limit",
        "beyond_the_limit",
    )

    # Cheques --------------------------------------------------------------

    def receipt_by_cheque(self, counter: Counter) -> None:
        counter.books.run(
            RecordReceipt(
                voucher_id=VoucherId(counter.books.mint_id()),
                party_id=self.work.party(counter),
                amount_paise=self.dice.randint(1, 300),
                mode=Mode.CHEQUE,
                reference=str(self.dice.randrange(100_000, 1_000_000)),
                bank="SBI",
            )
        )

    def post_dated_cheque(self, counter: Counter) -> None:
        counter.books.run(
            ReceiveCheque(
                fact_id=FactId(counter.books.mint_id()),
                party_id=self.work.party(counter),
                amount_paise=self.dice.randint(1, 300),
                number=str(self.dice.randrange(100_000, 1_000_000)),
                cheque_on=counter.clock.today_on() + timedelta(days=1),
            )
        )

    def cheque_goes_on(self, counter: Counter) -> None:
        """The first step that fits where the cheque stands, as far as this counter knows."""
        voucher_cheques, post_dated = collecting_tables.cheque_voucher, collecting_tables.cheque
        known = self._ids(counter, voucher_cheques.c.cheque_id)
        cheque_id = FactId(self._one_of(known | self._ids(counter, post_dated.c.fact_id)))
        fact_id, voucher_id = counter.books.mint_id(), VoucherId(counter.books.mint_id())
        steps: list[object] = [
            DepositCheque(voucher_id=voucher_id, cheque_id=cheque_id),
            ClearCheque(fact_id=FactId(fact_id), cheque_id=cheque_id),
            BounceCheque(
                voucher_id=voucher_id,
                cheque_id=cheque_id,
                reason="no funds",
                charge_paise=self.dice.choice((0, 7)),
            ),
            GiveBackCheque(fact_id=FactId(fact_id), cheque_id=cheque_id),
        ]
        self.dice.shuffle(steps)
        for step in steps:
            with suppress(CollectIQError):
                counter.books.run(step)
                return

    def picture(self, counter: Counter) -> None:
        voucher_cheques, post_dated = collecting_tables.cheque_voucher, collecting_tables.cheque
        known = self._ids(counter, voucher_cheques.c.cheque_id)
        about_id = FactId(self._one_of(known | self._ids(counter, post_dated.c.fact_id)))
        fact_id = FactId(counter.books.mint_id())
        # The same few pictures, so that one hash is named more than once.
        content = b"\xff\xd8\xff" + bytes([self.dice.randrange(20)]) * 9
        counter.books.run(AttachPicture(fact_id=fact_id, about_id=about_id, content=content))

    # Promises and calls ---------------------------------------------------

    def promise(self, counter: Counter) -> None:
        counter.books.run(
            MakePromise(
                fact_id=FactId(counter.books.mint_id()),
                party_id=self.work.party(counter),
                amount_paise=self.dice.randint(1, 300),
                promised_on=counter.clock.today_on() + timedelta(days=self.dice.randrange(4)),
            )
        )

    def withdraw(self, counter: Counter) -> None:
        promise_id = self._one_of(self._ids(counter, collecting_tables.promise.c.fact_id))
        fact_id = FactId(counter.books.mint_id())
        counter.books.run(
            WithdrawPromise(fact_id=fact_id, promise_id=FactId(promise_id), reason="a mistake")
        )

    def visit(self, counter: Counter) -> None:
        sheets = self._ids(counter, collecting_tables.run_sheet.c.fact_id)
        sheet_id = FactId(self._one_of(sheets)) if sheets else None
        counter.books.run(
            NoteVisit(
                fact_id=FactId(counter.books.mint_id()),
                party_id=self.work.party(counter),
                outcome=self.dice.choice(tuple(Outcome)),
                sheet_id=sheet_id,
                sheet_row=0 if sheet_id is None else 1,
            )
        )

    def remind(self, counter: Counter) -> None:
        counter.books.run(
            NoteReminder(
                fact_id=FactId(counter.books.mint_id()),
                party_id=self.work.party(counter),
                amount_paise=self.dice.randint(1, 300),
                language=self.dice.choice(("en", "hi")),
            )
        )

    def correct_phone(self, counter: Counter) -> None:
        """Changed at once by who may change parties, asked of the office by everybody else."""
        counter.books.run(
            CorrectPhone(
                fact_id=FactId(counter.books.mint_id()),
                party_id=self.work.party(counter),
                phone=f"98250{self.dice.randrange(20_000, 20_004)}",
            )
        )

    def settle_phone(self, counter: Counter) -> None:
        fact_id, party_id = FactId(counter.books.mint_id()), self.work.party(counter)
        counter.books.run(SettlePhone(fact_id=fact_id, party_id=party_id))

    # Money paid ahead, and limits -----------------------------------------

    def advance(self, counter: Counter) -> None:
        counter.books.run(
            RecordReceipt(
                voucher_id=VoucherId(counter.books.mint_id()),
                party_id=self.work.party(counter),
                amount_paise=self.dice.randint(1, 300),
                is_advance=True,
            )
        )

    def set_off(self, counter: Counter) -> None:
        b, v, p = tables.bill.c, tables.voucher.c, tables.party.c
        statement = (
            select(v.voucher_id, b.n, b.open_paise, p.party_id)
            .join(tables.voucher, v.voucher_row == b.voucher_row)
            .join(tables.party, p.party_row == b.party_row)
            .where(b.open_paise > 0)
            .order_by(v.voucher_id, b.n)
        )
        with counter.books.reading() as conn:
            bills = list(conn.execute(statement))
        bill = self._drawn(bills)
        part = Allocation(BillKey(bill.voucher_id, bill.n), min(bill.open_paise, 20))
        counter.books.run(
            SetOff(
                voucher_id=VoucherId(counter.books.mint_id()),
                party_id=PartyId(bill.party_id),
                allocations=(part,),
            )
        )

    def limit(self, counter: Counter) -> None:
        changes = {
            "credit_limit_paise": self.dice.choice((0, 300)),
            "stops_at_limit": self.dice.random() < 0.7,
        }
        fact_id, party_id = FactId(counter.books.mint_id()), self.work.party(counter)
        counter.books.run(AmendParty(fact_id=fact_id, party_id=party_id, changes=changes))

    def beyond_the_limit(self, counter: Counter) -> None:
        """A sale is let pass by a word, for this one or until a day."""
        party_id, paise = self.work.party(counter), self.dice.randint(300, 900)
        voucher_id, fact_id = VoucherId(counter.books.mint_id()), counter.books.mint_id()
        is_for_one = self.dice.random() < 0.5
        until_on = counter.clock.today_on() + timedelta(days=1)
        counter.books.run(
            AllowCredit(
                fact_id=FactId(fact_id),
                party_id=party_id,
                reason="wedding season",
                voucher_id=voucher_id if is_for_one else None,
                most_paise=paise if is_for_one else 0,
                until_on=None if is_for_one else until_on,
            )
        )
        invoice = PostInvoice(voucher_id=voucher_id, party_id=party_id, amount_paise=paise)
        counter.books.run(invoice)
