"""Cards, facts, chips, strips: what they show, and that long names are cut with a sign."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.ageing_strip import AgeingStrip, spans
from collectiq_desktop.ui.widgets.pieces import (
    Card,
    Chip,
    CommitRow,
    ElidedLabel,
    Fact,
    FactCard,
    FactStrip,
)


def _texts(widget: Card) -> list[str]:
    labels = widget.findChildren(QLabel)
    return [label.text() for label in labels if label.text() and not label.isHidden()]


def test_a_fact_card(qtbot: QtBot) -> None:
    card = FactCard()
    qtbot.addWidget(card)
    card.show()
    card.show_fact(Fact("Balance", "₹ 5.00 Dr", note="= bills", note_tone=Tone.GOOD))
    assert _texts(card) == ["Balance", "₹ 5.00 Dr", "= bills"]


def test_facts_give_way_to_fewer(qtbot: QtBot) -> None:
    strip = FactStrip()
    qtbot.addWidget(strip)
    strip.show()
    strip.show_facts([Fact("Balance", "1.00"), Fact("Overdue", "0.00", Tone.BAD)])
    strip.show_chips([("Risky", Tone.BAD)])
    qtbot.waitUntil(lambda: "Risky" in _texts(strip))
    strip.show_facts([Fact("Balance", "2.00")])
    strip.show_chips([])
    assert [label.text() for label in strip.findChildren(QLabel) if label.isVisible()] == [
        "Balance",
        "2.00",
    ]


def test_a_card_has_a_heading_where_it_is_given_one(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    card.show()
    assert not card.heading.isVisible()
    card.set_heading("Open bills")
    card.set_note("3 bills", Tone.MUTED)
    assert _texts(card) == ["Open bills", "3 bills"]


def test_a_long_name_is_cut_and_can_be_read_whole(qtbot: QtBot) -> None:
    label = ElidedLabel("title")
    qtbot.addWidget(label)
    name = "A" * 120
    label.resize(200, 30)
    label.show()
    label.setText(name)
    assert label.text().endswith("…")
    assert label.whole() == label.accessibleName() == label.toolTip() == name
    label.resize(4_000, 30)
    assert label.text() == name


def test_a_chip_changes_its_state(qtbot: QtBot) -> None:
    chip = Chip("Safe", Tone.GOOD)
    qtbot.addWidget(chip)
    chip.show_state("Risky", Tone.BAD)
    assert (chip.text(), chip.property("tone")) == ("Risky", "bad")


def test_the_commit_row(qtbot: QtBot) -> None:
    row = CommitRow()
    qtbot.addWidget(row)
    row.show()
    row.set_texts("Narration", "Save   Enter")
    row.show_message("Saved.", Tone.GOOD)
    assert row.message.isVisible()
    row.show_message("")
    assert not row.message.isVisible()
    with qtbot.waitSignal(row.save):
        row.button.click()


@given(
    st.lists(st.integers(-(10**13), 10**13), min_size=1, max_size=9),
    st.integers(9, 4_000),
    st.integers(0, 200),
)
def test_spans_fill_the_width(buckets_paise: list[int], width: int, least: int) -> None:
    widths = spans(buckets_paise, width, least)
    assert sum(widths) == width
    assert all(each >= min(least, width // len(widths)) for each in widths)


def test_the_strip_can_be_heard(qtbot: QtBot) -> None:
    strip = AgeingStrip()
    qtbot.addWidget(strip)
    strip.show_buckets(["Not due", "over 90"], [100, 99_00_00_000_00])
    strip.show()
    assert strip.accessibleName() == "Not due 1.00, over 90 99,00,00,000.00"
    assert not strip.grab().isNull()
