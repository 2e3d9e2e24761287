"""What people ask over HTTP: signing in, renewing, signing out.

Tokens travel in headers, never in cookies, so that no other page can send
them. Passwords and tokens are in no log: lines name verbs and statuses only.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.ids import FirmId, UserId
from collectiq_desktop.core.services.registry import carry_out
from collectiq_desktop.core.services.signing_in import SignedIn
from collectiq_desktop.core.wire.joining import Done
from collectiq_desktop.core.wire.peer import PeerRefused
from collectiq_desktop.core.wire.people import (
    AskedRenewal,
    AskedSignIn,
    AskedSignOut,
    PersonSession,
)
from sync_server.endpoints import Asking, Endpoint
from sync_server.firms import Firms
from sync_server.people import Claims, People
from sync_server.placing import placing
from sync_server.throttle import Throttle

DEVICE_HEADER = "collectiq-device"


@dataclass(frozen=True, slots=True)
class PeopleDoor:
    """Where people sign in, and where who has signed in is let through."""

    firms: Firms
    people: People
    signing_key: bytes = field(repr=False)
    throttle: Throttle

    def sign_in(self, asked: AskedSignIn, asking: Asking) -> PersonSession:
        trying = self.throttle.trying(asking.address, asking.now_at)
        with trying, self._firm(asked.firm_id) as books:
            return self.people.sign_in(books, asked)

    def renew(self, asked: AskedRenewal, asking: Asking) -> PersonSession:
        trying = self.throttle.trying(asking.address, asking.now_at)
        with trying, self._firm(asked.firm_id) as books:
            return self.people.renew(books, asked)

    def sign_out(self, asked: AskedSignOut, asking: Asking) -> Done:
        with self.signed_in(asking) as (books, _found, claims):
            self.people.sign_out(books, claims, is_everywhere=asked.is_everywhere)
        return Done()

    @contextmanager
    def signed_in(self, asking: Asking) -> Iterator[tuple[Books, SignedIn, Claims]]:
        """The books of who sends a request, and who it is; `by=` then says who acts.

        Raises:
            PeerRefused: `session`: a sign-in is needed first.
        """
        device = _bytes(asking.headers.get(DEVICE_HEADER, ""))
        header = asking.headers.get("authorization", "")
        claims = self.people.claims(header, device, asking.now_at)
        with self._firm(claims.firm_id) as books:
            yield books, self.people.check(books, claims), claims

    def carry_out(self, books: Books, command: object, employee_id: UserId) -> Any:
        """What an employee's command gives; its fact has its place and the server's seal.

        Raises:
            Refused: it is not permitted, or cannot be.
        """
        with placing(books, self.signing_key) as (writer, context):
            result = carry_out(writer, command, replace(context, user_id=employee_id))
            writer.flush()
        return result

    @contextmanager
    def _firm(self, firm_id: bytes) -> Iterator[Books]:
        """The books of a firm; one that is not here is like a wrong password.

        What is not found in the books is for whoever asked for it.
        """
        with ExitStack() as stack:
            try:
                books = stack.enter_context(self.firms.using(FirmId(firm_id)))
            except NotFound:
                raise PeerRefused("session", "sign in first") from None
            yield books


def _bytes(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""


ENDPOINTS = (
    Endpoint(
        "sign_in", "/v1/person/sign-in", AskedSignIn, PersonSession, "Sign in by password.", False
    ),
    Endpoint("renew", "/v1/person/renew", AskedRenewal, PersonSession, "Renew a sign-in.", False),
    Endpoint("sign_out", "/v1/person/sign-out", AskedSignOut, Done, "Sign out."),
)
