"""Known attacks on the server, from outside and by who has signed in: refused, and nothing leaks.

Forged, old and stolen tokens stand in `test_people`, changed pushes in
`test_forgery`, requests that are no HTTP in `tests/e2e/test_raw_requests`, and
names that are markup in `tests/e2e/test_phone`.
"""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Iterator
from typing import Any

import jwt
import pytest
from litestar.testing import TestClient

from collectiq_desktop.core.domain.errors import NotFound, Refused
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.finding import FindParties, ResolveParty
from collectiq_desktop.core.queries.parties import PartyList
from collectiq_desktop.core.wire import passwords
from sync_server.app import app_of
from sync_server.endpoints import Asking
from sync_server.logs import LOGGER, JsonLines
from sync_server.throttle import Throttle, TooOften
from tests.sync_server.headquarters import KEYS, Headquarters
from tests.sync_server.phones import JSON, NASTY, PASSWORD, Phone, Shop, served

NOW_AT = 1_795_321_800_000
MINUTE_MS = 60_000


@pytest.fixture
def shop(hq: Headquarters) -> Shop:
    return Shop(hq)


@pytest.fixture
def phone(shop: Shop) -> Iterator[Phone]:
    with served(shop) as http:
        yield Phone(shop, http)


@pytest.fixture(scope="module")
def ravi(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Phone]:
    """A phone that has signed in; what is tried here changes nothing for the next test."""
    hq = Headquarters(tmp_path_factory.mktemp("attacked"))
    shop = Shop(hq)
    with served(shop) as http:
        phone = Phone(shop, http)
        assert phone.sign_in("Ravi").status_code == 200
        yield phone
    hq.close()


# Guessing -------------------------------------------------------------------------------


def try_wrong(throttle: Throttle, address: str, now_at: int = NOW_AT) -> None:
    with pytest.raises(ValueError, match="wrong"), throttle.trying(address, now_at):
        raise ValueError("wrong")


def test_wrong_tries_of_an_address_are_counted_over_all_workers(hq: Headquarters) -> None:
    one, two = (Throttle(hq.folder / "tries", most_a_minute=6) for _worker in range(2))
    for _try in range(3):
        try_wrong(one, "203.0.113.9")
        try_wrong(two, "203.0.113.9")
    for worker in (one, two):
        with pytest.raises(TooOften), worker.trying("203.0.113.9", NOW_AT):
            pytest.fail("it was let in")
    with two.trying("203.0.113.10", NOW_AT):
        pass
    with one.trying("203.0.113.9", NOW_AT + MINUTE_MS):
        pass
    # What was counted in minutes before is thrown away.
    assert len(list((hq.folder / "tries").iterdir())) == 1


def test_who_is_right_is_not_in_the_way_of_others_behind_one_address(hq: Headquarters) -> None:
    throttle = Throttle(hq.folder / "tries", most_a_minute=3)
    for _try in range(20):
        with throttle.trying("203.0.113.9", NOW_AT):
            pass
    for _try in range(3):
        try_wrong(throttle, "203.0.113.9")
    with pytest.raises(TooOften), throttle.trying("203.0.113.9", NOW_AT):
        pytest.fail("it was let in")


def test_a_home_of_many_addresses_is_one(hq: Headquarters) -> None:
    throttle = Throttle(hq.folder / "tries", most_a_minute=3)
    for n in range(3):
        try_wrong(throttle, f"2001:db8:1:2:{n}::1")
    with pytest.raises(TooOften), throttle.trying("2001:db8:1:2:ffff::1", NOW_AT):
        pytest.fail("it was let in")
    with throttle.trying("2001:db8:1:3::1", NOW_AT):
        pass


def test_guessing_at_one_name_is_locked_over_all_workers(hq: Headquarters, shop: Shop) -> None:
    workers = [
        Phone(shop, TestClient(app_of(office))) for office in (hq.office, hq.another_worker())
    ]
    for n in range(5):
        assert "do not go together" in workers[n % 2].sign_in("Ravi", "wrong word").text
    for worker in workers:
        assert "try again in" in worker.sign_in("Ravi").text
    # So is a name that nobody has: guessing tells nothing of who works here.
    for n in range(5):
        assert "do not go together" in workers[n % 2].sign_in("Nobody", "wrong word").text
    assert "try again in" in workers[0].sign_in("Nobody").text


