"""Joining a firm by a one-time code: as a new counter, or with books that began alone.

The key is kept before the server hears of it, and asking again with the same
key and code is harmless: an answer that was lost costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from collectiq_desktop.core.books import Books, Outside, begin_books
from collectiq_desktop.core.domain.errors import BadInput, BooksTrouble, Refused
from collectiq_desktop.core.domain.ids import DeviceId, FirmId, UserId
from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.core.queries.founding import founding_links
from collectiq_desktop.core.services.identity import Identity
from collectiq_desktop.core.storage import settings
from collectiq_desktop.core.wire.joining import (
    AskedEnrolment,
    Enrolled,
    EnrolmentCode,
    enrolment_words,
    parse_code,
)
from collectiq_desktop.core.wire.peer import PROTOCOL_VERSIONS, PeerRefused, PushedLink
from collectiq_desktop.core.wire.signing import public_key_of, sign
from collectiq_desktop.sync.device_keys import DeviceKeys, new_key
from collectiq_desktop.sync.head_office import HeadOffice, head_office_of, note_head_office
from collectiq_desktop.sync.http_peer import HttpPeer
from collectiq_desktop.sync.line import Line, Patience, parse_address, pin_of

_JOINING = "joining_key"


class Invitation(NamedTuple):
    """Where to go and with which code, as head office passed it on."""

    address: str
    code: EnrolmentCode


def parse_invitation(address: str, code: str) -> Invitation:
    """The invitation behind what was typed.

    Raises:
        BadInput: address or code are none; `field` says which.
    """
    return Invitation(parse_address(address), parse_code(code))


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """The device that asks: its id, the name that people call it by, its key.

    `founding` are the first links of books that began alone.
    """

    device_id: DeviceId
    name: str
    private_key: bytes
    program: str = ""
    founding: tuple[PushedLink, ...] = ()


def new_counter(name: str, keys: DeviceKeys, outside: Outside, program: str = "") -> Newcomer:
    """A new counter with a key of its own, which is kept first.

    Raises:
        BooksTrouble: the key cannot be kept on this machine.
    """
    key = new_key()
    keys.save(key)
    device_id = DeviceId(outside.ids.mint())
    return Newcomer(device_id=device_id, name=name, private_key=key, program=program)


def founder(books: Books, name: str, keys: DeviceKeys, program: str = "") -> Newcomer:
    """The counter of books that began alone; each try has the same key.

    Raises:
        Refused: they belong to a head office already.
        BooksTrouble: the key cannot be kept on this machine.
    """
    identity = books.identity
    if identity.is_enrolled or identity.is_server:
        message = say("These books belong to a head office already.")
        raise Refused(message, field="code")
    with books.reading() as conn:
        tried = settings.setting(conn, _JOINING)
        founding = founding_links(conn, identity.device_id)
    key = keys.load(tried) if tried is not None else None
    if key is None:
        key = new_key()
        keys.save(key)
        with books.writing() as (writer, _context):
            settings.set_setting(writer.conn, _JOINING, public_key_of(key))
    return Newcomer(
        device_id=identity.device_id,
        name=name,
        private_key=key,
        program=program,
        founding=founding,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What came of it: who the device is in the firm, and where the head office is."""

    enrolled: Enrolled
    office: HeadOffice


def join(invitation: Invitation, newcomer: Newcomer, patience: Patience | None = None) -> Joined:
    """Ask the head office to take a device in.

    Raises:
        Refused: it says no, or it is not the server that the code names.
        LineTrouble: nobody knows; ask again with the same newcomer.
    """
    address, code = invitation
    key, patience = newcomer.private_key, patience or Patience()
    asked = AskedEnrolment(
        versions=PROTOCOL_VERSIONS,
        code=code.text,
        device_id=newcomer.device_id,
        name=newcomer.name,
        public_key=public_key_of(key),
        signature=sign(enrolment_words(code.text, newcomer.device_id, public_key_of(key)), key),
        program=newcomer.program,
        founding=newcomer.founding,
    )
    try:
        pin = pin_of(address, code.told_pin, patience) if code.told_pin else None
        enrolled = _ask(Line(address, pin, patience), asked)
    except PeerRefused as refusal:
        raise Refused(_sentence(refusal), field="code") from None
    office = HeadOffice(
        address=address,
        firm_id=FirmId(enrolled.firm_id),
        server_key=enrolled.server_key,
        device_key=asked.public_key,
        pin=pin,
    )
    return Joined(enrolled=enrolled, office=office)


