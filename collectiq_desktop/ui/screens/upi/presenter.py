"""The UPI code: of whom how much is asked, and the link behind the code. No window here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from collectiq_desktop.core.domain.calendar import IST_OFFSET_MS
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.domain.upi import upi_link, upi_reference_of
from collectiq_desktop.core.queries.firm import FirmCard, FirmDetails
from collectiq_desktop.core.queries.parties import PartyCard, PartyDetails
from collectiq_desktop.ui.kit import Kit, Place

NOBODY = say("Type who is to pay, and press Enter.")
NO_VPA = say("The firm has no UPI address yet; F11 has a place for it.")
_MINUTE_MS = 60_000
_LONGEST_PAYEE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class UpiCode:
    """What stands behind a code.

    Args:
        reference: what the payer's bank reports back: the party's code and the minute.
    """

    link: str
    payee: str
    vpa: str
    amount_paise: int
    reference: str


class UpiView(Protocol):
    """What the presenter tells the screen."""

    def show_party(self, details: PartyDetails, amount_paise: int) -> None:
        """Who pays, and how much is proposed; nothing where nothing is owed."""
        ...

    def show_code(self, code: UpiCode) -> None:
        """The code to be scanned."""
        ...

    def show_no_code(self, sentence: Sentence) -> None:
        """Why there is no code."""
        ...


class UpiPresenter:
    """One code at a time."""

    def __init__(self, view: UpiView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._firm: Firm | None = None
        self._details: PartyDetails | None = None
        self._amount_paise: int | None = None
        self._wanted_paise: int | None = None
        self._reference = ""

    def begin(self, party_id: PartyId | None, amount_paise: int | None = None) -> None:
        """A code for a party, over what it owes or over what was typed elsewhere."""
        self._details, self._firm = None, None
        self._wanted_paise = amount_paise
        self._view.show_no_code(NOBODY)
        self._kit.work.forget((self, "party"))
        if party_id is not None:
            self.choose_party(party_id)

    def choose_party(self, party_id: PartyId) -> None:
        """Who pays."""
        work = self._kit.work
        work.ask(FirmCard(), key=(self, "firm"), done=self._took_firm, failed=self._failed)
        ask = PartyCard(party_id=party_id)
        work.ask(ask, key=(self, "party"), done=self._took_party, failed=self._failed)

    def set_amount(self, amount_paise: int | None) -> None:
        """How much is asked for; part of what is owed is fine, and so is more."""
        self._amount_paise = amount_paise
        self._show()

    def books_changed(self, touched: Touched) -> None:
        """The party may have paid, or the firm may have another address."""
        details = self._details
        if details is not None and (
            touched.nouns & {Noun.FIRM, Noun.BATCH} or details.party_id in touched.party_ids
        ):
            self.choose_party(details.party_id)

    def take_receipt(self) -> None:
        """The money has come: its receipt is to be recorded."""
        party_id = self._details.party_id if self._details is not None else None
        self._kit.navigation.go(Place(screen="receipt", party_id=party_id))

    def _took_firm(self, details: FirmDetails) -> None:
        self._firm = details.firm
        self._show()

    def _took_party(self, details: PartyDetails) -> None:
        self._details = details
        owed_paise = max(0, details.balance_paise)
        self._amount_paise = self._wanted_paise or owed_paise
        self._wanted_paise = None
        self._reference = self._new_reference(details)
        self._view.show_party(details, self._amount_paise if owed_paise else 0)
        self._show()

    def _new_reference(self, details: PartyDetails) -> str:
        """One that tells this asking from every other of the same party."""
        minute = (self._kit.clock.now_at() + IST_OFFSET_MS) // _MINUTE_MS
        whose = upi_reference_of(details.party.code or "CQ")
        return upi_reference_of(f"{whose[:22]}-{minute}")

    def _show(self) -> None:
        firm, details = self._firm, self._details
        if firm is None or details is None:
            return
        if details.balance_paise <= 0:
            # A code never stands on a zero or credit balance.
            self._view.show_no_code(_nothing_owed(details.party.name))
        elif not firm.vpa:
            self._view.show_no_code(NO_VPA)
        else:
            self._show_code(firm, details)

    def _show_code(self, firm: Firm, details: PartyDetails) -> None:
        amount_paise = self._amount_paise or 0
        payee = firm.name[:_LONGEST_PAYEE]
        try:
            link = upi_link(
                vpa=firm.vpa,
                payee=payee,
                amount_paise=amount_paise,
                reference=self._reference,
                note=details.party.code,
            )
        except CollectIQError as error:
            self._view.show_no_code(error.message)
            return
        self._view.show_code(
            UpiCode(
                link=link,
                payee=payee,
                vpa=firm.vpa,
                amount_paise=amount_paise,
                reference=self._reference,
            )
        )

    def _failed(self, error: CollectIQError) -> None:
        self._view.show_no_code(error.message)


def _nothing_owed(party: str) -> Sentence:
    return say("{party} owes nothing, so there is nothing to ask for.", party=party)
