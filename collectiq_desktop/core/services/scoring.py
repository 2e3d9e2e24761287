"""How scores are made: which counter works them out, what they speak of, how many calls a day."""

from __future__ import annotations

from dataclasses import dataclass

from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.ids import DeviceId
from collectiq_desktop.core.domain.risk import (
    CALLS_A_DAY,
    OVER_DAYS,
    WITHIN_DAYS,
    RiskSettings,
)
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.touched import Noun
from collectiq_desktop.core.queries.risk import ScoringSetups, scoring_setup
from collectiq_desktop.core.services import bulletins
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.risk_bulletins import (
    SCORING_DEVICE_KEY,
    SETTINGS_KEY,
    settings_bytes,
)

FIRST = DeviceId(b"")
"""Instead of a counter: the firm's first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseScoring:
    """Say which counter scores, or by which settings; what is None stays as it is."""

    device_id: DeviceId | None = None
    settings: RiskSettings | None = None


@carries_out(ChooseScoring)
def choose_scoring(writer: Writer, command: ChooseScoring, context: Context) -> None:
    """Publish the choice; every counter goes by it with its next exchange.

    Raises:
        NotFound: the firm has no such counter.
        BadInput: a figure cannot be meant; `field` names it.
    """
    if command.device_id is not None:
        setup = scoring_setup(writer.conn, ScoringSetups(), context.today_on)
        known = {FIRST, context.device_id, *(each.device_id for each in setup.counters)}
        if command.device_id not in known:
            message = say("The firm has no such counter; choose one from the list.")
            raise NotFound(message, field="counter")
        bulletins.put(writer, context, SCORING_DEVICE_KEY, command.device_id)
    if command.settings is not None:
        _check(command.settings)
        bulletins.put(writer, context, SETTINGS_KEY, settings_bytes(command.settings))
    writer.touched.add(Noun.RISK)


def _check(settings: RiskSettings) -> None:
    for field, value, allowed in (
        ("over_days", settings.over_days, OVER_DAYS),
        ("within_days", settings.within_days, WITHIN_DAYS),
        ("calls_a_day", settings.calls_a_day, CALLS_A_DAY),
    ):
        if value not in allowed:
            message = say(
                "This must be a whole number from {least} to {most}.",
                least=allowed[0],
                most=allowed[-1],
            )
            raise BadInput(message, field=field)
