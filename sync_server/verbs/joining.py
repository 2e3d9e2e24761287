"""`create-firm`, `firms`, `add-branch`, `enrol-code`, `devices` and `revoke`."""

from __future__ import annotations

from collections.abc import Iterator

from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.gstin import state_code_of
from collectiq_desktop.core.domain.ids import DeviceId, FactId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.branches import branches_of_firm
from collectiq_desktop.core.services import branches, enrolling
from collectiq_desktop.core.services.branches import AddBranch
from collectiq_desktop.core.services.codes import KeptCode
from collectiq_desktop.core.storage import chains, devices, places
from collectiq_desktop.core.storage.devices import Device
from collectiq_desktop.core.wire.facts import EVERY_BRANCH
from collectiq_desktop.core.wire.joining import EnrolmentCode
from sync_server.joining import firm_name_of
from sync_server.placing import placing
from sync_server.reached import Reached, last_reached
from sync_server.verbs.answers import Answer, Call, instant_text, table
from sync_server.waiting import WaitingCode

_HOUR_MS = 3_600_000


def create_firm(call: Call) -> Answer:
    """A firm that begins here, or a code for one that began alone."""
    options = call.options
    if options.adopt:
        until_at = call.now_at() + options.valid_hours * _HOUR_MS
        reached = _reached(call)
        waiting = WaitingCode(name=options.name or "", valid_until_at=until_at)
        return _code_answer(call.door.wait_for_firm(waiting, reached.pin), reached, until_at)
    if not options.name:
        message = say("The new firm needs a name; books that began alone come with --adopt.")
        raise BadInput(message, field="name")
    firm_id = call.door.create(
        Firm(name=options.name, state_code=_state(options.state), gstin=options.gstin or "")
    )
    return Answer(
        machine={"firm_id": firm_id.hex(), "firm": options.name},
        lines=[
            f"New books for {options.name}: {call.firms.places.at(firm_id).name}",
            "Next: “collectiq-server enrol-code NAME” lets a counter in.",
        ],
    )


def _state(text: str | None) -> str:
    if text is None:
        return ""
    code = state_code_of(text)
    if code is None:
        message = say(
            "“{text}” is not a State. Give its name or its GST code: Gujarat, or 24.", text=text
        )
        raise BadInput(message, field="state")
    return code


def firms(call: Call) -> Answer:
    """All firms of this server."""
    found = []
    for firm_id in call.firms.ids():
        with call.firms.using(firm_id) as books, books.reading() as conn:
            known = devices.devices(conn)
            counters = sum(not each.is_server and not each.is_revoked for each in known)
            cursor = places.cursor(conn)
            name = firm_name_of(books)
        found.append((name, firm_id.hex(), counters, cursor.firm_seq, cursor.epoch))
    rows = [[row[0], row[1], *map(str, row[2:])] for row in found]
    keys = ("firm", "firm_id", "devices", "head", "epoch")
    return Answer(
        machine={"firms": [dict(zip(keys, row, strict=True)) for row in found]},
        lines=table(("firm", "id", "counters", "facts", "epoch"), rows),
    )


def add_branch(call: Call) -> Answer:
    """One more branch of a firm."""
    options = call.options
    with call.books() as books, placing(books, call.keys.signing) as (writer, context):
        fact_id = FactId(context.ids.mint())
        command = AddBranch(fact_id=fact_id, branch_id=options.branch, name=options.name or "")
        branch_id = branches.add_branch(writer, command, context)
    return Answer(
        machine={"branch_id": branch_id},
        lines=[f"Branch {branch_id} is added; counters hear of it with their next exchange."],
    )


