"""Locks between processes: one holds, others hear no, and death lets go."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from collectiq_desktop.core.storage.locks import FileLocks

HOLD = """
import sys
from pathlib import Path
from collectiq_desktop.core.storage.locks import FileLocks
with FileLocks(Path(sys.argv[1])).only_one("job") as is_ours:
    print(is_ours, flush=True)
    sys.stdin.read()
"""


def test_one_holds_it(tmp_path: Path) -> None:
    locks = FileLocks(tmp_path)
    with locks.only_one("job") as first, FileLocks(tmp_path).only_one("other") as other:
        assert (first, other) == (True, True)
    with locks.only_one("job") as again:
        assert again


def test_another_process_hears_no_until_the_holder_dies(tmp_path: Path, root: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(
        command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "True"
        with FileLocks(tmp_path).only_one("job") as is_ours:
            assert not is_ours
        holder.kill()
        holder.wait()
    with FileLocks(tmp_path).only_one("job") as is_ours:
        assert is_ours
