"""Bugs planted on purpose: a simulation that finds nothing proves nothing.

Each is a mistake that somebody has made elsewhere, or in a prototype of ours,
put into the real code for the time of one world.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from collectiq_desktop.core.domain import settlement
from collectiq_desktop.core.domain.calendar import business_date
from collectiq_desktop.core.domain.settlement import LaidClaim, settle
from collectiq_desktop.core.domain.verdicts import judged_of
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.queries import exchange
from collectiq_desktop.core.services import (
    enrolling,
    judging,
    judging_collecting,
    ordering,
    places,
    record,
    replacing,
    rights,
)
from collectiq_desktop.core.storage import bills, chains, corrections, employees, order, tables
from collectiq_desktop.core.storage import places as placed
from collectiq_desktop.core.storage.facts import head_of, own_head, read_fact
from collectiq_desktop.core.wire.codec import Link, body_or_none, link_hash
from collectiq_desktop.core.wire.facts import VoucherAmended, VoucherCancelled
from collectiq_desktop.core.wire.peer import LineTrouble
from collectiq_desktop.sync.exchange import Exchange
from sync_server.book_peer import BookPeer

Plant = Callable[[pytest.MonkeyPatch], None]


def acknowledged_before_the_answer(patch: pytest.MonkeyPatch) -> None:
    """What was sent counts as sent, whatever became of it.

    Own links that never had a place are read a stretch at a time, the rest all at once.
    """
    sent: dict[tuple[Any, bytes], int] = {}
    unsent = exchange.unsent

    def forgetful(conn: Any, device_id: Any, known: Any) -> Any:
        for stretch in unsent(conn, device_id, known):
            key = (device_id, stretch.device_id)
            last = stretch.first_seq + len(stretch.links) - 1
            if last > sent.get(key, 0):
                sent[key] = last
                yield stretch

    next_unsent = exchange.next_unsent

    def next_forgetful(conn: Any, device_id: Any, after_seq: int, most_facts: int) -> Any:
        key = (device_id, device_id)
        stretch = next_unsent(conn, device_id, max(after_seq, sent.get(key, 0)), most_facts)
        if stretch is not None:
            sent[key] = stretch.first_seq + len(stretch.links) - 1
        return stretch

    patch.setattr(exchange, "unsent", forgetful)
    patch.setattr(exchange, "next_unsent", next_forgetful)


def cursor_before_its_facts(patch: pytest.MonkeyPatch) -> None:
    """The cursor is saved in a transaction of its own, before the facts are applied."""
    take = places._take

    def in_two(self: Exchange, part: Any) -> int:
        waiting: list[Any] = []
        with self._books.writing() as (writer, context):
            for each in part:
                link = Link(*each.link)
                places.take_link(writer, context, link)
                cursor = placed.Cursor(each.epoch, each.firm_seq)
                told = (each.verdict, each.effective_at, each.reason)
                writer.add(tables.place, tuple(placed.place_of(cursor, link, *told)))
                waiting.append(each)
            writer.flush()
        with self._books.writing() as (writer, context):
            own_head(writer, context.firm_id, context.device_id)
            patch.setattr(writer, "add", _but_places(writer.add))
            for each in waiting:
                body = body_or_none(each.fact, is_trusted=False) if each.fact else None
                take(writer, each, {each.link.fact_id: body})
            writer.flush()
        return len(part)

    patch.setattr(Exchange, "_take", in_two)


def _but_places(add: Callable[..., None]) -> Callable[..., None]:
    def adding(table: Any, row: Any) -> None:
        if table is not tables.place:
            add(table, row)

    return adding


def place_before_the_lock(patch: pytest.MonkeyPatch) -> None:
    """The next place is worked out at hello, when nothing was locked yet."""
    hello, place_last = BookPeer.hello, order.place_last
    known: list[tuple[int, int]] = []

    def noting(self: BookPeer, told: Any) -> Any:
        welcome = hello(self, told)
        known[:] = [(welcome.epochs[-1].epoch, welcome.head)]
        return welcome

    def stale(writer: Any, link: Any, judged: Any, effective_at: int) -> Any:
        if writer.order is None and known:
            writer.order = known[0]
        return place_last(writer, link, judged, effective_at)

    patch.setattr(BookPeer, "hello", noting)
    patch.setattr(order, "place_last", stale)


def version_numbers_for_bases(patch: pytest.MonkeyPatch) -> None:
    """A correction names the number of the version it replaces, not the fact."""
    newest_id = corrections.newest_id

    def same_depth(writer: Any, voucher_id: bytes) -> bytes:
        newest: bytes = newest_id(writer, voucher_id)
        base: bytes = _ASKED.get("base", newest)
        return base if _depth(writer, base) == _depth(writer, newest) else newest

    correction = judging._correction

    def asked(writer: Any, fact: Any, body: Any) -> Any:
        _ASKED["base"] = body.base
        try:
            return correction(writer, fact, body)
        finally:
            _ASKED.clear()

    patch.setattr(corrections, "newest_id", same_depth)
    patch.setattr(judging, "_JUDGE", {**judging._JUDGE, **dict.fromkeys(_CORRECTIONS, asked)})


_ASKED: dict[str, bytes] = {}
_CORRECTIONS = (VoucherAmended, VoucherCancelled)


def _depth(writer: Any, fact_id: bytes) -> int:
    depth = 0
    while True:
        fact = read_fact(writer.conn, fact_id)
        body = body_or_none(fact) if fact else None
        if not isinstance(body, _CORRECTIONS):
            return depth
        fact_id, depth = body.base, depth + 1


def no_clamp(patch: pytest.MonkeyPatch) -> None:
    """A device's clock is believed, however far ahead it is."""
    patch.setattr(ordering, "MAX_AHEAD_MS", 1 << 50)


