"""What changed in a voucher, in the user's language."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.vouchers import ItemLine, Mode
from collectiq_desktop.core.queries.changes import ChangeLine, What
from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.fields import percent_text, quantity_text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

ACTS = {
    "posted": QT_TRANSLATE_NOOP("Voucher", "Posted"),
    "amended": QT_TRANSLATE_NOOP("Voucher", "Amended"),
    "cancelled": QT_TRANSLATE_NOOP("Voucher", "Cancelled"),
}
_FIELDS = {
    "on": QT_TRANSLATE_NOOP("Voucher", "Date"),
    "mode": QT_TRANSLATE_NOOP("Voucher", "Mode"),
    "reference": QT_TRANSLATE_NOOP("Voucher", "Reference"),
    "cheque_on": QT_TRANSLATE_NOOP("Voucher", "Cheque date"),
    "bank": QT_TRANSLATE_NOOP("Voucher", "Bank"),
    "narration": QT_TRANSLATE_NOOP("Voucher", "Narration"),
    "party_id": QT_TRANSLATE_NOOP("Voucher", "Party"),
    "place_of_supply": QT_TRANSLATE_NOOP("Voucher", "Place of supply"),
}
_WHATS = {
    What.STATE: QT_TRANSLATE_NOOP("Voucher", "State"),
    What.BILL: QT_TRANSLATE_NOOP("Voucher", "Bill %1"),
    What.BILL_DUE: QT_TRANSLATE_NOOP("Voucher", "Bill %1, due"),
    What.CLAIM: QT_TRANSLATE_NOOP("Voucher", "Set against %1"),
}


def _tr(words: str) -> str:
    return QCoreApplication.translate("Voucher", words)


def change_words(line: ChangeLine) -> str:
    """What a line of changes speaks of."""
    if line.what is What.POSTING:
        return QCoreApplication.translate("Account", line.subject)
    if line.what is What.ITEM:
        return line.subject
    if line.what is What.FIELD:
        return _tr(_FIELDS[line.subject]) if line.subject in _FIELDS else line.subject
    another = QCoreApplication.translate("Voucher", "another bill")
    return text.filled(_tr(_WHATS[line.what]), line.subject or another)


def value_words(value: Any) -> str:
    """A value of a voucher as it is read."""
    if value in ACTS:
        return _tr(ACTS[value])
    if isinstance(value, Mode):
        return text.mode(value)
    if isinstance(value, date):
        return text.day(value)
    if isinstance(value, int):
        return _sided(value)
    if isinstance(value, ItemLine):
        return _goods_words(value)
    return text.or_none(value) if isinstance(value, str) else text.NONE


def _sided(paise: int) -> str:
    """A sum with its side in the words of the books, for it may be any account's."""
    debit = QCoreApplication.translate("Voucher", "Dr")
    credit = QCoreApplication.translate("Voucher", "Cr")
    return " ".join((text.amount(abs(paise)), debit if paise > 0 else credit))


def _goods_words(line: ItemLine) -> str:
    """A line of goods: 2 BAG × 2,105.00, 5 %."""
    quantity, rate = quantity_text(line.quantity_milli), text.amount(line.rate_paise)
    percent = percent_text(line.gst_rate_bp)
    return f"{quantity} {line.unit} × {rate}, {percent} % = {text.amount(line.taxable_paise)}"
