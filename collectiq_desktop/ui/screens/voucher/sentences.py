"""What the voucher's screen says, in the user's language."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.versions import VoucherVersion
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.voucher.history import ChangeLine, What
from collectiq_desktop.ui.widgets.pieces import Fact

_ACTS = {
    "posted": QT_TRANSLATE_NOOP("Voucher", "Posted"),
    "amended": QT_TRANSLATE_NOOP("Voucher", "Amended"),
    "cancelled": QT_TRANSLATE_NOOP("Voucher", "Cancelled"),
}
_FIELDS = {
    "on": QT_TRANSLATE_NOOP("Voucher", "Date"),
    "mode": QT_TRANSLATE_NOOP("Voucher", "Mode"),
    "reference": QT_TRANSLATE_NOOP("Voucher", "Reference"),
    "narration": QT_TRANSLATE_NOOP("Voucher", "Narration"),
    "party_id": QT_TRANSLATE_NOOP("Voucher", "Party"),
    "place_of_supply": QT_TRANSLATE_NOOP("Voucher", "Place of supply"),
}
_WHATS = {
    What.STATE: QT_TRANSLATE_NOOP("Voucher", "State"),
    What.ITEMS: QT_TRANSLATE_NOOP("Voucher", "Lines of goods"),
    What.BILL: QT_TRANSLATE_NOOP("Voucher", "Bill %1"),
    What.BILL_DUE: QT_TRANSLATE_NOOP("Voucher", "Bill %1, due"),
    What.CLAIM: QT_TRANSLATE_NOOP("Voucher", "Set against %1"),
}


def _tr(words: str) -> str:
    return QCoreApplication.translate("Voucher", words)


def act_words(version: VoucherVersion) -> str:
    """What the version did."""
    return _tr(_ACTS[version.act])


def version_note(version: VoucherVersion) -> str:
    """Whether it stands, or came too late."""
    if version.is_overruled:
        return QCoreApplication.translate("Voucher", "no effect")
    return QCoreApplication.translate("Voucher", "stands ✓") if version.is_standing else ""


def due_words(on: date) -> str:
    """When a bill is due."""
    return text.filled(QCoreApplication.translate("Voucher", "due %1"), text.day(on))


def change_words(line: ChangeLine) -> str:
    """What a line of changes speaks of."""
    if line.what is What.POSTING:
        return line.subject
    if line.what is What.FIELD:
        return _tr(_FIELDS[line.subject]) if line.subject in _FIELDS else line.subject
    another = QCoreApplication.translate("Voucher", "another bill")
    return text.filled(_tr(_WHATS[line.what]), line.subject or another)


def value_words(value: Any) -> str:
    """A value of a voucher as it is read."""
    if value in _ACTS:
        return _tr(_ACTS[value])
    if isinstance(value, Mode):
        return text.mode(value)
    if isinstance(value, date):
        return text.day(value)
    if isinstance(value, int):
        return _sided(value)
    return text.or_none(value) if isinstance(value, str) else text.NONE


def _sided(paise: int) -> str:
    """A sum with its side in the words of the books, for it may be any account's."""
    debit = QCoreApplication.translate("Voucher", "Dr")
    credit = QCoreApplication.translate("Voucher", "Cr")
    return " ".join((text.amount(abs(paise)), debit if paise > 0 else credit))


def facts_of(details: VoucherDetails) -> list[Fact]:
    """The facts in one line; what the voucher does not have is left out."""
    facts = [
        Fact(QCoreApplication.translate("Voucher", "Amount"), text.rupees(details.amount_paise))
    ]
    if details.voucher.mode is not None:
        words = QCoreApplication.translate("Voucher", "Mode")
        facts.append(Fact(words, text.mode(details.voucher.mode)))
    if details.voucher.reference:
        words = QCoreApplication.translate("Voucher", "Reference")
        facts.append(Fact(words, details.voucher.reference[:40]))
    if details.on_account_paise:
        words = QCoreApplication.translate("Voucher", "On account")
        facts.append(Fact(words, text.turned(details.on_account_paise)))
    recorded = QCoreApplication.translate("Voucher", "Recorded")
    code = QCoreApplication.translate("Voucher", "Verify code")
    facts.append(Fact(recorded, text.moment(details.recorded_at)))
    facts.append(Fact(code, details.verify_code))
    return facts


def sure_words(details: VoucherDetails) -> str:
    """The question before a voucher is cancelled, and what it does."""
    if details.bills:
        words = QCoreApplication.translate(
            "Voucher",
            "Cancel %1 of %2, ₹ %3? Its bill is taken back, and what was received against it "
            "goes on account. The number stays used; this cannot be undone.",
        )
    elif details.claims:
        words = QCoreApplication.translate(
            "Voucher",
            "Cancel %1 of %2, ₹ %3? The bills it settled are open again. "
            "The number stays used; this cannot be undone.",
        )
    else:
        words = QCoreApplication.translate(
            "Voucher",
            "Cancel %1 of %2, ₹ %3? The number stays used; this cannot be undone.",
        )
    number, on, amount = details.number, text.day(details.on), text.amount(details.amount_paise)
    return text.filled(words, number, on, amount)


def done_words(number: str, *, is_cancelled: bool) -> str:
    """What became of the correction."""
    if is_cancelled:
        words = QCoreApplication.translate("Voucher", "%1 is cancelled.")
    else:
        words = QCoreApplication.translate("Voucher", "%1 is amended.")
    return text.filled(words, number)
