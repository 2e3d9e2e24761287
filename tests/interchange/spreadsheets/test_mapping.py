from __future__ import annotations

import pytest

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.interchange.spreadsheets.mapping import (
    DateOrder,
    Mapping,
    SheetKind,
    check_mapping,
    mapping_of,
    text_of_mapping,
)

GOOD = Mapping(
    source="Old program",
    kind=SheetKind.RECEIPTS,
    columns={"party": "Party", "on": "Date", "amount": "Amount", "narration": ["Note", "More"]},
    date_order=DateOrder.MDY,
    required=("Slip",),
)


def test_saved_and_loaded_again_it_is_the_same() -> None:
    text = text_of_mapping(GOOD)
    assert mapping_of(text) == GOOD
    assert "header_row" not in text
    assert GOOD.headers == ("Party", "Date", "Amount", "Note", "More", "Slip")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"columns": {"party": "Party"}}, "which column holds “on”"),
        ({"columns": {**GOOD.columns, "colour": "C"}}, "field “colour”"),
        ({"columns": {**GOOD.columns, "amount": ["A", "B"]}}, "from one column only"),
        ({"kind": SheetKind.OPENING_BILLS, "columns": {}}, "which column holds “party”"),
        (
            {
                "kind": SheetKind.OPENING_BILLS,
                "columns": {"party": "P", "number": "N", "on": "D"},
            },
            "one of these: amount, debit, credit",
        ),
        ({"source": " "}, "needs a source"),
        ({"fill_down": ("colour",)}, "field “colour”"),
    ],
)
def test_what_a_mapping_lacks(change: dict[str, object], told: str) -> None:
    base = {"source": "S", "kind": SheetKind.RECEIPTS, "columns": GOOD.columns}
    mapping = Mapping(**{**base, **change})  # type: ignore[arg-type]
    with pytest.raises(BadInput, match=told):
        check_mapping(mapping)


@pytest.mark.parametrize(
    "text", ["", "[]", '{"source": "S"}', '{"source": "S", "kind": "bikes", "columns": {}}']
)
def test_a_file_that_is_no_mapping(text: str) -> None:
    with pytest.raises(BadInput, match="mapping file cannot be read"):
        mapping_of(text)
