"""The contra: which accounts hold money, and moving it. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from collectiq_desktop.core.domain.accounts import MONEY_NATURES
from collectiq_desktop.core.domain.amending import (
    Fixed,
    Moved,
    contra_again,
    read_contra,
    with_heading,
)
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.vouchers import AGENTS, Voucher, VoucherKind
from collectiq_desktop.core.queries.accounts import (
    Chart,
    ChartLine,
    TrialBalance,
    TrialBalanceSheet,
)
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.core.services.journals import PostContra
from collectiq_desktop.ui.forms.amender import heading_of
from collectiq_desktop.ui.forms.presenter import Saved, VoucherPresenter, VoucherView
from collectiq_desktop.ui.forms.typed import Typed
from collectiq_desktop.ui.kit import Kit


@dataclass(frozen=True, slots=True, kw_only=True)
class ContraForm(Typed):
    """What stands in the fields."""

    amount_paise: int
    from_code: str
    to_code: str


class ContraView(VoucherView, Protocol):
    """What the presenter tells the screen."""

    def show_accounts(self, accounts: Sequence[ChartLine]) -> None:
        """The accounts that hold money."""
        ...

    def show_form(self, form: ContraForm) -> None:
        """A contra of the books, to be posted anew."""
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
        self._form: ContraForm | None = None

    def begin(self, party_id: PartyId | None = None) -> None:
        super().begin(party_id)
        self._kit.work.ask(Chart(), key=(self, "chart"), done=self._took_chart)
        self._kit.work.ask(TrialBalance(), key=(self, "balances"), done=self._took_balances)

    def save(self, form: ContraForm) -> None:
        """Save the contra."""
        if self.is_saving:
            return
        before = self.amender.details
        if before is not None:
            self._amend(self._again(form, before.voucher), form)
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
        """The accounts that hold money, and those of a contra from outside.

        An agent's cash is counted in; nobody moves it by hand.
        """
        form = self._form if self.amender.details is not None else None
        own = (form.from_code, form.to_code) if form is not None else ()
        money = [
            line.account_code
            for line in chart
            if line.nature in MONEY_NATURES and line.account_code != AGENTS
        ]
        self._view.show_accounts([line for line in chart if line.account_code in {*money, *own}])

    def _took_balances(self, sheet: TrialBalanceSheet) -> None:
        """What each account holds, without the contra that is posted anew."""
        held = {r.account_code: r.debit_paise - r.credit_paise for r in sheet.rows}
        before = self.amender.details
        for line in before.voucher.postings if before is not None else ():
            held[line.account_code] = held.get(line.account_code, 0) - line.amount_paise
        self._view.show_balances(held)

    # A contra is posted anew -----------------------------------------------------------------

    def _load(self, details: VoucherDetails) -> Fixed | None:
        voucher = details.voucher
        read = read_contra(voucher)
        fixed = read if isinstance(read, Fixed) else None
        if isinstance(read, Fixed):
            lines = sorted(voucher.postings, key=lambda line: line.amount_paise)
            read = Moved(details.amount_paise, lines[0].account_code, lines[-1].account_code)
        self._form = ContraForm(
            on=voucher.on,
            reference=voucher.reference,
            narration=voucher.narration,
            amount_paise=read.amount_paise,
            from_code=read.from_code,
            to_code=read.to_code,
        )
        return fixed

    def _loaded(self) -> None:
        """The contra can be shown once its accounts can be chosen."""
        self._kit.work.ask(Chart(), key=(self, "chart"), done=self._took_chart_for_it)
        self._kit.work.ask(TrialBalance(), key=(self, "balances"), done=self._took_balances)

    def _took_chart_for_it(self, chart: tuple[ChartLine, ...]) -> None:
        form = self._form
        assert form is not None, "a contra is loaded before its accounts are asked for"
        self._took_chart(chart)
        self._view.show_form(form)
        super()._loaded()

    def _again(self, form: ContraForm, before: Voucher) -> Voucher:
        """The contra as it is typed now."""
        if self.amender.fixed is not None:
            return with_heading(before, heading_of(form))
        moved = Moved(form.amount_paise, form.from_code, form.to_code)
        return contra_again(before, heading_of(form), moved)
