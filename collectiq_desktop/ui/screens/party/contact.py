"""Where a party is found, and what the shop noted about it."""

from __future__ import annotations

from collectiq_desktop.core.domain.gstin import STATES
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.ui import text
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.pieces import Card, ElidedLabel

_DOT = " · "


class ContactCard(Card):
    """Address, phones, tax numbers and the note; only what there is."""

    def __init__(self) -> None:
        super().__init__()
        # One line each, whatever is written: the window never grows beyond a low screen.
        self._lines = [ElidedLabel() for _number in range(3)]
        self._asked, self._note = ElidedLabel(), ElidedLabel("strong")
        set_tone(self._asked, Tone.WARN)
        for line in (*self._lines, self._asked, self._note):
            self.body.addWidget(line)

    def show_party(self, party: Party, asked_phone: str) -> None:
        """Show a party's particulars, and the phone that waits to be written."""
        self.set_heading(self.tr("Contact"))
        words = _contact_lines(party)
        is_empty = not any(words) and not party.note
        if is_empty:
            words[0] = self.tr("No address, GSTIN or note yet; Ctrl+Enter writes them.")
        set_tone(self._lines[0], Tone.MUTED if is_empty else Tone.INK)
        for line, told in zip((*self._lines, self._note), (*words, party.note), strict=True):
            line.setText(told)
            line.setVisible(bool(told))
        waits = self.tr("%1 is asked for and waits under Attention.")
        self._asked.setText(text.filled(waits, asked_phone))
        self._asked.setVisible(bool(asked_phone))


def _contact_lines(party: Party) -> list[str]:
    state = STATES.get(party.state_code or party.gstin[:2], "")
    place = ", ".join(filter(None, (*party.address, party.pincode, state)))
    reached = _DOT.join(filter(None, (*party.phones, party.email)))
    numbers = _DOT.join(
        f"{name} {number}"
        for name, number in (("GSTIN", party.gstin), ("PAN", party.pan))
        if number
    )
    return [place if party.address or party.pincode else "", reached, numbers]
