"""The screen that records vouchers of one kind, one after another."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.allow_card import Stop
from collectiq_desktop.ui.forms.allowing import Word
from collectiq_desktop.ui.forms.amendable import AmendableScreen
from collectiq_desktop.ui.forms.fields import PartyVoucherFields
from collectiq_desktop.ui.forms.party_presenter import PartyVoucherPresenter
from collectiq_desktop.ui.forms.presenter import Saved
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.theme import Tone


def saved_words(saved: Saved) -> str:
    """What was saved, and what the party owes now."""
    kind = text.kind(saved.kind.word)
    if not saved.party:
        words = QCoreApplication.translate("Form", "Saved %1 %2: ₹ %3.")
        return text.filled(words, kind, saved.number, text.amount(saved.amount_paise))
    words = QCoreApplication.translate("Form", "Saved %1 %2: ₹ %3, %4. Balance now %5.")
    return text.filled(
        words,
        kind,
        saved.number,
        text.amount(saved.amount_paise),
        saved.party,
        text.with_side(saved.balance_paise),
    )


class VoucherScreen(AmendableScreen):
    """What all voucher screens do alike; a subclass makes its fields and its presenter."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._was_warned = False

    def connect_form(self) -> None:
        """Join fields and presenter, once both are there."""
        self.fields.walk.finished.connect(self.save)
        self.fields.commit.save.connect(self._save_or_say)
        self.fields.allowing.finished.connect(self._word_said)

    @abstractmethod
    def save(self) -> None:
        """Hand what is typed to the presenter."""

    # What the shell calls ------------------------------------------------------------------

    def open(self, place: Place) -> None:
        if self.is_dirty() and place.party_id in (None, self.presenter.party_id):
            words = QCoreApplication.translate("Form", "This voucher is not saved yet.")
            self.fields.commit.show_message(words, Tone.WARN)
            return
        self.presenter.begin(place.party_id if self.presenter.may_be_of_a_party else None)

    def resume(self, _place: Place) -> None:
        """A half-typed voucher stands as it was left."""
        self._was_warned = False

    def may_leave(self) -> bool:
        if self.fields.allowing.is_begun:
            self.close_allowing()
            return False
        if self._was_warned or not self.is_dirty():
            self.presenter.begin()
            return True
        self._was_warned = True
        words = QCoreApplication.translate(
            "Form", "Not saved. Esc once more leaves without saving; Ctrl+A saves."
        )
        self.fields.commit.show_message(words, Tone.WARN)
        return False

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {"save": self._save_or_say, "date": self.fields.on.focus_all}

    # Somebody's word at a stop ---------------------------------------------------------------

    def _save_or_say(self) -> None:
        """Ctrl+A ends the box that is open, or saves."""
        if self.fields.allowing.is_begun:
            self.fields.allowing.finish()
        else:
            self.save()

    def _word_said(self) -> None:
        self.say_word(self.fields.allowing.word())

    def say_word(self, word: Word) -> None:
        """Somebody lets it pass."""
        self.presenter.allow_day(word)

    @property
    def stop(self) -> Stop:
        """What somebody's word is asked for."""
        return Stop.DAY

    def show_allowers(self, allowers: Sequence[EmployeeRow], *, is_own: bool) -> None:
        card, on = self.fields.allowing, self.fields.on
        card.ask(self.stop, allowers, self._kit.clock.today_on(), is_own=is_own)
        if self.stop is Stop.DAY and not card.message.text():
            # The field of the day is narrow; the box has room to say why.
            card.show_message(on.problem.text(), Tone.BAD)
            on.clear_problem()

    def close_allowing(self) -> None:
        self.fields.allowing.hide()
        self.fields.on.focus_all()

    def save_again(self) -> None:
        self.save()

    # What the presenter tells ----------------------------------------------------------------

    def clear(self) -> None:
        self._was_warned = False
        self.fields.begin(self._kit.clock.today_on())

    def show_problem(self, field: str, sentence: str) -> None:
        words = text.sentence(sentence)
        if self.fields.allowing.is_begun:
            self.fields.allowing.show_refused(field, words)
        elif not self.fields.show_problem(field, words):
            self.fields.commit.show_message(words, Tone.BAD)

    def show_saving(self, *, is_saving: bool) -> None:
        self.fields.commit.button.setEnabled(not is_saving)

    def saved_words(self, saved: Saved) -> str:
        """What was saved, and what the party owes now."""
        return saved_words(saved)

    def show_saved(self, saved: Saved) -> None:
        words = self.saved_words(saved)
        self._kit.navigation.say(words)
        self.fields.commit.show_message(words, Tone.GOOD)
        self.focus_first()


class PartyVoucherScreen(VoucherScreen):
    """Vouchers of a party."""

    fields: PartyVoucherFields
    presenter: PartyVoucherPresenter

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.details: PartyDetails | None = None

    def connect_form(self) -> None:
        super().connect_form()
        fields, presenter = self.fields, self.presenter
        fields.party.chosen.connect(presenter.choose_party)
        fields.party.left_empty.connect(presenter.drop_party)
        fields.party.new_wanted.connect(presenter.on_the_way.add)
        fields.party.alter_wanted.connect(presenter.on_the_way.alter)

    def resume(self, place: Place) -> None:
        super().resume(place)
        self.presenter.on_the_way.resume()

    def books_changed(self, touched: Touched, initiator: object) -> None:
        self.presenter.books_changed(touched, initiator)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        party = self.fields.party
        return {**super().acts(), "new_party": party.ask_new, "alter_party": party.ask_alter}

    def may_leave(self) -> bool:
        return not self.fields.party.close_list() and super().may_leave()

    def first_input(self) -> QWidget | None:
        if self.presenter.amender.fixed is not None:
            return self.fields.commit.narration.input
        if self.presenter.is_party_given or self.presenter.amender.details is not None:
            return self.fields.amount.input
        return self.fields.party.input

    def is_dirty(self) -> bool:
        if self.presenter.amender.details is not None:
            return super().is_dirty()
        has_party = self.fields.party.party is not None and not self.presenter.is_party_given
        return super().is_dirty() or has_party

    def retranslate(self) -> None:
        super().retranslate()
        self.show_party(self.details)

    def show_party(self, details: PartyDetails | None) -> None:
        self.details = details
        self.fields.show_party(details)

    def go_on_from_party(self) -> None:
        self.fields.party.entered.emit()