def no_epoch_after_a_restore(patch: pytest.MonkeyPatch) -> None:
    """A restored server goes on as if nothing had happened."""
    patch.setattr("tests.simulation.world.begin_epoch", lambda *_: 0)
    patch.setattr(BookPeer, "_has_lost_the_end", lambda *_: False)


def duplicates_are_new(patch: pytest.MonkeyPatch) -> None:
    """A stretch that is sent twice is taken twice, under new numbers of its chain."""
    checked = ordering._checked

    def anew(writer: Any, context: Any, push: Any) -> Any:
        coming = checked(writer, context, push)
        if coming or not push.links:
            return coming
        end = head_of(writer.conn, context.firm_id, push.device_id)
        seq, hashed, again = end.device_seq, end.hash, []
        for each in push.links:
            seq, hashed = seq + 1, link_hash(hashed, each.fact_hash)
            link = Link(push.device_id, seq, each.fact_id, each.fact_hash, hashed)
            again.append(ordering._Coming(link=link, fact=each.fact, former=each.former))
        return again

    patch.setattr(ordering, "_checked", anew)
    patch.setattr(ordering, "_check_signature", lambda *_: None)


def batch_half_applied(patch: pytest.MonkeyPatch) -> None:
    """The links of a push are committed before they are judged and placed."""
    push = BookPeer.push

    def in_two(self: BookPeer, told: Any) -> Any:
        with self._books.writing() as (writer, context):
            fresh = ordering._checked(writer, context, told)
            for each in fresh:
                writer.add(tables.link, tuple(each.link))
            writer.flush()
        with self._books.writing() as (writer, context):
            chains.displace(writer, [each.link for each in fresh])
            writer.flush()
        return push(self, told)

    patch.setattr(BookPeer, "push", in_two)


def settled_in_order_of_arrival(patch: pytest.MonkeyPatch) -> None:
    """Claims settle a bill as they came to this file, not in the firm's order."""

    def by_row(bill: Any, claims: Any) -> list[int]:
        if bill is None:
            return [0] * len(claims)
        laid = [LaidClaim(c.voucher_row, c.claim_no, c.amount_paise, c.claim_on) for c in claims]
        return list(settle(bill.amount_paise, laid).settled_paise)

    patch.setattr(bills, "_settled", by_row)


def verdicts_judged_again(patch: pytest.MonkeyPatch) -> None:
    """A device judges for itself what the server has judged."""
    take = places._take

    def own_judgement(writer: Any, placement: Any, bodies: Any) -> None:
        fact = placement.fact
        body = body_or_none(fact, is_trusted=False) if fact is not None else None

        def judged(verdict: str, told: str) -> Any:
            if fact is None or body is None or writer.lookups.facts.get(fact.fact_id):
                return judged_of(verdict, told)
            return judging.judge_by_books(writer, fact, body)

        patch.setattr(places, "judged_of", judged)
        take(writer, placement, bodies)

    patch.setattr(places, "_take", own_judgement)


