"""Cancelling a voucher, with a reason. No window here."""

from __future__ import annotations

from typing import Protocol

from collectiq_desktop.core.domain.errors import CollectIQError, DayNotAllowed
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.core.services.corrections import CancelVoucher, Corrected
from collectiq_desktop.ui.forms.allowing import AllowView, DayStop, Word
from collectiq_desktop.ui.forms.amender import NO_REASON
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

CANCELLED_ALREADY = QT_TRANSLATE_NOOP(
    "Sentence", "This voucher is cancelled; it stays in the books as it is."
)


class CancellerView(AllowView, Protocol):
    """What the canceller tells the screen."""

    def say(self, sentence: str) -> None:
        """A sentence that asks for nothing."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...

    def ask_sure(self, details: VoucherDetails) -> None:
        """Ask once more before it is cancelled; yes comes back as `cancel_now`."""
        ...

    def show_cancelled(self, number: str) -> None:
        """It is in the books."""
        ...


class Canceller:
    """Cancels the voucher that is looked at.

    `details` is what the person saw: cancelling anything older is refused.
    """

    def __init__(self, view: CancellerView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._fact_id = FactId(kit.ids.mint())
        self._reason = ""
        self._is_saving = False
        self._stop = DayStop(view, kit, self._failed)
        self.details: VoucherDetails | None = None

    def may_cancel(self) -> bool:
        """Whether it can be cancelled; says why not."""
        if self.details is not None and self.details.is_cancelled:
            self._view.say(CANCELLED_ALREADY)
            return False
        return self.details is not None and not self._is_saving

    def cancel(self, reason: str) -> None:
        """Ask whether the voucher is really to be cancelled."""
        if self.details is None or self._is_saving:
            return
        if not reason.strip():
            self._view.show_problem("reason", NO_REASON)
            return
        self._reason = reason
        self._view.ask_sure(self.details)

    def cancel_now(self) -> None:
        """Cancel it."""
        details = self.details
        if details is None or self._is_saving:
            return
        self._is_saving = True
        command = CancelVoucher(
            fact_id=self._fact_id,
            voucher_id=details.voucher_id,
            reason=self._reason,
            base_id=details.newest_id,
        )
        self._kit.work.run(command, done=self._cancelled, failed=self._failed, initiator=self)

    def _cancelled(self, corrected: Corrected) -> None:
        self._is_saving = False
        self._fact_id = FactId(self._kit.ids.mint())
        self._view.show_cancelled(corrected.number)

    def _failed(self, error: CollectIQError) -> None:
        self._is_saving = False
        self._view.show_problem(error.field or "", error.message)
        if isinstance(error, DayNotAllowed):
            self._stop.stopped(error)

    def allow_day(self, word: Word) -> None:
        """Let the day pass by somebody's word, which is recorded, and cancel the voucher."""
        self._stop.allow(word, (self._fact_id,), self.cancel_now)
