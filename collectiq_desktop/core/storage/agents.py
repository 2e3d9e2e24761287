"""Whose a voucher is: rows that come and go with its standing version."""

from __future__ import annotations

from sqlalchemy import delete

from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.storage import collecting_tables
from collectiq_desktop.core.storage.writer import Writer


def _is_of_agent(voucher: Voucher) -> bool:
    return voucher.agent_id is not None or voucher.sheet_id is not None


def lay_agent(writer: Writer, voucher_row: int, voucher: Voucher) -> None:
    """Note whose the voucher is, and from which line of a run sheet."""
    if _is_of_agent(voucher):
        told = (voucher.agent_id, voucher.sheet_id, voucher.sheet_row)
        writer.add(collecting_tables.agent_voucher, (voucher_row, *told))


def lift_agent(writer: Writer, voucher_row: int, voucher: Voucher) -> None:
    """Take back what was noted."""
    if _is_of_agent(voucher):
        table = collecting_tables.agent_voucher
        writer.conn.execute(delete(table).where(table.c.voucher_row == voucher_row))
