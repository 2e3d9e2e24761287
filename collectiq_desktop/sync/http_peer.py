"""The server as a device speaks to it over HTTP: the far end of `Peer`.

Before the first question it says who it is, with the device's key; the
session that it gets is asked for anew when it has run out.
"""

from __future__ import annotations

from typing import TypeVar

from collectiq_desktop.core.wire.joining import (
    AskedChallenge,
    AskedSession,
    Challenge,
    Done,
    Session,
    session_words,
)
from collectiq_desktop.core.wire.peer import (
    AskedAttachments,
    AskedBulletins,
    AskedDays,
    Attachments,
    Bodies,
    Bulletins,
    Days,
    Hello,
    Message,
    Page,
    PeerRefused,
    Pull,
    Push,
    Pushed,
    PushedBulletins,
    TakenBulletins,
    Welcome,
)
from collectiq_desktop.core.wire.signing import public_key_of, sign
from collectiq_desktop.sync.head_office import HeadOffice
from collectiq_desktop.sync.line import SIGN_IN_AGAIN, Line, Patience

Told = TypeVar("Told", bound=Message)


class HttpPeer:
    """One head office over HTTP, for the device that holds a key.

    Not for several threads at once; one exchange has one of its own.
    """

    def __init__(
        self, office: HeadOffice, private_key: bytes, patience: Patience | None = None
    ) -> None:
        self._office = office
        self._key = private_key
        self._line = Line(office.address, office.pin, patience)
        self._device_id = b""
        self._token = ""

    def hello(self, hello: Hello) -> Welcome:
        if hello.device_id != self._device_id:
            self._device_id, self._token = hello.device_id, ""
        return self._ask("hello", hello, Welcome)

    def push(self, push: Push) -> Pushed:
        return self._ask("push", push, Pushed)

    def send_bodies(self, bodies: Bodies) -> None:
        self._ask("bodies", bodies, Done)

    def pull(self, pull: Pull) -> Page:
        return self._ask("pull", pull, Page)

    def day_sums(self, asked: AskedDays) -> Days:
        return self._ask("days", asked, Days)

    def bulletins(self, asked: AskedBulletins) -> Bulletins:
        return self._ask("bulletins", asked, Bulletins)

    def publish(self, pushed: PushedBulletins) -> TakenBulletins:
        return self._ask("publish", pushed, TakenBulletins)

    def attachments(self, asked: AskedAttachments) -> Attachments:
        return self._ask("attachments", asked, Attachments)

    def send_attachments(self, sent: Attachments) -> None:
        self._ask("attach", sent, Done)

    def close(self) -> None:
        """Let go of the connections."""
        self._line.close()

    def _ask(self, verb: str, message: Message, gives: type[Told]) -> Told:
        assert self._device_id, "an exchange begins with hello"
        token = self._token or self._sign_in()
        try:
            return self._line.ask(f"/v1/sync/{verb}", message, gives, token)
        except PeerRefused as refusal:
            if refusal.word != SIGN_IN_AGAIN:
                raise
        return self._line.ask(f"/v1/sync/{verb}", message, gives, self._sign_in())

    def _sign_in(self) -> str:
        firm_id, device_id = self._office.firm_id, self._device_id
        asked = AskedChallenge(firm_id=firm_id, device_id=device_id)
        challenge = self._line.ask("/v1/session/challenge", asked, Challenge).challenge
        signature = sign(session_words(firm_id, device_id, challenge), self._key)
        answer = AskedSession(
            firm_id=firm_id,
            device_id=device_id,
            public_key=public_key_of(self._key),
            challenge=challenge,
            signature=signature,
        )
        self._token = self._line.ask("/v1/session", answer, Session).token
        return self._token
