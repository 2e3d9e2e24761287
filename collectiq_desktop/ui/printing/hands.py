"""The clipboard, and the programs that links belong to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication


class DesktopHands:
    """The hands of this desktop."""

    def lay_out(self, path: Path, words: str) -> None:
        """Put a file on the clipboard; where no file can be pasted, its words are."""
        bundle = QMimeData()
        bundle.setUrls([QUrl.fromLocalFile(str(path))])
        bundle.setText(words)
        QGuiApplication.clipboard().setMimeData(bundle)

    def open(self, link: str) -> bool:
        """Open a link; whether there is a program for it."""
        return QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode))
