"""Udhaar and jama: words for debit and credit that need no accountant.

Laid over the translation of the language that is spoken, so that no screen
knows of it. Only screens change; papers keep the words of the books.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTranslator

BOOKS_WORDS, PLAIN_WORDS = "books", "plain"
CHOICES = (BOOKS_WORDS, PLAIN_WORDS)

_WORDS: Mapping[str, Mapping[tuple[str, str], str]] = {
    "en": {
        ("Amount", "Dr"): "to get",
        ("Amount", "Cr"): "to give",
        ("Column", "Debit"): "You gave",
        ("Column", "Credit"): "You got",
    },
    "hi": {
        ("Amount", "Dr"): "लेने हैं",
        ("Amount", "Cr"): "देने हैं",
        ("Column", "Debit"): "आपने दिया (उधार)",
        ("Column", "Credit"): "आपको मिला (जमा)",
    },
}


class PlainWords(QTranslator):
    """A few words over those of one language; all others are left to it."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._words = _WORDS.get(language, _WORDS["en"])

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 -- Qt's own name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        del disambiguation, n
        # Nothing at all lets Qt ask the language itself.
        return self._words.get((context, sourceText))
