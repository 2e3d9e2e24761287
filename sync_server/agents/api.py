"""What agents' phones ask over HTTP: the round, what is new, the day; and what they send.

Who asks is who has signed in (`people_api`), and no more than that one may see
is read: a party of somebody else is answered as one that is not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from litestar.handlers import HTTPRouteHandler

from collectiq_desktop.core.domain.calendar import business_date
from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.saying import say
from sync_server.agents import messages as m
from sync_server.agents.deeds import AskedCommand
from sync_server.agents.doing import carry_out
from sync_server.agents.telling import Teller
from sync_server.endpoints import Asking, Endpoint, FrontDesk, handler_of
from sync_server.people_api import PeopleDoor
from sync_server.sync_api import Office


@dataclass(frozen=True, slots=True)
class AgentDesk:
    """Where phones are answered."""

    door: PeopleDoor

    def round(self, _asked: m.AskedRound, asking: Asking) -> m.Changes:
        return self.changes(m.AskedChanges(), asking)

    def changes(self, asked: m.AskedChanges, asking: Asking) -> m.Changes:
        with self._teller(asking) as teller:
            return teller.changes(asked, business_date(asking.now_at))

    def party(self, asked: m.AskedParty, asking: Asking) -> m.ToldParty:
        with self._teller(asking) as teller:
            found = teller.party(asked.party_id)
        if found is None:
            raise NotFound(say("This party is not in your list."), field="party_id")
        return found

    def pictures(self, asked: m.AskedPictures, asking: Asking) -> m.ToldPictures:
        with self._teller(asking) as teller:
            return teller.pictures(asked.about_id)

    def day(self, asked: m.AskedDay, asking: Asking) -> m.MyDay:
        with self._teller(asking) as teller:
            return teller.day(asked.on)

    def command(self, asked: AskedCommand, asking: Asking) -> m.Answered:
        with self.door.signed_in(asking) as (books, found, _claims):
            return carry_out(self.door, books, found.employee_id, asked.command)

    @contextmanager
    def _teller(self, asking: Asking) -> Iterator[Teller]:
        with self.door.signed_in(asking) as (books, found, _claims):
            yield Teller(books, found.employee_id, self.door.people.secret)


ENDPOINTS = (
    Endpoint("round", "/v1/agent/round", m.AskedRound, m.Changes, "The round of today."),
    Endpoint("changes", "/v1/agent/changes", m.AskedChanges, m.Changes, "What is new."),
    Endpoint("party", "/v1/agent/party", m.AskedParty, m.ToldParty, "One party of the round."),
    Endpoint(
        "pictures",
        "/v1/agent/pictures",
        m.AskedPictures,
        m.ToldPictures,
        "Photos of an own party's cheque or slip.",
    ),
    Endpoint("day", "/v1/agent/day", m.AskedDay, m.MyDay, "My day, and cash in hand."),
    Endpoint(
        "command",
        "/v1/agent/command",
        AskedCommand,
        m.Answered,
        "Collect, promise, visit, remind, note, a photo; sent again, it is answered the same.",
    ),
)


def agent_handlers(office: Office) -> list[HTTPRouteHandler]:
    """A handler for each question."""
    front = FrontDesk(office.threads, office.watch, office.outside.clock)
    desk = AgentDesk(office.people)
    return [handler_of(front, each, getattr(desk, each.verb)) for each in ENDPOINTS]
