"""What recording a voucher asks of any presenter: its id, its party, saving once. No window.

The same forms post a voucher anew: `amend` fills them with it as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.services.posting import Posted
from collectiq_desktop.ui.forms.amender import AmendingPresenter, AmendView
from collectiq_desktop.ui.kit import Kit


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What became of a voucher.

    Args:
        party: its name, empty for a voucher of nobody.

    Money: balance_paise is the party's afterwards, debit positive.
    """

    kind: VoucherKind
    amount_paise: int
    number: str = ""
    party: str = ""
    balance_paise: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A voucher on its way into the books.

    Args:
        saved: what will be said of it, its number still empty.
        goes_back: whether one came from a party, and returns there.
    """

    voucher_id: VoucherId
    saved: Saved
    goes_back: bool


class VoucherView(AmendView, Protocol):
    """What a presenter tells the screen of any voucher."""

    def clear(self) -> None:
        """Empty fields for the next voucher."""
        ...

    def show_saved(self, saved: Saved) -> None:
        """The voucher is in the books; the fields are for the next one."""
        ...


class VoucherPresenter(AmendingPresenter):
    """One voucher at a time, recorded once however often it is sent."""

    kind: VoucherKind

    def __init__(self, view: VoucherView, kit: Kit) -> None:
        super().__init__(view, kit)
        self._voucher_view = view
        self._voucher_id = VoucherId(kit.ids.mint())
        self._is_saving = False

    def begin(self, party_id: PartyId | None = None) -> None:
        """A new voucher, of nobody yet or of a party that one comes from."""
        self._voucher_id = VoucherId(self._kit.ids.mint())
        self.amender.forget()
        self._stop.forget()
        self._set_saving(is_saving=False)
        self._voucher_view.clear()
        assert party_id is None or self.may_be_of_a_party

    @property
    def may_be_of_a_party(self) -> bool:
        """Whether the voucher has one party of its own."""
        return False

    @property
    def _own_ids(self) -> tuple[FactId, ...]:
        is_amended = self.amender.details is not None
        return super()._own_ids if is_amended else (FactId(self._voucher_id),)

    @property
    def party_id(self) -> PartyId | None:
        """Whose voucher it is."""
        return None

    @property
    def is_party_given(self) -> bool:
        """Whether one came from a party, and returns there after saving."""
        return False

    @property
    def is_saving(self) -> bool:
        """Whether it is on its way into the books."""
        return self._is_saving or self.amender.is_saving

    def draft(self) -> dict[str, Any]:
        """What no field shows, to go on with the same voucher after a power cut."""
        ids = {"voucher_id": self._voucher_id}
        if self.amender.details is not None:
            ids = self.amender.draft()
        return {**ids, "party_id": self.party_id}

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Go on with a voucher; it keeps its id, so that it is never recorded twice.

        One that is posted anew was taken before.
        """
        if self.amender.details is not None:
            self.amender.restore(typed)
        else:
            self.begin()
            self._voucher_id = VoucherId(typed["voucher_id"])

    def _run(self, command: object, recorded: Callable[[Any], None]) -> None:
        self._set_saving(is_saving=True)
        self._kit.work.run(command, done=recorded, failed=self._failed, initiator=self)

    def _on_paper(self, command: object) -> object:
        """A command with the print of this voucher in the same transaction."""
        return self._kit.on_paper(command, self.kind, self._voucher_id)

    def _send(self, command: object, saved: Saved) -> None:
        """Record the voucher, with its print; what is typed meanwhile changes nothing of it."""
        self._run(self._on_paper(command), partial(self._recorded, self._sent(saved)))

    def _sent(self, saved: Saved) -> Sent:
        """What is on its way, as it stands now."""
        return Sent(voucher_id=self._voucher_id, saved=saved, goes_back=self.is_party_given)

    def _recorded(self, sent: Sent, posted: Posted) -> None:
        """Empty the fields and say what was saved; another voucher, begun since, stays."""
        is_same = sent.voucher_id == self._voucher_id
        if is_same:
            self.begin()
        self._voucher_view.show_saved(replace(sent.saved, number=posted.number))
        if is_same and sent.goes_back:
            self._kit.navigation.back()

    def _failed(self, error: CollectIQError) -> None:
        self._set_saving(is_saving=False)
        self._voucher_view.show_problem(error.field or "", error.message)
        self._stop.stopped(error)

    def _set_saving(self, *, is_saving: bool) -> None:
        self._is_saving = is_saving
        self._voucher_view.show_saving(is_saving=is_saving)
