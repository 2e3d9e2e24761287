"""A paper for a party's phone: made as a PDF, laid on the clipboard, and the chat opened.

A person presses send in the chat, so nothing is said to be sent here. Plain
Python; the hands that reach the clipboard are handed in.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from collectiq_desktop.core.domain.clock import Clock
from collectiq_desktop.core.domain.errands import PrintOrder
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.phones import first_mobile
from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.documents.chats import chat_link
from collectiq_desktop.ui import text
from collectiq_desktop.ui.files import write_whole
from collectiq_desktop.ui.kit import Navigation
from collectiq_desktop.ui.printing.making import Record, ask_for, pdf_of, title_of
from collectiq_desktop.ui.work.lanes import Work
from collectiq_desktop.ui.work.outside import Outside

PAPER = "A4"
_KEY = "sending"
_BUG = say("The paper could not be made; nothing was sent. Please try once more.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A paper that is ready to be sent.

    Args:
        mobile: ten digits; empty where the party has none.
    """

    path: Path
    words: str
    mobile: str = ""

    @property
    def link(self) -> str:
        """What opens the chat with its words as a draft; empty without a mobile."""
        return chat_link(self.mobile, self.words) if self.mobile else ""


class Hands(Protocol):
    """What reaches the clipboard and opens a chat."""

    def lay_out(self, path: Path, words: str) -> None:
        """Put a file on the clipboard, ready to be pasted."""
        ...

    def open(self, link: str) -> bool:
        """Open a link in the program that it belongs to; whether there is one."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SenderParts:
    """What sending works with; its lane is its own."""

    work: Work
    outside: Outside
    clock: Clock
    navigation: Navigation
    hands: Hands
    folder: Path


class Sender:
    """Sends one paper at a time."""

    def __init__(self, parts: SenderParts) -> None:
        self._parts = parts

    def send(self, order: PrintOrder) -> None:
        """Ask the books for the paper, make it, and hand it over."""
        made_text = text.moment(self._parts.clock.now_at())
        ask = ask_for(order, is_duplicate=order.is_duplicate, made_text=made_text)
        done = partial(self._asked, order.language)
        self._parts.work.ask(ask, key=_KEY, done=done, failed=self._failed)

    def _asked(self, language: str, record: Record) -> None:
        self._parts.outside.carry(
            partial(_packed, record, language, self._parts.folder),
            done=self._hand_over,
            failed=self._failed,
        )

    def _hand_over(self, parcel: Parcel) -> None:
        hands = self._parts.hands
        hands.lay_out(parcel.path, parcel.words)
        is_open = bool(parcel.link) and hands.open(parcel.link)
        self._parts.navigation.say(_told(parcel, is_open=is_open), is_bad=not is_open)

    def _failed(self, trouble: Exception) -> None:
        sentence = trouble.message if isinstance(trouble, CollectIQError) else _BUG
        self._parts.navigation.say(sentence, is_bad=True)


def _told(parcel: Parcel, *, is_open: bool) -> Sentence:
    """What happened, and what is left to do."""
    name = parcel.path.name
    if is_open:
        return say(
            "WhatsApp opens for {mobile}: paste “{name}” there with Ctrl+V, and send.",
            mobile=parcel.mobile,
            name=name,
        )
    if parcel.mobile:
        return say("No WhatsApp is found here; “{name}” is in {folder}.", **_place(parcel))
    return say(
        "The party has no mobile number; “{name}” is in {folder}, and on the clipboard.",
        **_place(parcel),
    )


def _place(parcel: Parcel) -> dict[str, object]:
    return {"name": parcel.path.name, "folder": parcel.path.parent}


def _packed(record: Record, language: str, folder: Path) -> Parcel:
    """The paper as a file, and the words that go with it. Runs on the lane outside."""
    from collectiq_desktop.core.domain.papers import SheetPaper
    from collectiq_desktop.documents.message import message_of

    assert not isinstance(record, SheetPaper), "a run sheet is the agent's and goes to no party"
    pdf = pdf_of(record, paper=PAPER, language=language)
    title = "".join(each if each.isalnum() or each in " -_." else "-" for each in title_of(record))
    path = folder / f"{title}.pdf"
    write_whole(path, pdf, makes_folder=True)
    words, mobile = message_of(record, language), first_mobile(record.party.phones)
    return Parcel(path=path, words=words, mobile=mobile)
