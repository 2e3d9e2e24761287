"""Carries errands out: takes one that is due, prints it, reports, takes the next.

No window, driven by answers; saving never waits for it. What it does not
get to report before a crash is taken again when its lease has ended.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import Protocol

from collectiq_desktop.core.domain.clock import Clock
from collectiq_desktop.core.domain.errands import Lease
from collectiq_desktop.core.domain.errors import CollectIQError, Refused
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.errands import NextErrandAt
from collectiq_desktop.core.services.errands import CompletePrint, FailErrand, TakeErrand
from collectiq_desktop.gateways.printers.delivery import NotPrinted
from collectiq_desktop.gateways.printers.setup import Printer, PrinterSetup
from collectiq_desktop.ui import text
from collectiq_desktop.ui.printing.carrying import carry
from collectiq_desktop.ui.printing.making import Record, ask_for
from collectiq_desktop.ui.work.lanes import Work
from collectiq_desktop.ui.work.outside import Outside

log = logging.getLogger(__name__)

_KEY = "prints due"
_LONGEST_SLEEP_MS = 3_600_000
_CLOSED = say("The program was closed before this was printed.")
_BUG = say("This print failed in a way that should not be; it is tried again.")
Carry = Callable[..., None]


class Alarm(Protocol):
    """Wakes the runner once, after some time."""

    def wake_in(self, ms: int) -> None:
        """Wake after so many milliseconds; a wake set before is forgotten."""
        ...


class Listener(Protocol):
    """Told what became of a print, on the main thread."""

    def printed(self, lease: Lease, printer: Printer) -> None:
        """The document went to its printer."""
        ...

    def not_printed(self, lease: Lease, sentence: str) -> None:
        """It did not; it waits and is tried again, unless it never can be."""
        ...


class PrintRunner:
    """The loop over errands that are due; one at a time."""

    def __init__(
        self,
        work: Work,
        outside: Outside,
        *,
        clock: Clock,
        alarm: Alarm,
        listener: Listener,
        setup: Callable[[], PrinterSetup],
        carry: Carry = carry,
    ) -> None:
        self._work = work
        self._outside = outside
        self._clock = clock
        self._alarm = alarm
        self._listener = listener
        self._setup = setup
        self._carry = carry
        self._is_busy = False
        self._is_asked_again = False
        self._is_stopped = False
        self._in_hand: Lease | None = None

    def pump(self) -> None:
        """Carry out what is due; while one is under way, look again after it."""
        if self._is_busy or self._is_stopped:
            self._is_asked_again = True
            return
        self._is_busy, self._is_asked_again = True, False
        self._work.run(TakeErrand(), done=self._taken, failed=self._not_taken, initiator=self)

    def books_changed(self, touched: Touched, initiator: object) -> None:
        """Look whether something was promised; own commands promise nothing."""
        if Noun.ERRAND in touched.nouns and initiator is not self:
            self.pump()

    def stop(self) -> None:
        """Take no more; what is being printed may end, what is not yet is put back."""
        self._is_stopped = True
        if self._in_hand is not None:
            self._fail(self._in_hand, NotPrinted(_CLOSED))

    # One errand, answer by answer -----------------------------------------------

    def _taken(self, lease: Lease | None) -> None:
        if lease is None:
            self._is_busy = False
            if self._is_asked_again:
                self.pump()
            else:
                self._work.ask(NextErrandAt(), key=_KEY, done=self._sleep, failed=self._not_asked)
            return
        self._in_hand = lease
        try:
            order = lease.order
            printer = self._setup().printer_for(order.document, order.printer, order.paper)
        except CollectIQError as trouble:
            self._fail(lease, trouble)
            return
        ask = ask_for(
            lease.order,
            is_duplicate=lease.is_duplicate,
            made_text=text.moment(self._clock.now_at()),
        )
        self._work.ask(
            ask,
            key=(_KEY, lease.errand_id),
            done=partial(self._recorded, lease, printer),
            failed=partial(self._unprintable, lease),
        )

    def _recorded(self, lease: Lease, printer: Printer, record: Record) -> None:
        if self._is_stopped:
            return
        self._in_hand = None
        self._outside.carry(
            partial(self._carry, record, lease.order, printer),
            done=partial(self._carried, lease, printer),
            failed=partial(self._not_carried, lease),
        )

    def _carried(self, lease: Lease, printer: Printer, _nothing: None) -> None:
        report = CompletePrint(
            errand_id=lease.errand_id,
            paper=printer.paper,
            printer=printer.name,
            copy_number=lease.copy_number,
            is_duplicate=lease.is_duplicate,
        )
        self._work.run(
            report,
            done=partial(self._reported, lease, printer),
            failed=self._not_reported,
            initiator=self,
        )

    def _reported(self, lease: Lease, printer: Printer, _nothing: None) -> None:
        self._listener.printed(lease, printer)
        self._next()

    def _unprintable(self, lease: Lease, trouble: CollectIQError) -> None:
        """The books have no such paper; a cancelled receipt will never have one."""
        self._fail(lease, trouble, is_final=isinstance(trouble, Refused))

    def _not_carried(self, lease: Lease, trouble: Exception) -> None:
        if isinstance(trouble, NotPrinted):
            self._fail(lease, trouble, is_uncertain=trouble.is_uncertain)
            return
        if isinstance(trouble, CollectIQError):
            # Making the paper was refused, so the printer was never reached.
            self._fail(lease, trouble)
            return
        log.error("A print failed: %r", trouble, exc_info=trouble)
        self._fail(lease, NotPrinted(_BUG), is_uncertain=True)

    def _fail(
        self,
        lease: Lease,
        trouble: CollectIQError,
        *,
        is_uncertain: bool = False,
        is_final: bool = False,
    ) -> None:
        self._in_hand = None
        report = FailErrand(
            errand_id=lease.errand_id,
            problem=trouble.message,
            is_uncertain=is_uncertain,
            is_final=is_final,
        )
        self._work.run(
            report,
            done=partial(self._failure_reported, lease, trouble.message),
            failed=self._not_reported,
            initiator=self,
        )

    def _failure_reported(self, lease: Lease, sentence: str, _nothing: None) -> None:
        self._listener.not_printed(lease, sentence)
        self._next()

    def _next(self) -> None:
        self._is_busy = False
        self.pump()

    # When the books themselves do not answer ---------------------------------------

    def _not_taken(self, trouble: CollectIQError) -> None:
        log.info("No errand can be taken: %s", trouble.message)
        self._rest()

    def _not_reported(self, trouble: CollectIQError) -> None:
        """The lease ends by itself; the errand is then taken again, as uncertain."""
        log.info("A print cannot be reported: %s", trouble.message)
        self._rest()

    def _not_asked(self, trouble: CollectIQError) -> None:
        log.info("The errands cannot be read: %s", trouble.message)
        self._rest()

    def _rest(self) -> None:
        self._is_busy = False
        self._alarm.wake_in(60_000)

    def _sleep(self, due_at: int | None) -> None:
        if due_at is not None:
            wait_ms = due_at - self._clock.now_at()
            self._alarm.wake_in(max(0, min(wait_ms, _LONGEST_SLEEP_MS)))
