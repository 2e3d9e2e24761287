"""`run`: serve, on this machine alone, behind a proxy, or on a shop's own network."""

from __future__ import annotations

import socket
from ipaddress import ip_address

from msgspec.structs import replace

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import say
from sync_server.certificates import own_certificate
from sync_server.config import EVERYWHERE, Config
from sync_server.keys import keys_in, make_folder
from sync_server.reached import Reached, keep_reached
from sync_server.serving import serve
from sync_server.verbs.answers import Answer, Call


def run(call: Call) -> Answer:
    """Serve until somebody stops it."""
    config = _config(call)
    keys_in(config.root)
    keep_reached(config.root, Reached(address=config.address, certificate=_pinned(call, config)))
    serve(config, call.say)
    return Answer(machine={"stopped": True}, lines=["Stopped; all that was answered is kept."])


def _config(call: Call) -> Config:
    options = call.options
    config = replace(
        call.config,
        host=options.host,
        port=options.port,
        workers=options.workers,
        address=options.address or "",
        certificate=options.certificate or "",
        certificate_key=options.certificate_key or "",
        is_behind_proxy=options.behind_proxy,
        backup_folder=options.backup_folder or "",
        backup_hours=options.backup_hours,
        backups_kept=options.backups_kept,
    )
    _check(config)
    if options.lan:
        return _on_lan(config, call.now_at())
    if not config.is_secured and not _is_this_machine(config.host) and not options.behind_proxy:
        message = say(
            "On {host} everything would travel unencrypted. Use --lan for a shop's own "
            "network, --certificate with --certificate-key, or --behind-proxy.",
            host=config.host,
        )
        raise BadInput(message, field="host")
    scheme = "https" if config.is_secured else "http"
    return replace(config, address=config.address or f"{scheme}://{config.host}:{config.port}")


def _check(config: Config) -> None:
    if config.workers > 1 and not config.database:
        message = say(
            "Several workers need a PostgreSQL database: give it with --database, or leave "
            "--workers out. One worker serves hundreds of counters from files."
        )
        raise BadInput(message, field="workers")
    for name in ("workers", "backup_hours", "backups_kept"):
        if getattr(config, name) < 1:
            message = say("--{option} must be at least 1.", option=name.replace("_", "-"))
            raise BadInput(message, field=name)
    if bool(config.certificate) != bool(config.certificate_key):
        message = say("--certificate and --certificate-key go together.")
        raise BadInput(message, field="certificate")


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _on_lan(config: Config, now_at: int) -> Config:
    """On every network of this machine, with a certificate of its own."""
    make_folder(config.root)
    own = _own_address()
    names = (own, socket.gethostname(), "localhost", "127.0.0.1")
    certificate, key = own_certificate(config.root, names, now_at)
    return replace(
        config,
        host=EVERYWHERE,
        address=config.address or f"https://{own}:{config.port}",
        certificate=str(certificate),
        certificate_key=str(key),
    )


def _own_address() -> str:
    """The address by which other machines reach this one, as far as it can tell."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            # Nothing is sent: the system only says which way it would go.
            asking.connect(("10.255.255.255", 1))
            return str(asking.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def _pinned(call: Call, config: Config) -> str:
    """The certificate that codes must name, empty where every machine trusts it."""
    is_own = call.options.lan or call.options.pin
    return config.certificate if is_own and config.is_secured else ""
