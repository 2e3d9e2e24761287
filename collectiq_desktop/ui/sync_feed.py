"""What the status bar says of the exchange: what is not sent yet, and since when it is not well."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from collectiq_desktop.core.queries.syncing import Sync, SyncStanding
from collectiq_desktop.sync.ended import Outcome
from collectiq_desktop.sync.state import Phase, SyncState
from collectiq_desktop.ui import text
from collectiq_desktop.ui.bars import StatusBar
from collectiq_desktop.ui.kit import Office
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.work.desk import Desk

_LOOK_MS = 500
_ALONE = QT_TRANSLATE_NOOP("Sync", "alone, not connected")
_HELD_BACK = QT_TRANSLATE_NOOP("Sync", "moved here? see Sync")
_TROUBLES: dict[Outcome, tuple[str, Tone]] = {
    Outcome.LINE_DOWN: (QT_TRANSLATE_NOOP("Sync", "line down since %1"), Tone.WARN),
    Outcome.TROUBLE: (QT_TRANSLATE_NOOP("Sync", "not exchanged since %1"), Tone.WARN),
    Outcome.REFUSED: (QT_TRANSLATE_NOOP("Sync", "refused since %1, see Sync"), Tone.BAD),
    Outcome.REVOKED: (QT_TRANSLATE_NOOP("Sync", "this counter is revoked"), Tone.BAD),
    Outcome.NO_KEY: (QT_TRANSLATE_NOOP("Sync", "no key, see Sync"), Tone.WARN),
    Outcome.DIFFERS: (QT_TRANSLATE_NOOP("Sync", "sums differ, see Sync"), Tone.BAD),
}


def _said(words: str, *parts: str) -> str:
    return text.filled(QCoreApplication.translate("Sync", words), *parts)


def state_words(state: SyncState) -> tuple[str, Tone]:
    """What the exchange is at, or how the last one ended."""
    counts = (text.count(state.done_count), text.count(state.whole_count))
    if state.phase is Phase.SENDING:
        return _said(QT_TRANSLATE_NOOP("Sync", "sending %1 of %2"), *counts), Tone.INK
    if state.phase is Phase.FETCHING:
        return _said(QT_TRANSLATE_NOOP("Sync", "fetching %1 of %2"), *counts), Tone.INK
    last = state.last
    if last is None:
        return _said(QT_TRANSLATE_NOOP("Sync", "exchanging")), Tone.INK
    if last.outcome in _TROUBLES:
        words, tone = _TROUBLES[last.outcome]
        return _said(words, text.time_of_day(state.trouble_since_at or last.ended_at)), tone
    if last.outcome is Outcome.UPDATE_NEEDED:
        return _said(QT_TRANSLATE_NOOP("Sync", "update needed")), Tone.WARN
    when = text.time_of_day(state.last_good_at or last.ended_at)
    return _said(QT_TRANSLATE_NOOP("Sync", "exchanged %1"), when), Tone.INK


class SyncFeed(QObject):
    """Keeps the status bar true about the exchange."""

    def __init__(self, bar: StatusBar, desk: Desk, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._desk = desk
        self._office = office
        self._standing: SyncStanding | None = None
        self._look = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._look.timeout.connect(self._ask)
        office.watch(self._state_changed)
        desk.touched.connect(self._look_later)
        desk.opened.connect(self._ask)

    def stop(self) -> None:
        """Look no more."""
        self._look.stop()

    def retranslate(self) -> None:
        """Say it in the language that holds now."""
        self._show()

    def _look_later(self, _touched: object, _initiator: object) -> None:
        if not self._look.isActive():
            self._look.start()

    def _state_changed(self) -> None:
        self._show()
        if not self._look.isActive():
            self._look.start()

    def _ask(self, _books: object = None) -> None:
        self._desk.ask(Sync(), key="sync standing", done=self._took, failed=self._missed)

    def _took(self, standing: SyncStanding) -> None:
        self._standing = standing
        self._show()

    def _missed(self, _error: object) -> None:
        """Books that cannot be asked just now say so elsewhere."""
        self._standing = None

    def _unsent_words(self, standing: SyncStanding) -> str:
        """What is not sent yet, empty for nothing."""
        if not standing.unsent_count or standing.oldest_unsent_at is None:
            return ""
        words = self.tr("%n entries not yet sent, oldest %1", "", standing.unsent_count)
        return text.filled(words, text.time_of_day(standing.oldest_unsent_at))

    def _show(self) -> None:
        standing = self._standing
        if standing is None:
            return
        if not standing.is_enrolled:
            words, tone = _said(_ALONE), Tone.MUTED
        elif self._office.state.phase is Phase.ALONE:
            words, tone = _said(_HELD_BACK), Tone.WARN
        else:
            words, tone = state_words(self._office.state)
            waiting = self._unsent_words(standing)
            words = " · ".join(filter(None, (waiting, words)))
        self._bar.sync.setText(words)
        set_tone(self._bar.sync, tone)
