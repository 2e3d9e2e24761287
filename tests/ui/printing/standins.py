"""Stand-ins for what printing works with: a lane, an alarm, a listener, a printer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from collectiq_desktop.core.domain.errands import Lease, PrintOrder
from collectiq_desktop.gateways.printers.setup import Printer, PrinterSetup, Speech, Way
from collectiq_desktop.ui.printing.making import Record

TILL = Printer(
    name="Till", speech=Speech.ESCPOS, way=Way.NETWORK, address="192.168.1.50", paper="80mm"
)
SETUP = PrinterSetup().with_printer(TILL)


@dataclass
class InlineLane:
    """Tasks done at once; `is_holding` keeps them until `release`."""

    is_holding: bool = False
    held: list[Callable[[], None]] = field(default_factory=list)

    def carry(
        self,
        task: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        def work() -> None:
            try:
                answer = task()
            except Exception as error:  # noqa: BLE001 -- as the real lane does
                failed(error)
            else:
                done(answer)

        if self.is_holding:
            self.held.append(work)
        else:
            work()

    def release(self) -> None:
        held, self.held, self.is_holding = self.held, [], False
        for work in held:
            work()


@dataclass
class Alarms:
    """An alarm that remembers what it was set to."""

    set_to: list[int] = field(default_factory=list)

    def wake_in(self, ms: int) -> None:
        self.set_to.append(ms)


@dataclass
class Heard:
    """A listener that remembers what it was told."""

    out: list[tuple[Lease, Printer]] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def printed(self, lease: Lease, printer: Printer) -> None:
        self.out.append((lease, printer))

    def not_printed(self, _lease: Lease, sentence: str) -> None:
        self.troubles.append(sentence)


@dataclass
class Papers:
    """A printer that keeps what it printed, and fails as often as it is told."""

    out: list[Record] = field(default_factory=list)
    failing: list[Exception] = field(default_factory=list)

    def carry(self, record: Record, _order: PrintOrder, _printer: Printer) -> None:
        if self.failing:
            raise self.failing.pop(0)
        self.out.append(record)
