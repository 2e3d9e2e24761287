"""What the voucher's screen says, in the user's language."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.queries.versions import VoucherVersion
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.change_words import ACTS
from collectiq_desktop.ui.widgets.pieces import Fact


def _tr(words: str) -> str:
    return QCoreApplication.translate("Voucher", words)


def act_words(version: VoucherVersion) -> str:
    """What the version did."""
    return _tr(ACTS[version.act])


def version_note(version: VoucherVersion) -> str:
    """Whether it stands, or came too late."""
    if version.is_overruled:
        return QCoreApplication.translate("Voucher", "no effect")
    return QCoreApplication.translate("Voucher", "stands ✓") if version.is_standing else ""


def due_words(on: date) -> str:
    """When a bill is due."""
    return text.filled(QCoreApplication.translate("Voucher", "due %1"), text.day(on))


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


def cancelled_words(number: str) -> str:
    """It is cancelled."""
    return text.filled(QCoreApplication.translate("Voucher", "%1 is cancelled."), number)
