from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest

from collectiq_desktop.core.domain.amending import Amended
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.domain.vouchers import BillKey, Mode, VoucherKind
from collectiq_desktop.core.queries.bills import ClaimLine, OpenBills
from collectiq_desktop.core.queries.versions import VoucherVersion
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.core.services.corrections import CancelVoucher
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screens.voucher.columns import bill_rows, settled_rows
from collectiq_desktop.ui.screens.voucher.corrector import (
    CANCELLED_ALREADY,
    NO_REASON,
    NOTHING_CHANGED,
    Corrector,
)
from collectiq_desktop.ui.screens.voucher.history import What, change_lines, names_of
from collectiq_desktop.ui.screens.voucher.presenter import (
    CANCELLED_PAPER,
    FIRST,
    LAST,
    NO_PAPER,
    NO_PRINTER,
    VoucherPresenter,
)
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import Way, kit_of


@dataclass
class Seen:
    """The view, remembering what it was told; it is always sure."""

    shown: list[VoucherDetails] = field(default_factory=list)
    versions: tuple[VoucherVersion, ...] = ()
    settled: tuple[ClaimLine, ...] = ()
    prints: list[int] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    asked: list[VoucherDetails] = field(default_factory=list)
    done: list[tuple[bool, str]] = field(default_factory=list)

    def show_voucher(self, details: VoucherDetails) -> None:
        self.shown.append(details)

    def show_missing(self, sentence: str) -> None:
        self.missing.append(sentence)

    def show_settled(self, claims: tuple[ClaimLine, ...]) -> None:
        self.settled = claims

    def show_prints(self, count: int) -> None:
        self.prints.append(count)

    def show_history(self, versions: tuple[VoucherVersion, ...]) -> None:
        self.versions = versions

    def show_problem(self, field: str, sentence: str) -> None:
        self.problems.append((field, sentence))

    def say(self, sentence: str) -> None:
        self.said.append(sentence)

    def ask_sure(self, details: VoucherDetails) -> None:
        self.asked.append(details)

    def show_done(self, *, is_cancelled: bool, number: str) -> None:
        self.done.append((is_cancelled, number))


@dataclass
class Paper:
    """Printing that only notes what it should print."""

    printed: list[tuple[VoucherKind, VoucherId]] = field(default_factory=list)
    shown: list[tuple[VoucherKind, VoucherId]] = field(default_factory=list)

    def print_voucher(self, kind: VoucherKind, voucher_id: VoucherId) -> None:
        self.printed.append((kind, voucher_id))

    def show_voucher(self, kind: VoucherKind, voucher_id: VoucherId) -> None:
        self.shown.append((kind, voucher_id))


@dataclass
class Room:
    plain: PlainBooks
    kit: Kit
    seen: Seen
    presenter: VoucherPresenter
    corrector: Corrector

    @property
    def way(self) -> Way:
        assert isinstance(self.kit.navigation, Way)
        return self.kit.navigation

    def look_at(self, name: str) -> VoucherDetails:
        self.presenter.begin(self.plain.vouchers[name])
        self.corrector.details = self.presenter.details
        return self.seen.shown[-1]

    def wanted(self, **values: Any) -> Amended:
        voucher = self.seen.shown[-1].voucher
        same = Amended(
            on=voucher.on,
            amount_paise=voucher.amount_paise,
            mode=voucher.mode,
            reference=voucher.reference,
            narration=voucher.narration,
        )
        return replace(same, **values)

    def open_paise(self, party: str) -> list[int]:
        bills = self.plain.ask(OpenBills(party_id=self.plain.parties[party]))
        return [bill.open_paise for bill in bills]


@pytest.fixture
def room(plain_books: PlainBooks, inline: InlineDesk) -> Room:
    plain_books.write("""
    invoice  S/1  2026-11-01  Asha Stores  1,000.00  due 30 days
    invoice  S/2  2026-11-02  Asha Stores  2,000.00  due 30 days
    receipt  R/1  2026-11-03  Asha Stores  2,500.00  cash
    contra   K/1  2026-11-04  300.00
    """)
    kit = kit_of(plain_books, inline)
    seen = Seen()
    return Room(plain_books, kit, seen, VoucherPresenter(seen, kit), Corrector(seen, kit))


