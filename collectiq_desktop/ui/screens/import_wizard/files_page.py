"""The first page of an import: which files, and the imports there were before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from collectiq_desktop.core.queries.imports import BatchLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screen import GAP
from collectiq_desktop.ui.screens.import_wizard.jobs import ChosenFile
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.field import TextField
from collectiq_desktop.ui.widgets.pieces import Card, ElidedLabel, beside_input

_KILO = 1024


def _file_kind(file: ChosenFile) -> str:
    if file.is_sheet:
        return QCoreApplication.translate("Import", "Spreadsheet")
    return QCoreApplication.translate("Import", "Tally export")


def _state(batch: BatchLine) -> str:
    undone = QCoreApplication.translate("Import", "undone")
    return undone if batch.is_undone else text.NONE


def _source(batch: BatchLine) -> str:
    """Tally, or the name that was given to the sheets."""
    kind, _colon, name = batch.source.partition(":")
    return name or kind.capitalize()


FILE_COLUMNS: tuple[Column[ChosenFile], ...] = (
    Column(title=QT_TRANSLATE_NOOP("Column", "File"), width=0, text_of=lambda file: file.path.name),
    Column(title=QT_TRANSLATE_NOOP("Column", "Kind"), width=130, text_of=_file_kind),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "KB"),
        width=90,
        text_of=lambda file: text.count(-(-file.bytes_count // _KILO)),
        is_number=True,
    ),
)
BATCH_COLUMNS: tuple[Column[BatchLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "When"),
        width=140,
        text_of=lambda batch: text.moment(batch.recorded_at),
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "From"), width=0, text_of=_source),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Vouchers"),
        width=84,
        text_of=lambda batch: text.count(batch.vouchers_count),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "State"),
        width=100,
        text_of=_state,
        tone_of=lambda batch: Tone.WARN if batch.is_undone else Tone.MUTED,
    ),
)


class FilesPage(QWidget):
    """Files on the left, earlier imports on the right.

    Signals:
        named: a file or folder was named.
        undo_wanted: the import in the cursor's row is to be undone, with a reason.
    """

    named = Signal(str)
    undo_wanted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.path = TextField("path")
        self.browse_button = QPushButton()
        self.files: RowsModel[ChosenFile] = RowsModel(FILE_COLUMNS)
        self.table = Table(self.files, identity_of=lambda file: file.path)
        self.batches: RowsModel[BatchLine] = RowsModel(BATCH_COLUMNS)
        self.batch_table = Table(self.batches, identity_of=lambda batch: batch.batch_id)
        self.reason = TextField("reason")
        self.undoing = ElidedLabel("strong")
        self.left, self.right = Card(), Card()
        self._lay_out()
        self.path.entered.connect(self._name)
        self.reason.entered.connect(self._undo)
        self.browse_button.clicked.connect(self.browse)

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.left.set_heading(self.tr("Files to import"))
        self.right.set_heading(self.tr("Earlier imports"))
        self.path.set_caption(self.tr("A Tally export (XML, JSON), a spreadsheet, or a folder"))
        self.path.line.setPlaceholderText(self.tr("Type its place and press Enter"))
        self.browse_button.setText(self.tr("Browse") + "   Alt+B")
        self.reason.set_caption(self.tr("Why is it undone? Enter undoes the whole import"))
        self.table.set_empty_text(
            self.tr(
                "The files stand here. From Tally: Alt+E, All Masters and Day Book, as XML.\n"
                "Alt+B looks for them on this machine. Nothing is written before you have "
                "seen what would happen."
            )
        )
        self.batch_table.set_empty_text(
            self.tr("Every import stands here, and Alt+X takes one back as a whole.")
        )

    def browse(self) -> None:
        """Look for files with the system's own window."""
        caption = self.tr("Files to import")
        kinds = self.tr("Tally exports and spreadsheets")
        endings = "*.xml *.json *.csv *.tsv *.txt *.xlsx *.xlsm *.xlsb *.xls *.ods"
        names, _kind = QFileDialog.getOpenFileNames(self, caption, "", f"{kinds} ({endings})")
        for name in names:
            self.named.emit(name)
        self.path.focus_all()

    def show_files(self, files: Sequence[ChosenFile]) -> None:
        """The files that are chosen."""
        self.files.set_rows(files)
        self.path.set_text("")
        self.path.clear_problem()

    def ask_reason(self) -> None:
        """Ask why the import in the cursor's row is undone."""
        batch = self.batch
        if batch is None:
            return
        words = self.tr("Undo the import of %1 (%2)")
        self.undoing.setText(text.filled(words, text.moment(batch.recorded_at), _source(batch)))
        self.undoing.show()
        self.reason.show()
        self.reason.focus_all()

    def close_reason(self) -> bool:
        """Ask no more; whether it was asked."""
        was_asked = not self.reason.isHidden()
        self.reason.set_text("")
        self.reason.clear_problem()
        self.reason.hide()
        self.undoing.hide()
        return was_asked

    def change_table(self) -> None:
        """From one table to the other."""
        (self.batch_table if self.table.hasFocus() else self.table).setFocus()

    @property
    def batch(self) -> BatchLine | None:
        """The import in the cursor's row, by default the newest."""
        current = self.batch_table.current
        found = current if current is not None else self.batches.row_at(0)
        return found if isinstance(found, BatchLine) else None

    def _name(self) -> None:
        if self.path.text:
            self.named.emit(self.path.text)

    def _undo(self) -> None:
        self.undo_wanted.emit(self.batch, self.reason.text)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        named = QHBoxLayout()
        named.addWidget(self.path, 1)
        named.addLayout(beside_input(self.browse_button))
        self.browse_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.left.body.addLayout(named)
        self.left.body.addWidget(self.table, 1)
        self.right.body.addWidget(self.batch_table, 1)
        self.right.body.addWidget(self.undoing)
        self.right.body.addWidget(self.reason)
        self.close_reason()
        row.addWidget(self.left, 3)
        row.addWidget(self.right, 2)
