"""Who has signed in: short access tokens, renewal that rotates, and the end of both.

An access token lasts ten minutes, is bound to one phone, and is asked of the
books on every request: an employee who left, a sign-in that was ended, rights
that were taken are so at once. A renewal token is used once; one that comes
again ends the whole sign-in, because two have it.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import jwt

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.ids import FirmId, UserId
from collectiq_desktop.core.domain.roles import Employee, rights_of
from collectiq_desktop.core.services.signing_in import SignedIn, sign_in
from collectiq_desktop.core.storage import employees, signing_in
from collectiq_desktop.core.storage.signing_in import SessionRow
from collectiq_desktop.core.wire.peer import PeerRefused
from collectiq_desktop.core.wire.people import (
    TOKEN_BYTES,
    AskedRenewal,
    AskedSignIn,
    PersonSession,
    hash_of_token,
)

ACCESS_SECONDS = 10 * 60
IDLE_DAYS = 30
_ALGORITHM, _AUDIENCE = "HS256", "collectiq person"
_CLAIMED = ("firm", "sub", "family", "device")
_DAY_MS = 86_400_000
_HASH_BYTES, _FAMILY_BYTES, _FEWEST_DEVICE_BYTES = 32, 16, 16


@dataclass(frozen=True, slots=True)
class Claims:
    """What an access token says."""

    firm_id: FirmId
    employee_id: UserId
    family_id: bytes
    device: bytes


@dataclass(frozen=True, slots=True)
class People:
    """Tokens of people, signed with the server's secret."""

    secret: bytes = field(repr=False)

    def sign_in(self, books: Books, asked: AskedSignIn) -> PersonSession:
        """Begin a sign-in on a phone.

        Raises:
            Refused: the words are wrong, or too many were tried.
            PeerRefused: `corrupt`: the phone's secret or token is none.
        """
        is_sound = len(asked.device) >= _FEWEST_DEVICE_BYTES
        if not is_sound or len(asked.renewal_hash) != _HASH_BYTES:
            raise PeerRefused("corrupt", "a secret is too short")
        found = sign_in(books, asked.name, asked.password)
        row = SessionRow(
            family_id=secrets.token_bytes(_FAMILY_BYTES),
            employee_id=found.employee_id,
            device=hash_of_token(asked.device),
            current=asked.renewal_hash,
            previous=b"",
            begun_at=books.now_at(),
            renewed_at=books.now_at(),
            is_revoked=False,
        )
        with books.writing() as (writer, context):
            signing_in.forget_old_sessions(writer.conn, context.now_at - IDLE_DAYS * _DAY_MS)
            # Whoever signed in on this phone before is signed out of it.
            signing_in.end_sessions(writer.conn, device=row.device)
            signing_in.keep_session(writer.conn, row)
        return self._session(books, row, found)

    def renew(self, books: Books, asked: AskedRenewal) -> PersonSession:
        """A new access token; the renewal token is used up.

        Asked again with the same next token, after an answer that was lost,
        it answers the same. A token that was used up and comes with another
        next one, or from another phone, ends the sign-in.

        Raises:
            PeerRefused: `session`: a new sign-in is needed.
        """
        told = hash_of_token(asked.renewal)
        with books.writing() as (writer, context):
            row = signing_in.session(writer.conn, asked.family_id)
            renewed = _renewed(row, told, asked, context.now_at)
            if row is not None and renewed is None:
                signing_in.end_sessions(writer.conn, family_id=row.family_id)
            elif renewed is not None:
                signing_in.keep_session(writer.conn, renewed)
        if renewed is None:
            raise _no_session()
        return self._session(books, renewed, _employee(books, UserId(renewed.employee_id)))

    def claims(self, header: str, device: bytes, now_at: int) -> Claims:
        """Who sent a request, by its Authorization header and the phone's secret.

        Raises:
            PeerRefused: `session`: it is none of ours, too old, or another phone's.
        """
        scheme, _space, token = header.partition(" ")
        told = self._read(token, now_at) if scheme == "Bearer" else None
        claims = _claims(told) if told is not None else None
        if claims is None:
            raise _no_session()
        if not hmac.compare_digest(claims.device, hash_of_token(device)):
            raise _no_session()
        return claims

    def check(self, books: Books, claims: Claims) -> SignedIn:
        """The employee behind a token, as the books know him now.

        Raises:
            PeerRefused: `session`: the sign-in was ended, or the employee left.
        """
        with books.reading() as conn:
            row = signing_in.session(conn, claims.family_id)
        is_own = row is not None and row.employee_id == claims.employee_id
        if row is None or row.is_revoked or not is_own:
            raise _no_session()
        return _employee(books, claims.employee_id)

    def sign_out(self, books: Books, claims: Claims, *, is_everywhere: bool) -> None:
        """End this sign-in, or every one of the employee's."""
        with books.writing() as (writer, _context):
            if is_everywhere:
                signing_in.end_sessions(writer.conn, employee_id=claims.employee_id)
            else:
                signing_in.end_sessions(writer.conn, family_id=claims.family_id)

    def _session(self, books: Books, row: SessionRow, found: SignedIn) -> PersonSession:
        claims = {
            "firm": books.identity.firm_id.hex(),
            "sub": row.employee_id.hex(),
            "family": row.family_id.hex(),
            "device": row.device.hex(),
            "aud": _AUDIENCE,
            "exp": books.now_at() // 1_000 + ACCESS_SECONDS,
        }
        employee = found.employee
        return PersonSession(
            token=jwt.encode(claims, self.secret, algorithm=_ALGORITHM),
            seconds=ACCESS_SECONDS,
            family_id=row.family_id,
            employee_id=row.employee_id,
            name=employee.name,
            role=employee.role,
            permissions=tuple(sorted(rights_of(employee).permissions)),
        )

    def _read(self, token: str, now_at: int) -> Mapping[str, Any] | None:
        try:
            found: Mapping[str, Any] = jwt.decode(
                token,
                self.secret,
                algorithms=[_ALGORITHM],
                audience=_AUDIENCE,
                options={
                    "require": ["exp", "aud", *_CLAIMED],
                    "verify_exp": False,
                },
            )
        except jwt.PyJWTError:
            return None
        return found if found["exp"] * 1_000 > now_at else None


