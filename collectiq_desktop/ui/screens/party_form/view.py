"""A party's master data on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import Screen
from collectiq_desktop.ui.screens.party_form.fields import PartyFields
from collectiq_desktop.ui.screens.party_form.presenter import PartyFormPresenter
from collectiq_desktop.ui.theme import Tone


class PartyFormScreen(Screen):
    """Adds a party, or alters one, and goes back to where one was."""

    name = "party_form"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._fields = PartyFields(self)
        self._presenter = PartyFormPresenter(self, kit)
        self._is_new = True
        self._was_warned = False
        self._fields.walk.finished.connect(self._save)
        self._fields.commit.save.connect(self._save)

    # What the shell calls --------------------------------------------------------------------

    def open(self, place: Place) -> None:
        self._was_warned = False
        self._presenter.begin(place.party_id, place.text)

    def resume(self, _place: Place) -> None:
        """What is typed stands as it was left."""
        self._was_warned = False

    def may_leave(self) -> bool:
        if self._was_warned or not self._presenter.is_changed(self._fields.form()):
            return True
        self._was_warned = True
        words = QCoreApplication.translate(
            "Form", "Not saved. Esc once more leaves without saving; Ctrl+A saves."
        )
        self._fields.commit.show_message(words, Tone.WARN)
        return False

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {"save": self._save}

    def first_input(self) -> QWidget | None:
        return self._fields.name.input

    def retranslate(self) -> None:
        self._fields.retranslate()
        self._show_title()

    # What the presenter tells ----------------------------------------------------------------

    def show_form(self, party: Party, *, is_new: bool) -> None:
        self._is_new = is_new
        self._fields.show_party(party)
        self._show_title()

    def show_problem(self, field: str, sentence: str) -> None:
        words = text.sentence(sentence)
        if not self._fields.walk.show_problem(field, words):
            self._fields.commit.show_message(words, Tone.BAD)

    def show_saving(self, *, is_saving: bool) -> None:
        self._fields.commit.button.setEnabled(not is_saving)

    def show_saved(self, name: str, *, is_new: bool) -> None:
        words = self.tr("%1 is added.") if is_new else self.tr("%1 is altered.")
        self._kit.navigation.say(text.filled(words, name))

    # Intentions --------------------------------------------------------------------------------

    def _save(self) -> None:
        if self._fields.take_all():
            self._presenter.save(self._fields.form())

    def _show_title(self) -> None:
        words = self.tr("New party") if self._is_new else self.tr("Alter party")
        self._fields.title.setText(words)
