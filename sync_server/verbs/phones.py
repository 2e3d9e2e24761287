"""`phone-link`: the address by which agents open their app, also as a code to point a phone at."""

from __future__ import annotations

from collections.abc import Iterator

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.documents.codes import modules_of
from sync_server.reached import last_reached
from sync_server.verbs.answers import Answer, Call

_QUIET = 2
_HALVES = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}


def phone_link(call: Call) -> Answer:
    """Where agents of a firm open their app.

    Raises:
        Refused: how the server is reached is not known, or phones would not trust it.
    """
    link = f"{_address(call).rstrip('/')}/a/?firm={call.firm_id().hex()}"
    lines = [link, "", *_drawn(link), "", "Agents open it once, sign in, and install the page."]
    return Answer(machine={"link": link}, lines=lines)


def _address(call: Call) -> str:
    kept = last_reached(call.config.root)
    address = call.options.address or (kept.address if kept is not None else "")
    if not address:
        message = say(
            "How phones reach this server is not known yet: name it with --address https://…, "
            "or run the server once."
        )
        raise Refused(message, field="address")
    is_near = address.startswith(("http://localhost", "http://127.0.0.1"))
    if not address.startswith("https://") and not is_near:
        message = say(
            "Phones install the app from https addresses only, and this is {address}.",
            address=address,
        )
        raise Refused(message, field="address")
    return str(address)


def _drawn(text: str) -> Iterator[str]:
    """The code in half blocks, light on dark as terminals are, two rows in a line."""
    dark = modules_of(text)
    size = len(dark) + 2 * _QUIET

    def is_light(y: int, x: int) -> bool:
        row, column = y - _QUIET, x - _QUIET
        is_inside = 0 <= row < len(dark) and 0 <= column < len(dark)
        return y < size and not (is_inside and dark[row][column])

    for y in range(0, size, 2):
        yield "".join(_HALVES[is_light(y, x), is_light(y + 1, x)] for x in range(size))