def _claims(told: Mapping[str, Any]) -> Claims | None:
    """What a token of ours says; None where it says nonsense."""
    try:
        firm, person, family, device = (bytes.fromhex(told[name]) for name in _CLAIMED)
    except (TypeError, ValueError):
        return None
    return Claims(FirmId(firm), UserId(person), family, device) if firm and family else None


def _renewed(
    row: SessionRow | None, told: bytes, asked: AskedRenewal, now_at: int
) -> SessionRow | None:
    """The sign-in after this renewal, None where it must end."""
    is_sound = len(asked.next_hash) == _HASH_BYTES and len(asked.renewal) >= TOKEN_BYTES
    if row is None or row.is_revoked or not is_sound:
        return None
    is_here = hmac.compare_digest(row.device, hash_of_token(asked.device))
    is_stale = row.renewed_at + IDLE_DAYS * _DAY_MS < now_at
    if not is_here or is_stale:
        return None
    if hmac.compare_digest(row.current, told):
        return row._replace(current=asked.next_hash, previous=told, renewed_at=now_at)
    is_again = hmac.compare_digest(row.previous, told)
    return row if is_again and hmac.compare_digest(row.current, asked.next_hash) else None


def _employee(books: Books, employee_id: UserId) -> SignedIn:
    with books.reading() as conn:
        employee: Employee | None = employees.employee(conn, employee_id)
    if employee is None or not employee.is_active:
        raise _no_session()
    return SignedIn(employee_id, employee)


def _no_session() -> PeerRefused:
    return PeerRefused("session", "sign in first")
