"""Run sheets: proposed, issued, worked off row by row, closed; and plans of beats."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from collectiq_desktop.core.domain.errors import BadInput, NotFound, Refused
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.queries.beats import BeatPlans
from collectiq_desktop.core.queries.proposals import SheetProposals
from collectiq_desktop.core.queries.runsheets import RunSheetCard, RunSheets
from collectiq_desktop.core.services.assigning import AssignParties
from collectiq_desktop.core.services.promises import MakePromise, NoteVisit
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.runsheets import CloseRunSheet, IssueRunSheet, PlanBeat
from collectiq_desktop.core.wire.collecting import SheetRow
from tests.core.looking import fact_id, prove, refused, run_twice, voucher_id
from tests.core.services.elsewhere import Elsewhere
from tests.people import employ
from tests.plain_books import PlainBooks

TODAY = date(2026, 11, 22)
ROWS = 60


@pytest.fixture
def ravi(plain_books: PlainBooks) -> UserId:
    employ(plain_books, "Owner", Role.ADMIN)
    return employ(plain_books, "Ravi", Role.AGENT)


def issue(plain: PlainBooks, agent_id: UserId, *rows: SheetRow) -> FactId:
    command = IssueRunSheet(fact_id=fact_id(plain), agent_id=agent_id, rows=rows, title="North")
    issued: FactId = run_twice(plain, command).sheet_id
    return issued


def visit(
    plain: PlainBooks, sheet_id: FactId, row_no: int, party_id: PartyId, outcome: Outcome
) -> None:
    command = NoteVisit(
        fact_id=fact_id(plain),
        party_id=party_id,
        outcome=outcome,
        sheet_id=sheet_id,
        sheet_row=row_no,
    )
    run_twice(plain, command)


def close(plain: PlainBooks, sheet_id: FactId) -> CloseRunSheet:
    return CloseRunSheet(fact_id=fact_id(plain), sheet_id=sheet_id)


def test_a_sheet_of_60_rows_closes_when_every_row_has_its_outcome(
    plain_books: PlainBooks, ravi: UserId
) -> None:
    plain = plain_books
    party_ids = [plain.add(Party(name=f"Shop {n:02}", beat="North")) for n in range(ROWS)]
    sheet_id = issue(plain, ravi, *(SheetRow(each, 10_000, "overdue") for each in party_ids))
    [line] = plain.ask(RunSheets())
    assert (line.number, line.agent, line.rows_count, line.expected_paise) == (
        "LA01/26/000001",
        "Ravi",
        ROWS,
        ROWS * 10_000,
    )
    assert "60 rows" in refused(plain, close(plain, sheet_id), Refused).message
    for row_no, party_id in enumerate(party_ids[:-1], start=1):
        visit(plain, sheet_id, row_no, party_id, Outcome.SHUT)
    assert "row 60" in refused(plain, close(plain, sheet_id), Refused).message
    plain.run(
        RecordReceipt(
            voucher_id=voucher_id(plain),
            party_id=party_ids[-1],
            amount_paise=4_000,
            agent_id=ravi,
            sheet_id=sheet_id,
            sheet_row=ROWS,
        )
    )
    visit(plain, sheet_id, ROWS, party_ids[-1], Outcome.PART)
    details = plain.ask(RunSheetCard(sheet_id=sheet_id))
    assert details.sheet.received_paise == 4_000
    assert (details.rows[-1].outcome, details.rows[-1].received_paise) == ("part", 4_000)
    run_twice(plain, close(plain, sheet_id))
    [line] = plain.ask(RunSheets(agent_id=ravi))
    assert (line.ended_count, line.closed_on) == (ROWS, TODAY)
    assert refused(plain, close(plain, sheet_id), Refused).field == "sheet"
    late = NoteVisit(
        fact_id=fact_id(plain),
        party_id=party_ids[0],
        outcome=Outcome.PAID,
        sheet_id=sheet_id,
        sheet_row=1,
    )
    assert refused(plain, late, Refused).field == "sheet"
    prove(plain)


def test_the_last_outcome_of_a_row_counts(plain_books: PlainBooks, ravi: UserId) -> None:
    plain = plain_books
    asha = plain.party_id("Asha")
    sheet_id = issue(plain, ravi, SheetRow(asha, 100))
    visit(plain, sheet_id, 1, asha, Outcome.SHUT)
    visit(plain, sheet_id, 1, asha, Outcome.PROMISED)
    assert plain.ask(RunSheetCard(sheet_id=sheet_id)).rows[0].outcome == "promised"
    other = NoteVisit(
        fact_id=fact_id(plain),
        party_id=plain.party_id("Bina"),
        outcome=Outcome.PAID,
        sheet_id=sheet_id,
        sheet_row=1,
    )
    assert refused(plain, other, NotFound).field == "sheet"


def test_what_is_no_sheet_is_refused(plain_books: PlainBooks, ravi: UserId) -> None:
    plain = plain_books
    asha = plain.party_id("Asha")
    for rows in ((), (SheetRow(asha, 1), SheetRow(asha, 2))):
        command = IssueRunSheet(fact_id=fact_id(plain), agent_id=ravi, rows=rows)
        assert refused(plain, command, BadInput).field == "rows"
    nobody = IssueRunSheet(
        fact_id=fact_id(plain), agent_id=UserId(b"?" * 16), rows=(SheetRow(asha, 1),)
    )
    assert refused(plain, nobody, NotFound).field == "agent"
    assert refused(plain, close(plain, FactId(b"?" * 16)), NotFound).field == "sheet"


def test_the_number_of_a_sheet_without_effect_stays_used(
    plain_books: PlainBooks, ravi: UserId
) -> None:
    plain = plain_books
    elsewhere = Elsewhere(plain)
    asha = plain.party_id("Asha")
    elsewhere.place_own()
    issue(plain, ravi, SheetRow(asha, 100))
    elsewhere.place_own("held")
    assert plain.ask(RunSheets()) == ()
    issue(plain, ravi, SheetRow(asha, 100))
    assert [line.number for line in plain.ask(RunSheets())] == ["LA01/26/000002"]
    prove(plain)


# What a sheet should hold ---------------------------------------------------


def test_a_sheet_holds_promises_first_and_then_what_is_overdue(
    plain_books: PlainBooks, ravi: UserId
) -> None:
    """
    party    Asha   beat North
    party    Bina   beat North
    party    Chand  beat North
    party    Dilip  beat South
    invoice  S/1  2026-10-01  Asha   100.00
    invoice  S/2  2026-10-01  Bina   200.00
    invoice  S/3  2026-11-22  Chand  300.00  due 30 days
    invoice  S/4  2026-10-01  Dilip  400.00
    """
    plain = plain_books
    plain.run(
        MakePromise(
            fact_id=fact_id(plain),
            party_id=plain.parties["Bina"],
            amount_paise=5_000,
            promised_on=TODAY,
        )
    )
    found = plain.ask(SheetProposals(beat="North"))
    assert [(each.party, each.expected_paise, each.reasons) for each in found] == [
        ("Bina", 5_000, ("promise", "overdue", "beat")),
        ("Asha", 10_000, ("overdue", "beat")),
    ]
    assert found[1].oldest_due_on == date(2026, 10, 1)
    whole = plain.ask(SheetProposals(beat="North", is_whole=True))
    assert {each.party for each in whole} == {"Asha", "Bina", "Chand"}
    order = (plain.parties["Asha"], plain.parties["Bina"])
    plain.run(PlanBeat(fact_id=fact_id(plain), beat="North", weekdays=(3, 0), party_ids=order))
    assert [each.party for each in plain.ask(SheetProposals(beat="North"))] == ["Asha", "Bina"]
    later = plain.ask(SheetProposals(beat="North", on=TODAY + timedelta(days=31)))
    assert "Chand" in [each.party for each in later]


def test_an_agents_sheet_holds_his_parties_only(plain_books: PlainBooks, ravi: UserId) -> None:
    """
    invoice  S/1  2026-10-01  Asha   100.00
    invoice  S/2  2026-10-01  Bina   200.00
    """
    plain = plain_books
    mine = (plain.parties["Bina"],)
    plain.run(AssignParties(fact_id=fact_id(plain), agent_id=ravi, party_ids=mine))
    assert [each.party for each in plain.ask(SheetProposals(agent_id=ravi))] == ["Bina"]


# Beats ----------------------------------------------------------------------


def test_the_newest_plan_of_a_beat_counts(plain_books: PlainBooks) -> None:
    """
    party  Asha  beat North
    party  Bina  beat North
    """
    plain = plain_books
    asha, bina = plain.parties["Asha"], plain.parties["Bina"]
    [plan] = plain.ask(BeatPlans())
    assert (plan.beat, plan.weekdays, plan.stops, plan.parties_count) == ("North", (), (), 2)
    for order in ((asha, bina), (bina, asha)):
        command = PlanBeat(
            fact_id=fact_id(plain), beat=" North ", weekdays=(5, 1, 5), party_ids=order
        )
        run_twice(plain, command)
    [plan] = plain.ask(BeatPlans())
    assert (plan.weekdays, plan.stops) == ((1, 5), (bina, asha))
    for wrong, field in ((PlanBeat(fact_id=fact_id(plain), beat=" "), "beat"),):
        assert refused(plain, wrong, BadInput).field == field
    no_day = PlanBeat(fact_id=fact_id(plain), beat="North", weekdays=(7,))
    assert refused(plain, no_day, BadInput).field == "weekdays"
    prove(plain)
