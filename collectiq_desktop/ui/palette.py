"""The Go To palette: a line to type into, over the page, and what it may mean."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from collectiq_desktop.ui import text
from collectiq_desktop.ui.actions import EVERYWHERE, actions_in, key_of_screen
from collectiq_desktop.ui.go_to import Destination, GoTo
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.registry import Group, ScreenInfo
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import ROW_PIXELS, Table
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.work.lanes import Work

_WIDTH, _TOP, _MOST_ROWS = 640, 56, 14
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


def _about(found: Destination) -> str:
    """What stands beside a title, so that two of one name can be told apart."""
    if found.party is not None:
        return " · ".join(filter(None, (found.party.code, found.party.beat)))
    if found.voucher is not None:
        return " · ".join((found.voucher.party, text.day(found.voucher.on)))
    return ""


def _figure(found: Destination) -> str:
    if found.party is not None:
        return text.with_side(found.party.balance_paise)
    if found.voucher is not None:
        return text.amount(found.voucher.amount_paise)
    return found.key


_COLUMNS: tuple[Column[Destination], ...] = (
    Column(title="", width=0, text_of=lambda found: found.title),
    Column(title="", width=230, text_of=_about, tone_of=lambda _found: Tone.MUTED),
    Column(
        title="",
        width=140,
        text_of=_figure,
        tone_of=lambda found: Tone.MUTED if found.key else Tone.INK,
        is_number=True,
    ),
)


class Palette(QFrame):
    """Shown over the window's page while it is open.

    Signals:
        chosen: a destination was taken.
        closed: it was left, with or without a choice.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(
        self,
        window: QWidget,
        work: Work,
        *,
        fixed: Callable[[], Sequence[Destination]],
        voucher_screen: str,
    ) -> None:
        super().__init__(window)
        self.setProperty("role", "popup")
        self._go_to = GoTo(self, work, fixed=fixed, voucher_screen=voucher_screen)
        self.line = QLineEdit()
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._typed)
        self._model = RowsModel(_COLUMNS)
        self._table = Table(self._model)
        self._table.horizontalHeader().hide()
        self._table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._table.clicked.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addWidget(self.line)
        layout.addWidget(self._table)
        self.hide()

    def open(self) -> None:
        """Open it, empty, with the cursor in it."""
        self._table.set_empty_text(self.tr("Nothing is found. Fewer letters find more."))
        self.line.setPlaceholderText(self.tr("Screen, party, voucher number, or what to do"))
        self.line.setText("")
        self._typed("")
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Leave without a choice."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def show_destinations(self, found: Sequence[Destination]) -> None:
        """The lines, the likeliest first."""
        self._model.set_rows(found, is_anew=True)
        self._table.stand_on(0)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if watched is not self.line:
            return False
        key = Qt.Key(event.key())
        if key in _ENTER:
            self._take()
            return True
        if key in _STEPS:
            last = self._model.rowCount() - 1
            self._table.stand_on(max(0, min(last, self._table.current_row + _STEPS[key])))
            return True
        return False

    def _take(self) -> None:
        found = self._table.current
        if found is not None:
            self.close_palette()
            self.chosen.emit(found)

    def _typed(self, typed: str) -> None:
        self._go_to.type(typed)

    def _place(self) -> None:
        window = self.window()
        rows = min(_MOST_ROWS, max(1, self._model.rowCount()))
        width = min(_WIDTH, window.width() - 40)
        height = min(window.height() - _TOP - 20, rows * ROW_PIXELS + self.line.height() + 44)
        self.setGeometry((window.width() - width) // 2, _TOP, width, height)


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]


def fixed_destinations(
    screens: Sequence[ScreenInfo], action_ids: Collection[str]
) -> list[Destination]:
    """The screens that need no subject, and what can be done from everywhere."""
    opened = [
        Destination(
            title=QCoreApplication.translate("Screen", info.title),
            also=info.title,
            key=key_of_screen(info.name),
            place=Place(screen=info.name),
        )
        for info in screens
        if info.group is not Group.HIDDEN or info.is_found or key_of_screen(info.name)
    ]
    done = [
        Destination(
            title=_sentence_case(QCoreApplication.translate("Action", action.text)),
            also=action.text,
            key=action.key,
            action_id=action.id,
        )
        for action in actions_in((EVERYWHERE,), ())
        if action.id in action_ids
    ]
    return [*opened, *done]
