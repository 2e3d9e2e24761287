"""What the window remembers of its user: place on the screen, appearance, language.

Local to this machine and user, never in the books.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_FILE = "window.ini"


class WindowSettings:
    """The settings in a file of their own."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._kept = QSettings(str(folder / _FILE), QSettings.Format.IniFormat)

    def text(self, name: str, otherwise: str) -> str:
        """A remembered word."""
        value = self._kept.value(name, otherwise)
        return value if isinstance(value, str) else otherwise

    def keep(self, name: str, value: str) -> None:
        """Remember a word."""
        self._kept.setValue(name, value)

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window was, None before the first time."""
        value = self._kept.value("window/geometry")
        return value if isinstance(value, QByteArray) else None

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Remember where the window is."""
        self._kept.setValue("window/geometry", geometry)
        self._kept.sync()
