"""The ageing strip shows where the money is, and no colour where there is none."""

from __future__ import annotations

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from collectiq_desktop.ui.theme import colours
from collectiq_desktop.ui.widgets.ageing_strip import AgeingStrip, spans


def test_colour_means_money(qtbot: QtBot) -> None:
    strip = AgeingStrip()
    qtbot.addWidget(strip)
    strip.resize(600, 56)
    strip.show_buckets(["1–30", "31–60", ">60"], [0, 5_000_00, 0])
    picture = strip.grab().toImage()
    widths = spans([0, 5_000_00, 0], 600, 108)
    middles = [sum(widths[:n]) + width // 2 for n, width in enumerate(widths)]
    seen = [picture.pixelColor(at, 6).name() for at in middles]
    look = colours()
    assert seen == [QColor(each).name() for each in (look.line, look.ageing[1], look.line)]


def test_the_widths_are_the_whole() -> None:
    assert sum(spans([1, 2, 3], 601, 108)) == 601
