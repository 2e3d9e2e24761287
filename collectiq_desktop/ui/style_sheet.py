"""The style sheet, made of a palette; roles are properties that widgets carry.

Only form stands here: which palette is shown is `theme`'s to know.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collectiq_desktop.ui.theme import Colours

_SHEET = Template("""
QWidget { color: $ink; }
QWidget#shell, QWidget[role="page"] { background: $page; }
QStackedWidget { background: transparent; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: 15pt; font-weight: 700; padding-top: 3px; qproperty-indent: 0; }
QLabel[role="heading"] { font-size: 11.5pt; font-weight: 700; }
QLabel[role="caption"], QLabel[role="muted"] { color: $muted; }
QLabel[role="caption"] { font-size: 8.5pt; }
QLabel[role="figure"] { font-size: 17pt; font-weight: 700; }
QLabel[role="fact"] { font-size: 11.5pt; font-weight: 700; }
QLabel[role="strong"] { font-weight: 700; }
QLabel[role="error"] { color: $bad; font-size: 8.5pt; }
QLabel[role="empty"] { color: $muted; font-size: 11pt; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $accent; }

QLabel[role="chip"] {
  border-radius: 10px; padding: 4px 11px; font-size: 8.5pt; font-weight: 700;
  background: $line; color: $ink;
}
QLabel[role="chip"][tone="good"] { background: $good_pale; color: $good; }
QLabel[role="chip"][tone="warn"] { background: $warn_pale; color: $warn; }
QLabel[role="chip"][tone="bad"] { background: $bad_pale; color: $bad; }
QLabel[role="chip"][tone="accent"] { background: $accent_pale; color: $accent; }

QFrame[role="card"] { background: $panel; border: 1px solid $line; border-radius: 6px; }

QLineEdit, QComboBox, QPlainTextEdit, QSpinBox {
  background: $panel; color: $ink; border: 1px solid $line; border-radius: 4px;
  padding: 5px 10px; min-height: 20px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QSpinBox:focus {
  border: 2px solid $accent; padding: 4px 9px;
}
QLineEdit[tone="bad"], QComboBox[tone="bad"] { border: 1px solid $bad; }
QLineEdit[tone="bad"]:focus, QComboBox[tone="bad"]:focus { border: 2px solid $bad; }
QLineEdit:disabled, QComboBox:disabled, QLineEdit:read-only { background: $page; color: $muted; }
QLineEdit[role="amount"] { font-size: 18pt; font-weight: 700; padding: 7px 12px; }
QLineEdit[role="amount"]:focus { padding: 6px 11px; }
QLineEdit[role="cell"] { padding: 0 4px; min-height: 0; border-radius: 0; }
QLineEdit[role="cell"]:focus { padding: 0 3px; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url("$arrow"); width: 9px; height: 6px; }
QComboBox QAbstractItemView {
  background: $panel; color: $ink; border: 1px solid $line; outline: 0;
  selection-background-color: $accent_pale; selection-color: $ink;
}

QPushButton {
  background: $panel; color: $ink; border: 1px solid $line; border-radius: 4px;
  padding: 6px 14px; min-height: 18px;
}
QPushButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:pressed { background: $accent_pale; }
QPushButton:disabled { color: $muted; }
QPushButton[role="primary"] {
  background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 700;
}
QPushButton[role="primary"]:focus { border: 2px solid $ink; }
QPushButton[role="primary"]:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent; color: $muted;
  padding: 2px 4px; min-height: 0; }
QPushButton[role="quiet"]:focus { border: 2px solid $accent; padding: 1px 3px; color: $ink; }
QCheckBox { spacing: 8px; padding: 3px; border: 2px solid transparent; border-radius: 4px; }
QCheckBox:focus { border: 2px solid $accent; }

QTableView {
  background: $panel; color: $ink; border: 2px solid transparent; border-radius: 4px;
  gridline-color: transparent; outline: 0;
  selection-background-color: $accent_pale; selection-color: $ink;
}
QTableView:focus { border: 2px solid $accent; }
QHeaderView { background: $panel; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QTableCornerButton::section { background: $panel; border: 0; }
QListView {
  background: $panel; color: $ink; border: 1px solid $line; border-radius: 6px; outline: 0;
  selection-background-color: $accent_pale; selection-color: $ink;
}
QTextBrowser[role="reading"] {
  background: $panel; color: $ink; border: 1px solid $line; border-radius: 6px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QTextBrowser[role="reading"]:focus { border: 2px solid $accent; }
QFrame[role="popup"] { background: $panel; border: 1px solid $muted; border-radius: 6px; }
QFrame[role="popup"] QListView, QFrame[role="popup"] QTableView { border: 0; }

QScrollArea { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $line; border-radius: 4px; min-height: 28px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: $line; border-radius: 4px; min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QWidget#rail, QWidget#places { background: $rail; }
QWidget#rail QScrollBar:vertical { width: 6px; }
QWidget#rail QScrollBar::handle:vertical { background: $rail_current; border-radius: 3px; }
QWidget#rail QLabel { color: $rail_ink; }
QWidget#rail QLabel[role="brand"] { font-size: 12.5pt; font-weight: 700; color: #FFFFFF; }
QWidget#rail QLabel[role="group"] { color: $rail_muted; font-size: 8.5pt; }
QWidget#rail QLabel[role="place"] { padding: 0 17px; }
QWidget#rail QLabel[role="place"][current="true"] {
  background: $rail_current; border-left: 3px solid $accent; padding: 0 14px; font-weight: 700;
  color: #FFFFFF;
}
QWidget#guide { background: $accent_pale; border-top: 1px solid $line; }
QWidget#keys { background: $panel; border-top: 1px solid $line; }
QWidget#keys QLabel { color: $muted; font-size: 8.5pt; }
QWidget#keys QLabel[role="key"] {
  background: $page; border: 1px solid $line; border-radius: 3px; padding: 1px 8px;
  font-weight: 700; color: $key_ink;
}
QWidget#status { background: $rail; }
QWidget#status QLabel { color: $rail_ink; font-size: 8.5pt; }
QWidget#status QLabel[tone="bad"] { color: #FF8A80; }
QWidget#status QLabel[tone="warn"] { color: #F0B849; }
QToolTip { background: $panel; color: $ink; border: 1px solid $line; padding: 4px; }
QMenu { background: $panel; color: $ink; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 26px; }
QMenu::item:selected { background: $accent_pale; }
QProgressBar { background: $line; border: 0; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")


def style_sheet(colours: Colours, arrow: str) -> str:
    """The style sheet of the whole program in a palette."""
    names = {name: getattr(colours, name) for name in colours.__slots__}
    key_ink = colours.ink if colours.name == "light" else colours.muted
    return _SHEET.substitute(names, key_ink=key_ink, arrow=arrow)