def test_a_name_that_nobody_has_takes_as_much_work_as_a_wrong_word(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[bool] = []
    hasher = passwords._hasher()

    class Counting:
        def verify(self, verifier: str, words: str) -> bool:
            tried.append(True)
            return hasher.verify(verifier, words)

    monkeypatch.setattr(passwords, "_hasher", Counting)
    counts = []
    for name in ("Ravi", "Nobody", "' OR '1'='1", ""):
        tried.clear()
        answer = phone.sign_in(name, "wrong word")
        counts.append((len(tried), answer.status_code, answer.text))
    assert len(set(counts)) == 1
    assert counts[0][0] == 1


# Whose session it is --------------------------------------------------------------------


def test_a_sign_in_is_always_a_new_one_and_ends_those_before_on_the_phone(phone: Phone) -> None:
    first = phone.sign_in("Meena").json()
    old = phone.token
    second = phone.sign_in("Ravi").json()
    assert first["family_id"] != second["family_id"]
    assert phone.post("/v1/agent/round").status_code == 200
    stale = {"Authorization": f"Bearer {old}"}
    assert phone.post("/v1/agent/round", None, **stale).status_code == 401


def test_nobody_chooses_the_session_that_is_signed_into(phone: Phone) -> None:
    planted = phone.sign_in("Meena").json()["family_id"]
    phone.device, phone.token = b"V" * 32, ""
    for field in ("family_id", "family", "token", "session"):
        asked = {
            "firm_id": _text(phone.shop.firm_id),
            "name": "Ravi",
            "password": PASSWORD,
            "device": _text(phone.device),
            "renewal_hash": _text(b"R" * 32),
            field: planted,
        }
        told = phone.post("/v1/person/sign-in", asked)
        assert told.status_code in (200, 400)
        assert told.status_code == 400 or told.json()["family_id"] != planted


def _text(told: bytes) -> str:
    return base64.b64encode(told).decode()


def test_a_token_of_one_firm_opens_no_other(ravi: Phone) -> None:
    other = ravi.shop.hq.firm()
    claims = jwt.decode(ravi.token, options={"verify_signature": False})
    for changes in ({"firm": other.hex()}, {"firm": "?"}, {"firm": "00"}):
        token = jwt.encode({**claims, **changes}, KEYS.tokens, algorithm="HS256")
        answer = ravi.post("/v1/agent/round", None, Authorization=f"Bearer {token}")
        assert answer.status_code == 401, changes


@pytest.mark.parametrize("name", ["firm", "sub", "family", "device"])
@pytest.mark.parametrize("value", ["", "zz", "00" * 16, 7, None, ["x"], {"a": 1}])
def test_a_token_that_says_nonsense_is_none(ravi: Phone, name: str, value: Any) -> None:
    """Even under the right key: a server before or after this one may have signed it."""
    claims = {**jwt.decode(ravi.token, options={"verify_signature": False}), name: value}
    token = jwt.encode(claims, KEYS.tokens, algorithm="HS256")
    answer = ravi.post("/v1/agent/round", None, Authorization=f"Bearer {token}")
    assert answer.status_code == 401


def test_what_is_not_found_in_the_books_is_no_lost_session(ravi: Phone) -> None:
    door = ravi.shop.hq.office.people
    headers = {
        "authorization": f"Bearer {ravi.token}",
        "collectiq-device": ravi.device.hex(),
    }
    asking = Asking(headers, "", ravi.shop.hq.clock.now_at())
    with pytest.raises(NotFound, match="not there"), door.signed_in(asking):
        raise NotFound(say("It is not there."))


# From another page ----------------------------------------------------------------------


def test_no_cookie_is_ever_set_or_believed(phone: Phone) -> None:
    answers = [
        phone.sign_in("Ravi"),
        phone.post("/v1/agent/round"),
        phone.http.get("/a/"),
        phone.http.get("/v/x"),
    ]
    assert [each.status_code for each in answers] == [200, 200, 200, 404]
    assert not [each for each in answers if "set-cookie" in each.headers]
    token, phone.token = phone.token, ""
    cookies = f"token={token}; Authorization=Bearer {token}; session={token}"
    assert phone.post("/v1/agent/round", None, Cookie=cookies).status_code == 401


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
def test_what_a_form_of_another_page_can_send_is_not_read(ravi: Phone, kind: str) -> None:
    sent = {"Authorization": f"Bearer {ravi.token}", "CollectIQ-Device": ravi.device.hex()}
    for path in ("/v1/agent/round", "/v1/agent/command", "/v1/person/sign-in"):
        headers = {**sent, "Content-Type": kind, "Origin": "https://evil.example"}
        assert ravi.http.post(path, content=b"{}", headers=headers).status_code == 415


def test_no_other_page_is_permitted_to_read_or_to_ask(ravi: Phone) -> None:
    origin = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    for path in ("/v1/agent/round", "/v1/person/sign-in", "/a/", "/health"):
        for method in ("OPTIONS", "GET", "POST"):
            answer = ravi.http.request(method, path, headers=origin)
            assert not [name for name in answer.headers if name.startswith("access-control")]


# Headers and paths ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": "bearer {token}"},
        {"Authorization": "Bearer  {token}"},
        {"Authorization": "Bearer {token},Bearer {token}"},
        {"Authorization": "Basic {token}"},
        {"Authorization": "Bearer {token}\t"},
        {"Authorization": "Bearer " + "A" * 100_000},
        {"Authorization": "Bearer a.b.c"},
        {"Authorization": "Bearer ..."},
        {"Authorization": ""},
        {"CollectIQ-Device": "zz"},
        {"CollectIQ-Device": ""},
        {"CollectIQ-Device": "{device}{device}"},
    ],
    ids=str,
)
def test_odd_headers_let_nobody_in(ravi: Phone, headers: dict[str, str]) -> None:
    told = {
        name: value.replace("{token}", ravi.token).replace("{device}", ravi.device.hex())
        for name, value in headers.items()
    }
    assert ravi.post("/v1/agent/round", None, **told).status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"X-HTTP-Method-Override": "DELETE"},
        {"X-Original-URL": "/v1/agent/command", "X-Rewrite-URL": "/metrics"},
        {"X-Forwarded-For": "127.0.0.1", "X-Real-IP": "127.0.0.1", "Forwarded": "for=127.0.0.1"},
        {"Host": "evil.example"},
        {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "javascript"},
    ],
    ids=str,
)
def test_headers_that_mean_something_elsewhere_mean_nothing(
    ravi: Phone, headers: dict[str, str]
) -> None:
    answer = ravi.post("/v1/agent/day", None, **headers)
    assert answer.status_code == 200
    assert answer.json() == ravi.told("/v1/agent/day")
    page = ravi.http.get("/a/", headers=headers)
    assert "evil" not in page.text + repr(page.headers)
    assert ravi.http.post("/v1/agent/day", headers=headers).status_code in (400, 401)


