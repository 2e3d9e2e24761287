from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest

from collectiq_desktop.core.domain.amending import Heading, with_heading
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.domain.vouchers import (
    BillKey,
    Claim,
    ItemLine,
    Mode,
    Posting,
    VoucherKind,
)
from collectiq_desktop.core.queries.bills import ClaimLine, OpenBills
from collectiq_desktop.core.queries.changes import What, change_lines
from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.core.queries.versions import VoucherVersion
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.core.services.corrections import AmendVoucher, CancelVoucher
from collectiq_desktop.ui.forms.amender import NO_REASON
from collectiq_desktop.ui.forms.change_words import value_words
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screens.voucher.canceller import CANCELLED_ALREADY, Canceller
from collectiq_desktop.ui.screens.voucher.columns import bill_rows, settled_rows
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
    done: list[str] = field(default_factory=list)

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

    def show_allowers(self, allowers: Sequence[EmployeeRow], *, is_own: bool) -> None:
        self.allowers = ([each.employee.name for each in allowers], is_own)

    def close_allowing(self) -> None:
        self.allowers = ([], False)

    def ask_sure(self, details: VoucherDetails) -> None:
        self.asked.append(details)

    def show_cancelled(self, number: str) -> None:
        self.done.append(number)


@dataclass
class Paper:
    """Printing that only notes what it should print."""

    printed: list[tuple[VoucherKind, VoucherId]] = field(default_factory=list)
    shown: list[tuple[VoucherKind, VoucherId]] = field(default_factory=list)
    sent: list[tuple[VoucherKind, VoucherId]] = field(default_factory=list)

    def send_voucher(self, kind: VoucherKind, voucher_id: VoucherId) -> None:
        self.sent.append((kind, voucher_id))

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
    canceller: Canceller

    @property
    def way(self) -> Way:
        assert isinstance(self.kit.navigation, Way)
        return self.kit.navigation

    def look_at(self, name: str) -> VoucherDetails:
        self.presenter.begin(self.plain.vouchers[name])
        self.canceller.details = self.presenter.details
        return self.seen.shown[-1]

    def amend(self, name: str, reason: str, **values: Any) -> None:
        details = self.look_at(name)
        voucher = replace(details.voucher, **values)
        self.plain.run(
            AmendVoucher(
                fact_id=FactId(self.plain.ids.mint()),
                voucher_id=details.voucher_id,
                voucher=voucher,
                reason=reason,
            )
        )

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
    return Room(plain_books, kit, seen, VoucherPresenter(seen, kit), Canceller(seen, kit))


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
    room.canceller.cancel("  ")
    assert room.seen.problems == [("reason", NO_REASON)]
    room.canceller.cancel("entered twice")
    assert room.open_paise("Asha Stores") == [500_00]
    assert room.seen.asked[0].number == "RA01/26/000001"
    room.canceller.cancel_now()
    assert room.seen.done == ["RA01/26/000001"]
    assert room.open_paise("Asha Stores") == [1_000_00, 2_000_00]
    room.presenter.books_changed(Touched({Noun.VOUCHER}))
    assert room.seen.shown[-1].is_cancelled
    room.look_at("R/1")
    assert not room.canceller.may_cancel()
    assert room.seen.said == [CANCELLED_ALREADY]


def test_it_is_amended_in_the_form_of_its_kind(room: Room) -> None:
    room.plain.write("opening  O/1  2026-11-01  Asha Stores  700.00")
    kinds = ("receipt", "sales_invoice", "contra", "opening_bill")
    for name, kind in zip(("R/1", "S/1", "K/1", "O/1"), kinds, strict=True):
        room.look_at(name)
        room.presenter.amend()
        place = room.way.places[-1]
        wanted = ("amend", room.plain.vouchers[name], kind)
        assert (place.screen, place.voucher_id, place.text) == wanted
    assert room.seen.said == []


def test_somebody_else_was_first(room: Room) -> None:
    room.look_at("R/1")
    other = CancelVoucher(
        fact_id=FactId(room.plain.ids.mint()),
        voucher_id=room.plain.vouchers["R/1"],
        reason="entered twice",
    )
    room.plain.run(other)
    room.canceller.cancel("mine")
    room.canceller.cancel_now()
    assert room.seen.problems[0][0] == "voucher"
    assert room.seen.done == []


