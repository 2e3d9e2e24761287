"""The foot and the box with which a voucher is cancelled, as the canceller sees them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.allow_card import Stop
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screens.voucher.canceller import Canceller
from collectiq_desktop.ui.screens.voucher.foot import CancelFoot
from collectiq_desktop.ui.screens.voucher.sentences import cancelled_words, sure_words
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.confirm import Confirm


class Cancelling(QObject):
    """Opens and closes the foot, and asks before a voucher is cancelled.

    Signals:
        closed: the foot is gone; the cursor belongs to the page again.
    """

    closed = Signal()

    def __init__(self, screen: QWidget, kit: Kit, foot: CancelFoot) -> None:
        super().__init__(screen)
        self._kit = kit
        self._foot = foot
        self._confirm = Confirm(screen)
        self._canceller = Canceller(self, kit)
        self._was_warned = False
        foot.finished.connect(self._canceller.cancel)
        foot.allowing.finished.connect(self._word_said)
        self._confirm.agreed.connect(self._canceller.cancel_now)
        self._confirm.rejected.connect(foot.reason.focus_all)

    @property
    def is_begun(self) -> bool:
        """Whether the foot is open."""
        return not self._foot.isHidden()

    def show_voucher(self, details: VoucherDetails | None) -> None:
        """What the person sees now; it is this that is cancelled."""
        self._canceller.details = details

    def begin(self) -> None:
        """Ask for the reason."""
        if not self.is_begun and self._canceller.may_cancel():
            self._was_warned = False
            self._foot.begin()

    def may_leave(self) -> bool:
        """Whether nothing is begun; what is typed is dropped at the second time only."""
        if not self.is_begun:
            return True
        if self._foot.allowing.is_begun:
            self.close_allowing()
            return False
        if self._foot.reason.text and not self._was_warned:
            self._was_warned = True
            words = self.tr("Nothing is written yet. Esc once more drops what is typed.")
            self._foot.show_message(words, Tone.WARN)
        else:
            self.close_foot()
        return False

    def close_foot(self) -> None:
        """Take the foot away."""
        self._was_warned = False
        self._foot.allowing.hide()
        self._foot.hide()
        self.closed.emit()

    # What the canceller tells -------------------------------------------------------------

    def say(self, sentence: str) -> None:
        """A sentence that asks for nothing."""
        self._kit.navigation.say(text.sentence(sentence))

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        self._foot.show_problem(field, text.sentence(sentence))

    def show_allowers(self, allowers: Sequence[EmployeeRow], *, is_own: bool) -> None:
        """Who may let the day of the voucher pass."""
        today_on = self._kit.clock.today_on()
        self._foot.allowing.ask(Stop.DAY, allowers, today_on, is_own=is_own)

    def close_allowing(self) -> None:
        """It is let pass, or given up."""
        self._foot.allowing.hide()
        self._foot.reason.focus_all()

    def _word_said(self) -> None:
        self._canceller.allow_day(self._foot.allowing.word())

    def ask_sure(self, details: VoucherDetails) -> None:
        """Ask once more before it is cancelled."""
        self._confirm.ask(
            sure_words(details), yes=self.tr("Cancel the voucher"), no=self.tr("Keep it")
        )

    def show_cancelled(self, number: str) -> None:
        """It is in the books."""
        self.close_foot()
        self._kit.navigation.say(cancelled_words(number))
