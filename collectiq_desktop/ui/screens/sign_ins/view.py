"""The sign-ins on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.queries.sign_ins import SignInLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.collecting.screen import ListScreen
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.sign_ins.presenter import SignInsPresenter
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.pieces import Fact

_DEEDS = {
    "right": (QT_TRANSLATE_NOOP("SignIns", "PIN or password was right"), Tone.GOOD),
    "wrong": (QT_TRANSLATE_NOOP("SignIns", "PIN or password was wrong"), Tone.BAD),
    "locked": (QT_TRANSLATE_NOOP("SignIns", "wrong once too often, must wait"), Tone.BAD),
    "out": (QT_TRANSLATE_NOOP("SignIns", "signed out"), Tone.MUTED),
}


def _deed(line: SignInLine) -> str:
    return QCoreApplication.translate("SignIns", _DEEDS[line.deed][0])


SIGN_IN_COLUMNS: tuple[Column[SignInLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "When"),
        width=160,
        text_of=lambda line: text.moment(line.at),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Who"),
        width=240,
        text_of=lambda line: text.or_none(line.employee),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "What"),
        width=0,
        text_of=_deed,
        tone_of=lambda line: _DEEDS[line.deed][1],
    ),
)


class SignInsScreen(ListScreen):
    """The newest first; nothing of what was typed is kept anywhere."""

    name = "sign_ins"

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, SIGN_IN_COLUMNS, lambda line: line)
        self._presenter = SignInsPresenter(self, kit)

    def open(self, _place: Place) -> None:
        self._presenter.begin()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Sign-ins"))
        self.which.setText(self.tr("at this counter, the newest first"))
        self.table.set_empty_text(self.tr("Nobody has signed in here yet."))
        self._presenter.begin()

    def show_lines(self, lines: Sequence[SignInLine]) -> None:
        """The sign-ins."""
        self.show_rows(lines)
        wrong = sum(line.deed in ("wrong", "locked") for line in lines)
        self.strip.show_facts(
            [
                Fact(self.tr("Right"), text.count(sum(line.deed == "right" for line in lines))),
                Fact(self.tr("Wrong"), text.count(wrong), Tone.BAD if wrong else Tone.MUTED),
            ]
        )
