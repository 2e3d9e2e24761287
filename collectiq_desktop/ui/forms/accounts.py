"""The firm's accounts by the names that people know, and a field that finds one, or a party."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.vouchers import DEBTORS
from collectiq_desktop.core.queries.accounts import Chart, ChartLine
from collectiq_desktop.core.queries.finding import FindParties, PartyHit
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.pick_field import MOST_HITS, PickField
from collectiq_desktop.ui.work.lanes import Work

STANDARD_NAMES = (
    QT_TRANSLATE_NOOP("Account", "Cash"),
    QT_TRANSLATE_NOOP("Account", "Bank"),
    QT_TRANSLATE_NOOP("Account", "Cheques in hand"),
    QT_TRANSLATE_NOOP("Account", "Razorpay in transit"),
    QT_TRANSLATE_NOOP("Account", "Sales"),
    QT_TRANSLATE_NOOP("Account", "Sales return"),
    QT_TRANSLATE_NOOP("Account", "Output CGST"),
    QT_TRANSLATE_NOOP("Account", "Output SGST"),
    QT_TRANSLATE_NOOP("Account", "Output IGST"),
    QT_TRANSLATE_NOOP("Account", "Discount allowed"),
    QT_TRANSLATE_NOOP("Account", "TDS receivable"),
    QT_TRANSLATE_NOOP("Account", "Round off"),
    QT_TRANSLATE_NOOP("Account", "Charges recovered"),
    QT_TRANSLATE_NOOP("Account", "Interest"),
    QT_TRANSLATE_NOOP("Account", "Bad debts"),
    QT_TRANSLATE_NOOP("Account", "Opening balances"),
)


def account_words(line: ChartLine) -> str:
    """An account's name in the user's language; those of the firm's own stay as they are."""
    return QCoreApplication.translate("Account", line.account)


class AccountHit(NamedTuple):
    """An account, or a party, which stands for its own account among the debtors."""

    account_code: str
    words: str
    party_id: PartyId | None = None
    about: str = ""


def _hit_of_party(hit: PartyHit) -> AccountHit:
    return AccountHit(DEBTORS, hit.party, hit.party_id, text.with_side(hit.balance_paise))


ACCOUNT_COLUMNS: tuple[Column[AccountHit], ...] = (
    Column(title="", width=0, text_of=lambda hit: hit.words),
    Column(
        title="",
        width=190,
        text_of=lambda hit: hit.about,
        tone_of=lambda _hit: Tone.MUTED,
        is_number=True,
    ),
)


class AccountField(PickField[AccountHit]):
    """Finds an account or a party by a few letters.

    Signals:
        skipped: Enter in the empty field.
    """

    skipped = Signal()

    def __init__(self, name: str, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(name, ACCOUNT_COLUMNS, parent)
        self._work = work
        self.chart: Sequence[ChartLine] = ()
        self._wanted = ""

    def look_for(self, wanted: str) -> None:
        self._wanted = wanted
        if self.chart:
            self._look_for_parties()
        else:
            # Fast hands type before the accounts are here: fetch them first.
            self._work.ask(Chart(), key=self, done=self._took_chart, failed=self._cannot_find)

    def _took_chart(self, chart: Sequence[ChartLine]) -> None:
        self.chart = chart
        self._look_for_parties()

    def _look_for_parties(self) -> None:
        ask = FindParties(text=self._wanted, limit=MOST_HITS)
        self._work.ask(ask, key=self, done=self._found, failed=self._cannot_find)

    def take(self) -> bool:
        if not self.text:
            self.skipped.emit()
            return False
        return super().take()

    def words_of(self, hit: AccountHit) -> str:
        return hit.words

    def empty_words(self) -> str:
        return self.tr("Type an account or a party.")

    def none_found_words(self) -> str:
        return self.tr("No account and no party is found. Check the spelling.")

    def forget_search(self) -> None:
        super().forget_search()
        self._work.forget(self)

    def _found(self, parties: tuple[PartyHit, ...]) -> None:
        folded = self.text.casefold()
        accounts = [
            AccountHit(line.account_code, account_words(line), None, self.tr("account"))
            for line in self.chart
            if line.account_code != DEBTORS and _is_meant(line, folded)
        ]
        self.show_hits([*accounts, *map(_hit_of_party, parties)][:MOST_HITS])

    def _cannot_find(self, error: CollectIQError) -> None:
        self.show_not_found(error.message)


def _is_meant(line: ChartLine, folded: str) -> bool:
    """Whether a word of the account's name begins with what is typed, in either language."""
    names = (line.account.casefold(), account_words(line).casefold())
    return any(n.startswith(folded) or f" {folded}" in n for n in names)
