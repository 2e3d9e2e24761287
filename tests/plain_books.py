"""Plain books: a test's docstring is the ledger, and the fixture makes real books of it.

One voucher a line, two spaces or more between fields:

    party        Asha Stores  code AS  beat North  30 days  phone 98250 11111
    invoice      S/1  2025-04-01  Asha Stores  10,000.00  due 30 days
    receipt      R/1  2025-05-20  Asha Stores   4,000.00  upi  against S/1 3,000.00
    receipt      R/2  2025-05-20  Asha Stores     500.00  on account
    receipt      R/3  2025-05-20  Asha Stores     500.00  advance
    credit_note  C/1  2025-05-21  Asha Stores     500.00
    cancel       R/1  entered twice

S/1 and R/1 are the test's own names: the books give numbers of theirs. A party
that is first met in a voucher is added, kept bill-wise, due at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.allocation import Allocation
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.money import format_inr, parse_inr
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.vouchers import DEBTORS, BillKey, Claim, Mode, Posting
from collectiq_desktop.core.queries.asking import Ask, Found
from collectiq_desktop.core.queries.outstanding import Outstanding, OutstandingParty
from collectiq_desktop.core.services.corrections import CancelVoucher
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.journals import PostContra, PostJournal, PostOpeningBill
from collectiq_desktop.core.services.notes import PostCreditNote, PostDebitNote
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.services.payments import MakePayment
from collectiq_desktop.core.services.receipts import RecordReceipt
from tests.engines import place
from tests.fakes import CountingIds, FixedClock

FIRM = Firm(
    name="Shree Test Wholesale",
    state_code="24",
    gstin="24AAACC1206D1ZM",
    vpa="shree@upi",
    bank_name="Bank of Baroda",
    bank_account_number="00112233",
    bank_ifsc="BARB0SHREEX",
)
_GAP = re.compile(r"\s{2,}|\t")
_MODES = frozenset(Mode)
_DAYS = re.compile(r"(\d+) days")


@dataclass
class PlainBooks:
    """Books made from text, with the names that the text gave."""

    books: Books
    clock: FixedClock
    ids: CountingIds
    parties: dict[str, PartyId] = field(default_factory=dict)
    vouchers: dict[str, VoucherId] = field(default_factory=dict)

    def ask(self, ask: Ask[Found]) -> Found:
        found: Found = self.books.ask(ask)
        return found

    def write(self, text: str) -> PlainBooks:
        """Post every line of the text; what is no line of a ledger is passed over."""
        for line in text.splitlines():
            verb, *fields = _GAP.split(line.strip())
            if verb in _VERBS and fields:
                _VERBS[verb](self, fields)
        return self

    def run(self, command: object) -> Any:
        return self.books.run(command).result

    def party_id(self, name: str) -> PartyId:
        if name not in self.parties:
            self.add(Party(name=name))
        return self.parties[name]

    def add(self, party: Party) -> PartyId:
        party_id = PartyId(self.ids.mint())
        self.run(AddParty(party_id=party_id, party=party))
        self.parties[party.name] = party_id
        return party_id

    def voucher_id(self, name: str) -> VoucherId:
        return self.vouchers.setdefault(name, VoucherId(self.ids.mint()))


def _party(plain: PlainBooks, fields: list[str]) -> None:
    name, *options = fields
    values: dict[str, Any] = {"name": name}
    for option in options:
        key, _, value = option.partition(" ")
        days = _DAYS.fullmatch(option)
        if days:
            values["credit_days"] = int(days[1])
        elif option == "not bill-wise":
            values["is_bill_wise"] = False
        elif key in {"phone", "alias"}:
            plural = {"phone": "phones", "alias": "aliases"}[key]
            values[plural] = (*values.get(plural, ()), value)
        else:
            values[key] = value
    plain.add(Party(**values))


@dataclass
class _Line:
    """What a voucher's line says: its fixed fields, and the options after them."""

    voucher_id: VoucherId
    on: date
    party_id: PartyId
    amount_paise: int
    options: list[str]

    def option(self, key: str) -> str:
        """What follows a key among the options, empty where it does not stand."""
        for option in self.options:
            if option.startswith(key + " "):
                return option.removeprefix(key).strip()
        return ""

    def paise(self, key: str) -> int:
        return parse_inr(self.option(key)) if self.option(key) else 0

    @property
    def due_on(self) -> date | None:
        text = self.option("due")
        days = _DAYS.fullmatch(text)
        if days:
            return self.on + timedelta(days=int(days[1]))
        return date.fromisoformat(text) if text else None

    @property
    def mode(self) -> Mode:
        return Mode(next((option for option in self.options if option in _MODES), "cash"))

    def allocations(self, plain: PlainBooks) -> tuple[Allocation, ...] | None:
        if "on account" in self.options:
            return ()
        if not self.option("against"):
            return None
        pairs = (part.split() for part in self.option("against").split(" and "))
        return tuple(
            Allocation(BillKey(plain.vouchers[name], 1), parse_inr(amount))
            for name, amount in pairs
        )


