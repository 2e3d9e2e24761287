"""The voucher on the screen: its card, its history, and the foot where it is cancelled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.bills import ClaimLine
from collectiq_desktop.core.queries.versions import VoucherVersion
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.collecting.photos import Photos
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import Screen
from collectiq_desktop.ui.screens.voucher.cancelling import Cancelling
from collectiq_desktop.ui.screens.voucher.foot import CancelFoot
from collectiq_desktop.ui.screens.voucher.page import VoucherPage
from collectiq_desktop.ui.screens.voucher.presenter import VoucherPresenter

HISTORY = "history"
"""The text of a place that opens the voucher with its history."""


class VoucherScreen(Screen):
    """Shows one voucher."""

    name = "voucher"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._foot = CancelFoot(kit.clock.today_on())
        self._page = VoucherPage(self, self._foot)
        self._right = Cancelling(self, kit, self._foot)
        self._presenter, self._photos = VoucherPresenter(self, kit), Photos(self, kit)
        self._prints_count = 0
        self._settled: tuple[ClaimLine, ...] = ()
        self._connect()

    # What the shell calls ---------------------------------------------------------------

    def open(self, place: Place) -> None:
        self._right.close_foot()
        self._right.show_voucher(None)
        self._page.sides.setCurrentIndex(0)
        if place.voucher_id is not None:
            self._presenter.begin(place.voucher_id)
            if place.text == HISTORY:
                self._presenter.ask_history()

    def resume(self, _place: Place) -> None:
        self._presenter.refresh()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def may_leave(self) -> bool:
        if not self._right.may_leave():
            return False
        if self._page.is_history_shown:
            self._toggle_history()
            return False
        return True

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "amend": self._presenter.amend,
            "cancel": self._right.begin,
            "save": self._foot.finish,
            "paper": self._presenter.show_paper,
            "print": self._presenter.print_again,
            "send": self._presenter.send,
            "photo": lambda: self._photos.show(self._presenter.paper_id),
            "history": self._toggle_history,
            "next_table": self._page.go_to_next_table,
            "party": self._presenter.open_party,
            "previous": partial(self._step, is_back=True),
            "following": partial(self._step, is_back=False),
        }

    def first_input(self) -> QWidget | None:
        return self._page.main_table

    def retranslate(self) -> None:
        self._page.retranslate()
        if self._presenter.details is not None:
            self._page.show_voucher(self._presenter.details)
            self._page.show_settled(self._presenter.details, self._settled)
            self._page.show_state(self._presenter.details, self._prints_count)

    # What the presenter tells -------------------------------------------------------------

    def show_voucher(self, details: VoucherDetails) -> None:
        is_walked = self._page.is_walked
        self._prints_count = 0
        self._settled = ()
        self._right.show_voucher(details)
        self._page.show_voucher(details)
        self._page.show_state(details, 0)
        if is_walked:
            self._page.main_table.setFocus()
        if self._page.is_history_shown:
            self._presenter.ask_history()

    def show_missing(self, sentence: str) -> None:
        self._right.show_voucher(None)
        self._kit.navigation.say(text.sentence(sentence), is_bad=True)

    def show_settled(self, claims: tuple[ClaimLine, ...]) -> None:
        if self._presenter.details is not None:
            self._settled = claims
            self._page.show_settled(self._presenter.details, claims)

    def show_prints(self, count: int) -> None:
        self._prints_count = count
        if self._presenter.details is not None:
            self._page.show_state(self._presenter.details, count)

    def show_history(self, versions: tuple[VoucherVersion, ...]) -> None:
        self._page.show_history(versions)
        if not self._right.is_begun:
            self._page.version_table.setFocus()

    def say(self, sentence: str) -> None:
        self._kit.navigation.say(text.sentence(sentence))

    # Intentions ---------------------------------------------------------------------------

    def _connect(self) -> None:
        self._page.bill_table.chosen.connect(self._bill_chosen)
        self._page.version_table.moved.connect(self._version_moved)
        self._right.closed.connect(self._focus_table)

    def _focus_table(self) -> None:
        self._page.main_table.setFocus()

    def _step(self, *, is_back: bool) -> None:
        if not self._right.is_begun:
            self._presenter.step(is_back=is_back)

    def _toggle_history(self) -> None:
        if self._page.is_history_shown:
            self._page.sides.setCurrentIndex(0)
            self._focus_table()
        else:
            self._presenter.ask_history()

    def _bill_chosen(self, row: int) -> None:
        found = self._page.bill_model.row_at(row)
        if found is not None:
            self._presenter.open_bill(found.key)

    def _version_moved(self, row: int) -> None:
        self._page.show_changes(self._page.version_model.row_at(row))
