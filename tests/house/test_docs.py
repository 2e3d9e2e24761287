"""What the documents name is there: files, commands, sections."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.house.reading import ROOT, product

DOCUMENTS = ("README.md", "ARCHITECTURE.md", "GLOSSARY.md", "CHANGES.md")
TEXTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS}
TARGETS = frozenset(
    re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
)


def _code(name: str) -> str:
    """What the document sets as code, in blocks or within a line."""
    blocks = re.findall(r"^```.*?^```", TEXTS[name], re.MULTILINE | re.DOTALL)
    rest = re.sub(r"^```.*?^```", "", TEXTS[name], flags=re.MULTILINE | re.DOTALL)
    return "\n".join([*blocks, *re.findall(r"`[^`\n]+`", rest)])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", TEXTS[name])
    inside = [link for link in links if not link.startswith(("http://", "https://"))]
    assert [link for link in inside if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_named_files_exist(name: str) -> None:
    paths = re.findall(
        r"`((?:collectiq_desktop|sync_server|tests|resources)/[\w./]*)`", TEXTS[name]
    )
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_make_targets_exist(name: str) -> None:
    assert set(re.findall(r"\bmake ([a-z-]+)", _code(name))) <= TARGETS


def _help(*words: str) -> str:
    command = [sys.executable, "-m", "collectiq_desktop", *words, "--help"]
    run = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def usage() -> str:
    """What `collectiq --help` says."""
    return _help()


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md"])
def test_verbs_exist(name: str, usage: str) -> None:
    verbs = set(re.findall(r"\bcollectiq ([a-z][a-z-]+)", _code(name)))
    assert verbs or name != "README.md"
    assert [verb for verb in sorted(verbs) if not re.search(rf"\b{verb}\b", usage)] == []


README_CALLS = re.findall(r"^collectiq ([a-z-]+) (.+)$", TEXTS["README.md"], re.MULTILINE)


@pytest.mark.parametrize("verb", sorted({verb for verb, _words in README_CALLS}))
def test_options_in_readme_exist(verb: str) -> None:
    usage = _help(verb)
    lines = [words for called, words in README_CALLS if called == verb]
    named = {option for words in lines for option in re.findall(r"--[a-z-]+", words)}
    assert {option for option in named if not re.search(rf"{option}\b", usage)} == set()


def test_named_sections_exist() -> None:
    headings = set(re.findall(r"^#+ (.+)$", TEXTS["ARCHITECTURE.md"], re.MULTILINE))
    named = {
        (heading, source.name)
        for source in product()
        for heading in re.findall(r"ARCHITECTURE(?:\.md)?,\s+[\"“]([^\"”]+)[\"”]", source.text)
    }
    assert {(heading, place) for heading, place in named if heading not in headings} == set()
