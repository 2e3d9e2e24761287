"""The rules between rooms hold: the contracts of pyproject, and what contracts cannot say."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.reading import ROOT, Source, dotted, imports_of, is_within, product, sources

CORE = "collectiq_desktop.core"
# Who may import what; nobody else may.
ALLOWED_ROOMS = {
    "sqlite3": (f"{CORE}.storage.sqlite_engine",),
    "psycopg": (f"{CORE}.storage.postgres", f"{CORE}.storage.postgres_engine"),
    "sqlalchemy.dialects": (f"{CORE}.storage.sqlite_engine",),
    "sqlalchemy": (
        f"{CORE}.storage",
        f"{CORE}.queries",
        f"{CORE}.services",
        f"{CORE}.books",
    ),
    "PySide6": ("collectiq_desktop.ui",),
    "platformdirs": ("collectiq_desktop.paths",),
    "razorpay": ("collectiq_desktop.gateways",),
    "keyring": ("collectiq_desktop.gateways",),
    "typst": ("collectiq_desktop.documents",),
    "numpy": ("collectiq_desktop.intelligence",),
    # It takes seconds to load, so that only learning may.
    "sklearn": ("collectiq_desktop.intelligence.fitting",),
}
SERVER_MAY_IMPORT = (
    "collectiq_desktop.__version__",
    CORE,
    "collectiq_desktop.documents",
    "collectiq_desktop.gateways.razorpay",
    "collectiq_desktop.gateways.whatsapp",
    "collectiq_desktop.gateways.sms",
    "collectiq_desktop.gateways.email",
)
# What would make core read a clock, the environment or chance.
HANDED_IN = (
    "date.today",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "os.environ",
    "os.getenv",
    "os.urandom",
    "time.monotonic",
    "time.time",
)


def test_import_contracts() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_domain_imports_the_standard_library_only() -> None:
    strangers = [
        f"{place}: {module}"
        for source in sources("collectiq_desktop/core/domain")
        for module, place in imports_of(source)
        if module.partition(".")[0] not in sys.stdlib_module_names
        and not is_within(module, f"{CORE}.domain")
    ]
    assert not strangers


@pytest.mark.parametrize("package", ALLOWED_ROOMS)
def test_package_stays_in_its_rooms(package: str) -> None:
    strays = [
        f"{place}: {module}"
        for source in product()
        if not is_within(source.module, *ALLOWED_ROOMS[package])
        for module, place in imports_of(source)
        if is_within(module, package)
    ]
    assert not strays


def test_server_takes_only_what_it_may() -> None:
    strays = [
        f"{place}: {module}"
        for source in sources("sync_server")
        for module, place in imports_of(source)
        if is_within(module, "collectiq_desktop") and not is_within(module, *SERVER_MAY_IMPORT)
    ]
    assert not strays


def test_core_is_handed_clock_environment_and_chance() -> None:
    strays = [
        f"{source.at(node)}: {name}"
        for source in sources("collectiq_desktop/core")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute)
        for name in [dotted(node)]
        if any(name == end or name.endswith(f".{end}") for end in HANDED_IN)
    ]
    assert not strays


def _seconds(source: Source) -> set[ast.AST]:
    """What is given to a name that ends in seconds: waiting is no money."""
    return {
        part
        for node in ast.walk(source.tree)
        for name, value in (
            [(dotted(target), node.value) for target in node.targets]
            if isinstance(node, ast.Assign)
            else [(node.arg or "", node.value)]
            if isinstance(node, ast.keyword)
            else []
        )
        if name.lower().endswith("seconds")
        for part in ast.walk(value)
    }


def test_no_float_in_core() -> None:
    strays = [
        source.at(node)
        for source in sources("collectiq_desktop/core")
        for seconds in [_seconds(source)]
        for node in ast.walk(source.tree)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
        if node not in seconds
    ]
    assert not strays


def _is_bare(source: Source) -> bool:
    """Whether a file holds a docstring, its future import and at most `__version__`."""
    head, *rest = source.tree.body
    is_docstring = isinstance(head, ast.Expr) and isinstance(head.value, ast.Constant)
    return is_docstring and all(
        (isinstance(node, ast.ImportFrom) and node.module == "__future__")
        or (isinstance(node, ast.Assign) and dotted(node.targets[0]) == "__version__")
        for node in rest
    )


def test_every_room_states_its_rule_and_holds_nothing_else() -> None:
    rooms = [source for source in product() if source.path.name == "__init__.py"]
    assert len(rooms) >= 13
    assert [room.name for room in rooms if not _is_bare(room)] == []


def test_every_folder_of_code_is_a_room() -> None:
    folders = {source.path.parent for source in product()}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []
