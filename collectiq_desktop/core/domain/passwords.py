"""What a password or PIN must be, and how long wrong tries keep one out."""

from __future__ import annotations

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import say

FEWEST_PASSWORD_CHARS, MOST_PASSWORD_CHARS = 8, 200
FEWEST_PIN_DIGITS, MOST_PIN_DIGITS = 4, 8
FREE_TRIES = 5
_FIRST_WAIT_MS, _LONGEST_WAIT_MS = 30_000, 3_600_000


def check_password(words: str, name: str) -> None:
    """Refuse a password that is guessed first.

    Source: NIST SP 800-63B, 5.1.1.2: length counts, no rules of composition.
    """
    if not FEWEST_PASSWORD_CHARS <= len(words) <= MOST_PASSWORD_CHARS:
        message = say("A password has at least {fewest} characters.", fewest=FEWEST_PASSWORD_CHARS)
        raise BadInput(message, field="password")
    plain = words.casefold()
    is_row = len(set(plain)) <= 2 or plain in "01234567890123456789 abcdefghijklmnopqrstuvwxyz"
    if is_row or plain in {name.casefold(), "password", "collectiq"}:
        message = say("This password is guessed first; choose another.")
        raise BadInput(message, field="password")


def check_pin(digits: str) -> None:
    """Refuse what is no PIN, or one that everybody tries first."""
    is_pin = digits.isascii() and digits.isdecimal()
    if not is_pin or not FEWEST_PIN_DIGITS <= len(digits) <= MOST_PIN_DIGITS:
        message = say(
            "A PIN has {fewest} to {most} digits.",
            fewest=FEWEST_PIN_DIGITS,
            most=MOST_PIN_DIGITS,
        )
        raise BadInput(message, field="pin")
    if len(set(digits)) == 1 or digits in "0123456789" or digits in "9876543210":
        raise BadInput(say("This PIN is guessed first; choose another."), field="pin")


def wait_ms(wrong_count: int) -> int:
    """How long nothing is tried after so many wrong words: twice as long each time."""
    if wrong_count < FREE_TRIES:
        return 0
    return int(min(_FIRST_WAIT_MS << min(wrong_count - FREE_TRIES, 20), _LONGEST_WAIT_MS))
