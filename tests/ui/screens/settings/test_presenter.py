from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from collectiq_desktop.core.domain.errands import Document
from collectiq_desktop.core.domain.errors import BooksTrouble, Refused
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.branches import BranchLine
from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.core.queries.series import SeriesLine
from collectiq_desktop.gateways.printers.setup import (
    Printer,
    PrinterSetup,
    Speech,
    Way,
    load_setup,
    save_setup,
)
from collectiq_desktop.ui.kit import Printing
from collectiq_desktop.ui.screens.settings.firm_form import changes_between, texts_of
from collectiq_desktop.ui.screens.settings.presenter import (
    BRANCH_ADDED,
    FIRM_SAVED,
    NOTHING_CHANGED,
    PRINTER_SAVED,
    SettingsPresenter,
)
from tests.fakes import InlineDesk
from tests.plain_books import FIRM, PlainBooks
from tests.ui.screens.kits import kit_of

ROLL = Printer(name="Roll", speech=Speech.ESCPOS, way=Way.NETWORK, address="10.0.0.9", paper="80mm")


@dataclass
class Seen:
    texts: dict[str, str] = field(default_factory=dict)
    setup: PrinterSetup = field(default_factory=PrinterSetup)
    system: Sequence[str] | None = None
    problems: list[tuple[str, str, str]] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    branches: list[str] = field(default_factory=list)
    added: int = 0

    def show_firm(self, texts: Mapping[str, str]) -> None:
        self.texts = dict(texts)

    def show_series(self, lines: Sequence[SeriesLine]) -> None:
        self.series = list(lines)

    def show_printers(self, setup: PrinterSetup) -> None:
        self.setup = setup

    def show_system_printers(self, names: Sequence[str]) -> None:
        self.system = names

    def show_branches(self, branches: Sequence[BranchLine]) -> None:
        self.branches = [each.branch_id for each in branches]

    def show_branch_added(self) -> None:
        self.added += 1

    def show_problem(self, page: str, field: str, sentence: str) -> None:
        self.problems.append((page, field, sentence))

    def show_done(self, sentence: str) -> None:
        self.done.append(sentence)


@dataclass
class Printers:
    """The part of printing that keeps the setup in a folder."""

    folder: Path

    @property
    def setup(self) -> PrinterSetup:
        return load_setup(self.folder)

    def change_setup(self, setup: PrinterSetup) -> None:
        save_setup(setup, self.folder)


@dataclass
class Room:
    plain: PlainBooks
    inline: InlineDesk
    seen: Seen
    presenter: SettingsPresenter

    def firm(self) -> Any:
        return self.plain.ask(FirmCard()).firm


@pytest.fixture
def room(plain_books: PlainBooks, inline: InlineDesk, tmp_path: Path) -> Room:
    seen = Seen()
    printing = cast("Printing", Printers(tmp_path))
    kit = replace(kit_of(plain_books, inline), printing=printing)
    presenter = SettingsPresenter(seen, kit)
    presenter.begin()
    return Room(plain_books, inline, seen, presenter)


def test_a_branch_is_added_once(room: Room) -> None:
    room.presenter.add_branch("two words", "")
    room.presenter.add_branch("surat", "Surat shop")
    room.presenter.add_branch("SURAT", "")
    assert [problem[:2] for problem in room.seen.problems] == [("branches", "branch_id")] * 2
    assert (room.seen.branches, room.seen.added) == (["MAIN", "SURAT"], 1)
    assert room.seen.done == [BRANCH_ADDED]


