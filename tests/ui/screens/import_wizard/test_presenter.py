from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from collectiq_desktop.core.domain.touched import Noun
from collectiq_desktop.core.queries.imports import Batches, BatchLine
from collectiq_desktop.core.queries.parties import PartyList
from collectiq_desktop.interchange.rejected import RejectedWords
from collectiq_desktop.interchange.spreadsheets.mapping import SheetKind
from collectiq_desktop.interchange.spreadsheets.remembered import RememberedMappings
from collectiq_desktop.ui.screens.import_wizard.columns_form import ColumnsForm
from collectiq_desktop.ui.screens.import_wizard.jobs import ChosenFile
from collectiq_desktop.ui.screens.import_wizard.presenter import (
    DIFFERS,
    IS_UNDONE,
    NO_FILE,
    NO_REASON,
    NONE_REJECTED,
    NOTHING_NEW,
    ImportPresenter,
)
from collectiq_desktop.ui.screens.import_wizard.results import Outcome, Result
from collectiq_desktop.ui.screens.import_wizard.telling import Doing, Page
from tests.fakes import InlineDesk
from tests.interchange.tally_text import file_of, ledger
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import kit_of

SHEET = """Party Name,Bill No,Bill Date,Amount
Asha Stores,B/1,01-04-2026,"1,000.00"
Bina Stores,B/2,02-04-2026,2500
Bina Stores,B/3,45-04-2026,70
"""


@dataclass
class Seen:
    """The view, remembering what it was told last."""

    page: Page | None = None
    files: Sequence[ChosenFile] = ()
    batches: Sequence[BatchLine] = ()
    form: ColumnsForm | None = None
    result: Result | None = None
    problems: list[tuple[str, str]] = field(default_factory=list)
    company: str = ""
    progress: list[tuple[Doing, int, int]] = field(default_factory=list)
    is_idle: bool = True
    saved: Sequence[Path] = ()
    undone: list[BatchLine] = field(default_factory=list)
    stops: int = 0

    def show_page(self, page: Page) -> None:
        self.page = page

    def show_files(self, files: Sequence[ChosenFile]) -> None:
        self.files = files

    def show_batches(self, batches: Sequence[BatchLine]) -> None:
        self.batches = batches

    def show_columns(self, form: ColumnsForm, files_count: int) -> None:
        self.form = form

    def show_result(self, result: Result) -> None:
        self.result = result

    def show_problem(self, field: str, sentence: str) -> None:
        self.problems.append((field, sentence))

    def ask_company(self, sentence: str) -> None:
        self.company = sentence

    def show_progress(self, doing: Doing, done_count: int, whole_count: int) -> None:
        self.is_idle = False
        self.progress.append((doing, done_count, whole_count))

    def show_idle(self) -> None:
        self.is_idle = True

    def rejected_words(self) -> RejectedWords:
        return RejectedWords(where="कहाँ", reason="क्यों")

    def show_saved(self, paths: Sequence[Path]) -> None:
        self.saved = paths

    def show_undone(self, batch: BatchLine) -> None:
        self.undone.append(batch)

    def show_stopped(self) -> None:
        self.stops += 1


@dataclass
class Room:
    plain: PlainBooks
    inline: InlineDesk
    folder: Path
    seen: Seen
    presenter: ImportPresenter

    def sheet(self, text: str = SHEET, name: str = "Old bills.csv") -> None:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        self.presenter.choosing.add_files(str(path))

    def tally(self, company: str) -> None:
        path = self.folder / "masters.xml"
        path.write_text(file_of(ledger("Asha Stores"), company=company), encoding="utf-8")
        self.presenter.choosing.add_files(str(path))

    def owed_paise(self) -> int:
        return sum(row.balance_paise for row in self.plain.ask(PartyList()).rows)

    def is_tried(self) -> bool:
        return self.result.report.is_dry_run

    def is_idle(self) -> bool:
        return self.seen.is_idle

    def is_on(self, page: Page) -> bool:
        return self.seen.page is page

    @property
    def result(self) -> Result:
        assert self.seen.result is not None
        return self.seen.result


