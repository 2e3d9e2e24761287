"""Adopting a firm that began alone: the server's books begin with its first facts.

The rest of its chain comes by push, like everything else.

Source: sync page §4, "Enrolment".
"""

from __future__ import annotations

from collections.abc import Sequence

from collectiq_desktop.core.domain.clock import MAX_AHEAD_MS
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import DeviceId, FactId, FirmId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.verdicts import ACCEPTED
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.places import take_placed
from collectiq_desktop.core.services.replay import Placed
from collectiq_desktop.core.storage import order, places, tables
from collectiq_desktop.core.storage.facts import own_head
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.codec import (
    Link,
    body_or_none,
    fact_hash,
    first_hash,
    link_hash,
)
from collectiq_desktop.core.wire.facts import ChainBegun, Fact, FirmCreated
from collectiq_desktop.core.wire.joining import MAX_FOUNDING_LINKS
from collectiq_desktop.core.wire.peer import PushedLink


def founded_firm(founding: Sequence[PushedLink]) -> FirmId:
    """The id of the firm that these first links found.

    Raises:
        BadInput: they found none.
    """
    if 0 < len(founding) <= MAX_FOUNDING_LINKS:
        facts = [each.fact for each in founding]
        bodies = [body_or_none(fact) if fact is not None else None for fact in facts]
        *before, last = bodies
        is_whole = all(map(_is_sound, founding))
        if is_whole and isinstance(last, FirmCreated) and all(map(_is_chain, before)):
            return last.firm_id
    message = say("These books do not begin as books do; nothing was taken in.")
    raise BadInput(message, field="founding")


def _is_sound(link: PushedLink) -> bool:
    fact = link.fact
    return fact is not None and fact.fact_id == link.fact_id and fact_hash(fact) == link.fact_hash


def _is_chain(body: object) -> bool:
    return isinstance(body, ChainBegun)


def adopt(
    writer: Writer, context: Context, device_id: DeviceId, founding: Sequence[PushedLink]
) -> None:
    """Give the first links of a firm's first device their places, in empty books.

    Limits: `founded_firm` has looked at them.
    """
    own_head(writer, context.firm_id, context.device_id)
    before = first_hash(context.firm_id, device_id)
    for n, each in enumerate(founding, start=1):
        fact = each.fact
        assert fact is not None, "founding links were looked at before"
        before = link_hash(before, each.fact_hash)
        link = Link(device_id, n, FactId(each.fact_id), each.fact_hash, before)
        _place(writer, link, fact, min(fact.recorded_at, context.now_at + MAX_AHEAD_MS))
    writer.flush()


def _place(writer: Writer, link: Link, fact: Fact, effective_at: int) -> None:
    body = body_or_none(fact)
    writer.add(tables.link, tuple(link))
    place = order.place_last(writer, link, ACCEPTED, effective_at)
    placed = Placed(fact, body, place.firm_seq, effective_at, ACCEPTED)
    take_placed(writer, placed, is_here=False)
    places.count(writer, fact, body, place.told)
