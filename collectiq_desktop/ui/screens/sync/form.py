"""The screen of the exchange put in its places, and what its presenter tells it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.clock import Clock
from collectiq_desktop.core.queries.syncing import HeldLine, SyncDevice
from collectiq_desktop.core.queries.told_facts import ToldFact
from collectiq_desktop.sync.comparing import DayHereAndThere
from collectiq_desktop.sync.ended import Ended
from collectiq_desktop.sync.overview import Overview
from collectiq_desktop.sync.state import Phase, SyncState
from collectiq_desktop.ui import text
from collectiq_desktop.ui.screen import GAP, MARGINS
from collectiq_desktop.ui.screens.sync.columns import (
    ENDED_COLUMNS,
    HELD_COLUMNS,
    UNSENT_COLUMNS,
    day_columns,
    device_columns,
)
from collectiq_desktop.ui.screens.sync.join_card import JoinCard
from collectiq_desktop.ui.screens.sync.presenter import Page
from collectiq_desktop.ui.screens.sync.sentences import held_words, trouble_words
from collectiq_desktop.ui.sync_feed import state_words
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone, repolish, set_tone
from collectiq_desktop.ui.widgets.pieces import Card, Fact, FactStrip, label
from collectiq_desktop.ui.widgets.progress_row import ProgressRow


class SyncForm(QVBoxLayout):
    """Facts above, one of five tables below; in their place what joins a firm.

    Signals:
        turned: it offers to join now, or does no more.
    """

    turned = Signal()

    def __init__(self, parent: QWidget, clock: Clock) -> None:
        super().__init__(parent)
        self._title, self._message = label("title"), label("strong")
        self.facts, self.progress, self.trouble = FactStrip(), ProgressRow(clock), label("strong")
        self.tabs = [QPushButton() for _page in Page]
        self.join = JoinCard(parent)
        self.days: RowsModel[DayHereAndThere] = RowsModel(day_columns({}))
        self.unsent: RowsModel[ToldFact] = RowsModel(UNSENT_COLUMNS)
        self.held: RowsModel[HeldLine] = RowsModel(HELD_COLUMNS)
        self.ended: RowsModel[Ended] = RowsModel(ENDED_COLUMNS)
        self.devices: RowsModel[SyncDevice] = RowsModel(device_columns({}, {}))
        self.tables = [
            Table(model) for model in (self.days, self.unsent, self.held, self.ended, self.devices)
        ]
        self.show_unsent, self.show_ended = self.unsent.set_rows, self.ended.set_rows
        self._stack, self._card = QStackedWidget(), Card()
        self._note = label("muted")
        self._lay_out()
        self.page = Page.DAYS

    @property
    def table(self) -> Table:
        """The table that is shown."""
        return self.tables[self.page]

    @property
    def is_joining(self) -> bool:
        """Whether the screen offers to join instead of tables."""
        return not self.join.isHidden()

    def retranslate(self) -> None:
        """Write every fixed text."""
        self._title.setText(self.tr("Sync"))
        titles = (
            self.tr("Days"),
            self.tr("Not yet sent"),
            self.tr("Held"),
            self.tr("Exchanges"),
            self.tr("Devices"),
        )
        for number, (tab, title) in enumerate(zip(self.tabs, titles, strict=True), start=1):
            tab.setText(f"{title}   Alt+{number}")
        empty = (
            self.tr("No voucher in these days. Ctrl+PgUp shows the days before."),
            self.tr("Everything was sent."),
            self.tr("Nothing is held: head office took everything as it was recorded."),
            self.tr("There was no exchange yet. Ctrl+R begins one."),
            self.tr("The counters of the firm come with the first exchange. Ctrl+R begins one."),
        )
        for table, words in zip(self.tables, empty, strict=True):
            table.set_empty_text(words)
        self.join.retranslate()

    def show_page(self, page: Page) -> None:
        """Another table, with the cursor in it."""
        self.page = page
        self._stack.setCurrentIndex(page)
        self.note("")
        for each, tab in zip(Page, self.tabs, strict=True):
            tab.setProperty("role", "primary" if each is page else "")
            repolish(tab)
        if self._stack.isVisible():
            self.table.setFocus()

    # What the presenter tells -------------------------------------------------------------

    def show_overview(self, overview: Overview, state: SyncState) -> None:
        standing, was_joining = overview.standing, self.is_joining
        self._show_branches(overview)
        is_joining = not standing.is_enrolled or overview.is_held_back or not overview.has_key
        for widget in (self._card, *self.tabs):
            widget.setVisible(not is_joining)
        self.join.setVisible(is_joining)
        if is_joining:
            self.join.show_why(
                is_alone=not standing.is_enrolled,
                is_held_back=overview.is_held_back,
                counter=standing.device,
                address=overview.address,
            )
        self.facts.setVisible(standing.is_enrolled and not overview.is_held_back)
        if standing.is_enrolled:
            self._show_facts(overview, state)
        self._show_progress(state)
        sentence = "" if overview.is_held_back else trouble_words(state.last)
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence) and standing.is_enrolled)
        if is_joining != was_joining:
            self.turned.emit()

    def _show_facts(self, overview: Overview, state: SyncState) -> None:
        standing = overview.standing
        words, tone = state_words(state)
        oldest_at = standing.oldest_unsent_at
        oldest = text.filled(self.tr("oldest %1"), text.moment(oldest_at)) if oldest_at else ""
        is_waiting = standing.unsent_count > 0
        whole = self.tr("all branches") if "*" in standing.branches else standing.branch
        self.facts.show_facts(
            (
                Fact(self.tr("Exchange"), words, tone),
                Fact(
                    self.tr("Not yet sent"),
                    text.count(standing.unsent_count),
                    Tone.WARN if is_waiting else Tone.GOOD,
                    note=oldest,
                ),
                Fact(
                    self.tr("Held"),
                    text.count(standing.held_count),
                    Tone.WARN if standing.held_count else Tone.GOOD,
                ),
                Fact(
                    self.tr("This counter"),
                    " ".join(filter(None, (standing.device, standing.series_code))),
                    note=text.filled(self.tr("%1, sees %2"), standing.branch, whole),
                ),
                Fact(self.tr("Head office"), overview.address),
            )
        )

    def _show_progress(self, state: SyncState) -> None:
        if state.phase in (Phase.SENDING, Phase.FETCHING):
            is_sending = state.phase is Phase.SENDING
            doing = self.tr("Sending") if is_sending else self.tr("Fetching")
            if state.is_first_fill:
                doing = self.tr("Filling these books; go on working meanwhile")
            self.progress.show_progress(doing, state.done_count, state.whole_count, may_stop=False)
        else:
            self.progress.end()

    def show_days(self, days: Sequence[DayHereAndThere], note: str) -> None:
        self.days.set_rows(days)
        if self.page is Page.DAYS:
            self.note(text.sentence(note))

    def show_held(self, lines: Sequence[HeldLine]) -> None:
        self.held.set_rows(lines)
        self.show_reason(self.tables[Page.HELD].current_row)

    def show_reason(self, row: int) -> None:
        """The whole reason of a held row, for its column may be too narrow."""
        line = self.held.row_at(row)
        if self.page is Page.HELD:
            self.note(held_words(line) if line is not None else "")

    def show_devices(self, devices: Sequence[SyncDevice], overview: Overview) -> None:
        self.tables[Page.DEVICES].set_columns(device_columns(overview.seen_at, overview.branches))
        self.devices.set_rows(devices)
        if self.page is Page.DEVICES:
            self.show_device(self.tables[Page.DEVICES].current_row)

    def show_device(self, row: int) -> None:
        """How the device under the cursor is shut out, which head office alone can do."""
        device = self.devices.row_at(row)
        if self.page is not Page.DEVICES:
            return
        if device is None or device.is_server or device.is_revoked:
            self.note("")
            return
        how = self.tr("A counter that was lost is shut out on the machine of head office: %1")
        self.note(text.filled(how, f"collectiq-server revoke {device.series_code}"))

    def _show_branches(self, overview: Overview) -> None:
        """The branch stands in the days' table once the firm has several."""
        columns = day_columns(overview.branches)
        if len(columns) != len(self.days.columns):
            self.tables[Page.DAYS].set_columns(columns)

    def show_problem(self, field: str, sentence: str) -> None:
        words = text.sentence(sentence)
        is_shown = self.is_joining and self.join.fields.show_problem(field, words)
        self.say("" if is_shown else words, Tone.BAD)

    def show_done(self, sentence: str) -> None:
        self.say(sentence, Tone.GOOD)

    def show_busy(self, *, is_busy: bool) -> None:
        self.join.setEnabled(not is_busy)
        if is_busy:
            self.say(self.tr("One moment …"))

    def note(self, sentence: str) -> None:
        """A sentence under the table, such as the whole of one that is cut there."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def say(self, sentence: str, tone: Tone = Tone.INK) -> None:
        """A sentence at the foot."""
        self._message.setText(text.sentence(sentence))
        set_tone(self._message, tone)
        self._message.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        self.setContentsMargins(*MARGINS)
        self.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addSpacing(16)
        for tab in self.tabs:
            tab.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            head.addWidget(tab)
        head.addStretch(1)
        self.addLayout(head)
        for widget in (self.facts, self.progress, self.trouble, self.join):
            self.addWidget(widget)
        for table in self.tables:
            self._stack.addWidget(table)
        self._card.body.addWidget(self._stack, 1)
        self._card.body.addWidget(self._note)
        self.addWidget(self._card, 1)
        for each in (self.trouble, self._message, self._note):
            each.setWordWrap(True)
        set_tone(self.trouble, Tone.WARN)
        self.addWidget(self._message)
        self._message.hide()
        self.trouble.hide()
        self.facts.hide()
        self.join.hide()
        self.addStretch(0)
