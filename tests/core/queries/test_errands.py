from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errands import Document, ErrandId, ErrandPromise, PrintOrder
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.errands import (
    CountErrands,
    ErrandCount,
    ErrandLine,
    Errands,
    NextErrandAt,
)
from collectiq_desktop.core.services.errands import (
    CompletePrint,
    FailErrand,
    PromiseErrands,
    TakeErrand,
)
from tests.plain_books import PlainBooks


def _promise(plain: PlainBooks, count: int) -> list[ErrandId]:
    order = PrintOrder(document=Document.INVOICE, subject_id=plain.vouchers["S/1"])
    errand_ids = []
    for _ in range(count):
        errand_ids.append(ErrandId(plain.ids.mint()))
        plain.run(PromiseErrands(errands=(ErrandPromise(errand_id=errand_ids[-1], order=order),)))
        plain.clock.move(ms=1)
    return errand_ids


def _all(plain: PlainBooks, limit: int, *, is_over: bool = False) -> list[ErrandLine]:
    lines: list[ErrandLine] = []
    page = plain.ask(Errands(limit=limit, is_over=is_over))
    lines += page.rows
    while page.after is not None:
        page = plain.ask(Errands(limit=limit, is_over=is_over, after=page.after))
        lines += page.rows
    return lines


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(limit=st.integers(1, 9))
def test_pages_together_are_the_list_newest_first(plain_books: PlainBooks, limit: int) -> None:
    plain_books.write("invoice  S/1  2026-11-20  Asha Stores  500.00")
    promised = _promise(plain_books, 2)
    whole = _all(plain_books, 1_000)
    assert [line.errand_id for line in whole[:2]] == promised[::-1]
    assert _all(plain_books, limit) == whole


def test_a_line_says_what_and_for_whom(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-11-20  Asha Stores  500.00
    """
    _promise(plain_books, 1)
    [line] = plain_books.ask(Errands()).rows
    assert (line.number, line.party, line.is_own) == ("SA01/26/000001", "Asha Stores", True)
    assert line.order.document is Document.INVOICE


def test_counts(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-11-20  Asha Stores  500.00
    """
    nothing = ErrandCount(waiting_count=0, failed_count=0, given_up_count=0)
    assert plain_books.ask(CountErrands()) == nothing
    assert plain_books.ask(NextErrandAt()) is None
    done, failed, given_up, _waiting = _promise(plain_books, 4)
    for errand_id, is_final in ((done, None), (failed, False), (given_up, True)):
        assert plain_books.run(TakeErrand()).errand_id == errand_id
        if is_final is None:
            plain_books.run(CompletePrint(errand_id=errand_id, paper="A5", printer="Office"))
        else:
            problem = FailErrand(errand_id=errand_id, problem=say("No."), is_final=is_final)
            plain_books.run(problem)
    counted = ErrandCount(waiting_count=2, failed_count=1, given_up_count=1)
    assert plain_books.ask(CountErrands()) == counted
    assert len(_all(plain_books, 10)) == 2
    assert len(_all(plain_books, 10, is_over=True)) == 4