def test_history_shows_old_and_new_side_by_side(room: Room) -> None:
    first, second = (Claim(room.plain.vouchers[name], 1, -900_00) for name in ("S/1", "S/2"))
    room.amend(
        "R/1",
        "was by UPI",
        mode=Mode.UPI,
        on=date(2026, 11, 4),
        postings=(Posting("bank", 900_00), Posting("debtors", -900_00)),
        claims=(first,),
    )
    room.amend("R/1", "other bill", claims=(second,))
    room.look_at("R/1")
    room.canceller.cancel("entered twice")
    room.canceller.cancel_now()
    room.presenter.ask_history()
    posted, amended, moved, cancelled = room.seen.versions
    assert change_lines(posted) == []
    found = {(line.what, line.subject): line[2:] for line in change_lines(amended)}
    assert found[What.FIELD, "on"] == (date(2026, 11, 3), date(2026, 11, 4))
    assert found[What.FIELD, "mode"] == (Mode.CASH, Mode.UPI)
    assert found[What.POSTING, "Cash"] == (2_500_00, None)
    assert found[What.POSTING, "Bank"] == (None, 900_00)
    assert found[What.POSTING, "Asha Stores"] == (-2_500_00, -900_00)
    assert found[What.CLAIM, "SA01/26/000001"] == (-1_000_00, -900_00)
    found = {(line.what, line.subject): line[2:] for line in change_lines(moved)}
    assert found == {
        (What.CLAIM, "SA01/26/000001"): (-900_00, None),
        (What.CLAIM, "SA01/26/000002"): (None, -900_00),
    }
    assert [line.what for line in change_lines(cancelled)] == [What.STATE]
    assert (cancelled.reason, cancelled.is_standing) == ("entered twice", True)


def test_another_party_and_its_goods_are_named(room: Room) -> None:
    room.plain.party_id("Bina Stores")
    sugar = ItemLine("Sugar", "1701", 2_000, "BAG", 500_00, 1_000_00, 0)
    room.amend(
        "S/1", "wrong party", party_id=room.plain.parties["Bina Stores"], items=(sugar, sugar)
    )
    room.amend("S/1", "one bag", items=(sugar._replace(quantity_milli=1_000),))
    room.look_at("S/1")
    room.presenter.ask_history()
    _posted, party, goods = room.seen.versions
    found = {(line.what, line.subject): line[2:] for line in change_lines(party)}
    assert found[What.FIELD, "party_id"] == ("Asha Stores", "Bina Stores")
    assert found[What.ITEM, "Sugar (2)"] == (None, sugar)
    [first, second] = change_lines(goods)
    assert (first.subject, second.subject, second.new) == ("Sugar", "Sugar (2)", None)
    assert value_words(first.new) == "1 BAG × 500.00, 0 % = 1,000.00"


def test_a_bill_s_changes_name_the_bill(room: Room) -> None:
    voucher = room.look_at("S/1").voucher
    later = with_heading(voucher, Heading(on=date(2026, 11, 2)))
    bills = (later.bills[0]._replace(amount_paise=1_100_00),)
    postings = (Posting("debtors", 1_100_00), Posting("sales", -1_100_00))
    room.amend("S/1", "short", on=later.on, bills=bills, postings=postings)
    room.look_at("S/1")
    room.presenter.ask_history()
    lines = change_lines(room.seen.versions[1])
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
    presenter.send()
    assert (
        paper.shown
        == paper.sent
        == paper.printed
        == [(VoucherKind.RECEIPT, room.plain.vouchers["R/1"])]
    )
    room.canceller.details = presenter.details
    room.canceller.cancel("entered twice")
    room.canceller.cancel_now()
    presenter.books_changed(Touched({Noun.VOUCHER}))
    presenter.print_again()
    presenter.show_paper()
    assert (len(paper.printed), len(paper.shown)) == (1, 1)
    assert room.seen.said[-1] == CANCELLED_PAPER


def test_a_voucher_that_is_not_here(room: Room) -> None:
    room.presenter.begin(VoucherId(b"nobody"))
    assert len(room.seen.missing) == 1
    room.presenter.print_again()
    room.canceller.cancel("why")
    room.canceller.cancel_now()
    room.presenter.step(is_back=True)
    assert not room.canceller.may_cancel()
    assert (room.seen.said, room.seen.done, room.way.places) == ([], [], [])
