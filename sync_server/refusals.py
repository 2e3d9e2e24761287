"""What goes wrong, as HTTP says it: a status, a word for programs, a sentence."""

from __future__ import annotations

import random
from typing import NamedTuple

from collectiq_desktop.core.domain.errors import (
    BooksBusy,
    BooksTrouble,
    CollectIQError,
    NotFound,
)
from collectiq_desktop.core.domain.saying import Sentence
from collectiq_desktop.core.wire.joining import Trouble
from collectiq_desktop.core.wire.packing import BadMessage
from collectiq_desktop.core.wire.peer import PeerRefused
from sync_server.firms import TooMany
from sync_server.throttle import TooOften

_STATUS = {
    "session": 401,
    "challenge": 401,
    "unknown": 403,
    "revoked": 403,
    "code": 403,
    "alone": 409,
    "counter": 409,
    "fork": 409,
    "gap": 409,
    "reset": 409,
    "too_large": 413,
    "media_type": 415,
    "corrupt": 422,
    "version": 426,
}
_MALFORMED, _CONFLICT, _NOT_FOUND, _BROKEN, _LATER = 400, 409, 404, 500, 503
_A_MINUTE = 60
_SOON_SECONDS, _LATE_SECONDS = (1, 5), (20, 60)


class Refusal(NamedTuple):
    """An answer that is a no."""

    status: int
    trouble: Trouble
    retry_after_seconds: int | None = None


def refusal_of(error: BaseException) -> Refusal:
    """The answer to what went wrong; a bug says nothing of itself."""
    if isinstance(error, PeerRefused | BadMessage):
        status = _STATUS.get(error.word, _MALFORMED)
        return Refusal(status, Trouble(word=error.word, detail=error.detail))
    if isinstance(error, TooOften):
        return Refusal(429, Trouble(word="too_often", detail="wait a minute"), _A_MINUTE)
    if isinstance(error, TooMany | BooksBusy):
        detail = "many counters are sending at once"
        return Refusal(_LATER, Trouble(word="busy", detail=detail), _random(_SOON_SECONDS))
    if isinstance(error, BooksTrouble):
        return Refusal(_LATER, Trouble(word="trouble", detail=_TROUBLE), _random(_LATE_SECONDS))
    if isinstance(error, NotFound):
        return Refusal(_NOT_FOUND, _said("unknown", error.message))
    if isinstance(error, CollectIQError):
        return Refusal(_CONFLICT, _said("refused", error.message))
    return Refusal(_BROKEN, Trouble(word="bug", detail="something went wrong at head office"))


def _said(word: str, sentence: Sentence) -> Trouble:
    template, values = parts_of(sentence)
    return Trouble(word=word, detail=str(sentence), template=template, values=values)


def parts_of(sentence: Sentence) -> tuple[str, dict[str, str]]:
    """What a sentence was made of, for phones that say it in another language."""
    return sentence.template, {name: str(value) for name, value in sentence.values.items()}


_TROUBLE = "the books at head office cannot be reached"


def _random(between_seconds: tuple[int, int]) -> int:
    """Those who are sent away together must not come back together."""
    return random.randint(*between_seconds)
