"""Keep the books of the present schema, once: `python -m tests.old_books.write`.

A file that is kept is never written again; a new schema adds one beside it.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from tempfile import TemporaryDirectory

from collectiq_desktop.core.storage.tables import SCHEMA_NUMBER
from tests.old_books.story import summary_of, write_story
from tests.plain_books import fresh_books

FOLDER = Path(__file__).parent


def write_books() -> None:
    """Write the story's books and their summary, if this schema has none yet."""
    kept = FOLDER / f"schema-{SCHEMA_NUMBER}.gz"
    if kept.exists():
        return
    with TemporaryDirectory() as folder:
        plain = fresh_books(Path(folder))
        write_story(plain)
        summary = summary_of(plain)
        plain.books.close()
        kept.write_bytes(gzip.compress(plain.books.path.read_bytes(), mtime=0))
    text = json.dumps(summary, ensure_ascii=False, indent=1) + "\n"
    kept.with_suffix(".json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_books()
