"""Any text in plain ASCII, for printers that know no other letters.

Indian scripts are written as a shop would write them in English (मेहता is
Mehta): their blocks share one order, so one table serves all. Only for paper;
nothing that is made here is ever searched or stored.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_SIGNS: Final = {
    "₹": "Rs. ",
    "–": "-",
    "—": "-",
    "−": "-",
    "·": "-",
    "•": "-",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "…": "...",
    "×": "x",
    "।": ".",
    "॥": ".",
    "ॐ": "Om",
    "ß": "ss",
    "æ": "ae",
    "ø": "o",
}
_UNKNOWN = "?"

# By the place in a block, which is the same in every script from Devanagari to Malayalam.
_VOWELS: Final = {
    **dict(zip(range(0x05, 0x0D), ("a", "a", "i", "i", "u", "u", "ri", "li"), strict=True)),
    **dict(zip(range(0x0D, 0x15), ("e", "e", "e", "ai", "o", "o", "o", "au"), strict=True)),
    0x60: "ri",
}
_CONSONANTS: Final = dict(
    zip(
        range(0x15, 0x3A),
        (
            *("k", "kh", "g", "gh", "n", "ch", "chh", "j", "jh", "n"),
            *("t", "th", "d", "dh", "n", "t", "th", "d", "dh", "n", "n"),
            *("p", "ph", "b", "bh", "m", "y", "r", "r", "l", "l", "l", "v"),
            *("sh", "sh", "s", "h"),
        ),
        strict=True,
    )
)
_VOWEL_SIGNS: Final = {
    **dict(zip(range(0x3E, 0x45), ("a", "i", "i", "u", "u", "ri", "ri"), strict=True)),
    **dict(zip(range(0x45, 0x4D), ("e", "e", "e", "ai", "o", "o", "o", "au"), strict=True)),
}
_VIRAMA, _NASALS, _VISARGA, _DIGITS = 0x4D, (0x01, 0x02), 0x03, range(0x66, 0x70)
_INDIC = re.compile("[\u0900-\u0d7f\u200c\u200d]+")
_FIRST, _LAST, _BLOCK = 0x0900, 0x0D7F, 0x80
# Scripts in which a final consonant keeps its vowel.
_FULL_ENDINGS = range(0x0B80, 0x0D80)
_TIPPI = "\u0a70"
_NASAL = ["n", ""]
# Consonants that keep their vowel at the end of a cluster: Krishna, Chandra, but Stors.
_SUNG = frozenset({"l", "m", "n", "r", "v", "y"})
_LABIALS = ("p", "b", "m")
_Sound = list[str]
"""A consonant (or nothing) and the vowel after it; `@` is the vowel not written."""


@lru_cache(maxsize=4_096)
def ascii_of(text: str) -> str:
    """The text in printable ASCII, on one line."""
    if text.isascii() and text.isprintable():
        return text
    composed = "".join(_SIGNS.get(char, char) for char in unicodedata.normalize("NFC", text))
    plain = _INDIC.sub(lambda match: _indic_word(match[0]), composed)
    return " ".join("".join(map(_ascii_char, plain)).split())


def _ascii_char(char: str) -> str:
    if " " <= char <= "~":
        return char
    category = unicodedata.category(char)
    if category[0] in "CZ":
        return "" if category == "Cf" else " "
    bare = "".join(
        part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part)
    )
    return bare if bare.isascii() and bare.isprintable() else _UNKNOWN


def _indic_word(word: str) -> str:
    sounds = _sounds(word)
    if ord(word[-1]) not in _FULL_ENDINGS:
        _drop_unspoken(sounds)
    spoken = "".join(consonant + vowel.replace("@", "a") for consonant, vowel in sounds)
    return spoken[:1].upper() + spoken[1:]


def _sounds(word: str) -> list[_Sound]:
    sounds: list[_Sound] = []
    for char in word:
        at = (ord(char) - _FIRST) % _BLOCK if _FIRST <= ord(char) <= _LAST else -1
        if at in _CONSONANTS:
            _nasal_before(sounds, _CONSONANTS[at])
            sounds.append([_CONSONANTS[at], "@"])
        elif at in _VOWELS:
            sounds.append(["", _VOWELS[at]])
        elif at in _VOWEL_SIGNS and sounds:
            sounds[-1][1] = _VOWEL_SIGNS[at]
        elif at == _VIRAMA and sounds:
            sounds[-1][1] = ""
        elif at in _NASALS or char == _TIPPI:
            sounds.append(list(_NASAL))
        elif at == _VISARGA:
            sounds.append(["h", ""])
        elif at in _DIGITS:
            sounds.append([str(at - _DIGITS[0]), ""])
    return sounds


def _nasal_before(sounds: list[_Sound], consonant: str) -> None:
    """Say the nasal sign as m before p, b and m: संपत is Sampat."""
    if sounds and sounds[-1] == _NASAL and consonant[0] in _LABIALS:
        sounds[-1][0] = "m"


def _drop_unspoken(sounds: list[_Sound]) -> None:
    """Leave out the vowels that are not spoken: at the end, and between two syllables."""
    last = len(sounds) - 1
    if last > 0 and sounds[last][1] == "@":
        is_cluster = sounds[last - 1][1] == "" and sounds[last - 1] != _NASAL
        if not (is_cluster and sounds[last][0] in _SUNG):
            sounds[last][1] = ""
    for place in range(last - 1, 0, -1):
        is_open = sounds[place - 1][1] != "" and sounds[place + 1][0] and sounds[place + 1][1] != ""
        if sounds[place][1] == "@" and is_open:
            sounds[place][1] = ""
