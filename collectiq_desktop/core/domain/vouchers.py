"""The voucher: a numbered, dated document that posts, and what it is made of.

One shape serves all kinds, because the books ask the same of each: postings
that close to zero, bills that it opens, claims that it lays on bills. What is
neither a bill nor a claim stays on account, and is derived, never stored.
How each kind gets its postings is in `posting`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import BatchId, FactId, PartyId, UserId, VoucherId
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.saying import say

MAIN_BRANCH = "MAIN"
MAX_NUMBER_CHARS = 64
DEBTORS = "debtors"
AGENTS, AGENT_DUES = "agents", "agent_dues"
OF_AN_AGENT = frozenset({AGENTS, AGENT_DUES})
"""Accounts of which every line belongs to the agent whom its voucher names."""


class VoucherKind(StrEnum):
    """The kinds of voucher; the value is the letter that begins its numbers."""

    SALES_INVOICE = "S"
    RECEIPT = "R"
    CREDIT_NOTE = "C"
    DEBIT_NOTE = "D"
    JOURNAL = "J"
    CONTRA = "K"
    PAYMENT = "P"
    OPENING_BILL = "O"

    @property
    def word(self) -> str:
        """The kind as machine output names it: `sales_invoice`."""
        return self.name.lower()

    @property
    def caption(self) -> str:
        """The kind as people read it: `Sales invoice`."""
        return self.name.replace("_", " ").capitalize()


class Mode(StrEnum):
    """How money came or went."""

    CASH = "cash"
    UPI = "upi"
    CHEQUE = "cheque"
    BANK = "bank"
    CARD = "card"
    RAZORPAY = "razorpay"


class BillKey(NamedTuple):
    """Names one bill for ever: the voucher that opened it and its place there."""

    voucher_id: VoucherId
    n: int


class Posting(NamedTuple):
    """One debit or credit line.

    Money: `amount_paise` is debit positive and never zero.
    A debtors' line without `party_id` belongs to the voucher's own party.
    """

    account_code: str
    amount_paise: int
    party_id: PartyId | None = None


class BillOpened(NamedTuple):
    """A bill that the voucher opens ("New Ref"), or an advance.

    Money: debit positive; an advance opens with a negative amount.
    """

    n: int
    number: str
    amount_paise: int
    bill_on: date
    due_on: date
    party_id: PartyId | None = None


class Claim(NamedTuple):
    """Money set against a bill ("Agst Ref"); settled in the firm's order.

    Money: debit positive, so a receipt's claim is negative.
    `branch_id` is the bill's, which is where the claim posts.
    """

    bill_voucher_id: VoucherId
    bill_n: int
    amount_paise: int
    branch_id: str = MAIN_BRANCH
    party_id: PartyId | None = None

    @property
    def bill(self) -> BillKey:
        """The bill that is claimed."""
        return BillKey(self.bill_voucher_id, self.bill_n)


class Pieces(NamedTuple):
    """How many notes or coins of one value were counted."""

    rupees: int
    pieces: int


class ItemLine(NamedTuple):
    """One line of goods on an invoice or note.

    Money: `rate_paise` for one unit before tax; `taxable_paise` after discount.
    `quantity_milli` is the quantity in thousandths; `gst_rate_bp` in basis points.
    """

    name: str
    hsn: str
    quantity_milli: int
    unit: str
    rate_paise: int
    taxable_paise: int
    gst_rate_bp: int
    cgst_paise: int = 0
    sgst_paise: int = 0
    igst_paise: int = 0
    item_id: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voucher:
    """A document as posted; also the body of the fact that records it.

    Fields may be added, with a default; none may change its meaning.

    Args:
        cheque_id: the cheque that it deposits or takes back; a receipt by
            cheque is its own cheque and says nothing here.
        cheque_on, bank: what is written on the cheque of a receipt.
        undoes_id: the voucher of which its claims give back what they took,
            because the cheque bounced.
        agent_id: who collected it, or whose cash it moves.
        sheet_id, sheet_row: the line of a run sheet that it came from.
        counted: the notes and coins of a hand-over.
    """

    kind: VoucherKind
    number: str
    on: date
    postings: tuple[Posting, ...]
    party_id: PartyId | None = None
    bills: tuple[BillOpened, ...] = ()
    claims: tuple[Claim, ...] = ()
    branch_id: str = MAIN_BRANCH
    mode: Mode | None = None
    reference: str = ""
    narration: str = ""
    items: tuple[ItemLine, ...] = ()
    place_of_supply: str = ""
    type_name: str = ""
    irn: str = ""
    entered_at: int | None = None
    batch_id: BatchId | None = None
    cheque_id: FactId | None = None
    cheque_on: date | None = None
    bank: str = ""
    undoes_id: VoucherId | None = None
    agent_id: UserId | None = None
    sheet_id: FactId | None = None
    sheet_row: int = 0
    counted: tuple[Pieces, ...] = ()

    @property
    def amount_paise(self) -> int:
        """The voucher's size as its paper states it: what the parties' accounts move.

        A round-off is debited beside a party's amount and is no part of it. A
        voucher without a party is as large as its debits.
        """
        debits = credits_ = others = 0
        for code, paise, _party_id in self.postings:
            if code != DEBTORS:
                others += max(0, paise)
            elif paise > 0:
                debits += paise
            else:
                credits_ -= paise
        return max(debits, credits_) or others

    @property
    def party_ids(self) -> set[PartyId]:
        """The parties that it names, its own and those of single postings."""
        named = {line.party_id for line in self.postings if line.party_id is not None}
        return named if self.party_id is None else named | {self.party_id}

    def party_of(self, line: Posting | BillOpened | Claim) -> PartyId | None:
        """The party a line belongs to, its own or the voucher's."""
        return line.party_id or self.party_id


