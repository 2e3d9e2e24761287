"""A sheet with headers that were met before is read as the last one was."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from collectiq_desktop.interchange.spreadsheets.mapping import DateOrder, Mapping, SheetKind
from collectiq_desktop.interchange.spreadsheets.remembered import MOST_KEPT, RememberedMappings

HEADERS = ("Party Name", "Bill No", "Bill Date", "Amount")
MAPPING = Mapping(
    source="Busy",
    kind=SheetKind.OPENING_BILLS,
    columns={"party": "Party Name", "number": "Bill No", "on": "Bill Date", "amount": "Amount"},
    date_order=DateOrder.MDY,
    required=("Bill No",),
)


@pytest.fixture
def memory(tmp_path: Path) -> RememberedMappings:
    return RememberedMappings(tmp_path / "settings" / "mappings.json")


def test_nothing_is_known_at_first(memory: RememberedMappings) -> None:
    assert memory.recall(HEADERS) is None
    assert not memory.file.exists()


def test_the_same_headers_in_another_order_and_spelling(memory: RememberedMappings) -> None:
    memory.remember(HEADERS, MAPPING)
    assert memory.recall(HEADERS) == MAPPING
    found = memory.recall(("AMOUNT", "bill  no", "Bill Date", "Party name"))
    assert found is not None
    assert found.columns == {
        "party": "Party name",
        "number": "bill  no",
        "on": "Bill Date",
        "amount": "AMOUNT",
    }
    assert (found.required, found.date_order, found.source) == (
        ("bill  no",),
        DateOrder.MDY,
        "Busy",
    )


def test_one_column_more_is_another_sheet(memory: RememberedMappings) -> None:
    memory.remember(HEADERS, MAPPING)
    assert memory.recall((*HEADERS, "Phone")) is None
    assert memory.recall(HEADERS[:-1]) is None


def test_the_last_word_counts(memory: RememberedMappings) -> None:
    memory.remember(HEADERS, MAPPING)
    memory.remember(HEADERS, replace(MAPPING, source="Marg"))
    found = memory.recall(HEADERS)
    assert found is not None
    assert found.source == "Marg"


def test_no_more_is_kept_than_anybody_needs(memory: RememberedMappings) -> None:
    for number in range(MOST_KEPT + 5):
        memory.remember((*HEADERS, f"More {number}"), MAPPING)
    assert memory.recall((*HEADERS, "More 4")) is None
    assert memory.recall((*HEADERS, "More 5")) is not None
    assert memory.file.read_bytes().count(b"Busy") == MOST_KEPT


def test_a_file_that_is_broken_is_as_good_as_none(
    memory: RememberedMappings, caplog: pytest.LogCaptureFixture
) -> None:
    memory.remember(HEADERS, MAPPING)
    memory.file.write_bytes(b"[{")
    assert memory.recall(HEADERS) is None
    memory.remember(HEADERS, MAPPING)
    assert memory.recall(HEADERS) == MAPPING
    assert {record.levelno for record in caplog.records} == {logging.WARNING}
    caplog.clear()


def test_a_mapping_that_no_sheet_can_be_read_by_is_not_offered(
    memory: RememberedMappings,
) -> None:
    memory.remember(HEADERS, replace(MAPPING, columns={"party": "Party Name"}))
    assert memory.recall(HEADERS) is None


def test_where_nothing_can_be_written_nothing_is_lost(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "settings").write_bytes(b"a file where the folder should be")
    memory = RememberedMappings(tmp_path / "settings" / "mappings.json")
    memory.remember(HEADERS, MAPPING)
    assert "cannot be remembered" in caplog.text
    caplog.clear()