PATHS = [
    "/v1/agent/../person/sign-in",
    "/v1/agent/%2e%2e/%2e%2e/metrics",
    "//v1/agent/round",
    "/v1//agent/round",
    "/v1/agent/round/",
    "/V1/AGENT/ROUND",
    "/v1/agent/round%00",
    "/v1/agent/round;x=1",
    "/v1/agent/party/",
    "/a/%00",
    "/a/..%5c..%5ckeys.py",
    "/a/....//....//keys.py",
    "/a/%252e%252e/site.py",
    "/a/" + "x" * 8_000,
    "/v/" + "9" * 8_000,
    "/v/..%2f..%2fetc%2fpasswd",
    "/v/%00",
    "/v/' OR 1=1 --",
    "/server.key",
    "/tokens.key",
    "/.git/config",
]


@pytest.mark.parametrize("path", PATHS)
def test_odd_paths_lead_nowhere(ravi: Phone, path: str) -> None:
    sent = {**JSON, "Authorization": f"Bearer {ravi.token}", "CollectIQ-Device": ravi.device.hex()}
    for method in ("GET", "POST", "PUT", "DELETE", "TRACE"):
        answer = ravi.http.request(method, path, headers=sent)
        is_known = path.endswith("/round/") and method == "POST"
        assert is_known or answer.status_code in (400, 401, 404, 405), (method, path)
        told = answer.content
        assert not [
            each for each in (KEYS.signing, KEYS.tokens, b"def ", b"Traceback") if each in told
        ]


