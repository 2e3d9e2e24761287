"""The UPI code on the screen: large enough for a phone over the counter."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.money import parse_amount
from collectiq_desktop.core.domain.saying import Sentence
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.finding import PartyHit
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import GAP, MARGINS, Screen
from collectiq_desktop.ui.screens.upi.presenter import UpiCode, UpiPresenter
from collectiq_desktop.ui.widgets.field import AmountField
from collectiq_desktop.ui.widgets.party_facts import hit_of
from collectiq_desktop.ui.widgets.party_field import PartyField
from collectiq_desktop.ui.widgets.pieces import Card, label
from collectiq_desktop.ui.widgets.qr_code import QrCode

_CODE_PIXELS = 420
_FIELDS_PIXELS = 420


class UpiScreen(Screen):
    """Who pays, how much, and the code."""

    name = "upi"
    stands_on_return = True

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._presenter = UpiPresenter(self, kit)
        self._code: UpiCode | None = None
        self._sentence: Sentence | None = None
        self._title, self._about = label("title"), label("muted")
        self._party = PartyField("party", kit.work)
        self._amount = AmountField("amount")
        self._amount.input.setProperty("role", "amount")
        self._qr = QrCode(_CODE_PIXELS)
        self._why_not, self._figure = label("empty"), label("figure")
        self._payee, self._reference = label("strong"), label("muted")
        self._steps = label("muted")
        self._card = Card()
        self._party.chosen.connect(self._party_chosen)
        self._amount.changed.connect(self._amount_typed)
        self._amount.entered.connect(self._presenter.take_receipt)
        self._amount.went_back.connect(self._party.focus_all)
        self._lay_out()

    def open(self, place: Place) -> None:
        self._party.set_party(None)
        self._amount.set_value(None)
        self._presenter.begin(place.party_id, _typed_paise(place.text))

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def may_leave(self) -> bool:
        return not self._party.close_list()

    def first_input(self) -> QWidget | None:
        return self._amount.input if self._party.party is not None else self._party.input

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {"receipt": self._presenter.take_receipt, "party": self._party.focus_all}

    def retranslate(self) -> None:
        self._title.setText(self.tr("UPI code"))
        self._about.setText(self.tr("for a phone to scan"))
        self._party.set_caption(self.tr("Party"))
        self._amount.set_caption(self.tr("Amount ₹"))
        self._steps.setText(
            self.tr(
                "The customer scans the code with any UPI app; the amount stands in it. Nothing is "
                "recorded yet: when the bank says that the money has come, Enter takes the receipt."
            )
        )
        if self._code is not None:
            self.show_code(self._code)
        elif self._sentence is not None:
            self.show_no_code(self._sentence)

    # What the presenter tells -----------------------------------------------------------

    def show_party(self, details: PartyDetails, amount_paise: int) -> None:
        if self._party.party is None:
            self._party.set_party(hit_of(details))
        if not self._amount.input.hasFocus() or self._amount.is_empty():
            self._amount.set_value(amount_paise or None)
        self._amount.focus_all()

    def show_code(self, code: UpiCode) -> None:
        self._code, self._sentence = code, None
        self._qr.show_link(code.link)
        self._figure.setText(text.rupees(code.amount_paise))
        self._payee.setText(f"{code.payee} · {code.vpa}")
        reference = self.tr("The bank will name it as %1.")
        self._reference.setText(text.filled(reference, code.reference))
        self._show_parts()

    def show_no_code(self, sentence: Sentence) -> None:
        self._code, self._sentence = None, sentence
        self._qr.show_link("")
        self._why_not.setText(text.sentence(sentence))
        self._show_parts()

    def _show_parts(self) -> None:
        has_code = self._code is not None
        for part in (self._qr, self._figure, self._payee, self._reference):
            part.setVisible(has_code)
        self._why_not.setVisible(not has_code)

    # Intentions -------------------------------------------------------------------------

    def _party_chosen(self, hit: PartyHit) -> None:
        self._amount.set_value(None)
        self._presenter.choose_party(hit.party_id)

    def _amount_typed(self) -> None:
        self._presenter.set_amount(self._amount.value)

    # Layout -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._about, 1, Qt.AlignmentFlag.AlignBottom)
        fields = Card()
        fields.setFixedWidth(_FIELDS_PIXELS)
        self._steps.setWordWrap(True)
        for widget in (self._party, self._amount, self._steps):
            fields.body.addWidget(widget)
        fields.body.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        body = self._card.body
        body.addStretch(1)
        for part in (self._qr, self._figure, self._payee, self._reference):
            body.addWidget(part, 0, middle)
        self._why_not.setWordWrap(True)
        self._why_not.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body.addWidget(self._why_not)
        body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(fields)
        row.addWidget(self._card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addLayout(row, 1)


def _typed_paise(words: str) -> int | None:
    """The sum that was typed elsewhere, if it can be worked out."""
    try:
        return parse_amount(words) if words else None
    except CollectIQError:
        return None
