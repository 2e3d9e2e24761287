"""Whether what head office passed on is typed whole. Plain Python."""

from __future__ import annotations

from collectiq_desktop.ui.kit import Invited
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

NO_CODE = QT_TRANSLATE_NOOP("Sentence", "Type the code that head office gave for this counter.")
NO_ADDRESS = QT_TRANSLATE_NOOP(
    "Sentence", "Type the address of head office, as it stands beside the code."
)


def what_is_missing(invited: Invited) -> tuple[str, str] | None:
    """The field that is empty, and what to type there."""
    if not invited.address.strip():
        return "address", NO_ADDRESS
    return None if invited.code.strip() else ("code", NO_CODE)
