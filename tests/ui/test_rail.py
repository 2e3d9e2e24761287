"""The rail holds more places than a low window has height for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from collectiq_desktop.ui.rail import RAIL_PIXELS, Rail
from collectiq_desktop.ui.screens.registry import SCREENS, Group


def _places(rail: Rail) -> list[QLabel]:
    return [each for each in rail.findChildren(QLabel) if each.property("role") == "place"]


@pytest.mark.parametrize("height", [768, 400])
def test_the_place_where_one_is_stays_in_sight(qtbot: QtBot, height: int) -> None:
    rail = Rail(SCREENS)
    qtbot.addWidget(rail)
    rail.resize(RAIL_PIXELS, height)
    rail.show()
    last = [info for info in SCREENS if info.group is Group.OWNER][-1].name
    rail.set_current(last)
    (current,) = (each for each in _places(rail) if each.property("current"))
    qtbot.waitUntil(lambda: current.visibleRegion().boundingRect().height() == current.height())


def test_no_place_is_cut_through_at_the_top(qtbot: QtBot) -> None:
    rail = Rail(SCREENS)
    qtbot.addWidget(rail)
    rail.resize(RAIL_PIXELS, 500)
    rail.show()
    for info in SCREENS:
        rail.set_current(info.name)
        seen = [
            each.visibleRegion().boundingRect() for each in _places(rail) if not each.isHidden()
        ]
        assert all(part.isEmpty() or part.y() == 0 for part in seen), info.name


def test_places_move_together_before_they_roll(qtbot: QtBot) -> None:
    rail = Rail(SCREENS)
    qtbot.addWidget(rail)
    heights = []
    for height in (2000, 500):
        rail.resize(RAIL_PIXELS, height)
        rail.show()
        heights.append({each.minimumHeight() for each in _places(rail)})
    assert heights == [{30}, {24}]
