"""Help on the screen: a page to be read, its keys beside it; Esc returns to the work."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QWidget

from collectiq_desktop import paths
from collectiq_desktop.ui.helping import FIRST_MINUTES
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.language import ENGLISH
from collectiq_desktop.ui.screen import GAP, MARGINS, Screen
from collectiq_desktop.ui.screens.help.presenter import HelpPresenter
from collectiq_desktop.ui.titles import title_of_screen

_SCHEME = "help"


def _browser() -> QTextBrowser:
    browser = QTextBrowser()
    browser.setProperty("role", "reading")
    browser.setOpenLinks(False)
    browser.document().setDocumentMargin(18)
    return browser


class HelpScreen(Screen):
    """Shows one page and its keys; Tab goes to its links, and then to the keys."""

    name = "help"
    stands_on_return = True

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._page, self._keys = _browser(), _browser()
        self._page.anchorClicked.connect(self._follow)
        self._presenter = HelpPresenter(
            self,
            paths.resources_folder() / "help",
            language=self._language,
            translate=QCoreApplication.translate,
            title_of=title_of_screen,
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(*MARGINS)
        row.setSpacing(GAP)
        row.addWidget(self._page, 3)
        row.addWidget(self._keys, 2)

    def open(self, place: Place) -> None:
        self._presenter.open(place.text or FIRST_MINUTES)

    def first_input(self) -> QWidget:
        return self._page

    def retranslate(self) -> None:
        self._page.setAccessibleName(self.tr("Help"))
        self._keys.setAccessibleName(self.tr("Keys"))
        self._presenter.show_again()

    def show_page(self, page: str, keys: str) -> None:
        for browser, markdown in ((self._page, page), (self._keys, keys)):
            browser.setMarkdown(markdown)
            browser.moveCursor(QTextCursor.MoveOperation.Start)

    def _language(self) -> str:
        return self._kit.taste.language if self._kit.taste is not None else ENGLISH

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == _SCHEME:
            self._presenter.open(link.path())
