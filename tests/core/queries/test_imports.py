from __future__ import annotations

from collectiq_desktop.core.domain.ids import BatchId, FactId
from collectiq_desktop.core.queries.imports import Batches
from collectiq_desktop.core.queries.outstanding import Outstanding
from collectiq_desktop.core.services.imports import BeginImport, UndoImport
from tests.core.queries.drawn_books import Move, books_of


def test_batches_newest_first_with_what_they_brought() -> None:
    drawn = [Move("bill", day, 0, 100, 0, 0, is_cancelled=False) for day in (1, 2)]
    with books_of(drawn) as plain:
        batch_id = BatchId(plain.ids.mint())
        plain.run(BeginImport(batch_id=batch_id, source="second"))
        second, first = plain.ask(Batches())
        assert (second.batch_id, second.source, second.vouchers_count) == (batch_id, "second", 0)
        assert (first.source, first.vouchers_count, first.is_undone) == ("drawn", 2, False)
        assert first.recorded_at == plain.clock.at
        fact_id = FactId(plain.ids.mint())
        plain.run(UndoImport(fact_id=fact_id, batch_id=first.batch_id, reason="wrong file"))
        assert [batch.is_undone for batch in plain.ask(Batches())] == [False, True]
        assert plain.ask(Outstanding()).parties == ()