def party_balances(voucher: Voucher) -> dict[PartyId, int]:
    """What the voucher moves on each party's account, debit positive."""
    moved: dict[PartyId, int] = {}
    for posting in voucher.postings:
        if posting.account_code == DEBTORS:
            party_id = voucher.party_of(posting)
            assert party_id is not None, "a debtors' posting needs a party"
            moved[party_id] = moved.get(party_id, 0) + posting.amount_paise
    return moved


def check_voucher(voucher: Voucher) -> None:
    """Refuse a voucher that could not stand in any books.

    Raises:
        BadInput: it does not close to zero, a line has no amount, or a bill
            belongs to a party that it does not post to.
    Source: design, "The domain asserts Σ debit = Σ credit for every voucher".
    """
    if not 0 < len(voucher.number) <= MAX_NUMBER_CHARS:
        message = say("A voucher needs a number of at most 64 characters.")
        raise BadInput(message, field="number")
    if len(voucher.postings) < 2:
        message = say("A voucher needs at least one debit and one credit.")
        raise BadInput(message, field="amount")
    amounts = [posting.amount_paise for posting in voucher.postings]
    if 0 in amounts:
        message = say("An amount is missing: every line of a voucher needs one.")
        raise BadInput(message, field="amount")
    difference = sum(amounts)
    if difference:
        message = say(
            "Debits and credits differ by {difference}; they must be equal.",
            difference=format_inr(abs(difference)),
        )
        raise BadInput(message, field="amount")
    if voucher.agent_id is None and OF_AN_AGENT & {each.account_code for each in voucher.postings}:
        message = say("Cash with agents is kept for each agent; say whose it is.")
        raise BadInput(message, field="agent")
    _check_bills(voucher)


def _check_bills(voucher: Voucher) -> None:
    numbers = [bill.n for bill in voucher.bills]
    assert len(set(numbers)) == len(numbers), "a bill's place in its voucher is unique"
    moved = party_balances(voucher)
    lines: list[BillOpened | Claim] = [*voucher.bills, *voucher.claims]
    for line in lines:
        party_id = voucher.party_of(line)
        if party_id is None or party_id not in moved:
            message = say("A bill belongs to a party that this voucher does not post to.")
            raise BadInput(message, field="bills")
        if line.amount_paise == 0:
            message = say("A bill of the voucher has no amount.")
            raise BadInput(message, field="bills")
