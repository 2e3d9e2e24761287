"""A line that cuts, delays and truncates: a proxy between counters and server.

Each connection draws its own fate: how many bytes may pass each way before it
is cut, and how slowly they pass. What is cut is cut hard, in the middle of
whatever was said.
"""

from __future__ import annotations

import contextlib
import random
import socket
import struct
import threading
import time
from dataclasses import dataclass, field

_STEP_BYTES = 4_096
_RESET = struct.pack("ii", 1, 0)
NEVER = 1 << 40


@dataclass
class Fate:
    """What befalls one connection, counted in bytes from the question that begins with `at`."""

    up_bytes: int = NEVER
    down_bytes: int = NEVER
    pause_seconds: float = 0.0
    at: bytes = b""
    has_begun: bool = False

    def begin(self, part: bytes) -> None:
        """Count from here on if this part of what the counter says is the one."""
        self.has_begun = self.has_begun or self.at in part


@dataclass
class CuttingProxy:
    """Listens on a port of its own and passes on to the server, as far as fate lets it."""

    server_port: int
    dice: random.Random
    cut_share: float = 0.0
    port: int = 0
    cuts_count: int = 0
    _listener: socket.socket | None = None
    _next: list[Fate] = field(default_factory=list)

    def start(self) -> CuttingProxy:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()
        return self

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def befall(self, *fates: Fate) -> None:
        """What befalls the next connections, one by one."""
        self._next.extend(fates)

    def stop(self) -> None:
        if self._listener is not None:
            self._listener.close()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                near, _address = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(near,), daemon=True).start()

    def _fate(self) -> Fate:
        if self._next:
            return self._next.pop(0)
        if self.dice.random() >= self.cut_share:
            return Fate(pause_seconds=self.dice.choice((0.0, 0.0, 0.002)))
        reach = self.dice.choice((200, 2_000, 20_000, 100_000))
        way = self.dice.choice(("up", "down", "down"))
        cut_after = self.dice.randrange(reach)
        return Fate(up_bytes=cut_after) if way == "up" else Fate(down_bytes=cut_after)

    def _serve(self, near: socket.socket) -> None:
        fate = self._fate()
        try:
            far = socket.create_connection(("127.0.0.1", self.server_port), timeout=5)
        except OSError:
            near.close()
            return
        both = (near, far)
        fate.begin(b"")
        up = threading.Thread(
            target=self._pass, args=(near, far, fate.up_bytes, fate, both), daemon=True
        )
        up.start()
        self._pass(far, near, fate.down_bytes, fate, both)
        up.join()
        for each in both:
            each.close()

    def _pass(
        self,
        source: socket.socket,
        target: socket.socket,
        limit: int,
        fate: Fate,
        both: tuple[socket.socket, socket.socket],
    ) -> None:
        """Pass bytes on until there are no more, or fate cuts both sockets off."""
        passed = 0
        with contextlib.suppress(OSError):
            source.settimeout(60)
            while part := source.recv(_STEP_BYTES):
                time.sleep(fate.pause_seconds)
                if source is both[0]:
                    fate.begin(part)
                target.sendall(part[: limit - passed] if fate.has_begun else part)
                passed += len(part) if fate.has_begun else 0
                if fate.has_begun and passed >= limit:
                    self.cuts_count += 1
                    break
        for each in both:
            with contextlib.suppress(OSError):
                if passed >= limit:
                    each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                each.shutdown(socket.SHUT_RDWR)
