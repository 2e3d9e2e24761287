"""How a device joins a firm and says who it is: messages beside the exchange.

A one-time code makes a device of the firm; after that its key alone speaks for
it. Codes are for people's hands: letters that cannot be taken for digits, in
groups of four, with a check of their own.

Source: sync page §4, "Enrolment".
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from msgspec import field

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.wire.peer import Message, PushedLink

MAX_FOUNDING_LINKS = 100
PIN_BYTES = 32
TOLD_PIN_BYTES = 15
"""How much of a certificate's SHA-256 a code carries: as much as a hand can bear."""

TAG_BYTES = 3
SECRET_BYTES = 10
_CHECK_BYTES = 2
_GROUP = 4
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("OIL", "011", " -\t\r\n")
_ADOPTING = bytes(TAG_BYTES)


class EnrolmentCode(NamedTuple):
    """A one-time code: which firm's, the secret, and the server's certificate.

    `tag` is the beginning of a hash of the firm's id, zeros where the firm
    comes with its first device; `told_pin` is empty where the certificate is
    one that every machine trusts.
    """

    tag: bytes
    secret: bytes
    told_pin: bytes = b""

    @property
    def is_adopting(self) -> bool:
        """Whether the code waits for a firm that began alone."""
        return self.tag == _ADOPTING

    @property
    def hashed(self) -> bytes:
        """What the server keeps of it."""
        return hashlib.sha256(b"collectiq code" + self.tag + self.secret).digest()

    @property
    def text(self) -> str:
        """The code as people pass it on, in groups of four."""
        told = self.tag + self.secret + _check_of(self) + self.told_pin
        letters = _encoded(told)
        groups = (letters[n : n + _GROUP] for n in range(0, len(letters), _GROUP))
        return "-".join(groups)


def tag_of(firm_id: bytes) -> bytes:
    """What a code says of its firm; never the mark of one that waits for a firm."""
    tag = hashlib.sha256(b"collectiq firm" + firm_id).digest()[:TAG_BYTES]
    return tag if tag != _ADOPTING else b"\x00\x00\x01"


def code_for(firm_id: bytes | None, secret: bytes, pin: bytes | None) -> EnrolmentCode:
    """The code of a firm, or of one that is still to come.

    Args:
        secret: ten random bytes.
        pin: SHA-256 of a certificate that no machine trusts by itself.
    """
    assert len(secret) == SECRET_BYTES
    tag = _ADOPTING if firm_id is None else tag_of(firm_id)
    return EnrolmentCode(tag, secret, (pin or b"")[:TOLD_PIN_BYTES])


def parse_code(text: str) -> EnrolmentCode:
    """The code behind what was typed; small letters, O and I are forgiven.

    Raises:
        BadInput: it was mistyped.
    """
    told = _decoded(text.upper().translate(_READ_AS))
    plain = TAG_BYTES + SECRET_BYTES + _CHECK_BYTES
    if told is None or len(told) not in (plain, plain + TOLD_PIN_BYTES):
        raise BadInput(_MISTYPED, field="code")
    tag, secret = told[:TAG_BYTES], told[TAG_BYTES : TAG_BYTES + SECRET_BYTES]
    code = EnrolmentCode(tag, secret, told[plain:])
    if told[plain - _CHECK_BYTES : plain] != _check_of(code):
        raise BadInput(_MISTYPED, field="code")
    return code


_MISTYPED = say(
    "This is not an enrolment code as head office gives them; look for a mistyped letter."
)


def _check_of(code: EnrolmentCode) -> bytes:
    told = b"collectiq check" + code.tag + code.secret + code.told_pin
    return hashlib.sha256(told).digest()[:_CHECK_BYTES]


def _encoded(told: bytes) -> str:
    """Five bits a letter; all our lengths are whole groups of five bytes."""
    assert len(told) % 5 == 0
    number, count = int.from_bytes(told, "big"), len(told) * 8 // 5
    return "".join(_LETTERS[number >> 5 * n & 31] for n in reversed(range(count)))


def _decoded(letters: str) -> bytes | None:
    if len(letters) % 8 or not set(letters) <= set(_LETTERS):
        return None
    number = 0
    for letter in letters:
        number = number << 5 | _LETTERS.index(letter)
    return number.to_bytes(len(letters) * 5 // 8, "big")


class AskedEnrolment(Message, frozen=True):
    """A device asks to become one of the firm's.

    `founding` are the first links, with their facts, of the chain of a firm that
    began alone, up to the fact that created it; `signature` is by the device's
    key under `enrolment_words`.
    """

    versions: tuple[int, ...]
    code: str
    device_id: bytes
    name: str
    public_key: bytes
    signature: bytes
    program: str = ""
    founding: tuple[PushedLink, ...] = ()


class Enrolled(Message, frozen=True):
    """What a device has to know of the firm, and of itself in it."""

    firm_id: bytes
    firm_name: str
    device_id: bytes
    user_id: bytes
    series_code: str
    branch_id: str
    branches: tuple[str, ...]
    spare_codes: tuple[str, ...]
    server_key: bytes
    now_at: int


class AskedChallenge(Message, frozen=True):
    """A device is about to say who it is."""

    firm_id: bytes
    device_id: bytes


class Challenge(Message, frozen=True):
    """What it has to sign for that; good for a minute."""

    challenge: str


class AskedSession(Message, frozen=True):
    """A device says who it is; the signature is under `session_words`."""

    firm_id: bytes
    device_id: bytes
    public_key: bytes
    challenge: str
    signature: bytes


class Session(Message, frozen=True):
    """A token for a while, sent with each request."""

    token: str
    seconds: int


class Done(Message, frozen=True):
    """It was done, and there is nothing to tell."""


class Trouble(Message, frozen=True):
    """Why a request was refused: a word for programs, a sentence for people.

    Args:
        template: what the sentence was made of, for who says it in another
            language, with `values`.
    """

    word: str
    detail: str = ""
    template: str = ""
    values: dict[str, str] = field(default_factory=dict)


def enrolment_words(code: str, device_id: bytes, public_key: bytes) -> bytes:
    """What a new device signs, to show that the key is its own."""
    return b"collectiq enrol" + code.encode() + device_id + public_key


def session_words(firm_id: bytes, device_id: bytes, challenge: str) -> bytes:
    """What a device signs to say who it is."""
    return b"collectiq session" + firm_id + device_id + challenge.encode()
