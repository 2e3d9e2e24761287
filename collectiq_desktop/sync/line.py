"""The line to the head office: one message there, one message back.

The only module of the desktop's sync that knows of HTTP. It repeats nothing
by itself: what was asked may have been done, and only the one who asks knows
that asking again is harmless.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import socket
import ssl
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, TypeVar
from urllib.parse import SplitResult, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.wire.joining import PIN_BYTES, TOLD_PIN_BYTES, Trouble
from collectiq_desktop.core.wire.packing import (
    COMPRESSION,
    MEDIA_TYPE,
    BadMessage,
    pack,
    unpack,
)
from collectiq_desktop.core.wire.peer import (
    MAX_COMPRESSED_BYTES,
    PROTOCOL_VERSIONS,
    LineTrouble,
    Message,
    PeerRefused,
)

# What befalls the line is told by exceptions; the library's own lines would
# name addresses in the log.
logging.getLogger("urllib3").setLevel(logging.CRITICAL)

VERSION_HEADER = "CollectIQ-Protocol"
DEFAULT_PORT = 8420
SIGN_IN_AGAIN = "session"
"""The word with which the server asks for a new session."""

_STEP_BYTES = 1 << 16
_OK, _SLOW_DOWN, _UNAVAILABLE = 200, 429, 503
Told = TypeVar("Told", bound=Message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long the line waits: for a connection, and for the next bytes of an answer."""

    connect_seconds: float = 5.0
    read_seconds: float = 60.0


def parse_address(text: str) -> str:
    """The server's address as it is kept: scheme, host, port; https where none is named.

    Raises:
        BadInput: it names no host, or one that would be spoken to unencrypted.
    """
    named = text.strip()
    has_scheme = "//" in named
    parts = urlsplit(named if has_scheme else f"https://{named}")
    host = _host_of(parts)
    if parts.scheme not in {"http", "https"} or host is None or parts.path.strip("/"):
        message = say(
            "“{text}” is not the address of a head office: https://office.example:8420", text=text
        )
        raise BadInput(message, field="address")
    if parts.scheme == "http" and not _is_this_machine(host):
        message = say(
            "With http, everything would travel unencrypted: say https://{host}.", host=host
        )
        raise BadInput(message, field="address")
    bare = f"[{host}]" if ":" in host else host
    port = parts.port or (None if has_scheme else DEFAULT_PORT)
    return f"{parts.scheme}://{bare}" + (f":{port}" if port else "")


def _host_of(parts: SplitResult) -> str | None:
    """The host, None where there is none or the port is no number."""
    try:
        is_plain = parts.port != 0 and parts.username is None and not parts.query
    except ValueError:
        return None
    return parts.hostname if is_plain and " " not in parts.netloc else None


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def pin_of(address: str, told_pin: bytes, patience: Patience) -> bytes:
    """The whole pin of the certificate at an address, if it begins as it was told.

    Raises:
        PeerRefused: `pin`: it is another certificate.
        LineTrouble: nobody answers there.
    """
    parts = urlsplit(address)
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    host, port = parts.hostname or "", parts.port or 443
    try:
        with (
            socket.create_connection((host, port), timeout=patience.connect_seconds) as plain,
            context.wrap_socket(plain, server_hostname=host) as secured,
        ):
            certificate = secured.getpeercert(binary_form=True) or b""
    except OSError as error:
        raise LineTrouble(f"no secured answer from {address}: {type(error).__name__}") from None
    pin = hashlib.sha256(certificate).digest()
    if not hmac.compare_digest(pin[:TOLD_PIN_BYTES], told_pin):
        raise PeerRefused("pin", _OTHER_CERTIFICATE)
    return pin


_OTHER_CERTIFICATE = "the certificate is not the one that the enrolment code names"


class _Pinned(HTTPAdapter):
    """Connections to the one certificate that was pinned, whoever signed it."""

    def __init__(self, pin: bytes) -> None:
        assert len(pin) == PIN_BYTES
        self._pin = pin
        super().__init__(pool_maxsize=2)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        pinned = {
            "assert_fingerprint": self._pin.hex(),
            "assert_hostname": False,
            "cert_reqs": ssl.CERT_NONE,
        }
        super().init_poolmanager(*args, **{**kwargs, **pinned})


class Line:
    """One head office, as far as HTTP reaches it."""

    def __init__(
        self, address: str, pin: bytes | None = None, patience: Patience | None = None
    ) -> None:
        self.address = address
        self._patience = patience or Patience()
        self._session = requests.Session()
        # Set by hand, or a .netrc of the machine's would sign in as somebody else.
        self._session.auth = _as_it_is
        # Said with each request, or a variable of the machine's would say otherwise.
        self._asks_authorities = pin is None
        if pin is not None:
            self._session.mount("https://", _Pinned(pin))
        self._session.headers.update(
            {
                "Content-Type": MEDIA_TYPE,
                "Content-Encoding": COMPRESSION,
                "Accept": MEDIA_TYPE,
                "Accept-Encoding": COMPRESSION,
                VERSION_HEADER: " ".join(map(str, PROTOCOL_VERSIONS)),
            }
        )

    def ask(self, path: str, message: Message, gives: type[Told], token: str = "") -> Told:
        """Say a message and hear the answer.

        Raises:
            PeerRefused: the server says no.
            LineTrouble: nobody knows whether it heard.
        """
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        status, told, retry_after = self._post(path, pack(message), headers)
        try:
            if status == _OK:
                return unpack(gives, told)
            trouble = unpack(Trouble, told)
        except BadMessage as error:
            raise LineTrouble(f"{self.address} answered {status}: {error.detail}") from None
        if status in {_SLOW_DOWN, _UNAVAILABLE} or status >= 500:
            raise LineTrouble(trouble.detail, retry_after_seconds=retry_after)
        raise PeerRefused(trouble.word, trouble.detail)

    def _post(
        self, path: str, body: bytes, headers: dict[str, str]
    ) -> tuple[int, bytes, int | None]:
        patience = (self._patience.connect_seconds, self._patience.read_seconds)
        try:
            with self._session.post(
                f"{self.address}{path}",
                data=body,
                headers=headers,
                timeout=patience,
                stream=True,
                verify=self._asks_authorities,
                allow_redirects=False,
            ) as answer:
                told = _bounded(answer)
                return answer.status_code, told, _seconds(answer.headers.get("Retry-After"))
        except requests.exceptions.SSLError as error:
            raise _of_certificate(error) from None
        except (requests.RequestException, HTTPError, OSError) as error:
            raise LineTrouble(f"{self.address}: {type(error).__name__}") from None

    def close(self) -> None:
        """Let go of the connections."""
        self._session.close()


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _of_certificate(error: requests.exceptions.SSLError) -> Exception:
    """A certificate that is another, or that nobody trusts, is no mere trouble of the line."""
    told = str(error)
    if "ingerprint" in told or "CERTIFICATE_VERIFY_FAILED" in told:
        return PeerRefused("pin", _OTHER_CERTIFICATE)
    return LineTrouble("the secured connection broke")


def _bounded(answer: requests.Response) -> bytes:
    """The answer's bytes as they came; an endless one is cut off."""
    parts: list[bytes] = []
    size = 0
    while part := answer.raw.read(_STEP_BYTES, decode_content=False):
        size += len(part)
        if size > MAX_COMPRESSED_BYTES:
            raise LineTrouble("the answer is larger than any of ours")
        parts.append(part)
    return b"".join(parts)


def _seconds(told: str | None) -> int | None:
    """What Retry-After asks for; a date, which ours never sends, counts as none."""
    return int(told) if told is not None and told.isascii() and told.isdecimal() else None
