"""The shape of the tables: what every engine must be able to keep."""

from __future__ import annotations

import pytest
from sqlalchemy import BigInteger, Integer, Table

from collectiq_desktop.core.storage.tables import LOCAL, LOG, PROJECTIONS

TABLES = [table for metadata in (LOG, LOCAL, PROJECTIONS) for table in metadata.sorted_tables]
every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


@every_table
def test_money_is_kept_in_64_bits(table: Table) -> None:
    money = [column for column in table.columns if column.name.endswith("_paise")]
    assert all(isinstance(column.type, BigInteger) for column in money)
    assert all(not column.nullable for column in money)


@every_table
def test_days_are_whole_numbers_and_instants_64_bits(table: Table) -> None:
    for column in table.columns:
        if column.name.endswith("_on"):
            assert type(column.type) is Integer
        if column.name.endswith("_at"):
            assert isinstance(column.type, BigInteger)


@pytest.mark.parametrize("table", PROJECTIONS.sorted_tables, ids=lambda table: table.name)
def test_a_projection_has_no_rule_besides_its_primary_key(table: Table) -> None:
    assert not table.foreign_keys
    assert not any(index.unique for index in table.indexes)
    assert not any(column.unique for column in table.columns)
    assert table.primary_key.columns


def test_the_log_has_five_tables_and_no_two_tables_share_a_name() -> None:
    assert set(LOG.tables) == {"fact", "link", "old_link", "place", "seal"}
    assert len({table.name for table in TABLES}) == len(TABLES)
