"""The samples for installing a server say what the program understands."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from sync_server.config import DATABASE_VARIABLE, DEFAULT_PORT, FOLDER_VARIABLE
from sync_server.openapi import ENDPOINTS
from sync_server.verbs.grammar import parser

FOLDER = Path(__file__).resolve().parents[2] / "installers" / "server"
UNIT, COMPOSE, PROXY, IMAGE, TOLD = (
    (FOLDER / name).read_text(encoding="utf-8")
    for name in (
        "collectiq-server.service",
        "compose.yaml",
        "Caddyfile",
        "Dockerfile",
        "README.md",
    )
)


def understood(words: list[str]) -> None:
    """The verb and its options are the program's own."""
    parser().parse_args(words)


def test_the_unit_starts_the_server() -> None:
    (line,) = re.findall(r"^ExecStart=(.+)$", UNIT, re.MULTILINE)
    program, *words = shlex.split(line)
    assert program.endswith("/collectiq-server")
    understood(words)
    assert f"Environment={FOLDER_VARIABLE}=" in UNIT
    assert DATABASE_VARIABLE in UNIT


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    program = tmp_path / "collectiq-server"
    program.write_text("#!/bin/sh\n", encoding="ascii")
    program.chmod(0o755)
    unit = tmp_path / "collectiq-server.service"
    unit.write_text(UNIT.replace("/opt/collectiq/bin/collectiq-server", str(program)), "utf-8")
    command = ["systemd-analyze", "verify", "--man=no", str(unit)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    about_it = [line for line in run.stderr.splitlines() if unit.name in line]
    assert about_it == []


def test_image_and_compose_start_the_server() -> None:
    (line,) = re.findall(r"^CMD (.+)$", IMAGE, re.MULTILINE)
    understood(json.loads(line))
    (block,) = re.findall(r"command:\s*\[(.*?)\]", COMPOSE, re.DOTALL)
    understood(re.findall(r'"([^"]+)"', block))
    assert f"{DATABASE_VARIABLE}: postgresql://" in COMPOSE
    assert f"ENV {FOLDER_VARIABLE}=" in IMAGE
    assert f"EXPOSE {DEFAULT_PORT}" in IMAGE


def test_the_proxy_passes_on_what_counters_and_phones_ask() -> None:
    (paths,) = re.findall(r"^\s*@asked path (.+)$", PROXY, re.MULTILINE)
    passed = tuple(path.rstrip("*") for path in paths.split())
    asked = {end.path for end in ENDPOINTS} | {"/health", "/a", "/a/app.js", "/v/7F3K2Q"}
    assert [path for path in sorted(asked) if not path.startswith(passed)] == []
    assert not "/metrics".startswith(passed)
    assert f":{DEFAULT_PORT}" in PROXY
    assert "max_size 4MiB" in PROXY


def test_behind_the_proxy_the_server_hears_who_asks() -> None:
    assert [told for told in (UNIT, IMAGE, COMPOSE) if "--behind-proxy" not in told] == []


def test_what_is_told_is_understood() -> None:
    calls = re.findall(r"^\S*collectiq-server (.+)$", TOLD, re.MULTILINE)
    assert calls
    for words in calls:
        understood(shlex.split(words))
