"""Errands: promised with a command, taken, carried out elsewhere, reported.

`WithErrands` wraps any command, so that its fact and its errands are written
in one transaction and no command needs to know of errands. Taking and failing
move rows of this machine only; being done or given up is a fact, whose id is
the errand's, so that it can happen once.
"""

from __future__ import annotations

from dataclasses import dataclass

from collectiq_desktop.core.domain.errands import (
    LEASE_MS,
    TRIES_AT_MOST,
    Document,
    ErrandId,
    ErrandKind,
    ErrandPromise,
    ErrandState,
    Lease,
    PrintOrder,
    check_order,
    next_try_at,
)
from collectiq_desktop.core.domain.errors import Clash, NotFound, Refused
from collectiq_desktop.core.domain.saying import NOTHING, Sentence, packed, say
from collectiq_desktop.core.domain.touched import Noun
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.record import record
from collectiq_desktop.core.storage import errands as stored
from collectiq_desktop.core.storage.errands import StoredErrand
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import DocumentPrinted, ErrandGivenUp

_MAX_PROBLEM_CHARS = 300
_KEPT_MS = 30 * 86_400_000
_LOST = say("The program stopped while this was being printed.")


@dataclass(frozen=True, slots=True, kw_only=True)
class WithErrands:
    """A command together with the errands that it promises.

    The result is the command's own.
    """

    command: object
    errands: tuple[ErrandPromise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseErrands:
    """Promise errands about what is in the books already, such as a reprint."""

    errands: tuple[ErrandPromise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeErrand:
    """Take the errand that has been due longest, for the time of a lease."""

    lease_ms: int = LEASE_MS


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletePrint:
    """Report that a document went to its printer.

    Args:
        is_duplicate: what the paper said.
    """

    errand_id: ErrandId
    paper: str
    printer: str
    copy_number: int = 1
    is_duplicate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FailErrand:
    """Report that a try failed; it is tried again later, or given up.

    Args:
        problem: a whole sentence for the person.
        is_uncertain: some of it may have gone out all the same.
        is_final: no later try can succeed.
    """

    errand_id: ErrandId
    problem: Sentence
    is_uncertain: bool = False
    is_final: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryErrand:
    """Try a waiting errand again at once, with all its tries."""

    errand_id: ErrandId


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveUpErrand:
    """Give a waiting errand up because a person says so."""

    errand_id: ErrandId


def promise(writer: Writer, context: Context, errands: tuple[ErrandPromise, ...]) -> None:
    """Write down the promised errands; one that is there stays as it is.

    Raises:
        NotFound: what an errand is about is not in the books.
        BadInput: no printer could follow the order.
    """
    for each in errands:
        check_order(each.order)
        _check_subject(writer, each.order)
        stored.add_errand(writer.conn, each, context.device_id, context.now_at)
    if errands:
        writer.touched.add(Noun.ERRAND)


def _check_subject(writer: Writer, order: PrintOrder) -> None:
    if order.document is Document.STATEMENT:
        is_here = writer.lookups.party(order.subject_id) is not None
    else:
        is_here = writer.lookups.has_fact(order.subject_id)
    if not is_here:
        message = say(
            "The {document} to be printed is not in the books; look it up again.",
            document=order.document.called,
        )
        raise NotFound(message, field="document")


@carries_out(PromiseErrands)
def promise_errands(writer: Writer, command: PromiseErrands, context: Context) -> None:
    """Promise errands alone."""
    promise(writer, context, command.errands)


@carries_out(TakeErrand)
def take_errand(writer: Writer, command: TakeErrand, context: Context) -> Lease | None:
    """Take the next due errand of this device, None if there is none.

    One whose lease has ended is taken again and marked uncertain; after the
    last try it is given up instead, and the next call goes on.
    """
    errand = stored.next_errand(writer.conn, context.device_id, context.now_at)
    if errand is None:
        return None
    is_lost = errand.state is ErrandState.LEASED
    if errand.tries_count >= TRIES_AT_MOST:
        _give_up(writer, context, errand, _LOST if is_lost else errand.last_problem)
        return None
    until_at = context.now_at + command.lease_ms
    is_uncertain = stored.may_be_out(writer.conn, errand)
    stored.set_errand(
        writer.conn,
        errand.errand_id,
        state=ErrandState.LEASED.value,
        leased_until_at=until_at,
        tries_count=errand.tries_count + 1,
        is_uncertain=int(is_uncertain),
        last_problem=packed(_LOST if is_lost else errand.last_problem),
    )
    writer.touched.add(Noun.ERRAND)
    order = errand.order
    return Lease(
        errand_id=errand.errand_id,
        order=order,
        try_number=errand.tries_count + 1,
        is_uncertain=is_uncertain,
        prints_count=stored.prints_count(writer.conn, order.subject_id, order.document.value),
        leased_until_at=until_at,
    )


@carries_out(CompletePrint)
def complete_print(writer: Writer, command: CompletePrint, context: Context) -> None:
    """Record that the document was printed; a second report changes nothing.

    Raises:
        NotFound: there is no such errand.
        Clash: it was given up before.
    """
    errand = _errand(writer, command.errand_id)
    if errand.state is ErrandState.GIVEN_UP:
        message = say("This print was given up before; print the document again instead.")
        raise Clash(message, field="errand")
    if writer.lookups.has_fact(command.errand_id):
        stored.set_errand(writer.conn, command.errand_id, state=ErrandState.DONE.value)
        return
    body = DocumentPrinted(
        document=errand.order.document.value,
        subject_id=errand.order.subject_id,
        device_id=context.device_id,
        paper=command.paper,
        printer=command.printer,
        copy_number=command.copy_number,
        is_duplicate=command.is_duplicate,
        branch_id=context.branch_id,
    )
    record(writer, context, body, command.errand_id)
    _end(writer, errand, ErrandState.DONE, NOTHING)
    stored.forget_done(writer.conn, context.now_at - _KEPT_MS)


@carries_out(FailErrand)
def fail_errand(writer: Writer, command: FailErrand, context: Context) -> None:
    """Note the problem and when to try again; after the last try, give up.

    Raises:
        NotFound: there is no such errand.
    """
    errand = _errand(writer, command.errand_id)
    if errand.state is not ErrandState.LEASED:
        return
    problem = command.problem
    again_at = next_try_at(context.now_at, errand.tries_count)
    if command.is_final or again_at is None:
        _give_up(writer, context, errand, problem)
        return
    stored.set_errand(
        writer.conn,
        errand.errand_id,
        state=ErrandState.FAILED.value,
        due_at=again_at,
        leased_until_at=0,
        is_uncertain=int(errand.is_uncertain or command.is_uncertain),
        last_problem=packed(problem),
    )
    writer.touched.add(Noun.ERRAND)


@carries_out(RetryErrand)
def retry_errand(writer: Writer, command: RetryErrand, context: Context) -> None:
    """Make a waiting errand due now.

    Raises:
        NotFound: there is no such errand.
        Refused: it is over, being carried out, or another device's.
    """
    errand = _waiting_errand(writer, command.errand_id, context)
    stored.set_errand(
        writer.conn,
        errand.errand_id,
        state=ErrandState.DUE.value,
        due_at=context.now_at,
        tries_count=0,
    )
    writer.touched.add(Noun.ERRAND)


@carries_out(GiveUpErrand)
def give_up_errand(writer: Writer, command: GiveUpErrand, context: Context) -> None:
    """Give a waiting errand up.

    Raises:
        NotFound: there is no such errand.
        Refused: it is over, being carried out, or another device's.
    """
    errand = _waiting_errand(writer, command.errand_id, context)
    _give_up(writer, context, errand, errand.last_problem)


def _errand(writer: Writer, errand_id: ErrandId) -> StoredErrand:
    errand = stored.read_errand(writer.conn, errand_id)
    if errand is None:
        message = say("This print is not in the list; look at the list again.")
        raise NotFound(message, field="errand")
    return errand


def _waiting_errand(writer: Writer, errand_id: ErrandId, context: Context) -> StoredErrand:
    errand = _errand(writer, errand_id)
    if errand.device_id != context.device_id:
        message = say("Another counter promised this print; it can only be done there.")
        raise Refused(message, field="errand")
    if errand.state.is_over or writer.lookups.has_fact(errand_id):
        message = say("This print is over; print the document again instead.")
        raise Refused(message, field="errand")
    is_held = errand.state is ErrandState.LEASED and errand.leased_until_at > context.now_at
    if is_held:
        message = say("This is being printed now; wait until it has ended.")
        raise Refused(message, field="errand")
    return errand


def _give_up(writer: Writer, context: Context, errand: StoredErrand, problem: Sentence) -> None:
    body = ErrandGivenUp(
        errand_kind=ErrandKind.PRINT.value,
        subject_id=errand.order.subject_id,
        device_id=context.device_id,
        tries_count=errand.tries_count,
        problem=str(problem)[:_MAX_PROBLEM_CHARS],
        branch_id=context.branch_id,
    )
    record(writer, context, body, errand.errand_id)
    _end(writer, errand, ErrandState.GIVEN_UP, problem)


def _end(writer: Writer, errand: StoredErrand, state: ErrandState, problem: Sentence) -> None:
    stored.set_errand(
        writer.conn,
        errand.errand_id,
        state=state.value,
        leased_until_at=0,
        last_problem=packed(problem),
    )
    writer.touched.add(Noun.ERRAND)
