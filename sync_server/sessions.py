"""Who speaks: a device shows that it holds its key, and gets a token for a while.

A token says firm, device and key; on each request the firm's books are asked
whether they still know the device by that key. One that they do not know yet
may say hello and push, since every link bears its device's signature: so a
counter comes back after a restore that forgot it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jwt

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.ids import DeviceId, FirmId
from collectiq_desktop.core.storage import devices
from collectiq_desktop.core.wire.joining import AskedChallenge, AskedSession, session_words
from collectiq_desktop.core.wire.peer import PeerRefused
from collectiq_desktop.core.wire.signing import is_signed

CHALLENGE_SECONDS = 60
SESSION_SECONDS = 15 * 60
_ALGORITHM = "HS256"
_CHALLENGE, _SESSION = "collectiq challenge", "collectiq session"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a token says is speaking."""

    firm_id: FirmId
    device_id: DeviceId
    public_key: bytes


@dataclass(frozen=True, slots=True)
class Sessions:
    """Challenges and tokens, signed with the server's secret; nothing is kept of them."""

    secret: bytes

    def challenge(self, asked: AskedChallenge, now_at: int) -> str:
        """What a device has to sign."""
        claims = {"firm": asked.firm_id.hex(), "device": asked.device_id.hex()}
        return self._signed(_CHALLENGE, claims, now_at, CHALLENGE_SECONDS)

    def begin(self, asked: AskedSession, now_at: int) -> str:
        """A token for a device that signed its challenge.

        Raises:
            PeerRefused: `challenge`: it did not, or it took too long.
        """
        claims = self._claims(_CHALLENGE, asked.challenge, now_at)
        named = {"firm": asked.firm_id.hex(), "device": asked.device_id.hex()}
        is_own = claims is not None and all(claims.get(name) == named[name] for name in named)
        told = session_words(asked.firm_id, asked.device_id, asked.challenge)
        if not is_own or not is_signed(told, asked.signature, asked.public_key):
            raise PeerRefused("challenge", "the challenge is not signed, or too old")
        claims = {**named, "key": asked.public_key.hex()}
        return self._signed(_SESSION, claims, now_at, SESSION_SECONDS)

    def speaker(self, header: str, now_at: int) -> Speaker:
        """Who sent a request, by its Authorization header.

        Raises:
            PeerRefused: `session`: a new session is needed.
        """
        scheme, _space, token = header.partition(" ")
        claims = self._claims(_SESSION, token, now_at) if scheme == "Bearer" else None
        if claims is None:
            raise PeerRefused("session", "say who you are first")
        return Speaker(
            FirmId(bytes.fromhex(claims["firm"])),
            DeviceId(bytes.fromhex(claims["device"])),
            bytes.fromhex(claims["key"]),
        )

    def _signed(
        self, audience: str, claims: Mapping[str, Any], now_at: int, valid_seconds: int
    ) -> str:
        ends_at_seconds = now_at // 1_000 + valid_seconds
        told = {**claims, "aud": audience, "exp": ends_at_seconds}
        return jwt.encode(told, self.secret, algorithm=_ALGORITHM)

    def _claims(self, audience: str, token: str, now_at: int) -> Mapping[str, Any] | None:
        """What a token of ours says, while it is good by the server's own clock."""
        try:
            found: Mapping[str, Any] = jwt.decode(
                token,
                self.secret,
                algorithms=[_ALGORITHM],
                audience=audience,
                options={"require": ["exp", "aud"], "verify_exp": False},
            )
        except jwt.PyJWTError:
            return None
        return found if found["exp"] * 1_000 > now_at else None


def is_of_firm(books: Books, speaker: Speaker) -> bool:
    """Whether the books know the device that speaks, by its key.

    Raises:
        PeerRefused: `unknown`: they know it by another key, or it is the server.
    """
    with books.reading() as conn:
        device = devices.device(conn, speaker.device_id)
    if device is None:
        return False
    if device.is_server or device.public_key != speaker.public_key:
        raise PeerRefused("unknown", "this device is known by another key")
    return True
