"""One window for one set of books: a second start only brings the first to the front."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_CALL_MS = 1_000


class SingleWindow(QObject):
    """Holds the place of the one window.

    Signals:
        called: somebody started the program once more.
    """

    called = Signal()

    def __init__(self, folder: Path, books: Path) -> None:
        super().__init__()
        folder.mkdir(parents=True, exist_ok=True)
        mark = sha256(str(books.resolve()).encode()).hexdigest()[:16]
        self._name = f"collectiq-{mark}"
        self._lock = QLockFile(str(folder / f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def take_place(self) -> bool:
        """Become the one window; False if there is one, which is called instead."""
        if not self._lock.tryLock(0):
            self._call()
            return False
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._hear)
        self._server.listen(self._name)
        return True

    def leave_place(self) -> None:
        """Another start may have the place."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _call(self) -> None:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        socket.waitForConnected(_CALL_MS)
        socket.disconnectFromServer()

    def _hear(self) -> None:
        if self._server is not None:
            connection = self._server.nextPendingConnection()
            if connection is not None:
                connection.deleteLater()
            self.called.emit()
