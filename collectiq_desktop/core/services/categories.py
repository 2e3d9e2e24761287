"""A category that is foretold and changes: kept in the log, so that it can be told afterwards."""

from __future__ import annotations

from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.risk import Category, PartyRisk
from collectiq_desktop.core.queries.risk import category_told
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.record import record
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.collecting import CategoryChanged


def note_category(writer: Writer, context: Context, risk: PartyRisk) -> FactId | None:
    """Record that a party came to another category than was told of it last; gives the fact's id.

    What is foretold of a party for the first time is no change. Called by the scoring counter,
    in the transaction that publishes the risk, and before it.
    """
    writer.flush_rows()
    was: Category | None = category_told(writer.conn, risk.party_id)
    if was is None or was is risk.category:
        return None
    fact_id = FactId(context.ids.mint())
    body = CategoryChanged(
        party_id=risk.party_id,
        category=risk.category.value,
        was=was.value,
        changed_on=risk.worked_out_on,
        score=risk.score,
    )
    record(writer, context, body, fact_id)
    writer.flush()
    return fact_id
