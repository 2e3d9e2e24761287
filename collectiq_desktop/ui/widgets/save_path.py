"""Where a list is saved as a file: a path, proposed in the folder of the last one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal

from collectiq_desktop.ui.widgets.field import TextField


class SavePath(TextField):
    """Where a list is to be saved; hidden until it is asked for.

    Signals:
        wanted: Enter was pressed on a path.
        closed: the focus belongs to the list again.
    """

    wanted = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("path")
        self.folder = _documents()
        self.hide()
        self.entered.connect(self._entered)

    def offer(self, name: str) -> None:
        """Propose a file of this name in the folder of the last one."""
        self.set_text(str(self.folder / name))
        self.clear_problem()
        self.show()
        self.focus_all()

    def close_line(self) -> bool:
        """Take the line away; whether it was there."""
        was_shown = self.isVisible()
        self.hide()
        if was_shown:
            self.closed.emit()
        return was_shown

    def retranslate(self) -> None:
        """Write the caption."""
        self.set_caption(
            self.tr("Save as: .xlsx for Excel, .pdf for paper, .csv. Enter saves, Esc does not.")
        )

    def _entered(self) -> None:
        if self.text:
            self.wanted.emit(Path(self.text).expanduser())


def _documents() -> Path:
    """Where a person looks for papers first."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    documents = Path(QStandardPaths.writableLocation(place))
    return documents if documents.is_dir() else Path.home()
