"""A shop's own network: a certificate that nobody signed, pinned by the code."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.wire.joining import parse_code
from collectiq_desktop.core.wire.peer import LineTrouble, PeerRefused
from collectiq_desktop.sync import enrolment
from sync_server.certificates import CERTIFICATE_FILE, KEY_FILE, pin_of_file
from tests.e2e.running import Counter, RunningServer
from tests.sync_server.headquarters import fill

pytestmark = pytest.mark.filterwarnings("ignore:Unverified HTTPS request")


@pytest.fixture(scope="module")
def lan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server on the shop's network."""
    folder = tmp_path_factory.mktemp("lan")
    running = RunningServer(folder, options=("--lan",), scheme="https")
    running.say("create-firm", "Lan Traders")
    running.start()
    yield running
    running.kill()


def other_certificate(lan: RunningServer) -> None:
    """Somebody else answers at the server's address."""
    lan.stop()
    for name in (CERTIFICATE_FILE, KEY_FILE):
        (lan.folder / name).rename(lan.folder / f"{name}.own")
    lan.start()


def own_certificate_again(lan: RunningServer) -> None:
    lan.stop()
    for name in (CERTIFICATE_FILE, KEY_FILE):
        (lan.folder / f"{name}.own").replace(lan.folder / name)
    lan.start()


def test_it_says_its_address_and_fingerprint(lan: RunningServer) -> None:
    told = lan.log()
    assert re.search(rf"Serving https://[0-9.]+:{lan.port}\.", told)
    shown = re.search(r"Fingerprint ([0-9A-F ]+)", told)
    assert shown is not None
    pin = pin_of_file(lan.folder / CERTIFICATE_FILE)
    assert bytes.fromhex(shown[1]) == pin
    assert pin.startswith(parse_code(lan.code("Shop")).told_pin)


def test_a_counter_joins_and_exchanges(lan: RunningServer, folder: Path) -> None:
    counter = Counter.enrol(folder / "shop", lan.address, lan.code("Shop"))
    with pytest.raises(Refused, match="not heard from head office yet"):
        fill(counter.books, 1)
    counter.exchange()
    fill(counter.books, 3)
    assert counter.exchange().pushed_count == 4
    counter.close()


def test_another_certificate_is_not_spoken_to(lan: RunningServer, folder: Path) -> None:
    counter = Counter.enrol(folder / "shop", lan.address, lan.code("Shop"))
    counter.exchange()
    code = lan.code("Second")
    other_certificate(lan)
    with pytest.raises(PeerRefused) as refusal:
        counter.exchange()
    assert refusal.value.word == "pin"
    with pytest.raises(Refused, match="not the server that the code names"):
        Counter.enrol(folder / "second", lan.address, code)
    assert "enrol" not in lan.log().rpartition("worker started")[2]
    own_certificate_again(lan)
    counter.exchange()
    counter.close()


def test_without_its_pin_the_certificate_is_nobodys(lan: RunningServer, folder: Path) -> None:
    counter = Counter.enrol(folder / "shop", lan.address, lan.code("Shop"))
    code = parse_code(lan.code("Second"))
    with pytest.raises(Refused, match="not the server"):
        enrolment.join(
            enrolment.Invitation(lan.address, code._replace(told_pin=b"")),
            enrolment.new_counter("Second", counter.keys, counter.books._outside),
        )
    counter.close()


def test_a_file_that_was_copied_lacks_its_key(lan: RunningServer, folder: Path) -> None:
    from collectiq_desktop.core.domain.errors import BooksTrouble

    counter = Counter.enrol(folder / "shop", lan.address, lan.code("Shop"))
    counter.close()
    (folder / "copy").mkdir()
    shutil.copy(folder / "shop" / "shop.collectiq", folder / "copy" / "shop.collectiq")
    copy = Counter.open(folder / "copy")
    with pytest.raises(BooksTrouble, match="moved or copied"):
        copy.exchange()
    copy.close()


def test_plain_words_are_not_understood(lan: RunningServer) -> None:
    from collectiq_desktop.core.wire.joining import Done, Trouble
    from collectiq_desktop.sync.line import Line

    line = Line(f"http://127.0.0.1:{lan.port}")
    with pytest.raises(LineTrouble):
        line.ask("/v1/enrol", Trouble(word="x"), Done)
    line.close()
