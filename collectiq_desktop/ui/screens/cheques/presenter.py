"""The cheque register: which cheques are shown, and what is done with one. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Protocol

from collectiq_desktop.core.domain.cheques import ChequeDue, ChequeState
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.cheques import ChequeLine, ChequeRegister, ChequeSheet
from collectiq_desktop.core.services.cheques import (
    BounceCheque,
    ClearCheque,
    DepositCheque,
    GiveBackCheque,
)
from collectiq_desktop.ui.kit import Kit, Place

_KEY = "cheques"
_NOUNS = {Noun.VOUCHER, Noun.COLLECTING, Noun.PARTY, Noun.BATCH}


class Which(StrEnum):
    """Which cheques are shown."""

    OPEN = "open"
    DEPOSIT = "deposit"
    BANK = "bank"
    BOUNCED = "bounced"
    ALL = "all"


def is_shown(line: ChequeLine, which: Which) -> bool:
    """Whether a cheque is among those asked for."""
    if which is Which.DEPOSIT:
        return line.due is ChequeDue.DEPOSIT
    if which is Which.BANK:
        return line.state is ChequeState.DEPOSITED
    if which is Which.BOUNCED:
        return line.state is ChequeState.BOUNCED
    # A receipt's cheque that no bank takes any more went there by a contra, before it was followed.
    is_past = line.due is ChequeDue.STALE and line.credit_id is not None
    return which is Which.ALL or not (is_past or line.due is ChequeDue.NOTHING)


class ChequesView(Protocol):
    """What the presenter tells the screen."""

    def show_cheques(
        self, lines: Sequence[ChequeLine], sheet: ChequeSheet, which: Which, *, is_anew: bool
    ) -> None:
        """The cheques, and the sheet that they are of."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...

    def close_deed(self) -> None:
        """It is done."""
        ...


class ChequesPresenter:
    """Asks for the register, and takes each cheque one step on."""

    def __init__(self, view: ChequesView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._which = Which.OPEN
        self._sheet: ChequeSheet | None = None
        self._is_anew = True

    def begin(self, which: str) -> None:
        """Show the register; `which` is a word of `Which`, empty for what is open."""
        self._which = Which(which) if which in set(Which) else Which.OPEN
        self._is_anew = True
        self.refresh()

    def turn(self) -> None:
        """The next choice of cheques."""
        choices = list(Which)
        self._which = choices[(choices.index(self._which) + 1) % len(choices)]
        self._is_anew = True
        self._show()

    def refresh(self) -> None:
        """The register as it is now."""
        self._kit.work.ask(ChequeRegister(), key=_KEY, done=self._took)

    def books_changed(self, touched: Touched) -> None:
        """A cheque may have come or gone on."""
        if touched.nouns & _NOUNS:
            self.refresh()

    def open(self, line: ChequeLine) -> None:
        """The voucher that credits the party with it, or the party."""
        if line.credit_id is not None:
            place = Place(screen="voucher", voucher_id=VoucherId(line.credit_id))
        else:
            place = Place(screen="party", party_id=line.party_id)
        self._kit.navigation.go(place)

    def deposit(self, line: ChequeLine, on: date) -> None:
        """Take it to the bank."""
        voucher_id = VoucherId(self._kit.ids.mint())
        self._run(DepositCheque(voucher_id=voucher_id, cheque_id=line.cheque_id, on=on))

    def clear(self, line: ChequeLine, on: date) -> None:
        """The bank has paid it."""
        fact_id = FactId(self._kit.ids.mint())
        self._run(ClearCheque(fact_id=fact_id, cheque_id=line.cheque_id, on=on))

    def bounce(self, line: ChequeLine, on: date, reason: str, charge_paise: int) -> None:
        """The bank has returned it."""
        self._run(
            BounceCheque(
                voucher_id=VoucherId(self._kit.ids.mint()),
                cheque_id=line.cheque_id,
                on=on,
                reason=reason,
                charge_paise=charge_paise,
            )
        )

    def give_back(self, line: ChequeLine, on: date, reason: str) -> None:
        """It goes back to its party."""
        fact_id = FactId(self._kit.ids.mint())
        command = GiveBackCheque(fact_id=fact_id, cheque_id=line.cheque_id, on=on, reason=reason)
        self._run(command)

    def _run(self, command: object) -> None:
        self._kit.work.run(command, done=self._done, failed=self._failed, initiator=self)

    def _done(self, _result: object) -> None:
        self._view.close_deed()
        self.refresh()

    def _failed(self, error: CollectIQError) -> None:
        self._view.show_problem(error.field or "", error.message)

    def _took(self, sheet: ChequeSheet) -> None:
        self._sheet = sheet
        self._show()

    def _show(self) -> None:
        if self._sheet is None:
            return
        is_anew, self._is_anew = self._is_anew, False
        lines = [line for line in self._sheet.lines if is_shown(line, self._which)]
        self._view.show_cheques(lines, self._sheet, self._which, is_anew=is_anew)
