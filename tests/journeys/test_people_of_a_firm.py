"""Employees of a firm with two counters: who may sign in where, and whose facts are held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.queries.employees import Employees
from collectiq_desktop.core.queries.parties import PartyList
from collectiq_desktop.core.queries.syncing import Held
from collectiq_desktop.core.queries.visits import Visits
from collectiq_desktop.core.services.assigning import AssignParties
from collectiq_desktop.core.services.corrections import CancelVoucher
from collectiq_desktop.core.services.employees import AmendEmployee
from collectiq_desktop.core.services.record import record
from collectiq_desktop.core.services.signing_in import set_password, sign_in
from collectiq_desktop.core.storage.dump import fingerprints
from collectiq_desktop.core.wire.collecting import VisitMade
from tests.core.looking import fact_id
from tests.firms import Shop, TestFirm
from tests.journeys.test_two_shops_one_firm import SURAT, settle
from tests.people import employ
from tests.plain_books import outstanding

WORDS = "mango season 26"


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[TestFirm]:
    firm = TestFirm(tmp_path)
    firm.add_branch(SURAT, "Surat shop")
    yield firm
    firm.close()


@pytest.fixture
def main(firm: TestFirm) -> Shop:
    """The first counter, where the admin has signed in."""
    shop = firm.enrol("Main counter")
    shop.exchange()
    shop.plain.write("invoice  S/1  2026-11-20  Asha Stores  1,000.00")
    shop.plain.write("invoice  S/2  2026-11-20  Binod & Sons  70.00")
    employ(shop.plain, "Mehta", Role.ADMIN)
    shop.exchange()
    return shop


@pytest.fixture
def surat(firm: TestFirm, main: Shop) -> Shop:
    shop = firm.enrol("Surat counter", SURAT)
    settle(shop, main)
    shop.plain.parties |= main.plain.parties
    shop.plain.vouchers |= main.plain.vouchers
    return shop


def _with_password(main: Shop, employee_id: UserId) -> UserId:
    with main.books.writing(by=main.books.acting) as (writer, context):
        set_password(writer, context, employee_id, WORDS)
    return employee_id


def test_a_password_set_at_one_counter_signs_in_at_the_other_where_it_is_allowed(
    main: Shop, surat: Shop
) -> None:
    bina = _with_password(main, employ(main.plain, "Bina"))
    _with_password(main, employ(main.plain, "Chetan", branches=("MAIN",)))
    settle(main, surat)
    assert [row.employee.name for row in surat.books.ask(Employees())] == [
        "Bina",
        "Chetan",
        "Mehta",
    ]
    with pytest.raises(Refused, match="Sign in first"):
        surat.plain.write("receipt  R/1  2026-11-22  Asha Stores  10.00")
    assert sign_in(surat.books, "bina", WORDS, SURAT).employee_id == bina
    with pytest.raises(Refused, match="do not go together"):
        sign_in(surat.books, "Chetan", WORDS, SURAT)


def test_a_right_that_was_taken_meanwhile_holds_the_cancellation_and_not_the_money(
    firm: TestFirm, main: Shop, surat: Shop
) -> None:
    bina = employ(main.plain, "Bina", granted=("cancel",))
    settle(main, surat)
    surat.books.acting = bina
    surat.wire.is_cut = True
    surat.plain.write("receipt  R/1  2026-11-22  Asha Stores  400.00")
    cancel = CancelVoucher(
        fact_id=fact_id(surat.plain), voucher_id=surat.plain.vouchers["S/2"], reason="twice"
    )
    surat.plain.run(cancel)
    demoted = {"granted": (), "role": "accountant"}
    main.plain.run(AmendEmployee(fact_id=fact_id(main.plain), employee_id=bina, changes=demoted))
    settle(main)
    surat.wire.is_cut = False
    settle(surat, main)

    for shop in (main, surat):
        assert outstanding(main.plain, "Asha Stores") == "600.00"
        assert outstanding(main.plain, "Binod & Sons") == "70.00"
        (held,) = shop.books.ask(Held(), by=main.books.acting)
        assert (held.fact.kind, str(held.reason)) == ("VoucherCancelled", "no_right")
    prints = []
    for books in (firm.server, main.books, surat.books):
        with books.reading() as conn:
            prints.append(fingerprints(conn))
    assert prints[0] == prints[1] == prints[2]
    with pytest.raises(Refused, match="not permitted"):
        surat.plain.write("receipt  R/2  2026-11-22  Asha Stores  10.00")


def test_an_assignment_is_known_at_every_counter(main: Shop, surat: Shop) -> None:
    ravi = employ(main.plain, "Ravi", Role.AGENT)
    parties = (main.plain.parties["Asha Stores"],)
    main.plain.run(AssignParties(fact_id=fact_id(main.plain), agent_id=ravi, party_ids=parties))
    settle(main, surat)
    assert [row.party for row in surat.books.ask(PartyList(), by=ravi).rows] == ["Asha Stores"]


def test_a_counter_that_asks_nobody_writes_no_visit_in_anothers_name(
    firm: TestFirm, main: Shop, surat: Shop
) -> None:
    ravi, meena = (employ(main.plain, name, Role.AGENT) for name in ("Ravi", "Meena"))
    party_id = main.plain.parties["Asha Stores"]
    command = AssignParties(fact_id=fact_id(main.plain), agent_id=ravi, party_ids=(party_id,))
    main.plain.run(command)
    settle(main, surat)
    for agent_id in (ravi, meena):
        body = VisitMade(
            party_id=party_id,
            visited_on=main.plain.clock.today_on(),
            outcome="shut",
            agent_id=agent_id,
        )
        with surat.books.writing() as (writer, context):
            record(writer, replace(context, user_id=ravi), body, context.ids.mint())
            writer.flush()
    settle(surat, main)
    for books in (firm.server, main.books):
        visits = books.ask(Visits(), by=main.books.acting)
        assert [visit.agent for visit in visits] == ["Ravi"]
    (held,) = main.books.ask(Held(), by=main.books.acting)
    assert (held.fact.kind, str(held.reason)) == ("VisitMade", "no_right")