def test_the_firm_is_shown_and_only_changes_are_saved(room: Room) -> None:
    texts = room.seen.texts
    assert texts["name"] == FIRM.name
    room.presenter.save_firm(texts)
    assert room.seen.done == [NOTHING_CHANGED]
    assert room.inline.ran == []
    texts |= {"vpa": "new@upi", "phones": "98250 11111, 98250 22222", "address_2": "Gandhi Road"}
    assert room.presenter.is_changed(texts)
    room.presenter.save_firm(texts)
    assert room.seen.done[-1] == FIRM_SAVED
    firm = room.firm()
    assert firm.vpa == "new@upi"
    assert list(firm.phones) == ["98250 11111", "98250 22222"]
    assert list(firm.address) == ["Gandhi Road"]
    assert firm.bank_ifsc == FIRM.bank_ifsc
    assert not room.presenter.is_changed(room.seen.texts)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("name", " "),
        ("gstin", "24AAACC1206D1ZX"),
        ("vpa", "no address"),
        ("bank_ifsc", "BARB"),
    ],
)
def test_what_cannot_be_right_is_said_at_its_field(room: Room, name: str, typed: str) -> None:
    room.presenter.save_firm({**room.seen.texts, name: typed})
    (problem,) = room.seen.problems
    assert problem[:2] == ("firm", name)
    assert room.firm() == FIRM


def test_the_state_follows_a_gstin_where_none_is_typed() -> None:
    bare = replace(FIRM, gstin="", state_code="")
    texts = {**texts_of(bare), "gstin": "24aaacc1206d1zm"}
    assert changes_between(bare, texts) == {"gstin": "24AAACC1206D1ZM", "state_code": "24"}


def test_more_address_lines_than_fields_are_kept_as_they_are() -> None:
    long = replace(FIRM, address=("1", "2", "3", "4"))
    assert changes_between(long, texts_of(long)) == {}


def test_a_printer_is_added_renamed_chosen_and_taken_away(room: Room) -> None:
    room.presenter.save_printer(ROLL, "")
    assert room.seen.done == [PRINTER_SAVED]
    assert room.seen.setup.defaults == dict.fromkeys(Document, "Roll")
    room.presenter.choose_printer(Document.RECEIPT, "Roll", "58mm")
    room.presenter.save_printer(replace(ROLL, name="Front roll"), "Roll")
    assert [printer.name for printer in room.seen.setup.printers] == ["Front roll"]
    assert room.seen.setup.printer_for(Document.RECEIPT).paper == "58mm"
    room.presenter.choose_printer(Document.RECEIPT, "Front roll", "A4")
    assert room.seen.problems[-1][:2] == ("printers", "paper receipt")
    room.presenter.remove_printer("Front roll")
    assert room.seen.setup.printers == ()
    assert room.seen.setup.defaults == {}


def test_a_printer_that_cannot_work_is_said_at_its_field(room: Room) -> None:
    room.presenter.save_printer(replace(ROLL, address=""), "")
    room.presenter.save_printer(replace(ROLL, name=" "), "")
    assert [problem[1] for problem in room.seen.problems] == ["address", "name"]
    assert room.seen.setup.printers == ()


def test_a_folder_that_cannot_be_written_is_told(
    plain_books: PlainBooks, inline: InlineDesk
) -> None:
    class Shut(Printers):
        def change_setup(self, setup: PrinterSetup) -> None:
            raise BooksTrouble(say("The printers cannot be saved."))

    seen = Seen()
    printing = cast("Printing", Shut(Path("nowhere")))
    presenter = SettingsPresenter(seen, replace(kit_of(plain_books, inline), printing=printing))
    presenter.save_printer(ROLL, "")
    assert seen.problems == [("printers", "", "The printers cannot be saved.")]


def test_days_that_are_over_are_locked_and_opened_again(room: Room) -> None:
    texts = texts_of(room.firm())
    room.presenter.save_firm({**texts, "locked_until_on": "21-11-2026"})
    assert room.firm().locked_until_on == date(2026, 11, 21)
    with pytest.raises(Refused, match="locked up to 21-11-2026"):
        room.plain.write("receipt  R/1  2026-11-21  Asha  1.00")
    room.presenter.save_firm({**texts_of(room.firm()), "locked_until_on": "22-11-2026"})
    room.presenter.save_firm({**texts_of(room.firm()), "locked_until_on": "someday"})
    assert [problem[1] for problem in room.seen.problems] == ["locked_until_on"] * 2
    room.presenter.save_firm({**texts_of(room.firm()), "locked_until_on": ""})
    assert room.firm().locked_until_on is None
    room.plain.write("receipt  R/1  2026-11-21  Asha  1.00")
