"""Colours, type and the style sheet: what everything looks like, light and dark.

The palettes are the house's own, and nothing else may name a colour. What is
shown, and where, is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from collectiq_desktop.paths import resources_folder
from collectiq_desktop.ui.style_sheet import style_sheet

FAMILIES = (
    "Noto Sans",
    "Noto Sans Devanagari",
    "Noto Sans Gujarati",
    "Noto Sans Bengali",
    "Noto Sans Gurmukhi",
    "Noto Sans Tamil",
    "Noto Sans Telugu",
    "Noto Sans Kannada",
    "Noto Sans Malayalam",
)
TEXT_POINTS = 10
CAPTION_POINTS = 8.5
_DARKER, _LIGHTER = 118, 112


class Tone(StrEnum):
    """What a colour means; a word or a sign always stands beside it."""

    INK = "ink"
    MUTED = "muted"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One palette; every pair that meets has a contrast of 4.5 : 1 or more."""

    name: str
    ink: str
    muted: str
    line: str
    page: str
    panel: str
    accent: str
    on_accent: str
    accent_pale: str
    good: str
    good_pale: str
    warn: str
    warn_pale: str
    bad: str
    bad_pale: str
    rail: str
    rail_current: str
    rail_ink: str
    rail_muted: str
    ageing: tuple[str, ...]

    def of(self, tone: Tone) -> str:
        """The colour of a meaning."""
        found: str = getattr(self, tone.value)
        return found

    def pale(self, tone: Tone) -> str:
        """The ground of a chip of that meaning."""
        found: str = getattr(self, f"{tone.value}_pale", self.line)
        return found


LIGHT = Colours(
    name="light",
    ink="#1A1F27",
    muted="#667085",
    line="#E3E6EB",
    page="#F6F7F9",
    panel="#FFFFFF",
    accent="#0F5FA8",
    on_accent="#FFFFFF",
    accent_pale="#DCEBFA",
    good="#1B7F4B",
    good_pale="#E9F7EF",
    warn="#9A6200",
    warn_pale="#FFF3D6",
    bad="#B42318",
    bad_pale="#FDE7E5",
    rail="#14202E",
    rail_current="#22354A",
    rail_ink="#D5DDE7",
    rail_muted="#8A99AB",
    ageing=("#0F5FA8", "#5B9BD5", "#E5B04A", "#E08B3A", "#C8443A"),
)
DARK = Colours(
    name="dark",
    ink="#E8ECF2",
    muted="#9AA5B4",
    line="#2C343F",
    page="#12161C",
    panel="#1A2028",
    accent="#6CB2F2",
    on_accent="#0B1A2A",
    accent_pale="#1E3A56",
    good="#5CCB8F",
    good_pale="#173626",
    warn="#F0B849",
    warn_pale="#3A2B0B",
    bad="#FF8A80",
    bad_pale="#451F1C",
    rail="#0B1016",
    rail_current="#1B2A3A",
    rail_ink="#C6D0DC",
    rail_muted="#8492A3",
    ageing=("#6CB2F2", "#5B9BD5", "#E5B04A", "#E08B3A", "#C8443A"),
)
PALETTES = {LIGHT.name: LIGHT, DARK.name: DARK}

_current = [LIGHT]


def colours() -> Colours:
    """The palette that is shown now."""
    return _current[0]


def colour(tone: Tone) -> QColor:
    """The colour of a meaning in the palette that is shown now."""
    return QColor(colours().of(tone))


def on_selection(chosen: QColor) -> QColor:
    """A colour as it is written on the pale ground of the selected row."""
    return chosen.darker(_DARKER) if colours() is LIGHT else chosen.lighter(_LIGHTER)


def text_font(points: float = TEXT_POINTS, *, is_bold: bool = False) -> QFont:
    """The font of the screens, with figures of one width."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(points)
    font.setBold(is_bold)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def apply(app: QApplication, chosen: Colours) -> None:
    """Show everything in a palette."""
    _current[0] = chosen
    app.setStyle("Fusion")
    app.setFont(text_font())
    app.setPalette(_qt_palette(chosen))
    arrow = resources_folder() / "icons" / f"down-{chosen.name}.png"
    app.setStyleSheet(style_sheet(chosen, arrow.as_posix()))


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another role of the style sheet, seen at once."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        repolish(widget)


def set_tone(widget: QWidget, tone: Tone) -> None:
    """Give a widget another meaning, seen at once."""
    if widget.property("tone") != tone.value:
        widget.setProperty("tone", tone.value)
        repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at the widget's properties again."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def _qt_palette(chosen: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, name in (
        (role.Window, chosen.page),
        (role.WindowText, chosen.ink),
        (role.Base, chosen.panel),
        (role.AlternateBase, chosen.page),
        (role.Text, chosen.ink),
        (role.Button, chosen.panel),
        (role.ButtonText, chosen.ink),
        (role.ToolTipBase, chosen.panel),
        (role.ToolTipText, chosen.ink),
        (role.PlaceholderText, chosen.muted),
        (role.Highlight, chosen.accent_pale),
        (role.HighlightedText, chosen.ink),
        (role.Link, chosen.accent),
        (role.Mid, chosen.line),
    ):
        palette.setColor(which, QColor(name))
    disabled = QPalette.ColorGroup.Disabled
    for which in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(disabled, which, QColor(chosen.muted))
    return palette
