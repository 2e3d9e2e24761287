"""What stands in the fields of a page, as plain words by name, and back into them.

A party is not among it: its presenter asks the books for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from collectiq_desktop.ui.widgets.field import ChoiceField, Field, TextField
from collectiq_desktop.ui.widgets.party_field import PartyField


def typed_in(page: QWidget) -> dict[str, str]:
    """The words in all fields of a page."""
    return {field.name: _words(field) for field in _fields(page)}


def type_into(page: QWidget, typed: Mapping[str, Any]) -> None:
    """Put the words back, as if they were typed now."""
    for field in _fields(page):
        words = typed.get(field.name)
        if not isinstance(words, str) or words == _words(field):
            continue
        if isinstance(field, ChoiceField):
            field.set_key(words)
        elif isinstance(field, TextField):
            field.set_text(words)
            field.line.setModified(True)
            field.changed.emit()


def _fields(page: QWidget) -> list[ChoiceField | TextField]:
    return [
        field
        for field in page.findChildren(Field)
        if isinstance(field, ChoiceField | TextField)
        and not isinstance(field, PartyField)
        and field.is_drafted
    ]


def _words(field: ChoiceField | TextField) -> str:
    return field.key if isinstance(field, ChoiceField) else field.line.text()
