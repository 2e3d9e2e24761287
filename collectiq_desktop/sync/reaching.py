"""The way from a counter's books to its head office."""

from __future__ import annotations

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import BadInput, BooksTrouble
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.sync.agent import Agent, Locks, Reached
from collectiq_desktop.sync.device_keys import DeviceKeys
from collectiq_desktop.sync.enrolment import key_of
from collectiq_desktop.sync.head_office import NO_KEY, head_office_of
from collectiq_desktop.sync.http_peer import HttpPeer


def reach(books: Books, keys: DeviceKeys) -> Reached:
    """The head office over HTTP.

    Raises:
        BadInput: the books stand alone.
        BooksTrouble: the key is not on this machine.
    """
    office = head_office_of(books)
    if office is None:
        message = say("These books stand alone. Enrol them first: “collectiq enrol”.")
        raise BadInput(message, field="books")
    if office.device_key == NO_KEY:
        message = say(
            "These books were moved here and have no key yet. Ask head office for a code and "
            "type it in under Sync; everything recorded until then is sent after that."
        )
        raise BooksTrouble(message)
    key = key_of(books, keys)
    return Reached(HttpPeer(office, key), key)


def agent_of(books: Books, keys: DeviceKeys, program: str, locks: Locks | None = None) -> Agent:
    """The agent of these books over HTTP; a needed repair is a plain rebuild."""
    return Agent(
        books=books,
        reach=lambda: reach(books, keys),
        program=program,
        locks=locks,
        repair=books.rebuild,
    )
