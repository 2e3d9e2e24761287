"""Posting a voucher anew from its own form: what the person saw, the reason, saving it once.

Plain Python; no window here. The correction names what the person saw as its
base. If somebody else was first, the form stays as it is typed, and what they
changed is shown beside it.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from collectiq_desktop.core.domain.amending import Fixed, Heading
from collectiq_desktop.core.domain.errors import Clash, CollectIQError
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.core.queries.log import WrittenBy
from collectiq_desktop.core.queries.versions import VoucherHistory, VoucherVersion
from collectiq_desktop.core.queries.vouchers import VoucherCard, VoucherDetails
from collectiq_desktop.core.services.corrections import AmendVoucher, Corrected
from collectiq_desktop.ui.forms.allowing import DayStop, Word
from collectiq_desktop.ui.forms.typed import Typed
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

NO_REASON = QT_TRANSLATE_NOOP("Sentence", "Say in a few words why; the reason stays in the books.")
NOTHING_CHANGED = QT_TRANSLATE_NOOP("Sentence", "Nothing is changed yet; Esc leaves it as it is.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clashed:
    """What somebody else did to the voucher meanwhile.

    Args:
        versions: their corrections, the newest last.
        now: the voucher as it stands now.
        written_by: the device of the newest one; empty where it is not known.
    """

    versions: tuple[VoucherVersion, ...]
    now: VoucherDetails
    written_by: str


class AmendView(Protocol):
    """What the amender tells the screen."""

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...

    def show_saving(self, *, is_saving: bool) -> None:
        """Whether the voucher is on its way into the books."""
        ...

    def show_amending(self, details: VoucherDetails, fixed: Fixed | None) -> None:
        """Which voucher is posted anew, and why its sums stay, if they do."""
        ...

    def show_loaded(self) -> None:
        """The voucher stands in the fields as it is in the books."""
        ...

    def show_clash(self, clash: Clashed) -> None:
        """Somebody else was first; saving once more puts this in place of theirs."""
        ...

    def show_amended(self, number: str) -> None:
        """It is in the books."""
        ...

    def show_allowers(self, allowers: Sequence[EmployeeRow], *, is_own: bool) -> None:
        """Who may let its day pass; `is_own` where whoever has signed in may."""
        ...

    def close_allowing(self) -> None:
        """It is let pass."""
        ...

    def save_again(self) -> None:
        """Save what is typed: what stopped it is let pass."""
        ...


class Amender:
    """One voucher at a time; `details` is None while a new one is typed."""

    def __init__(
        self, view: AmendView, kit: Kit, stopped: Callable[[CollectIQError], None]
    ) -> None:
        self._view = view
        self._kit = kit
        self._stopped = stopped
        self._fact_id = FactId(b"")
        self._base_id = FactId(b"")
        self.details: VoucherDetails | None = None
        self.fixed: Fixed | None = None
        self.is_saving = False

    @property
    def fact_id(self) -> FactId:
        """The correction, once it is in the books."""
        return self._fact_id

    @property
    def voucher_id(self) -> VoucherId | None:
        """The voucher that is posted anew."""
        return self.details.voucher_id if self.details is not None else None

    def begin(self, details: VoucherDetails, fixed: Fixed | None) -> None:
        """Post this one anew; it is what the person sees."""
        self._fact_id = FactId(self._kit.ids.mint())
        self._base_id = details.newest_id
        self.details, self.fixed, self.is_saving = details, fixed, False
        self._view.show_amending(details, fixed)

    def forget(self) -> None:
        """A new voucher is typed, or none."""
        self._kit.work.forget(self)
        self.details = self.fixed = None
        self.is_saving = False

    def draft(self) -> dict[str, Any]:
        """What no field shows, to go on with the same correction after a power cut."""
        details = self.details
        assert details is not None, "only what is posted anew has such a draft"
        return {
            "voucher_id": details.voucher_id,
            "amends": details.voucher_id,
            "kind": details.kind,
            "number": details.number,
            "fact_id": self._fact_id,
            "base_id": self._base_id,
        }

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Go on with a correction; what it was made from stays its base."""
        self._fact_id, self._base_id = FactId(typed["fact_id"]), FactId(typed["base_id"])

    def send(self, voucher: Voucher, reason: str, *, initiator: object) -> None:
        """Post it anew, once something is changed and the reason is given."""
        details = self.details
        assert details is not None, "only a voucher that was taken is posted anew"
        if self.is_saving:
            return
        if voucher == details.voucher:
            self._view.show_problem("", NOTHING_CHANGED)
            return
        if not reason.strip():
            self._view.show_problem("reason", NO_REASON)
            return
        self._set_saving(is_saving=True)
        command = AmendVoucher(
            fact_id=self._fact_id,
            voucher_id=details.voucher_id,
            voucher=voucher,
            reason=reason,
            base_id=self._base_id,
        )
        self._kit.work.run(
            command,
            done=partial(self._amended, details.voucher_id),
            failed=self._failed,
            initiator=initiator,
        )

    def _amended(self, voucher_id: VoucherId, corrected: Corrected) -> None:
        if voucher_id == self.voucher_id:
            self._set_saving(is_saving=False)
            self._view.show_amended(corrected.number)

    def _failed(self, error: CollectIQError) -> None:
        self._set_saving(is_saving=False)
        self._view.show_problem(error.field or "", error.message)
        self._stopped(error)
        if isinstance(error, Clash) and self.voucher_id is not None:
            ask = VoucherCard(voucher_id=self.voucher_id)
            self._kit.work.ask(ask, key=self, done=self._took_now)

    # Somebody else was first -----------------------------------------------------------

    def _took_now(self, now: VoucherDetails) -> None:
        ask = VoucherHistory(voucher_id=now.voucher_id)
        self._kit.work.ask(ask, key=self, done=partial(self._took_history, now))

    def _took_history(self, now: VoucherDetails, versions: tuple[VoucherVersion, ...]) -> None:
        ids = [version.fact_id for version in versions]
        seen = ids.index(self._base_id) + 1 if self._base_id in ids else 0
        done = partial(self._took_author, now, versions[seen:])
        self._kit.work.ask(WrittenBy(fact_id=now.newest_id), key=self, done=done)

    def _took_author(
        self, now: VoucherDetails, versions: tuple[VoucherVersion, ...], written_by: str
    ) -> None:
        """From here on it is their version that is posted anew."""
        self.details, self._base_id = now, now.newest_id
        self._view.show_clash(Clashed(versions=versions, now=now, written_by=written_by))

    def _set_saving(self, *, is_saving: bool) -> None:
        self.is_saving = is_saving
        self._view.show_saving(is_saving=is_saving)


