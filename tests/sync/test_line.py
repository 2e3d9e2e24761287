"""The line: addresses as people type them, and answers that are none of ours."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.wire.joining import Done, Trouble
from collectiq_desktop.core.wire.packing import pack
from collectiq_desktop.core.wire.peer import MAX_COMPRESSED_BYTES, LineTrouble, PeerRefused
from collectiq_desktop.sync.line import Line, Patience, parse_address, pin_of

QUICK = Patience(connect_seconds=2, read_seconds=0.5)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("office.example", "https://office.example:8420"),
        ("  Office.Example:99/ ", "https://office.example:99"),
        ("https://office.example", "https://office.example"),
        ("192.168.1.5", "https://192.168.1.5:8420"),
        ("[fe80::1]:84", "https://[fe80::1]:84"),
        ("http://127.0.0.1:8420", "http://127.0.0.1:8420"),
        ("http://localhost", "http://localhost"),
    ],
)
def test_addresses(typed: str, kept: str) -> None:
    assert parse_address(typed) == kept
    assert parse_address(kept) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "https://",
        "ftp://office",
        "a b",
        "h:0",
        "h:99999",
        "h:x",
        "https://u:p@h",
        "h/path",
    ],
)
def test_what_is_no_address(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_address(typed)
    assert refused.value.field == "address"


def test_nothing_travels_unencrypted_over_a_network() -> None:
    with pytest.raises(BadInput, match="unencrypted"):
        parse_address("http://192.168.1.5:8420")


@contextmanager
def answering(answer: Callable[[bytes], bytes]) -> Iterator[str]:
    """Somebody who answers each request with plain bytes, and hangs up."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                near, _address = listener.accept()
            except OSError:
                return
            # Who has heard enough hangs up.
            with near, suppress(OSError):
                asked = near.recv(65_536)
                near.sendall(answer(asked))

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join()


def http(status: str, body: bytes, *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def ask(address: str) -> Done:
    line = Line(address, patience=QUICK)
    try:
        return line.ask("/v1/sync/pull", Trouble(word="asked"), Done, "token")
    finally:
        line.close()


def test_an_answer_is_heard() -> None:
    asked: list[bytes] = []

    def answer(told: bytes) -> bytes:
        asked.append(told.lower())
        return http("200 OK", pack(Done()))

    with answering(answer) as address:
        assert ask(address) == Done()
    for header in (b"authorization: bearer token", b"content-encoding: zstd", b"protocol: 1"):
        assert header in asked[0]


@pytest.mark.parametrize(
    "answer",
    [
        http("200 OK", b"<html>Please pay for the hotel's network</html>"),
        http("302 Found", b"", "Location: http://127.0.0.1:1/"),
        http("404 Not Found", b"<html></html>"),
        http("502 Bad Gateway", b"<html>nginx</html>"),
        http("200 OK", pack(Done()))[:-2],
        b"HTTP/1.1 200 OK\r\nContent-Le",
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
    ],
    ids=["portal", "elsewhere", "no such page", "proxy", "truncated", "cut", "silent", "other"],
)
def test_answers_that_are_none_of_ours_are_trouble_and_no_refusal(answer: bytes) -> None:
    with answering(lambda _asked: answer) as address, pytest.raises(LineTrouble):
        ask(address)


def test_a_refusal_has_its_word() -> None:
    body = pack(Trouble(word="fork", detail="at 7"))
    with (
        answering(lambda _asked: http("409 Conflict", body)) as address,
        pytest.raises(PeerRefused) as refused,
    ):
        ask(address)
    assert (refused.value.word, refused.value.detail) == ("fork", "at 7")


def test_a_busy_server_says_when_to_come_again() -> None:
    body = pack(Trouble(word="busy"))
    answer = http("503 Service Unavailable", body, "Retry-After: 7")
    with answering(lambda _asked: answer) as address, pytest.raises(LineTrouble) as trouble:
        ask(address)
    assert trouble.value.retry_after_seconds == 7


def test_an_endless_answer_is_cut_off() -> None:
    body = bytes(3 * MAX_COMPRESSED_BYTES)
    with (
        answering(lambda _asked: http("200 OK", body)) as address,
        pytest.raises(LineTrouble, match="larger"),
    ):
        ask(address)


def test_a_server_that_says_nothing_is_not_waited_for_for_ever() -> None:
    held = threading.Event()

    def silent(_asked: bytes) -> bytes:
        held.wait(10)
        return b""

    with answering(silent) as address:
        with pytest.raises(LineTrouble):
            ask(address)
        held.set()


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with pytest.raises(LineTrouble):
        ask(f"http://127.0.0.1:{port}")
    with pytest.raises(LineTrouble):
        pin_of(f"https://127.0.0.1:{port}", b"x", QUICK)


def test_an_answer_is_not_waited_for_forty_milliseconds() -> None:
    """Small packets go at once on every connection of ours."""
    from urllib3.connection import HTTPConnection

    nodelay = (socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    assert nodelay in HTTPConnection.default_socket_options
