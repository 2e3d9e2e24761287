"""The one way from values to a PDF: Typst, our own fonts, our own templates.

A record enters as data (JSON in `sys.inputs`) and is never made into markup,
so whatever a party is called stays text. Nothing is read but the templates
and the fonts that we ship; no system font, no package, no network.
"""

from __future__ import annotations

import json
import threading
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import typst

from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.paths import fonts_folder, print_folder

_FIRST_FAMILY = "Noto Sans"
_LONGEST_WORD = 18
_ZERO_WIDTH_SPACE = "\u200b"
_JOINERS = "\u200c\u200d"
_LAST_BASIC = 0xFFFF
_UNPRINTABLE = frozenset({"Cc", "Cs", "Co", "Cn"})
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


class Typesetter:
    """A warm compiler over one folder of templates and one of fonts.

    Safe to share between threads; one paper is made at a time.
    """

    def __init__(self, *, templates: Path | None = None, fonts: Path | None = None) -> None:
        self.templates = templates or print_folder()
        font_folder = fonts or fonts_folder()
        shipped = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font_folder)]
        )
        others = sorted(set(shipped.families()) - {_FIRST_FAMILY})
        if len(others) == len(shipped.families()):
            message = say(
                "The fonts that papers are set in are missing from {folder}: please install "
                "CollectIQ again.",
                folder=font_folder,
            )
            raise BooksTrouble(message)
        self.families: tuple[str, ...] = (_FIRST_FAMILY, *others)
        self._compiler = typst.Compiler(
            root=str(self.templates), font_paths=shipped, ignore_system_fonts=True
        )
        self._lock = threading.Lock()

    def pdf(self, template: str, view: Mapping[str, object]) -> bytes:
        """The PDF that a template makes of plain values."""
        data = json.dumps({"fonts": self.families, **view}, ensure_ascii=False)
        with self._lock:
            made = self._compiler.compile(
                str(self.templates / template),
                format="pdf",
                sys_inputs={"data": data},
                pdf_tags=False,
            )
        assert isinstance(made, bytes)
        return made


@cache
def shared_typesetter() -> Typesetter:
    """The typesetter over what we ship, made once for the whole program."""
    return Typesetter()


def printable(text: str) -> str:
    """The text as one line that every font and column can take.

    Control characters, turned writing and pictures beyond the basic plane go,
    because no font that we ship has them; long words get places to break.
    """
    kept = "".join(
        char if _is_printable(char) else " " for char in unicodedata.normalize("NFC", text)
    )
    return " ".join(_breakable(word) for word in kept.split())


def _is_printable(char: str) -> bool:
    return (
        ord(char) <= _LAST_BASIC
        and unicodedata.category(char) not in _UNPRINTABLE
        and char not in _TURNING
    )


def _breakable(word: str) -> str:
    if len(word) <= _LONGEST_WORD:
        return word
    parts: list[str] = []
    run = 0
    for place, char in enumerate(word):
        run += 1
        if run > _LONGEST_WORD // 3 and _may_break(word, place):
            parts.append(_ZERO_WIDTH_SPACE)
            run = 1
        parts.append(char)
    return "".join(parts)


def _may_break(word: str, place: int) -> bool:
    """Whether a line may end before this character without tearing a letter."""
    before, char = word[place - 1], word[place]
    return (
        not unicodedata.category(char).startswith("M")
        and char not in _JOINERS
        and before not in _JOINERS
        and unicodedata.combining(before) != 9  # A virama joins the next consonant to it.
    )
