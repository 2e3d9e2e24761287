"""`enrol`: new books of a new counter, books that began alone, or books that were moved."""

from __future__ import annotations

import platform
from contextlib import closing

from collectiq_desktop import paths
from collectiq_desktop.app import device_keys, free_place, named_books, open_books
from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.commands.syncing import PROGRAM, exchange_shown
from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import BadInput, Refused
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.sync.ended import Ended
from collectiq_desktop.sync.enrolment import parse_invitation
from collectiq_desktop.sync.joining import Joiner, answered
from collectiq_desktop.sync.moving import move_here
from collectiq_desktop.sync.words import sentence_of


def enrol(call: Call) -> Answer:
    """Join a firm by a code, and exchange for the first time."""
    if call.options.moved_here:
        return _move_here(call)
    if not (call.options.address and call.options.code):
        message = say(
            "Address and code are needed; head office gives both: “collectiq-server enrol-code”."
        )
        raise BadInput(message, field="code")
    joiner = Joiner(
        invitation=parse_invitation(call.options.address, call.options.code),
        name=call.options.name or platform.node() or "Counter",
        program=PROGRAM,
        keys=device_keys(),
        outside=call.outside,
        folder=paths.data_folder() / "joining",
    )
    books = answered(lambda: _joined(call, joiner))
    with closing(books):
        ended = exchange_shown(books, call)
        return _answer(books, ended)


def _joined(call: Call, joiner: Joiner) -> Books:
    """The books that are named or began alone, else new ones."""
    named = named_books(call.options.books)
    if named is None and not joiner.invitation.code.is_adopting:
        return joiner.new_books(free_place)
    path = named or call.books_path
    if not path.exists():
        return joiner.new_books(lambda _firm: path)
    books = open_books(path, call.outside, notice=call.notice)
    try:
        joiner.take_along(books)
    except BaseException:
        books.close()
        raise
    return books


def _move_here(call: Call) -> Answer:
    with call.books() as books:
        if not books.held_back:
            message = say("The key of this counter is on this machine; the books were not moved.")
            raise Refused(message, field="books")
        series_code = move_here(books)
        name = books.path.name
    return Answer(
        for_machines=lambda: {"books": name, "series_code": series_code},
        for_people=lambda: [
            f"{name} goes on here; new numbers are of series {series_code}.",
            (
                "Head office gives a code with which everything is sent: “collectiq enrol”. Let "
                "the old machine record nothing more."
            ),
        ],
    )


def _answer(books: Books, ended: Ended) -> Answer:
    identity, place = books.identity, str(books.path)
    sentence = sentence_of(ended)
    return Answer(
        for_machines=lambda: {
            "books": place,
            "device_id": identity.device_id.hex(),
            "series_code": identity.series_code,
            "branch_id": identity.branch_id,
            "pushed": ended.pushed_count,
            "pulled": ended.pulled_count,
            "outcome": str(ended.outcome),
        },
        for_people=lambda: [
            (
                f"{place} is a counter of the firm now; its numbers are of series "
                f"{identity.series_code}."
            ),
            sentence,
        ],
        exit_code=0 if ended.outcome.is_good else 1,
    )
