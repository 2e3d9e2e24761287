"""Lines of the edit log in the user's words: which field, what it was, what it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.risk import Category
from collectiq_desktop.core.domain.roles import Permission
from collectiq_desktop.core.queries.changes import ChangeLine, What
from collectiq_desktop.core.queries.edits import ASKED_PHONE, EditLine
from collectiq_desktop.ui import party_words, text
from collectiq_desktop.ui.fact_words import kind_words
from collectiq_desktop.ui.foretold.words import category_words
from collectiq_desktop.ui.forms import change_words
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.outcome_words import channel_words, outcome_words
from collectiq_desktop.ui.role_words import permission_words, role_word

_FIELDS: Mapping[str, str] = {
    "amount_paise": QT_TRANSLATE_NOOP("Edit", "amount"),
    "reason": QT_TRANSLATE_NOOP("Edit", "reason"),
    "role": QT_TRANSLATE_NOOP("Edit", "role"),
    "phone": QT_TRANSLATE_NOOP("Edit", "phone"),
    "instead_of": QT_TRANSLATE_NOOP("Edit", "instead of"),
    "asked_on": QT_TRANSLATE_NOOP("Edit", "asked on"),
    "branches": QT_TRANSLATE_NOOP("Edit", "branches"),
    "granted": QT_TRANSLATE_NOOP("Edit", "rights granted"),
    "taken": QT_TRANSLATE_NOOP("Edit", "rights taken"),
    "discount_most_paise": QT_TRANSLATE_NOOP("Edit", "discount up to"),
    "write_off_most_paise": QT_TRANSLATE_NOOP("Edit", "write off up to"),
    "back_date_most_days": QT_TRANSLATE_NOOP("Edit", "days back"),
    "vpa": QT_TRANSLATE_NOOP("Edit", "UPI address"),
    "bank_name": QT_TRANSLATE_NOOP("Edit", "bank"),
    "bank": QT_TRANSLATE_NOOP("Edit", "bank"),
    "bank_account_name": QT_TRANSLATE_NOOP("Edit", "name of the bank account"),
    "bank_account_number": QT_TRANSLATE_NOOP("Edit", "number of the bank account"),
    "bank_ifsc": QT_TRANSLATE_NOOP("Edit", "IFSC"),
    "companies": QT_TRANSLATE_NOOP("Edit", "company names in files"),
    "locked_until_on": QT_TRANSLATE_NOOP("Edit", "locked up to"),
    "clerk_back_date_days": QT_TRANSLATE_NOOP("Edit", "days back, clerk"),
    "agent_back_date_days": QT_TRANSLATE_NOOP("Edit", "days back, agent"),
    "accountant_back_date_days": QT_TRANSLATE_NOOP("Edit", "days back, accountant"),
    "from_on": QT_TRANSLATE_NOOP("Edit", "earliest day"),
    ASKED_PHONE: QT_TRANSLATE_NOOP("Edit", "phone asked for"),
    "recoveries_count": QT_TRANSLATE_NOOP("Edit", "let in by the recovery code, times"),
    "hsn": QT_TRANSLATE_NOOP("Edit", "HSN"),
    "unit": QT_TRANSLATE_NOOP("Edit", "unit"),
    "rate_paise": QT_TRANSLATE_NOOP("Edit", "rate"),
    "gst_rates": QT_TRANSLATE_NOOP("Edit", "GST rates"),
    "account_code": QT_TRANSLATE_NOOP("Edit", "account"),
    "nature": QT_TRANSLATE_NOOP("Edit", "nature"),
    "number": QT_TRANSLATE_NOOP("Edit", "number"),
    "agent_id": QT_TRANSLATE_NOOP("Edit", "agent"),
    "cheque_on": QT_TRANSLATE_NOOP("Edit", "date on the cheque"),
    "received_on": QT_TRANSLATE_NOOP("Edit", "received on"),
    "cleared_on": QT_TRANSLATE_NOOP("Edit", "cleared on"),
    "given_back_on": QT_TRANSLATE_NOOP("Edit", "given back on"),
    "promised_on": QT_TRANSLATE_NOOP("Edit", "promised by"),
    "made_on": QT_TRANSLATE_NOOP("Edit", "made on"),
    "visited_on": QT_TRANSLATE_NOOP("Edit", "visited on"),
    "outcome": QT_TRANSLATE_NOOP("Edit", "outcome"),
    "opened_on": QT_TRANSLATE_NOOP("Edit", "opened on"),
    "channel": QT_TRANSLATE_NOOP("Edit", "by"),
    "is_server": QT_TRANSLATE_NOOP("Edit", "is head office"),
    "sheet_on": QT_TRANSLATE_NOOP("Edit", "day"),
    "sheet_row": QT_TRANSLATE_NOOP("Edit", "row of the sheet"),
    "closed_on": QT_TRANSLATE_NOOP("Edit", "closed on"),
    "title": QT_TRANSLATE_NOOP("Edit", "title"),
    "rows_count": QT_TRANSLATE_NOOP("Edit", "parties"),
    "expected_paise": QT_TRANSLATE_NOOP("Edit", "expected"),
    "is_agreed": QT_TRANSLATE_NOOP("Edit", "agreed"),
    "category": QT_TRANSLATE_NOOP("Edit", "category"),
    "most_paise": QT_TRANSLATE_NOOP("Edit", "at most"),
    "until_on": QT_TRANSLATE_NOOP("Edit", "until"),
    "source": QT_TRANSLATE_NOOP("Edit", "from"),
    "company": QT_TRANSLATE_NOOP("Edit", "company"),
    "document": QT_TRANSLATE_NOOP("Edit", "paper"),
    "paper": QT_TRANSLATE_NOOP("Edit", "size"),
    "printer": QT_TRANSLATE_NOOP("Edit", "printer"),
    "copy_number": QT_TRANSLATE_NOOP("Edit", "print no."),
    "is_duplicate": QT_TRANSLATE_NOOP("Edit", "says DUPLICATE"),
    "problem": QT_TRANSLATE_NOOP("Edit", "problem"),
    "tries_count": QT_TRANSLATE_NOOP("Edit", "tries"),
    "series_code": QT_TRANSLATE_NOOP("Edit", "series"),
    "device_name": QT_TRANSLATE_NOOP("Edit", "counter"),
    "branch_name": QT_TRANSLATE_NOOP("Edit", "branch"),
    "beat": QT_TRANSLATE_NOOP("Edit", "beat"),
}
_STATES: Mapping[str, str] = {
    "held": QT_TRANSLATE_NOOP("Edit", "held"),
    "overruled": QT_TRANSLATE_NOOP("Edit", "without effect"),
    "rejected": QT_TRANSLATE_NOOP("Edit", "rejected"),
}
_AGENTS: Mapping[What, str] = {
    What.MAIN_AGENT: QT_TRANSLATE_NOOP("Edit", "main agent"),
    What.OTHER_AGENT: QT_TRANSLATE_NOOP("Edit", "agent beside"),
}


def _said(words: str) -> str:
    return QCoreApplication.translate("Edit", words)


def deed_words(edit: EditLine) -> str:
    """What was done, with the document's number and whether it is without effect."""
    told = edit.told
    words = f"{kind_words(told.kind)} {told.number}".strip()
    if edit.changes and edit.changes[0].subject == ASKED_PHONE:
        words = QCoreApplication.translate("Edit", "Phone request done with")
    if edit.state:
        return f"{words} — {_said(_STATES[edit.state])}"
    return words


