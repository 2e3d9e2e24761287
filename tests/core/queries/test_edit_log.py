from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from collectiq_desktop.core.domain.errors import NotFound, Refused
from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.domain.roles import Permission, Role
from collectiq_desktop.core.queries.changes import What
from collectiq_desktop.core.queries.edit_log import KINDS_ABOUT, About, EditLog
from collectiq_desktop.core.queries.edits import EditLine
from collectiq_desktop.core.services.assigning import AssignParties
from collectiq_desktop.core.services.cheques import GiveBackCheque, ReceiveCheque
from collectiq_desktop.core.services.employees import AmendEmployee
from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.core.services.promises import MakePromise, WithdrawPromise
from collectiq_desktop.core.services.runsheets import IssueRunSheet
from collectiq_desktop.core.wire.collecting import SheetRow
from collectiq_desktop.core.wire.facts import KINDS
from tests.core.looking import fact_id
from tests.people import employ
from tests.plain_books import PlainBooks

LEDGER = """
    party    Asha Stores  beat North
    party    Bina Stores
    invoice  S/1  2026-11-20  Asha Stores  1,000.00
    receipt  R/1  2026-11-21  Asha Stores    400.00  upi
    receipt  R/2  2026-11-21  Bina Stores    700.00
    cancel   R/1  entered twice
"""


def _log(plain: PlainBooks, **filters: Any) -> tuple[EditLine, ...]:
    return plain.ask(EditLog(**filters)).rows


def _lines(edit: EditLine) -> list[tuple[Any, ...]]:
    return [(each.subject, each.old, each.new) for each in edit.changes]


def test_every_kind_of_fact_stands_under_one_heading_and_corrections_under_two() -> None:
    counted = [kind for kinds in KINDS_ABOUT.values() for kind in kinds]
    assert set(counted) == set(KINDS)
    twice = sorted(kind for kind in KINDS if counted.count(kind) > 1)
    assert twice == sorted(KINDS_ABOUT[About.CORRECTIONS])


def test_who_when_where_and_each_field_old_beside_new(plain_books: PlainBooks) -> None:
    plain = plain_books.write(LEDGER)
    owner = employ(plain, "Owner", Role.ADMIN)
    plain.clock.move(ms=60_000)
    for change in ({"credit_limit_paise": 5_000_000}, {"credit_limit_paise": 7_500_000}):
        plain.run(
            AmendParty(
                fact_id=fact_id(plain), party_id=plain.parties["Asha Stores"], changes=change
            )
        )
    newest, before = _log(plain, about=About.PARTIES, user_id=owner)
    assert (newest.user, newest.told.device, newest.told.party) == (
        "Owner",
        "First counter",
        "Asha Stores",
    )
    assert newest.told.recorded_at == plain.clock.now_at()
    assert _lines(newest) == [("credit_limit_paise", 5_000_000, 7_500_000)]
    assert _lines(before) == [("credit_limit_paise", None, 5_000_000)]


def test_vouchers_are_told_with_their_amounts_and_corrections_with_their_reasons(
    plain_books: PlainBooks,
) -> None:
    plain = plain_books.write(LEDGER)
    cancelled, *posted = _log(plain, about=About.VOUCHERS)
    assert (cancelled.told.kind, cancelled.reason) == ("VoucherCancelled", "entered twice")
    assert cancelled.told.number == "RA01/26/000001"
    assert [(each.what, each.old, each.new) for each in cancelled.changes] == [
        (What.STATE, "posted", "cancelled")
    ]
    assert [_lines(each) for each in posted] == [
        [("amount_paise", None, 70_000)],
        [("amount_paise", None, 40_000)],
        [("amount_paise", None, 100_000)],
    ]
    assert _log(plain, about=About.CORRECTIONS) == (cancelled,)


