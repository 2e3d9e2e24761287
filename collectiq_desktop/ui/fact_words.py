"""Facts in a clerk's words: which document, or what was done."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.queries.told_facts import ToldFact
from collectiq_desktop.core.wire.facts import VOUCHER_FACTS
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

_VOUCHERS = {fact: kind.word for kind, fact in VOUCHER_FACTS.items()}
_OTHERS: Mapping[str, str] = {
    "FirmCreated": QT_TRANSLATE_NOOP("Fact", "Firm"),
    "FirmAmended": QT_TRANSLATE_NOOP("Fact", "Firm's data"),
    "PartyAdded": QT_TRANSLATE_NOOP("Fact", "New party"),
    "PartyAmended": QT_TRANSLATE_NOOP("Fact", "Party altered"),
    "ItemAdded": QT_TRANSLATE_NOOP("Fact", "New item"),
    "ItemAmended": QT_TRANSLATE_NOOP("Fact", "Item altered"),
    "AccountAdded": QT_TRANSLATE_NOOP("Fact", "New account"),
    "VoucherAmended": QT_TRANSLATE_NOOP("Fact", "Amendment"),
    "VoucherCancelled": QT_TRANSLATE_NOOP("Fact", "Cancellation"),
    "ImportBegun": QT_TRANSLATE_NOOP("Fact", "Import"),
    "ImportUndone": QT_TRANSLATE_NOOP("Fact", "Import undone"),
    "DocumentPrinted": QT_TRANSLATE_NOOP("Fact", "Print"),
    "BranchAdded": QT_TRANSLATE_NOOP("Fact", "New branch"),
    "ChequeReceived": QT_TRANSLATE_NOOP("Fact", "Post-dated cheque"),
    "ChequeCleared": QT_TRANSLATE_NOOP("Fact", "Cheque cleared"),
    "ChequeGivenBack": QT_TRANSLATE_NOOP("Fact", "Cheque given back"),
    "PromiseMade": QT_TRANSLATE_NOOP("Fact", "Promise"),
    "PromiseWithdrawn": QT_TRANSLATE_NOOP("Fact", "Promise taken back"),
    "CategoryPinned": QT_TRANSLATE_NOOP("Fact", "Category pinned"),
    "CreditAllowed": QT_TRANSLATE_NOOP("Fact", "Let pass over the limit"),
    "DayAllowed": QT_TRANSLATE_NOOP("Fact", "Early day let pass"),
    "PhoneAsked": QT_TRANSLATE_NOOP("Fact", "Phone to correct"),
    "PictureAttached": QT_TRANSLATE_NOOP("Fact", "Picture attached"),
    "CategoryChanged": QT_TRANSLATE_NOOP("Fact", "Category changed"),
    "VisitMade": QT_TRANSLATE_NOOP("Fact", "Visit"),
    "ReminderOpened": QT_TRANSLATE_NOOP("Fact", "Reminder opened"),
    "BeatPlanned": QT_TRANSLATE_NOOP("Fact", "Plan of a beat"),
    "RunSheetIssued": QT_TRANSLATE_NOOP("Fact", "Run sheet"),
    "RunSheetClosed": QT_TRANSLATE_NOOP("Fact", "Run sheet closed"),
    "CashSigned": QT_TRANSLATE_NOOP("Fact", "Hand-over signed"),
    "ErrandGivenUp": QT_TRANSLATE_NOOP("Fact", "Print given up"),
    "DeviceEnrolled": QT_TRANSLATE_NOOP("Fact", "New counter"),
    "DeviceRevoked": QT_TRANSLATE_NOOP("Fact", "Counter revoked"),
    "SeriesAllotted": QT_TRANSLATE_NOOP("Fact", "Series kept for a counter"),
    "FactReleased": QT_TRANSLATE_NOOP("Fact", "Let in after all"),
    "FactRejected": QT_TRANSLATE_NOOP("Fact", "Rejected"),
    "ChainBegun": QT_TRANSLATE_NOOP("Fact", "New series"),
    "EmployeeAdded": QT_TRANSLATE_NOOP("Fact", "New employee"),
    "EmployeeAmended": QT_TRANSLATE_NOOP("Fact", "Employee altered"),
    "PartiesAssigned": QT_TRANSLATE_NOOP("Fact", "Parties assigned"),
}
_OTHER = QT_TRANSLATE_NOOP("Fact", "Other entry")


def kind_words(kind: str) -> str:
    """What a kind of fact is called: Receipt, New party, Amendment."""
    if kind in _VOUCHERS:
        return text.kind(_VOUCHERS[kind])
    return QCoreApplication.translate("Fact", _OTHERS.get(kind, _OTHER))


def fact_words(fact: ToldFact) -> str:
    """What a fact is: Receipt RA01/26/000123."""
    return f"{kind_words(fact.kind)} {fact.number}".strip()
