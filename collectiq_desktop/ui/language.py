"""The language of the screens, which can be changed while they are shown.

The source is English; other languages, and the plurals of English, lie as Qt
Linguist files in `resources/translations`: `collectiq_…` holds what windows
say, `sentences_…` what the core says. `make translations` gathers and compiles
them; where that was not done, they are compiled here.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QTranslator

ENGLISH = "en"
LANGUAGES = (ENGLISH, "hi")
_FILES = ("sentences", "collectiq")
log = logging.getLogger(__name__)


class Speaker:
    """Puts one language into place of another.

    Args:
        sources: the folder of the Linguist files.
        compiled: a folder that may be written, for what is compiled here.
    """

    def __init__(self, app: QCoreApplication, sources: Path, compiled: Path) -> None:
        self._app = app
        self._sources = sources
        self._compiled = compiled
        self._translators: list[QTranslator] = []
        self.language = ENGLISH

    def speak(self, language: str) -> None:
        """Show everything in a language; an unknown one is English."""
        self.be_silent()
        self.language = language if language in LANGUAGES else ENGLISH
        for stem in _FILES:
            file = self._file_of(f"{stem}_{self.language}")
            translator = QTranslator()
            if file is not None and translator.load(str(file)):
                self._translators.append(translator)
                self._app.installTranslator(translator)

    def be_silent(self) -> None:
        """Show everything as it stands in the source."""
        while self._translators:
            self._app.removeTranslator(self._translators.pop())

    def speak_next(self) -> str:
        """Show everything in the next language, and say which it is."""
        place = LANGUAGES.index(self.language) + 1
        self.speak(LANGUAGES[place % len(LANGUAGES)])
        return self.language

    def _file_of(self, stem: str) -> Path | None:
        """The compiled file, made first where it is missing or older than its source."""
        source = self._sources / f"{stem}.ts"
        if not source.is_file():
            return None
        for folder in (self._sources, self._compiled):
            file = folder / f"{source.stem}.qm"
            if file.is_file() and file.stat().st_mtime >= source.stat().st_mtime:
                return file
        return compile_translation(source, self._compiled)


def compile_translation(source: Path, folder: Path) -> Path | None:
    """The compiled form of a Linguist file; None where Qt's tool is not at hand."""
    suffix = ".exe" if sys.platform == "win32" else ""
    tool = Path(PySide6.__file__).parent / f"lrelease{suffix}"
    target = folder / f"{source.stem}.qm"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(  # noqa: S603 -- our own tool on our own file
            [tool, "-silent", source, "-qm", target], check=True, timeout=30, capture_output=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        log.info("A translation cannot be compiled: %s", error)
        return None
    return target
