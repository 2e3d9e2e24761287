"""The program runs on Windows too: nothing in it is of one system only."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.house.reading import Source, dotted, imports_of, is_within, product

# `paths` may ask which system this is; nobody else needs to.
EXCEPT = {"collectiq_desktop/paths.py"}
POSIX_MODULES = ("fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "syslog", "termios")
POSIX_CALLS = {
    "os.chown",
    "os.fchmod",
    "os.fork",
    "os.geteuid",
    "os.getuid",
    "os.mkfifo",
    "os.nice",
    "os.statvfs",
    "os.uname",
    "signal.SIGALRM",
    "signal.SIGHUP",
    "signal.SIGKILL",
    "signal.alarm",
}
# A write that does not say its encoding writes cp1252 on an Indian Windows.
TEXT_CALLS = {"open", "read_text", "write_text"}
# These open no text.
NO_TEXT_CALLS = {"Books.open", "at.open", "self.open", "os.open", "place.open"}
FIXED_PLACE = re.compile(r"^(/tmp|/var|/etc|/home|/usr|/opt|/root|[A-Za-z]:\\)(/|$)|^~/")


# Windows open screens and dialogs; files are not theirs to open.
WINDOWS = "collectiq_desktop/ui/"


def _is_text_without_encoding(call: ast.Call, place: str) -> bool:
    if place.startswith(WINDOWS) and dotted(call.func).endswith(".open"):
        return False
    name = call.func.attr if isinstance(call.func, ast.Attribute) else dotted(call.func)
    if dotted(call.func) in NO_TEXT_CALLS:
        return False
    if name not in TEXT_CALLS or any(keyword.arg == "encoding" for keyword in call.keywords):
        return False
    if name == "open":
        modes = [*call.args, *(keyword.value for keyword in call.keywords)]
        texts = [arg.value for arg in modes if isinstance(arg, ast.Constant)]
        return not any(
            isinstance(text, str) and re.fullmatch(r"[rwxa+]*b[rwxa+]*", text) for text in texts
        )
    return not call.args if name == "read_text" else len(call.args) < 2


def _trouble(source: Source) -> Iterator[str]:
    for module, place in imports_of(source):
        if is_within(module, *POSIX_MODULES):
            yield f"{place}: imports {module}"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and dotted(node) in POSIX_CALLS:
            yield f"{source.at(node)}: {dotted(node)}"
        elif isinstance(node, ast.Call) and _is_text_without_encoding(node, source.name):
            yield f"{source.at(node)}: text is opened without its encoding"
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            if FIXED_PLACE.match(node.value):
                yield f"{source.at(node)}: a fixed place: {node.value}"
            if re.search(r"%-[dmHIMSjy]", node.value):
                yield f"{source.at(node)}: strftime of one system: {node.value}"


def test_nothing_is_of_one_system_only() -> None:
    trouble = [
        line for source in product() if source.name not in EXCEPT for line in _trouble(source)
    ]
    assert not trouble, "\n".join(trouble)
