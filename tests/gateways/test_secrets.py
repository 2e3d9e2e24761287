"""The system's safe: what it keeps comes back, and a machine without one says so."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoSafe
from keyring.errors import KeyringLocked

from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.gateways.secrets import SystemSafe


class MemorySafe(KeyringBackend):
    """A safe in memory; it can be locked."""

    priority = 9

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check()
        self.kept[service, username] = password

    def _check(self) -> None:
        if self.is_locked:
            raise KeyringLocked


@pytest.fixture
def backend() -> Iterator[MemorySafe]:
    before, backend = keyring.get_keyring(), MemorySafe()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


def test_what_is_kept_comes_back(backend: MemorySafe) -> None:
    safe = SystemSafe()
    assert safe.load("a") is None
    assert safe.save("a", b"\x00\xff")
    assert safe.load("a") == b"\x00\xff"
    assert list(backend.kept) == [("CollectIQ", "a")]


def test_a_locked_safe_is_no_empty_one(backend: MemorySafe) -> None:
    backend.is_locked = True
    assert not SystemSafe().save("a", b"1")
    with pytest.raises(BooksTrouble, match="unlock"):
        SystemSafe().load("a")


def test_what_somebody_else_put_there_is_no_secret_of_ours(backend: MemorySafe) -> None:
    backend.set_password("CollectIQ", "a", "not hex")
    assert SystemSafe().load("a") is None


def test_a_machine_without_a_safe_says_so(backend: MemorySafe) -> None:
    keyring.set_keyring(NoSafe())  # type: ignore[no-untyped-call]
    assert not SystemSafe().save("a", b"1")
    assert SystemSafe().load("a") is None
    assert not backend.kept
