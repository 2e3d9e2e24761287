"""What head office passed on to let a counter in: address, code and the counter's name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.wire.joining import parse_code
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Invited
from collectiq_desktop.ui.widgets.field import TextField
from collectiq_desktop.ui.widgets.pieces import label
from collectiq_desktop.ui.widgets.walk import Walk

_GROUP = 4


def fingerprint_words(code_text: str) -> str:
    """The beginning of the certificate that a code names, as head office shows it too.

    Empty while the code is not whole, and where every machine trusts the server.
    """
    try:
        pin = parse_code(code_text).told_pin.hex().upper()
    except CollectIQError:
        return ""
    return " ".join(pin[n : n + _GROUP] for n in range(0, len(pin), _GROUP))


class JoinFields(QWidget):
    """Address, name and code; Enter on the last one is the person's word."""

    def __init__(self, walked_in: QWidget) -> None:
        super().__init__()
        self.address, self.code = TextField("address"), TextField("code")
        self.name = TextField("name")
        self._certificate = label("muted")
        self._certificate.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(14)
        grid.addWidget(self.address, 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.code, 1, 0, 1, 2)
        grid.addWidget(self._certificate, 2, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.walk = Walk([self.address, self.name, self.code], walked_in)
        self.code.changed.connect(self._show_certificate)
        self._show_certificate()

    @property
    def invited(self) -> Invited:
        """What is typed."""
        return Invited(address=self.address.text, code=self.code.text, name=self.name.text)

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.address.set_caption(self.tr("Address of head office"))
        self.address.line.setPlaceholderText("office.example:8420")
        self.code.set_caption(self.tr("Code, good once"))
        self.code.line.setPlaceholderText(self.tr("As head office gave it; paste or type"))
        self.name.set_caption(self.tr("Name of this counter"))
        self._show_certificate()

    def show_problem(self, field: str, sentence: str) -> bool:
        """What is wrong, at its field; False where none of these is meant."""
        return self.walk.show_problem(field, sentence)

    def _show_certificate(self) -> None:
        told = fingerprint_words(self.code.text)
        words = QCoreApplication.translate(
            "JoinFields",
            "The code names the certificate %1. Head office sees the same beginning when its "
            "server starts.",
        )
        self._certificate.setText(text.filled(words, told) if told else "")
        self._certificate.setVisible(bool(told))
