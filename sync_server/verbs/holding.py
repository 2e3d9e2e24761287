"""`held`, `release`, `reject` and `take-in`: what waits for a person's word."""

from __future__ import annotations

from collectiq_desktop.core.domain.errors import NotFound, Refused
from collectiq_desktop.core.domain.ids import DeviceId, FactId, FirmId
from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.core.domain.verdicts import Judged, Reason, Verdict
from collectiq_desktop.core.queries.held import HeldLine, held_lines
from collectiq_desktop.core.services import ordering
from collectiq_desktop.core.storage import places
from collectiq_desktop.core.wire.parcel import read_parcel
from collectiq_desktop.core.wire.peer import PeerRefused, Push
from sync_server.book_peer import BookPeer
from sync_server.placing import placing
from sync_server.verbs.answers import Answer, Call, existing_file, instant_text, table

SENTENCES = {
    Reason.REVOKED: "its counter was revoked",
    Reason.OTHER_BRANCH: "it is of a branch that its counter does not have",
    Reason.NOT_YOURS: "only the server may record such a thing",
    Reason.TOO_NEW: "it was written by a newer CollectIQ",
    Reason.UNREADABLE: "it cannot be read",
    Reason.UNBALANCED: "it does not add up",
    Reason.MISSING_BASE: "what it builds on is not here, or is held itself",
    Reason.MISSING_PARTY: "its party is not here",
    Reason.MISSING_ACCOUNT: "its account is not here",
    Reason.SAME_ORIGIN: "the same document came in before and is held",
    Reason.NO_RIGHT: "who made it was not permitted to",
    Reason.NUMBER_USED: "its number is used already: release it with --number",
}


def list_held(call: Call) -> Answer:
    """What waits for a person's word."""
    with call.books() as books, books.reading() as conn:
        lines = held_lines(conn)
    rows = [
        [
            each.fact_id.hex(),
            instant_text(each.effective_at),
            each.device_name,
            f"{each.kind} {each.number}".strip(),
            SENTENCES.get(each.reason, str(each.reason)),
        ]
        for each in lines
    ]
    nothing = ["Nothing is held."]
    return Answer(
        machine={"held": [_machine(each) for each in lines]},
        lines=table(("id", "recorded", "counter", "what", "why"), rows) if rows else nothing,
    )


def _machine(line: HeldLine) -> dict[str, object]:
    return {
        "fact_id": line.fact_id.hex(),
        "effective_at": line.effective_at,
        "device": line.device_name,
        "kind": line.kind,
        "number": line.number,
        "amount_paise": line.amount_paise,
        "reason": str(line.reason),
    }


def release(call: Call) -> Answer:
    """Let a held fact take effect."""
    held_id = _held_id(call)
    with call.books() as books, placing(books, call.keys.signing) as (writer, context):
        judged = ordering.release(
            writer,
            context,
            held_id,
            context.ids.mint(),
            reason=call.options.reason or "",
            number=call.options.number or "",
        )
    return _judged_answer(held_id, judged, "released: it has its effect from now on")


def reject(call: Call) -> Answer:
    """Leave a held fact without effect for good."""
    held_id = _held_id(call)
    with call.books() as books, placing(books, call.keys.signing) as (writer, context):
        judged = ordering.reject(
            writer, context, held_id, context.ids.mint(), reason=call.options.reason
        )
    return _judged_answer(held_id, judged, "rejected: it stays in the log, without effect")


def _held_id(call: Call) -> FactId:
    """The held fact whose id begins as it was typed."""
    text = call.options.fact.lower()
    with call.books() as books, books.reading() as conn:
        found = [each for each in held_lines(conn) if each.fact_id.hex().startswith(text)]
    if len(found) != 1:
        message = say(
            "Held facts that this may mean: {count}. “collectiq-server held” lists them.",
            count=len(found),
        )
        raise NotFound(message, field="fact")
    return FactId(found[0].fact_id)


def _judged_answer(held_id: FactId, judged: Judged, done: str) -> Answer:
    if judged.verdict == Verdict.ACCEPTED:
        lines = [f"Fact {held_id.hex()} is {done}."]
    else:
        why = SENTENCES.get(judged.reason, str(judged.reason))
        lines = [f"Fact {held_id.hex()} is {judged.verdict}: {why}."]
    return Answer(
        machine={
            "fact_id": held_id.hex(),
            "verdict": str(judged.verdict),
            "reason": str(judged.reason),
        },
        lines=lines,
        exit_code=0 if judged.verdict == Verdict.ACCEPTED else 1,
    )


def take_in(call: Call) -> Answer:
    """Take in what a counter could not send, from a file."""
    path = existing_file(call.options.file)
    with path.open("rb") as file:
        head, pushes = read_parcel(file)
        firm_id = FirmId(head.firm_id)
        if firm_id not in call.firms.ids():
            message = say("The file is of a firm that is not on this server.")
            raise Refused(message, field="file")
        with call.firms.ordering(firm_id) as books:
            peer = BookPeer(books, DeviceId(head.device_id), call.keys.signing)
            with books.reading() as conn:
                before = places.cursor(conn).firm_seq
            try:
                links_count = sum(_pushed(peer, push) for push in pushes)
            except PeerRefused as refusal:
                raise Refused(_refused(refusal), field="file") from None
            with books.reading() as conn:
                placed_count = places.cursor(conn).firm_seq - before
    known_count = links_count - placed_count
    return Answer(
        machine={"facts": links_count, "placed": placed_count},
        lines=[
            f"{links_count} facts were in the file; {placed_count} were new here"
            + (f", {known_count} had come before." if known_count > 0 else ".")
        ],
    )


def _pushed(peer: BookPeer, push: Push) -> int:
    peer.push(push)
    return len(push.links)


def _refused(refusal: PeerRefused) -> Sentence:
    return _SAID.get(
        refusal.word, say("The file was changed on its way; nothing more was taken in.")
    )


_SAID = {
    "gap": say("Facts of this counter are missing before those in the file: export it again."),
    "fork": say("The counter was restored since: let it exchange, or export it again there."),
    "unknown": say("The counter that wrote the file is not one of this firm's."),
}
