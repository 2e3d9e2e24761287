"""What feeds the status bar: firm, counter, business date, and how much waits for attention."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from collectiq_desktop.core.domain.clock import Clock
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.attention import Attention, AttentionLine
from collectiq_desktop.core.queries.firm import FirmCard, FirmDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.bars import StatusBar
from collectiq_desktop.ui.kit import Office
from collectiq_desktop.ui.sync_feed import SyncFeed
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.work.desk import Desk

_MINUTE_MS = 60_000
# Attention reads every claim, so a counter's hundred receipts ask for it seldom.
_ATTENTION_MS = 1_500


class StatusFeed(QObject):
    """Keeps the status bar true.

    Signals:
        firm_known: the window's title, with the firm's name.
    """

    firm_known = Signal(str)

    def __init__(self, bar: StatusBar, desk: Desk, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._desk = desk
        self._clock = clock
        self._counter, self._user = "", ""
        self.is_locked = False
        self._attention_count = 0
        self._sync: SyncFeed | None = None
        self._day = QTimer(self, interval=_MINUTE_MS)
        self._day.timeout.connect(self._show_day)
        self._look = QTimer(self, singleShot=True, interval=_ATTENTION_MS)
        self._look.timeout.connect(self._ask_attention)
        desk.touched.connect(self._look_later)
        desk.refused.connect(self._refused)
        desk.busy.connect(bar.show_busy)

    def add_sync(self, office: Office | None) -> None:
        """Say also how the exchange with this head office goes."""
        if office is not None:
            self._sync = SyncFeed(self._bar, self._desk, office, self)

    def show_user(self, name: str) -> None:
        """Say who sits at the counter: who signed in, else whom the machine knows."""
        self._user = name
        self._show_counter()

    def start(self) -> None:
        """Ask for the first time."""
        self._day.start()
        self._look.start()
        self._bar.show_busy(self._desk.is_busy)
        self._ask_firm()

    def stop(self) -> None:
        """Stop every timer."""
        for timer in (self._day, self._look):
            timer.stop()
        if self._sync is not None:
            self._sync.stop()
        self._bar.stop_timers()

    def retranslate(self) -> None:
        """Write everything in the language that holds now."""
        self._show_day()
        self._show_attention_count()
        if self._sync is not None:
            self._sync.retranslate()

    def _show_day(self) -> None:
        self._bar.today.setText(text.long_day(self._clock.today_on()))

    def _ask_firm(self) -> None:
        self._desk.ask(FirmCard(), key=self, done=self._show_firm, failed=self._no_firm)

    def _no_firm(self, _error: CollectIQError) -> None:
        """The books of a new counter are still being filled, or could not be opened."""
        self._bar.firm.setText("")

    def _show_firm(self, details: FirmDetails) -> None:
        self._bar.firm.setText(details.firm.name)
        self._counter = details.counter
        self._show_counter()
        self.firm_known.emit(f"{details.firm.name} — CollectIQ")

    def _show_counter(self) -> None:
        self._bar.counter.setText(" · ".join(filter(None, (self._counter, self._user))))

    def _ask_attention(self) -> None:
        self._desk.ask(Attention(), key="attention count", done=self._show_attention)

    def _show_attention(self, lines: tuple[AttentionLine, ...]) -> None:
        self._attention_count = len(lines)
        self._show_attention_count()

    def _show_attention_count(self) -> None:
        words = self.tr("%n need attention", "", self._attention_count)
        self._bar.attention.setText(words)
        set_tone(self._bar.attention, Tone.WARN if self._attention_count else Tone.INK)

    def _look_later(self, touched: Touched, _initiator: object) -> None:
        if touched.nouns & {Noun.FIRM, Noun.DEVICE}:
            self._ask_firm()
        if not self._look.isActive():
            self._look.start()

    def _refused(self, error: CollectIQError) -> None:
        if error.field == "user" and self.is_locked:
            # Nobody has signed in; the page that is shown says so.
            return
        self._bar.say(text.sentence(error.message), is_bad=True)
