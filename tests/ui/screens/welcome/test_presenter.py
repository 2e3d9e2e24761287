from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errors import BooksTrouble, CollectIQError
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.ui.screens.welcome.presenter import (
    ALREADY_OPEN,
    NO_NAME,
    NO_PATH,
    FirmLine,
    WelcomePresenter,
)
from tests.fakes import CountingIds, FixedClock, InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import kit_of


@dataclass
class Seen:
    reasons: list[str] = field(default_factory=list)
    lines: Sequence[FirmLine] = ()
    problems: list[tuple[str, str]] = field(default_factory=list)
    making: list[tuple[int, int]] = field(default_factory=list)
    idles: int = 0
    may_retry: bool = False

    def show_reason(self, sentence: str, *, may_retry: bool) -> None:
        self.reasons.append(sentence)
        self.may_retry = may_retry

    def show_firms(self, lines: Sequence[FirmLine]) -> None:
        self.lines = lines

    def show_problem(self, field: str, sentence: str) -> None:
        self.problems.append((field, sentence))

    def show_making(self, done_count: int, whole_count: int) -> None:
        self.making.append((done_count, whole_count))

    def show_idle(self) -> None:
        self.idles += 1


@dataclass
class Shelf:
    """Real books in a folder; what is opened is noted."""

    folder: Path
    current: Path | None = None
    opened: list[Path] = field(default_factory=list)
    clock: FixedClock = field(default_factory=FixedClock)
    ids: CountingIds = field(default_factory=lambda: CountingIds(start=1 << 20))

    @property
    def outside(self) -> Surroundings:
        return Surroundings(clock=self.clock, ids=self.ids)

    def known(self) -> tuple[Path, ...]:
        return tuple(sorted(self.folder.glob("*.collectiq")))

    def look(self, path: Path, progress: Progress) -> str:
        books = Books.open(path, self.outside, progress)
        name = books.ask(FirmCard()).firm.name
        books.close()
        return name

    def create(self, firm: Firm, path: Path | None = None) -> Path:
        place = path or self.folder / f"{firm.name}.collectiq"
        Books.create(place, firm, self.outside).close()
        return place

    def make_demo(self, progress: Progress) -> Path:
        progress(1, 2)
        return self.create(Firm(name="Demo firm"))

    def open(self, path: Path) -> None:
        self.opened.append(path)


@dataclass
class Room:
    seen: Seen
    shelf: Shelf
    presenter: WelcomePresenter


@pytest.fixture
def room(plain_books: PlainBooks, inline: InlineDesk, tmp_path: Path) -> Room:
    seen, shelf = Seen(), Shelf(tmp_path / "shelf")
    shelf.folder.mkdir()
    kit = replace(kit_of(plain_books, inline), firms=shelf)
    presenter = WelcomePresenter(seen, kit)
    return Room(seen, shelf, presenter)


def test_a_first_firm_is_made_and_opened(room: Room) -> None:
    room.presenter.begin("There are no books open yet.")
    assert room.seen.reasons == ["There are no books open yet."]
    assert not room.seen.may_retry
    assert room.seen.lines == ()
    room.presenter.create(" ", "", "")
    assert room.seen.problems == [("name", NO_NAME)]
    room.presenter.create("Shree Wholesale", "24aaacc1206d1zm", "shree@upi")
    (path,) = room.shelf.opened
    books = Books.open(path, room.shelf.outside)
    firm = books.ask(FirmCard()).firm
    books.close()
    assert (firm.gstin, firm.state_code, firm.vpa) == ("24AAACC1206D1ZM", "24", "shree@upi")


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        (("Firm", "24AAACC1206D1ZX", ""), "gstin"),
        (("Firm", "", "no address"), "vpa"),
    ],
)
def test_what_cannot_be_right_stands_at_its_field_and_nothing_is_made(
    room: Room, typed: tuple[str, str, str], named: str
) -> None:
    room.presenter.create(*typed)
    assert [problem[0] for problem in room.seen.problems] == [named]
    assert room.shelf.known() == ()
    assert not room.presenter.is_busy


def test_a_name_that_is_taken_is_told_at_the_name(room: Room) -> None:
    room.presenter.create("Firm", "", "")
    room.presenter.create("Firm", "", "")
    assert room.seen.problems[0][0] == "name"
    assert "already there" in room.seen.problems[0][1]


def test_firms_of_this_machine_are_listed_and_opened(room: Room) -> None:
    first = room.shelf.create(Firm(name="First"))
    room.presenter.make_demo()
    assert (1, 2) in room.seen.making
    room.shelf.current = first
    room.presenter.begin("")
    by_name = {line.name: line for line in room.seen.lines}
    assert by_name["First"].is_open
    assert by_name["Demo firm"].is_demo
    assert by_name["Demo firm"].bytes_count > 0
    room.presenter.open_known(by_name["First"])
    assert room.seen.problems == [("firms", ALREADY_OPEN)]
    room.shelf.opened.clear()
    room.presenter.open_known(by_name["Demo firm"])
    assert room.shelf.opened == [by_name["Demo firm"].path]


def _not_books(path: Path) -> None:
    path.write_text("party,amount\n", encoding="utf-8")


def _newer(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")
    path.write_bytes(bytes(content))


def _gone(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [(_not_books, "not a CollectIQ file"), (_newer, "newer CollectIQ"), (_gone, "no books at")],
)
def test_a_file_that_does_not_open_leaves_this_window_as_it_is(
    room: Room, spoil: object, said: str
) -> None:
    path = room.shelf.create(Firm(name="Spoilt"))
    assert callable(spoil)
    spoil(path)
    room.presenter.open_typed(f'"{path}"')
    ((named, sentence),) = room.seen.problems
    assert named == "path"
    assert said in sentence
    assert room.shelf.opened == []
    room.presenter.open_typed("  ")
    assert room.seen.problems[-1] == ("path", NO_PATH)


def test_books_that_were_in_use_are_tried_again(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = room.shelf.create(Firm(name="Busy"))
    room.shelf.current = path

    def busy(_path: Path, _progress: Progress) -> str:
        raise BooksTrouble(say("Busy is in use by another program."))

    with monkeypatch.context() as patched:
        patched.setattr(room.shelf, "look", busy)
        room.presenter.try_again()
    assert room.seen.problems == [("again", "Busy is in use by another program.")]
    room.presenter.try_again()
    assert room.shelf.opened == [path]


def test_a_demo_firm_that_cannot_be_made_is_told(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_progress: Progress) -> Path:
        raise CollectIQError(say("The disk is full."))

    monkeypatch.setattr(room.shelf, "make_demo", full)
    room.presenter.make_demo()
    assert room.seen.problems == [("", "The disk is full.")]
    assert not room.presenter.is_busy
