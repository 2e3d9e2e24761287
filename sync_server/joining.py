"""Letting devices in: new counters by their code, and firms that began alone."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from collectiq_desktop.core.books import Books, Surroundings, begin_books
from collectiq_desktop.core.domain.errors import CollectIQError, NotFound, Refused
from collectiq_desktop.core.domain.firm import Firm, check_firm
from collectiq_desktop.core.domain.ids import DeviceId, FirmId, UserId
from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.core.services import adopting, codes, enrolling
from collectiq_desktop.core.services.codes import KeptCode
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.enrolling import Enrolment
from collectiq_desktop.core.services.identity import Identity
from collectiq_desktop.core.storage import devices
from collectiq_desktop.core.storage.devices import Device
from collectiq_desktop.core.storage.masters import fields_of
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import DeviceEnrolled, FirmCreated
from collectiq_desktop.core.wire.joining import (
    SECRET_BYTES,
    AskedEnrolment,
    Enrolled,
    EnrolmentCode,
    code_for,
    enrolment_words,
    parse_code,
)
from collectiq_desktop.core.wire.peer import PROTOCOL_VERSIONS, PeerRefused
from collectiq_desktop.core.wire.signing import is_signed
from sync_server.firms import Firms
from sync_server.keys import ServerKeys
from sync_server.placing import placing
from sync_server.waiting import Waiting, WaitingCode

FIRST_SERIES = "H01"
_SERVER_NAME = "Head office"


@dataclass(frozen=True, slots=True)
class Door:
    """Where devices are let in."""

    firms: Firms
    waiting: Waiting
    keys: ServerKeys
    outside: Surroundings

    def create(self, firm: Firm) -> FirmId:
        """New books for a firm that begins at the server.

        Raises:
            BadInput: the firm's data cannot be right.
        """
        check_firm(firm)
        identity = self._new_identity(FirmId(self.outside.ids.mint()))
        created = FirmCreated(
            firm_id=identity.firm_id,
            fields=fields_of(firm),
            device_id=identity.device_id,
            device_name=_SERVER_NAME,
            series_code=FIRST_SERIES,
        )
        enrolled = DeviceEnrolled(
            device_id=identity.device_id,
            name=_SERVER_NAME,
            series_code=FIRST_SERIES,
            public_key=self.keys.public,
            is_server=True,
        )
        at = self.firms.places.at(identity.firm_id)
        begin_books(at, identity, self.outside, [created, enrolled]).close()
        return identity.firm_id

    def give_out(self, firm_id: FirmId, code: KeptCode, pin: bytes | None) -> EnrolmentCode:
        """A one-time code for one new counter; `code` says whom it lets in."""
        given = code_for(firm_id, secrets.token_bytes(SECRET_BYTES), pin)
        with self.firms.ordering(firm_id) as books, books.writing() as (writer, context):
            codes.give_out(writer, context, replace(code, hashed=given.hashed))
        return given

    def wait_for_firm(self, code: WaitingCode, pin: bytes | None) -> EnrolmentCode:
        """A one-time code for a firm that began alone."""
        given = code_for(None, secrets.token_bytes(SECRET_BYTES), pin)
        self.waiting.give_out(given.hashed, code)
        return given

    def enrol(self, asked: AskedEnrolment) -> Enrolled:
        """Let a device in.

        Raises:
            PeerRefused: `version`, `code`, `corrupt`, `alone` or `counter`.
            Refused: the books say no.
        """
        if not set(asked.versions) & set(PROTOCOL_VERSIONS):
            raise PeerRefused("version", f"this server speaks {PROTOCOL_VERSIONS}")
        code = _code(asked.code)
        words = enrolment_words(code.text, asked.device_id, asked.public_key)
        if not is_signed(words, asked.signature, asked.public_key):
            raise PeerRefused("corrupt", "the signature is not by the key that is told")
        if code.is_adopting:
            return self._adopt(code, asked)
        if asked.founding:
            raise PeerRefused("counter", "the code makes a new counter")
        for firm_id in self.firms.tagged(code.tag):
            with self.firms.ordering(firm_id) as books:
                enrolled = self._enrol_in(books, code, asked)
            if enrolled is not None:
                return enrolled
        raise PeerRefused("code", "not known")

    def _enrol_in(
        self, books: Books, code: EnrolmentCode, asked: AskedEnrolment
    ) -> Enrolled | None:
        """Let a counter into one firm; None where the code is not of this firm."""
        with books.reading() as conn:
            if all(each.hashed != code.hashed for each in codes.codes(conn)):
                return None
        with placing(books, self.keys.signing) as (writer, context):
            kept = _taken(writer, context, code, asked)
            device = enrolling.enrol(writer, context, _enrolment(asked, kept))
        return self._enrolled(books, device)

    def _adopt(self, code: EnrolmentCode, asked: AskedEnrolment) -> Enrolled:
        """Let a firm in with its first device; each step may be done again."""
        if not asked.founding:
            raise PeerRefused("alone", "the code waits for books that began alone")
        firm_id = adopting.founded_firm(asked.founding)
        now_at = self.outside.clock.now_at()
        try:
            kept = self.waiting.take(code.hashed, firm_id, asked.public_key, now_at)
        except Refused as refusal:
            raise PeerRefused("code", str(refusal.message)) from None
        if not self.firms.places.has(firm_id):
            at = self.firms.places.at(firm_id)
            begin_books(at, self._new_identity(firm_id), self.outside).close()
        with self.firms.ordering(firm_id) as books:
            with placing(books, self.keys.signing) as (writer, context):
                device_id = DeviceId(asked.device_id)
                if not devices.devices(writer.conn):
                    adopting.adopt(writer, context, device_id, asked.founding)
                    enrolling.enrol_server(writer, context, self.keys.public)
                name = asked.name or kept.name
                device = enrolling.enrol(
                    writer,
                    context,
                    Enrolment(device_id=device_id, name=name, public_key=asked.public_key),
                )
            return self._enrolled(books, device)

    def _new_identity(self, firm_id: FirmId) -> Identity:
        ids = self.outside.ids
        return Identity(
            firm_id=firm_id,
            device_id=DeviceId(ids.mint()),
            user_id=UserId(ids.mint()),
            series_code=FIRST_SERIES,
            is_server=True,
        )

    def _enrolled(self, books: Books, device: Device) -> Enrolled:
        return Enrolled(
            firm_id=books.identity.firm_id,
            firm_name=firm_name_of(books),
            device_id=device.device_id,
            user_id=self.outside.ids.mint(),
            series_code=device.series_code,
            branch_id=device.branch_id,
            branches=tuple(device.branches.split()),
            spare_codes=tuple(device.spare_codes.split()),
            server_key=self.keys.public,
            now_at=books.now_at(),
        )


def firm_name_of(books: Books) -> str:
    """What the firm is called; empty while a restored server still lacks that."""
    try:
        return books.ask(FirmCard()).firm.name
    except NotFound:
        return ""


def _code(text: str) -> EnrolmentCode:
    try:
        return parse_code(text)
    except CollectIQError:
        raise PeerRefused("code", "mistyped") from None


def _taken(
    writer: Writer, context: Context, code: EnrolmentCode, asked: AskedEnrolment
) -> KeptCode:
    try:
        return codes.take(writer, context, code.hashed, asked.public_key)
    except Refused as refusal:
        raise PeerRefused("code", str(refusal.message)) from None


def _enrolment(asked: AskedEnrolment, kept: KeptCode) -> Enrolment:
    return Enrolment(
        device_id=DeviceId(asked.device_id),
        name=kept.name or asked.name,
        public_key=asked.public_key,
        branch_id=kept.branch_id,
        branches=kept.branches,
    )