def test_everything_about_it_and_the_vouchers_around_it(room: Room) -> None:
    details = room.look_at("R/1")
    assert (details.number, details.amount_paise) == ("RA01/26/000001", 2_500_00)
    assert [claim.settled_paise for claim in details.claims] == [-1_000_00, -1_500_00]
    assert room.seen.prints == [0]
    room.presenter.step(is_back=True)
    room.presenter.step(is_back=False)
    room.presenter.open_bill(BillKey(room.plain.vouchers["S/1"], 1))
    room.presenter.open_bill(BillKey(room.plain.vouchers["R/1"], 1))
    ids = [place.voucher_id for place in room.way.places]
    assert ids == [room.plain.vouchers[name] for name in ("S/2", "K/1", "S/1")]
    room.presenter.open_party()
    assert room.way.places[-1].party_id == room.plain.parties["Asha Stores"]


def test_a_bill_tells_what_was_set_against_it(room: Room) -> None:
    room.look_at("S/2")
    [claim] = room.seen.settled
    assert (claim.number, claim.settled_paise, claim.open_paise) == (
        "RA01/26/000001",
        -1_500_00,
        500_00,
    )
    details = room.seen.shown[-1]
    own, part = bill_rows(details) + settled_rows(room.seen.settled)
    assert (own.day, own.amount_paise, own.rest_paise) == ("due 02-12-2026", 2_000_00, 500_00)
    assert (part.day, part.amount_paise, part.rest_paise) == ("03-11-2026", -1_500_00, 500_00)
    room.presenter.open_bill(part.key)
    assert room.way.places[-1].voucher_id == room.plain.vouchers["R/1"]


def test_the_ends_of_the_books_say_so(room: Room) -> None:
    room.look_at("S/1")
    room.presenter.step(is_back=True)
    room.look_at("K/1")
    room.presenter.step(is_back=False)
    room.presenter.open_party()
    assert room.seen.said == [FIRST, LAST]
    assert room.way.places == []


def test_cancelling_needs_a_reason_and_a_yes(room: Room) -> None:
    room.look_at("R/1")
    room.corrector.cancel("  ")
    assert room.seen.problems == [("reason", NO_REASON)]
    room.corrector.cancel("entered twice")
    assert room.open_paise("Asha Stores") == [500_00]
    assert room.seen.asked[0].number == "RA01/26/000001"
    room.corrector.cancel_now()
    assert room.seen.done == [(True, "RA01/26/000001")]
    assert room.open_paise("Asha Stores") == [1_000_00, 2_000_00]
    room.presenter.books_changed(Touched({Noun.VOUCHER}))
    assert room.seen.shown[-1].is_cancelled
    room.look_at("R/1")
    assert not room.corrector.may_correct()
    assert room.seen.said == [CANCELLED_ALREADY]


def test_amending_the_amount_the_mode_and_the_words(room: Room) -> None:
    room.look_at("R/1")
    room.corrector.amend(room.wanted(amount_paise=1_200_00, mode=Mode.UPI), "was by UPI")
    assert room.seen.done == [(False, "RA01/26/000001")]
    details = room.look_at("R/1")
    assert (details.amount_paise, details.voucher.mode, details.reason) == (
        1_200_00,
        Mode.UPI,
        "was by UPI",
    )
    assert [line.account for line in details.postings] == ["Bank", "Sundry Debtors"]
    assert room.open_paise("Asha Stores") == [1_800_00]
    room.corrector.amend(room.wanted(narration="by hand"), "narration")
    assert room.look_at("R/1").voucher.narration == "by hand"


def test_an_amendment_that_changes_nothing_or_says_not_why(room: Room) -> None:
    room.look_at("R/1")
    room.corrector.amend(room.wanted(narration="x"), "")
    room.corrector.amend(room.wanted(), "nothing")
    assert room.seen.problems == [("reason", NO_REASON), ("", NOTHING_CHANGED)]
    assert room.seen.done == []


