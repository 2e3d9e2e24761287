"""Joining with a code: new books, a copy without its key, books that were moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errors import BooksTrouble, Refused
from collectiq_desktop.core.queries.daybook import DayBook
from collectiq_desktop.core.queries.syncing import Sync, SyncDevices
from collectiq_desktop.core.wire.joining import code_for
from collectiq_desktop.core.wire.peer import LineTrouble
from collectiq_desktop.sync.agent import Agent, Reached
from collectiq_desktop.sync.device_keys import FileKeys
from collectiq_desktop.sync.ended import Outcome
from collectiq_desktop.sync.enrolment import key_of, parse_invitation
from collectiq_desktop.sync.head_office import head_office_of
from collectiq_desktop.sync.joining import Joiner
from collectiq_desktop.sync.moving import UNANSWERED, is_key_missing, move_here
from collectiq_desktop.sync.reaching import agent_of
from tests.firms import PROGRAM, Shop, TestFirm, Wire
from tests.plain_books import PlainBooks

ADDRESS = "https://office.example"


@pytest.fixture
def shop(firm: TestFirm, tmp_path: Path) -> Shop:
    """A counter that joined with a code, exchanged, and has something unsent."""
    joiner = joiner_of(firm, tmp_path / "here")
    shop = taken_up(firm, joiner, tmp_path / "shop.collectiq")
    shop.exchange()
    shop.plain.write("receipt  R/1  2026-11-21  Asha Stores  100.00")
    return shop


def joiner_of(firm: TestFirm, folder: Path, code: str | None = None) -> Joiner:
    return Joiner(
        invitation=parse_invitation(ADDRESS, code or firm.code()),
        name="Counter",
        program=PROGRAM,
        keys=FileKeys(folder / "keys"),
        outside=firm.around,
        folder=folder / "joining",
        ask_office=firm.join,
    )


def taken_up(firm: TestFirm, joiner: Joiner, path: Path) -> Shop:
    """New books as one more counter of the firm."""
    books = joiner.new_books(lambda _firm: path)
    wire = Wire(firm, books)

    def reach() -> Reached:
        return Reached(wire, key_of(books, joiner.keys))

    agent = Agent(books=books, reach=reach, program=PROGRAM)
    shop = Shop(PlainBooks(books, firm.clock, firm.around.ids), b"", wire, agent)  # type: ignore[arg-type]
    firm.shops.append(shop)
    return shop


def test_a_new_counter_has_a_series_and_is_filled(shop: Shop, firm: TestFirm) -> None:
    assert shop.exchange().outcome is Outcome.DONE
    assert shop.books.ask(Sync()).series_code == "A01"
    assert [row.number for row in firm.server.ask(DayBook()).rows] == ["RA01/26/000001"]


def test_a_lost_answer_costs_no_second_code(firm: TestFirm, tmp_path: Path) -> None:
    firm.is_losing_answers = True
    with pytest.raises(LineTrouble):
        joiner_of(firm, tmp_path).new_books(lambda _firm: tmp_path / "shop.collectiq")
    firm.is_losing_answers = False
    shop = taken_up(firm, joiner_of(firm, tmp_path), tmp_path / "shop.collectiq")

    first, second = firm.let_in
    assert (first.device_id, first.private_key) == (second.device_id, second.private_key)
    assert shop.exchange().outcome is Outcome.DONE
    assert not list((tmp_path / "joining").iterdir())


def test_a_copy_without_its_key_records_nothing_until_it_is_told_what_it_is(
    shop: Shop, tmp_path: Path
) -> None:
    assert not is_key_missing(shop.books, FileKeys(tmp_path / "here" / "keys"))
    assert is_key_missing(shop.books, FileKeys(tmp_path / "other machine"))
    shop.books.held_back = UNANSWERED
    with pytest.raises(Refused, match="moved here, or is this to be a new counter"):
        shop.plain.write("receipt  R/2  2026-11-21  Asha Stores  200.00")
    assert len(shop.books.ask(DayBook()).rows) == 1


def test_moved_books_go_on_in_a_new_series_and_send_once_there_is_a_code(
    shop: Shop, firm: TestFirm, tmp_path: Path
) -> None:
    shop.books.held_back = UNANSWERED
    elsewhere = FileKeys(tmp_path / "there" / "keys")

    assert move_here(shop.books) == "A02"
    shop.plain.write("receipt  R/2  2026-11-21  Asha Stores  200.00")
    assert not is_key_missing(shop.books, elsewhere)
    waiting = agent_of(shop.books, elsewhere, PROGRAM).exchange()
    assert waiting.outcome is Outcome.NO_KEY
    assert "no key yet" in waiting.told

    joiner = joiner_of(firm, tmp_path / "there")
    joiner.take_along(shop.books)
    agent = Agent(
        books=shop.books,
        reach=lambda: Reached(shop.wire, key_of(shop.books, joiner.keys)),
        program=PROGRAM,
    )
    assert agent.exchange().outcome is Outcome.DONE
    shop.plain.write("receipt  R/3  2026-11-21  Asha Stores  300.00")
    assert agent.exchange().outcome is Outcome.DONE

    numbers = [row.number for row in firm.server.ask(DayBook()).rows]
    assert sorted(numbers) == ["RA01/26/000001", "RA02/26/000001", "RA04/26/000001"]
    codes = [each.series_code for each in shop.books.ask(SyncDevices()) if not each.is_server]
    assert codes == ["A01", "A04"]


def test_a_copy_becomes_a_new_counter_and_sends_nothing_twice(
    shop: Shop, firm: TestFirm, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.collectiq"
    shop.books.close()
    copy.write_bytes(shop.books.path.read_bytes())
    shop.plain.books = shop.books.open(shop.books.path, firm.around)
    copied = shop.books.open(copy, firm.around)
    shop.wire.books = shop.agent.books = shop.books
    joiner = joiner_of(firm, tmp_path / "there")
    joiner.take_along(copied)
    office = head_office_of(copied)
    assert office is not None
    wire = Wire(firm, copied)
    reach = Reached(wire, key_of(copied, joiner.keys))
    key = key_of(shop.books, FileKeys(tmp_path / "here" / "keys"))
    old_wire = Reached(shop.wire, key)
    for books, reached in ((copied, reach), (shop.books, old_wire), (copied, reach)):
        agent = Agent(books=books, reach=lambda reached=reached: reached, program=PROGRAM)  # type: ignore[misc]
        assert agent.exchange().outcome is Outcome.DONE

    assert [row.number for row in firm.server.ask(DayBook()).rows] == ["RA01/26/000001"]
    assert copied.ask(Sync()).series_code == "A04"
    copied.close()


def test_a_counter_with_its_key_needs_no_code(shop: Shop, firm: TestFirm, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="a counter of the firm already"):
        joiner_of(firm, tmp_path / "here").take_along(shop.books)


def test_a_code_of_another_firm_is_refused_before_it_is_used_up(
    shop: Shop, firm: TestFirm, tmp_path: Path
) -> None:
    code = code_for(b"other firm's id.", b"0123456789", None).text
    with pytest.raises(Refused, match="another firm"):
        joiner_of(firm, tmp_path / "there", code).take_along(shop.books)
    assert len(firm.let_in) == 1


def test_a_key_that_went_missing_is_told_by_the_exchange(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(BooksTrouble, match="not on this machine"):
        key_of(shop.books, FileKeys(tmp_path / "nowhere"))
    ended = agent_of(shop.books, FileKeys(tmp_path / "nowhere"), PROGRAM).exchange()
    assert ended.outcome is Outcome.NO_KEY
