"""The firm's master data as texts that a person types, and back. No window here."""

from __future__ import annotations

from collections.abc import Mapping

from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.masters import Value

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
FIELDS = (*PLAIN_FIELDS, *ADDRESS_LINES, "phones")
_UPPER = frozenset({"gstin", "bank_ifsc"})


def texts_of(firm: Firm) -> dict[str, str]:
    """What stands in each field."""
    texts = {name: str(getattr(firm, name)) for name in PLAIN_FIELDS}
    lines = [*firm.address, "", "", ""]
    texts |= dict(zip(ADDRESS_LINES, lines, strict=False))
    texts[ADDRESS_LINES[-1]] = ", ".join(filter(None, firm.address[2:]))
    texts["phones"] = ", ".join(firm.phones)
    return texts


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
    if "phones" in changed:
        changes["phones"] = [each.strip() for each in texts["phones"].split(",") if each.strip()]
    if "gstin" in changes and not texts["state_code"].strip():
        changes["state_code"] = str(changes["gstin"])[:2]
    return changes
