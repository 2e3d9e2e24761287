from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.queries.bills import BillLine
from collectiq_desktop.ui.widgets.bill_drill import BillDrill, BillsAsOf, StoryLine
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks

TODAY = date(2026, 11, 22)


@dataclass
class Seen:
    """The panel, remembering what it was told."""

    found: list[BillsAsOf] = field(default_factory=list)
    stories: list[tuple[str, tuple[StoryLine, ...]]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def show_bills(self, found: BillsAsOf) -> None:
        self.found.append(found)

    def show_story(self, number: str, lines: tuple[StoryLine, ...]) -> None:
        self.stories.append((number, lines))

    def show_drill_problem(self, sentence: str) -> None:
        self.problems.append(sentence)


def _open(drill: BillDrill, plain: PlainBooks, as_of_on: date = TODAY) -> None:
    drill.open_party(plain.parties["Asha Stores"], "Asha Stores", as_of_on)


def test_from_the_party_to_every_voucher_of_a_bill(
    inline: InlineDesk, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  10,000.00
    receipt  R/1  2026-10-20  Asha Stores   4,000.00
    receipt  R/2  2026-11-20  Asha Stores   1,000.00
    """
    seen = Seen()
    drill = BillDrill(seen, inline)
    _open(drill, plain_books)
    [bill] = seen.found[-1].bills
    assert bill.open_paise == 5_000_00
    drill.open_bill(bill)
    [(number, lines)] = seen.stories
    assert number == bill.number
    vouchers = plain_books.vouchers
    assert [(line.voucher_id, line.amount_paise, line.open_paise) for line in lines] == [
        (vouchers["S/1"], 10_000_00, 10_000_00),
        (vouchers["R/1"], -4_000_00, 6_000_00),
        (vouchers["R/2"], -1_000_00, 5_000_00),
    ]
    _open(drill, plain_books, date(2026, 10, 31))
    assert [bill.open_paise for bill in seen.found[-1].bills] == [6_000_00]


def test_what_is_not_there_any_more_is_told(inline: InlineDesk, plain_books: PlainBooks) -> None:
    seen = Seen()
    bill = BillLine(VoucherId(b"0" * 16), 1, "S/9", TODAY, TODAY, 1, 1, 0, 0, "")
    BillDrill(seen, inline).open_bill(bill)
    assert seen.stories == []
    assert seen.problems[0].startswith("This bill is not in the books any more")


def test_closed_nothing_comes_late(inline: InlineDesk, plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  10,000.00
    """
    seen = Seen()
    drill = BillDrill(seen, inline)
    inline.is_holding = True
    _open(drill, plain_books)
    drill.close()
    inline.release()
    assert seen.found == []
