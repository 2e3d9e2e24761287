"""The server's own certificate: kept, and pinned by what the code says of it."""

from __future__ import annotations

import hashlib
import ssl
from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errors import BooksTrouble
from sync_server.certificates import own_certificate, pin_of_file

NAMES = ("192.168.1.5", "office", "::1")


def test_a_certificate_is_made_once(tmp_path: Path) -> None:
    certificate, key = own_certificate(tmp_path, NAMES, 1_800_000_000_000)
    before = certificate.read_bytes(), key.read_bytes()
    own_certificate(tmp_path, ("other",), 1_900_000_000_000)
    assert (certificate.read_bytes(), key.read_bytes()) == before


def test_it_can_be_served_and_is_made_out_to_its_names(tmp_path: Path) -> None:
    from cryptography import x509

    certificate, key = own_certificate(tmp_path, NAMES, 1_800_000_000_000)
    ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(certificate, key)
    read = x509.load_pem_x509_certificate(certificate.read_bytes())
    named = read.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert named.get_values_for_type(x509.DNSName) == ["office"]
    assert [str(each) for each in named.get_values_for_type(x509.IPAddress)] == [
        "192.168.1.5",
        "::1",
    ]


def test_its_pin_is_the_hash_of_what_is_shown_to_counters(tmp_path: Path) -> None:
    certificate, _key = own_certificate(tmp_path, NAMES, 1_800_000_000_000)
    shown = ssl.PEM_cert_to_DER_cert(certificate.read_text(encoding="ascii"))
    assert pin_of_file(certificate) == hashlib.sha256(shown).digest()


def test_a_file_without_a_certificate_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.pem"
    for text in ("", "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n"):
        path.write_text(text, encoding="ascii")
        with pytest.raises(BooksTrouble, match="PEM"):
            pin_of_file(path)