def about_words(edit: EditLine, line: ChangeLine | None) -> str:
    """The party, the employee or the thing that it was done to."""
    if line is not None and line.what in _AGENTS:
        return text.or_none(line.subject)
    return text.or_none(" · ".join(filter(None, (edit.told.party, edit.subject))))


def field_words(line: ChangeLine) -> str:
    """Which field a line speaks of; one of a newer program keeps its own name."""
    if line.what in _AGENTS:
        return _said(_AGENTS[line.what])
    if line.what is not What.MASTER:
        return change_words.change_words(line)
    if line.subject in _FIELDS:
        return _said(_FIELDS[line.subject])
    return party_words.field_name(line.subject)


def old_words(line: ChangeLine) -> str:
    """What it was."""
    return _value_words(line, line.old)


def new_words(line: ChangeLine) -> str:
    """What it is since."""
    return _value_words(line, line.new)


def change_words_of(line: ChangeLine) -> str:
    """The whole of a change: credit limit: 50,000.00 → 75,000.00."""
    words = QCoreApplication.translate("Edit", "%1: %2 → %3")
    return text.filled(words, field_words(line), old_words(line), new_words(line))


def _value_words(line: ChangeLine, value: Any) -> str:
    if line.what in _AGENTS:
        return text.or_none(value or "")
    if line.what is not What.MASTER:
        return change_words.value_words(value)
    if value is None:
        return text.NONE
    if line.subject in _VALUES:
        return text.or_none(_VALUES[line.subject](value))
    if line.subject.endswith("_on"):
        return text.day(value if isinstance(value, date) else date.fromisoformat(value))
    return party_words.value_words(line.subject, value)


def _permissions(words: list[str]) -> str:
    known = set(Permission)
    return ", ".join(
        permission_words(Permission(word)) if word in known else word for word in words
    )


def _rates(rates: list[Any]) -> str:
    """Each rate with the day from which it holds."""
    told = []
    for from_on, rate_bp in rates:
        on = from_on if isinstance(from_on, date) else date.fromisoformat(from_on)
        told.append(f"{rate_bp / 100:g} % ({text.day(on)})")
    return ", ".join(told)


def _category(word: str) -> str:
    known = word in set(Category)
    return category_words(Category(word)) if known else word


_VALUES: Mapping[str, Callable[[Any], str]] = {
    "role": role_word,
    "outcome": outcome_words,
    "channel": channel_words,
    "category": _category,
    "granted": _permissions,
    "taken": _permissions,
    "gst_rates": _rates,
}
