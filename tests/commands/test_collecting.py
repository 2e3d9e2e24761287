"""What is chased, on the command line: for people and for machines."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import timedelta

import pytest

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.ids import FactId, UserId, VoucherId
from collectiq_desktop.core.domain.roles import Employee, Role
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.domain.vouchers import Pieces
from collectiq_desktop.core.queries.finding import ResolveParty
from collectiq_desktop.core.services.cheques import ReceiveCheque
from collectiq_desktop.core.services.custody import CountInCash
from collectiq_desktop.core.services.employees import AddEmployee
from collectiq_desktop.core.services.promises import MakePromise, NoteVisit
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.reminders import NoteReminder
from collectiq_desktop.core.services.runsheets import IssueRunSheet
from collectiq_desktop.core.services.signing_in import set_password
from collectiq_desktop.core.wire.collecting import SheetRow
from tests.cli_shop import Shop

VERBS = ("cheques", "promises", "visits", "reminders", "run-sheets", "cash")
WORDS = "mango season 26"


def _commands(shop: Shop, books: Books, owner: UserId) -> Iterator[object]:
    """One of each."""
    asha = books.ask(ResolveParty(text="AS")).party_id
    day, mint = shop.clock.today_on(), shop.ids.mint
    yield ReceiveCheque(
        fact_id=FactId(mint()),
        party_id=asha,
        amount_paise=250_000,
        number="000123",
        cheque_on=day + timedelta(days=9),
    )
    yield MakePromise(fact_id=FactId(mint()), party_id=asha, amount_paise=50_000, promised_on=day)
    yield NoteVisit(fact_id=FactId(mint()), party_id=asha, outcome=Outcome.SHUT, note="Sunday")
    yield NoteReminder(fact_id=FactId(mint()), party_id=asha, amount_paise=70_000, language="hi")
    rows = (SheetRow(asha, 50_000, "overdue"),)
    yield IssueRunSheet(fact_id=FactId(mint()), agent_id=owner, rows=rows)
    yield RecordReceipt(
        voucher_id=VoucherId(mint()), party_id=asha, amount_paise=60_000, agent_id=owner
    )
    yield CountInCash(voucher_id=VoucherId(mint()), agent_id=owner, counted=(Pieces(500, 1),))


@pytest.fixture
def chased(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> Shop:
    owner = UserId(shop.ids.mint())
    books = Books.open(shop.path, shop.outside)
    employee = Employee(name="Owner", role=Role.ADMIN.value)
    books.run(AddEmployee(employee_id=owner, employee=employee), by=owner)
    with books.writing(by=owner) as (writer, context):
        set_password(writer, context, owner, WORDS)
    books.acting = owner
    for command in _commands(shop, books, owner):
        books.run(command)
    books.close()
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{WORDS}\n" * 20))
    return shop


def test_each_list_in_both_forms(chased: Shop) -> None:
    told = {verb: chased.found("--user", "Owner", verb) for verb in VERBS}
    assert told["cheques"]["cheques"][0]["number"] == "000123"
    assert told["promises"]["promises"][0]["amount_paise"] == 50_000
    assert told["visits"]["visits"][0]["outcome"] == "shut"
    assert told["reminders"]["reminders"][0]["amount_paise"] == 70_000
    assert told["run-sheets"]["run_sheets"][0]["expected_paise"] == 50_000
    assert told["cash"]["cash_hand_overs"][0]["short_paise"] == 10_000
    assert "000123" in "\n".join(chased.told("--user", "Owner", "cheques"))
    assert "not signed" in chased.told("--user", "Owner", "cash")[-1]


def test_nobody_is_told_without_signing_in(chased: Shop) -> None:
    for verb in VERBS:
        assert "Sign in first" in chased.refused(verb)


def test_empty_lists_say_so(shop: Shop) -> None:
    assert shop.told("run-sheets")[-1] == "Nothing."
