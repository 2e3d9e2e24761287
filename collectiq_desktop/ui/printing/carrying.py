"""A paper that is made, brought to its printer: dots, codes, paint or a file."""

from __future__ import annotations

from collectiq_desktop.core.domain.errands import Document, PrintOrder
from collectiq_desktop.gateways.printers.setup import Printer, Speech
from collectiq_desktop.ui.printing.making import Made, Record, make


def carry(record: Record, order: PrintOrder, printer: Printer) -> None:
    """Make the paper and print it; when this returns, the printer has it.

    Raises:
        NotPrinted: and whether some of it may be out.
    """
    made = make(record, order, printer)
    if printer.speech is Speech.DRIVER:
        from collectiq_desktop.ui.printing.drivers import paint

        paint(made.pdf, printer, made.title)
        return
    from collectiq_desktop.gateways.printers.delivery import deliver

    deliver(printer, _bytes(made, order, printer), made.title)


def _bytes(made: Made, order: PrintOrder, printer: Printer) -> bytes:
    if printer.speech is Speech.TEXT:
        from collectiq_desktop.gateways.printers.dot_matrix import dot_matrix_bytes

        return dot_matrix_bytes(
            made.pages, page_lines=printer.page_lines, is_condensed=printer.is_condensed
        )
    if printer.speech is Speech.ESCPOS:
        from collectiq_desktop.gateways.printers.thermal import thermal_bytes
        from collectiq_desktop.ui.printing.pictures import thermal_pictures

        return thermal_bytes(
            thermal_pictures(made.pdf, dots=printer.dots),
            dots=printer.dots,
            cuts=printer.cuts,
            opens_drawer=printer.opens_drawer and order.document is Document.RECEIPT,
        )
    return made.pdf
