"""How money came or went, and the number that it bears: two fields that belong together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.ui import text
from collectiq_desktop.ui.widgets.field import ChoiceField, Field, TextField


class ModeFields:
    """A mode and its reference; cash has none but what stands there.

    Args:
        modes: those that a clerk chooses from.
    """

    def __init__(self, modes: Sequence[Mode]) -> None:
        self._modes = tuple(modes)
        self._shown = self._modes
        self.mode = ChoiceField("mode")
        self.reference = TextField("reference")
        self.mode.changed.connect(self.retranslate_reference)

    @property
    def chosen(self) -> Mode:
        """The mode."""
        return Mode(self.mode.key or self._modes[0])

    @property
    def words(self) -> str:
        """The reference, if it is shown."""
        return "" if self.reference.isHidden() else self.reference.text

    @property
    def both(self) -> tuple[Field, Field]:
        """In the order in which they are walked."""
        return self.mode, self.reference

    def begin(self) -> None:
        """No reference; the mode stays, for money comes in runs."""
        self.reference.set_text("")
        self.retranslate_reference()

    def show(self, mode: Mode, reference: str) -> None:
        """Those of a voucher; one by a mode that no clerk chooses keeps it."""
        self._shown = self._modes if mode in self._modes else (*self._modes, mode)
        self._show_choices()
        self.reference.set_text(reference)
        self.mode.set_key(mode.value)
        self.retranslate_reference()

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.mode.set_caption(QCoreApplication.translate("Form", "Mode"))
        self._show_choices()
        self.retranslate_reference()

    def retranslate_reference(self) -> None:
        """The reference is called what the mode calls it."""
        mode = self.chosen
        utr = QCoreApplication.translate("Form", "UTR / reference")
        words = {
            Mode.CHEQUE: QCoreApplication.translate("Form", "Cheque number"),
            Mode.UPI: utr,
            Mode.BANK: utr,
        }
        usual = QCoreApplication.translate("Form", "Reference")
        self.reference.set_caption(words.get(mode, usual))
        self.reference.setVisible(mode is not Mode.CASH or bool(self.reference.text))

    def _show_choices(self) -> None:
        self.mode.set_choices([(mode.value, text.mode(mode)) for mode in self._shown])
