"""The rows that every reader yields, in the trade's words and in no tool's.

Readers of Tally, spreadsheets and others turn a file into these rows and into
complaints; the import turns rows into commands. Nothing here reads a file or
writes to the books. Money is whole paise, debit positive; dates are business
dates; a `where` is what a person can find again in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from collectiq_desktop.core.domain.saying import Sentence
from collectiq_desktop.interchange.findings import Finding


class RowKind(StrEnum):
    """What a voucher is, whatever its type is called; values as in the books."""

    SALES_INVOICE = "sales_invoice"
    RECEIPT = "receipt"
    CREDIT_NOTE = "credit_note"
    DEBIT_NOTE = "debit_note"
    JOURNAL = "journal"
    CONTRA = "contra"
    PAYMENT = "payment"


class RowState(StrEnum):
    """Whether a voucher counts; only `ok` does at once.

    `post_dated` counts from its date on, which the import judges by the day.
    `not_posting` is an order, a delivery note, a memo: it never counts.
    """

    OK = "ok"
    CANCELLED = "cancelled"
    OPTIONAL = "optional"
    POST_DATED = "post_dated"
    DELETED = "deleted"
    NOT_POSTING = "not_posting"


class Nature(StrEnum):
    """What a ledger is to us; `other` where neither group nor name tells."""

    PARTY = "party"
    SALES = "sales"
    TAX = "tax"
    CASH = "cash"
    BANK = "bank"
    DISCOUNT = "discount"
    ROUND_OFF = "round_off"
    TDS = "tds"
    INTEREST = "interest"
    BAD_DEBTS = "bad_debts"
    OTHER = "other"


class RefKind(StrEnum):
    """How a party posting is set against bills."""

    NEW = "new"
    AGAINST = "against"
    ADVANCE = "advance"
    ON_ACCOUNT = "on_account"


class Mode(StrEnum):
    """How money came or went, as far as the file tells."""

    CASH = "cash"
    CHEQUE = "cheque"
    UPI = "upi"
    BANK = "bank"
    CARD = "card"
    OTHER = "other"


class Severity(StrEnum):
    """What a complaint stops: the whole import, its row, or nothing."""

    REFUSED = "refused"
    REJECTED = "rejected"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """One thing that is wrong, where it is, and what to do about it."""

    where: str
    reason: Sentence
    severity: Severity
    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningBillRow:
    """A bill that was open when the books began; an advance is negative."""

    number: str
    bill_on: date
    due_on: date
    open_paise: int
    is_advance: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """A party with its terms, addresses and opening bills.

    `change` is opaque: equal to the last import's means unchanged. Where terms
    are kept in months, `credit_days` counts thirty days to each.
    """

    name: str
    origin_key: str
    change: str
    where: str
    aliases: tuple[str, ...] = ()
    group_path: tuple[str, ...] = ()
    is_bill_wise: bool = True
    opening_paise: int = 0
    opening_bills: tuple[OpeningBillRow, ...] = ()
    credit_days: int | None = None
    credit_limit_paise: int | None = None
    gstin: str | None = None
    pan: str | None = None
    state: str | None = None
    address: tuple[str, ...] = ()
    pincode: str | None = None
    phones: tuple[str, ...] = ()
    email: str | None = None
    contact: str | None = None
    language: str | None = None
    beat: str | None = None
    code: str | None = None

    @property
    def opening_on_account_paise(self) -> int:
        """What of the opening balance no opening bill explains."""
        return self.opening_paise - sum(bill.open_paise for bill in self.opening_bills)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """A ledger that is no party: sales, tax, cash, bank and the like."""

    name: str
    origin_key: str
    change: str
    where: str
    group_path: tuple[str, ...] = ()
    nature: Nature = Nature.OTHER
    opening_paise: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GstRateRow:
    """A GST rate in basis points and the day from which it holds."""

    from_on: date
    rate_bp: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """A thing that is sold; no stock is kept."""

    name: str
    origin_key: str
    change: str
    where: str
    hsn: str | None = None
    unit: str | None = None
    rate: Decimal | None = None
    gst_rates: tuple[GstRateRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherTypeRow:
    """A voucher type and the built-in kind behind it; None never posts."""

    name: str
    parent: str
    kind: RowKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefRow:
    """One allocation of a party posting; on account has no number."""

    kind: RefKind
    amount_paise: int
    number: str | None = None
    bill_on: date | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingRow:
    """One debit (positive) or credit (negative) of a voucher.

    `ledger` is spelt as in the `PartyRow` or `AccountRow` where there is one.
    """

    ledger: str
    amount_paise: int
    nature: Nature = Nature.OTHER
    refs: tuple[RefRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLineRow:
    """One line of goods as it stands on the paper, its value positive."""

    item: str
    value_paise: int
    quantity: Decimal | None = None
    unit: str | None = None
    rate: Decimal | None = None
    hsn: str | None = None
    gst_rate_bp: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GstRow:
    """The tax of an invoice or note as it stands on the paper, positive."""

    taxable_paise: int = 0
    cgst_paise: int = 0
    sgst_paise: int = 0
    igst_paise: int = 0
    cess_paise: int = 0
    place_of_supply: str | None = None
    party_gstin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EInvoiceRow:
    """What the e-invoice portal gave back for an invoice."""

    irn: str
    ack_number: str | None = None
    ack_on: date | None = None
    signed_qr: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentRow:
    """How the money moved; a guess from bank lines and the narration."""

    mode: Mode
    reference: str | None = None
    instrument_on: date | None = None
    bank: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherRow:
    """One numbered, dated document; its postings sum to zero when it counts.

    `party` is the first party posted to, None where no debtor takes part.
    A cancelled voucher keeps its number and has no postings. `base_type` is
    the built-in type behind `type_name` (a purchase is a journal to us).
    `entered_at` (UTC milliseconds) is when it was keyed in, if the file tells.
    """

    origin_key: str
    change: str
    where: str
    kind: RowKind
    type_name: str
    base_type: str
    number: str
    on: date
    state: RowState = RowState.OK
    party: str | None = None
    postings: tuple[PostingRow, ...] = ()
    reference: str | None = None
    narration: str | None = None
    items: tuple[ItemLineRow, ...] = ()
    gst: GstRow | None = None
    einvoice: EInvoiceRow | None = None
    instrument: InstrumentRow | None = None
    entered_at: int | None = None

    @property
    def party_postings(self) -> tuple[PostingRow, ...]:
        """The postings that move a party's balance."""
        return tuple(one for one in self.postings if one.nature is Nature.PARTY)


