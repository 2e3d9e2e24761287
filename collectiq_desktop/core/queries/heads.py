"""How papers show the firm and a party."""

from __future__ import annotations

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.gstin import STATES
from collectiq_desktop.core.domain.papers import BankOnPaper, FirmOnPaper, PartyOnPaper
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.masters import master_of, unpack


def firm_on_paper(conn: Connection) -> FirmOnPaper:
    """The firm as papers show it; without an account number there is no bank."""
    fields = conn.execute(select(tables.firm.c.fields)).scalar_one()
    firm = master_of(Firm, unpack(fields))
    bank = BankOnPaper(
        account_name=firm.bank_account_name or firm.name,
        account_number=firm.bank_account_number,
        ifsc=firm.bank_ifsc,
        bank=firm.bank_name,
    )
    return FirmOnPaper(
        name=firm.name,
        address=_address(firm.address, firm.pincode),
        gstin=firm.gstin,
        state=state_text(firm.state_code or firm.gstin[:2]),
        phones=firm.phones,
        vpa=firm.vpa,
        bank=bank if firm.bank_account_number else None,
    )


def party_on_paper(party: Party) -> PartyOnPaper:
    """The party as papers show it."""
    return PartyOnPaper(
        name=party.name,
        address=_address(party.address, party.pincode),
        gstin=party.gstin,
        state=state_text(party.state_code or party.gstin[:2]),
        phones=party.phones,
        code=party.code,
        language=party.language,
    )


def party_master(conn: Connection, party_row: int) -> Party:
    """The master data of the party in a row."""
    column = tables.party.c
    statement = select(column.fields).where(column.party_row == party_row)
    return master_of(Party, unpack(conn.execute(statement).scalar_one()))


def state_text(state_code: str) -> str:
    """The State with its code, `Gujarat (24)`; empty where the code is unknown.

    Source: CGST Rule 46(e), the name of the State and its code.
    """
    name = STATES.get(state_code)
    return f"{name} ({state_code})" if name else ""


def _address(lines: tuple[str, ...], pincode: str) -> tuple[str, ...]:
    if not pincode or any(pincode in line for line in lines):
        return lines
    return (*lines, pincode)
