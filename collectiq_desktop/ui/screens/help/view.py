"""Help on the screen: a page to be read and scrolled by keys; Esc returns to the work."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from collectiq_desktop import paths
from collectiq_desktop.ui.helping import FIRST_MINUTES
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.language import ENGLISH
from collectiq_desktop.ui.screen import GAP, MARGINS, Screen
from collectiq_desktop.ui.screens.help.presenter import HelpPresenter
from collectiq_desktop.ui.titles import title_of_screen

_SCHEME = "help"
_WIDEST = 860


class HelpScreen(Screen):
    """Shows one page; Tab goes to its links."""

    name = "help"
    stands_on_return = True

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._page = QTextBrowser()
        self._page.setProperty("role", "reading")
        self._page.setOpenLinks(False)
        self._page.setMaximumWidth(_WIDEST)
        self._page.document().setDocumentMargin(18)
        self._page.anchorClicked.connect(self._follow)
        self._presenter = HelpPresenter(
            self,
            paths.resources_folder() / "help",
            language=self._language,
            translate=QCoreApplication.translate,
            title_of=title_of_screen,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(GAP)
        column.addWidget(self._page)

    def open(self, place: Place) -> None:
        self._presenter.open(place.text or FIRST_MINUTES)

    def first_input(self) -> QWidget:
        return self._page

    def retranslate(self) -> None:
        self._page.setAccessibleName(self.tr("Help"))
        self._presenter.show_again()

    def show_page(self, markdown: str) -> None:
        self._page.setMarkdown(markdown)
        self._page.moveCursor(QTextCursor.MoveOperation.Start)

    def _language(self) -> str:
        return self._kit.taste.language if self._kit.taste is not None else ENGLISH

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == _SCHEME:
            self._presenter.open(link.path())
