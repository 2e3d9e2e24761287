"""The names and the words put in their places, and what their presenter tells them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.role_words import role_word
from collectiq_desktop.ui.screen import GAP, MARGINS
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.field import SecretField
from collectiq_desktop.ui.widgets.pieces import Card, label
from collectiq_desktop.ui.widgets.walk import Walk

_NAMES_PIXELS, _WORDS_PIXELS, _HEIGHT_PIXELS = 420, 340, 380
_COLUMNS: tuple[Column[EmployeeRow], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Name"),
        width=0,
        text_of=lambda row: row.employee.name,
        is_bold=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Role"),
        width=130,
        text_of=lambda row: role_word(row.employee.role),
        tone_of=lambda _row: Tone.MUTED,
    ),
)


class SignInForm(QVBoxLayout):
    """Names on the left, the PIN or password on the right; or a new PIN, typed twice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._note = label("title"), label("muted")
        self.model: RowsModel[EmployeeRow] = RowsModel(_COLUMNS)
        self.table = Table(self.model, identity_of=lambda row: row.employee_id)
        self.words, self.pin, self.again = (
            SecretField("words"),
            SecretField("pin"),
            SecretField("again"),
        )
        self.button = QPushButton()
        self._names, self._secret, self._who = Card(), Card(), label("strong")
        self._lay_out()
        self.walk = Walk([self.words, self.pin, self.again], parent)
        self.is_for_pin = False
        self._password = ""

    @property
    def first_input(self) -> QWidget:
        """Where one begins."""
        if self.is_for_pin:
            return self.pin.input
        return self.table if self.model.rowCount() != 1 else self.words.input

    def show_mode(self, *, is_for_pin: bool) -> None:
        """Ask for a new PIN, or for who signs in."""
        self.is_for_pin = is_for_pin
        self._names.setVisible(not is_for_pin)
        self.words.setVisible(not is_for_pin)
        self._who.setVisible(not is_for_pin)
        for field in (self.pin, self.again):
            field.setVisible(is_for_pin)
            field.set_text("")
        self.words.set_text("")
        self.walk.clear_problems()
        self.retranslate()

    def retranslate(self) -> None:
        """Write every fixed text."""
        if self.is_for_pin:
            self._title.setText(self.tr("A PIN for this machine"))
            self._note.setText(
                self.tr("4 to 8 digits sign you in faster here. Esc goes on without one.")
            )
            self.button.setText(self.tr("Set the PIN") + "   Enter")
        else:
            self._title.setText(self.tr("Who works here now?"))
            self._note.setText(self._how())
            self.button.setText(self.tr("Sign in") + "   Enter")
        self._names.set_heading(self.tr("Employees"))
        self.words.set_caption(self.tr("PIN or password"))
        self.pin.set_caption(self.tr("New PIN"))
        self.again.set_caption(self.tr("The same PIN again"))
        self.table.set_empty_text(self.tr("These books have no employees yet."))
        self.show_who()

    def _how(self) -> str:
        if not self._password:
            return self.tr("Choose your name, then type your PIN or password.")
        words = self.tr(
            "Choose a name. In these books to try things on, everybody’s password is “%1”."
        )
        return text.filled(words, self._password)

    def show_who(self) -> None:
        """Whose words are typed."""
        row: EmployeeRow | None = self.table.current
        self._who.setText(row.employee.name if row is not None else "")

    # What the presenter tells -----------------------------------------------------------

    def show_password(self, password: str) -> None:
        self._password = password
        self.retranslate()

    def show_names(self, rows: Sequence[EmployeeRow]) -> None:
        self.model.set_rows(rows)
        if rows and self.table.current_row < 0:
            self.table.stand_on(0)
        self.show_who()
        # A field that was left half typed may have taken the cursor back meanwhile.
        page: QWidget | None = self.parentWidget()
        if page is not None and page.isVisible() and not self._has_focus(page):
            self.first_input.setFocus()

    def _has_focus(self, page: QWidget) -> bool:
        focus: QWidget | None = page.window().focusWidget()
        return focus is not None and page.isAncestorOf(focus)

    def show_problem(self, field: str, sentence: str) -> None:
        self.words.set_text("")
        if not self.walk.show_problem(field, sentence):
            self.words.show_problem(text.sentence(sentence), takes_focus=False)
            self.table.setFocus()

    def show_trying(self, *, is_trying: bool) -> None:
        self.button.setEnabled(not is_trying)
        if not is_trying:
            self.words.set_text("")

    def _lay_out(self) -> None:
        self.setContentsMargins(*MARGINS)
        self.setSpacing(GAP)
        self.button.setProperty("role", "primary")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._names.setFixedWidth(_NAMES_PIXELS)
        self._names.setFixedHeight(_HEIGHT_PIXELS)
        self._secret.setFixedWidth(_WORDS_PIXELS)
        self._names.body.addWidget(self.table)
        for widget in (self._who, self.words, self.pin, self.again):
            self._secret.body.addWidget(widget)
        self._secret.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        head = QVBoxLayout()
        head.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        head.addWidget(self._note, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch(1)
        row.addWidget(self._names)
        row.addWidget(self._secret, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.addStretch(1)
        self.addLayout(head)
        self.addLayout(row)
        self.addStretch(2)
