"""The photos of a cheque or a receipt, opened over a screen by a key."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.attachments import Attachment
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.core.queries.attachments import AttachmentsOf
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.widgets.picture_box import PictureBox


class Photos(QObject):
    """Asks for the photos of one paper at a time, and shows them."""

    def __init__(self, screen: QWidget, kit: Kit) -> None:
        super().__init__(screen)
        self._kit = kit
        self.box = PictureBox(screen)

    def show(self, about_id: FactId | None) -> None:
        """Show the photos of a voucher or a post-dated cheque; nothing where none is stood on."""
        if about_id is not None:
            ask = AttachmentsOf(about_id=about_id)
            self._kit.work.ask(ask, key=(self, "photos"), done=self._took, failed=self._failed)

    def _took(self, found: tuple[Attachment, ...]) -> None:
        contents = [each.content for each in found if each.content is not None]
        if contents:
            self.box.show_pictures(self.tr("Photo"), contents)
        elif found:
            self._say(say("The photo has not come yet; it comes with the next exchange."))
        else:
            self._say(say("No photo is kept with it; an agent's phone takes one of a cheque."))

    def _failed(self, error: CollectIQError) -> None:
        self._say(error.message)

    def _say(self, sentence: Sentence | str) -> None:
        self._kit.navigation.say(sentence, is_bad=True)
