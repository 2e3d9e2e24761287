"""The palettes: readable everywhere, and every colour has a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from collectiq_desktop import paths
from collectiq_desktop.ui import fonts, theme
from collectiq_desktop.ui.start import OpenWindow
from collectiq_desktop.ui.style_sheet import style_sheet
from collectiq_desktop.ui.theme import DARK, LIGHT, Colours, Tone
from tests.ui.keys import press

LEAST_CONTRAST = 4.5


def _light_of(name: str) -> float:
    """The relative luminance of a colour, as WCAG reckons it."""
    shade = QColor(name)
    parts = (shade.redF(), shade.greenF(), shade.blueF())
    linear: list[float] = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart: 1 to 21."""
    darker, lighter = sorted((_light_of(one), _light_of(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=lambda each: each.name)
@pytest.mark.parametrize("tone", list(Tone))
def test_every_tone_can_be_read(colours: Colours, tone: Tone) -> None:
    for ground in (colours.panel, colours.page):
        assert contrast(colours.of(tone), ground) >= LEAST_CONTRAST, (tone, ground)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=lambda each: each.name)
@pytest.mark.parametrize("tone", list(Tone))
def test_every_tone_can_be_read_in_the_selected_row(
    qapp: QApplication, colours: Colours, tone: Tone
) -> None:
    theme.apply(qapp, colours)
    written = theme.on_selection(QColor(colours.of(tone)))
    theme.apply(qapp, LIGHT)
    assert contrast(written.name(), colours.accent_pale) >= LEAST_CONTRAST


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=lambda each: each.name)
def test_chips_buttons_and_rail_can_be_read(colours: Colours) -> None:
    pairs = [(colours.of(tone), colours.pale(tone)) for tone in Tone if tone is not Tone.MUTED]
    pairs.append((colours.on_accent, colours.accent))
    pairs += [(colours.rail_ink, ground) for ground in (colours.rail, colours.rail_current)]
    pairs.append((colours.rail_muted, colours.rail))
    assert [pair for pair in pairs if contrast(*pair) < LEAST_CONTRAST] == []


def test_the_style_sheet_names_every_colour() -> None:
    assert "$" not in style_sheet(LIGHT, "x.png")
    assert style_sheet(LIGHT, "x.png") != style_sheet(DARK, "x.png")


def test_our_fonts_are_ours(qapp: QApplication) -> None:
    fonts.load_fonts(paths.fonts_folder())
    known = set(QFontDatabase.families())
    assert {"Noto Sans", "Noto Sans Devanagari", "Noto Sans Gujarati"} <= known
    font = theme.text_font()
    assert font.families()[0] == "Noto Sans"
    assert font.featureValue(font.Tag("tnum")) == 1


def test_indian_words_stand_on_the_line_of_latin_ones(qapp: QApplication) -> None:
    fonts.load_fonts(paths.fonts_folder())
    heights = set()
    for family in ("Noto Sans", "Noto Sans Devanagari", "Noto Sans Gujarati"):
        font = QFont(family)
        font.setPixelSize(1000)
        metrics = QFontMetrics(font)
        heights.add((metrics.ascent(), metrics.descent()))
    assert heights == {(1069, 293)}


def test_arrows_of_both_palettes_are_shipped() -> None:
    icons: Path = paths.resources_folder() / "icons"
    assert all((icons / f"down-{name}.png").is_file() for name in theme.PALETTES)


def test_light_and_dark_change_live_and_are_remembered(qtbot: QtBot, window: OpenWindow) -> None:
    assert theme.colours() is LIGHT
    press(window.shell, Qt.Key.Key_F11, Qt.KeyboardModifier.AltModifier)
    assert theme.colours() is DARK
    assert window.looks.settings.text("appearance", "") == "dark"
    background = window.shell.grab().toImage().pixelColor(window.shell.width() - 5, 5)
    assert background.name().upper() == DARK.page
    window.looks.show("light")


def test_tone_and_role_are_seen_at_once(qtbot: QtBot, window: OpenWindow) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    theme.set_tone(label, Tone.BAD)
    assert label.palette().windowText().color().name().upper() == LIGHT.bad
