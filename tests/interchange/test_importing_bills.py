"""Bills of an import: what stands under one number of a party is one bill."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.queries.outstanding import Outstanding
from collectiq_desktop.interchange.rows import RowKind
from tests.interchange.import_rows import (
    ASHA,
    balance_of,
    bills_of,
    new_books,
    opening,
    party,
    posted,
    receipt,
    ref,
    sale,
    take,
    voucher,
    warned_of,
)

APRIL = date(2026, 4, 10)
MAY = date(2026, 5, 10)
JUNE = date(2026, 6, 10)


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    books = new_books(tmp_path)
    yield books
    books.close()


def test_a_claim_names_a_bill_of_the_same_import(books: Books) -> None:
    take(books, sale("S/1", 1_000, APRIL), receipt("R/1", 400, MAY, "S/1"), parties=[party()])
    assert bills_of(books) == [("S/1", "2026-04-10", "2026-04-10", 600)]


def test_a_claim_names_an_opening_bill(books: Books) -> None:
    take(books, receipt("R/1", 400, MAY, "OLD/1"), parties=[party(ASHA, opening("OLD/1", 900))])
    assert bills_of(books) == [("OLD/1", "2026-03-01", "2026-03-01", 500)]
    assert balance_of(books) == (500, 0)


def test_a_claim_names_a_bill_of_an_earlier_import(books: Books) -> None:
    take(books, sale("S/1", 1_000, APRIL), parties=[party()])
    take(books, receipt("R/1", 400, MAY, "s/1"))
    assert bills_of(books) == [("S/1", "2026-04-10", "2026-04-10", 600)]


def test_a_claim_may_stand_before_its_bill(books: Books) -> None:
    same_day = (receipt("R/1", 400, APRIL, "S/1"), sale("S/1", 1_000, APRIL))
    earlier = (receipt("R/2", 300, APRIL, "S/2"), sale("S/2", 1_000, MAY))
    report = take(books, *same_day, *earlier, parties=[party()])
    assert [(number, paise) for number, _on, _due, paise in bills_of(books)] == [
        ("S/1", 600),
        ("S/2", 700),
    ]
    assert warned_of(report) == []
    assert books.verify().ok


def test_an_unknown_number_opens_a_bill_of_its_sign(books: Books) -> None:
    report = take(books, receipt("R/1", 400, MAY, "LOST/1"), parties=[party()])
    assert bills_of(books) == [("LOST/1", "2026-05-10", "2026-05-10", -400)]
    assert balance_of(books) == (-400, 0)
    assert warned_of(report) == ["unknown_reference"]


def test_a_number_opened_again_stays_one_bill_with_its_date(books: Books) -> None:
    report = take(
        books,
        sale("S/1", 1_000, APRIL),
        receipt("R/1", 1_000, MAY, "S/1"),
        voucher("J/1", JUNE, posted(ASHA, 1_000, ref("against", "S/1", 1_000))),
        voucher("J/2", JUNE, posted(ASHA, 50, ref("new", "S/1", 50))),
        parties=[party()],
    )
    assert bills_of(books) == [("S/1", "2026-04-10", "2026-04-10", 1_050)]
    assert warned_of(report) == []


def test_what_is_too_much_for_a_bill_stays_on_account(books: Books) -> None:
    report = take(
        books, sale("S/1", 1_000, APRIL), receipt("R/1", 1_500, MAY, "S/1"), parties=[party()]
    )
    assert bills_of(books) == []
    assert balance_of(books) == (-500, -500)
    assert warned_of(report) == ["over_settled"]
    assert "5.00" in report.warnings[0].reason


def test_an_advance_is_a_negative_bill_that_invoices_use_up(books: Books) -> None:
    advance = posted(ASHA, -700, ref("advance", "ADV/1", -700))
    used = (
        posted(ASHA, 500, ref("against", "ADV/1", 500)),
        posted(ASHA, -500, ref("against", "S/1", -500)),
    )
    take(
        books,
        voucher("R/1", APRIL, advance, kind=RowKind.RECEIPT),
        sale("S/1", 1_000, MAY),
        voucher("J/1", JUNE, *used),
        parties=[party()],
    )
    assert bills_of(books) == [
        ("ADV/1", "2026-04-10", "2026-04-10", -200),
        ("S/1", "2026-05-10", "2026-05-10", 500),
    ]


def test_one_number_twice_in_a_voucher_is_one_bill(books: Books) -> None:
    line = posted(ASHA, 1_000, ref("new", "S/1", 600), ref("new", "s/1", 400))
    nothing = posted(ASHA, 0, ref("new", "S/2", 50), ref("against", "S/2", -50))
    take(
        books,
        voucher("S/1", APRIL, line),
        voucher("S/2", APRIL, nothing, posted(ASHA, 10)),
        parties=[party()],
    )
    assert bills_of(books) == [("S/1", "2026-04-10", "2026-04-10", 1_000)]
    assert balance_of(books) == (1_010, 10)


def test_several_parties_in_one_voucher_keep_their_own_bills(books: Books) -> None:
    lines = (
        posted(ASHA, 300, ref("new", "J/1", 300)),
        posted("Beena Traders", -300, ref("against", "B/1", -300)),
    )
    parties = [party(), party("Beena Traders", opening("B/1", 900))]
    take(books, voucher("J/1", MAY, *lines), parties=parties)
    assert bills_of(books) == [("J/1", "2026-05-10", "2026-05-10", 300)]
    assert bills_of(books, "Beena Traders") == [("B/1", "2026-03-01", "2026-03-01", 600)]


def test_without_a_due_date_the_party_s_terms_hold(books: Books) -> None:
    known = posted(ASHA, 100, ref("new", "S/2", 100, due_on=MAY))
    take(
        books,
        sale("S/1", 1_000, APRIL),
        voucher("S/2", APRIL, known),
        parties=[party(credit_days=30)],
    )
    assert [due for _number, _on, due, _paise in bills_of(books)] == ["2026-05-10", "2026-05-10"]


def test_a_party_not_kept_bill_wise_has_all_on_account(books: Books) -> None:
    running = party(ASHA, opening("OLD/1", 900), is_bill_wise=False)
    take(books, sale("S/1", 1_000, APRIL), parties=[running])
    assert bills_of(books) == []
    assert balance_of(books) == (1_900, 1_900)
    take(books, sale("S/2", 50, MAY))
    assert balance_of(books) == (1_950, 1_950)


def test_a_changed_voucher_keeps_the_bills_that_others_claim(books: Books) -> None:
    both = posted(ASHA, 900, ref("new", "S/1-A", 400), ref("new", "S/1-B", 500))
    take(
        books,
        voucher("S/1", APRIL, both),
        receipt("R/1", 200, MAY, "S/1-B"),
        parties=[party()],
    )
    later = posted(ASHA, 800, ref("new", "S/1-B", 600), ref("new", "S/1-C", 200))
    report = take(books, voucher("S/1", APRIL, later, change="a2"))
    assert (report.new, report.amended) == (0, 1)
    assert [(number, paise) for number, _on, _due, paise in bills_of(books)] == [
        ("S/1-B", 400),
        ("S/1-C", 200),
    ]
    assert books.verify().ok


PIECES = st.lists(
    st.tuples(
        st.sampled_from(["A", "B", "C"]),
        st.sampled_from(["new", "against", "advance"]),
        st.integers(-900, 900).filter(bool),
        st.integers(0, 40),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=40)
@given(PIECES)
def test_bills_are_the_sums_under_their_numbers(pieces: list[tuple[str, str, int, int]]) -> None:
    """As far as a bill may go: it never turns its sign, the rest is on account."""
    rows = [
        voucher(
            f"J/{count}",
            APRIL + timedelta(days=days),
            posted(ASHA, paise, ref(kind, number, paise)),
        )
        for count, (number, kind, paise, days) in enumerate(pieces)
    ]
    sums: dict[str, int] = defaultdict(int)
    for number, _kind, paise, _days in pieces:
        sums[number] += paise
    with TemporaryDirectory() as folder:
        books = new_books(Path(folder))
        report = take(books, *rows, parties=[party()])
        parties = books.ask(Outstanding()).parties
        opened = {bill.number: bill for one in parties for bill in one.bills}
        on_account_paise = sum(one.on_account_paise for one in parties)
        assert sum(one.balance_paise for one in parties) == sum(sums.values())
        assert all(bill.open_paise * bill.amount_paise > 0 for bill in opened.values())
        if on_account_paise == 0 and not warned_of(report):
            assert {number: bill.open_paise for number, bill in opened.items()} == {
                number: paise for number, paise in sums.items() if paise
            }
        assert books.verify(is_quick=True).ok
        books.close()
