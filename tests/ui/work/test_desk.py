"""The desk: off the main thread and back, in order, and only the newest answer."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import BooksBusy, CollectIQError, NotFound
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.touched import Noun
from collectiq_desktop.core.queries.asking import Ask
from collectiq_desktop.core.queries.finding import FindParties, PartyHit
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.ui.work.desk import Desk
from tests.plain_books import PlainBooks


def _find(text: str) -> Ask[tuple[PartyHit, ...]]:
    return FindParties(text=text)


def test_an_answer_comes_on_the_main_thread(
    qtbot: QtBot, desk: Desk, plain_books: PlainBooks
) -> None:
    """
    party    Asha Stores
    """
    heard: list[tuple[str, str]] = []

    def done(hits: tuple[PartyHit, ...]) -> None:
        heard.append((hits[0].party, threading.current_thread().name))

    desk.ask(_find("Ash"), key="find", done=done)
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("Asha Stores", threading.main_thread().name)]


def test_a_newer_ask_discards_the_older_answer(
    qtbot: QtBot, desk: Desk, plain_books: PlainBooks
) -> None:
    """
    party    Asha Stores
    party    Bina Stores
    """
    heard: list[str] = []
    for text in ("As", "Asha", "Bina"):
        desk.ask(_find(text), key="find", done=lambda hits: heard.extend(h.party for h in hits))
    desk.ask(_find("Asha"), key="other", done=lambda hits: heard.append("other"))
    qtbot.waitUntil(lambda: len(heard) >= 2)
    qtbot.wait(50)
    assert sorted(heard) == ["Bina Stores", "other"]


def test_of_one_event_s_asks_with_a_key_the_last_is_asked_alone(
    qtbot: QtBot, desk: Desk, plain_books: PlainBooks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    party    Asha Stores
    """
    asked: list[Ask[Any]] = []
    answer = Books.ask

    def counted(books: Books, ask: Ask[Any]) -> Any:
        asked.append(ask)
        return answer(books, ask)

    monkeypatch.setattr(Books, "ask", counted)
    heard: list[str] = []
    for text in ("As", "Asha", "Bina"):
        desk.ask(_find(text), key="find", done=lambda _hits: heard.append("find"))
    desk.ask(_find("As"), key="forgotten", done=lambda _hits: heard.append("forgotten"))
    desk.forget("forgotten")
    desk.ask(_find("Asha"), key="other", done=lambda _hits: heard.append("other"))
    assert desk.is_busy
    qtbot.waitUntil(lambda: not desk.is_busy)
    assert sorted(heard) == ["find", "other"]
    assert asked == [_find("Bina"), _find("Asha")]


def test_a_forgotten_answer_never_comes(qtbot: QtBot, desk: Desk, plain_books: PlainBooks) -> None:
    """
    party    Asha Stores
    """
    heard: list[str] = []
    desk.ask(_find("Asha"), key="find", done=lambda _hits: heard.append("forgotten"))
    desk.forget("find")
    desk.ask(_find("Asha"), key="other", done=lambda _hits: heard.append("other"))
    qtbot.waitUntil(lambda: "other" in heard)
    qtbot.wait(50)
    assert heard == ["other"]


