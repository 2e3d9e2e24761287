"""The rail at the left: where one can go, the key beside it, and where one is.

Places stand closer together where the window is low, and roll where even that
is not enough: the place where one is stays in sight.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from collectiq_desktop.ui.actions import key_of_screen
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.registry import Group, ScreenInfo
from collectiq_desktop.ui.theme import repolish
from collectiq_desktop.ui.widgets.pieces import label

RAIL_PIXELS = 190
_PLACE_PIXELS, _CLOSE_PIXELS = 30, 24


class _PlaceLabel(QLabel):
    """One place of the rail."""

    pressed = Signal(object)

    def __init__(self, info: ScreenInfo) -> None:
        super().__init__()
        self.info = info
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "place")
        self.setProperty("current", False)

    def retranslate(self) -> None:
        title = QCoreApplication.translate("Screen", self.info.title)
        self.setText("    ".join(filter(None, (title, key_of_screen(self.info.name)))))

    def set_current(self, *, is_current: bool) -> None:
        if self.property("current") is not is_current:
            self.setProperty("current", is_current)
            repolish(self)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.pressed.emit(Place(screen=self.info.name))


class Rail(QWidget):
    """The groups of screens.

    Signals:
        chosen: a place was pressed (Place).
    """

    chosen = Signal(object)

    def __init__(self, screens: Sequence[ScreenInfo]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(RAIL_PIXELS)
        self._groups: list[tuple[QLabel, Group]] = []
        self._places: list[_PlaceLabel] = []
        self._list = QWidget()
        self._list.setObjectName("places")
        self._column = QVBoxLayout(self._list)
        # What is kept under the current place, and one more: the last ones roll up whole, too.
        self._column.setContentsMargins(0, 0, 0, 2 * _PLACE_PIXELS)
        self._column.setSpacing(0)
        self._roll = self._rolling(self._list)
        for group in (Group.COUNTER, Group.COLLECT, Group.OWNER):
            self._add_group(group, [info for info in screens if info.group is group])
        self._column.addStretch(1)
        self._put_together()
        self.retranslate()

    def set_current(self, name: str) -> None:
        """Mark where one is."""
        for place in self._places:
            place.set_current(is_current=place.info.name == name)
        self._show_current()

    def show_only(self, names: Collection[str]) -> None:
        """Take away what cannot be opened now, and groups that hold nothing."""
        for place in self._places:
            place.setVisible(place.info.name in names)
        for title, group in self._groups:
            mine = [place for place in self._places if place.info.group is group]
            title.setVisible(any(place.info.name in names for place in mine))
        self._space()

    def retranslate(self) -> None:
        """Write the titles in the language that holds now."""
        for title, group in self._groups:
            title.setText(QCoreApplication.translate("Rail", group.value).upper())
        for place in self._places:
            place.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()

    def _put_together(self) -> None:
        brand = QHBoxLayout()
        brand.setContentsMargins(19, 14, 8, 0)
        brand.addWidget(label("brand", "CollectIQ"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(brand)
        whole.addWidget(self._roll, 1)

    def _rolling(self, places: QWidget) -> QScrollArea:
        roll = QScrollArea()
        roll.setFrameShape(QFrame.Shape.NoFrame)
        roll.setWidgetResizable(True)
        roll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        roll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        roll.setWidget(places)
        return roll

    def _space(self) -> None:
        """Give each place as much height as there is, within reason."""
        shown = [place for place in self._places if not place.isHidden()]
        if not shown:
            return
        titles = self._column.sizeHint().height() - sum(each.minimumHeight() for each in shown)
        fair = (self._roll.height() - titles) // len(shown)
        pixels = max(_CLOSE_PIXELS, min(_PLACE_PIXELS, fair))
        for place in self._places:
            place.setFixedHeight(pixels)
        self._show_current()

    def _show_current(self) -> None:
        for place in self._places:
            if place.property("current"):
                self._roll.ensureWidgetVisible(place, 0, _PLACE_PIXELS)
        self._begin_with_a_whole_place()

    def _begin_with_a_whole_place(self) -> None:
        """Roll on past a place of which only the lower part is in sight."""
        bar = self._roll.verticalScrollBar()
        top = bar.value()
        for place in self._places:
            if not place.isHidden() and place.y() < top < place.y() + place.height():
                bar.setValue(place.y() + place.height())

    def _add_group(self, group: Group, screens: Sequence[ScreenInfo]) -> None:
        if not screens:
            return
        title = label("group")
        self._groups.append((title, group))
        self._column.addSpacing(12)
        self._add_row(title, 17)
        self._column.addSpacing(4)
        for info in screens:
            place = _PlaceLabel(info)
            place.setFixedHeight(_PLACE_PIXELS)
            place.pressed.connect(self.chosen)
            self._places.append(place)
            self._column.addWidget(place)

    def _add_row(self, widget: QWidget, left: int) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(left, 0, 8, 0)
        row.addWidget(widget)
        self._column.addLayout(row)
