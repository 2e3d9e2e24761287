"""The questions over HTTP, in one process: what is asked, what is refused, what changes nothing."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
import zstandard
from litestar.testing import TestClient
from msgspec.structs import replace

from collectiq_desktop.core.domain.ids import DeviceId, FactId, FirmId
from collectiq_desktop.core.services import enrolling
from collectiq_desktop.core.storage import places
from collectiq_desktop.core.wire.joining import (
    AskedChallenge,
    AskedSession,
    Challenge,
    Enrolled,
    Session,
    Trouble,
    session_words,
)
from collectiq_desktop.core.wire.packing import JSON_TYPE, MEDIA_TYPE, compressed, decompressed
from collectiq_desktop.core.wire.peer import (
    MAX_COMPRESSED_BYTES,
    PROTOCOL_VERSIONS,
    Bodies,
    Hello,
    Message,
    Page,
    Pull,
    Push,
    Pushed,
    PushedLink,
    ToldEpoch,
    Welcome,
)
from collectiq_desktop.core.wire.signing import public_key_of, sign
from sync_server.app import app_of
from sync_server.placing import placing
from tests.sync_server.headquarters import KEYS, Headquarters, asked

KEY = b"A" * 32
PACKED = {"Content-Type": MEDIA_TYPE, "Content-Encoding": "zstd", "Accept-Encoding": "zstd"}


class Api:
    """The server in this process, as a device reaches it."""

    def __init__(self, hq: Headquarters, http: TestClient[Any]) -> None:
        self.hq, self.http = hq, http
        self.firm_id: FirmId = hq.firm()
        self.told: Enrolled = hq.office.door.enrol(asked(hq.code(self.firm_id), KEY))
        self.token = self.sign_in()

    def sign_in(self, device_id: bytes = b"", key: bytes = KEY) -> str:
        device_id = device_id or self.told.device_id
        wanted = AskedChallenge(firm_id=self.firm_id, device_id=device_id)
        challenge = self.ask("/v1/session/challenge", wanted, Challenge).challenge
        answer = AskedSession(
            firm_id=self.firm_id,
            device_id=device_id,
            public_key=public_key_of(key),
            challenge=challenge,
            signature=sign(session_words(self.firm_id, device_id, challenge), key),
        )
        session: Session = self.ask("/v1/session", answer, Session)
        return session.token

    def post(self, path: str, told: bytes, **headers: str) -> Any:
        sent = {**PACKED, **{name.replace("_", "-"): value for name, value in headers.items()}}
        if getattr(self, "token", ""):
            sent.setdefault("Authorization", f"Bearer {self.token}")
        return self.http.post(path, content=told, headers=sent)

    def ask(self, path: str, message: Message, gives: type[Any], status: int = 200) -> Any:
        answer = self.post(path, compressed(msgspec.msgpack.encode(message)))
        assert answer.status_code == status, answer.status_code
        assert answer.headers["CollectIQ-Protocol"] == "1"
        return msgspec.msgpack.decode(_plain(answer), type=gives)

    def refused(self, path: str, message: Message, status: int) -> str:
        trouble: Trouble = self.ask(path, message, Trouble, status)
        return trouble.word

    def head(self) -> int:
        with self.hq.office.firms.using(self.firm_id) as books, books.reading() as conn:
            return places.cursor(conn).firm_seq


def _plain(answer: Any) -> bytes:
    """The body: whether the test's HTTP unpacks zstd depends on what else is installed."""
    told: bytes = answer.content
    return decompressed(told) if told[:4] == b"\x28\xb5\x2f\xfd" else told


@pytest.fixture
def api(hq: Headquarters) -> Iterator[Api]:
    with TestClient(app_of(hq.office)) as http:
        yield Api(hq, http)


def hello(api: Api, **said: Any) -> Hello:
    return Hello(
        versions=PROTOCOL_VERSIONS,
        device_id=api.told.device_id,
        program="test",
        device_seq=0,
        hash=b"",
        **said,
    )


def test_hello_tells_what_the_server_knows(api: Api) -> None:
    welcome = api.ask("/v1/sync/hello", hello(api), Welcome)
    assert (welcome.version, welcome.head, welcome.is_revoked) == (1, api.head(), False)
    assert welcome.free_codes == api.told.spare_codes


