"""The fields of a party's master data and their values, in the user's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.gstin import STATES
from collectiq_desktop.core.domain.masters import Value
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

_FIELDS = {
    "name": QT_TRANSLATE_NOOP("PartyMaster", "name"),
    "code": QT_TRANSLATE_NOOP("PartyMaster", "code"),
    "aliases": QT_TRANSLATE_NOOP("PartyMaster", "other names"),
    "phones": QT_TRANSLATE_NOOP("PartyMaster", "phone"),
    "email": QT_TRANSLATE_NOOP("PartyMaster", "e-mail"),
    "address": QT_TRANSLATE_NOOP("PartyMaster", "address"),
    "pincode": QT_TRANSLATE_NOOP("PartyMaster", "PIN code"),
    "state_code": QT_TRANSLATE_NOOP("PartyMaster", "State"),
    "gstin": QT_TRANSLATE_NOOP("PartyMaster", "GSTIN"),
    "pan": QT_TRANSLATE_NOOP("PartyMaster", "PAN"),
    "credit_days": QT_TRANSLATE_NOOP("PartyMaster", "credit days"),
    "credit_limit_paise": QT_TRANSLATE_NOOP("PartyMaster", "credit limit"),
    "late_limit_days": QT_TRANSLATE_NOOP("PartyMaster", "oldest bill late by at most, days"),
    "bills_limit_count": QT_TRANSLATE_NOOP("PartyMaster", "open bills at most"),
    "stops_at_limit": QT_TRANSLATE_NOOP("PartyMaster", "refuses at the limit"),
    "is_bill_wise": QT_TRANSLATE_NOOP("PartyMaster", "bill by bill"),
    "language": QT_TRANSLATE_NOOP("PartyMaster", "language of papers"),
    "group": QT_TRANSLATE_NOOP("PartyMaster", "group"),
    "beat": QT_TRANSLATE_NOOP("PartyMaster", "beat"),
    "area": QT_TRANSLATE_NOOP("PartyMaster", "area"),
    "tags": QT_TRANSLATE_NOOP("PartyMaster", "tags"),
    "note": QT_TRANSLATE_NOOP("PartyMaster", "note"),
    "is_active": QT_TRANSLATE_NOOP("PartyMaster", "in use"),
}
_TRUTHS = {
    True: QT_TRANSLATE_NOOP("PartyMaster", "yes"),
    False: QT_TRANSLATE_NOOP("PartyMaster", "no"),
}


def _said(words: str) -> str:
    return QCoreApplication.translate("PartyMaster", words)


def field_name(field: str) -> str:
    """What a person calls a field; one of a newer program keeps its own name."""
    return _said(_FIELDS[field]) if field in _FIELDS else field


def value_words(field: str, value: Value) -> str:
    """A field's value as a person reads it, a dash for none."""
    if isinstance(value, bool):
        return _said(_TRUTHS[value])
    if field.endswith("_paise") and isinstance(value, int):
        return text.amount(value)
    if field == "state_code":
        return text.or_none(STATES.get(str(value), str(value or "")))
    if isinstance(value, list | tuple):
        return text.or_none(", ".join(map(str, value)))
    return text.or_none("" if value is None else str(value))


def change_words(field: str, before: Value, after: Value) -> str:
    """A change in one line: credit limit: 50,000.00 → 75,000.00."""
    words = QCoreApplication.translate("PartyMaster", "%1: %2 → %3")
    values = (value_words(field, before), value_words(field, after))
    return text.filled(words, field_name(field), *values)
