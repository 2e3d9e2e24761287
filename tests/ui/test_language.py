"""The windows speak English and Hindi, and change while they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from defusedxml import ElementTree
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.ui import text
from collectiq_desktop.ui.language import Speaker, compile_translation
from collectiq_desktop.ui.start import OpenWindow
from collectiq_desktop.ui.widgets.party_facts import days_words
from tests.ui.keys import press

_SHORT = say("it must have 15 characters, not {count}.", count=3)


@pytest.fixture
def speaker(qapp: QApplication, root: Path, tmp_path: Path) -> Iterator[Speaker]:
    made = Speaker(qapp, root / "resources" / "translations", tmp_path)
    yield made
    made.be_silent()


def test_hindi_and_back(speaker: Speaker) -> None:
    speaker.speak("hi")
    assert QCoreApplication.translate("Screen", "Receipt") == "रसीद"
    assert text.mode("cash") == "नकद"
    assert speaker.speak_next() == "en"
    assert QCoreApplication.translate("Screen", "Receipt") == "Receipt"


def test_a_sentence_of_the_core_is_said_in_hindi_with_its_values(speaker: Speaker) -> None:
    refusal = say("{number} is cancelled already.", number="RA01/26/000123")
    typed = say("GSTIN {gstin} cannot be right: {problem}", gstin="24X", problem=_SHORT)
    assert text.sentence(refusal) == "RA01/26/000123 is cancelled already."
    speaker.speak("hi")
    assert text.sentence(refusal) == "RA01/26/000123 पहले ही रद्द है।"
    assert text.sentence(typed) == "GSTIN 24X सही नहीं है: 15 अक्षर-अंक चाहिए, 3 नहीं।"


def test_an_unknown_language_is_english(speaker: Speaker) -> None:
    speaker.speak("xx")
    assert speaker.language == "en"
    assert text.mode("cash") == "Cash"


def test_english_counts_in_whole_words(speaker: Speaker) -> None:
    speaker.speak("en")
    assert [days_words(count) for count in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
    speaker.speak("hi")
    assert days_words(3) == "3 दिन"


def test_what_cannot_be_compiled_is_english(
    qapp: QApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "collectiq_hi.ts").write_text("no translation", encoding="utf-8")
    assert compile_translation(tmp_path / "collectiq_hi.ts", tmp_path) is None
    speaker = Speaker(qapp, tmp_path, tmp_path)
    speaker.speak("hi")
    assert text.mode("cash") == "Cash"
    speaker.be_silent()


def test_the_window_changes_while_it_is_shown(qtbot: QtBot, window: OpenWindow) -> None:
    def titles() -> set[str]:
        return {label.text() for label in window.shell.findChildren(QLabel)}

    assert "Parties" in titles()
    press(window.shell, Qt.Key.Key_F11, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: {"पार्टियाँ", "आज की वसूली   Alt+4"} <= titles())
    press(window.shell, Qt.Key.Key_F11, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: {"Parties", "Collected today   Alt+4"} <= titles())


@pytest.mark.parametrize("language", ["en", "hi"])
def test_places_to_fill_are_kept(root: Path, language: str) -> None:
    file = root / "resources" / "translations" / f"collectiq_{language}.ts"
    wrong = [
        f"{source}: {translated}"
        for message in ElementTree.parse(file).iter("message")
        for source in [message.findtext("source") or ""]
        for forms in [message.findall("translation/numerusform") or message.findall("translation")]
        for translated in [form.text or "" for form in forms]
        if translated
        for place in ("%1", "%2", "%3", "%4", "%n")
        if (place in source) != (place in translated)
    ]
    assert not wrong
