"""The sale: an amount in four keys or goods, and what is received with it. No window here."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from collectiq_desktop.core.domain.allocation import Allocation
from collectiq_desktop.core.domain.cash import CashTaken, CashWeight, weigh
from collectiq_desktop.core.domain.credit import limit_words, passed_limits
from collectiq_desktop.core.domain.ids import FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.domain.vouchers import BillKey, VoucherKind
from collectiq_desktop.core.queries.allowers import Allowers
from collectiq_desktop.core.queries.cash import CashBefore
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.core.queries.pledged import Pledged, PledgedBy
from collectiq_desktop.core.services.allowing import AllowCredit
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.together import Together
from collectiq_desktop.ui.forms.allowing import Word
from collectiq_desktop.ui.forms.goods_presenter import SumForm, SumView
from collectiq_desktop.ui.forms.party_presenter import NOBODY
from collectiq_desktop.ui.forms.sum_presenter import SumPresenter
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

RECEIVED_TOO_MUCH = QT_TRANSLATE_NOOP(
    "Sentence",
    "More is received than this bill comes to. Take the rest as a receipt, with F6.",
)


class SaleView(SumView, Protocol):
    """What the presenter tells the screen."""

    def show_limit(self, sentence: str, *, is_stop: bool) -> None:
        """A limit would be passed; saving once more saves it, unless it stops there."""
        ...

    def show_pledged(self, pledged: Pledged) -> None:
        """What the party has promised and given in cheques."""
        ...

    def show_cash(self, weight: CashWeight) -> None:
        """What the law says of the cash; saving once more saves it, unless it forbids it."""
        ...


class SalePresenter(SumPresenter):
    """One sale at a time."""

    kind = VoucherKind.SALES_INVOICE
    _receipt_id: VoucherId
    _accepted: SumForm | None = None
    _limit_accepted: SumForm | None = None
    _is_allowed = False

    def __init__(self, view: SaleView, kit: Kit) -> None:
        self._sale_view = view
        super().__init__(view, kit)

    def begin(self, party_id: PartyId | None = None) -> None:
        self._receipt_id = VoucherId(self._kit.ids.mint())
        self._accepted = self._limit_accepted = None
        self._is_allowed = False
        super().begin(party_id)

    def drop_party(self) -> None:
        self._kit.work.forget((self, "pledged"))
        self._sale_view.show_pledged(Pledged())
        super().drop_party()

    def books_changed(self, touched: Touched, initiator: object) -> None:
        super().books_changed(touched, initiator)
        if Noun.COLLECTING in touched.nouns and self._details is not None:
            self._ask_pledged(self._details.party_id)

    def _took_card(self, details: PartyDetails) -> None:
        super()._took_card(details)
        self._ask_pledged(details.party_id)

    def _ask_pledged(self, party_id: PartyId) -> None:
        """Beside the card: nobody waits for it before typing on."""
        ask = PledgedBy(party_id=party_id)
        done = self._sale_view.show_pledged
        self._kit.work.ask(ask, key=(self, "pledged"), done=done, failed=self._failed)

    def _is_right(self, form: SumForm) -> bool:
        if form.received_paise > self._content.total_paise:
            self._sum_view.show_problem("received", RECEIVED_TOO_MUCH)
            return False
        return self._is_within_limits(form)

    @property
    def _own_ids(self) -> tuple[FactId, ...]:
        ids = super()._own_ids
        return ids if self.amender.details is not None else (*ids, FactId(self._receipt_id))

    def ask_allowers(self) -> None:
        """Who may let a party pass its limits."""
        self._stop.forget()
        self._stop.allowing.ask(Allowers())

    def allow(self, form: SumForm, word: Word) -> None:
        """Let it pass by somebody's word, which is recorded, and save it."""
        details = self._details
        if details is None:
            self._sum_view.show_problem("party", NOBODY)
            return
        is_once = word.until_on is None
        command = AllowCredit(
            fact_id=FactId(self._kit.ids.mint()),
            party_id=details.party_id,
            reason=word.reason,
            voucher_id=self._voucher_id if is_once else None,
            most_paise=self._content.total_paise - form.received_paise if is_once else 0,
            until_on=word.until_on,
        )
        done = partial(self._allowed, form)
        self._stop.allowing.say(command, word, done=done, failed=self._word_refused)

    def _allowed(self, form: SumForm, _fact_id: FactId) -> None:
        self._is_allowed = True
        self._sale_view.close_allowing()
        self.save(form)

    def _is_within_limits(self, form: SumForm) -> bool:
        """Whether no limit of the party is passed, or one that may be is passed knowingly."""
        details, before = self._details, self.amender.details
        assert details is not None
        new_paise = self._content.total_paise - form.received_paise
        if before is not None and new_paise <= before.amount_paise:
            return True
        passed = passed_limits(details.party, details.credit, new_paise)
        if not passed or form == self._limit_accepted or self._is_allowed:
            return True
        is_stop = details.party.stops_at_limit and details.allowed_until_on is None
        self._limit_accepted = None if is_stop else form
        self._sale_view.show_limit(limit_words(details.party, passed[0]), is_stop=is_stop)
        return False

    def _command(self, form: SumForm) -> PostInvoice:
        details = self._details
        assert details is not None
        return PostInvoice(
            voucher_id=self._voucher_id,
            party_id=details.party_id,
            amount_paise=self._content.typed_paise,
            goods=self._content.lines,
            is_inter_state=self._content.goods.is_inter_state,
            on=form.on,
            due_on=form.due_on,
            reference=form.reference,
            narration=form.narration,
            place_of_supply=self._place,
            received_paise=form.received_paise,
        )

    def _record(self, form: SumForm) -> None:
        details = self._details
        assert details is not None
        if not form.received_paise or self.amender.details is not None:
            super()._record(form)
        elif form == self._accepted:
            self._record_both(form, details)
        else:
            self._set_saving(is_saving=True)
            ask = CashBefore(party_id=details.party_id, on=form.on)
            done = partial(self._weigh, form)
            self._kit.work.ask(ask, key=(self, "cash"), done=done, failed=self._failed)

    def _weigh(self, form: SumForm, taken: CashTaken) -> None:
        """What is received is cash; a new bill has no more of it than its day."""
        self._set_saving(is_saving=False)
        details = self._details
        if details is None:
            return
        weight = weigh(taken, form.received_paise, {})
        if weight is None:
            self._record_both(form, details)
            return
        if not weight.is_over:
            self._accepted = form
        self._sale_view.show_cash(weight)

    def _record_both(self, form: SumForm, details: PartyDetails) -> None:
        """The sale and the receipt of what came with it: both are in the books, or neither."""
        received_paise = form.received_paise
        total_paise = self._content.total_paise
        bill = Allocation(BillKey(self._voucher_id, 1), received_paise)
        receipt = RecordReceipt(
            voucher_id=self._receipt_id,
            party_id=details.party_id,
            amount_paise=received_paise,
            on=form.on,
            allocations=(bill,) if details.party.is_bill_wise else (),
        )
        both = Together(commands=(self._command(form), receipt))
        sent = self._sent(self._saved(total_paise, total_paise - received_paise))
        self._run(self._on_paper(both), lambda posted: self._recorded(sent, posted[0]))
