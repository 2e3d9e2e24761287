"""One or many Tally files, in any order, as one reading.

Every file is walked once. Masters are kept, vouchers are put aside as drafts;
when all files are in, groups tell who is a party, types tell what a voucher
is, and the drafts become rows. Nothing here raises for what a file holds: it
becomes a complaint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.interchange.complaints import refused
from collectiq_desktop.interchange.files import check_readable
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.rows import Complaint, Reading
from collectiq_desktop.interchange.tally.collecting import Collected
from collectiq_desktop.interchange.tally.decoder import form_of, read_clean
from collectiq_desktop.interchange.tally.envelope import Envelope
from collectiq_desktop.interchange.tally.json_reader import read_json
from collectiq_desktop.interchange.tally.nodes import Leaf, Node
from collectiq_desktop.interchange.tally.options import TallyOptions
from collectiq_desktop.interchange.tally.resolving import resolve_all
from collectiq_desktop.interchange.tally.xml_reader import FileTrouble, read_xml

Progress = Callable[[int], None]


def read_tally(
    paths: Iterable[Path],
    options: TallyOptions | None = None,
    *,
    on_progress: Progress | None = None,
) -> Reading:
    """Everything the files hold; `on_progress` is told characters as they pass.

    Raises:
        Refused: a file is not there or may not be read.
    """
    options = options or TallyOptions()
    collected = Collected(
        party_groups=options.party_groups,
        known_voucher_types=options.known_voucher_types,
    )
    complaints: list[Complaint] = []
    envelopes: list[Envelope] = []
    for path in paths:
        check_readable(path)
        envelope = Envelope(path.name)
        envelopes.append(envelope)
        complaints.extend(_read_file(path, options, collected, envelope, on_progress))
    return resolve_all(collected, envelopes, options, complaints)


def _read_file(
    path: Path,
    options: TallyOptions,
    collected: Collected,
    envelope: Envelope,
    on_progress: Progress | None,
) -> list[Complaint]:
    objects = 0
    try:
        for thing in _things(path, options, on_progress):
            if isinstance(thing, Leaf):
                envelope.take(thing)
            else:
                objects += collected.take(thing, envelope)
        envelope.close()
    except FileTrouble as trouble:
        return [_trouble(path.name, trouble)]
    except ValueError as problem:
        reason = say(
            "A report row cannot be read: “{problem}”. Export the report again.", problem=problem
        )
        return [refused(path.name, Finding.BAD_AMOUNT, reason)]
    return envelope.refusals(objects=objects, bills_as_opening=options.bills_as_opening)


def _things(
    path: Path, options: TallyOptions, on_progress: Progress | None
) -> Iterator[Node | Leaf]:
    if path.stat().st_size == 0:
        raise FileTrouble(Finding.EMPTY_FILE, 0, "")
    form = form_of(path, options.charset)
    pieces = _watched(read_clean(path, form), on_progress)
    first = ""
    for piece in pieces:
        first += piece
        if first.strip("\ufeff \r\n\t"):
            break
    start = first.lstrip("\ufeff \r\n\t")
    if start.startswith("<"):
        yield from read_xml(_again(start, pieces))
    elif start.startswith(("{", "[")):
        yield from read_json("".join(_again(start, pieces)))
    else:
        raise FileTrouble(Finding.NOT_TALLY, 1, "")
    if form.is_cut:
        raise FileTrouble(Finding.TRUNCATED_FILE, 0, say("the last letter is cut in two"))


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _watched(pieces: Iterator[str], on_progress: Progress | None) -> Iterator[str]:
    for piece in pieces:
        yield piece
        if on_progress is not None:
            on_progress(len(piece))


_REASONS = {
    Finding.EMPTY_FILE: say("The file is empty. Export it again."),
    Finding.NOT_TALLY: say(
        "This is not a Tally export. Export All Masters and the Day Book as XML or JSON."
    ),
    Finding.TRUNCATED_FILE: say(
        "The file ends before it is complete, so vouchers may be missing. Export it again and "
        "wait until Tally has finished writing."
    ),
    Finding.MALFORMED_XML: say(
        "The file is damaged and cannot be read as XML. Export it again from Tally; do not edit it."
    ),
    Finding.MALFORMED_JSON: say(
        "The file is damaged and cannot be read as JSON. Export it again from Tally; "
        "do not edit it."
    ),
}


def _trouble(name: str, trouble: FileTrouble) -> Complaint:
    where = f"{name}, line {trouble.line}" if trouble.line else name
    reason = _REASONS[trouble.finding]
    if trouble.detail:
        reason = say("{reason} ({detail})", reason=reason, detail=trouble.detail)
    return refused(where, trouble.finding, reason)
