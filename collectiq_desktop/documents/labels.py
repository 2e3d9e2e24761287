"""The words printed on papers, one file of words for each language.

A language is added by adding `resources/print/labels/<code>.json`. Amounts
and dates are the same in every language; no word of a paper stands in code.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from collectiq_desktop.paths import print_folder

DEFAULT_LANGUAGE = "en"
_FOLDER = "labels"


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language; what a language lacks stands in English."""

    language: str
    words: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.words[key]

    def fill(self, key: str, **values: str) -> str:
        """The phrase with its gaps filled; braces in the values do no harm."""
        return self.words[key].format_map(values)

    def named(self, prefix: str, name: str) -> str:
        """The word for a name such as a mode, or the name itself as typed."""
        return self.words.get(f"{prefix}_{name}", name)


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """The codes of the languages that papers can be printed in."""
    return tuple(sorted(path.stem for path in _folder(folder).glob("*.json")))


def labels_for(language: str, *, folder: Path | None = None) -> Labels:
    """The words of a language, or the English ones where it has no file.

    Args:
        folder: the folder of templates, by default the one that we ship.
    """
    return _read(language, _folder(folder))


def _folder(folder: Path | None) -> Path:
    return (folder or print_folder()) / _FOLDER


@cache
def _read(language: str, folder: Path) -> Labels:
    english = _words(folder / f"{DEFAULT_LANGUAGE}.json")
    if language == DEFAULT_LANGUAGE or language not in {p.stem for p in folder.glob("*.json")}:
        return Labels(DEFAULT_LANGUAGE, english)
    return Labels(language, english | _words(folder / f"{language}.json"))


def _words(path: Path) -> dict[str, str]:
    words: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return words
