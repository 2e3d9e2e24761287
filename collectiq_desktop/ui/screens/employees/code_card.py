"""The recovery code, large and once, with what to do with it."""

from __future__ import annotations

from collectiq_desktop.ui.widgets.pieces import Card, label


class CodeCard(Card):
    """Hidden until a code was made, and again at Esc."""

    def __init__(self) -> None:
        super().__init__()
        self._code, self._words = label("title"), label("muted")
        self._words.setWordWrap(True)
        self.body.addWidget(self._code)
        self.body.addWidget(self._words)
        self.hide()

    @property
    def is_shown(self) -> bool:
        """Whether a code can be read."""
        return not self.isHidden()

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.set_heading(self.tr("Recovery code"))
        self._words.setText(
            self.tr(
                "Write it down and lock it away; it is shown this once. An admin who has "
                "forgotten the password types it at the sign-in instead, once. Codes from before "
                "are worth nothing any more. Esc puts it away."
            )
        )

    def show_code(self, code: str) -> None:
        """Show it."""
        self._code.setText(code)
        self.show()

    def put_away(self) -> bool:
        """Show it no more; whether it was shown."""
        was_shown = self.is_shown
        self._code.setText("")
        self.hide()
        return was_shown
