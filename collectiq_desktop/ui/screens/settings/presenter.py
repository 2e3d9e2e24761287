"""The settings: what is read, what is saved, and what a field is refused for. No window here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from collectiq_desktop.core.domain.errands import Document
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.queries.branches import Branches, BranchLine
from collectiq_desktop.core.queries.firm import FirmCard, FirmDetails
from collectiq_desktop.core.queries.series import NextNumbers, SeriesLine
from collectiq_desktop.core.services.branches import AddBranch
from collectiq_desktop.core.services.masters import AmendFirm
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.gateways.printers.setup import Printer, PrinterSetup
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.settings.firm_form import changes_between, texts_of, with_lock

FIRM_SAVED = QT_TRANSLATE_NOOP("Sentence", "The firm is saved; every paper shows it from now on.")
NOTHING_CHANGED = QT_TRANSLATE_NOOP("Sentence", "Nothing was changed.")
PRINTER_SAVED = QT_TRANSLATE_NOOP("Sentence", "The printer is saved on this machine.")
PRINTER_REMOVED = QT_TRANSLATE_NOOP("Sentence", "The printer is taken away; its papers have none.")
BRANCH_ADDED = QT_TRANSLATE_NOOP(
    "Sentence", "The branch is added; reports can be asked for it from now on."
)
CHOICE_SAVED = QT_TRANSLATE_NOOP("Sentence", "Saved for this document.")


class SettingsView(Protocol):
    """What the presenter tells the screen."""

    def show_firm(self, texts: Mapping[str, str]) -> None:
        """What stands in the firm's fields."""
        ...

    def show_series(self, lines: Sequence[SeriesLine]) -> None:
        """The series of numbers of this year."""
        ...

    def show_printers(self, setup: PrinterSetup) -> None:
        """The printers of this machine, and which document goes where."""
        ...

    def show_system_printers(self, names: Sequence[str]) -> None:
        """The printers that the system knows."""
        ...

    def show_branches(self, branches: Sequence[BranchLine]) -> None:
        """The branches of the firm."""
        ...

    def show_branch_added(self) -> None:
        """The fields are for the next one."""
        ...

    def show_problem(self, page: str, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...

    def show_done(self, sentence: str) -> None:
        """What is saved."""
        ...


class SettingsPresenter:
    """The firm is a fact of the books; printers belong to this machine."""

    def __init__(self, view: SettingsView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._firm: Firm | None = None

    def begin(self) -> None:
        """Read everything anew."""
        self._kit.work.ask(FirmCard(), key="settings firm", done=self._took_firm)
        self._ask_branches()
        self._kit.work.ask(NextNumbers(), key="settings series", done=self._view.show_series)
        self.show_printers()

    def _took_firm(self, details: FirmDetails) -> None:
        self._firm = details.firm
        self._view.show_firm(texts_of(details.firm))

    def is_changed(self, texts: Mapping[str, str]) -> bool:
        """Whether something is typed that is not saved."""
        return self._firm is not None and bool(changes_between(self._firm, texts))

    def save_firm(self, texts: Mapping[str, str]) -> None:
        """Put what was changed into the books."""
        if self._firm is None:
            return
        try:
            today_on = self._kit.clock.today_on()
            changes = with_lock(changes_between(self._firm, texts), today_on)
        except CollectIQError as error:
            self._firm_refused(error)
            return
        if not changes:
            self._view.show_done(NOTHING_CHANGED)
            return
        command = AmendFirm(fact_id=FactId(self._kit.ids.mint()), changes=changes)
        self._kit.work.run(
            command, done=self._saved_firm, failed=self._firm_refused, initiator=self
        )

    def _saved_firm(self, _result: object) -> None:
        self._kit.work.ask(FirmCard(), key="settings firm", done=self._took_firm)
        self._view.show_done(FIRM_SAVED)

    def _firm_refused(self, error: CollectIQError) -> None:
        self._view.show_problem("firm", error.field or "", error.message)

    # Branches -----------------------------------------------------------------------

    def _ask_branches(self) -> None:
        self._kit.work.ask(Branches(), key="settings branches", done=self._view.show_branches)

    def add_branch(self, branch_id: str, name: str) -> None:
        """Put one more branch into the books."""
        fact_id = FactId(self._kit.ids.mint())
        command = AddBranch(fact_id=fact_id, branch_id=branch_id, name=name)
        self._kit.work.run(
            command, done=self._added_branch, failed=self._branch_refused, initiator=self
        )

    def _added_branch(self, _branch_id: str) -> None:
        self._ask_branches()
        self._view.show_branch_added()
        self._view.show_done(BRANCH_ADDED)

    def _branch_refused(self, error: CollectIQError) -> None:
        self._view.show_problem("branches", error.field or "", error.message)

    # Printers -----------------------------------------------------------------------

    def show_printers(self) -> None:
        """The printers as they are set up."""
        if self._kit.printing is not None:
            self._view.show_printers(self._kit.printing.setup)

    def ask_system(self) -> None:
        """Which printers the system knows; asked on a lane, for it may take long."""

        def names(_progress: Progress) -> tuple[str, ...]:
            from collectiq_desktop.ui.printing.drivers import system_printers

            return system_printers()

        self._kit.work.aside(names, key="system printers", done=self._view.show_system_printers)

    def save_printer(self, printer: Printer, was_named: str) -> None:
        """Add a printer, or change the one that was chosen."""
        printing = self._kit.printing
        if printing is None:
            return
        setup = printing.setup
        try:
            changed = setup.with_printer(printer)
            if was_named and was_named != printer.name:
                changed = _renamed(setup, was_named, printer)
            printing.change_setup(changed)
        except CollectIQError as error:
            self._view.show_problem("printers", error.field or "", error.message)
            return
        self._view.show_printers(printing.setup)
        self._view.show_done(PRINTER_SAVED)

    def remove_printer(self, name: str) -> None:
        """Take a printer away; its documents have none then."""
        printing = self._kit.printing
        if printing is None or not name:
            return
        self._change(printing.setup.without_printer(name), PRINTER_REMOVED)

    def choose_printer(self, document: Document, name: str, paper: str) -> None:
        """Another printer, or another paper, for a document."""
        printing = self._kit.printing
        if printing is None or not name:
            return
        try:
            changed = printing.setup.with_default(document, name, paper)
        except CollectIQError as error:
            self._view.show_problem("printers", f"paper {document.value}", error.message)
            return
        self._change(changed, CHOICE_SAVED)

    def _change(self, setup: PrinterSetup, sentence: str) -> None:
        printing = self._kit.printing
        assert printing is not None
        try:
            printing.change_setup(setup)
        except CollectIQError as error:
            self._view.show_problem("printers", "", error.message)
            return
        self._view.show_printers(printing.setup)
        self._view.show_done(sentence)


def _renamed(setup: PrinterSetup, was_named: str, printer: Printer) -> PrinterSetup:
    """The setup with a printer under another name; its documents follow it."""
    documents = [document for document, name in setup.defaults.items() if name == was_named]
    changed = setup.without_printer(was_named).with_printer(printer)
    for document in documents:
        paper = setup.papers.get(document, "")
        changed = changed.with_default(document, printer.name, paper)
    return changed
