"""The cheque register: which cheques are shown, and each step that is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from collectiq_desktop.core.domain.cheques import ChequeState
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.queries.cheques import ChequeLine, ChequeSheet
from collectiq_desktop.core.services.cheques import ReceiveCheque
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screens.cheques.presenter import ChequesPresenter, Which
from tests.core.looking import fact_id
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import Way, kit_of

TODAY = date(2026, 11, 22)


@dataclass
class SeenCheques:
    """A view that keeps what it was told."""

    lines: list[ChequeLine] = field(default_factory=list)
    which: Which | None = None
    problems: list[tuple[str, str]] = field(default_factory=list)
    closed_count: int = 0

    def show_cheques(
        self, lines: Sequence[ChequeLine], _sheet: ChequeSheet, which: Which, *, is_anew: bool
    ) -> None:
        self.lines, self.which = list(lines), which
        assert is_anew in (True, False)

    def show_problem(self, field: str, sentence: str) -> None:
        self.problems.append((field, sentence))

    def close_deed(self) -> None:
        self.closed_count += 1


@dataclass
class Stage:
    presenter: ChequesPresenter
    view: SeenCheques
    kit: Kit
    way: Way


@pytest.fixture
def stage(plain_books: PlainBooks) -> Stage:
    plain = plain_books
    plain.write(
        """
        invoice  S/1  2026-10-01  Asha  500.00
        receipt  R/1  2026-11-20  Asha  300.00  cheque  ref 000123
        """
    )
    plain.run(
        ReceiveCheque(
            fact_id=fact_id(plain),
            party_id=plain.parties["Asha"],
            amount_paise=20_000,
            number="000124",
            cheque_on=date(2026, 12, 1),
        )
    )
    view = SeenCheques()
    kit = kit_of(plain, InlineDesk(plain.books))
    way: Any = kit.navigation
    made = Stage(ChequesPresenter(view, kit), view, kit, way)
    made.presenter.begin("")
    return made


def numbers(stage: Stage) -> list[str]:
    return [line.number for line in stage.view.lines]


def test_open_cheques_are_shown_and_the_choice_turns(stage: Stage) -> None:
    assert numbers(stage) == ["000123", "000124"]
    stage.presenter.turn()
    assert (stage.view.which, numbers(stage)) == (Which.DEPOSIT, ["000123"])
    stage.presenter.begin("bounced")
    assert (stage.view.which, numbers(stage)) == (Which.BOUNCED, [])


def test_a_cheque_goes_to_the_bank_bounces_and_goes_back(stage: Stage) -> None:
    presenter, view = stage.presenter, stage.view
    presenter.deposit(view.lines[0], TODAY)
    assert view.lines[0].state is ChequeState.DEPOSITED
    presenter.bounce(view.lines[0], TODAY, "Funds insufficient", 10_000)
    assert (view.lines[0].state, view.closed_count) == (ChequeState.BOUNCED, 2)
    presenter.give_back(view.lines[0], TODAY, "paid in cash")
    assert numbers(stage) == ["000124"]
    assert view.problems == []


def test_a_cleared_cheque_is_still_among_all(stage: Stage) -> None:
    stage.presenter.deposit(stage.view.lines[0], TODAY)
    stage.presenter.clear(stage.view.lines[0], TODAY)
    assert numbers(stage) == ["000124"]
    stage.presenter.begin("all")
    assert numbers(stage) == ["000123", "000124"]


def test_what_is_refused_stands_at_its_field(stage: Stage) -> None:
    stage.presenter.deposit(stage.view.lines[1], TODAY)
    [(name, sentence)] = stage.view.problems
    assert name == "on"
    assert "01-12-2026" in sentence


def test_enter_opens_the_receipt_or_the_party(stage: Stage) -> None:
    received, post_dated = stage.view.lines
    stage.presenter.open(received)
    stage.presenter.open(post_dated)
    assert stage.way.places == [
        Place(screen="voucher", voucher_id=received.credit_id),  # type: ignore[arg-type]
        Place(screen="party", party_id=post_dated.party_id),
    ]
    assert FactId(received.cheque_id) == received.credit_id