class VoucherRows(Protocol):
    """Vouchers in file order; can be walked again and again, memory flat."""

    def __iter__(self) -> Iterator[VoucherRow]: ...

    def __len__(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many things a reader met, taken or not, and how many rows it threw out.

    `rows` counts the lines of a sheet, 0 where a file has none.
    """

    rows: int = 0
    parties: int = 0
    accounts: int = 0
    items: int = 0
    voucher_types: int = 0
    vouchers: int = 0
    rejected: int = 0
    by_type: tuple[tuple[str, int], ...] = ()

    @property
    def read(self) -> int:
        """Everything that was met; of a sheet, its rows."""
        if self.rows:
            return self.rows
        return self.parties + self.accounts + self.items + self.voucher_types + self.vouchers


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """Party money by side, each a positive sum of paise.

    Vouchers count here when their state is `ok`; opening is the parties' alone.
    """

    opening_debit_paise: int = 0
    opening_credit_paise: int = 0
    debit_paise: int = 0
    credit_paise: int = 0

    @property
    def closing_paise(self) -> int:
        """What all parties together owe after what was read."""
        opening = self.opening_debit_paise - self.opening_credit_paise
        return opening + self.debit_paise - self.credit_paise


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one import source gave: rows, complaints, counts and sums.

    `source` names the kind ("tally", "sheet:<name>") and opens every origin
    key; `company_guid` is None where the file does not tell it.
    """

    source: str
    files: tuple[str, ...]
    company_name: str | None = None
    company_guid: str | None = None
    books_from_on: date | None = None
    parties: tuple[PartyRow, ...] = ()
    accounts: tuple[AccountRow, ...] = ()
    items: tuple[ItemRow, ...] = ()
    voucher_types: tuple[VoucherTypeRow, ...] = ()
    vouchers: VoucherRows = ()
    complaints: tuple[Complaint, ...] = ()
    counts: Counts = Counts()
    sums: Sums = Sums()

    @property
    def refusals(self) -> tuple[Complaint, ...]:
        """The complaints that forbid taking in anything at all."""
        return tuple(one for one in self.complaints if one.severity is Severity.REFUSED)

    @property
    def rejected(self) -> tuple[Complaint, ...]:
        """The complaints that each name a row which was not taken."""
        return tuple(one for one in self.complaints if one.severity is Severity.REJECTED)
