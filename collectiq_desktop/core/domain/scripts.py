"""Text in any script, made comparable: folded for search, keyed for order.

What is folded is never shown. Which names are searched, and how an index
holds them, is decided in storage and queries.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LATIN_MARKS = range(0x0300, 0x0370)
_SAME_NASAL = {"\u0901": "\u0902", "\u0a81": "\u0a82"}
"""Candrabindu is written as anusvara by most hands, in Hindi and Gujarati."""

_JOINING_MARKS = frozenset("'’‘`´ʼ")
_INITIAL = re.compile(r"(?<![^\W_])([^\W\d_])[./](?=[^\W_])", re.ASCII)
_DIGITS = re.compile(r"\d+", re.ASCII)
_MAX_RUN = 99


# A name is folded for search, for order and for its words, one after another.
@lru_cache(maxsize=64)
def fold_for_search(text: str) -> str:
    """The text as it is searched: no case, accents, joiners or punctuation.

    Vowel signs stay, nuktas go, digits of every script become 0-9, and marks
    between words become one space. M/s and A.K. close up to ms and ak, so
    that what is typed from the start of a word is found in the whole.
    """
    if text.isascii():
        return _squeezed(text.casefold())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return _squeezed(unicodedata.normalize("NFC", plain.translate(_FOLD)))


def _squeezed(text: str) -> str:
    """The text with initials closed up and one space for all else between words."""
    if "." in text or "/" in text:
        text = _INITIAL.sub(r"\1", text)
    return " ".join(text.translate(_SPACE).split())


class _Fold(dict[int, str]):
    """What each code point becomes; worked out once, at its first use."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded_char(chr(code))
        return folded


def _folded_char(char: str) -> str:
    """The char without its mark, in ASCII if it is a digit, or nothing."""
    if ord(char) in _LATIN_MARKS or unicodedata.category(char) == "Cf":
        return ""
    if unicodedata.name(char, "").endswith("SIGN NUKTA"):
        return ""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return _SAME_NASAL.get(char, char)


class _Space(dict[int, str]):
    """A space for punctuation and symbols, nothing for an apostrophe."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in _JOINING_MARKS:
            spaced = ""
        else:
            spaced = " " if unicodedata.category(char)[0] in "PSZC" else char
        self[code] = spaced
        return spaced


_FOLD = _Fold()
_SPACE = _Space()


def sort_key(text: str) -> str:
    """The key that puts names in order when compared byte by byte.

    Case and accents do not count, Shop 9 comes before Shop 10, digits before
    letters, and every script keeps its own alphabet's order.

    Limits: runs of more than 99 digits are ordered piece by piece.
    """
    return _DIGITS.sub(_number_key, fold_for_search(text))


def _number_key(match: re.Match[str]) -> str:
    """The digits with their count before them, so that they sort by value."""
    digits = match[0].lstrip("0") or "0"
    pieces = (digits[at : at + _MAX_RUN] for at in range(0, len(digits), _MAX_RUN))
    return "".join(f"{len(piece):02d}{piece}" for piece in pieces)


def grams(text: str, n: int) -> frozenset[str]:
    """All runs of n code points in the text; the text itself if it is shorter.

    A folded text holds another of n or more code points only if it has all
    its grams.
    """
    assert n > 0
    if len(text) <= n:
        return frozenset({text} if text else ())
    return frozenset(text[at : at + n] for at in range(len(text) - n + 1))