@pytest.fixture
def room(plain_books: PlainBooks, inline: InlineDesk, tmp_path: Path) -> Room:
    folder = tmp_path / "exports"
    folder.mkdir()
    seen = Seen()
    memory = RememberedMappings(tmp_path / "mappings.json")
    presenter = ImportPresenter(seen, replace(kit_of(plain_books, inline), mappings=memory))
    presenter.begin()
    return Room(plain_books, inline, folder, seen, presenter)


def test_a_sheet_from_its_name_to_the_books_and_back(room: Room) -> None:
    room.sheet()
    assert [file.is_sheet for file in room.seen.files] == [True]
    room.presenter.go_on()
    assert room.is_on(Page.COLUMNS)
    assert room.seen.form is not None
    assert room.seen.form.mapping.columns["party"] == "Party Name"
    room.presenter.go_on()
    assert room.is_on(Page.RESULT)
    assert room.is_tried()
    assert room.owed_paise() == 0
    assert [line.outcome for line in room.result.lines] == [Outcome.REJECTED]
    assert "row 4" in room.result.lines[0].where
    room.presenter.take_control(3_500_00)
    assert room.result.difference_paise == 0
    room.presenter.go_on()
    assert not room.is_tried()
    assert room.owed_paise() == 3_500_00
    assert Noun.BATCH in room.inline.touched[-1][0].nouns
    (batch,) = room.seen.batches
    room.presenter.undo(batch, " ")
    assert room.seen.problems[-1] == ("reason", NO_REASON)
    room.presenter.undo(batch, "wrong year")
    assert [one.batch_id for one in room.seen.undone] == [batch.batch_id]
    assert room.owed_paise() == 0
    room.presenter.undo(room.plain.ask(Batches())[0], "again")
    assert room.seen.problems[-1] == ("reason", IS_UNDONE)


def test_a_control_total_that_differs_writes_nothing(room: Room) -> None:
    room.sheet()
    room.presenter.go_on()
    room.presenter.go_on()
    room.presenter.take_control(3_570_00)
    assert room.result.difference_paise == -70_00
    room.presenter.go_on()
    assert room.seen.problems[-1] == ("control", DIFFERS)
    assert room.seen.batches == ()


def test_rejected_rows_are_saved_put_right_and_imported(room: Room) -> None:
    room.sheet()
    room.presenter.go_on()
    room.presenter.go_on()
    room.presenter.save_rejected()
    (saved,) = room.seen.saved
    assert saved.read_text(encoding="utf-8-sig").splitlines()[0].endswith(",क्यों")
    mended = saved.read_text(encoding="utf-8-sig").replace("45-04", "15-04")
    room.presenter.go_on()
    room.presenter.begin()
    room.sheet(mended, "Old bills.csv")
    room.presenter.go_on()
    room.presenter.go_on()
    assert room.result.report.rejected == ()
    room.presenter.save_rejected()
    assert room.seen.problems[-1] == ("", NONE_REJECTED)
    room.presenter.go_on()
    assert room.owed_paise() == 3_570_00


def test_the_same_file_once_more_brings_nothing(room: Room) -> None:
    room.sheet()
    for _press in range(3):
        room.presenter.go_on()
    assert room.owed_paise() == 3_500_00
    assert room.presenter.go_back()
    assert room.is_on(Page.FILES)
    room.sheet()
    for _press in range(3):
        room.presenter.go_on()
    assert room.seen.problems[-1] == ("", NOTHING_NEW)
    assert room.owed_paise() == 3_500_00


def test_another_company_is_asked_about(room: Room) -> None:
    room.tally("Somebody Else")
    room.presenter.go_on()
    assert "Somebody Else" in room.seen.company
    assert room.is_on(Page.FILES)
    room.presenter.accept_company()
    assert room.is_on(Page.RESULT)
    assert room.result.report.new == 1


def test_what_is_wrong_stands_at_its_field(room: Room) -> None:
    room.presenter.go_on()
    room.presenter.choosing.add_files(str(room.folder / "none.xml"))
    room.presenter.choosing.add_files(str(room.folder))
    assert [problem[0] for problem in room.seen.problems] == ["path", "path", "path"]
    assert room.seen.problems[0][1] == NO_FILE
    assert "no Tally export" in room.seen.problems[2][1]


