"""What clerks do in a simulated firm: bills, receipts, corrections, parties, imports."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from collectiq_desktop.core.domain.accounts import Account, Nature
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.ids import BatchId, FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillOpened,
    Claim,
    Posting,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.services.corrections import AmendVoucher, CancelVoucher
from collectiq_desktop.core.services.imports import (
    BeginImport,
    TakeInVoucher,
    UndoImport,
)
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.masters import AddAccount, AmendFirm
from collectiq_desktop.core.services.notes import PostCreditNote
from collectiq_desktop.core.services.parties import AddParty, AmendParty
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.corrections import version_at
from collectiq_desktop.core.storage.writer import Writer

if TYPE_CHECKING:
    from tests.simulation.shops import Counter
    from tests.simulation.world import World

_v, _p, _b, _i = tables.voucher.c, tables.party.c, tables.batch.c, tables.bill.c


class Work:
    """Each deed is one command at one counter, or refused by its rules."""

    DEEDS = (
        "invoice",
        "receipt",
        "receipt",
        "credit_note",
        "amend",
        "set_against",
        "cancel",
        "add_party",
        "rename",
        "rename_firm",
        "payment_from_outside",
        "import_batch",
        "undo_import",
        "add_account",
    )

    def __init__(self, world: World) -> None:
        self.dice = world.dice

    def invoice(self, counter: Counter) -> None:
        voucher_id = VoucherId(counter.books.mint_id())
        counter.books.run(
            PostInvoice(
                voucher_id=voucher_id,
                party_id=self.party(counter),
                amount_paise=self.dice.randint(1, 500),
            )
        )

    def receipt(self, counter: Counter) -> None:
        voucher_id = VoucherId(counter.books.mint_id())
        counter.books.run(
            RecordReceipt(
                voucher_id=voucher_id,
                party_id=self.party(counter),
                amount_paise=self.dice.randint(1, 400),
            )
        )

    def credit_note(self, counter: Counter) -> None:
        voucher_id = VoucherId(counter.books.mint_id())
        counter.books.run(
            PostCreditNote(
                voucher_id=voucher_id,
                party_id=self.party(counter),
                amount_paise=self.dice.randint(1, 50),
            )
        )

    def cancel(self, counter: Counter) -> None:
        voucher_id, _voucher = self._voucher(counter)
        fact_id = FactId(counter.books.mint_id())
        counter.books.run(CancelVoucher(fact_id=fact_id, voucher_id=voucher_id, reason="wrong"))

    def amend(self, counter: Counter) -> None:
        voucher_id, voucher = self._voucher(counter)
        paise = self.dice.randint(1, 300)
        others = [p for p in voucher.postings if p.account_code != DEBTORS]
        if not others:
            raise Refused(say("a set-off has no other side"))
        sign = 1 if others[0].amount_paise < 0 else -1
        changed = replace(
            voucher,
            postings=(
                Posting(DEBTORS, sign * paise),
                Posting(others[0].account_code, -sign * paise),
            ),
            bills=tuple(bill._replace(amount_paise=paise) for bill in voucher.bills[:1]),
            claims=(),
        )
        counter.books.run(
            AmendVoucher(
                fact_id=FactId(counter.books.mint_id()),
                voucher_id=voucher_id,
                voucher=changed,
                reason="other amount",
            )
        )

    def set_against(self, counter: Counter) -> None:
        """A receipt is amended to pay a bill, of another branch perhaps, that it did not pay."""
        voucher_id, voucher = self._voucher(counter, VoucherKind.RECEIPT)
        paise = voucher.amount_paise
        claim = self._open_bill(counter, voucher.party_id)._replace(amount_paise=-paise)
        counter.books.run(
            AmendVoucher(
                fact_id=FactId(counter.books.mint_id()),
                voucher_id=voucher_id,
                voucher=replace(voucher, claims=(claim,)),
                reason="another bill",
            )
        )

    def _open_bill(self, counter: Counter, party_id: PartyId | None) -> Claim:
        """One of the party's open bills, as a claim on it would name it."""
        mine = (_i.open_paise > 0, _p.party_id == party_id)
        found = (
            select(_v.voucher_id, _i.n, _i.branch_id)
            .join(tables.voucher, _v.voucher_row == _i.voucher_row)
            .join(tables.party, _p.party_row == _i.party_row)
            .where(*mine)
        )
        with counter.books.reading() as conn:
            bills = conn.execute(found.order_by(_v.voucher_id, _i.n)).all()
        if not bills:
            message = say("nothing is open")
            raise Refused(message)
        opener, n, branch_id = self.dice.choice(bills)
        return Claim(VoucherId(opener), n, 0, branch_id)

    def add_party(self, counter: Counter) -> None:
        party_id = PartyId(counter.books.mint_id())
        name = f"Party {self.dice.randrange(1000)}"
        counter.books.run(AddParty(party_id=party_id, party=Party(name=name)))

    def rename(self, counter: Counter) -> None:
        changes = {"name": f"Name {self.dice.randrange(1000)}", "beat": self.dice.choice("NS")}
        fact_id = FactId(counter.books.mint_id())
        party_id = self.party(counter)
        counter.books.run(AmendParty(fact_id=fact_id, party_id=party_id, changes=changes))

    def rename_firm(self, counter: Counter) -> None:
        fact_id = FactId(counter.books.mint_id())
        changes = {"email": f"{self.dice.randrange(100)}@example.in"}
        counter.books.run(AmendFirm(fact_id=fact_id, changes=changes))

    def add_account(self, counter: Counter) -> None:
        n = self.dice.randrange(3)
        account = Account(f"own{n}", f"Own {self.dice.randrange(99)}", Nature.EXPENSE)
        counter.books.run(AddAccount(fact_id=FactId(counter.books.mint_id()), account=account))

    def payment_from_outside(self, counter: Counter) -> None:
        """The same few payments reach several counters, each with an id of its own."""
        batch_id = BatchId(counter.books.mint_id())
        counter.books.run(BeginImport(batch_id=batch_id, source="gateway"))
        self._take_in(counter, batch_id, f"pay:{self.dice.randrange(4)}")

    def import_batch(self, counter: Counter) -> None:
        batch_id = BatchId(counter.books.mint_id())
        counter.books.run(BeginImport(batch_id=batch_id, source="tally"))
        for _n in range(self.dice.randint(1, 3)):
            self._take_in(counter, batch_id, f"doc:{self.dice.randrange(12)}")

    def _take_in(self, counter: Counter, batch_id: BatchId, origin_key: str) -> None:
        books, paise = counter.books, self.dice.randint(1, 200)
        is_bill = self.dice.random() < 0.5
        on = counter.clock.today_on()
        party_id = self.party(counter)
        sign = 1 if is_bill else -1
        voucher = Voucher(
            kind=VoucherKind.SALES_INVOICE if is_bill else VoucherKind.RECEIPT,
            number=f"X-{origin_key}",
            on=on,
            party_id=party_id,
            branch_id=books.identity.branch_id,
            postings=(Posting(DEBTORS, sign * paise), Posting("sales", -sign * paise)),
            bills=(BillOpened(0, f"X-{origin_key}", paise, on, on),) if is_bill else (),
        )
        books.run(
            TakeInVoucher(
                fact_id=FactId(books.mint_id()),
                voucher=voucher,
                batch_id=batch_id,
                origin_key=origin_key,
                change=str(self.dice.randrange(3)),
            )
        )

    def undo_import(self, counter: Counter) -> None:
        with counter.books.reading() as conn:
            known = conn.execute(select(_b.batch_id).where(_b.is_undone == 0)).scalars().all()
        if not known:
            message = say("nothing was imported")
            raise Refused(message)
        fact_id = FactId(counter.books.mint_id())
        batch_id = BatchId(self.dice.choice(sorted(known)))
        counter.books.run(UndoImport(fact_id=fact_id, batch_id=batch_id, reason="wrong file"))

    def party(self, counter: Counter) -> PartyId:
        with counter.books.reading() as conn:
            known = sorted(conn.execute(select(_p.party_id)).scalars())
        if not known:
            party_id = PartyId(counter.books.mint_id())
            counter.books.run(AddParty(party_id=party_id, party=Party(name="First")))
            return party_id
        return PartyId(self.dice.choice(known[: self.dice.choice((1, 2, 6))]))

    def _voucher(
        self, counter: Counter, kind: VoucherKind | None = None
    ) -> tuple[VoucherId, Voucher]:
        posted = select(_v.voucher_id, _v.newest_id).where(_v.state == "posted")
        if kind is not None:
            posted = posted.where(_v.kind == kind.value)
        with counter.books.reading() as conn:
            rows = conn.execute(posted.order_by(_v.voucher_id)).all()
            if not rows:
                message = say("nothing to correct yet")
                raise Refused(message)
            # Hands that meet on the same few documents find more than hands that never meet.
            row = self.dice.choice(rows[:3] if self.dice.random() < 0.7 else rows)
            version = version_at(Writer(conn), row.newest_id or row.voucher_id)
        return VoucherId(row.voucher_id), version.voucher
