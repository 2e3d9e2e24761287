"""A certificate of the server's own, for a shop's network that no authority knows.

Counters are told its fingerprint by the enrolment code and trust no other.
"""

from __future__ import annotations

import hashlib
import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.core.domain.saying import say
from sync_server.keys import write_once

if TYPE_CHECKING:
    from cryptography.x509 import GeneralName

CERTIFICATE_FILE = "certificate.pem"
KEY_FILE = "certificate.key"
_VALID_DAYS = 10_000


def own_certificate(folder: Path, names: tuple[str, ...], now_at: int) -> tuple[Path, Path]:
    """The server's own certificate and its key, made where there is none yet.

    Args:
        names: host names and addresses that it is made out to.
    """
    certificate, key = folder / CERTIFICATE_FILE, folder / KEY_FILE
    if not certificate.exists():
        certificate_bytes, key_bytes = _made(names, now_at)
        key.unlink(missing_ok=True)
        write_once(key, key_bytes)
        write_once(certificate, certificate_bytes)
    return certificate, key


def _made(names: tuple[str, ...], now_at: int) -> tuple[bytes, bytes]:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    begun = datetime.fromtimestamp(now_at / 1_000, UTC) - timedelta(days=1)
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "CollectIQ head office")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begun)
        .not_valid_after(begun + timedelta(days=_VALID_DAYS))
        .add_extension(
            x509.SubjectAlternativeName([_named(name) for name in names]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return certificate.public_bytes(serialization.Encoding.PEM), private


def _named(name: str) -> GeneralName:
    from cryptography import x509

    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def pin_of_file(certificate: Path) -> bytes:
    """The SHA-256 of a certificate, as counters pin it.

    Raises:
        BooksTrouble: the file holds none.
    """
    try:
        text = certificate.read_text(encoding="ascii")
        begun = text.index("-----BEGIN CERTIFICATE-----")
        end = text.index("-----END CERTIFICATE-----") + len("-----END CERTIFICATE-----\n")
        return hashlib.sha256(ssl.PEM_cert_to_DER_cert(text[begun:end].strip() + "\n")).digest()
    except (OSError, ValueError):
        message = say(
            "{certificate} does not hold a certificate in PEM form.", certificate=certificate
        )
        raise BooksTrouble(message) from None
