"""What a person sees of a bug: a sentence, and where a report without names lies."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from collectiq_desktop.core.domain.clock import Clock
from collectiq_desktop.diagnostics import write_report
from collectiq_desktop.ui import text


class CrashReporter(QObject):
    """Writes a report for every error that is no sentence, and says so once at a time.

    Signals:
        reported: a report was written (Path, or None where the disk refused).
    """

    reported = Signal(object)

    def __init__(self, folder: Path, clock: Clock, doing: Callable[[], str]) -> None:
        super().__init__()
        self._folder = folder
        self._clock = clock
        self._doing = doing
        self._box: QMessageBox | None = None
        self.window: QWidget | None = None

    def watch(self) -> None:
        """Take every error that nobody takes."""
        sys.excepthook = self._hook

    @Slot(object)
    def report(self, error: BaseException) -> None:
        """Write the report now; say it when the hands are free."""
        try:
            path = write_report(
                self._folder, error, doing=self._doing(), now_at=self._clock.now_at()
            )
        except OSError:
            path = None
        self.reported.emit(path)
        QTimer.singleShot(0, self, lambda: self._say(path))

    def _hook(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            traceback.print_exception(kind, error, trace)
            return
        self.report(error)

    def _say(self, path: Path | None) -> None:
        if self._box is not None:
            return
        words = self.tr(
            "Something went wrong that should not have. What was saved before is safe in the "
            "books. You can go on; if it happens again, start CollectIQ anew."
        )
        place = self.tr("A report without names and phone numbers lies here:\n%1")
        told = words if path is None else words + "\n\n" + text.filled(place, str(path))
        self._box = QMessageBox(
            QMessageBox.Icon.Warning, "CollectIQ", told, QMessageBox.StandardButton.Ok, self.window
        )
        self._box.finished.connect(self._read)
        self._box.setModal(True)
        self._box.show()

    def _read(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
        self._box = None
