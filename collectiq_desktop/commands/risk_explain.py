"""`risk explain`: one party's score in facts of the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.commands.risk_score import iso, party_machine, score_text
from collectiq_desktop.commands.tables import left, right, table
from collectiq_desktop.commands.writing import day_text
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.bill_names import BillName, BillNames, BillRow
from collectiq_desktop.core.queries.finding import ResolveParty
from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.intelligence.foresight import Foresight, Look, firm_folder
from collectiq_desktop.intelligence.people import BillAhead, PartyAhead, evidence_said
from collectiq_desktop.intelligence.reasons import Reason, WhatIf, reasons_of, rupees, what_if
from collectiq_desktop.intelligence.scoring import basis_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Explained:
    """All that is said of one party."""

    look: Look
    party: PartyAhead
    reasons: Sequence[Reason]
    what_if: WhatIf | None
    names: Mapping[BillRow, BillName]
    named_bills: Mapping[int, BillRow]


def answer(call: Call) -> Answer:
    """One party's score, with its reasons."""
    text = call.options.target
    if not text:
        message = say("Which party? Name it: collectiq risk explain PARTY.")
        raise BadInput(message, field="party")
    with call.books() as books:
        party_id = books.ask(ResolveParty(text=text)).party_id
        foresight = Foresight(books, firm_folder(books.ask(FirmCard()).firm_id))
        look = foresight.look(call.day("as_of") or call.today_on)
        party = next(each for each in look.people() if each.member.party_id == party_id)
        witness = look.witness(party_id)
        reasons = reasons_of(witness) if party.score is not None else ()
        bills = witness.sight.history.bills
        rows = {
            at: (int(bills.voucher_row[at]), int(bills.n[at]))
            for reason in reasons
            for at in reason.bills.tolist()
        }
        wanted = {*rows.values(), *((bill.voucher_row, bill.n) for bill in party.bills)}
        names = books.ask(BillNames(rows=frozenset(wanted)))
    if look.problem:
        call.notice(look.problem)
    cleared_paise = call.paise("cleared") or party.overdue_paise
    found = _Explained(
        look=look,
        party=party,
        reasons=reasons,
        what_if=what_if(witness, cleared_paise) if cleared_paise > 0 and party.score else None,
        names=names,
        named_bills=rows,
    )
    return Answer(for_machines=lambda: _machine(found), for_people=lambda: _lines(found))


def _machine(found: _Explained) -> dict[str, object]:
    return {
        "as_of_on": found.look.sight.today_on.isoformat(),
        "basis": basis_of(found.look).value,
        **party_machine(found.party),
        "evidence_text": str(evidence_said(found.party)),
        "reasons": [_reason_machine(found, reason) for reason in found.reasons],
        "what_if": None
        if found.what_if is None
        else {
            "cleared_paise": found.what_if.cleared_paise,
            "score": round(found.what_if.score, 4),
            "score_then": round(found.what_if.score_then, 4),
        },
        "bills": [_bill_machine(found, bill) for bill in found.party.bills],
    }


def _reason_machine(found: _Explained, reason: Reason) -> dict[str, object]:
    rows = [found.named_bills[at] for at in reason.bills.tolist()]
    return {
        "kind": reason.kind.value,
        "text": str(reason.sentence),
        "effect": round(reason.effect, 4),
        "bills": [found.names[row].number for row in rows if row in found.names],
    }


def _bill_machine(found: _Explained, bill: BillAhead) -> dict[str, object]:
    return {
        "number": _number(found, bill),
        "due_on": bill.due_on.isoformat(),
        "open_paise": bill.paise,
        "overdue_days": max(0, bill.late_days),
        "earliest_on": iso(bill.earliest_on),
        "expected_on": iso(bill.expected_on),
        "latest_on": iso(bill.latest_on),
        "remind_on": bill.remind_on.isoformat(),
    }


def _number(found: _Explained, bill: BillAhead) -> str:
    name = found.names.get((bill.voucher_row, bill.n))
    return name.number if name else ""


def _lines(found: _Explained) -> Iterator[str]:
    party = found.party
    score = "no score" if party.score is None else f"score {score_text(party.score)}"
    yield f"{party.member.name} ({party.member.code}): {score}, {party.category.value}"
    yield f"Pays: {party.frequency.value}. {evidence_said(party)}."
    for reason in found.reasons:
        yield f"{_arrow(reason)} {reason.sentence}"
    if found.what_if is not None:
        then = found.what_if
        yield (
            f"If {rupees(then.cleared_paise)} is cleared: "
            f"{score_text(then.score)} → {score_text(then.score_then)}"
        )
    if party.bills:
        yield ""
        columns = (
            left("Bill"),
            left("Due"),
            right("Open"),
            right("Overdue days"),
            left("Expected"),
            left("From"),
            left("To"),
            left("Remind"),
        )
        yield from table(columns, (_bill_cells(found, bill) for bill in party.bills))


def _arrow(reason: Reason) -> str:
    if not reason.effect:
        return "·"
    return "↑" if reason.effect > 0 else "↓"


def _bill_cells(found: _Explained, bill: BillAhead) -> tuple[str, ...]:
    return (
        _number(found, bill),
        day_text(bill.due_on),
        format_inr(bill.paise),
        str(max(0, bill.late_days) or ""),
        day_text(bill.expected_on),
        day_text(bill.earliest_on),
        day_text(bill.latest_on),
        day_text(bill.remind_on),
    )