def test_a_folder_gives_all_its_files_once(room: Room) -> None:
    room.sheet()
    (room.folder / "notes.pdf").write_bytes(b"%PDF")
    room.presenter.choosing.add_files(str(room.folder))
    assert [file.path.name for file in room.seen.files] == ["Old bills.csv"]
    room.presenter.choosing.remove_file(0)
    assert room.seen.files == ()


def test_columns_are_corrected_by_their_beginning_and_by_space(room: Room) -> None:
    room.sheet(SHEET.replace("Amount", "Kul rakam"))
    room.presenter.go_on()
    form = room.seen.form
    assert form is not None
    assert form.unused == ("Kul rakam",)
    room.presenter.choosing.take_kind("opening_bills")
    form = room.seen.form
    assert form is not None
    room.presenter.go_on()
    assert room.seen.problems[-1][0] == "columns"
    names = [line.name for line in form.lines]
    room.presenter.choosing.take_column(names.index("amount"), "nothing like it")
    assert room.seen.problems[-1][0] == "columns"
    room.presenter.choosing.take_column(names.index("amount"), "kul")
    assert form.mapping.columns["amount"] == "Kul rakam"
    names = [line.name for line in form.lines]
    room.presenter.choosing.next_column(names.index("amount"))
    assert "amount" not in form.mapping.columns
    names = [line.name for line in form.lines]
    room.presenter.choosing.next_column(names.index("amount"))
    assert form.mapping.columns["amount"] == "Kul rakam"
    room.presenter.choosing.take_ways("Marg", "dmy", "debit_positive")
    room.presenter.go_on()
    assert room.result.report.new == 4
    assert room.presenter.go_back()
    assert room.is_on(Page.COLUMNS)


def test_esc_stops_a_reading_and_nothing_comes_late(room: Room) -> None:
    room.tally(room.plain.books.path.stem)
    room.inline.is_holding = True
    room.presenter.go_on()
    assert not room.is_idle()
    assert room.presenter.go_back()
    assert room.is_idle()
    room.inline.release()
    assert room.is_on(Page.FILES)
    assert not room.presenter.go_back()


def test_stopping_a_writing_says_what_is_to_be_done(room: Room) -> None:
    room.sheet()
    room.presenter.go_on()
    room.presenter.go_on()
    room.inline.is_holding = True
    room.presenter.go_on()
    assert room.seen.progress[-1][0] is Doing.WRITING
    room.presenter.stop()
    assert room.seen.stops == 1
    assert not room.presenter.is_begun
    room.inline.release()
    assert room.owed_paise() == 0


def test_the_columns_of_such_a_sheet_are_remembered(room: Room) -> None:
    room.sheet()
    room.presenter.go_on()
    assert room.seen.form is not None
    assert not room.seen.form.look.is_remembered
    room.presenter.choosing.take_ways("Busy", "dmy", "credit_positive")
    room.presenter.go_on()
    room.presenter.begin()
    room.sheet(SHEET.replace("Party Name", "PARTY NAME"), name="March.csv")
    room.presenter.go_on()
    look = room.seen.form.look
    mapping = room.presenter.choosing.mapping
    assert mapping is not None
    assert (look.is_remembered, mapping.source, mapping.sign.value) == (
        True,
        "Busy",
        "credit_positive",
    )
    assert mapping.headers_of("party") == ("PARTY NAME",)
    room.presenter.choosing.take_kind(SheetKind.RECEIPTS.value)
    assert not room.seen.form.look.is_remembered
    assert room.presenter.choosing.mapping is not None
    assert room.presenter.choosing.mapping.source == "Busy"


def test_columns_that_were_never_read_by_are_not_remembered(room: Room) -> None:
    room.sheet()
    room.presenter.go_on()
    room.presenter.choosing.take_ways("Busy", "dmy", "credit_positive")
    room.presenter.begin()
    room.sheet()
    room.presenter.go_on()
    assert room.seen.form is not None
    assert not room.seen.form.look.is_remembered
