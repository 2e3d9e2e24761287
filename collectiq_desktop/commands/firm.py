"""`init` and `firm`: new books, and the firm's own data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from collectiq_desktop.app import create_books, place_for_new_books
from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.gstin import state_code_of
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.firm import FirmCard, FirmDetails
from collectiq_desktop.core.queries.heads import state_text
from collectiq_desktop.core.services.masters import AmendFirm

_PLAIN = (
    "pincode",
    "email",
    "vpa",
    "bank_name",
    "bank_account_name",
    "bank_account_number",
)


def make(call: Call) -> Answer:
    """New books for a firm."""
    firm = Firm(name=call.options.firm.strip(), **_fields(call))
    path = place_for_new_books(call.options.books, firm.name)
    create_books(path, firm, call.outside).close()
    return Answer(
        for_machines=lambda: {"books": str(path), "firm": firm.name},
        for_people=lambda: [
            f"New books for {firm.name}: {path}",
            "Next: “collectiq import FILE…” takes in Tally exports, or “collectiq party add NAME”.",
        ],
    )


def show_or_amend(call: Call) -> Answer:
    """The firm's data, changed first where options say so."""
    changes = _fields(call) | call.given("name")
    with call.books() as books:
        if changes:
            books.run(AmendFirm(fact_id=FactId(call.new_id()), changes=changes))
        details: FirmDetails = books.ask(FirmCard())
    return Answer(
        for_machines=lambda: _machine(details),
        for_people=lambda: _lines(details),
    )


def _fields(call: Call) -> dict[str, Any]:
    """The firm's fields as far as they were given."""
    given = call.given(*_PLAIN)
    fields: dict[str, Any] = {name: value.strip() for name, value in given.items()}
    for name, value in call.given("gstin", "bank_ifsc").items():
        fields[name] = "".join(value.split()).upper()
    for name, option in (("address", "address"), ("phones", "phone")):
        lines = call.given(option).get(option)
        if lines is not None:
            fields[name] = tuple(line.strip() for line in lines if line.strip())
    if call.options.state is not None:
        fields["state_code"] = state_code(call.options.state)
    return fields


def state_code(text: str) -> str:
    """The code of a State that was named.

    Raises:
        BadInput: there is no such State.
    """
    code = state_code_of(text)
    if code is None:
        message = say(
            "“{text}” is not a State. Give its name or its GST code: Gujarat, or 24.", text=text
        )
        raise BadInput(message, field="state")
    return code


def _machine(details: FirmDetails) -> dict[str, object]:
    firm = details.firm
    return {
        "firm": firm.name,
        "address": list(firm.address),
        "pincode": firm.pincode,
        "state_code": firm.state_code,
        "gstin": firm.gstin,
        "phones": list(firm.phones),
        "email": firm.email,
        "vpa": firm.vpa,
        "bank_name": firm.bank_name,
        "bank_account_name": firm.bank_account_name,
        "bank_account_number": firm.bank_account_number,
        "bank_ifsc": firm.bank_ifsc,
        "companies": list(firm.companies),
        "devices": [
            {"name": device.name, "series_code": device.series_code} for device in details.devices
        ],
    }


def _lines(details: FirmDetails) -> Iterator[str]:
    firm = details.firm
    bank = " ".join(filter(None, (firm.bank_name, firm.bank_account_number, firm.bank_ifsc)))
    yield firm.name
    for title, value in (
        ("Address", ", ".join(filter(None, (*firm.address, firm.pincode)))),
        ("State", state_text(firm.state_code or firm.gstin[:2])),
        ("GSTIN", firm.gstin),
        ("Phones", ", ".join(firm.phones)),
        ("E-mail", firm.email),
        ("UPI", firm.vpa),
        ("Bank", bank),
        ("Imports as", ", ".join(firm.companies)),
        ("Counters", ", ".join(f"{d.name} ({d.series_code})" for d in details.devices)),
    ):
        if value:
            yield f"{title + ':':<12}{value}"
