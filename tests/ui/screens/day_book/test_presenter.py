from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.branches import BranchLine
from collectiq_desktop.core.queries.daybook_sums import KindSum
from collectiq_desktop.ui.screens.day_book.presenter import DayBookPresenter
from collectiq_desktop.ui.screens.day_book.sums import MOST_FACTS, sum_facts
from tests.branches import SURAT, add_surat, at_surat
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import Way, kit_of


@dataclass
class Seen:
    """The view, remembering what it was told."""

    period: tuple[date, date] | None = None
    shown: int = 0
    refreshed: int = 0
    sums: tuple[KindSum, ...] = ()
    branches: list[str] = field(default_factory=list)

    def show_period(self, from_on: date, to_on: date) -> None:
        self.period = (from_on, to_on)

    def show_pages(self) -> None:
        self.shown += 1

    def refresh_pages(self) -> None:
        self.refreshed += 1

    def show_branches(self, branches: Sequence[BranchLine]) -> None:
        self.branches = [each.name for each in branches]

    def show_sums(self, sums: tuple[KindSum, ...]) -> None:
        self.sums = sums


def _numbers(plain: PlainBooks, presenter: DayBookPresenter, limit: int = 100) -> list[str]:
    rows = []
    after = None
    while True:
        page = plain.ask(presenter.ask_page(after, limit))
        rows += [row.number for row in page.rows]
        after = page.after
        if after is None:
            return rows


def test_a_day_a_period_a_kind(plain_books: PlainBooks, inline: InlineDesk) -> None:
    """
    invoice  S/1  2026-11-20  Asha Stores  1,000.00
    receipt  R/1  2026-11-21  Asha Stores    400.00
    receipt  R/2  2026-11-22  Asha Stores    100.00
    invoice  S/2  2026-11-22  Asha Stores  2,000.00
    """
    seen = Seen()
    presenter = DayBookPresenter(seen, kit_of(plain_books, inline))
    presenter.begin()
    today = date(2026, 11, 22)
    assert seen.period == (today, today)
    assert _numbers(plain_books, presenter) == ["RA01/26/000002", "SA01/26/000002"]
    presenter.choose_period(date(2026, 11, 20), today)
    assert len(_numbers(plain_books, presenter, limit=1)) == 4
    assert [each.amount_paise for each in seen.sums] == [3_000_00, 500_00]
    presenter.choose_kind(VoucherKind.RECEIPT)
    assert _numbers(plain_books, presenter) == ["RA01/26/000001", "RA01/26/000002"]
    assert [each.kind for each in seen.sums] == ["receipt"]
    shown = seen.shown
    presenter.choose_kind(VoucherKind.RECEIPT)
    assert seen.shown == shown
    presenter.begin(date(2026, 11, 21))
    presenter.step(-1)
    assert seen.period == (date(2026, 11, 20), date(2026, 11, 20))


def test_one_branch_only(plain_books: PlainBooks, inline: InlineDesk) -> None:
    """receipt  R/1  2026-11-22  Asha Stores  400.00"""
    seen = Seen()
    presenter = DayBookPresenter(seen, kit_of(plain_books, inline))
    presenter.begin()
    add_surat(plain_books)
    with at_surat(plain_books):
        plain_books.write("receipt  R/2  2026-11-22  Asha Stores  100.00")
    presenter.books_changed(Touched({Noun.FIRM}))
    presenter.choose_branch(SURAT)
    assert seen.branches == ["Main", "Surat shop"]
    assert _numbers(plain_books, presenter) == ["RA01/26/000002"]
    assert [each.amount_paise for each in seen.sums] == [100_00]
    shown = seen.shown
    presenter.choose_branch(SURAT)
    assert seen.shown == shown
    presenter.choose_branch("")
    assert len(_numbers(plain_books, presenter)) == 2


def test_a_period_steps_by_its_own_length_and_not_beyond_the_calendar(
    plain_books: PlainBooks, inline: InlineDesk
) -> None:
    seen = Seen()
    presenter = DayBookPresenter(seen, kit_of(plain_books, inline))
    presenter.choose_period(date(2026, 11, 1), date(2026, 11, 7))
    presenter.step(1)
    assert seen.period == (date(2026, 11, 8), date(2026, 11, 14))
    presenter.choose_period(date.min, date.max)
    presenter.step(1)
    assert seen.period == (date.min, date.max)


def test_what_is_new_is_asked_for_again(plain_books: PlainBooks, inline: InlineDesk) -> None:
    seen = Seen()
    presenter = DayBookPresenter(seen, kit_of(plain_books, inline))
    presenter.begin()
    plain_books.write("receipt  R/1  2026-11-22  Asha Stores  500.00")
    presenter.books_changed(Touched({Noun.ERRAND}))
    assert (seen.refreshed, seen.sums) == (0, ())
    presenter.books_changed(Touched({Noun.VOUCHER}))
    assert seen.refreshed == 1
    assert seen.sums == (KindSum("receipt", 1, 0, 500_00),)


def test_a_voucher_is_gone_to(plain_books: PlainBooks, inline: InlineDesk) -> None:
    """
    receipt  R/1  2026-11-22  Asha Stores  500.00
    """
    kit = kit_of(plain_books, inline)
    DayBookPresenter(Seen(), kit).open_voucher(plain_books.vouchers["R/1"])
    assert isinstance(kit.navigation, Way)
    assert kit.navigation.places[0].screen == "voucher"
    assert kit.navigation.places[0].voucher_id == plain_books.vouchers["R/1"]


def test_many_kinds_fit_in_one_line_and_nothing_is_left_out() -> None:
    sums = tuple(
        KindSum(kind.word, place + 1, place, 100 * place) for place, kind in enumerate(VoucherKind)
    )
    facts = sum_facts(sums)
    assert len(facts) == MOST_FACTS
    assert facts[0].caption == "Sales invoice · 1"
    assert facts[1].caption == "Receipt · 2 + 1 cancelled"
    assert facts[-1].caption == "Other kinds · 21 + 18 cancelled"
    assert facts[-1].text == "18.00"
    assert len(sum_facts(sums[:MOST_FACTS])) == MOST_FACTS
