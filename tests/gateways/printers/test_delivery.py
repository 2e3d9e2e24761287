"""Bytes on their way: real sockets, files and programs, and every way to fail."""

from __future__ import annotations

import os
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from collectiq_desktop.gateways.printers import delivery
from collectiq_desktop.gateways.printers.delivery import NotPrinted, deliver
from collectiq_desktop.gateways.printers.setup import Printer, Speech, Way

DATA = bytes(range(256)) * 40


def _printer(way: Way, address: str | Path) -> Printer:
    speech = Speech.PDF if way is Way.FOLDER else Speech.ESCPOS
    paper = "A4" if way is Way.FOLDER else "80mm"
    return Printer(name="Till", speech=speech, way=way, address=str(address), paper=paper)


class Listening:
    """A printer on the network that keeps what it was sent."""

    def __init__(self, *, resets_after: int | None = None) -> None:
        self.got = bytearray()
        self._resets_after = resets_after
        self._line = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._line.getsockname()[1]}"
        self._thread = threading.Thread(target=self._take)
        self._thread.start()

    def _take(self) -> None:
        conn, _ = self._line.accept()
        with conn:
            if self._resets_after is not None:
                self.got += conn.recv(self._resets_after)
                conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                return
            while piece := conn.recv(4_096):
                self.got += piece

    def close(self) -> None:
        self._thread.join()
        self._line.close()


@contextmanager
def _listening(*, resets_after: int | None = None) -> Iterator[Listening]:
    printer = Listening(resets_after=resets_after)
    yield printer
    printer.close()


def test_over_the_network() -> None:
    with _listening() as there:
        deliver(_printer(Way.NETWORK, there.address), DATA, "RA01")
    assert bytes(there.got) == DATA


def test_a_printer_that_is_switched_off_has_printed_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(NotPrinted, match="does not answer") as trouble:
        deliver(_printer(Way.NETWORK, f"127.0.0.1:{port}"), DATA, "RA01")
    assert not trouble.value.is_uncertain


def test_a_line_that_breaks_may_have_printed_some() -> None:
    with _listening(resets_after=100) as there, pytest.raises(NotPrinted) as trouble:
        deliver(_printer(Way.NETWORK, there.address), DATA * 2_000, "RA01")
    assert trouble.value.is_uncertain
    assert "paper" in trouble.value.message


def test_to_a_device(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.touch()
    deliver(_printer(Way.DEVICE, device), DATA, "RA01")
    deliver(_printer(Way.DEVICE, device), b"again", "RA02")
    assert device.read_bytes() == DATA + b"again"


def test_a_device_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(NotPrinted, match="cannot be opened") as trouble:
        deliver(_printer(Way.DEVICE, tmp_path / "lp0"), DATA, "RA01")
    assert not trouble.value.is_uncertain
    assert not (tmp_path / "lp0").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_device_that_takes_nothing_more_is_not_waited_for_in_vain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "SEND_SECONDS", 0.05)
    os.mkfifo(tmp_path / "lp0")
    reader = os.open(tmp_path / "lp0", os.O_RDONLY | os.O_NONBLOCK)
    with pytest.raises(NotPrinted) as trouble:
        deliver(_printer(Way.DEVICE, tmp_path / "lp0"), DATA * 200, "RA01")
    os.close(reader)
    assert trouble.value.is_uncertain


def _fake_lp(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    program = folder / "lp"
    program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.skipif(os.name == "nt", reason="this system has no CUPS")
def test_to_a_queue_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fake_lp(tmp_path, monkeypatch, f'echo "$@" > {tmp_path}/said; cat > {tmp_path}/got')
    deliver(_printer(Way.QUEUE, "epson"), DATA, "RA01/26/000001")
    assert (tmp_path / "got").read_bytes() == DATA
    said = (tmp_path / "said").read_text(encoding="utf-8").strip()
    assert said == "-d epson -t RA01/26/000001 -o raw -s"


@pytest.mark.skipif(os.name == "nt", reason="this system has no CUPS")
def test_a_queue_that_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fake_lp(tmp_path, monkeypatch, "cat > /dev/null; exit 1")
    with pytest.raises(NotPrinted, match="did not take the print"):
        deliver(_printer(Way.QUEUE, "epson"), DATA, "RA01")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NotPrinted, match="no “lp”"):
        deliver(_printer(Way.QUEUE, "epson"), DATA, "RA01")


def test_to_a_folder_under_names_of_their_own(tmp_path: Path) -> None:
    printer = _printer(Way.FOLDER, tmp_path / "out")
    deliver(printer, b"%PDF one", "Receipt RA01/26/000001")
    deliver(printer, b"%PDF two", "Receipt RA01/26/000001")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == {
        "Receipt RA01-26-000001.pdf": b"%PDF one",
        "Receipt RA01-26-000001 (2).pdf": b"%PDF two",
    }


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(NotPrinted, match="cannot be written") as trouble:
        deliver(_printer(Way.FOLDER, tmp_path / "out"), DATA, "RA01")
    assert not trouble.value.is_uncertain
