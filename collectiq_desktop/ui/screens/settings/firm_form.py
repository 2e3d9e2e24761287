"""The firm's master data as texts that a person types, and back. No window here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from collectiq_desktop.core.domain.calendar import format_date, parse_short_date
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.masters import Value
from collectiq_desktop.core.domain.saying import say

ADDRESS_LINES = ("address_1", "address_2", "address_3")
PLAIN_FIELDS = (
    "name",
    "state_code",
    "pincode",
    "gstin",
    "email",
    "vpa",
    "bank_name",
    "bank_account_name",
    "bank_account_number",
    "bank_ifsc",
)
LOCKED = "locked_until_on"
FIELDS = (*PLAIN_FIELDS, *ADDRESS_LINES, "phones", LOCKED)
_UPPER = frozenset({"gstin", "bank_ifsc"})


def texts_of(firm: Firm) -> dict[str, str]:
    """What stands in each field."""
    texts = {name: str(getattr(firm, name)) for name in PLAIN_FIELDS}
    lines = [*firm.address, "", "", ""]
    texts |= dict(zip(ADDRESS_LINES, lines, strict=False))
    texts[ADDRESS_LINES[-1]] = ", ".join(filter(None, firm.address[2:]))
    texts["phones"] = ", ".join(firm.phones)
    texts[LOCKED] = format_date(firm.locked_until_on) if firm.locked_until_on else ""
    return texts


def with_lock(changes: dict[str, Value], today_on: date) -> dict[str, Value]:
    """The changes with the day of the lock as the books keep it; an empty one ends the lock.

    Raises:
        BadInput: it is no day, or one that is not over.
    """
    if not changes.get(LOCKED):
        return {**changes, LOCKED: None} if LOCKED in changes else changes
    on = parse_short_date(changes[LOCKED], today_on=today_on, field=LOCKED)
    if on >= today_on:
        message = say("Lock days that are over: yesterday at the latest.")
        raise BadInput(message, field=LOCKED)
    return {**changes, LOCKED: on.isoformat()}


def changes_between(firm: Firm, texts: Mapping[str, str]) -> dict[str, Value]:
    """The fields that were typed otherwise than they are."""
    before = texts_of(firm)
    changed = {name for name in FIELDS if texts.get(name, "").strip() != before[name]}
    changes: dict[str, Value] = {}
    for name in PLAIN_FIELDS:
        if name in changed:
            typed = texts[name].strip()
            changes[name] = typed.upper() if name in _UPPER else typed
    if changed & set(ADDRESS_LINES):
        lines = (texts[name].strip() for name in ADDRESS_LINES)
        changes["address"] = [line for line in lines if line]
    if LOCKED in changed:
        changes[LOCKED] = texts[LOCKED].strip()
    if "phones" in changed:
        changes["phones"] = [each.strip() for each in texts["phones"].split(",") if each.strip()]
    if "gstin" in changes and not texts["state_code"].strip():
        changes["state_code"] = str(changes["gstin"])[:2]
    return changes