def _ask(line: Line, asked: AskedEnrolment) -> Enrolled:
    try:
        return line.ask("/v1/enrol", asked, Enrolled)
    finally:
        line.close()


_SENTENCES = {
    "code": say(
        "This code is not known, was used already, or is too old: ask head office for another."
    ),
    "pin": say(
        "This is not the server that the code names. Check the address; if it is right, do not "
        "go on before you have spoken to head office."
    ),
    "version": say("This program and the server are of different times: update the older one."),
    "alone": say("This code is for books that began alone: enrol those books with it."),
    "counter": say(
        "This code makes a new counter and cannot take books in that began alone. Head "
        "office makes one for them with “collectiq-server create-firm --adopt”."
    ),
}


def _sentence(refusal: PeerRefused) -> Sentence:
    known = _SENTENCES.get(refusal.word)
    if known is not None:
        return known
    return say("Head office says no: {reason}.", reason=refusal.detail or refusal.word)


def make_books(path: Path, joined: Joined, outside: Outside) -> Books:
    """New books for a counter that was taken in; the first exchange fills them.

    Raises:
        BooksTrouble: a file already lies there, or cannot be written.
    """
    told = joined.enrolled
    identity = Identity(
        firm_id=FirmId(told.firm_id),
        device_id=DeviceId(told.device_id),
        user_id=UserId(told.user_id),
        series_code=told.series_code,
        branch_id=told.branch_id,
        is_enrolled=True,
    )
    books = begin_books(path, identity, outside)
    with books.writing() as (writer, _context):
        note_head_office(writer, joined.office)
    return books


def hand_over(books: Books, joined: Joined) -> None:
    """Let books that began alone be a counter of the firm's from now on."""
    told = joined.enrolled
    changes = {"series_code": told.series_code, "branch_id": told.branch_id, "is_enrolled": True}
    with books.becoming(**changes) as (writer, _before, _now):
        note_head_office(writer, joined.office)


def move_head_office(books: Books, address: str, code: EnrolmentCode | None = None) -> HeadOffice:
    """Note that the head office is found elsewhere now.

    Args:
        code: of its new certificate, where that is one that no machine trusts.

    Raises:
        BadInput: the books stand alone, or this is no address.
    """
    office = _office(books)
    named = parse_address(address)
    told = code.told_pin if code is not None else b""
    pin = pin_of(named, told, Patience()) if told else office.pin
    moved = replace(office, address=named, pin=pin)
    with books.writing() as (writer, _context):
        note_head_office(writer, moved)
    return moved


def key_of(books: Books, keys: DeviceKeys) -> bytes:
    """The private key of these books' counter.

    Raises:
        BadInput: the books stand alone.
        BooksTrouble: the key is not on this machine.
    """
    key = keys.load(_office(books).device_key)
    if key is None:
        message = say(
            "The key of this counter is not on this machine: the file was moved or copied "
            "here. Enrol it as a new counter, or bring the key from the old machine."
        )
        raise BooksTrouble(message)
    return key


def peer_of(books: Books, keys: DeviceKeys, patience: Patience | None = None) -> HttpPeer:
    """The head office of these books, ready for an exchange.

    Raises:
        BadInput: the books stand alone.
        BooksTrouble: the key is not on this machine.
    """
    return HttpPeer(_office(books), key_of(books, keys), patience)


def _office(books: Books) -> HeadOffice:
    office = head_office_of(books)
    if office is None:
        message = say("These books stand alone. Enrol them first: “collectiq enrol”.")
        raise BadInput(message, field="books")
    return office
