"""Vouchers and changes of a party in one."""

from __future__ import annotations

from datetime import date

from collectiq_desktop.core.domain.calendar import IST_OFFSET_MS
from collectiq_desktop.core.domain.ids import FactId, UserId
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.queries.daybook import DayBook, DayBookLine
from collectiq_desktop.core.queries.party_changes import PartyChange
from collectiq_desktop.core.queries.promises import Promises
from collectiq_desktop.core.queries.reminders import RemindersOpened
from collectiq_desktop.core.queries.visits import Visits
from collectiq_desktop.core.services.promises import MakePromise, NoteVisit
from collectiq_desktop.core.services.reminders import NoteReminder
from collectiq_desktop.ui.screens.party.call_words import call_paise, call_words
from collectiq_desktop.ui.screens.party.timeline import Call, timeline
from tests.core.looking import fact_id
from tests.plain_books import PlainBooks

_DAY_MS = 86_400_000


def _change(on: date, field: str = "note") -> PartyChange:
    at = (on - date(1970, 1, 1)).days * _DAY_MS - IST_OFFSET_MS
    return PartyChange(FactId(bytes(16)), at, UserId(bytes(16)), field, None, "x")


def _vouchers(plain_books: PlainBooks) -> list[DayBookLine]:
    return list(plain_books.ask(DayBook()).rows[::-1])


def test_the_newest_comes_first_and_vouchers_before_changes_of_a_day(
    plain_books: PlainBooks,
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    receipt  R/1  2026-10-05  Asha Stores    100.00
    """
    changes = [_change(date(2026, 10, 6)), _change(date(2026, 10, 5)), _change(date(2026, 9, 1))]
    told = timeline(_vouchers(plain_books), changes, is_whole=True)
    assert [(line.on.isoformat(), line.voucher is not None) for line in told] == [
        ("2026-10-06", False),
        ("2026-10-05", True),
        ("2026-10-05", False),
        ("2026-10-01", True),
        ("2026-09-01", False),
    ]


def test_older_changes_wait_where_vouchers_are_left_out(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    changes = [_change(date(2026, 10, 2)), _change(date(2026, 9, 1))]
    told = timeline(_vouchers(plain_books), changes, is_whole=False)
    assert [line.on for line in told] == [date(2026, 10, 2), date(2026, 10, 1)]


def test_a_party_without_vouchers_still_has_changes() -> None:
    assert len(timeline((), [_change(date(2026, 9, 1))], is_whole=False)) == 1


def test_calls_stand_between_the_vouchers_and_the_changes_of_a_day(
    plain_books: PlainBooks,
) -> None:
    """
    invoice  S/1  2026-11-22  Asha Stores  1,000.00
    """
    plain, day = plain_books, date(2026, 11, 22)
    asha = plain.party_id("Asha Stores")
    for command in (
        NoteVisit(fact_id=fact_id(plain), party_id=asha, outcome=Outcome.SHUT, note="Sunday"),
        NoteReminder(fact_id=fact_id(plain), party_id=asha, amount_paise=500_00),
        MakePromise(
            fact_id=fact_id(plain),
            party_id=asha,
            amount_paise=300_00,
            promised_on=date(2026, 12, 1),
        ),
    ):
        plain.run(command)
    calls: list[Call] = [
        *plain.ask(Visits()),
        *plain.ask(RemindersOpened()),
        *plain.ask(Promises()).lines,
    ]
    told = timeline(_vouchers(plain), [_change(day)], calls, is_whole=True)
    assert [line.on for line in told] == [day] * 5
    assert told[0].voucher is not None
    assert told[-1].change is not None
    said = [(call_words(line.call), call_paise(line.call)) for line in told if line.call]
    assert said == [
        ("Visit: shop shut · Sunday", None),
        ("Reminder opened, WhatsApp", 500_00),
        ("Promise by 01-12-2026", 300_00),
    ]
    assert len({line.identity for line in told}) == 5
