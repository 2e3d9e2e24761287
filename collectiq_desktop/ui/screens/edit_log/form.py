"""The edit log's fields and table, put in their places; what they mean is the view's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.core.queries.edit_log import About
from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.core.services.verify import Check
from collectiq_desktop.ui import edit_words, text
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screen import GAP, MARGINS
from collectiq_desktop.ui.screens.edit_log.columns import EDIT_COLUMNS, EditRow, rows_of
from collectiq_desktop.ui.tables.models import PagedModel
from collectiq_desktop.ui.tables.paging import AskPage
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.field import ChoiceField
from collectiq_desktop.ui.widgets.party_field import PartyField
from collectiq_desktop.ui.widgets.period import Period, PeriodFields, PeriodTitle, period_words
from collectiq_desktop.ui.widgets.pieces import Card, beside_input, label
from collectiq_desktop.ui.widgets.save_path import SavePath

_PARTY_PIXELS, _CHOICE_PIXELS, _WHOLE_PIXELS = 190, 150, 22
_ABOUT = {
    About.VOUCHERS: QT_TRANSLATE_NOOP("EditLog", "Vouchers"),
    About.CORRECTIONS: QT_TRANSLATE_NOOP("EditLog", "Corrections"),
    About.PARTIES: QT_TRANSLATE_NOOP("EditLog", "Parties, limits"),
    About.ITEMS: QT_TRANSLATE_NOOP("EditLog", "Items, accounts"),
    About.EMPLOYEES: QT_TRANSLATE_NOOP("EditLog", "Employees, rights"),
    About.ASSIGNMENTS: QT_TRANSLATE_NOOP("EditLog", "Assignments"),
    About.COLLECTING: QT_TRANSLATE_NOOP("EditLog", "Cheques, visits"),
    About.FIRM: QT_TRANSLATE_NOOP("EditLog", "Firm, counters"),
    About.PAPERS: QT_TRANSLATE_NOOP("EditLog", "Prints"),
}


def _said(words: str) -> str:
    return QCoreApplication.translate("EditLog", words)


class EditLogForm(QVBoxLayout):
    """Everything that stands on the page."""

    def __init__(self, page: QWidget, kit: Kit) -> None:
        super().__init__(page)
        self._kit = kit
        work, today_on = kit.work, kit.clock.today_on()
        self._title = PeriodTitle()
        self.party = PartyField("party", work)
        self.who, self.about = ChoiceField("who"), ChoiceField("about")
        self.period = PeriodFields(today_on)
        self._people: Sequence[EmployeeRow] = ()
        self._shown = Period(today_on, today_on)
        self._card = Card()
        self.model: PagedModel[EditRow] = PagedModel(
            EDIT_COLUMNS, work, key="edit log", rows_of=rows_of
        )
        self.table = Table(
            self.model,
            identity_of=lambda row: (row.edit.told.fact_id, row.line and row.line[:2]),
        )
        self._proof, self._whole = label("strong"), label("muted")
        self.path = SavePath()
        self._lay_out()

    def begin(self) -> None:
        """Everybody, everything."""
        self.path.hide()
        self.show_proof("", Tone.INK)
        self.party.set_party(None)
        for choice in (self.who, self.about):
            choice.set_key("")

    def give_up(self) -> bool:
        """Esc in a field: what holds stands there again; whether the cursor was in one."""
        if self.party.close_list() or self.path.close_line():
            return True
        fields = (self.party, self.who, self.about)
        if self.period.is_typed_into or any(each.input.hasFocus() for each in fields):
            self.period.restore()
            return True
        return False

    def show_period(self, from_on: date, to_on: date) -> None:
        """The period that holds now."""
        self._shown = Period(from_on, to_on)
        self.period.show_period(self._shown, self._kit.clock.today_on())
        self._show_words()

    def show_people(self, people: Sequence[EmployeeRow]) -> None:
        """Whose deeds can be asked for."""
        self._people = people
        everybody = [("", self.tr("Everybody"))]
        named = [(each.employee_id.hex(), each.employee.name) for each in people]
        self.who.set_choices([*everybody, *named])
        self.who.setVisible(bool(people))

    def show_proof(self, words: str, tone: Tone) -> None:
        """What became of the proof; an empty one takes the line away."""
        self._proof.setText(words)
        set_tone(self._proof, tone)
        self._proof.setVisible(bool(words))

    def show_pages(self, ask_page: AskPage) -> None:
        """Others are asked for."""
        self.model.show(ask_page)

    def refresh_pages(self) -> None:
        """The same, as they are now."""
        self.model.refresh()

    def show_verifying(self) -> None:
        """The chain is being walked."""
        self.show_proof(self.tr("The chain is being verified …"), Tone.ACCENT)

    def show_chain(self, check: Check) -> None:
        """The chain is intact, or where it first is not."""
        detail = text.sentence(check.detail)
        if check.ok:
            words = text.filled(self.tr("✓ The chain is intact. %1"), detail)
        else:
            words = text.filled(self.tr("✗ The chain is broken. %1"), detail)
        self.show_proof(words, Tone.GOOD if check.ok else Tone.BAD)

    def show_saved(self, path: Path) -> None:
        """It is a file now."""
        self.path.folder = path.parent
        self.path.close_line()
        self._kit.navigation.say(text.filled(self.tr("Saved as %1."), str(path)))

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        if field == "path" and self.path.isVisible():
            self.path.show_problem(text.sentence(sentence))
        else:
            self.show_proof("", Tone.INK)
            self._kit.navigation.say(text.sentence(sentence), is_bad=True)

    def show_refused(self, sentence: str) -> None:
        """Why nothing is shown."""
        self.model.show_rows(())
        self.table.set_empty_text(sentence)

    def narrowed(self) -> tuple[str, ...]:
        """What the list is narrowed to, for the head of a file."""
        party = self.party.party
        said = (
            self.who.box.currentText() if self.who.key else "",
            self.about.box.currentText() if self.about.key else "",
            party.party if party is not None else "",
        )
        return tuple(filter(None, said))

    def retranslate(self) -> None:
        """Write every fixed text."""
        self._title.title.setText(self.tr("Edit log"))
        self.party.set_caption(self.tr("Party"))
        self.party.set_none_found_text(self.tr("Nobody is found; check the spelling."))
        self.who.set_caption(self.tr("Who"))
        self.about.set_caption(self.tr("About"))
        everything = [("", self.tr("Everything"))]
        self.about.set_choices(
            [*everything, *((about.value, _said(words)) for about, words in _ABOUT.items())]
        )
        self.period.retranslate()
        self.path.retranslate()
        self._card.set_heading(self.tr("Everything that was recorded, the newest first"))
        self.show_people(self._people)
        self._show_words()
        self.model.refresh()

    def _show_whole(self, row: int) -> None:
        """The change under the cursor, however long it is."""
        found = self.model.row_at(row)
        line = found.line if found is not None else None
        self._whole.setText(edit_words.change_words_of(line) if line is not None else "")

    def _show_words(self) -> None:
        period = period_words(self._shown)
        self._title.period.setText(period)
        words = self.tr("Nothing was recorded: %1. Alt+F2 chooses other days.")
        self.table.set_empty_text(text.filled(words, period))

    def _lay_out(self) -> None:
        self.setContentsMargins(*MARGINS)
        self.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(beside_input(self._title), 1)
        self.party.setFixedWidth(_PARTY_PIXELS)
        for choice in (self.who, self.about):
            choice.setFixedWidth(_CHOICE_PIXELS)
        for widget in (self.party, self.who, self.about, self.period):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self._card.body.addWidget(self.table, 1)
        self._card.body.addWidget(self._whole)
        for words in (self._proof, self._whole):
            words.setWordWrap(True)
        self._whole.setMinimumHeight(_WHOLE_PIXELS)
        self.table.moved.connect(self._show_whole)
        self.addLayout(head)
        self.addWidget(self._proof)
        self.addWidget(self._card, 1)
        self.addWidget(self.path)