def rights_not_checked(patch: pytest.MonkeyPatch) -> None:
    """Whoever pushes is believed to be allowed to."""
    patch.setattr(judging, "_refused_sender", lambda *_: None)


def rights_of_employees_not_checked(patch: pytest.MonkeyPatch) -> None:
    """Whoever records at a counter of the firm is believed to be permitted to."""
    patch.setattr(judging, "by_rights", lambda *_: None)


def held_fact_blocks(patch: pytest.MonkeyPatch) -> None:
    """A fact that would be held is refused, and with it all that follow."""
    judge = judging.judge

    def refusing(*asked: Any) -> Any:
        judged = judge(*asked)
        if judged.verdict == "held":
            word = "held"
            raise LineTrouble(word)
        return judged

    patch.setattr(ordering, "judge", refusing)


def unsent_dropped(patch: pytest.MonkeyPatch) -> None:
    """A restored device begins anew and forgets what it had not sent."""
    patch.setattr(enrolling, "relink", lambda *_: None)


def claims_of_another_branch_lost(patch: pytest.MonkeyPatch) -> None:
    """A receipt is sent to its own branch alone, not to those of the bills it claims."""
    patch.setattr(record, "_branches_of_voucher", lambda voucher: {voucher.branch_id})


def payments_counted_twice(patch: pytest.MonkeyPatch) -> None:
    """Nobody asks whether a payment came from another counter already."""
    patch.setattr(judging, "_by_origin", lambda *_: None)


def held_kept_in_the_books(patch: pytest.MonkeyPatch) -> None:
    """A device keeps the effect of its own facts that the server held back."""

    def keeping(writer: Any, asked: Any) -> None:
        if not (asked.is_idle and isinstance(asked.body, Voucher)):
            replace(writer, asked)

    replace = replacing.replace
    patch.setattr(replacing, "replace", keeping)


def cheque_steps_not_judged(patch: pytest.MonkeyPatch) -> None:
    """Whatever a counter did with a cheque stands, also after another counter's step."""
    patch.setattr(judging_collecting, "_judge_step", lambda *_: None)


def bounce_gives_back_more(patch: pytest.MonkeyPatch) -> None:
    """A bounced cheque opens its bills by all that it claimed, not by what it took of them."""
    patch.setattr(settlement, "give_back", lambda _taken_paise, claim_paise: claim_paise)


def corrections_by_rights_of_before(patch: pytest.MonkeyPatch) -> None:
    """A correction is judged by the rights that its author knew of, not by those at its place."""
    by_rights = rights.by_rights

    def of_before(writer: Any, fact: Any, body: Any) -> Any:
        writer.flush_rows()
        then = employees.rights_at(writer.conn, fact.user_id, fact.seen_firm_seq)
        if rights.lacks(writer, then, body, fact.fact_id, business_date(fact.recorded_at)) is None:
            return None
        return by_rights(writer, fact, body)

    patch.setattr(judging, "by_rights", of_before)


def other_histories_are_sent(patch: pytest.MonkeyPatch) -> None:
    """Links of another counter are handed on without a look whether they go on from the firm's."""
    patch.setattr(exchange, "told_otherwise", lambda *_: set())


PLANTED: Mapping[str, Plant] = {
    plant.__name__: plant
    for plant in (
        acknowledged_before_the_answer,
        cursor_before_its_facts,
        place_before_the_lock,
        version_numbers_for_bases,
        no_clamp,
        no_epoch_after_a_restore,
        duplicates_are_new,
        batch_half_applied,
        settled_in_order_of_arrival,
        verdicts_judged_again,
        rights_not_checked,
        rights_of_employees_not_checked,
        held_fact_blocks,
        unsent_dropped,
        claims_of_another_branch_lost,
        payments_counted_twice,
        held_kept_in_the_books,
        other_histories_are_sent,
        cheque_steps_not_judged,
        bounce_gives_back_more,
        corrections_by_rights_of_before,
    )
}