def test_pull_gives_places_and_at_the_end_what_they_come_to(api: Api) -> None:
    page = api.ask("/v1/sync/pull", Pull(epoch=1, after_firm_seq=0, limit=1), Page)
    assert (len(page.places), page.has_more, page.standings) == (1, True, ())
    page = api.ask("/v1/sync/pull", Pull(epoch=1, after_firm_seq=1), Page)
    assert not page.has_more
    assert page.standings


def test_the_same_in_json_for_people_who_look(api: Api) -> None:
    told = msgspec.json.encode(Pull(epoch=1, after_firm_seq=0))
    headers = {
        "Content-Type": JSON_TYPE,
        "Accept": JSON_TYPE,
        "Authorization": f"Bearer {api.token}",
    }
    answer = api.http.post("/v1/sync/pull", content=told, headers=headers)
    assert answer.headers["content-type"].startswith(JSON_TYPE)
    assert [each["firm_seq"] for each in json.loads(_plain(answer))["places"]] == [1, 2, 3]


def test_without_a_session_nothing_is_told(api: Api) -> None:
    api.token = ""
    questions: tuple[tuple[str, Message], ...] = (
        ("hello", hello(api)),
        ("pull", Pull(epoch=1, after_firm_seq=0)),
        ("bodies", Bodies(facts=())),
        ("push", Push(device_id=b"", first_seq=1, links=(), last_hash=b"")),
    )
    for verb, message in questions:
        assert api.refused(f"/v1/sync/{verb}", message, 401) == "session"


def test_a_session_of_another_key_is_none(api: Api) -> None:
    api.token = api.sign_in(key=b"X" * 32)
    assert api.refused("/v1/sync/pull", Pull(epoch=1, after_firm_seq=0), 403) == "unknown"
    assert api.refused("/v1/sync/hello", hello(api), 403) == "unknown"


def test_a_revoked_device_hears_that_it_is_and_pulls_no_more(api: Api) -> None:
    with (
        api.hq.office.firms.using(api.firm_id) as books,
        placing(books, KEYS.signing) as (writer, context),
    ):
        device_id, fact_id = DeviceId(api.told.device_id), FactId(context.ids.mint())
        enrolling.revoke(writer, context, device_id, fact_id, "lost")
    assert api.ask("/v1/sync/hello", hello(api), Welcome).is_revoked
    assert api.refused("/v1/sync/pull", Pull(epoch=1, after_firm_seq=0), 403) == "revoked"


def test_a_device_that_the_books_do_not_know_hears_little_and_pulls_nothing(api: Api) -> None:
    api.token = api.sign_in(b"?" * 16, b"Q" * 32)
    welcome = api.ask("/v1/sync/hello", hello(api), Welcome)
    assert (welcome.branches, welcome.free_codes) == ((), ())
    assert api.refused("/v1/sync/pull", Pull(epoch=1, after_firm_seq=0), 403) == "unknown"


def test_a_stranger_does_not_make_the_server_believe_that_places_were_lost(api: Api) -> None:
    lost = hello(api, epochs=(ToldEpoch(epoch=7, after_firm_seq=0),), firm_seq=99)
    own, api.token = api.token, api.sign_in(b"?" * 16, b"Q" * 32)
    assert len(api.ask("/v1/sync/hello", lost, Welcome).epochs) == 1
    api.token = own
    assert len(api.ask("/v1/sync/hello", lost, Welcome).epochs) == 2


def test_a_firm_that_is_not_there(api: Api) -> None:
    api.firm_id = FirmId(b"?" * 16)
    api.token = api.sign_in()
    assert api.refused("/v1/sync/hello", hello(api), 404) == "unknown"


def test_another_epoch_or_a_place_to_come_is_answered_with_reset(api: Api) -> None:
    for pull in (Pull(epoch=9, after_firm_seq=0), Pull(epoch=1, after_firm_seq=999)):
        assert api.refused("/v1/sync/pull", pull, 409) == "reset"


def test_no_common_version(api: Api) -> None:
    wrong = replace(hello(api), versions=(99,))
    assert api.refused("/v1/sync/hello", wrong, 426) == "version"
    answer = api.post("/v1/sync/hello", b"", CollectIQ_Protocol="99 98")
    assert answer.status_code == 426
    answer = api.post(
        "/v1/sync/hello",
        compressed(msgspec.msgpack.encode(hello(api))),
        CollectIQ_Protocol="99 1",
    )
    assert answer.status_code == 200


