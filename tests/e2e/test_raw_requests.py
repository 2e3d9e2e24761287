"""What is no decent HTTP, sent to the real server over a socket: refused; the next is served."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from tests.e2e.conftest import NewServer
from tests.e2e.running import RunningServer
from tests.engines import SQLITE, files_only

__all__ = ["files_only"]
PATIENCE_SECONDS = 15
BODY = b'{"firm_id":"","name":"","password":"","device":"","renewal_hash":""}'
HEAD = b"Host: x\r\nContent-Type: application/json\r\nAccept: application/json\r\n"
SIGN_IN = b"POST /v1/person/sign-in HTTP/1.1\r\n" + HEAD


@pytest.fixture(scope="module")
def running(
    new_server: NewServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningServer]:
    found = new_server(tmp_path_factory.mktemp("raw"), SQLITE)
    found.say("create-firm", "Shree Test Wholesale")
    found.start()
    yield found
    found.kill()


def answered(running: RunningServer, sent: bytes) -> bytes:
    """All that comes back until the server closes, or says nothing more for a while."""
    told = b""
    with socket.create_connection(("127.0.0.1", running.port), PATIENCE_SECONDS) as line:
        line.settimeout(2)
        line.sendall(sent)
        try:
            while part := line.recv(1 << 16):
                told += part
        except (TimeoutError, ConnectionError):
            return told
    return told


def statuses(told: bytes) -> list[int]:
    return [int(part[:3]) for part in told.split(b"HTTP/1.1 ")[1:]]


SMUGGLED = b"GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n"
ODD = {
    "two lengths": SIGN_IN + b"Content-Length: 4\r\nContent-Length: 60\r\n\r\nabcd" + SMUGGLED,
    "a length and chunks": SIGN_IN
    + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    + SMUGGLED,
    "chunks of odd kind": SIGN_IN + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "a length below nothing": SIGN_IN + b"Content-Length: -5\r\n\r\n" + SMUGGLED,
    "a space in a header's name": SIGN_IN + b"Content-Length : 4\r\n\r\nabcd" + SMUGGLED,
    "a line folded": SIGN_IN + b"X-A: b\r\n c: d\r\nContent-Length: 0\r\n\r\n",
    "a bare return in a header": SIGN_IN + b"X-A: b\rSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n",
    "no version": b"GET /health\r\n\r\n",
    "not HTTP at all": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"A" * 200,
    "a header without end": SIGN_IN + b"X-Long: " + b"A" * 1_000_000 + b"\r\n\r\n",
}


@pytest.mark.parametrize("name", sorted(ODD))
def test_what_is_no_request_is_refused(running: RunningServer, name: str) -> None:
    told = answered(running, ODD[name])
    found = statuses(told)
    assert not [each for each in found if each < 400], told[:300]
    assert b"collectiq_requests_total" not in told
    assert b"Set-Cookie" not in told
    assert b"Traceback" not in told
    decent = SIGN_IN + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(BODY) + BODY
    assert statuses(answered(running, decent)) == [401]
