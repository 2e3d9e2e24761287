"""Reminding a party without a window: what is asked first, opened, and noted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import unquote

import pytest

from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.queries.reminders import ReminderDraft, RemindersOpened
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.core.services.promises import MakePromise
from collectiq_desktop.ui.collecting.reminder import Reminder
from collectiq_desktop.ui.kit import Kit
from tests.core.looking import voucher_id
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import Way


@dataclass
class Chats:
    """Keeps which chats are opened and what is asked first."""

    is_there: bool = True
    links: list[str] = field(default_factory=list)
    asked: list[tuple[ReminderDraft, bool]] = field(default_factory=list)

    def open_chat(self, link: str) -> bool:
        self.links.append(link)
        return self.is_there

    def ask_all_the_same(self, draft: ReminderDraft, *, is_lately: bool) -> None:
        self.asked.append((draft, is_lately))


@dataclass
class Room:
    plain: PlainBooks
    way: Way
    chats: Chats
    reminder: Reminder
    asha: PartyId

    @property
    def noted(self) -> list[tuple[int, str]]:
        return [(line.amount_paise, line.language) for line in self.plain.ask(RemindersOpened())]


@pytest.fixture
def room(plain_books: PlainBooks, inline: InlineDesk) -> Room:
    """Asha's ₹700 have been due for forty days."""
    plain, way, chats = plain_books, Way(), Chats()
    asha = plain.add(Party(name="Asha Stores", phones=("98250 11111",), language="hi"))
    plain.run(
        PostInvoice(
            voucher_id=voucher_id(plain),
            party_id=asha,
            amount_paise=700_00,
            on=plain.clock.today_on() - timedelta(days=40),
        )
    )
    printing: Any = chats
    kit = Kit(work=inline, clock=plain.clock, ids=plain.ids, navigation=way, printing=printing)
    return Room(plain, way, chats, Reminder(chats, kit), asha)


def test_a_chat_is_opened_in_the_partys_language_and_that_is_noted(room: Room) -> None:
    room.reminder.remind(room.asha)
    [link] = room.chats.links
    assert link.startswith("https://wa.me/919825011111?text=")
    assert "₹ 700.00" in unquote(link)
    assert "कृपया" in unquote(link)
    assert room.noted == [(700_00, "hi")]
    assert room.way.said == [
        "WhatsApp opens for 9825011111: read the reminder there, and send.",
    ]


def test_a_second_one_within_three_days_is_asked_about_first(room: Room) -> None:
    room.reminder.remind(room.asha)
    room.plain.clock.move(days=2)
    room.reminder.remind(room.asha)
    [(draft, is_lately)] = room.chats.asked
    assert (draft.party_id, is_lately) == (room.asha, True)
    assert len(room.noted) == 1
    room.reminder.open_now()
    room.reminder.open_now()
    assert len(room.noted) == len(room.chats.links) == 2
    room.plain.clock.move(days=3)
    room.reminder.remind(room.asha)
    assert len(room.chats.asked) == 1
    assert len(room.noted) == 3


def test_a_promise_that_waits_is_asked_about_first(room: Room) -> None:
    plain = room.plain
    promise = MakePromise(
        fact_id=FactId(plain.ids.mint()),
        party_id=room.asha,
        amount_paise=500_00,
        promised_on=plain.clock.today_on() + timedelta(days=5),
    )
    plain.run(promise)
    room.reminder.remind(room.asha)
    [(draft, is_lately)] = room.chats.asked
    assert draft.promise is not None
    assert (draft.promise.amount_paise, is_lately) == (500_00, False)
    assert room.noted == []


def test_where_no_chat_opens_nothing_is_noted(room: Room) -> None:
    room.chats.is_there = False
    room.reminder.remind(room.asha)
    assert room.noted == []
    assert room.way.said == ["No WhatsApp is found here; call 9825011111."]


def test_without_a_mobile_or_anything_overdue_it_says_so(room: Room) -> None:
    plain = room.plain
    plain.run(
        AmendParty(
            fact_id=FactId(plain.ids.mint()), party_id=room.asha, changes={"phones": ("0261 22",)}
        )
    )
    room.reminder.remind(room.asha)
    room.reminder.remind(plain.add(Party(name="Bina", phones=("98250 22222",))))
    assert room.chats.links == []
    assert room.way.said == [
        "This party has no mobile number; Ctrl+Enter writes one.",
        "Nothing of this party is overdue; there is nothing to remind of.",
    ]
