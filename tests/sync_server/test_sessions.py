"""Who speaks: shown by the key, for a while, and asked of the books each time."""

from __future__ import annotations

import jwt
import pytest
from msgspec.structs import replace

from collectiq_desktop.core.wire.joining import AskedChallenge, AskedSession, session_words
from collectiq_desktop.core.wire.peer import PeerRefused
from collectiq_desktop.core.wire.signing import public_key_of, sign
from sync_server.sessions import CHALLENGE_SECONDS, SESSION_SECONDS, Sessions, is_of_firm
from tests.sync_server.headquarters import Headquarters, asked

FIRM, DEVICE, KEY = b"F" * 16, b"D" * 16, b"K" * 32
NOW = 1_800_000_000_000


@pytest.fixture
def sessions() -> Sessions:
    return Sessions(b"s" * 32)


def answered(sessions: Sessions, key: bytes = KEY, device_id: bytes = DEVICE) -> AskedSession:
    asked_ = AskedChallenge(firm_id=FIRM, device_id=device_id)
    challenge = sessions.challenge(asked_, NOW)
    return AskedSession(
        firm_id=FIRM,
        device_id=device_id,
        public_key=public_key_of(key),
        challenge=challenge,
        signature=sign(session_words(FIRM, device_id, challenge), key),
    )


def refused(sessions: Sessions, answer: AskedSession, now_at: int = NOW) -> str:
    with pytest.raises(PeerRefused) as refusal:
        sessions.begin(answer, now_at)
    return refusal.value.word


def test_a_device_that_signs_its_challenge_gets_a_token(sessions: Sessions) -> None:
    token = sessions.begin(answered(sessions), NOW)
    speaker = sessions.speaker(f"Bearer {token}", NOW)
    assert (speaker.firm_id, speaker.device_id) == (FIRM, DEVICE)
    assert speaker.public_key == public_key_of(KEY)


def test_what_is_not_signed_by_the_key_gets_none(sessions: Sessions) -> None:
    good = answered(sessions)
    other = Sessions(b"t" * 32)
    for wrong in (
        replace(good, signature=b""),
        replace(good, public_key=public_key_of(b"X" * 32)),
        replace(good, device_id=b"E" * 16),
        replace(good, firm_id=b"G" * 16),
        replace(good, challenge="x"),
        answered(other),
    ):
        assert refused(sessions, wrong) == "challenge"


def test_a_challenge_is_good_for_a_minute(sessions: Sessions) -> None:
    answer = answered(sessions)
    assert refused(sessions, answer, NOW + CHALLENGE_SECONDS * 1_000) == "challenge"


def test_a_token_runs_out_and_is_none_of_another_kind(sessions: Sessions) -> None:
    answer = answered(sessions)
    token = sessions.begin(answer, NOW)
    late = NOW + SESSION_SECONDS * 1_000
    forged = jwt.encode({"aud": "collectiq session", "exp": late}, "x" * 32, algorithm="HS256")
    bare = jwt.encode({"aud": "collectiq session", "exp": late}, "", algorithm="none")
    for header, now_at in (
        (f"Bearer {token}", late),
        (f"Bearer {answer.challenge}", NOW),
        (f"Bearer {forged}", NOW),
        (f"Bearer {bare}", NOW),
        (token, NOW),
        ("", NOW),
    ):
        with pytest.raises(PeerRefused) as refusal:
            sessions.speaker(header, now_at)
        assert refusal.value.word == "session"


def test_the_books_are_asked_who_speaks(hq: Headquarters, sessions: Sessions) -> None:
    told = hq.office.door.enrol(asked(hq.code(hq.firm()), KEY))
    with hq.office.firms.using(hq.office.firms.ids()[0]) as books:
        own = sessions.speaker(f"Bearer {_token(sessions, told.device_id)}", NOW)
        assert is_of_firm(books, own)
        stranger = sessions.speaker(f"Bearer {_token(sessions, b'?' * 16)}", NOW)
        assert not is_of_firm(books, stranger)
        thief = sessions.speaker(f"Bearer {_token(sessions, told.device_id, b'X' * 32)}", NOW)
        server = sessions.speaker(f"Bearer {_token(sessions, books.identity.device_id)}", NOW)
        for who in (thief, server):
            with pytest.raises(PeerRefused) as refusal:
                is_of_firm(books, who)
            assert refusal.value.word == "unknown"


def _token(sessions: Sessions, device_id: bytes, key: bytes = KEY) -> str:
    return sessions.begin(answered(sessions, key, device_id), NOW)
