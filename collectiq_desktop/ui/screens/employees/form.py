"""The employees, one of them and the rights put in their places."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.roles import UNBOUNDED, Rights, Role
from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.ui import text
from collectiq_desktop.ui.collecting.deed import DeedCard
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.role_words import permission_words, role_word
from collectiq_desktop.ui.screen import GAP, MARGINS
from collectiq_desktop.ui.screens.employees.code_card import CodeCard
from collectiq_desktop.ui.screens.employees.presenter import RightLine, Typed, days_of
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.field import (
    AmountField,
    ChoiceField,
    Field,
    SecretField,
    TextField,
)
from collectiq_desktop.ui.widgets.pieces import Card, label
from collectiq_desktop.ui.widgets.walk import Walk

_TICK = "✓"


def _state(row: EmployeeRow) -> str:
    if row.employee.is_active:
        return text.count(row.parties_count) if row.parties_count else text.NONE
    return QCoreApplication.translate("Employees", "has left")


def _permitted_tone(line: RightLine) -> Tone:
    if line.is_permitted == line.is_usual:
        return Tone.INK if line.is_permitted else Tone.MUTED
    return Tone.GOOD if line.is_permitted else Tone.WARN


def _why(line: RightLine) -> str:
    if line.is_permitted == line.is_usual:
        return ""
    if line.is_permitted:
        return QCoreApplication.translate("Employees", "granted")
    return QCoreApplication.translate("Employees", "taken")


_EMPLOYEES: tuple[Column[EmployeeRow], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Name"), width=0, text_of=lambda row: row.employee.name
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Role"),
        width=110,
        text_of=lambda row: role_word(row.employee.role),
        tone_of=lambda _row: Tone.MUTED,
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Parties"), width=76, text_of=_state, is_number=True),
)
_RIGHTS: tuple[Column[RightLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "May"),
        width=50,
        text_of=lambda line: _TICK if line.is_permitted else "",
        tone_of=_permitted_tone,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Right"),
        width=0,
        text_of=lambda line: permission_words(line.permission),
        tone_of=_permitted_tone,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Beside the role"),
        width=130,
        text_of=_why,
        tone_of=_permitted_tone,
    ),
)


class EmployeesForm(QVBoxLayout):
    """The list on the left, one employee in the middle, the rights on the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._note, self._message = label("title"), label("muted"), label("muted")
        self.model: RowsModel[EmployeeRow] = RowsModel(_EMPLOYEES)
        self.table = Table(self.model, identity_of=lambda row: row.employee_id)
        self.rights_model: RowsModel[RightLine] = RowsModel(_RIGHTS)
        self.rights = Table(self.rights_model, identity_of=lambda line: line.permission)
        self.name, self.phone, self.role = (
            TextField("name"),
            TextField("phone"),
            ChoiceField("role"),
        )
        self.discount = AmountField("discount_most_paise")
        self.write_off = AmountField("write_off_most_paise")
        self.days = TextField("back_date_most_days")
        self.password = SecretField("password")
        self.button = QPushButton()
        self.heir = ChoiceField("agent")
        self.handing = DeedCard([self.heir])
        self.code = CodeCard()
        self._list, self._one, self._may = Card(), Card(), Card()
        self._is_new = self._is_first = False
        self._lay_out()
        self.walk = Walk(self._fields, parent)

    @property
    def _fields(self) -> list[Field]:
        return [
            self.name,
            self.phone,
            self.role,
            self.discount,
            self.write_off,
            self.days,
            self.password,
        ]

    @property
    def first_input(self) -> QWidget:
        """Where one begins: in the list, or at the name of the first one."""
        return self.table if self.model.rowCount() else self.name.input

    def typed(self) -> Typed | None:
        """What stands in the fields; None where a field cannot be taken."""
        self.walk.clear_problems()
        if not self.walk.take_all():
            return None
        try:
            days = days_of(self.days.text)
        except CollectIQError as error:
            self.show_problem(error.field or "", error.message)
            return None
        return Typed(
            name=self.name.text,
            phone=self.phone.text,
            role=self.role.key,
            discount_most_paise=self.discount.value if self.discount.text else None,
            write_off_most_paise=self.write_off.value if self.write_off.text else None,
            back_date_most_days=days,
            password=self.password.text,
        )

    def retranslate(self) -> None:
        """Write every fixed text."""
        self._title.setText(self.tr("Employees"))
        self._note.setText(
            self.tr("Who works here signs in by name; an agent sees only assigned parties.")
        )
        self._list.set_heading(self.tr("Who works here"))
        self._may.set_heading(self.tr("Rights"))
        self.table.set_empty_text(self.tr("Nobody yet: type the admin's name and a password."))
        self.name.set_caption(self.tr("Name"))
        self.phone.set_caption(self.tr("Phone"))
        self.role.set_caption(self.tr("Role"))
        self.role.set_choices([(role.value, role_word(role.value)) for role in Role])
        self.discount.set_caption(self.tr("Discount up to ₹"))
        self.write_off.set_caption(self.tr("Write off up to ₹"))
        self.days.set_caption(self.tr("Days back"))
        self.button.setText(self.tr("Save") + "   Ctrl+A")
        self.heir.set_caption(self.tr("The parties go to"))
        self.handing.button.setText(self.tr("Has left"))
        self.code.retranslate()
        self._write_heading()

    def _write_heading(self) -> None:
        if self._is_first:
            heading = self.tr("The first employee: the admin")
        else:
            heading = self.tr("A new employee") if self._is_new else self.tr("Employee")
        self._one.set_heading(heading)
        words = self.tr("Password") if self._is_new else self.tr("New password")
        self.password.set_caption(words)

    # What the presenter tells -----------------------------------------------------------

    def show_employees(self, rows: Sequence[EmployeeRow], at: int | None) -> None:
        self.model.set_rows(rows)
        if at is None or not rows:
            return
        self.table.stand_on(at)
        if self.name.input.hasFocus() and not self.name.line.isModified():
            # The list was still on its way when the screen was opened.
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_typed(self, typed: Typed, *, is_new: bool, is_first: bool) -> None:
        self._is_new, self._is_first = is_new, is_first
        self.name.set_text(typed.name)
        self.phone.set_text(typed.phone)
        self.role.set_key(typed.role)
        self.role.setEnabled(not is_first)
        self.discount.set_value(typed.discount_most_paise)
        self.write_off.set_value(typed.write_off_most_paise)
        days = typed.back_date_most_days
        self.days.set_text("" if days is None else str(days))
        self.password.set_text("")
        self.walk.clear_problems()
        self._write_heading()

    def show_rights(self, lines: Sequence[RightLine], usual: Rights) -> None:
        row = self.rights.current_row
        self.rights_model.set_rows(lines)
        self.rights.stand_on(max(row, 0))
        for field, most in (
            (self.discount, usual.discount_most_paise),
            (self.write_off, usual.write_off_most_paise),
        ):
            field.line.setPlaceholderText(self.tr("any") if most >= UNBOUNDED else format_inr(most))
        days = usual.back_date_most_days
        self.days.line.setPlaceholderText(self.tr("any") if days >= UNBOUNDED else str(days))

    def ask_heir(self, leaver: EmployeeRow, heirs: Sequence[EmployeeRow]) -> None:
        named = [
            (each.employee_id.hex(), f"{each.employee.name} · {role_word(each.employee.role)}")
            for each in heirs
        ]
        nobody = self.tr("nobody yet: they wait under Assignment")
        self.heir.set_choices([*named, ("", nobody)])
        self.heir.box.setCurrentIndex(0)
        words = self.tr("{name} leaves: who takes over %n party(ies)?", "", leaver.parties_count)
        self.handing.begin(words.format(name=leaver.employee.name))

    def show_code(self, code: str) -> None:
        self.code.show_code(code)

    def give_up(self) -> bool:
        """Ask for nobody who takes over; whether it was asked."""
        if not self.handing.is_begun:
            return False
        self.handing.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_problem(self, field: str, sentence: str) -> None:
        self.show_done("")
        if not self.walk.show_problem(field, sentence):
            self._message.setText(text.sentence(sentence))
            set_tone(self._message, Tone.BAD)

    def show_done(self, sentence: str) -> None:
        set_tone(self._message, Tone.GOOD)
        self._message.setText(text.sentence(sentence))

    def _lay_out(self) -> None:
        self.setContentsMargins(*MARGINS)
        self.setSpacing(GAP)
        self._message.setWordWrap(True)
        self.button.setProperty("role", "primary")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._note, 1, Qt.AlignmentFlag.AlignBottom)
        self.addLayout(head)
        self._list.body.addWidget(self.table)
        body = self._one.body
        for field in (self.name, self.phone, self.role):
            body.addWidget(field)
        limits = QHBoxLayout()
        limits.setSpacing(14)
        for field in (self.discount, self.write_off, self.days):
            limits.addWidget(field)
        body.addLayout(limits)
        body.addWidget(self.password)
        body.addWidget(self._message)
        body.addStretch(1)
        body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self._may.body.addWidget(self.rights)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for card, share in ((self._list, 3), (self._one, 3), (self._may, 4)):
            row.addWidget(card, share)
        self.addLayout(row, 1)
        self.addWidget(self.handing)
        self.addWidget(self.code)
