from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.documents.columns import (
    Section,
    TextColumn,
    TextPage,
    beside,
    centred,
    pages_of,
    pair,
    table,
)


@pytest.mark.parametrize(
    ("columns", "lines", "field"), [(100, 72, "columns"), (80, 5, "page_lines")]
)
def test_a_page_that_no_printer_has(columns: int, lines: int, field: str) -> None:
    with pytest.raises(BadInput) as refusal:
        TextPage(columns=columns, lines=lines)
    assert refusal.value.field == field


def test_amounts_stand_under_each_other() -> None:
    columns = (TextColumn(head="Bill", is_fill=True), TextColumn(head="Amount", is_right=True))
    section = table(TextPage(), columns, [["S/1", "5.00"], ["S/2", "1,00,000.00"]])
    assert {len(line) for line in (*section.head, *(row[0] for row in section.rows))} == {80}


def test_a_long_text_is_wrapped_in_its_column() -> None:
    columns = (TextColumn(head="What", is_fill=True), TextColumn(head="Sum", is_right=True))
    [row] = table(TextPage(), columns, [["word " * 30, "1.00"]]).rows
    assert len(row) == 2
    assert row[0].endswith("1.00")
    assert max(map(len, row)) <= 80


def test_left_and_right() -> None:
    assert pair("Balance", "5.00", 20) == ["Balance         5.00"]
    assert pair("A long label here", "12,345.00", 20) == [
        "A long label here",
        "           12,345.00",
    ]
    assert beside(["a", "b"], ["c"], 10) == ["a    c", "b"]
    assert centred("₹ 5", 11) == ["   Rs. 5"]


@given(heights=st.lists(st.integers(1, 4), max_size=80), lines=st.integers(20, 72))
def test_every_line_is_on_one_page_and_no_page_is_too_long(heights: list[int], lines: int) -> None:
    rows = [[f"{n}.{part}" for part in range(height)] for n, height in enumerate(heights)]
    section = Section(head=["HEAD"], rows=rows)
    page = TextPage(lines=lines)
    pages = pages_of(page, ["first"], ["next"], [section], "{x} of {y}")
    split = [text.split("\n") for text in pages]
    assert {len(each) for each in split} == {lines}
    printed = [line for each in split for line in each if line and line[0].isdigit()]
    assert printed == [line for row in rows for line in row]
    assert [each[-1].strip() for each in split] == [
        f"{n} of {len(pages)}" for n in range(1, len(pages) + 1)
    ]
    assert all("HEAD" in each for each in split)


def test_a_row_is_not_torn_apart() -> None:
    rows = [["a", "b", "c"]] * 9
    pages = pages_of(TextPage(lines=20), ["head"], ["head"], [Section(rows=rows)], "{x}")
    assert [text.count("a\nb\nc") for text in pages] == [text.count("c") for text in pages]
