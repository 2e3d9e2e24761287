"""The preview: a paper before it is printed, all by keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QDialog, QFileDialog, QLayout, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.errands import PrintOrder
from collectiq_desktop.ui import text
from collectiq_desktop.ui.bars import KeyBar
from collectiq_desktop.ui.printing.previewing import PreviewParts, PreviewPresenter
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.pieces import label

_LANGUAGES = ("", "en", "hi")
_SIZE = (980, 720)
_ZOOM_STEP = 1.25


class Preview(QDialog):
    """Shows one order; Enter or Ctrl+P promises the print."""

    def __init__(self, parent: QWidget | None, order: PrintOrder, parts: PreviewParts) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.resize(*_SIZE)
        self._order = order
        self._title = ""
        self._folder = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        self._buffer = QBuffer(self)
        self._document = QPdfDocument(self)
        self.pages = QPdfView(self)
        self.pages.setPageMode(QPdfView.PageMode.MultiPage)
        self.pages.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.pages.setDocument(self._document)
        self.choices, self.keys, self.sentence = label("strong"), KeyBar(), label()
        page = QVBoxLayout(self)
        page.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        page.setContentsMargins(0, 10, 0, 0)
        for widget in (self.choices, self.pages, self.sentence, self.keys):
            page.addWidget(widget, 1 if widget is self.pages else 0)
        for told in (self.choices, self.sentence):
            told.setContentsMargins(14, 0, 14, 0)
        self.sentence.setWordWrap(True)
        self.sentence.hide()
        self.presenter = PreviewPresenter(self, parts, order)
        self._acts = self._make_acts()
        self._retranslate()
        self.pages.setFocus()

    # What the presenter tells -----------------------------------------------------

    def show_pdf(self, title: str, pdf: bytes) -> None:
        """Show the pages, from the first."""
        self._title = title
        self.setWindowTitle(title)
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)

    def show_choices(self, order: PrintOrder) -> None:
        """Show which paper, language and form hold."""
        self._order = order
        language = {
            "": self.tr("party's language"),
            "en": "English",
            "hi": "हिन्दी",
        }[order.language]
        form = (
            self.tr("outstanding bills")
            if order.form == "outstanding"
            else self.tr("whole account")
        )
        parts = [order.paper, language, *([form] if order.document == "statement" else [])]
        self.choices.setText(" · ".join(parts))

    def say(self, sentence: str, *, is_bad: bool) -> None:
        """Show a sentence under the pages."""
        words = text.sentence(sentence) if is_bad else text.filled(self.tr("Saved as %1"), sentence)
        self.sentence.setText(words)
        set_tone(self.sentence, Tone.BAD if is_bad else Tone.GOOD)
        self.sentence.show()

    def close_preview(self) -> None:
        """Close: the print is promised."""
        self.accept()

    # Keys -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = QKeySequence(event.keyCombination()).toString(
            QKeySequence.SequenceFormat.PortableText
        )
        act = self._acts.get(name)
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def _make_acts(self) -> Mapping[str, Callable[[], None]]:
        presenter = self.presenter
        return {
            "Ctrl+P": presenter.print,
            "Return": presenter.print,
            "Num+Enter": presenter.print,
            "Ctrl+S": self._save_pdf,
            "Ctrl+E": self._save_sheet,
            "Ctrl+H": presenter.change_form,
            "Ctrl+R": presenter.next_paper,
            "Ctrl+L": self._next_language,
            "Ctrl++": self._zoom_in,
            "Ctrl+-": self._zoom_out,
            "Esc": self.reject,
        }

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Preview"))
        hints = [
            ("Enter", self.tr("print")),
            ("Ctrl+S", self.tr("save as PDF")),
            ("Ctrl+R", self.tr("other paper")),
            ("Ctrl+L", self.tr("other language")),
        ]
        if self.presenter.can_save_sheet:
            hints += [("Ctrl+E", self.tr("save as Excel")), ("Ctrl+H", self.tr("other form"))]
        hints.append(("Esc", self.tr("close")))
        self.keys.show_keys(hints)

    def _next_language(self) -> None:
        place = _LANGUAGES.index(self._order.language)
        self.presenter.choose_language(_LANGUAGES[(place + 1) % len(_LANGUAGES)])

    def _zoom_in(self) -> None:
        self._zoom(_ZOOM_STEP)

    def _zoom_out(self) -> None:
        self._zoom(1 / _ZOOM_STEP)

    def _zoom(self, step: float) -> None:
        self.pages.setZoomMode(QPdfView.ZoomMode.Custom)
        self.pages.setZoomFactor(self.pages.zoomFactor() * step)

    # Files ------------------------------------------------------------------------------

    def _save_pdf(self) -> None:
        path = self.choose_path("pdf")
        if path is not None:
            self.presenter.save_pdf(path)

    def _save_sheet(self) -> None:
        path = self.choose_path("xlsx") if self.presenter.can_save_sheet else None
        if path is not None:
            self.presenter.save_sheet(path)

    def choose_path(self, ending: str) -> Path | None:
        """Where the person wants the file, None for nowhere."""
        stem = self._title.replace("/", "-")
        proposed = str(Path(self._folder) / f"{stem}.{ending}")
        chosen, _filter = QFileDialog.getSaveFileName(self, "", proposed, f"*.{ending}")
        if not chosen:
            return None
        self._folder = str(Path(chosen).parent)
        return Path(chosen)

    def done(self, result: int) -> None:
        """End: nothing more is wanted of the books, and one types where one typed."""
        self.presenter.close()
        super().done(result)
        parent = self.parentWidget()
        before = parent.window().focusWidget() if parent is not None else None
        if before is not None:
            # Without a window manager nobody else gives the window its keys back.
            before.activateWindow()
            before.setFocus(Qt.FocusReason.OtherFocusReason)


def show_preview(parent: QWidget | None, order: PrintOrder, parts: PreviewParts) -> Preview:
    """Open the preview of an order over a window."""
    preview = Preview(parent, order, parts)
    preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    preview.presenter.open()
    preview.open()
    return preview
