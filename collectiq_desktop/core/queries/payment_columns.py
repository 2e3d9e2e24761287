"""What the books know of bills and of the money that came in, in columns.

A million vouchers pass through here, so nothing is looked up row by row: days
are whole numbers yyyymmdd as the file has them, and rows are the file's own,
which never leave the machine. Whoever works with the columns joins them. No
query belongs here.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import NamedTuple

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.vouchers import Voucher


class PartyAccount(NamedTuple):
    """A party, and what it owes now by all vouchers in the books.

    Money: debit positive.
    """

    party_row: int
    party_id: PartyId
    name: str
    code: str
    beat: str
    is_bill_wise: bool
    credit_days: int
    balance_paise: int


class BillColumns(NamedTuple):
    """Bills, and advances with their negative amounts.

    Dates: `posted_on` is the voucher's date, later than `bill_on` for an
        opening bill that tells its own date.
    """

    voucher_row: array[int]
    n: array[int]
    party_row: array[int]
    bill_on: array[int]
    due_on: array[int]
    posted_on: array[int]
    amount_paise: array[int]


class ClaimColumns(NamedTuple):
    """What settled on bills, debit positive: money that came in is negative."""

    voucher_row: array[int]
    bill_voucher_row: array[int]
    bill_n: array[int]
    on: array[int]
    paise: array[int]


class RestColumns(NamedTuple):
    """What vouchers left on account, debit positive."""

    voucher_row: array[int]
    party_row: array[int]
    on: array[int]
    paise: array[int]


class HeadColumns(NamedTuple):
    """The vouchers of which more must be known than that they are a sale or a receipt.

    Args:
        kind: the code of the letter of the voucher's kind.
        keyed_on: the day its first version was keyed in; 0 where that is its own date.
    """

    voucher_row: array[int]
    kind: array[int]
    keyed_on: array[int]


class Superseded(NamedTuple):
    """A version of a voucher that no longer counts.

    `bill_rows` are the rows of the vouchers whose bills its claims name, None
    for one that is not in the books.

    Dates: the books said so after the day `keyed_on`, up to and with `gone_on`.
    """

    voucher: Voucher
    bill_rows: tuple[int | None, ...]
    keyed_on: int
    gone_on: int


class Corrected(NamedTuple):
    """A voucher that was amended or cancelled.

    Dates: `keyed_on` is the day its newest version was keyed in.
    """

    voucher_row: int
    keyed_on: int
    superseded: tuple[Superseded, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRecords:
    """Everything that the books know of bills and of money that came in."""

    parties: tuple[PartyAccount, ...]
    bills: BillColumns
    claims: ClaimColumns
    rests: RestColumns
    heads: HeadColumns
    corrected: tuple[Corrected, ...]
