"""Words to find a party by: name, alias, phone, GSTIN and code, in any script.

With `database`, the only module that knows the engine. Three letters and more
go to SQLite's trigram index; it finds nothing below three code points, so
pairs of code points have a table of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, select

from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.scripts import fold_for_search, grams
from collectiq_desktop.core.storage import tables

if TYPE_CHECKING:
    from collectiq_desktop.core.storage.writer import Writer

_LETTERS_FOR_INDEX = 3


def create_index(conn: Connection) -> None:
    """Make the trigram index of a new file."""
    conn.exec_driver_sql("CREATE VIRTUAL TABLE party_words USING fts5(words, tokenize='trigram')")


def words_of(party: Party) -> str:
    """All that a party may be found by, folded, one piece a line."""
    pieces = (party.name, *party.aliases, party.code, party.gstin, *party.phones)
    return "\n".join(filter(None, (fold_for_search(piece) for piece in pieces)))


def index_party(writer: Writer, party_row: int, party: Party) -> None:
    """Gather a party's words; the writer's flush puts them into the index."""
    words = words_of(party)
    writer.words.append((party_row, words))
    for gram in sorted({pair for line in words.split("\n") for pair in grams(line, 2)}):
        writer.add(tables.party_gram, (gram, party_row))


def index_party_again(writer: Writer, party_row: int, party: Party) -> None:
    """Replace a party's words."""
    writer.flush_rows()
    drop_party(writer.conn, party_row)
    index_party(writer, party_row, party)


def drop_party(conn: Connection, party_row: int) -> None:
    """Take a party's words out of the index."""
    conn.exec_driver_sql("DELETE FROM party_words WHERE rowid = ?", (party_row,))
    gram = tables.party_gram
    conn.execute(delete(gram).where(gram.c.party_row == party_row))


def write_words(conn: Connection, words: Sequence[tuple[int, str]]) -> None:
    """Put gathered words, each with its party's row, into the index."""
    if words:
        sql = "INSERT INTO party_words(rowid, words) VALUES (?, ?)"
        conn.exec_driver_sql(sql, list(words))


def rows_with(conn: Connection, folded: str, limit: int) -> list[int]:
    """The rows of parties whose words hold the text, at most `limit`.

    Limits: ≤ 5 ms at 50,000 parties, whatever the text.
    """
    if not folded:
        return []
    if len(folded) >= _LETTERS_FOR_INDEX:
        sql = "SELECT rowid FROM party_words WHERE words MATCH ? LIMIT ?"
        phrase = '"' + folded.replace('"', '""') + '"'
        return [row for (row,) in conn.exec_driver_sql(sql, (phrase, limit))]
    gram = tables.party_gram.c
    if len(folded) == 2:
        statement = select(gram.party_row).where(gram.gram == folded).limit(limit)
    else:
        begins = (gram.gram >= folded, gram.gram < folded + "\U0010ffff")
        statement = select(gram.party_row).where(*begins).distinct().limit(limit)
    return list(conn.execute(statement).scalars())
