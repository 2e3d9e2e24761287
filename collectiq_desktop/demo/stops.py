"""One walk's sheet with its rows, money that is taken there, and what came of a call."""

from __future__ import annotations

from dataclasses import dataclass

from collectiq_desktop.core.domain.ids import FactId, UserId
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.services.promises import NoteVisit
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.reminders import NoteReminder
from collectiq_desktop.demo.chance import Act, Buyer, Chance
from collectiq_desktop.demo.cheques import cheque_number
from collectiq_desktop.demo.rounds import Walk

_BANK = "Example Bank, Navsari"
_ROUND_PAISE = 500_00
_MOST_CASH_PAISE = 12_000_00


@dataclass(frozen=True, slots=True)
class Row:
    """A party on a sheet, and the money that the agent takes there."""

    number: int
    buyer: Buyer
    owed_paise: int
    receipts: tuple[Act, ...]

    @property
    def taken_paise(self) -> int:
        return -sum(act.owed_paise for act in self.receipts)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A walk with its rows."""

    sheet_id: FactId
    walk: Walk
    rows: tuple[Row, ...]

    @property
    def agent_id(self) -> UserId:
        return self.walk.agent.employee_id


def visited(chance: Chance, sheet: Sheet, row: Row, outcome: tuple[Outcome, str]) -> Act:
    """What came of the call on a row's party."""
    command = NoteVisit(
        fact_id=chance.fact_id(),
        party_id=row.buyer.party_id,
        outcome=outcome[0],
        note=outcome[1],
        on=sheet.walk.on,
        sheet_id=sheet.sheet_id,
        sheet_row=row.number,
    )
    return chance.act(sheet.walk.on, command, sheet.agent_id)


def reminded(chance: Chance, sheet: Sheet, row: Row) -> Act:
    """The reminder that an agent opens on the phone before a shut door."""
    command = NoteReminder(
        fact_id=chance.fact_id(),
        party_id=row.buyer.party_id,
        amount_paise=row.owed_paise,
        language=row.buyer.retailer.party.language,
        on=sheet.walk.on,
    )
    return chance.act(sheet.walk.on, command, sheet.agent_id)


def part_of(owed_paise: int) -> int:
    """What somebody gives who does not give all: a round sum, or the little that there is."""
    part_paise = min(owed_paise * 2 // 5, _MOST_CASH_PAISE) // _ROUND_PAISE * _ROUND_PAISE
    return part_paise or owed_paise


def taken(chance: Chance, sheet: Sheet, row: Row, mode: Mode, paise: int) -> Act:
    """Money that an agent takes at a row's party; by UPI where the law lets no more cash be."""
    if mode is Mode.CASH and not chance.takes_cash(row.buyer, sheet.walk.on, paise):
        mode = Mode.UPI
    is_cheque = mode is Mode.CHEQUE
    command = RecordReceipt(
        voucher_id=chance.voucher_id(),
        party_id=row.buyer.party_id,
        amount_paise=paise,
        mode=mode,
        on=sheet.walk.on,
        reference=cheque_number(chance) if is_cheque else "",
        cheque_on=sheet.walk.on if is_cheque else None,
        bank=_BANK if is_cheque else "",
        agent_id=sheet.agent_id,
        sheet_id=sheet.sheet_id,
        sheet_row=row.number,
    )
    return chance.moving(sheet.walk.on, command, row.buyer, -paise, sheet.agent_id)
