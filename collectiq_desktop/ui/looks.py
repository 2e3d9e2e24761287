"""Appearance and language as the user chose them, remembered and changed live."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from collectiq_desktop.ui import theme
from collectiq_desktop.ui.language import ENGLISH, Speaker
from collectiq_desktop.ui.settings import WindowSettings


class Looks:
    """How everything looks and which language it speaks."""

    def __init__(self, app: QApplication, settings: WindowSettings, speaker: Speaker) -> None:
        self._app = app
        self.settings = settings
        self._speaker = speaker

    @property
    def language(self) -> str:
        """The language of the screens."""
        return self._speaker.language

    def restore(self) -> None:
        """As it was the last time."""
        chosen = self.settings.text("appearance", theme.LIGHT.name)
        theme.apply(self._app, theme.PALETTES.get(chosen, theme.LIGHT))
        self._speaker.speak(self.settings.text("language", ENGLISH))

    def show(self, appearance: str) -> None:
        """Show everything light or dark."""
        theme.apply(self._app, theme.PALETTES[appearance])
        self.settings.keep("appearance", appearance)

    def speak(self, language: str) -> None:
        """Show everything in a language."""
        self._speaker.speak(language)
        self.settings.keep("language", self._speaker.language)

    def change_appearance(self) -> None:
        """From light to dark, and back."""
        is_light = theme.colours() is theme.LIGHT
        self.show((theme.DARK if is_light else theme.LIGHT).name)

    def change_language(self) -> None:
        """To the next language."""
        self.settings.keep("language", self._speaker.speak_next())
