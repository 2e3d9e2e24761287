"""What a phone sends, carried out: as a command of the books, by the agent, behind the gate."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeAlias

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.allocation import Allocation
from collectiq_desktop.core.domain.errors import BadInput, Clash, NotFound, Refused
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId, VoucherId
from collectiq_desktop.core.domain.reminders import Channel
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.domain.vouchers import BillKey, Mode
from collectiq_desktop.core.services.attachments import AttachPicture
from collectiq_desktop.core.services.cheques import ReceiveCheque
from collectiq_desktop.core.services.custody import SignCash
from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.core.services.phones import CorrectPhone
from collectiq_desktop.core.services.posting import Posted
from collectiq_desktop.core.services.promises import MakePromise, NoteVisit
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.reminders import NoteReminder
from sync_server.agents import deeds
from sync_server.agents import messages as m
from sync_server.agents.refs import ref_of
from sync_server.people_api import PeopleDoor
from sync_server.refusals import parts_of

_CODES: tuple[tuple[type[Refused], str], ...] = (
    (NotFound, "not_found"),
    (Clash, "clash"),
    (BadInput, "bad_input"),
    (Refused, "refused"),
)


def carry_out(door: PeopleDoor, books: Books, agent_id: UserId, told: deeds.Command) -> m.Answered:
    """Carry out what a phone sent, once however often it is sent.

    A refusal is an answer, too: the phone keeps the command and shows why.
    """
    command = _COMMANDS[type(told)](told, agent_id)
    try:
        result = door.carry_out(books, command, agent_id)
    except Refused as refusal:
        return _refused(told, refusal)
    return _done(told, result)


def _done(told: deeds.Command, result: Any) -> m.Answered:
    number, on = (result.number, result.on) if isinstance(result, Posted) else ("", _on_of(told))
    ref = ref_of(bytes.fromhex(told.id)) if isinstance(told, deeds.Collect) else ""
    return m.Answered(id=told.id, state="done", number=number, on=on, ref=ref)


def _on_of(told: deeds.Command) -> date | None:
    """The business date that the phone says, None where it says none."""
    return None if isinstance(told, (deeds.Note, deeds.Picture, deeds.Sign)) else told.on


def _refused(told: deeds.Command, refusal: Refused) -> m.Answered:
    code = next(word for kind, word in _CODES if isinstance(refusal, kind))
    template, values = parts_of(refusal.message)
    return m.Answered(
        id=told.id,
        state="refused",
        code=code,
        sentence=str(refusal.message),
        template=template,
        values=values,
        field=refusal.field or "",
    )


def _collect(told: deeds.Collect, agent_id: UserId) -> RecordReceipt | ReceiveCheque:
    parts = None if told.parts is None else tuple(map(_allocation, told.parts))
    if told.mode == "cheque" and told.cheque_on is not None and told.cheque_on > told.on:
        return ReceiveCheque(
            fact_id=FactId(bytes.fromhex(told.id)),
            party_id=_party_id(told),
            amount_paise=told.amount_paise,
            number=told.reference,
            cheque_on=told.cheque_on,
            bank=told.bank,
            on=told.on,
            allocations=parts,
            agent_id=agent_id,
            note=told.note,
        )
    is_cheque = told.mode == "cheque"
    ref = f"Ref {ref_of(bytes.fromhex(told.id))}"
    return RecordReceipt(
        voucher_id=VoucherId(bytes.fromhex(told.id)),
        party_id=_party_id(told),
        amount_paise=told.amount_paise,
        mode=Mode(told.mode),
        on=told.on,
        allocations=parts,
        reference=told.reference,
        # What the phone showed before there was a number is found by it, too.
        narration=f"{told.note} {ref}".strip(),
        cheque_on=told.cheque_on if is_cheque else None,
        bank=told.bank if is_cheque else "",
        agent_id=agent_id,
        sheet_id=_sheet_id(told),
        sheet_row=told.sheet_row,
    )


def _allocation(part: deeds.Part) -> Allocation:
    bill = BillKey(VoucherId(bytes.fromhex(part.voucher_id)), part.n)
    return Allocation(bill, part.amount_paise)


def _promise(told: deeds.Promise, agent_id: UserId) -> MakePromise:
    return MakePromise(
        fact_id=FactId(bytes.fromhex(told.id)),
        party_id=_party_id(told),
        amount_paise=told.amount_paise,
        promised_on=told.promised_on,
        on=told.on,
        agent_id=agent_id,
        note=told.note,
    )


def _visit(told: deeds.Visit, agent_id: UserId) -> NoteVisit:
    return NoteVisit(
        fact_id=FactId(bytes.fromhex(told.id)),
        party_id=_party_id(told),
        outcome=Outcome(told.outcome),
        on=told.on,
        note=told.note,
        agent_id=agent_id,
        sheet_id=_sheet_id(told),
        sheet_row=told.sheet_row,
    )


def _remind(told: deeds.Remind, agent_id: UserId) -> NoteReminder:
    return NoteReminder(
        fact_id=FactId(bytes.fromhex(told.id)),
        party_id=_party_id(told),
        amount_paise=told.amount_paise,
        channel=Channel(told.channel),
        language=told.language,
        on=told.on,
        agent_id=agent_id,
    )


def _picture(told: deeds.Picture, _agent_id: UserId) -> AttachPicture:
    return AttachPicture(
        fact_id=FactId(bytes.fromhex(told.id)),
        about_id=FactId(bytes.fromhex(told.about_id)),
        content=told.content,
    )


def _sheet_id(told: deeds.Collect | deeds.Visit) -> FactId | None:
    return FactId(bytes.fromhex(told.sheet_id)) if told.sheet_id else None


def _sign(told: deeds.Sign, _agent_id: UserId) -> SignCash:
    return SignCash(
        fact_id=FactId(bytes.fromhex(told.id)),
        voucher_id=VoucherId(bytes.fromhex(told.voucher_id)),
        is_agreed=told.is_agreed,
        note=told.note,
    )


def _note(told: deeds.Note, _agent_id: UserId) -> AmendParty:
    fact_id = FactId(bytes.fromhex(told.id))
    return AmendParty(fact_id=fact_id, party_id=_party_id(told), changes={"note": told.note})


def _phone(told: deeds.Phone, agent_id: UserId) -> CorrectPhone:
    return CorrectPhone(
        fact_id=FactId(bytes.fromhex(told.id)),
        party_id=_party_id(told),
        phone=told.phone,
        instead_of=told.instead_of,
        on=told.on,
        agent_id=agent_id,
    )


def _party_id(told: _OfParty) -> PartyId:
    return PartyId(bytes.fromhex(told.party_id))


_OfParty: TypeAlias = (
    deeds.Collect | deeds.Promise | deeds.Visit | deeds.Remind | deeds.Note | deeds.Phone
)
_COMMANDS: Mapping[type[Any], Callable[[Any, UserId], object]] = {
    deeds.Collect: _collect,
    deeds.Picture: _picture,
    deeds.Promise: _promise,
    deeds.Visit: _visit,
    deeds.Remind: _remind,
    deeds.Note: _note,
    deeds.Phone: _phone,
    deeds.Sign: _sign,
}
