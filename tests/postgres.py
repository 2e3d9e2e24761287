"""A PostgreSQL of the tests' own: made at the first need, gone with the tests, whatever happens.

Its order of texts is that of a language, so that a text kept without our own
binary order is found out.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psycopg

_PLACES = ("/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin")
# What was written survives the end of every process, not that of the machine. A commit is
# acknowledged only when it was written: the books ask for that themselves.
_QUICK = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
_RAM = Path("/dev/shm")
_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "max_connections": "60",
    "shared_buffers": "64MB",
    "max_wal_size": "256MB",
    "autovacuum_naptime": "600",
    "timezone": "UTC",
}
# The server stops, and takes its folder along, when the other end of this pipe is closed.
_KEEPER = """
"$@" </dev/null >>"$FOLDER/log" 2>&1 &
server=$!
trap '' INT TERM HUP
cat >/dev/null
kill -INT $server 2>/dev/null
wait $server
rm -rf "$FOLDER"
"""


class NoPostgres(Exception):
    """There is none on this machine."""


class PostgresServer:
    """A running server with one database, which trusts whoever comes from this machine."""

    def __init__(self, *, is_durable: bool = False) -> None:
        programs = _programs()
        ram = None if is_durable or not _RAM.is_dir() else _RAM
        self.folder = Path(tempfile.mkdtemp(prefix="collectiq-pg-", dir=ram))
        self._as: dict[str, Any] = {}
        if os.name == "posix" and os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
            self._as = {"user": "postgres", "group": "postgres", "extra_groups": []}
        self.data = self.folder / "data"
        self._postgres = str(programs / "postgres")
        self._settings = _SETTINGS | ({} if is_durable else _QUICK)
        self.port = _free_port()
        order = ("-E", "UTF8", "--locale-provider=icu", "--icu-locale=en-IN")
        who = ("-A", "trust", "-U", "collectiq", "--no-sync", "--data-checksums")
        _run([str(programs / "initdb"), "-D", str(self.data), *who, *order], **self._as)
        self._keepers: list[subprocess.Popen[bytes]] = []
        self.start()

    @property
    def url(self) -> str:
        return f"postgresql://collectiq@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Start the server, also after a crash, and wait until it answers."""
        command = [self._postgres, "-D", str(self.data), "-p", str(self.port)]
        command += ["-k", str(self.folder)]
        for name, value in self._settings.items():
            command += ["-c", f"{name}={value}"]
        self._keepers.append(
            subprocess.Popen(
                ["/bin/sh", "-c", _KEEPER, "keeper", *command],
                stdin=subprocess.PIPE,
                env={**os.environ, "FOLDER": str(self.folder)},
                cwd=self.folder,
                start_new_session=True,
                **self._as,
            )
        )
        self._wait()

    def _wait(self) -> None:
        for _try in range(300):
            try:
                psycopg.connect(self.url).close()
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return
        raise NoPostgres((self.folder / "log").read_text(encoding="utf-8"))

    def crash(self) -> None:
        """Kill the server as the power does, all of its processes at once."""
        pid = int((self.data / "postmaster.pid").read_text(encoding="utf-8").split()[0])
        children = f"/proc/{pid}/task/{pid}/children"
        mine = [pid, *map(int, Path(children).read_text(encoding="utf-8").split())]
        for each in mine:
            os.kill(each, signal.SIGKILL)
        for each in mine:
            while Path(f"/proc/{each}/stat").exists() and not _is_gone(each):
                time.sleep(0.01)

    def stop(self) -> None:
        """Stop the server and remove its folder."""
        for keeper in reversed(self._keepers):
            assert keeper.stdin is not None
            keeper.stdin.close()
            keeper.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)


def _is_gone(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(") ")[2][0]
    except OSError:
        return True
    return state in "ZX"


def _programs() -> Path:
    found = shutil.which("postgres")
    places = [Path(found).parent] if found else []
    for place in (*places, *map(Path, _PLACES)):
        if (place / "initdb").exists() and (place / "postgres").exists():
            return place
    message = "PostgreSQL is not installed (Debian and Ubuntu: apt-get install postgresql)"
    raise NoPostgres(message)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _run(command: list[str], **how: Any) -> None:
    run = subprocess.run(command, capture_output=True, text=True, check=False, **how)
    if run.returncode:
        raise NoPostgres(run.stdout + run.stderr)


if __name__ == "__main__":
    server = PostgresServer()
    sys.stdout.write(server.url + "\n")
    sys.stdout.flush()
    sys.stdin.read()
    server.stop()
