"""The way to a printer: bytes over the network, to a device, a queue or a folder.

Says honestly what is known when it fails: whether nothing can have been
printed, or some of it may have been.
"""

from __future__ import annotations

import os
import re
import select
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.gateways.printers.setup import Printer, Way, host_and_port

CONNECT_SECONDS = 5.0
SEND_SECONDS = 30.0
_CLOSING_SECONDS = 0.5
_PIECE_BYTES = 4_096
_UNSAFE = re.compile(r"[^\w.\- ]+")
_MOST_SAME_NAMES = 1_000


class NotPrinted(CollectIQError):
    """A print did not come out, as far as is known.

    Args:
        is_uncertain: some of it may have come out.
    """

    def __init__(self, message: Sentence, *, is_uncertain: bool = False) -> None:
        super().__init__(message)
        self.is_uncertain = is_uncertain


def deliver(printer: Printer, data: bytes, title: str) -> None:
    """Bring the bytes to the printer; when this returns, they are its own.

    Args:
        title: the name of the job, or of the file in a folder.

    Raises:
        NotPrinted: and whether some of it may be out.
    """
    _WAYS[printer.way](printer, data, title)


def _over_network(printer: Printer, data: bytes, _title: str) -> None:
    host, port = host_and_port(printer.address)
    try:
        line = socket.create_connection((host, port), timeout=CONNECT_SECONDS)
    except OSError:
        message = say(
            "The printer “{name}” does not answer at {host}: see that it is switched on and "
            "connected.",
            name=printer.name,
            host=host,
        )
        raise NotPrinted(message) from None
    with line:
        try:
            line.settimeout(SEND_SECONDS)
            line.sendall(data)
            line.shutdown(socket.SHUT_WR)
            _see_it_off(line)
        except OSError:
            raise NotPrinted(_broken_off(printer), is_uncertain=True) from None


def _see_it_off(line: socket.socket) -> None:
    """Wait a moment for the printer to close; one that resets has lost the job."""
    line.settimeout(_CLOSING_SECONDS)
    try:
        line.recv(1)
    except TimeoutError:
        return


def _broken_off(printer: Printer) -> Sentence:
    return say(
        "The printer “{name}” stopped taking data: look at its paper and its cable.",
        name=printer.name,
    )


def _to_device(printer: Printer, data: bytes, _title: str) -> None:
    flags = os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    flags |= os.O_APPEND if Path(printer.address).is_file() else 0
    try:
        device = os.open(printer.address, flags)
    except OSError:
        message = say(
            "The printer “{name}” cannot be opened at {address}: see that it is connected, "
            "switched on, and yours to use.",
            name=printer.name,
            address=printer.address,
        )
        raise NotPrinted(message) from None
    try:
        _write_all(device, data)
    except OSError:
        raise NotPrinted(_broken_off(printer), is_uncertain=True) from None
    finally:
        os.close(device)


def _write_all(device: int, data: bytes) -> None:
    """Write piece by piece, and do not wait for ever for a printer without paper."""
    left = memoryview(data)
    while left:
        try:
            left = left[os.write(device, left[:_PIECE_BYTES]) :]
        except BlockingIOError:
            _readable, writable, _broken = select.select([], [device], [], SEND_SECONDS)
            if not writable:
                raise TimeoutError from None


def _to_queue(printer: Printer, data: bytes, title: str) -> None:
    if sys.platform == "win32":
        _to_windows_queue(printer, data, title)
    else:
        _to_cups_queue(printer, data, title)


def _to_cups_queue(printer: Printer, data: bytes, title: str) -> None:
    program = shutil.which("lp")
    if program is None:
        raise NotPrinted(say("This system has no “lp”: install CUPS, or choose another way."))
    command = [program, "-d", printer.address, "-t", title, "-o", "raw", "-s"]
    try:
        run = subprocess.run(  # noqa: S603 -- no shell, and an address begins with no dash.
            command, input=data, capture_output=True, timeout=SEND_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise NotPrinted(_broken_off(printer), is_uncertain=True) from None
    if run.returncode != 0:
        message = say(
            "The system's queue “{address}” did not take the print: see that it is there and "
            "switched on.",
            address=printer.address,
        )
        raise NotPrinted(message)


def _to_windows_queue(printer: Printer, data: bytes, title: str) -> None:
    from escpos.exceptions import Error  # type: ignore[import-untyped]
    from escpos.printer import Win32Raw  # type: ignore[import-untyped]

    queue = Win32Raw(printer.address)
    queue.job_name = title
    try:
        queue._raw(data)  # noqa: SLF001 -- the package's only way to send bytes as they are.
        queue.close()
    except (Error, RuntimeError):
        message = say(
            "Windows has no printer “{address}”: look at its name in Windows.",
            address=printer.address,
        )
        raise NotPrinted(message) from None
    except Exception:  # noqa: BLE001 -- Windows' own errors have no common parent.
        raise NotPrinted(_broken_off(printer), is_uncertain=True) from None


def _to_folder(printer: Printer, data: bytes, title: str) -> None:
    folder = Path(printer.address)
    stem = _UNSAFE.sub("-", title).strip(" .-") or "Document"
    growing = folder / f"{stem}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        growing.write_bytes(data)
        growing.replace(_free_name(folder, stem))
    except OSError:
        with suppress(OSError):
            growing.unlink(missing_ok=True)
        message = say(
            "The PDF cannot be written to {folder}: allow writing there, or make room.",
            folder=folder,
        )
        raise NotPrinted(message) from None


def _free_name(folder: Path, stem: str) -> Path:
    names = (f"{stem}.pdf", *(f"{stem} ({n}).pdf" for n in range(2, _MOST_SAME_NAMES)))
    for name in names:
        if not (folder / name).exists():
            return folder / name
    return folder / names[-1]


def _by_driver(printer: Printer, _data: bytes, _title: str) -> None:
    message = f"“{printer.name}” prints through its system's driver and takes no bytes."
    raise AssertionError(message)


_WAYS: Mapping[Way, Callable[[Printer, bytes, str], None]] = {
    Way.NETWORK: _over_network,
    Way.DEVICE: _to_device,
    Way.QUEUE: _to_queue,
    Way.FOLDER: _to_folder,
    Way.SYSTEM: _by_driver,
}
