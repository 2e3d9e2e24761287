"""The branches of a firm."""

from __future__ import annotations

from sqlalchemy import Connection, select

from collectiq_desktop.core.storage import tables


def branches_of_firm(conn: Connection) -> dict[str, str]:
    """The name of each branch, by its id."""
    rows = conn.execute(select(tables.branch).order_by(tables.branch.c.branch_id))
    return {row[0]: row[1] for row in rows}