class AmendingPresenter:
    """What a presenter of vouchers needs, so that its form can post them anew as well."""

    def __init__(self, view: AmendView, kit: Kit) -> None:
        self._kit = kit
        self._amend_view = view
        self._stop = DayStop(view, kit, self._word_refused)
        self.amender = Amender(view, kit, self._stop.stopped)

    @abstractmethod
    def begin(self) -> None:
        """Empty the form."""

    @property
    def _own_ids(self) -> tuple[FactId, ...]:
        """The facts that saving would record."""
        return (self.amender.fact_id,)

    @property
    def is_day_stopped(self) -> bool:
        """Whether it is the day that somebody's word is asked for."""
        return self._stop.is_stopped

    def allow_day(self, word: Word) -> None:
        """Let the day pass by somebody's word, which is recorded, and save."""
        self._stop.allow(word, self._own_ids, self._amend_view.save_again)

    def _word_refused(self, error: CollectIQError) -> None:
        self._amend_view.show_problem(error.field or "", error.message)

    @property
    def reference(self) -> str:
        """The reference of a voucher whose form has no field for one; it stays."""
        details = self.amender.details
        return details.voucher.reference if details is not None else ""

    def amend(self, voucher_id: VoucherId) -> None:
        """Take a voucher that is in the books, to post it anew."""
        self.begin()
        ask = VoucherCard(voucher_id=voucher_id)
        done, failed = self._took_voucher, self._no_voucher
        self._kit.work.ask(ask, key=(self, "voucher"), done=done, failed=failed)

    def _took_voucher(self, details: VoucherDetails) -> None:
        fixed = self._load(details)
        self.amender.begin(details, fixed)
        self._loaded()

    def _no_voucher(self, error: CollectIQError) -> None:
        self._amend_view.show_problem(error.field or "", error.message)

    @abstractmethod
    def _load(self, details: VoucherDetails) -> Fixed | None:
        """Put the voucher into the fields; says why its sums stay, if they do."""

    def _loaded(self) -> None:
        self._amend_view.show_loaded()

    def _amend(self, voucher: Voucher, typed: Typed) -> None:
        """Post the voucher that was taken anew."""
        self.amender.send(voucher, typed.reason, initiator=self)


def heading_of(typed: Typed) -> Heading:
    """The day and the words, as the books want them."""
    return Heading(
        on=typed.on, reference=typed.reference, narration=typed.narration, due_on=typed.due_on
    )
