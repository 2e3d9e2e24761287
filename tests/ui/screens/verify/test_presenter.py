from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from collectiq_desktop.core.queries.parties import PartyList
from collectiq_desktop.ui.screens.verify.presenter import (
    CHECKS,
    CheckLine,
    Doing,
    State,
    VerifyPresenter,
)
from collectiq_desktop.ui.screens.verify.words import title_of, way_out_of
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import kit_of


@dataclass
class Seen:
    lines: Sequence[CheckLine] = ()
    progress: list[tuple[Doing, int, int]] = field(default_factory=list)
    verified: list[tuple[int, Sequence[str]]] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    idles: int = 0
    rebuilt: int = 0
    stopped: int = 0

    def show_checks(self, lines: Sequence[CheckLine]) -> None:
        self.lines = lines

    def show_progress(self, doing: Doing, done_count: int, whole_count: int) -> None:
        self.progress.append((doing, done_count, whole_count))

    def show_idle(self) -> None:
        self.idles += 1

    def show_verified(self, facts_count: int, wrong: Sequence[str]) -> None:
        self.verified.append((facts_count, wrong))

    def show_rebuilt(self) -> None:
        self.rebuilt += 1

    def show_stopped(self) -> None:
        self.stopped += 1

    def show_failed(self, sentence: str) -> None:
        self.failed.append(sentence)

    def states(self) -> dict[str, State]:
        return {line.name: line.state for line in self.lines}


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def presenter(seen: Seen, plain_books: PlainBooks, inline: InlineDesk) -> VerifyPresenter:
    made = VerifyPresenter(seen, kit_of(plain_books, inline))
    made.begin()
    return made


def test_every_check_is_listed_before_and_after(
    seen: Seen, presenter: VerifyPresenter, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-04-05  Asha Stores  17,500.00
    """
    assert seen.states() == dict.fromkeys(CHECKS, State.WAITING)
    presenter.verify()
    assert seen.states() == dict.fromkeys(CHECKS, State.SOUND)
    assert all(line.detail for line in seen.lines)
    ((facts_count, wrong),) = seen.verified
    assert facts_count > 1
    assert list(wrong) == []


def test_a_quick_look_leaves_the_rebuild_out(seen: Seen, presenter: VerifyPresenter) -> None:
    presenter.verify(is_quick=True)
    assert seen.states()["rebuild"] is State.LEFT_OUT
    assert seen.states()["chain"] is State.SOUND


def test_what_is_wrong_is_named_with_a_way_out(
    seen: Seen, presenter: VerifyPresenter, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-04-05  Asha Stores  17,500.00
    """
    with plain_books.books._database.write() as conn:
        conn.exec_driver_sql("UPDATE posting SET amount_paise = amount_paise + 1")
    presenter.verify()
    assert seen.states()["vouchers"] is State.WRONG
    assert seen.states()["rebuild"] is State.LEFT_OUT
    assert list(seen.verified[-1][1]) == ["vouchers"]
    wrong = next(line for line in seen.lines if line.name == "vouchers")
    assert "Alt+R" in way_out_of(wrong)
    presenter.rebuild()
    assert seen.rebuilt == 1
    presenter.verify()
    assert seen.states() == dict.fromkeys(CHECKS, State.SOUND)


def test_a_rebuild_tells_every_screen_and_changes_no_balance(
    seen: Seen, presenter: VerifyPresenter, plain_books: PlainBooks, inline: InlineDesk
) -> None:
    """
    invoice  S/1  2026-04-05  Asha Stores  17,500.00
    """
    before = plain_books.ask(PartyList()).rows
    presenter.rebuild()
    assert plain_books.ask(PartyList()).rows == before
    assert inline.touched[-1][1] is presenter
    assert (Doing.REBUILDING, 0, 0) in seen.progress


def test_esc_stops_and_nothing_comes_late(
    seen: Seen, presenter: VerifyPresenter, inline: InlineDesk
) -> None:
    assert not presenter.stop()
    inline.is_holding = True
    presenter.verify()
    presenter.rebuild()
    assert presenter.stop()
    inline.release()
    assert seen.verified == []
    assert seen.rebuilt == 0
    assert seen.stopped == 1
    assert seen.states() == dict.fromkeys(CHECKS, State.WAITING)


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_has_words_and_a_way_out(name: str) -> None:
    assert title_of(CheckLine(name, State.SOUND))
    assert way_out_of(CheckLine(name, State.WRONG))
    assert not way_out_of(CheckLine(name, State.SOUND))