def test_a_day_that_is_refused_is_told_at_its_field(room: Room) -> None:
    room.look_at("R/1")
    room.corrector.amend(room.wanted(on=date(2031, 1, 1)), "wrong day")
    [(name, sentence)] = room.seen.problems
    assert name == "on"
    assert sentence.endswith(".")
    room.corrector.amend(room.wanted(on=date(2026, 11, 4)), "wrong day")
    assert room.seen.done


def test_somebody_else_was_first(room: Room) -> None:
    room.look_at("R/1")
    other = CancelVoucher(
        fact_id=FactId(room.plain.ids.mint()),
        voucher_id=room.plain.vouchers["R/1"],
        reason="entered twice",
    )
    wanted = room.wanted(narration="x")
    room.plain.run(other)
    room.corrector.amend(wanted, "narration")
    assert room.seen.problems[0][0] == "voucher"
    assert room.seen.done == []


def test_history_shows_old_and_new_side_by_side(room: Room) -> None:
    room.look_at("R/1")
    wanted = room.wanted(amount_paise=900_00, mode=Mode.UPI, on=date(2026, 11, 4))
    room.corrector.amend(wanted, "was by UPI")
    details = room.look_at("R/1")
    room.corrector.cancel("entered twice")
    room.corrector.cancel_now()
    room.presenter.ask_history()
    posted, amended, cancelled = room.seen.versions
    names = names_of(details)
    assert change_lines(posted, names) == []
    found = {(line.what, line.subject): line[2:] for line in change_lines(amended, names)}
    assert found[What.FIELD, "on"] == (date(2026, 11, 3), date(2026, 11, 4))
    assert found[What.FIELD, "mode"] == (Mode.CASH, Mode.UPI)
    assert found[What.POSTING, "Cash"] == (2_500_00, None)
    assert found[What.POSTING, "Bank"] == (None, 900_00)
    assert found[What.CLAIM, "SA01/26/000001"] == (-1_000_00, -900_00)
    assert [line.what for line in change_lines(cancelled, names)] == [What.STATE]
    assert (cancelled.reason, cancelled.is_standing) == ("entered twice", True)


def test_a_bill_s_changes_name_the_bill(room: Room) -> None:
    room.look_at("S/1")
    room.corrector.amend(room.wanted(amount_paise=1_100_00, on=date(2026, 11, 2)), "short")
    details = room.look_at("S/1")
    room.presenter.ask_history()
    lines = change_lines(room.seen.versions[1], names_of(details))
    found = {(line.what, line.subject): line[2:] for line in lines}
    assert found[What.BILL, "SA01/26/000001"] == (1_000_00, 1_100_00)
    assert found[What.BILL_DUE, "SA01/26/000001"] == (date(2026, 12, 1), date(2026, 12, 2))


def test_printing_again(room: Room) -> None:
    room.look_at("K/1")
    room.presenter.print_again()
    room.look_at("R/1")
    room.presenter.print_again()
    assert room.seen.said == [NO_PAPER, NO_PRINTER]
    paper: Any = Paper()
    presenter = VoucherPresenter(room.seen, replace(room.kit, printing=paper))
    presenter.begin(room.plain.vouchers["R/1"])
    presenter.print_again()
    presenter.show_paper()
    assert paper.shown == paper.printed == [(VoucherKind.RECEIPT, room.plain.vouchers["R/1"])]
    room.corrector.details = presenter.details
    room.corrector.cancel("entered twice")
    room.corrector.cancel_now()
    presenter.books_changed(Touched({Noun.VOUCHER}))
    presenter.print_again()
    presenter.show_paper()
    assert (len(paper.printed), len(paper.shown)) == (1, 1)
    assert room.seen.said[-1] == CANCELLED_PAPER


def test_a_voucher_that_is_not_here(room: Room) -> None:
    room.presenter.begin(VoucherId(b"nobody"))
    assert len(room.seen.missing) == 1
    room.presenter.print_again()
    room.corrector.cancel("why")
    room.corrector.cancel_now()
    room.presenter.step(is_back=True)
    assert not room.corrector.may_correct()
    assert (room.seen.said, room.seen.done, room.way.places) == ([], [], [])
