"""Joining the firm with a code: new books, books that began alone, or a counter without its key.

One way for the window and for the command line. What was asked is noted before
it is asked, so that an answer that was lost costs no second code.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from collectiq_desktop.core.books import Books, Outside
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.ids import DeviceId
from collectiq_desktop.core.domain.saying import NOTHING, say
from collectiq_desktop.core.services import enrolling
from collectiq_desktop.core.wire.joining import tag_of
from collectiq_desktop.core.wire.peer import LineTrouble
from collectiq_desktop.core.wire.signing import public_key_of
from collectiq_desktop.sync.device_keys import DeviceKeys, new_key
from collectiq_desktop.sync.enrolment import (
    Invitation,
    Joined,
    Newcomer,
    founder,
    hand_over,
    join,
    make_books,
)
from collectiq_desktop.sync.head_office import NO_KEY, head_office_of, note_head_office


class _Asked(msgspec.Struct, frozen=True):
    """What was asked with a code, until it is answered."""

    device_id: bytes
    public_key: bytes


Answer = TypeVar("Answer")


def answered(ask: Callable[[], Answer]) -> Answer:
    """What head office answered; that it did not is a sentence like any other.

    Raises:
        Refused: it did not answer, or said no.
    """
    try:
        return ask()
    except LineTrouble as trouble:
        message = say(
            "Head office does not answer: {trouble}. Try again with the same code.",
            trouble=trouble,
        )
        raise Refused(message, field="address") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joiner:
    """Joins with one code.

    Args:
        name: what people call this counter.
        folder: where it is noted what was asked.
        ask_office: how head office is asked.
    """

    invitation: Invitation
    name: str
    program: str
    keys: DeviceKeys
    outside: Outside
    folder: Path
    ask_office: Callable[[Invitation, Newcomer], Joined] = join

    def new_books(self, place: Callable[[str], Path]) -> Books:
        """New books of a new counter; the first exchange fills them.

        Args:
            place: where they go, by the firm's name.

        Raises:
            Refused, LineTrouble: no counter came of it.
            BooksTrouble: a file already lies there, or cannot be written.
        """
        joined = self.ask_office(self.invitation, self._newcomer(DeviceId(self.outside.ids.mint())))
        books = make_books(place(joined.enrolled.firm_name), joined, self.outside)
        self._note().unlink(missing_ok=True)
        return books

    def take_along(self, books: Books) -> Joined:
        """Let books that are there be a counter of the firm from now on.

        Books that began alone bring their firm along; a counter whose key is
        not here gets a new one, and its unsent facts go along.

        Raises:
            Refused, LineTrouble: nothing changed.
        """
        if not books.identity.is_enrolled:
            newcomer = founder(books, self.name, self.keys, self.program)
            joined = self.ask_office(self.invitation, newcomer)
            hand_over(books, joined)
            return joined
        self._check_lost_its_key(books)
        device_id = self._device_id(books)
        joined = self.ask_office(self.invitation, self._newcomer(device_id))
        told = joined.enrolled
        changes = {
            "device_id": DeviceId(told.device_id),
            "series_code": told.series_code,
            "branch_id": told.branch_id,
        }
        is_other = books.identity.device_id != told.device_id
        with books.becoming(**changes) as (writer, before, now):
            if is_other:
                enrolling.become_another(writer, before, now)
            else:
                enrolling.note_used(writer, [now.series_code])
            note_head_office(writer, joined.office)
        books.held_back = NOTHING
        self._note().unlink(missing_ok=True)
        return joined

    def _check_lost_its_key(self, books: Books) -> None:
        office = head_office_of(books)
        assert office is not None, "an enrolled counter knows its head office"
        if office.device_key != NO_KEY and self.keys.has(office.device_key):
            message = say(
                "These books are a counter of the firm already. For one more counter, enrol with "
                "new books: --books and a name that no file has yet."
            )
            raise Refused(message, field="books")
        code = self.invitation.code
        if code.is_adopting or code.tag != tag_of(books.identity.firm_id):
            message = say("This code is of another firm; ask head office of this one for a code.")
            raise Refused(message, field="code")

    @staticmethod
    def _device_id(books: Books) -> DeviceId:
        """A counter that was moved has an id that is new to everybody; a copy needs one."""
        office = head_office_of(books)
        is_moved = office is not None and office.device_key == NO_KEY
        return books.identity.device_id if is_moved else DeviceId(books.mint_id())

    def _newcomer(self, device_id: DeviceId) -> Newcomer:
        """Who asks: the same as the last time, if it was asked before with this code."""
        asked = self._asked()
        key = self.keys.load(asked.public_key) if asked is not None else None
        if asked is not None and key is not None:
            device_id = DeviceId(asked.device_id)
        else:
            key = new_key()
            self.keys.save(key)
            self._keep(_Asked(device_id, public_key_of(key)))
        return Newcomer(device_id=device_id, name=self.name, private_key=key, program=self.program)

    def _note(self) -> Path:
        return self.folder / f"{self.invitation.code.hashed.hex()[:32]}.asked"

    def _asked(self) -> _Asked | None:
        try:
            return msgspec.json.decode(self._note().read_bytes(), type=_Asked)
        except (OSError, msgspec.MsgspecError):
            return None

    def _keep(self, asked: _Asked) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._note().write_bytes(msgspec.json.encode(asked))
