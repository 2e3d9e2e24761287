"""The contra: which accounts hold money, and moving it. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from collectiq_desktop.core.domain.accounts import MONEY_NATURES
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.accounts import (
    Chart,
    ChartLine,
    TrialBalance,
    TrialBalanceSheet,
)
from collectiq_desktop.core.services.journals import PostContra
from collectiq_desktop.ui.forms.presenter import Saved, VoucherPresenter, VoucherView
from collectiq_desktop.ui.kit import Kit


@dataclass(frozen=True, slots=True, kw_only=True)
class ContraForm:
    """What stands in the fields."""

    amount_paise: int
    from_code: str
    to_code: str
    on: date
    narration: str = ""


class ContraView(VoucherView, Protocol):
    """What the presenter tells the screen."""

    def show_accounts(self, accounts: Sequence[ChartLine]) -> None:
        """The accounts that hold money."""
        ...

    def show_balances(self, balances_paise: dict[str, int]) -> None:
        """What each account holds, by its code."""
        ...


class ContraPresenter(VoucherPresenter):
    """One contra at a time."""

    kind = VoucherKind.CONTRA

    def __init__(self, view: ContraView, kit: Kit) -> None:
        super().__init__(view, kit)
        self._view = view

    def begin(self, party_id: PartyId | None = None) -> None:
        super().begin(party_id)
        self._kit.work.ask(Chart(), key=(self, "chart"), done=self._took_chart)
        self._kit.work.ask(TrialBalance(), key=(self, "balances"), done=self._took_balances)

    def save(self, form: ContraForm) -> None:
        """Save the contra."""
        if self.is_saving:
            return
        command = PostContra(
            voucher_id=self._voucher_id,
            amount_paise=form.amount_paise,
            from_code=form.from_code,
            to_code=form.to_code,
            on=form.on,
            narration=form.narration,
        )
        self._send(command, Saved(kind=self.kind, amount_paise=form.amount_paise))

    def _took_chart(self, chart: tuple[ChartLine, ...]) -> None:
        self._view.show_accounts([line for line in chart if line.nature in MONEY_NATURES])

    def _took_balances(self, sheet: TrialBalanceSheet) -> None:
        self._view.show_balances(
            {r.account_code: r.debit_paise - r.credit_paise for r in sheet.rows}
        )
