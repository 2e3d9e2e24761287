from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.documents.paper import SHEETS, em_of
from collectiq_desktop.documents.tables import (
    DENSE_FROM_ROWS,
    Column,
    amounts,
    roll_view,
    table_view,
)

_COLUMNS = (
    Column(head="Number"),
    Column(head="Particulars", most_em=None),
    amounts("Debit"),
)
_cells = st.text(alphabet="ab 12,.-—कि", max_size=80)
_rows = st.lists(st.lists(_cells, min_size=3, max_size=3), max_size=30)


def _view(rows: list[list[str]], paper: str = "A5", **edges: list[str]) -> dict[str, Any]:
    sheet = next(sheet for sheet in SHEETS.values() if sheet.name == paper)
    return dict(table_view(sheet, _COLUMNS, rows, **edges))


def _rows_in(blocks: list[dict[str, Any]]) -> list[list[str]]:
    rows: list[list[str]] = []
    for block in blocks:
        columns = [cell.split("\n") for cell in block["cells"]]
        assert all(len(column) == block["n"] for column in columns)
        rows += [list(row) for row in zip(*columns, strict=True)]
    return rows


@given(_rows)
def test_every_row_stands_once_and_in_order(rows: list[list[str]]) -> None:
    assert _rows_in(_view(rows)["blocks"]) == rows


@given(_rows)
def test_only_rows_that_fit_on_a_line_are_joined(rows: list[list[str]]) -> None:
    view = _view(rows)
    inner = [width - 2 * view["pad"] for width in view["widths"]]
    for block in view["blocks"]:
        assert 1 <= block["n"] <= 5
        if block["n"] > 1:
            for row in _rows_in([block]):
                fits = [em_of(cell) <= width for cell, width in zip(row, inner, strict=True)]
                assert all(fits)


@given(_rows, st.sampled_from(["A4", "A5"]))
def test_a_table_never_is_wider_than_its_page(rows: list[list[str]], paper: str) -> None:
    view = _view(rows, paper)
    inner_em = next(s for s in SHEETS.values() if s.name == paper).inner_em
    assert sum(view["widths"]) * view["scale"] <= inner_em + 1e-6
    assert min(view["widths"]) > 0


def test_amounts_are_never_wrapped() -> None:
    huge = "-9,90,00,00,00,00,000.00"
    view = _view([["S/1", "Goods", huge]])
    assert view["widths"][2] - 2 * view["pad"] >= em_of(huge)


def test_an_edge_makes_its_column_wide_enough() -> None:
    total = ["", "Total", "12,34,56,789.00"]
    assert _view([["S/1", "x", "1.00"]], last=total)["widths"][2] > em_of(total[2])


def test_a_long_table_is_dense_and_cut_to_one_line() -> None:
    rows = [[f"S/{n}", f"goods {n} " * 30, "1.00"] for n in range(DENSE_FROM_ROWS + 1)]
    view = _view(rows)
    assert view["dense"]
    shown = _rows_in(view["blocks"])
    assert [(row[0], row[2]) for row in shown] == [(row[0], row[2]) for row in rows]
    width = view["widths"][1] - 2 * view["pad"]
    assert all(row[1].endswith("…") and em_of(row[1]) <= width for row in shown)
    assert not _view(rows[:-1])["dense"]


def _roll(rows: list[list[str]]) -> list[list[Any]]:
    parts: Any = roll_view(SHEETS["58mm"], rows)["parts"]
    return list(parts)


@given(st.integers(0, 2_500))
def test_a_roll_comes_in_parts_that_readers_can_show(count: int) -> None:
    rows = [[f"{n}\nx", f"{n}.00\ny"] for n in range(count)]
    parts = _roll(rows)
    if count > DENSE_FROM_ROWS:
        sides = [(a.split("\n"), b.split("\n")) for part in parts for a, b in part]
        lines = [pair for left, right in sides for pair in zip(left, right, strict=True)]
    else:
        assert all(len(part) <= 150 for part in parts)
        lines = [(a, b) for part in parts for row in part for a, b in row]
    assert lines == [line for n in range(count) for line in ((f"{n}", f"{n}.00"), ("x", "y"))]


@given(_cells, _cells)
def test_left_and_right_share_a_line_only_where_both_fit(left: str, right: str) -> None:
    lines = [line for part in _roll([[left, right]]) for row in part for line in row]
    assert "".join(begin for begin, _ in lines) == left
    assert "".join(end for _, end in lines) == right
    inner_em = SHEETS["58mm"].inner_em
    assert all(em_of(a) + em_of(b) < inner_em for a, b in lines if a and b)


def test_what_has_nothing_beside_it_takes_the_whole_width() -> None:
    assert _roll([["01-04-2026 Sale\nS/1\na long narration", "100.00 Dr\n= 300.00 Dr"]]) == [
        [[["01-04-2026 Sale", "100.00 Dr"], ["S/1", "= 300.00 Dr"], ["a long narration", ""]]]
    ]
