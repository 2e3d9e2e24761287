"""What is foretold, as the content of bulletins: MessagePack, small, and read with care.

A bulletin of another version is no bulletin: whoever wrote it will write it anew.
"""

from __future__ import annotations

from datetime import date
from typing import TypeVar

import msgspec

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.risk import (
    Basis,
    BillExpected,
    Category,
    Evidence,
    ForecastLine,
    Frequency,
    LookBack,
    PartyRisk,
    PlotDot,
    RiskOutlook,
    RiskReason,
    RiskSettings,
    TaskLearned,
)
from collectiq_desktop.core.domain.saying import packed, unpacked

PARTY_PREFIX = "risk/party/"
OUTLOOK_KEY = "risk/outlook"
SCORING_DEVICE_KEY = "risk/device"
SETTINGS_KEY = "risk/settings"
VERSION = 1


def party_key(party_id: bytes) -> str:
    """Under which key a party's risk is published."""
    return PARTY_PREFIX + party_id.hex()


class _Versioned(msgspec.Struct, array_like=True):
    """The one thing that is read before the rest."""

    version: int


class _Reason(msgspec.Struct, array_like=True):
    sentence: str
    effect: int
    bills: tuple[str, ...]


class _Party(msgspec.Struct, array_like=True):
    version: int
    party_id: bytes
    worked_out_on: date
    score: int | None
    category: Category
    frequency: Frequency
    evidence: Evidence
    evidence_said: str
    open_paise: int
    overdue_paise: int
    oldest_days: int
    expected_on: date | None
    remind_on: date | None
    remind_again_days: int
    usual_gap_days: int
    reasons: tuple[_Reason, ...]
    bills: tuple[BillExpected, ...]
    what_if: tuple[int, ...]
    curve: tuple[int, ...]
    trend: tuple[int | None, ...]


class _Task(msgspec.Struct, array_like=True):
    task: str
    reason: str
    decided_count: int
    late_count: int
    held_out_count: int
    model_loss: int
    curves_loss: int
    plot: tuple[PlotDot, ...]


class _Outlook(msgspec.Struct, array_like=True):
    version: int
    worked_out_on: date
    basis: Basis
    over_days: int
    within_days: int
    problem: str
    forecast: tuple[ForecastLine, ...]
    shop_curve: tuple[int, ...]
    model_version: int
    older_versions: tuple[int, ...]
    learned_on: date | None
    tasks: tuple[_Task, ...]
    look_back: LookBack | None


class _Settings(msgspec.Struct, array_like=True):
    version: int
    over_days: int
    within_days: int
    calls_a_day: int


Told = TypeVar("Told", _Party, _Outlook, _Settings)


def settings_bytes(settings: RiskSettings) -> bytes:
    """The settings as they are published."""
    days = (settings.over_days, settings.within_days)
    return msgspec.msgpack.encode(_Settings(VERSION, *days, settings.calls_a_day))


def settings_of(value: bytes) -> RiskSettings:
    """The settings in a bulletin; the usual ones where it cannot be read here."""
    told = _read(value, _Settings)
    if told is None:
        return RiskSettings()
    found = RiskSettings(
        over_days=told.over_days, within_days=told.within_days, calls_a_day=told.calls_a_day
    )
    return found if found.is_sound else RiskSettings()


def party_bytes(risk: PartyRisk) -> bytes:
    """A party's risk as it is published."""
    reasons = tuple(
        _Reason(packed(each.sentence), each.effect, each.bills) for each in risk.reasons
    )
    told = _Party(
        version=VERSION,
        party_id=risk.party_id,
        worked_out_on=risk.worked_out_on,
        score=risk.score,
        category=risk.category,
        frequency=risk.frequency,
        evidence=risk.evidence,
        evidence_said=packed(risk.evidence_said),
        open_paise=risk.open_paise,
        overdue_paise=risk.overdue_paise,
        oldest_days=risk.oldest_days,
        expected_on=risk.expected_on,
        remind_on=risk.remind_on,
        remind_again_days=risk.remind_again_days,
        usual_gap_days=risk.usual_gap_days,
        reasons=reasons,
        bills=risk.bills,
        what_if=risk.what_if,
        curve=risk.curve,
        trend=risk.trend,
    )
    return msgspec.msgpack.encode(told)


def party_of(value: bytes) -> PartyRisk | None:
    """The party's risk in a bulletin; None for one that cannot be read here."""
    told = _read(value, _Party)
    if told is None:
        return None
    return PartyRisk(
        party_id=PartyId(told.party_id),
        worked_out_on=told.worked_out_on,
        score=told.score,
        category=told.category,
        frequency=told.frequency,
        evidence=told.evidence,
        evidence_said=unpacked(told.evidence_said),
        open_paise=told.open_paise,
        overdue_paise=told.overdue_paise,
        oldest_days=told.oldest_days,
        expected_on=told.expected_on,
        remind_on=told.remind_on,
        remind_again_days=told.remind_again_days,
        usual_gap_days=told.usual_gap_days,
        reasons=tuple(
            RiskReason(unpacked(each.sentence), each.effect, each.bills) for each in told.reasons
        ),
        bills=told.bills,
        what_if=told.what_if,
        curve=told.curve,
        trend=told.trend,
    )


def outlook_bytes(outlook: RiskOutlook) -> bytes:
    """The shop's outlook as it is published."""
    told = _Outlook(
        version=VERSION,
        worked_out_on=outlook.worked_out_on,
        basis=outlook.basis,
        over_days=outlook.over_days,
        within_days=outlook.within_days,
        problem=packed(outlook.problem),
        forecast=outlook.forecast,
        shop_curve=outlook.shop_curve,
        model_version=outlook.version,
        older_versions=outlook.older_versions,
        learned_on=outlook.learned_on,
        tasks=tuple(_Task(*each) for each in outlook.tasks),
        look_back=outlook.look_back,
    )
    return msgspec.msgpack.encode(told)


def outlook_of(value: bytes) -> RiskOutlook | None:
    """The outlook in a bulletin; None for one that cannot be read here."""
    told = _read(value, _Outlook)
    if told is None:
        return None
    return RiskOutlook(
        worked_out_on=told.worked_out_on,
        basis=told.basis,
        over_days=told.over_days,
        within_days=told.within_days,
        problem=unpacked(told.problem),
        forecast=told.forecast,
        shop_curve=told.shop_curve,
        version=told.model_version,
        older_versions=told.older_versions,
        learned_on=told.learned_on,
        tasks=tuple(TaskLearned(*msgspec.structs.astuple(each)) for each in told.tasks),
        look_back=told.look_back,
    )


def _read(value: bytes, kind: type[Told]) -> Told | None:
    try:
        if msgspec.msgpack.decode(value, type=_Versioned).version != VERSION:
            return None
        return msgspec.msgpack.decode(value, type=kind)
    except (msgspec.DecodeError, ValueError):
        return None