def _line(plain: PlainBooks, fields: list[str]) -> _Line:
    name, on, party, amount, *options = fields
    return _Line(
        plain.voucher_id(name),
        date.fromisoformat(on),
        plain.party_id(party),
        parse_inr(amount),
        options,
    )


def _common(line: _Line) -> dict[str, Any]:
    return {
        "voucher_id": line.voucher_id,
        "party_id": line.party_id,
        "amount_paise": line.amount_paise,
        "narration": line.option("note"),
    }


def _invoice(plain: PlainBooks, fields: list[str]) -> None:
    line = _line(plain, fields)
    plain.run(
        PostInvoice(**_common(line), on=line.on, due_on=line.due_on, reference=line.option("ref"))
    )


def _receipt(plain: PlainBooks, fields: list[str]) -> None:
    line = _line(plain, fields)
    plain.run(
        RecordReceipt(
            **_common(line),
            on=line.on,
            mode=line.mode,
            reference=line.option("ref"),
            allocations=line.allocations(plain),
            is_advance="advance" in line.options,
            discount_paise=line.paise("discount"),
            tds_paise=line.paise("tds"),
        )
    )


def _credit_note(plain: PlainBooks, fields: list[str]) -> None:
    line = _line(plain, fields)
    plain.run(PostCreditNote(**_common(line), on=line.on, allocations=line.allocations(plain)))


def _debit_note(plain: PlainBooks, fields: list[str]) -> None:
    line = _line(plain, fields)
    plain.run(PostDebitNote(**_common(line), on=line.on, due_on=line.due_on))


def _payment(plain: PlainBooks, fields: list[str]) -> None:
    line = _line(plain, fields)
    plain.run(MakePayment(**_common(line), on=line.on, mode=line.mode))


def _opening(plain: PlainBooks, fields: list[str]) -> None:
    """An opening bill, or with `on account` an opening balance without one."""
    line = _line(plain, fields)
    number = "" if "on account" in line.options else fields[0]
    plain.run(PostOpeningBill(**_common(line), number=number, bill_on=line.on, due_on=line.due_on))


def _journal(plain: PlainBooks, fields: list[str]) -> None:
    """The party debited (credited by a minus) against an account, with its claims."""
    line = _line(plain, fields)
    account_code = line.option("account") or "bad_debts"
    postings = (
        Posting(DEBTORS, line.amount_paise),
        Posting(account_code, -line.amount_paise),
    )
    sign = 1 if line.amount_paise > 0 else -1
    claims = tuple(
        Claim(*allocation.bill, sign * allocation.amount_paise)
        for allocation in line.allocations(plain) or ()
    )
    plain.run(
        PostJournal(
            voucher_id=line.voucher_id,
            party_id=line.party_id,
            postings=postings,
            claims=claims,
            on=line.on,
            narration=line.option("note"),
        )
    )


def _contra(plain: PlainBooks, fields: list[str]) -> None:
    name, on, amount = fields
    plain.run(
        PostContra(
            voucher_id=plain.voucher_id(name),
            amount_paise=parse_inr(amount),
            on=date.fromisoformat(on),
        )
    )


def _cancel(plain: PlainBooks, fields: list[str]) -> None:
    name, reason = fields
    command = CancelVoucher(
        fact_id=FactId(plain.ids.mint()), voucher_id=plain.vouchers[name], reason=reason
    )
    plain.run(command)


_VERBS: dict[str, Callable[[PlainBooks, list[str]], None]] = {
    "party": _party,
    "invoice": _invoice,
    "receipt": _receipt,
    "credit_note": _credit_note,
    "debit_note": _debit_note,
    "payment": _payment,
    "opening": _opening,
    "journal": _journal,
    "contra": _contra,
    "cancel": _cancel,
}


def fresh_books(folder: Path, name: str = "plain.collectiq") -> PlainBooks:
    """New, empty books in a folder."""
    clock, ids = FixedClock(), CountingIds()
    books = Books.create(place(folder / name), FIRM, Surroundings(clock=clock, ids=ids))
    return PlainBooks(books, clock, ids)


@pytest.fixture
def plain_books(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlainBooks]:
    """Fresh books with what the test's docstring says."""
    plain = fresh_books(tmp_path)
    plain.write(request.function.__doc__ or "")
    yield plain
    plain.books.close()


def outstanding_of(plain: PlainBooks, party: str, as_of_on: date | None = None) -> OutstandingParty:
    """The party's part of the outstanding; nothing owed is an empty one."""
    sheet = plain.ask(Outstanding(as_of_on=as_of_on))
    nothing = OutstandingParty(plain.parties[party], party, "", 0, 0, ())
    return next((each for each in sheet.parties if each.party == party), nothing)


def outstanding(plain: PlainBooks, party: str, as_of_on: date | None = None) -> str:
    """What the party owes as it is printed: 6,000.00."""
    return format_inr(outstanding_of(plain, party, as_of_on).balance_paise)
