"""What is foretold of parties, as the scoring counter published it: for screens and reminders.

Nothing is worked out here; a firm that was never scored has nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.ids import DeviceId, PartyId
from collectiq_desktop.core.domain.risk import (
    Category,
    PartyRisk,
    Pinned,
    RiskOutlook,
    RiskSettings,
)
from collectiq_desktop.core.queries.asking import Ask, answers, day_of
from collectiq_desktop.core.queries.syncing import SyncDevice, SyncDevices, sync_devices
from collectiq_desktop.core.storage import bulletins, collecting_tables, tables
from collectiq_desktop.core.wire.risk_bulletins import (
    OUTLOOK_KEY,
    PARTY_PREFIX,
    SCORING_DEVICE_KEY,
    SETTINGS_KEY,
    outlook_of,
    party_key,
    party_of,
    settings_of,
)

_n, _c, _p = collecting_tables.category_pin.c, collecting_tables.category_change.c, tables.party.c


class RiskLine(NamedTuple):
    """A party with what is foretold of it; its category is the pinned one, where one holds."""

    party_id: PartyId
    party: str
    code: str
    beat: str
    risk: PartyRisk
    pin: Pinned | None = None


@dataclass(frozen=True, slots=True)
class PartyRisks(Ask[tuple[RiskLine, ...]]):
    """All parties of whom something is foretold, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskOfParty(Ask[RiskLine | None]):
    """What is foretold of one party; None where nothing is."""

    party_id: PartyId


class CategoryStep(NamedTuple):
    """What is foretold of a party came to another category; score per mille."""

    category: Category
    was: Category
    changed_on: date
    score: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CategorySteps(Ask[tuple[CategoryStep, ...]]):
    """How the category of a party changed, without its pins, the newest first."""

    party_id: PartyId


@dataclass(frozen=True, slots=True)
class RiskOutlooks(Ask[RiskOutlook | None]):
    """What is foretold of the whole shop; None where nothing was worked out yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder(Ask["ReminderPlan | None"]):
    """When to remind a party, and how often; None where nothing is open or foretold."""

    party_id: PartyId


class ReminderPlan(NamedTuple):
    """The suggested day of the first reminder, which may have passed, and the interval after it."""

    remind_on: date
    again_after_days: int


class ScoringCounter(NamedTuple):
    """The counter that works out the scores: the one chosen, else the firm's first."""

    name: str
    series_code: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class WhoScores(Ask[ScoringCounter]):
    """Which counter works out the scores."""


class CounterChoice(NamedTuple):
    """A counter that can work out the scores."""

    device_id: DeviceId
    name: str
    series_code: str
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoringSetup:
    """By which settings scores are made, and by which counter.

    Args:
        chosen_id: the counter that was chosen; None: the firm's first.
    """

    settings: RiskSettings
    chosen_id: DeviceId | None
    counters: tuple[CounterChoice, ...]


@dataclass(frozen=True, slots=True)
class ScoringSetups(Ask[ScoringSetup]):
    """How scores are made in this firm."""


@answers(PartyRisks)
def party_risks(conn: Connection, _ask: PartyRisks, today_on: date) -> tuple[RiskLine, ...]:
    """The parties.

    Limits: 5,000 parties in a tenth of a second.
    """
    found = (party_of(row.value or b"") for row in bulletins.beginning_with(conn, PARTY_PREFIX))
    risks = {risk.party_id: risk for risk in found if risk is not None}
    if not risks:
        return ()
    statement = select(_p.party_id, _p.name, _p.code, _p.beat).order_by(_p.name_key, _p.party_row)
    pins = _pins(conn, today_on)
    return tuple(
        _line(RiskLine(party_id, name, code, beat, risks[party_id]), pins)
        for party_id, name, code, beat in conn.execute(statement)
        if party_id in risks
    )


def _line(line: RiskLine, pins: Mapping[bytes, Pinned]) -> RiskLine:
    """The line with the category that an admin has set, where one has."""
    pin = pins.get(line.party_id)
    if pin is None:
        return line
    return line._replace(risk=replace(line.risk, category=pin.category), pin=pin)