def test_what_is_too_large_is_refused_and_changes_nothing(api: Api) -> None:
    before = api.head()
    bomb = zstandard.ZstdCompressor().compress(bytes(200 << 20))
    for told in (bomb, bytes(MAX_COMPRESSED_BYTES + 1)):
        assert api.post("/v1/sync/push", told).status_code == 413
    lying = api.http.build_request("POST", "/v1/sync/push", content=b"x", headers=PACKED)
    lying.headers["Content-Length"] = str(MAX_COMPRESSED_BYTES + 1)
    assert api.http.send(lying).status_code == 413
    assert api.head() == before


@pytest.mark.parametrize(
    ("headers", "told", "status"),
    [
        ({}, b"not zstd", 400),
        ({}, compressed(b"\xc1"), 400),
        ({}, compressed(b"\x80"), 400),
        ({}, b"", 400),
        ({"Content_Encoding": "gzip"}, b"", 415),
        ({"Content_Type": "text/html"}, compressed(b"\x80"), 415),
        ({"Content_Type": JSON_TYPE}, compressed(b"{"), 400),
        ({"Content_Encoding": "identity"}, b"\x80", 400),
    ],
)
def test_what_is_no_message_is_refused(
    api: Api, headers: dict[str, str], told: bytes, status: int
) -> None:
    assert api.post("/v1/sync/push", told, **headers).status_code == status


def test_forged_and_gapped_pushes_change_nothing(api: Api) -> None:
    before = api.head()
    link = PushedLink(fact_id=b"f" * 16, fact_hash=b"h" * 32)
    push = Push(device_id=api.told.device_id, first_seq=1, links=(link,), last_hash=b"l" * 32)
    assert api.refused("/v1/sync/push", push, 422) == "corrupt"
    assert api.refused("/v1/sync/push", replace(push, first_seq=2), 409) == "gap"
    assert api.refused("/v1/sync/push", replace(push, device_id=b"?" * 16), 403) == "unknown"
    assert api.refused("/v1/sync/push", replace(push, links=(link,) * 501), 422) == "corrupt"
    assert api.head() == before


def test_a_server_that_is_busy_says_when_to_come_again(api: Api) -> None:
    empty = Push(device_id=api.told.device_id, first_seq=1, links=(), last_hash=b"")
    firms = api.hq.office.firms
    with firms.pushing(api.firm_id):
        taken = [firms._open[api.firm_id].pushes.acquire() for _n in range(3)]
        answer = api.post("/v1/sync/push", compressed(msgspec.msgpack.encode(empty)))
    assert (len(taken), answer.status_code) == (3, 503)
    assert 1 <= int(answer.headers["Retry-After"]) <= 5


def test_a_push_of_nothing_is_answered_with_a_signed_receipt(api: Api) -> None:
    from collectiq_desktop.core.wire.codec import first_hash

    begun = first_hash(api.firm_id, DeviceId(api.told.device_id))
    empty = Push(device_id=api.told.device_id, first_seq=1, links=(), last_hash=begun)
    pushed = api.ask("/v1/sync/push", empty, Pushed)
    assert (pushed.device_seq, pushed.hash, len(pushed.signature)) == (0, begun, 64)


def test_a_bug_is_told_to_the_log_and_to_nobody_else(
    api: Api, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> None:
        message = "Asha Stores, 98250 11111"
        raise RuntimeError(message)

    monkeypatch.setattr(type(api.hq.office.sessions), "challenge", broken)
    wanted = AskedChallenge(firm_id=api.firm_id, device_id=b"d" * 16)
    trouble = api.ask("/v1/session/challenge", wanted, Trouble, 500)
    assert (trouble.word, "Asha" in trouble.detail) == ("bug", False)
    assert [
        record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR
    ] == ["bug"]
    caplog.clear()


def test_health_and_counts(api: Api) -> None:
    assert api.http.get("/health").json() == {"status": "ok"}
    assert api.http.get("/ready").json() == {"status": "ok", "firms": 1}
    api.ask("/v1/sync/hello", hello(api), Welcome)
    told = api.http.get("/metrics")
    assert told.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert 'collectiq_requests_total{verb="hello",status="200"} 1' in told.text
    assert 'collectiq_request_seconds_count{verb="hello"} 1' in told.text
