"""The edit log on the screen: period, filters, rows page by page, a file, a proof."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.edit_log import About
from collectiq_desktop.core.queries.finding import PartyHit
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import Screen
from collectiq_desktop.ui.screens.edit_log.form import EditLogForm
from collectiq_desktop.ui.screens.edit_log.presenter import EditLogPresenter
from collectiq_desktop.ui.screens.edit_log.saving import Heading, list_of
from collectiq_desktop.ui.widgets.period import Period, period_words


class EditLogScreen(Screen):
    """Shows everything that was recorded, the newest first."""

    name = "edit_log"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._form = EditLogForm(self, kit)
        self._presenter = EditLogPresenter(self._form, kit)
        self._connect()

    # What the shell calls ---------------------------------------------------------------

    def open(self, _place: Place) -> None:
        self._form.begin()
        self._presenter.begin()

    def resume(self, _place: Place) -> None:
        self._form.model.refresh()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def may_leave(self) -> bool:
        if self._form.give_up():
            self._form.table.setFocus()
            return False
        return True

    def acts(self) -> Mapping[str, Callable[[], None]]:
        form = self._form
        return {
            "day": form.period.begin_day,
            "period": form.period.begin_period,
            "who": form.who.focus_all,
            "about": form.about.focus_all,
            "party": form.party.focus_all,
            "verify": self._presenter.verify,
            "export": self._export,
        }

    def first_input(self) -> QWidget | None:
        return self._form.table

    def retranslate(self) -> None:
        self._form.retranslate()

    # Intentions -------------------------------------------------------------------------

    def _connect(self) -> None:
        form = self._form
        form.period.chosen.connect(self._period_chosen)
        for choice in (form.who, form.about):
            choice.changed.connect(self._narrowed)
            choice.entered.connect(form.table.setFocus)
        form.party.chosen.connect(self._party_chosen)
        form.party.left_empty.connect(self._party_left)
        form.table.chosen.connect(self._row_chosen)
        form.model.failed.connect(self._pages_failed)
        form.path.wanted.connect(self._path_wanted)
        form.path.closed.connect(form.table.setFocus)

    def _period_chosen(self, period: Period) -> None:
        self._presenter.choose_period(*period)
        self._form.table.setFocus()

    def _narrowed(self) -> None:
        who, about = self._form.who.key, self._form.about.key
        user_id = UserId(bytes.fromhex(who)) if who else None
        self._presenter.choose(user_id, About(about) if about else None)

    def _party_chosen(self, hit: PartyHit) -> None:
        self._presenter.choose_party(hit.party_id)
        self._form.table.setFocus()

    def _party_left(self) -> None:
        self._presenter.choose_party(None)

    def _row_chosen(self, row: int) -> None:
        found = self._form.model.row_at(row)
        if found is not None:
            self._presenter.open(found.edit)

    def _export(self) -> None:
        wish = self._presenter.wish
        self._form.path.offer(f"{self.tr('Edit log')} {wish.to_on:%Y-%m-%d}.xlsx")

    def _path_wanted(self, path: Path) -> None:
        wish = self._presenter.wish
        assert wish.from_on is not None
        assert wish.to_on is not None
        made_on = self._kit.clock.today_on()
        made = text.filled(self.tr("Made on %1"), text.moment(self._kit.clock.now_at()))
        heading = Heading(
            title=self.tr("Edit log"),
            subs=(period_words(Period(wish.from_on, wish.to_on)), *self._form.narrowed(), made),
            none_text=self.tr("Nothing was recorded."),
            made_on=made_on,
            language=self._kit.taste.language if self._kit.taste is not None else "en",
        )
        self._presenter.save(path, partial(list_of, heading))

    def _pages_failed(self, error: CollectIQError) -> None:
        self._form.show_refused(text.sentence(error.message))
