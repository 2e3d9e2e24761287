"""The firm's order as the server gives it: gap-free, one place after the other.

Only a transaction that holds the firm's writer lane may ask for the next
place, so the order of numbers is the order of commits.
"""

from __future__ import annotations

from collectiq_desktop.core.domain.verdicts import Judged
from collectiq_desktop.core.storage import places, tables
from collectiq_desktop.core.storage.places import Cursor, PlaceRow
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.codec import Link


def place_last(writer: Writer, link: Link, judged: Judged, effective_at: int) -> PlaceRow:
    """Give a link the next place of the firm's order."""
    if writer.order is None:
        writer.order = places.cursor(writer.conn)
    epoch, firm_seq = writer.order
    writer.order = (epoch, firm_seq + 1)
    told = (str(judged.verdict), effective_at, judged.told)
    place = places.place_of(Cursor(epoch, firm_seq + 1), link, *told)
    writer.add(tables.place, place)
    return place