def _pins(conn: Connection, today_on: date) -> dict[bytes, Pinned]:
    """The pins that hold on a day; of each party the newest counts."""
    statement = select(_n.party_id, _n.category, _n.until_on, _n.reason)
    found: dict[bytes, Pinned] = {}
    for party_id, word, until, reason in conn.execute(statement.order_by(_n.ordinal, _n.fact_id)):
        found.pop(party_id, None)
        until_on = day_of(until)
        if word in set(Category) and until_on >= today_on:
            found[party_id] = Pinned(Category(word), until_on, reason)
    return found


@answers(RiskOfParty)
def risk_of_party(conn: Connection, ask: RiskOfParty, today_on: date) -> RiskLine | None:
    """The one party."""
    row = bulletins.bulletin_at(conn, party_key(ask.party_id))
    risk = party_of(row.value) if row is not None and row.value else None
    statement = select(_p.party_id, _p.name, _p.code, _p.beat).where(_p.party_id == ask.party_id)
    party = conn.execute(statement).first()
    if party is None or risk is None:
        return None
    return _line(RiskLine(*party, risk), _pins(conn, today_on))


@answers(CategorySteps)
def category_steps(
    conn: Connection, ask: CategorySteps, _today_on: date
) -> tuple[CategoryStep, ...]:
    """The changes; what a newer program calls a category is left out."""
    statement = (
        select(_c.category, _c.was, _c.changed_on, _c.score)
        .where(_c.party_id == ask.party_id)
        .order_by(_c.ordinal.desc(), _c.fact_id.desc())
    )
    return tuple(
        CategoryStep(Category(word), Category(was), day_of(on), score)
        for word, was, on, score in conn.execute(statement)
        if {word, was} <= set(Category)
    )


def category_told(conn: Connection, party_id: PartyId) -> Category | None:
    """The category that was told of a party last: by its last change, else as it is published."""
    newest = (
        select(_c.category)
        .where(_c.party_id == party_id)
        .order_by(_c.ordinal.desc(), _c.fact_id.desc())
        .limit(1)
    )
    word = conn.scalar(newest)
    if word in set(Category):
        return Category(word)
    row = bulletins.bulletin_at(conn, party_key(party_id))
    risk = party_of(row.value) if row is not None and row.value else None
    return risk.category if risk is not None else None


@answers(RiskOutlooks)
def risk_outlooks(conn: Connection, _ask: RiskOutlooks, _today_on: date) -> RiskOutlook | None:
    """The outlook."""
    row = bulletins.bulletin_at(conn, OUTLOOK_KEY)
    return outlook_of(row.value) if row is not None and row.value else None


@answers(Reminder)
def reminder(conn: Connection, ask: Reminder, today_on: date) -> ReminderPlan | None:
    """The plan."""
    line = risk_of_party(conn, RiskOfParty(party_id=ask.party_id), today_on)
    if line is None or line.risk.remind_on is None:
        return None
    return ReminderPlan(line.risk.remind_on, line.risk.remind_again_days)


@answers(WhoScores)
def who_scores(conn: Connection, _ask: WhoScores, today_on: date) -> ScoringCounter:
    """The counter; alone, a shop scores for itself."""
    chosen_id = _chosen(conn)
    counters = _counters(conn, today_on)
    if not counters:
        return ScoringCounter("", "", is_here=True)
    found = next((each for each in counters if each.device_id == chosen_id), counters[0])
    return ScoringCounter(found.name, found.series_code, is_here=found.is_own)


def _chosen(conn: Connection) -> DeviceId | None:
    row = bulletins.bulletin_at(conn, SCORING_DEVICE_KEY)
    return DeviceId(row.value) if row is not None and row.value else None


def _counters(conn: Connection, today_on: date) -> list[SyncDevice]:
    return [
        each
        for each in sync_devices(conn, SyncDevices(), today_on)
        if not each.is_server and not each.is_revoked
    ]


@answers(ScoringSetups)
def scoring_setup(conn: Connection, _ask: ScoringSetups, today_on: date) -> ScoringSetup:
    """The setup; a counter that is no more counts as none chosen."""
    row = bulletins.bulletin_at(conn, SETTINGS_KEY)
    counters = tuple(
        CounterChoice(each.device_id, each.name, each.series_code, each.is_own)
        for each in _counters(conn, today_on)
    )
    chosen_id = _chosen(conn)
    return ScoringSetup(
        settings=settings_of(row.value) if row is not None and row.value else RiskSettings(),
        chosen_id=chosen_id if chosen_id in {each.device_id for each in counters} else None,
        counters=counters,
    )
