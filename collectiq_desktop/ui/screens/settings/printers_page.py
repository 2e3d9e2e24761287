"""The printers of this machine, and which of them prints what on which paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.errands import Document
from collectiq_desktop.gateways.printers.setup import (
    WAYS,
    Printer,
    PrinterSetup,
    Speech,
    Way,
    papers_of,
)
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screen import GAP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.widgets.field import ChoiceField, TextField
from collectiq_desktop.ui.widgets.pieces import Card, ElidedLabel
from collectiq_desktop.ui.widgets.walk import Walk

_YES = "yes"
_SPEECHES = {
    Speech.DRIVER: QT_TRANSLATE_NOOP("Printers", "Any printer of this system"),
    Speech.ESCPOS: QT_TRANSLATE_NOOP("Printers", "Receipt roll (ESC/POS)"),
    Speech.TEXT: QT_TRANSLATE_NOOP("Printers", "Dot matrix, plain text"),
    Speech.PDF: QT_TRANSLATE_NOOP("Printers", "PDF into a folder"),
}
_WAYS = {
    Way.SYSTEM: QT_TRANSLATE_NOOP("Printers", "System"),
    Way.NETWORK: QT_TRANSLATE_NOOP("Printers", "Network"),
    Way.DEVICE: QT_TRANSLATE_NOOP("Printers", "Device or port"),
    Way.QUEUE: QT_TRANSLATE_NOOP("Printers", "Raw queue"),
    Way.FOLDER: QT_TRANSLATE_NOOP("Printers", "Folder"),
}
_DOCUMENTS = {
    Document.RECEIPT: QT_TRANSLATE_NOOP("Printers", "Receipt"),
    Document.INVOICE: QT_TRANSLATE_NOOP("Printers", "Sales invoice"),
    Document.STATEMENT: QT_TRANSLATE_NOOP("Printers", "Statement"),
    Document.RUN_SHEET: QT_TRANSLATE_NOOP("Printers", "Run sheet"),
}


def _said(words: str) -> str:
    return QCoreApplication.translate("Printers", words)


PRINTER_COLUMNS: tuple[Column[Printer], ...] = (
    Column(title=QT_TRANSLATE_NOOP("Column", "Printer"), width=0, text_of=lambda p: p.name),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Kind"),
        width=190,
        text_of=lambda p: _said(_SPEECHES[p.speech]),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Address"),
        width=170,
        text_of=lambda p: text.or_none(p.address),
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Paper"), width=96, text_of=lambda p: p.paper),
)


class PrintersPage(QWidget):
    """The printers, one of them to be changed, and the documents.

    Signals:
        save_wanted: a printer as it is typed, and the name it had.
        choice_changed: a document, the printer for it, and its paper.
    """

    save_wanted = Signal(object, str)
    choice_changed = Signal(object, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.model: RowsModel[Printer] = RowsModel(PRINTER_COLUMNS)
        self.table = Table(self.model, identity_of=lambda printer: printer.name)
        self.name, self.address = TextField("name"), TextField("address")
        self.speech, self.way = ChoiceField("speech"), ChoiceField("way")
        self.paper = ChoiceField("paper")
        self.drawer = ChoiceField("opens_drawer")
        self.system = ElidedLabel("muted")
        self.printers = {document: ChoiceField(document.value) for document in Document}
        self.papers = {document: ChoiceField(f"paper {document.value}") for document in Document}
        self.list_card, self.form_card, self.choice_card = Card(), Card(), Card()
        self._setup = PrinterSetup()
        self._was_named = ""
        self._lay_out()
        fields = [self.name, self.speech, self.way, self.address, self.paper, self.drawer]
        self.walk = Walk(fields, self)
        self.walk.finished.connect(self.save)
        self._connect()

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.list_card.set_heading(self.tr("Printers of this machine"))
        self.choice_card.set_heading(self.tr("Which paper goes where"))
        self.name.set_caption(self.tr("Name"))
        self.speech.set_caption(self.tr("Kind"))
        self.way.set_caption(self.tr("Reached by"))
        self.address.set_caption(self.tr("Address, port or folder"))
        self.paper.set_caption(self.tr("Paper"))
        self.drawer.set_caption(self.tr("Opens the cash drawer"))
        self.drawer.set_choices([("", self.tr("No")), (_YES, self.tr("Yes"))])
        self.speech.set_choices([(key.value, _said(words)) for key, words in _SPEECHES.items()])
        self._fit_to_speech()
        for document, words in _DOCUMENTS.items():
            self.printers[document].set_caption(_said(words))
            self.papers[document].set_caption(self.tr("on paper"))
        self.table.set_empty_text(
            self.tr("No printer yet: papers can be seen and saved as PDF. Ctrl+N adds one.")
        )
        self._show_heading()

    def show_setup(self, setup: PrinterSetup) -> None:
        """The printers and the choices as they are saved."""
        self._setup = setup
        self.model.set_rows(setup.printers)
        names = [(printer.name, printer.name) for printer in setup.printers]
        for document in Document:
            field, papers = self.printers[document], self.papers[document]
            for each in (field, papers):
                each.blockSignals(True)
            chosen = setup.defaults.get(document, "")
            field.set_choices(names if chosen else [("", text.NONE), *names])
            field.set_key(chosen)
            papers.set_choices(self._papers_for(chosen))
            papers.set_key(setup.papers.get(document, ""))
            for each in (field, papers):
                each.blockSignals(False)
        self.walk.clear_problems()

    def show_system(self, names: Sequence[str]) -> None:
        """The printers that the system knows, to be typed as an address."""
        words = self.tr("This system knows: %1")
        self.system.setText(text.filled(words, ", ".join(names) or text.NONE))

    def begin_new(self) -> None:
        """Empty fields for another printer."""
        self._show_printer(Printer(name="", speech=Speech.DRIVER, way=Way.SYSTEM), was_named="")
        self.name.focus_all()

    def edit_current(self, _row: int = 0) -> None:
        """The printer in the cursor's row, to be changed."""
        printer = self.table.current
        if isinstance(printer, Printer):
            self._show_printer(printer, was_named=printer.name)
            self.name.focus_all()

    @property
    def current_name(self) -> str:
        """The printer in the cursor's row."""
        printer = self.table.current
        return printer.name if isinstance(printer, Printer) else ""

    def save(self) -> None:
        """Tell what is typed."""
        speech = Speech(self.speech.key or Speech.DRIVER)
        printer = Printer(
            name=self.name.text,
            speech=speech,
            way=Way(self.way.key or WAYS[speech][0]),
            address=self.address.text,
            paper=self.paper.key,
            opens_drawer=self.drawer.key == _YES and speech is Speech.ESCPOS,
        )
        self.save_wanted.emit(printer, self._was_named)

    def show_problem(self, name: str, sentence: str) -> bool:
        """Say at a field what is wrong; False where there is no such field."""
        for field in self.papers.values():
            if field.name == name:
                field.show_problem(sentence)
                return True
        return self.walk.show_problem(name, sentence)

    def _show_printer(self, printer: Printer, *, was_named: str) -> None:
        self._was_named = was_named
        self.name.set_text(printer.name)
        self.speech.set_key(printer.speech.value)
        self._fit_to_speech()
        self.way.set_key(printer.way.value)
        self.address.set_text(printer.address)
        self.paper.set_key(printer.paper)
        self.drawer.set_key(_YES if printer.opens_drawer else "")
        self.walk.clear_problems()
        self._show_heading()

    def _show_heading(self) -> None:
        changing = text.filled(self.tr("Change %1"), self._was_named)
        self.form_card.set_heading(changing if self._was_named else self.tr("A new printer"))

    def _fit_to_speech(self) -> None:
        """The ways and papers that the kind of printer allows."""
        speech = Speech(self.speech.key or Speech.DRIVER)
        self.way.set_choices([(way.value, _said(_WAYS[way])) for way in WAYS[speech]])
        papers = papers_of(Printer(name="", speech=speech, way=WAYS[speech][0]))
        self.paper.set_choices([(paper, paper) for paper in papers])
        self.drawer.setVisible(speech is Speech.ESCPOS)

    def _papers_for(self, name: str) -> list[tuple[str, str]]:
        found = next((each for each in self._setup.printers if each.name == name), None)
        own = ("", self.tr("as the printer"))
        return [own, *((paper, paper) for paper in papers_of(found))] if found else [own]

    def _connect(self) -> None:
        self.speech.changed.connect(self._fit_to_speech)
        self.table.chosen.connect(self.edit_current)
        for document in Document:
            for field in (self.printers[document], self.papers[document]):
                field.changed.connect(self._tell_choices)

    def _tell_choices(self) -> None:
        for document in Document:
            name, paper = self.printers[document].key, self.papers[document].key
            before = self._setup.defaults.get(document, ""), self._setup.papers.get(document, "")
            if (name, paper) != before:
                is_other = name != before[0]
                self.choice_changed.emit(document, name, "" if is_other else paper)
                return

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        self.list_card.body.addWidget(self.table, 1)
        left.addWidget(self.list_card, 1)
        choices = QHBoxLayout()
        choices.setSpacing(14)
        for document in Document:
            pair = QVBoxLayout()
            pair.addWidget(self.printers[document])
            pair.addWidget(self.papers[document])
            choices.addLayout(pair, 1)
        self.choice_card.body.addLayout(choices)
        left.addWidget(self.choice_card)
        row.addLayout(left, 3)
        for widget in (self.name, self.speech, self.way, self.address, self.paper, self.drawer):
            self.form_card.body.addWidget(widget)
        self.form_card.body.addStretch(1)
        self.form_card.body.addWidget(self.system)
        self.system.setAlignment(Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.form_card, 2)