def enrol_code(call: Call) -> Answer:
    """A one-time code for one new counter."""
    options = call.options
    until_at = call.now_at() + options.valid_hours * _HOUR_MS
    firm_id, reached = call.firm_id(), _reached(call)
    gets = tuple(options.branches.split(",")) if options.branches else (EVERY_BRANCH,)
    with call.firms.using(firm_id) as books, books.reading() as conn:
        known = branches_of_firm(conn)
    for branch in (options.branch, *gets):
        if branch not in known and branch != EVERY_BRANCH:
            message = say(
                "There is no branch {branch}; there are: {branches}.",
                branch=branch,
                branches=", ".join(sorted(known)),
            )
            raise BadInput(message, field="branch")
    code = KeptCode(
        name=options.name,
        branch_id=options.branch,
        branches=gets if EVERY_BRANCH in gets else tuple(sorted({*gets, options.branch})),
        valid_until_at=until_at,
    )
    return _code_answer(call.door.give_out(firm_id, code, reached.pin), reached, until_at)


def _reached(call: Call) -> Reached:
    known = last_reached(call.config.root)
    given = call.options.address
    if given:
        return Reached(address=given, certificate=known.certificate if known else "")
    if known is None:
        message = say(
            "This server was never run, so nobody knows its address: run it first, or give "
            "--address."
        )
        raise BadInput(message, field="address")
    return known


def _code_answer(code: EnrolmentCode, reached: Reached, until_at: int) -> Answer:
    return Answer(
        machine={"address": reached.address, "code": code.text, "valid_until_at": until_at},
        lines=[
            f"Address  {reached.address}",
            f"Code     {code.text}",
            f"Good once, until {instant_text(until_at)}.",
            "At the counter both are typed in: “collectiq enrol”, or in the window under Sync.",
        ],
    )


def list_devices(call: Call) -> Answer:
    """The devices of a firm."""
    with call.books() as books, books.reading() as conn:
        known = devices.devices(conn)
        ends = {each.device_id: each.device_seq for each in chains.chain_states(conn)}
    found = [(each, ends.get(each.device_id, 0)) for each in known]
    return Answer(
        machine={"devices": [_machine(each, facts) for each, facts in found]},
        lines=table(
            ("code", "name", "branch", "gets", "facts", "state", "id"),
            [_row(each, facts) for each, facts in found],
        ),
    )


def _machine(device: Device, facts_count: int) -> dict[str, object]:
    return {
        "device_id": device.device_id.hex(),
        "name": device.name,
        "series_code": device.series_code,
        "spare_codes": device.spare_codes.split(),
        "branch_id": device.branch_id,
        "branches": device.branches.split(),
        "facts": facts_count,
        "is_server": device.is_server,
        "is_revoked": device.is_revoked,
    }


def _row(device: Device, facts_count: int) -> list[str]:
    state = "server" if device.is_server else "revoked" if device.is_revoked else "enrolled"
    gets = "all" if device.has_all_branches else device.branches
    return [
        device.series_code,
        device.name,
        device.branch_id,
        gets,
        str(facts_count),
        state,
        device.device_id.hex(),
    ]


def revoke(call: Call) -> Answer:
    """Let a device take part no more."""
    options = call.options
    with call.books() as books:
        device = _meant(call, options.device)
        with placing(books, call.keys.signing) as (writer, context):
            fact_id = FactId(context.ids.mint())
            enrolling.revoke(writer, context, DeviceId(device.device_id), fact_id, options.reason)
    return Answer(
        machine={"device_id": device.device_id.hex(), "is_revoked": True},
        lines=[
            f"{device.name} ({device.series_code}) may take part no more.",
            "What it still sends is kept, and held until you release it.",
        ],
    )


def _meant(call: Call, text: str) -> Device:
    """The device named by its series code, its name or the beginning of its id."""
    with call.books() as books, books.reading() as conn:
        found = list(_named(devices.devices(conn), text))
    if len(found) != 1:
        message = say(
            "Devices that this may mean: {count}. “collectiq-server devices” lists them.",
            count=len(found),
        )
        raise NotFound(message, field="device")
    return found[0]


def _named(known: list[Device], text: str) -> Iterator[Device]:
    for each in known:
        by_id = len(text) >= 4 and each.device_id.hex().startswith(text.lower())
        if text.upper() == each.series_code or text.casefold() == each.name.casefold() or by_id:
            yield each
