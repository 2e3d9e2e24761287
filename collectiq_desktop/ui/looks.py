"""Appearance and language as the user chose them, remembered and changed live."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from collectiq_desktop.ui import theme
from collectiq_desktop.ui.language import ENGLISH, Speaker
from collectiq_desktop.ui.plain_words import BOOKS_WORDS, PLAIN_WORDS, PlainWords
from collectiq_desktop.ui.settings import WindowSettings


class Looks:
    """How everything looks and which language it speaks."""

    def __init__(self, app: QApplication, settings: WindowSettings, speaker: Speaker) -> None:
        self._app = app
        self.settings = settings
        self._speaker = speaker
        self._plain_words: PlainWords | None = None

    @property
    def language(self) -> str:
        """The language of the screens."""
        return self._speaker.language

    def restore(self) -> None:
        """As it was the last time."""
        chosen = self.settings.text("appearance", theme.LIGHT.name)
        theme.apply(self._app, theme.PALETTES.get(chosen, theme.LIGHT))
        self._speaker.speak(self.settings.text("language", ENGLISH))
        self._lay_words_over()

    def show(self, appearance: str) -> None:
        """Show everything light or dark."""
        theme.apply(self._app, theme.PALETTES[appearance])
        self.settings.keep("appearance", appearance)

    def speak(self, language: str) -> None:
        """Show everything in a language."""
        self._speaker.speak(language)
        self._lay_words_over()
        self.settings.keep("language", self._speaker.language)

    def change_appearance(self) -> None:
        """From light to dark, and back."""
        is_light = theme.colours() is theme.LIGHT
        self.show((theme.DARK if is_light else theme.LIGHT).name)

    def change_language(self) -> None:
        """To the next language."""
        self.settings.keep("language", self._speaker.speak_next())
        self._lay_words_over()

    # Words for debit and credit -----------------------------------------------------

    @property
    def appearance(self) -> str:
        """The name of the palette that is shown."""
        return theme.colours().name

    @property
    def words(self) -> str:
        """Which words debit and credit have: those of the books, or plain ones."""
        return self.settings.text("words", BOOKS_WORDS)

    def say_with(self, words: str) -> None:
        """Use other words for debit and credit."""
        self.settings.keep("words", words)
        self._lay_words_over()

    def be_silent(self) -> None:
        """Take every translation away; the next window brings its own."""
        if self._plain_words is not None:
            self._app.removeTranslator(self._plain_words)
            self._plain_words = None
        self._speaker.be_silent()

    def _lay_words_over(self) -> None:
        """The plain words lie over the language, and must be laid anew when it changes."""
        if self._plain_words is not None:
            self._app.removeTranslator(self._plain_words)
            self._plain_words = None
        if self.words == PLAIN_WORDS:
            self._plain_words = PlainWords(self.language)
            self._app.installTranslator(self._plain_words)
