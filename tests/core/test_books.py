"""Books as a whole: made, opened, written to in one piece, rebuilt and let go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec import DecodeError
from sqlalchemy import func, select

from collectiq_desktop.core import books as books_module
from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errors import (
    BadInput,
    BooksDamaged,
    BooksReadOnly,
    BooksTrouble,
    NotFound,
    Refused,
)
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.touched import Noun
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.core.services import carrying
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.services.record import record
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.masters import fields_of
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import PartyAdded
from tests.core.looking import MemoryAnchors, everything, prove, voucher_id
from tests.engines import index_names, place, spoil
from tests.fakes import CountingIds, FixedClock
from tests.plain_books import FIRM, PlainBooks, fresh_books


@dataclass(frozen=True)
class AddThenFail:
    """A command with a bug: it fails after its fact was gathered."""

    party_id: PartyId
    error: Exception


def _add_then_fail(writer: Writer, command: AddThenFail, context: Context) -> None:
    body = PartyAdded(fields=fields_of(Party(name="Half", code="H")))
    record(writer, context, body, command.party_id)
    writer.flush_rows()
    raise command.error


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(carrying.HANDLERS, AddThenFail, _add_then_fail)


def _surroundings(anchors: MemoryAnchors | None = None) -> Surroundings:
    return Surroundings(clock=FixedClock(), ids=CountingIds(), anchors=anchors)


def _adding(plain: PlainBooks, *names: str) -> list[AddParty]:
    return [AddParty(party_id=PartyId(plain.ids.mint()), party=Party(name=name)) for name in names]


def _names(books: Books) -> list[str]:
    with books.reading() as conn:
        return list(
            conn.execute(select(tables.party.c.name).order_by(tables.party.c.name)).scalars()
        )


# Making and opening ---------------------------------------------------------


def test_new_books_hold_the_firm_its_first_counter_and_nothing_else(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    facts, rows = everything(plain.books)
    assert facts == 1
    assert [row[1:4] for row in rows["device"]] == [("First counter", "A01", "MAIN")]
    assert len(rows["account"]) == 19
    assert [rows[name] for name in ("party", "voucher", "counter", "batch")] == [[], [], [], []]
    assert plain.books.at == place(tmp_path / "plain.collectiq")
    assert not plain.books.is_read_only
    prove(plain)


@pytest.mark.one_engine
def test_a_firm_that_cannot_be_right_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        Books.create(tmp_path / "a.collectiq", Firm(name=" "), _surroundings())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.one_engine
def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.collectiq"
    path.write_text("mine")
    with pytest.raises(BooksTrouble, match="already there"):
        Books.create(path, FIRM, _surroundings())
    assert path.read_text() == "mine"


@pytest.mark.one_engine
def test_books_in_no_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="make it first"):
        Books.create(tmp_path / "none" / "a.collectiq", FIRM, _surroundings())


@pytest.mark.one_engine
def test_books_that_could_not_be_begun_leave_no_file(tmp_path: Path) -> None:
    class Exhausted(CountingIds):
        def mint(self) -> bytes:
            assert len(self.minted) < 3, "no more ids"
            return super().mint()

    around = Surroundings(clock=FixedClock(), ids=Exhausted())
    with pytest.raises(AssertionError, match="no more ids"):
        Books.create(tmp_path / "a.collectiq", FIRM, around)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.one_engine
def test_tables_that_could_not_be_made_leave_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_conn: object) -> None:
        message = "no index"
        raise RuntimeError(message)

    monkeypatch.setattr("collectiq_desktop.core.storage.search.create_index", fail)
    with pytest.raises(RuntimeError, match="no index"):
        Books.create(tmp_path / "a.collectiq", FIRM, _surroundings())
    assert list(tmp_path.iterdir()) == []


def test_opened_again_the_books_go_on_where_they_were(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    plain.write("invoice  S/1  2026-05-01  Asha  100.00")
    before = everything(plain.books)
    plain.books.close()
    ids = CountingIds(start=100)
    plain.books = Books.open(plain.books.at, Surroundings(clock=plain.clock, ids=ids))
    assert everything(plain.books) == before
    posted = plain.run(
        PostInvoice(voucher_id=voucher_id(plain), party_id=plain.parties["Asha"], amount_paise=5)
    )
    assert posted.number == "SA01/26/000002"
    prove(plain)


@pytest.mark.one_engine
def test_closed_books_are_one_file(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    plain.write("invoice  S/1  2026-05-01  Asha  100.00")
    plain.books.close()
    assert [path.name for path in tmp_path.iterdir()] == ["plain.collectiq"]


def test_books_of_no_counter_are_refused(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    plain.books.close()
    spoil(plain.books.at, "DELETE FROM setting")
    with pytest.raises(BooksDamaged, match="which counter"):
        Books.open(plain.books.at, _surroundings())


def test_projections_of_another_program_are_made_anew(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    plain.write("invoice  S/1  2026-05-01  Asha  100.00")
    before = everything(plain.books)
    plain.books.close()
    spoil(plain.books.at, "UPDATE meta SET value = 0")
    spoil(plain.books.at, "DELETE FROM bill")
    told: list[tuple[int, int]] = []
    books = Books.open(plain.books.at, _surroundings(), lambda *done: told.append(done))
    assert everything(books) == before
    assert told == [(3, 3)]
    books.close()


@pytest.mark.one_engine
def test_projections_are_not_made_anew_in_a_file_that_can_only_be_read(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    plain.books.close()
    spoil(plain.books.at, "UPDATE meta SET value = 0")
    plain.books.path.chmod(0o444)
    with pytest.raises(BooksReadOnly):
        Books.open(plain.books.path, _surroundings())


# One command, one piece -----------------------------------------------------


def test_an_outcome_says_what_was_touched(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    (command,) = _adding(plain, "Asha")
    outcome = plain.books.run(command)
    assert outcome.result == command.party_id
    assert outcome.touched.nouns == {Noun.PARTY}
    assert outcome.touched.party_ids == {command.party_id}
    plain.parties["Asha"] = command.party_id
    invoice = PostInvoice(voucher_id=voucher_id(plain), party_id=command.party_id, amount_paise=9)
    outcome = plain.books.run(invoice)
    assert outcome.touched.nouns == {Noun.VOUCHER}
    assert outcome.touched.party_ids == {command.party_id}


@pytest.mark.usefixtures("failing")
@pytest.mark.parametrize("error", [RuntimeError("a bug"), Refused(say("Not like that."))])
def test_a_command_that_fails_half_way_leaves_nothing(tmp_path: Path, error: Exception) -> None:
    plain = fresh_books(tmp_path)
    before = everything(plain.books)
    with pytest.raises(type(error)):
        plain.books.run(AddThenFail(PartyId(plain.ids.mint()), error))
    assert everything(plain.books) == before
    plain.write("invoice  S/1  2026-05-01  Asha  100.00")
    prove(plain)


def test_a_query_answers_with_the_clocks_day(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    plain.write("invoice  S/1  2026-11-20  Asha  100.00")
    card = plain.ask(PartyCard(party_id=plain.parties["Asha"]))
    assert card.overdue_paise == 10_000
    plain.clock.move(days=-2)
    assert plain.ask(PartyCard(party_id=plain.parties["Asha"])).overdue_paise == 0


def test_a_reader_sees_one_moment_while_others_write(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    count = select(func.count()).select_from(tables.party)
    with plain.books.reading() as conn:
        assert conn.execute(count).scalar_one() == 0
        plain.party_id("Asha")
        assert conn.execute(count).scalar_one() == 0
    with plain.books.reading() as conn:
        assert conn.execute(count).scalar_one() == 1


# Many commands --------------------------------------------------------------


def test_many_commands_into_books_without_vouchers_keep_the_indexes(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    with plain.books.reading() as conn:
        before = index_names(conn)
    told: list[tuple[int, int]] = []
    commands = _adding(plain, "Asha", "", "Chetan")
    results = list(plain.books.run_many(iter(commands), 3, lambda *done: told.append(done)))
    assert [type(result) for result in results] == [bytes, BadInput, bytes]
    with plain.books.reading() as conn:
        assert index_names(conn) == before
    assert _names(plain.books) == ["Asha", "Chetan"]
    assert told == [(3, 3)]
    prove(plain)


def test_many_commands_are_forgotten_part_by_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(books_module, "COMMANDS_A_BATCH", 2)
    monkeypatch.setattr(books_module, "_BATCHES_KEPT", 1)
    plain = fresh_books(tmp_path)
    asha, bina = _adding(plain, "Asha", "Bina")
    sales = [
        PostInvoice(voucher_id=voucher_id(plain), party_id=who.party_id, amount_paise=100)
        for who in (asha, bina, asha)
    ]
    told: list[tuple[int, int]] = []
    commands: list[object] = [asha, bina, *sales]
    results = list(plain.books.run_many(iter(commands), 5, lambda *done: told.append(done)))
    assert [each.number for each in results[2:]] == [f"SA01/26/00000{n}" for n in (1, 2, 3)]
    assert told == [(2, 5), (4, 5), (5, 5)]
    prove(plain)


def test_a_crash_among_many_commands_into_new_books_leaves_nothing(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    before = everything(plain.books)

    def commands() -> Iterator[object]:
        yield from _adding(plain, "Asha", "Bina")
        message = "the file ended"
        raise OSError(message)

    with pytest.raises(OSError, match="the file ended"):
        list(plain.books.run_many(commands(), 9))
    assert everything(plain.books) == before
    prove(plain)


def test_many_commands_that_nobody_waits_for_leave_nothing_in_new_books(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    before = everything(plain.books)
    results = plain.books.run_many(iter(_adding(plain, "Asha", "Bina")), 2)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert everything(plain.books) == before
    prove(plain)


def test_many_commands_into_used_books_go_in_whole_batches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(books_module, "COMMANDS_A_BATCH", 2)
    plain = fresh_books(tmp_path)
    plain.write("invoice  S/1  2026-05-01  Zeenat  100.00")

    def commands() -> Iterator[object]:
        yield from _adding(plain, "Asha", "", "Chetan")
        message = "the file ended"
        raise OSError(message)

    told: list[tuple[int, int]] = []
    with pytest.raises(OSError, match="the file ended"):
        list(plain.books.run_many(commands(), 4, lambda *done: told.append(done)))
    assert _names(plain.books) == ["Asha", "Zeenat"]
    assert told == [(2, 4)]
    prove(plain)


@pytest.mark.usefixtures("failing")
@pytest.mark.parametrize("ledger", ["", "invoice  S/1  2026-05-01  Zeenat  100.00"])
def test_a_refusal_after_its_fact_was_gathered_stops_the_whole_batch(
    tmp_path: Path, ledger: str
) -> None:
    plain = fresh_books(tmp_path)
    plain.write(ledger)
    before = everything(plain.books)
    late = AddThenFail(PartyId(plain.ids.mint()), Refused(say("Too late to say so.")))
    commands: list[object] = [*_adding(plain, "Asha"), late]
    with pytest.raises(Refused, match="Too late"):
        list(plain.books.run_many(iter(commands), 2))
    assert everything(plain.books) == before
    prove(plain)


@pytest.mark.parametrize("ledger", ["", "invoice  S/1  2025-05-01  Asha  100.00"])
def test_a_refused_command_among_many_moves_no_counter(tmp_path: Path, ledger: str) -> None:
    plain = fresh_books(tmp_path)
    plain.write(ledger)
    party_id = plain.party_id("Asha")
    before = everything(plain.books)
    today_on = plain.clock.today_on()
    wrong = PostInvoice(
        voucher_id=voucher_id(plain),
        party_id=party_id,
        amount_paise=100,
        due_on=today_on.replace(year=2025),
    )
    (refusal,) = plain.books.run_many(iter([wrong]), 1)
    assert isinstance(refusal, BadInput)
    assert everything(plain.books) == before
    prove(plain)


# Rebuilding and letting go --------------------------------------------------


def test_a_rebuild_gives_the_same_books(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    plain.write(
        """
        invoice  S/1  2026-05-01  Asha  100.00
        receipt  R/1  2026-05-02  Asha  150.00
        invoice  S/2  2026-05-03  Bina   10.00
        cancel   S/2  wrong party
        """
    )
    before = everything(plain.books)
    plain.books.rebuild()
    assert everything(plain.books) == before
    plain.write("invoice  S/3  2026-05-04  Asha  5.00")
    prove(plain)


@pytest.mark.one_engine
def test_a_rebuild_leaves_a_new_file(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    inode = plain.books.path.stat().st_ino
    plain.books.rebuild()
    assert plain.books.path.stat().st_ino != inode
    plain.books.close()
    assert [path.name for path in tmp_path.iterdir()] == ["plain.collectiq"]


def test_a_rebuild_that_fails_leaves_the_old_books_and_nothing_else(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    plain.books.close()
    spoil(plain.books.at, "UPDATE fact SET body = x'C1'")
    plain.books = Books.open(plain.books.at, _surroundings())
    with pytest.raises(DecodeError):
        plain.books.rebuild()
    assert everything(plain.books)[0] == 1
    plain.books.close()
    assert [path.name for path in tmp_path.iterdir()] in ([], ["plain.collectiq"])


def test_the_head_of_the_chain_is_noted_when_proved_and_when_closed(tmp_path: Path) -> None:
    anchors = MemoryAnchors()
    books = Books.create(place(tmp_path / "a.collectiq"), FIRM, _surroundings(anchors))
    assert books.verify().ok
    assert [anchor.device_seq for anchor in anchors.noted] == [1]
    books.run(AddParty(party_id=PartyId(books.mint_id()), party=Party(name="Asha")))
    books.close()
    assert [anchor.device_seq for anchor in anchors.noted] == [1, 2]
    again = Books.open(place(tmp_path / "a.collectiq"), _surroundings(anchors))
    again.close()
    assert len(anchors.noted) == 2


@pytest.mark.one_engine
def test_books_that_can_only_be_read_note_no_head(tmp_path: Path) -> None:
    path = tmp_path / "a.collectiq"
    Books.create(path, FIRM, _surroundings()).close()
    path.chmod(0o444)
    anchors = MemoryAnchors()
    books = Books.open(path, _surroundings(anchors))
    assert books.is_read_only
    assert books.verify().ok
    books.close()
    assert anchors.noted == []


@pytest.mark.one_engine
def test_a_head_that_cannot_be_read_does_not_stop_the_closing(tmp_path: Path) -> None:
    path, anchors = tmp_path / "a.collectiq", MemoryAnchors()
    books = Books.create(path, FIRM, _surroundings(anchors))
    books._database.close()
    path.unlink()
    path.mkdir()
    books.close()
    assert anchors.noted == []
