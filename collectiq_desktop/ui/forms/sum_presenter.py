"""A voucher over a sum or over goods, saved: sale, credit note, debit note. No window here."""

from __future__ import annotations

from abc import abstractmethod

from collectiq_desktop.core.domain.amending import Fixed, with_heading
from collectiq_desktop.core.domain.amending_sales import Sold, read_sold, sold_again
from collectiq_desktop.core.domain.vouchers import DEBTORS, Claim, Voucher
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.ui.forms.amender import heading_of
from collectiq_desktop.ui.forms.goods import Goods
from collectiq_desktop.ui.forms.goods_presenter import GoodsPresenter, SumForm
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

NO_GOODS = QT_TRANSLATE_NOOP("Sentence", "Type what is sold, how many and at which rate.")
NO_AMOUNT = QT_TRANSLATE_NOOP("Sentence", "Type the amount; Ctrl+H lists goods instead.")


class SumPresenter(GoodsPresenter):
    """Saves the voucher, or posts it anew."""

    # Saving ----------------------------------------------------------------------------------

    def save(self, form: SumForm) -> None:
        """Save the voucher; fast hands wait until the party's card is here."""
        self.take_sums(form.amount_paise, form.received_paise)
        if not self._is_ready(lambda: self.save(form)):
            return
        if self._content.total_paise <= 0:
            field, words = ("items", NO_GOODS) if self.is_of_goods else ("amount", NO_AMOUNT)
            self._sum_view.show_problem(field, words)
        elif self._is_right(form):
            self._record(form)

    def _is_right(self, _form: SumForm) -> bool:
        """Whether nothing is wrong that only this kind of voucher knows; says what is."""
        return True

    @abstractmethod
    def _command(self, form: SumForm) -> object:
        """The command that records what is typed."""

    def _record(self, form: SumForm) -> None:
        before = self.amender.details
        if before is not None:
            self._amend(self._again(form, before), form)
            return
        total_paise = self._content.total_paise
        self._send(self._command(form), self._saved(total_paise, self.side * total_paise))

    # A voucher is posted anew ----------------------------------------------------------------

    def _load(self, details: VoucherDetails) -> Fixed | None:
        voucher = details.voucher
        read = read_sold(voucher)
        fixed = read if isinstance(read, Fixed) else None
        if isinstance(read, Fixed):
            codes = (line.account_code for line in voucher.postings)
            code = next((code for code in codes if code != DEBTORS), "")
            read = Sold(account_code=code, amount_paise=details.amount_paise)
        names = {line.account_code: line.account for line in details.postings}
        self._sold, self._place = read, read.place_of_supply
        self._content.is_of_goods = bool(read.goods)
        self._content.amount_paise = read.amount_paise
        goods = Goods(read.is_inter_state, read.is_rounded, list(read.goods))
        self._content.goods = goods
        self._sum_view.show_form(
            SumForm(
                on=voucher.on,
                due_on=voucher.bills[0].due_on if len(voucher.bills) == 1 else None,
                reference=voucher.reference,
                narration=voucher.narration,
                amount_paise=read.amount_paise,
                account_code=read.account_code,
                account_words=names.get(read.account_code, ""),
            )
        )
        return fixed

    def _loaded(self) -> None:
        self._show_goods()
        super()._loaded()

    def _again(self, form: SumForm, before: VoucherDetails) -> Voucher:
        """The voucher as it is typed now."""
        read = self._sold
        assert read is not None, "what is posted anew was read before"
        if self.amender.fixed is not None:
            return with_heading(before.voucher, heading_of(form))
        sold = Sold(
            account_code=form.account_code or read.account_code,
            amount_paise=self._content.typed_paise,
            goods=self._content.lines,
            is_inter_state=self._content.goods.is_inter_state,
            is_rounded=self._content.goods.is_rounded,
            place_of_supply=self._place,
        )
        claims = self._claims(before)
        return sold_again(before.voucher, heading_of(form), self.whose, sold, claims)

    def _claims(self, _before: VoucherDetails) -> tuple[Claim, ...]:
        """What of it is set against bills."""
        return ()
