"""The limit of an exchange: rows as JSON, gzip, HTTP/1.1 on one connection, into plain SQLite.

No ids, hashes, order, rights or projections. Both ends are in this process, so
its CPU time is that of both.
"""

from __future__ import annotations

import gzip
import json
import socket
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import islice
from pathlib import Path
from typing import Any, ClassVar

from tests.benchmarks.workload import WorkVoucher

_BATCH = 500
_TABLE = "CREATE TABLE row (seq INTEGER PRIMARY KEY, told TEXT)"


def _file(path: Path) -> sqlite3.Connection:
    conn = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute(_TABLE)
    return conn


def _insert(conn: sqlite3.Connection, rows: Sequence[Any]) -> None:
    conn.execute("BEGIN IMMEDIATE")
    conn.executemany("INSERT INTO row VALUES (?, ?)", [(n, json.dumps(told)) for n, told in rows])
    conn.execute("COMMIT")


class _Handler(BaseHTTPRequestHandler):
    """Takes rows in, and gives those after a number."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    conn: ClassVar[sqlite3.Connection]

    def do_POST(self) -> None:
        told = self.rfile.read(int(self.headers["Content-Length"]))
        _insert(self.conn, json.loads(gzip.decompress(told)))
        self._answer(b"{}")

    def do_GET(self) -> None:
        after = int(self.path.strip("/"))
        sql = "SELECT seq, told FROM row WHERE seq > ? ORDER BY seq LIMIT ?"
        rows = [(n, json.loads(told)) for n, told in self.conn.execute(sql, (after, _BATCH))]
        self._answer(gzip.compress(json.dumps(rows).encode(), 6))

    def _answer(self, told: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- the library's name
        """Say nothing; the lines would be measured, too."""
        assert format or args


class RawExchange:
    """A server over one file, and a client that pushes rows and pulls them into another."""

    def __init__(self, folder: Path) -> None:
        _Handler.conn = _file(folder / "raw-server.sqlite")
        self._client = _file(folder / "raw-client.sqlite")
        self._server = HTTPServer(("127.0.0.1", 0), _Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        self._line = HTTPConnection("127.0.0.1", self._server.server_port)
        self._line.connect()
        self._line.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.bytes_count = 0

    def push(self, vouchers: Iterator[WorkVoucher]) -> int:
        """Send the vouchers, 500 to a message; gives how many."""
        done = 0
        while part := list(islice(vouchers, _BATCH)):
            rows = [(done + n + 1, _plain(voucher)) for n, voucher in enumerate(part)]
            told = gzip.compress(json.dumps(rows).encode(), 6)
            self.bytes_count += len(told)
            self._ask("POST", "/", told)
            done += len(part)
        return done

    def pull(self) -> int:
        """Fetch all rows; gives how many."""
        after = 0
        while True:
            rows = json.loads(gzip.decompress(self._ask("GET", f"/{after}")))
            if not rows:
                return after
            _insert(self._client, rows)
            after = rows[-1][0]

    def _ask(self, verb: str, path: str, body: bytes | None = None) -> bytes:
        self._line.request(verb, path, body)
        return self._line.getresponse().read()

    def close(self) -> None:
        self._line.close()
        self._server.shutdown()
        self._server.server_close()
        self._client.close()
        _Handler.conn.close()


def _plain(voucher: WorkVoucher) -> list[Any]:
    claims = [(claim.voucher_no, claim.paise) for claim in voucher.claims]
    days = (voucher.on.isoformat(), voucher.due_on.isoformat())
    sums = (voucher.party_no, voucher.paise, voucher.tax_paise)
    return [voucher.kind, voucher.number, *days, *sums, claims]
