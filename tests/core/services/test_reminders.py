"""Reminders through the books: each is noted once, and one says what is overdue today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.reminders import to_remind_paise
from collectiq_desktop.core.queries.edit_log import About, EditLog
from collectiq_desktop.core.queries.reminders import ReminderLine, RemindersOpened, ReminderTo
from collectiq_desktop.core.queries.rounds import AgentDay
from collectiq_desktop.core.services.promises import MakePromise
from collectiq_desktop.core.services.reminders import NoteReminder
from tests.core.looking import fact_id, prove, refused, run_twice
from tests.core.services.elsewhere import Elsewhere
from tests.plain_books import PlainBooks

TODAY = date(2026, 11, 22)


def opened(plain: PlainBooks, **said: Any) -> NoteReminder:
    usual: dict[str, Any] = {"party_id": plain.party_id("Asha"), "amount_paise": 60_000}
    return NoteReminder(fact_id=fact_id(plain), **(usual | said))


def lines(plain: PlainBooks, **asked: Any) -> tuple[ReminderLine, ...]:
    return plain.ask(RemindersOpened(**asked))


def test_a_reminder_is_noted_once_however_often_it_is_sent(plain_books: PlainBooks) -> None:
    """party  Asha"""
    plain = plain_books
    run_twice(plain, opened(plain, language="hi"))
    [line] = lines(plain, party_id=plain.party_id("Asha"))
    assert (line.on, line.channel, line.language) == (TODAY, "whatsapp", "hi")
    assert (line.party, line.amount_paise) == ("Asha", 60_000)
    prove(plain)


def test_the_newest_stands_first_and_old_ones_fall_out(plain_books: PlainBooks) -> None:
    """party  Asha"""
    plain = plain_books
    for days in (3, 61, 60, 0):
        plain.run(opened(plain, on=TODAY - timedelta(days=days), amount_paise=days + 1))
    assert [line.amount_paise for line in lines(plain)] == [1, 4, 61]
    yesterday = TODAY - timedelta(days=1)
    assert [line.amount_paise for line in lines(plain, to_on=yesterday)] == [4, 61]
    assert len(lines(plain, from_on=date.min)) == 4
    assert lines(plain, agent_id=b"?" * 16) == ()


def test_it_is_of_the_day_of_who_opened_it_and_in_the_edit_log(plain_books: PlainBooks) -> None:
    """party  Asha"""
    plain = plain_books
    plain.run(opened(plain))
    plain.run(opened(plain, on=TODAY - timedelta(days=1)))
    [agent_id] = {line.agent_id for line in lines(plain)}
    assert agent_id is not None
    assert plain.ask(AgentDay(agent_id=agent_id)).reminders_count == 1
    page = plain.ask(EditLog(party_id=plain.party_id("Asha"), about=About.COLLECTING))
    assert [line.told.kind for line in page.rows] == ["ReminderOpened"] * 2


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"amount_paise": 0}, "amount"),
        ({"amount_paise": -5}, "amount"),
        ({"on": TODAY + timedelta(days=1)}, "on"),
        ({"language": "h" * 21}, "language"),
    ],
)
def test_what_is_no_reminder_is_refused(
    plain_books: PlainBooks, said: dict[str, Any], field: str
) -> None:
    """party  Asha"""
    assert refused(plain_books, opened(plain_books, **said), BadInput).field == field


def test_a_party_that_is_not_there_is_not_reminded(plain_books: PlainBooks) -> None:
    """party  Asha"""
    nobody = PartyId(b"?" * 16)
    assert refused(plain_books, opened(plain_books, party_id=nobody), NotFound).field == "party"
    with pytest.raises(NotFound):
        plain_books.ask(ReminderTo(party_id=nobody))


@pytest.mark.parametrize("verdict", ["held", "overruled"])
def test_what_the_server_gives_no_effect_was_not_opened(
    plain_books: PlainBooks, verdict: str
) -> None:
    """party  Asha"""
    plain = plain_books
    elsewhere = Elsewhere(plain)
    elsewhere.place_own()
    plain.run(opened(plain))
    elsewhere.place_own(verdict)
    assert lines(plain) == ()
    prove(plain)


def test_it_says_what_is_overdue_and_the_oldest_bill(plain_books: PlainBooks) -> None:
    """
    invoice  S/2  2026-10-09  Asha  700.00
    invoice  S/1  2026-10-01  Asha  1,000.00
    invoice  S/3  2026-11-20  Asha  9,000.00  due 30 days
    receipt  R/1  2026-10-20  Asha  400.00  against S/1 400.00
    """
    words = plain_books.ask(ReminderTo(party_id=plain_books.party_id("Asha"))).words
    assert words is not None
    assert (words.overdue_paise, words.overdue_count) == (1_300_00, 2)
    assert words.oldest.open_paise == 600_00
    assert words.oldest.bill_on == date(2026, 10, 1)
    assert (words.party.name, words.party.language) == ("Asha", "en")


def test_who_owes_nothing_late_is_reminded_of_nothing(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-11-20  Asha  9,000.00  due 30 days
    """
    draft = plain_books.ask(ReminderTo(party_id=plain_books.party_id("Asha")))
    assert (draft.words, draft.promise, draft.last) == (None, None, None)


def test_a_promise_that_waits_and_the_last_reminder_speak_against_one(
    plain_books: PlainBooks,
) -> None:
    """party  Asha"""
    plain = plain_books
    plain.run(opened(plain, on=TODAY - timedelta(days=2)))
    plain.run(opened(plain, on=TODAY - timedelta(days=1), amount_paise=5))
    for days in (9, 4):
        promise = MakePromise(
            fact_id=fact_id(plain),
            party_id=plain.party_id("Asha"),
            amount_paise=days,
            promised_on=TODAY + timedelta(days=days),
        )
        plain.run(promise)
    draft = plain.ask(ReminderTo(party_id=plain.party_id("Asha")))
    assert draft.last is not None
    assert draft.promise is not None
    assert (draft.last.amount_paise, draft.promise.amount_paise) == (5, 9)
    plain.clock.move(days=12)
    assert plain.ask(ReminderTo(party_id=plain.party_id("Asha"))).promise is None


@pytest.mark.parametrize(
    ("overdue_paise", "balance_paise", "paise"),
    [(500, 900, 500), (500, 300, 300), (500, 0, 0), (500, -20, 0), (0, 900, 0)],
)
def test_what_is_on_account_lowers_what_is_asked_for(
    overdue_paise: int, balance_paise: int, paise: int
) -> None:
    assert to_remind_paise(overdue_paise, balance_paise) == paise