def test_a_command_tells_its_result_then_what_it_touched(
    qtbot: QtBot, desk: Desk, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  10,000.00
    """
    heard: list[Any] = []
    me = object()
    party_id = plain_books.parties["Asha Stores"]
    desk.touched.connect(lambda touched, who: heard.append((touched, who)))
    command = RecordReceipt(
        voucher_id=VoucherId(plain_books.ids.mint()), party_id=party_id, amount_paise=4_000_00
    )
    desk.run(command, done=heard.append, initiator=me)
    qtbot.waitUntil(lambda: len(heard) == 2)
    posted, (touched, initiator) = heard
    assert posted.number.startswith("RA01/")
    assert initiator is me
    assert Noun.VOUCHER in touched.nouns
    assert touched.party_ids == {party_id}


def test_commands_keep_their_order(qtbot: QtBot, desk: Desk, plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  10,000.00
    """
    numbers: list[str] = []
    for _count in range(20):
        command = RecordReceipt(
            voucher_id=VoucherId(plain_books.ids.mint()),
            party_id=plain_books.parties["Asha Stores"],
            amount_paise=100,
        )
        desk.run(command, done=lambda posted: numbers.append(posted.number))
    qtbot.waitUntil(lambda: len(numbers) == 20)
    assert numbers == sorted(numbers)


def test_a_refusal_goes_to_whom_asked_or_to_everybody(qtbot: QtBot, desk: Desk) -> None:
    refusals: list[CollectIQError] = []
    general: list[CollectIQError] = []
    desk.refused.connect(general.append)
    nobody = PartyCard(party_id=PartyId(b"\0" * 16))

    def never(_found: object) -> None:
        pytest.fail("nobody was found")

    desk.ask(nobody, key=1, done=never, failed=refusals.append)
    desk.ask(nobody, key=2, done=never)
    qtbot.waitUntil(lambda: len(refusals) + len(general) == 2)
    assert [type(each) for each in (*refusals, *general)] == [NotFound, NotFound]


def test_a_bug_becomes_a_sentence_and_a_crash(qtbot: QtBot, desk: Desk) -> None:
    def broken(_books: Books, _progress: Progress) -> None:
        raise ZeroDivisionError

    sentences: list[CollectIQError] = []
    crashes: list[BaseException] = []
    desk.crashed.connect(crashes.append)
    desk.begin(broken, key="job", done=crashes.append, failed=sentences.append)
    qtbot.waitUntil(lambda: len(sentences) == 1)
    assert isinstance(crashes[0], ZeroDivisionError)
    assert "once more" in sentences[0].message


def test_a_long_job_tells_progress_and_can_be_stopped(qtbot: QtBot, desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    ended: list[str] = []
    is_stopped = threading.Event()

    def endless(_books: Books, progress: Progress) -> None:
        count = 0
        try:
            while True:
                count += 1
                progress(min(count, 1_000_000), 1_000_000)
        finally:
            is_stopped.set()

    def tell(done_count: int, whole_count: int) -> None:
        told.append((done_count, whole_count))

    desk.begin(
        endless,
        key="job",
        done=lambda _found: ended.append("done"),
        failed=lambda _error: ended.append("failed"),
        progress=tell,
    )
    qtbot.waitUntil(lambda: len(told) >= 2)
    desk.forget("job")
    assert is_stopped.wait(5)
    qtbot.wait(20)
    assert len(told) < 250
    assert ended == []


def test_books_that_do_not_open_refuse_every_order(qtbot: QtBot) -> None:
    def opener(_progress: Progress) -> Books:
        raise BooksBusy(say("Another program is writing these books; close it first."))

    desk = Desk(opener)
    refusals: list[CollectIQError] = []
    desk.not_opened.connect(refusals.append)
    desk.ask(_find("Asha"), key="find", done=lambda _hits: None, failed=refusals.append)
    qtbot.waitUntil(lambda: len(refusals) == 2)
    assert {type(each) for each in refusals} == {BooksBusy}
    desk.close()


@pytest.mark.parametrize("times", [1, 2])
def test_closing_finishes_commands_first(qapp: object, plain_books: PlainBooks, times: int) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  10,000.00
    """
    desk = Desk(lambda _progress: plain_books.books)
    voucher_ids = [VoucherId(plain_books.ids.mint()) for _count in range(5)]
    for voucher_id in voucher_ids:
        desk.run(
            RecordReceipt(
                voucher_id=voucher_id,
                party_id=plain_books.parties["Asha Stores"],
                amount_paise=100,
            )
        )
    for _time in range(times):
        desk.close()
    card = plain_books.ask(PartyCard(party_id=plain_books.parties["Asha Stores"]))
    assert card.balance_paise == 10_000_00 - 5 * 100


def test_whether_anything_is_under_way_is_told_when_it_changes(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.is_busy)
    told: list[bool] = []
    desk.busy.connect(told.append)
    for key in range(5):
        desk.ask(_find("Asha"), key=key, done=lambda _hits: None)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [True, False]
    assert not desk.is_busy
