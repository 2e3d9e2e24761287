from __future__ import annotations

from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.queries.log import IsRecorded, WrittenBy
from tests.plain_books import PlainBooks


def test_a_command_that_was_carried_out_is_known_by_its_id(plain_books: PlainBooks) -> None:
    """
    invoice      S/1  2026-11-01  Asha  1,000.00
    """
    recorded = FactId(plain_books.vouchers["S/1"])
    assert plain_books.ask(IsRecorded(fact_id=recorded))
    assert not plain_books.ask(IsRecorded(fact_id=FactId(b"nobody's")))


def test_the_device_that_wrote_it_has_a_name(plain_books: PlainBooks) -> None:
    """
    invoice      S/1  2026-11-01  Asha  1,000.00
    """
    recorded = FactId(plain_books.vouchers["S/1"])
    assert plain_books.ask(WrittenBy(fact_id=recorded)).endswith("(A01)")
    assert plain_books.ask(WrittenBy(fact_id=FactId(b"nobody's"))) == ""
