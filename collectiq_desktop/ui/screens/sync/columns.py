"""What the tables of the exchange say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.queries.syncing import HeldLine, SyncDevice
from collectiq_desktop.core.queries.told_facts import ToldFact
from collectiq_desktop.core.wire.facts import EVERY_BRANCH
from collectiq_desktop.sync.comparing import DayHereAndThere
from collectiq_desktop.sync.ended import Ended
from collectiq_desktop.ui import text
from collectiq_desktop.ui.fact_words import fact_words
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.sync.sentences import (
    held_words,
    outcome_tone,
    outcome_words,
)
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone


def _said(words: str) -> str:
    return QCoreApplication.translate("Sync", words)


def _agreement(day: DayHereAndThere) -> str:
    if day.there_count is None:
        return text.NONE
    equal, differs = QT_TRANSLATE_NOOP("Sync", "equal"), QT_TRANSLATE_NOOP("Sync", "differs")
    return _said(equal if day.is_equal else differs)


def _agreement_tone(day: DayHereAndThere) -> Tone:
    if day.there_count is None:
        return Tone.MUTED
    return Tone.GOOD if day.is_equal else Tone.BAD


def _there_count(day: DayHereAndThere) -> str:
    return text.NONE if day.there_count is None else text.count(day.there_count)


def day_columns(branches: Mapping[str, str]) -> tuple[Column[DayHereAndThere], ...]:
    """The days; the branch only where the firm has several."""

    def branch_of(day: DayHereAndThere) -> str:
        return branches.get(day.branch_id, day.branch_id)

    branch: Column[DayHereAndThere] = Column(
        title=QT_TRANSLATE_NOOP("Column", "Branch"), width=150, text_of=branch_of
    )
    return (
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Date"),
            width=110,
            text_of=lambda day: text.day(day.on),
        ),
        *((branch,) if len(branches) > 1 else ()),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Vouchers here"),
            width=130,
            text_of=lambda day: text.count(day.here_count),
            is_number=True,
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "₹ here"),
            width=160,
            text_of=lambda day: text.amount(day.here_paise),
            is_number=True,
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "At head office"),
            width=130,
            text_of=_there_count,
            is_number=True,
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "₹ at head office"),
            width=160,
            text_of=lambda day: text.amount(day.there_paise),
            is_number=True,
        ),
        Column(title="", width=24, text_of=lambda _day: ""),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Compared"),
            width=0,
            text_of=_agreement,
            tone_of=_agreement_tone,
            is_bold=True,
        ),
    )


UNSENT_COLUMNS: tuple[Column[ToldFact], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Recorded"),
        width=150,
        text_of=lambda fact: text.moment(fact.recorded_at),
        tone_of=lambda _fact: Tone.MUTED,
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "What"), width=260, text_of=fact_words),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Date"), width=110, text_of=lambda fact: text.day(fact.on)
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Party"),
        width=0,
        text_of=lambda fact: text.or_none(fact.party),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Amount"),
        width=140,
        text_of=lambda fact: text.amount_or_none(fact.amount_paise),
        is_number=True,
    ),
)
HELD_COLUMNS: tuple[Column[HeldLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Recorded"),
        width=140,
        text_of=lambda line: text.moment(line.fact.recorded_at),
        tone_of=lambda _line: Tone.MUTED,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "What"),
        width=220,
        text_of=lambda line: fact_words(line.fact),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Party"),
        width=170,
        text_of=lambda line: text.or_none(line.fact.party),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Amount"),
        width=110,
        text_of=lambda line: text.amount_or_none(line.fact.amount_paise),
        is_number=True,
    ),
    Column(title="", width=14, text_of=lambda _line: ""),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Counter"),
        width=120,
        text_of=lambda line: text.or_none(line.fact.device),
        tone_of=lambda line: Tone.INK if line.is_own else Tone.MUTED,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Why it is held"),
        width=0,
        text_of=held_words,
        tone_of=lambda _line: Tone.WARN,
    ),
)
ENDED_COLUMNS: tuple[Column[Ended], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Ended"),
        width=160,
        text_of=lambda ended: text.moment(ended.ended_at),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Sent"),
        width=90,
        text_of=lambda ended: text.count(ended.pushed_count),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Fetched"),
        width=90,
        text_of=lambda ended: text.count(ended.pulled_count),
        is_number=True,
    ),
    Column(title="", width=24, text_of=lambda _ended: ""),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "How it ended"),
        width=0,
        text_of=outcome_words,
        tone_of=outcome_tone,
    ),
)


def device_columns(
    seen_at: Mapping[bytes, int], branches: Mapping[str, str]
) -> tuple[Column[SyncDevice], ...]:
    """The devices, with when head office saw each last."""

    def gets(device: SyncDevice) -> str:
        if device.branches == EVERY_BRANCH:
            return _said(QT_TRANSLATE_NOOP("Sync", "all"))
        return ", ".join(branches.get(each, each) for each in device.branches.split(" "))

    def seen(device: SyncDevice) -> str:
        at = seen_at.get(device.device_id)
        return text.NONE if at is None else text.moment(at)

    columns: tuple[Column[Any], ...] = (
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Series"), width=80, text_of=lambda d: d.series_code
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Name"),
            width=0,
            text_of=lambda d: text.or_none(d.name),
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Branch"),
            width=150,
            text_of=lambda d: branches.get(d.branch_id, d.branch_id),
        ),
        Column(title=QT_TRANSLATE_NOOP("Column", "Sees"), width=150, text_of=gets),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Entries"),
            width=90,
            text_of=lambda d: text.count(d.facts_count),
            is_number=True,
        ),
        Column(title="", width=14, text_of=lambda _d: ""),
        Column(title=QT_TRANSLATE_NOOP("Column", "Seen last"), width=150, text_of=seen),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "State"),
            width=130,
            text_of=_device_state,
            tone_of=_device_tone,
        ),
    )
    return columns


def _device_state(device: SyncDevice) -> str:
    if device.is_revoked:
        return _said(QT_TRANSLATE_NOOP("Sync", "revoked"))
    if device.is_server:
        return _said(QT_TRANSLATE_NOOP("Sync", "head office"))
    return _said(QT_TRANSLATE_NOOP("Sync", "this one")) if device.is_own else text.NONE


def _device_tone(device: SyncDevice) -> Tone:
    if device.is_revoked:
        return Tone.BAD
    return Tone.GOOD if device.is_own else Tone.MUTED
