"""The columns of a voucher's postings, bills, versions and changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.vouchers import BillKey
from collectiq_desktop.core.queries.bills import ClaimLine
from collectiq_desktop.core.queries.changes import ChangeLine
from collectiq_desktop.core.queries.versions import VoucherVersion
from collectiq_desktop.core.queries.vouchers import PostingLine, VoucherDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.change_words import change_words, value_words
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.voucher.sentences import act_words, due_words, version_note
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone


class BillRow(NamedTuple):
    """A bill that the voucher opens, what was set against it, or a bill it claims.

    Args:
        key: the bill; for what was set against it, the voucher and 0.
        number: empty while the bill is not in the books.

    Money: rest_paise is what is open of an own bill, by now or after a claim,
        and what a claim of the voucher's own could not settle.
    """

    key: BillKey
    number: str
    day: str
    amount_paise: int
    rest_paise: int
    is_part: bool = False


def bill_rows(details: VoucherDetails) -> list[BillRow]:
    """The voucher's own bills first, then those it is set against."""
    own = [
        BillRow(
            BillKey(details.voucher_id, bill.n),
            bill.number,
            due_words(bill.due_on),
            abs(bill.amount_paise),
            abs(bill.open_paise),
        )
        for bill in details.bills
    ]
    claimed = [
        BillRow(
            BillKey(claim.bill_voucher_id, claim.bill_n),
            claim.bill_number,
            text.NONE,
            abs(claim.amount_paise),
            abs(claim.amount_paise - claim.settled_paise),
        )
        for claim in details.claims
    ]
    return own + claimed


def settled_rows(claims: Iterable[ClaimLine]) -> list[BillRow]:
    """What was set against the voucher's bill, in the order in which it settled."""
    return [
        BillRow(
            BillKey(claim.voucher_id, 0),
            claim.number,
            text.day(claim.on),
            claim.settled_paise,
            abs(claim.open_paise),
            is_part=True,
        )
        for claim in claims
    ]


def _part(line: PostingLine, sign: int) -> str:
    return text.amount(abs(line.amount_paise)) if line.amount_paise * sign > 0 else text.NONE


def _number(row: BillRow) -> str:
    if row.is_part:
        return "    " + row.number
    return row.number or QCoreApplication.translate("Voucher", "a bill not in the books")


def _rest_tone(row: BillRow) -> Tone:
    return Tone.WARN if row.rest_paise and not row.is_part else Tone.MUTED


# An account's sides keep the words of the books, for money got is a debit of Cash.
POSTING_COLUMNS: tuple[Column[PostingLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Account"),
        width=0,
        text_of=lambda line: line.party or line.account,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Dr"),
        width=132,
        text_of=lambda line: _part(line, 1),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Cr"),
        width=132,
        text_of=lambda line: _part(line, -1),
        is_number=True,
    ),
)
BILL_COLUMNS: tuple[Column[BillRow], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Bill"),
        width=0,
        text_of=_number,
        tone_of=lambda row: Tone.INK if row.number and not row.is_part else Tone.MUTED,
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Day"), width=118, text_of=lambda row: row.day),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Amount"),
        width=132,
        text_of=lambda row: text.amount(row.amount_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Not settled"),
        width=132,
        text_of=lambda row: text.amount(row.rest_paise),
        tone_of=_rest_tone,
        is_number=True,
    ),
)


def _version_tone(version: VoucherVersion) -> Tone:
    if version.is_overruled:
        return Tone.WARN
    return Tone.BAD if version.act == "cancelled" else Tone.INK


VERSION_COLUMNS: tuple[Column[VoucherVersion], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "When"),
        width=132,
        text_of=lambda version: text.moment(version.recorded_at),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "What"),
        width=104,
        text_of=act_words,
        tone_of=_version_tone,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Reason"),
        width=0,
        text_of=lambda version: text.or_none(version.reason),
    ),
    Column(
        title="",
        width=104,
        text_of=version_note,
        tone_of=lambda version: Tone.WARN if version.is_overruled else Tone.GOOD,
    ),
)
CHANGE_COLUMNS: tuple[Column[ChangeLine], ...] = (
    Column(title=QT_TRANSLATE_NOOP("Column", "What"), width=170, text_of=change_words),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Before"),
        width=0,
        text_of=lambda line: value_words(line.old),
        tone_of=lambda _line: Tone.MUTED,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "After"),
        width=0,
        text_of=lambda line: value_words(line.new),
    ),
)