# Searching ------------------------------------------------------------------------------

SEARCHED = (
    "' OR '1'='1",
    "'; DROP TABLE party; --",
    '" OR 1=1 --',
    "%",
    "_",
    "%%",
    "*",
    'zav" OR "',
    "NEAR(zaveri)",
    "name:zaveri",
    "zaveri*",
    "{zaveri}",
    "Zaveri",
    "\\",
    "\x00",
    "𝒵averi",
    NASTY,
)


@pytest.mark.parametrize("text", SEARCHED)
def test_no_text_that_is_searched_for_finds_more(ravi: Phone, text: str) -> None:
    shop = ravi.shop
    hidden = (shop.parties["Zaveri"].hex(), "Zaveri")
    with shop.hq.office.firms.using(shop.firm_id) as books:
        agent = shop.people["Ravi"]
        asks: tuple[Any, ...] = (FindParties(text=text), ResolveParty(text=text))
        for ask in asks:
            try:
                told = repr(books.ask(ask, by=agent))
            except Refused as refused:
                told = str(refused.message).replace(text, "")
            assert not [each for each in hidden if each in told]
        assert len(books.ask(PartyList(), by=agent).rows) == 3
        assert len(books.ask(PartyList(), by=shop.people["Owner"]).rows) == 4


# What is said ---------------------------------------------------------------------------


def test_every_answer_is_guarded(ravi: Phone) -> None:
    answers = [
        ravi.post("/v1/agent/round"),
        ravi.post("/v1/agent/party", {"party_id": "?" * 32}),
        ravi.post("/v1/agent/round", None, Authorization="Bearer x"),
        ravi.http.get("/v1/agent/round"),
        ravi.http.get("/nothing"),
        ravi.http.get("/health"),
        ravi.http.get("/metrics"),
        ravi.http.get("/openapi.json"),
        ravi.http.get("/a/"),
        ravi.http.get("/v/x"),
    ]
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        for name in ("x-content-type-options", "referrer-policy", "x-frame-options"):
            assert answer.headers.get_list(name, split_commas=True) in (
                ["nosniff"],
                ["no-referrer"],
                ["DENY"],
            )
        is_of_the_app = "script-src" in policy
        assert answer.headers["cache-control"] == ("no-cache" if is_of_the_app else "no-store")
        assert "server" not in answer.headers


def test_refusals_are_logged_with_their_reason_and_without_a_secret(
    ravi: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        ravi.sign_in("Ravi", "wrong word")
        ravi.sign_in("Meena", "another wrong word")
        ravi.post("/v1/agent/round", None, Authorization=f"Bearer {ravi.token}x")
        ravi.post("/v1/agent/party", {"party_id": ravi.shop.parties["Zaveri"].hex()})
        ravi.post("/v1/agent/party", {"party_id": "' OR 1=1"})
        ravi.http.get(f"/v/{ravi.token}")
    lines = [json.loads(JsonLines().format(each)) for each in caplog.records if each.name == LOGGER]
    refused = [
        (line["verb"], line["status"], line["why"]) for line in lines if line["what"] == "refused"
    ]
    assert refused == [
        ("sign_in", 409, "refused"),
        ("sign_in", 409, "refused"),
        ("round", 401, "session"),
        ("party", 404, "unknown"),
        ("party", 400, "malformed"),
    ]
    ours = [each for each in caplog.records if each.name == LOGGER]
    told = json.dumps(lines) + " ".join(str(each.__dict__) for each in ours)
    zaveri = ravi.shop.parties["Zaveri"].hex()
    secrets = (PASSWORD, "wrong word", ravi.token, ravi.device.hex(), "avi", "eena", zaveri)
    assert not [each for each in secrets if each in told]
