"""The printers of this machine, and which of them prints which document.

Kept in a small file of this user's settings: printers belong to a machine and
never travel with the books. Nothing is printed here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

import msgspec

from collectiq_desktop import paths
from collectiq_desktop.core.domain.errands import Document
from collectiq_desktop.core.domain.errors import BadInput, BooksTrouble, NotFound
from collectiq_desktop.core.domain.saying import say

FILE_NAME = "printers.json"
RAW_PORT = 9100
THERMAL_PAPERS: Mapping[str, int] = {"80mm": 576, "58mm": 384}
"""Dots across what the head of a thermal printer reaches, by its paper."""

SHEET_PAPERS = ("A4", "A5")
TEXT_PAPERS: Mapping[str, int] = {"80 columns": 80, "132 columns": 132}
_SIZES = THERMAL_PAPERS.keys() | set(SHEET_PAPERS)
_PORTS = range(1, 65_536)
_PAGE_LINES = range(20, 128)


class Speech(StrEnum):
    """What a printer understands."""

    DRIVER = "driver"
    ESCPOS = "escpos"
    TEXT = "text"
    PDF = "pdf"


class Way(StrEnum):
    """How bytes reach it; `queue` is a raw queue of the system."""

    SYSTEM = "system"
    NETWORK = "network"
    DEVICE = "device"
    QUEUE = "queue"
    FOLDER = "folder"


WAYS: Mapping[Speech, tuple[Way, ...]] = {
    Speech.DRIVER: (Way.SYSTEM,),
    Speech.ESCPOS: (Way.NETWORK, Way.DEVICE, Way.QUEUE),
    Speech.TEXT: (Way.NETWORK, Way.DEVICE, Way.QUEUE),
    Speech.PDF: (Way.FOLDER,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """One printer as it was set up.

    Args:
        address: by its way: the system's name of it, `host` or `host:port`, a
            device file, a queue's name, a folder.
        paper: `A4`, `A5`, `80mm`, `58mm`, `80 columns` or `132 columns`.
        page_lines: of a dot matrix printer; 72 is twelve inches.
        is_condensed: of a dot matrix printer: 17 characters to the inch.
        opens_drawer: a thermal printer opens the cash drawer for a receipt.
    """

    name: str
    speech: Speech
    way: Way
    address: str = ""
    paper: str = "A4"
    page_lines: int = 72
    is_condensed: bool = False
    cuts: bool = True
    opens_drawer: bool = False

    @property
    def columns(self) -> int:
        """The characters on a line of a dot matrix printer."""
        return TEXT_PAPERS[self.paper]

    @property
    def dots(self) -> int:
        """The dots across of a thermal printer."""
        return THERMAL_PAPERS[self.paper]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterSetup:
    """All printers of this machine, and the one that is meant for a document.

    Args:
        defaults: the printer's name by document.
        papers: the paper by document, where it is not the printer's own.
    """

    printers: tuple[Printer, ...] = ()
    defaults: Mapping[Document, str] = field(default_factory=dict)
    papers: Mapping[Document, str] = field(default_factory=dict)

    def named(self, name: str) -> Printer:
        """The printer with this name.

        Raises:
            NotFound: there is none.
        """
        for printer in self.printers:
            if printer.name == name:
                return printer
        message = say(
            "There is no printer “{name}” on this machine; choose one in the settings.", name=name
        )
        raise NotFound(message, field="printer")

    def printer_for(self, document: Document, name: str = "", paper: str = "") -> Printer:
        """The printer for a document, holding the paper it is printed on.

        Args:
            name: the printer asked for; empty for the document's own.
            paper: the paper asked for; one that the printer cannot hold is
                its own paper instead.

        Raises:
            NotFound: none is set up for the document.
        """
        chosen = name or self.defaults.get(document, "")
        if not chosen:
            message = say(
                "No printer is set up for this paper ({document}); choose one in the settings.",
                document=document.called,
            )
            raise NotFound(message, field="printer")
        printer = self.named(chosen)
        wanted = paper or self.papers.get(document, "")
        return replace(printer, paper=wanted) if wanted in papers_of(printer) else printer

    def with_printer(self, printer: Printer) -> PrinterSetup:
        """The setup with a printer added, or changed where the name is known.

        The first printer becomes that of every document that has none.
        """
        check_printer(printer)
        names = [each.name for each in self.printers]
        printers = tuple(printer if p.name == printer.name else p for p in self.printers)
        if printer.name not in names:
            printers = (*self.printers, printer)
        defaults = dict.fromkeys(Document, printer.name) | dict(self.defaults)
        return replace(self, printers=printers, defaults=defaults)

    def without_printer(self, name: str) -> PrinterSetup:
        """The setup without a printer; its documents have none then."""
        return replace(
            self,
            printers=tuple(each for each in self.printers if each.name != name),
            defaults={document: n for document, n in self.defaults.items() if n != name},
        )

    def with_default(self, document: Document, name: str, paper: str = "") -> PrinterSetup:
        """The setup with a printer and a paper chosen for a document.

        Raises:
            NotFound: there is no such printer.
            BadInput: the printer cannot hold the paper.
        """
        if paper and paper not in papers_of(self.named(name)):
            message = say("The printer “{name}” cannot print on {paper}.", name=name, paper=paper)
            raise BadInput(message, field="paper")
        self.named(name)
        return replace(
            self,
            defaults={**self.defaults, document: name},
            papers={**self.papers, document: paper},
        )


def papers_of(printer: Printer) -> tuple[str, ...]:
    """The papers that the printer can hold."""
    if printer.speech is Speech.ESCPOS:
        return tuple(THERMAL_PAPERS)
    if printer.speech is Speech.TEXT:
        return tuple(TEXT_PAPERS)
    return (*SHEET_PAPERS, *THERMAL_PAPERS)


def check_printer(printer: Printer) -> None:
    """Refuse a printer that cannot work as it is set up.

    Raises:
        BadInput: which field, and what it needs.
    """
    if not printer.name.strip():
        raise BadInput(say("Give the printer a name."), field="name")
    if printer.way not in WAYS[printer.speech]:
        message = say("This kind of printer cannot be reached that way; choose another.")
        raise BadInput(message, field="way")
    if printer.paper not in papers_of(printer):
        message = say("This printer cannot print on the paper chosen; choose another.")
        raise BadInput(message, field="paper")
    if printer.page_lines not in _PAGE_LINES:
        raise BadInput(say("A page has 20 to 127 lines."), field="page_lines")
    _check_address(printer)


def _check_address(printer: Printer) -> None:
    address = printer.address.strip()
    if not address and printer.way is not Way.SYSTEM:
        message = {
            Way.NETWORK: say("Give the printer's address on the network, such as 192.168.1.50."),
            Way.DEVICE: say("Give the printer's device, such as LPT1 or /dev/usb/lp0."),
            Way.QUEUE: say("Give the name of the system's queue for the printer."),
            Way.FOLDER: say("Choose the folder that the PDFs go to."),
        }[printer.way]
        raise BadInput(message, field="address")
    if address.startswith("-"):
        raise BadInput(say("An address does not begin with a dash."), field="address")
    if printer.way is Way.NETWORK:
        host_and_port(address)


def host_and_port(address: str) -> tuple[str, int]:
    """The host and the port behind `host`, `host:port` or `[v6]:port`.

    Raises:
        BadInput: the port is no port.
    """
    host, colon, port = address.rpartition(":")
    if not colon or address.endswith("]") or (":" in host and not host.endswith("]")):
        return address.strip("[]"), RAW_PORT
    if not host or not port.isdecimal() or int(port) not in _PORTS:
        message = say(
            "“{address}” is no address: write it as 192.168.1.50 or 192.168.1.50:9100.",
            address=address,
        )
        raise BadInput(message, field="address")
    return host.strip("[]"), int(port)


def load_setup(folder: Path | None = None) -> PrinterSetup:
    """The printers as they were saved; none before the first.

    Raises:
        BadInput: the file cannot be understood; setting printers up mends it.
    """
    path = (folder or paths.config_folder()) / FILE_NAME
    try:
        return msgspec.json.decode(path.read_bytes(), type=PrinterSetup)
    except FileNotFoundError:
        return PrinterSetup()
    except (OSError, msgspec.MsgspecError):
        message = say(
            "{path} cannot be read; set the printers up again in the settings.", path=path
        )
        raise BadInput(message, field="printer") from None


def save_setup(setup: PrinterSetup, folder: Path | None = None) -> None:
    """Save the printers, whole or not at all.

    Raises:
        BooksTrouble: the folder cannot be written.
    """
    place = folder or paths.config_folder()
    growing = place / f"{FILE_NAME}.new"
    try:
        place.mkdir(parents=True, exist_ok=True)
        growing.write_bytes(msgspec.json.format(msgspec.json.encode(setup), indent=2))
        growing.replace(place / FILE_NAME)
    except OSError:
        message = say(
            "The printers cannot be saved in {place}: allow writing there, or make room.",
            place=place,
        )
        raise BooksTrouble(message) from None