def test_a_party_is_followed_through_everything_that_was_done_about_it(
    plain_books: PlainBooks,
) -> None:
    plain = plain_books.write(LEDGER)
    asha = plain.parties["Asha Stores"]
    employ(plain, "Owner", Role.ADMIN)
    ravi, meena = (employ(plain, name, Role.AGENT) for name in ("Ravi", "Meena"))
    promise, cheque = fact_id(plain), fact_id(plain)
    day = plain.clock.today_on()
    for command in (
        AssignParties(fact_id=fact_id(plain), agent_id=ravi, party_ids=(asha,)),
        AssignParties(fact_id=fact_id(plain), agent_id=meena, party_ids=(asha,)),
        MakePromise(fact_id=promise, party_id=asha, amount_paise=60_000, promised_on=day),
        WithdrawPromise(fact_id=fact_id(plain), promise_id=promise, reason="another party"),
        ReceiveCheque(
            fact_id=cheque,
            party_id=asha,
            amount_paise=60_000,
            number="000123",
            cheque_on=day + timedelta(days=9),
        ),
        GiveBackCheque(fact_id=fact_id(plain), cheque_id=cheque, reason="paid in cash"),
    ):
        plain.clock.move(ms=1_000)
        plain.run(command)
    found = _log(plain, party_id=asha)
    assert [each.told.kind for each in found] == [
        "ChequeGivenBack",
        "ChequeReceived",
        "PromiseWithdrawn",
        "PromiseMade",
        "PartiesAssigned",
        "PartiesAssigned",
        "VoucherCancelled",
        "ReceiptRecorded",
        "InvoicePosted",
        "PartyAdded",
    ]
    given_back, received, _withdrawn, promised, second, first = found[:6]
    assert (given_back.subject, given_back.reason) == ("000123", "paid in cash")
    assert ("amount_paise", None, 60_000) in _lines(received)
    assert ("promised_on", None, day) in _lines(promised)
    assert _lines(first) == [("Asha Stores", None, "Ravi")]
    assert _lines(second) == [("Asha Stores", "Ravi", "Meena")]
    with pytest.raises(NotFound):
        _log(plain, party_id=PartyId(bytes(16)))


def test_rights_and_run_sheets_are_told_too(plain_books: PlainBooks) -> None:
    plain = plain_books.write(LEDGER)
    owner = employ(plain, "Owner", Role.ADMIN)
    clerk = employ(plain, "Bina")
    plain.run(
        AmendEmployee(fact_id=fact_id(plain), employee_id=clerk, changes={"granted": ("cancel",)})
    )
    rows = (SheetRow(plain.parties["Asha Stores"], 60_000),)
    plain.run(IssueRunSheet(fact_id=fact_id(plain), agent_id=owner, rows=rows))
    sheet, amended, added, _first = _log(plain)[:4]
    assert sheet.subject == "Owner"
    assert {("rows_count", None, 1), ("expected_paise", None, 60_000)} <= set(_lines(sheet))
    assert (amended.subject, [each[0] for each in _lines(amended)]) == ("Bina", ["granted"])
    assert added.told.party == "Bina"


def test_pages_joined_are_the_whole_log_and_days_bound_it(plain_books: PlainBooks) -> None:
    plain = plain_books
    for number in range(1, 8):
        plain.write(f"receipt  R/{number}  2026-11-21  Asha Stores  {number}00.00")
        plain.clock.move(days=number % 2)
    whole = _log(plain)
    paged: list[EditLine] = []
    after = None
    while True:
        page = plain.ask(EditLog(after=after, limit=2))
        paged += page.rows
        after = page.after
        if after is None:
            break
    assert tuple(paged) == whole
    day = date(2026, 11, 23)
    some = _log(plain, from_on=day, to_on=day)
    assert 0 < len(some) < len(whole)
    assert some == tuple(each for each in whole if _day(each) == day)


def _day(edit: EditLine) -> date:
    return date.fromtimestamp((edit.told.recorded_at + 19_800_000) // 1_000)  # noqa: DTZ012


def test_only_who_has_the_right_may_look(plain_books: PlainBooks) -> None:
    plain = plain_books.write(LEDGER)
    employ(plain, "Owner", Role.ADMIN)
    clerk, auditor = employ(plain, "Bina"), employ(plain, "CA Shah", Role.ACCOUNTANT)
    with pytest.raises(Refused):
        plain.books.ask(EditLog(), by=clerk)
    assert plain.books.ask(EditLog(), by=auditor).rows
    agent = employ(plain, "Ravi", Role.AGENT, granted=(Permission.SEE_EDIT_LOG.value,))
    mine = (plain.parties["Bina Stores"],)
    plain.run(AssignParties(fact_id=FactId(plain.ids.mint()), agent_id=agent, party_ids=mine))
    told = repr(plain.books.ask(EditLog(), by=agent).rows)
    assert "Bina Stores" in told
    assert "Asha" not in told
