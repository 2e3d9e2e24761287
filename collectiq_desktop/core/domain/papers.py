"""What is printed on a receipt and an invoice, and the blocks they share.

Plain frozen records: queries fill them, documents lay them out. Nothing here
formats, reads the books or knows a paper size.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class BankOnPaper:
    """The account into which a party may pay by NEFT, RTGS or cheque."""

    account_name: str
    account_number: str
    ifsc: str
    bank: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmOnPaper:
    """The firm as its papers show it; an empty text is left out."""

    name: str
    address: tuple[str, ...] = ()
    gstin: str = ""
    state: str = ""
    phones: tuple[str, ...] = ()
    vpa: str = ""
    bank: BankOnPaper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyOnPaper:
    """The party as papers show it; `language` is the language of the paper."""

    name: str
    address: tuple[str, ...] = ()
    gstin: str = ""
    state: str = ""
    phones: tuple[str, ...] = ()
    code: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledBill:
    """The part of a receipt that went to one bill, or that opened an advance.

    Money: amount_paise > 0.
    """

    number: str
    amount_paise: int
    is_advance: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction:
    """What the party kept back and the firm allows: discount or TDS.

    Args:
        kind: `discount`, `tds`, or the name of the account in words.
        amount_paise: what it settles beyond the money received.

    Money: amount_paise > 0.
    """

    kind: str
    amount_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPaper:
    """Everything that stands on a printed receipt.

    Args:
        time_text: the time of day as it is printed, `14:05`.
        mode: `cash`, `cheque`, `upi`, `bank`, `razorpay`, or words as typed.
        reference: cheque number, UTR or the like; empty for cash.
        on_account_part_paise: what was not set against any bill.
        verify_code: the short code made from the hash of the fact.
        is_duplicate: True on every print after the first.
        subject_to_realisation: True while a cheque may still bounce.

    Money: amount_paise and the parts are >= 0; amount plus deductions is the
        bills settled plus the part on account. balance_after_paise is debit
        positive.
    """

    firm: FirmOnPaper
    party: PartyOnPaper
    number: str
    on: date
    time_text: str
    amount_paise: int
    mode: str
    reference: str = ""
    bills: tuple[SettledBill, ...] = ()
    deductions: tuple[Deduction, ...] = ()
    on_account_part_paise: int = 0
    balance_after_paise: int = 0
    narration: str = ""
    user: str = ""
    device: str = ""
    verify_code: str = ""
    is_duplicate: bool = False
    subject_to_realisation: bool = False

    @property
    def deducted_paise(self) -> int:
        """Discount, TDS and the like together."""
        return sum(deduction.amount_paise for deduction in self.deductions)

    @property
    def settled_paise(self) -> int:
        """What the bills named on the receipt got together."""
        return sum(bill.amount_paise for bill in self.bills)

    @property
    def is_tied_out(self) -> bool:
        """Whether money and deductions are all of bills and on account."""
        given_paise = self.amount_paise + self.deducted_paise
        return given_paise == self.settled_paise + self.on_account_part_paise


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceItem:
    """One item line of an invoice.

    Args:
        quantity_text: the quantity as it is printed, without its unit.
        rate_paise: price of one unit before tax; None where none was given.
        gst_rate_bp: the whole GST rate in basis points (1800 is 18 %).

    Money: taxable_paise after discount; the taxes of the line where they are
        known, else 0.
    """

    name: str
    hsn: str = ""
    quantity_text: str = ""
    unit: str = ""
    rate_paise: int | None = None
    taxable_paise: int
    gst_rate_bp: int = 0
    cgst_paise: int = 0
    sgst_paise: int = 0
    igst_paise: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxOnPaper:
    """The taxable value and the taxes of all lines with one GST rate."""

    rate_bp: int
    taxable_paise: int
    cgst_paise: int
    sgst_paise: int
    igst_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoicePaper:
    """Everything that stands on a printed invoice.

    Args:
        title: `tax_invoice`, `bill_of_supply` or `invoice`; empty is a tax
            invoice where the firm has a GSTIN.
        due_on: the last day for paying without being overdue.
        delivery_address: only where it differs from the party's address.
        place_of_supply: State name, with its code where it is known.
        irn: the invoice reference number of an e-invoice, or empty.
        signed_qr: the text of the e-invoice QR, or empty.
        copies: which copies to print, of `original`, `duplicate` and
            `triplicate`; empty prints one without a copy title.
        made_text: when the paper was made, as it is printed.
        is_duplicate: True on every print after the first.

    Money: taxable, taxes and round off add up to the total; previous balance,
        total and received (>= 0) give the new balance. Balances are debit
        positive.
    Source: CGST Rule 46 and Rule 48.
    """

    firm: FirmOnPaper
    party: PartyOnPaper
    number: str
    on: date
    title: str = ""
    due_on: date | None = None
    items: tuple[InvoiceItem, ...] = ()
    taxable_paise: int
    cgst_paise: int = 0
    sgst_paise: int = 0
    igst_paise: int = 0
    round_off_paise: int = 0
    total_paise: int
    previous_balance_paise: int = 0
    received_paise: int = 0
    new_balance_paise: int = 0
    delivery_address: tuple[str, ...] = ()
    place_of_supply: str = ""
    is_reverse_charge: bool = False
    irn: str = ""
    signed_qr: str = ""
    narration: str = ""
    copies: tuple[str, ...] = ()
    user: str = ""
    device: str = ""
    verify_code: str = ""
    made_text: str = ""
    is_duplicate: bool = False

    @property
    def tax_paise(self) -> int:
        """CGST, SGST and IGST together."""
        return self.cgst_paise + self.sgst_paise + self.igst_paise

    @property
    def taxes_by_rate(self) -> tuple[TaxOnPaper, ...]:
        """The taxes for each rate, lowest first; empty unless they add up.

        Lines of other programs may come without their taxes; a table that
        does not lead to the totals would start an argument, so it is left out.
        """
        taxes = tuple(
            _tax_of(rate_bp, [item for item in self.items if item.gst_rate_bp == rate_bp])
            for rate_bp in sorted({item.gst_rate_bp for item in self.items})
        )
        adds_up = (
            sum(tax.taxable_paise for tax in taxes) == self.taxable_paise
            and sum(tax.cgst_paise for tax in taxes) == self.cgst_paise
            and sum(tax.sgst_paise for tax in taxes) == self.sgst_paise
            and sum(tax.igst_paise for tax in taxes) == self.igst_paise
        )
        return taxes if adds_up else ()

    @property
    def is_tied_out(self) -> bool:
        """Whether both sums printed on the invoice come out."""
        total_paise = self.taxable_paise + self.tax_paise + self.round_off_paise
        balance_paise = self.previous_balance_paise + self.total_paise - self.received_paise
        return total_paise == self.total_paise and balance_paise == self.new_balance_paise

    @property
    def to_pay_paise(self) -> int:
        """What a UPI code on this invoice may ask for; never below zero.

        The unpaid part of this bill, but not more than the party owes in all.
        """
        return max(0, min(self.total_paise - self.received_paise, self.new_balance_paise))


def _tax_of(rate_bp: int, items: list[InvoiceItem]) -> TaxOnPaper:
    return TaxOnPaper(
        rate_bp=rate_bp,
        taxable_paise=sum(item.taxable_paise for item in items),
        cgst_paise=sum(item.cgst_paise for item in items),
        sgst_paise=sum(item.sgst_paise for item in items),
        igst_paise=sum(item.igst_paise for item in items),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetBill:
    """An open bill on a row of a run sheet."""

    number: str
    due_on: date
    overdue_days: int
    open_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPledge:
    """A promise that waits, or a post-dated cheque that is in hand; a promise has no number."""

    on: date
    amount_paise: int
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPaperRow:
    """One party of a run sheet on paper.

    Args:
        reasons: why it should be called on, words of `proposals`.
        bills: the open ones, the one due first at the head.

    Money: expected_paise is what the code beside it asks for.
    """

    row_no: int
    party: PartyOnPaper
    reasons: tuple[str, ...]
    balance_paise: int
    expected_paise: int
    bills: tuple[SheetBill, ...] = ()
    promises: tuple[SheetPledge, ...] = ()
    cheques: tuple[SheetPledge, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPaper:
    """A run sheet as an agent carries it."""

    firm: FirmOnPaper
    number: str
    on: date
    agent: str
    title: str
    rows: tuple[SheetPaperRow, ...]
    expected_paise: int
    made_text: str = ""
    is_duplicate: bool = False
