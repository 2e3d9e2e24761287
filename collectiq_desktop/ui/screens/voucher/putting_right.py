"""The foot and the box with which a voucher is put right, as the corrector sees them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screens.voucher.corrector import Corrector
from collectiq_desktop.ui.screens.voucher.foot import CorrectionFoot, Doing
from collectiq_desktop.ui.screens.voucher.sentences import done_words, sure_words
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.confirm import Confirm


class PuttingRight(QObject):
    """Opens and closes the foot, and asks before a voucher is cancelled.

    Signals:
        closed: the foot is gone; the cursor belongs to the page again.
    """

    closed = Signal()

    def __init__(self, screen: QWidget, kit: Kit, foot: CorrectionFoot) -> None:
        super().__init__(screen)
        self._kit = kit
        self._foot = foot
        self._confirm = Confirm(screen)
        self._corrector = Corrector(self, kit)
        self._was_warned = False
        foot.cancelled.connect(self._corrector.cancel)
        foot.amended.connect(self._corrector.amend)
        self._confirm.agreed.connect(self._corrector.cancel_now)
        self._confirm.rejected.connect(foot.reason.focus_all)

    @property
    def is_begun(self) -> bool:
        """Whether the foot is open."""
        return self._foot.doing is not Doing.NOTHING

    def show_voucher(self, details: VoucherDetails | None) -> None:
        """What the person sees now; corrections are of this."""
        self._corrector.details = details

    def begin_cancelling(self) -> None:
        """Ask for the reason."""
        if self._foot.doing is not Doing.CANCELLING and self._corrector.may_correct():
            self._was_warned = False
            self._foot.begin_cancelling()

    def begin_amending(self) -> None:
        """Show what may be changed."""
        details = self._corrector.details
        if self._foot.doing is Doing.AMENDING or details is None:
            return
        if self._corrector.may_correct():
            self._was_warned = False
            self._foot.begin_amending(details, self._kit.clock.today_on())

    def may_leave(self) -> bool:
        """Whether nothing is begun; what is typed is dropped at the second time only."""
        if not self.is_begun:
            return True
        if self._foot.is_dirty and not self._was_warned:
            self._was_warned = True
            words = self.tr("Nothing is written yet. Esc once more drops what is typed.")
            self._foot.show_message(words, Tone.WARN)
        else:
            self.close_foot()
        return False

    def close_foot(self) -> None:
        """Take the foot away."""
        self._was_warned = False
        self._foot.close_foot()
        self.closed.emit()

    # What the corrector tells -------------------------------------------------------------

    def say(self, sentence: str) -> None:
        """A sentence that asks for nothing."""
        self._kit.navigation.say(text.sentence(sentence))

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        self._foot.show_problem(field, text.sentence(sentence))

    def ask_sure(self, details: VoucherDetails) -> None:
        """Ask once more before it is cancelled."""
        self._confirm.ask(
            sure_words(details), yes=self.tr("Cancel the voucher"), no=self.tr("Keep it")
        )

    def show_done(self, *, is_cancelled: bool, number: str) -> None:
        """The correction is in the books."""
        self.close_foot()
        self._kit.navigation.say(done_words(number, is_cancelled=is_cancelled))
