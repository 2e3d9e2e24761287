"""Words to find a party by: name, alias, phone, GSTIN and code, in any script.

With the engines' own modules, the only one that knows which engine is below.
Pairs of code points have a table of their own. Three letters and more go to
SQLite's trigram index, which finds nothing below three code points; on
PostgreSQL the outer pairs find the parties whose words are then looked through,
because a trigram index is an extension there, which not every server has.
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
    """Make what holds the words in new books."""
    conn.exec_driver_sql(
        "CREATE VIRTUAL TABLE party_words USING fts5(words, tokenize='trigram')"
        if _is_sqlite(conn)
        else 'CREATE TABLE party_words (rowid integer PRIMARY KEY, words text COLLATE "C" NOT NULL)'
    )


def _is_sqlite(conn: Connection) -> bool:
    return conn.dialect.name == "sqlite"


def _mark(conn: Connection) -> str:
    return "?" if _is_sqlite(conn) else "%s"


def words_of(party: Party) -> str:
    """All that a party may be found by, folded, one piece a line."""
    pieces = (party.name, *party.aliases, party.code, party.gstin, *party.phones)
    pieces += (party.beat, party.area)
    return "\n".join(filter(None, (fold_for_search(piece) for piece in pieces)))


def index_party(writer: Writer, party_row: int, party: Party) -> None:
    """Gather a party's words; the writer's flush puts them into the index."""
    words = words_of(party)
    writer.words.append((party_row, words))
    pairs = {pair for line in words.split("\n") for pair in grams(line, 2)}
    writer.add_all(tables.party_gram, [(pair, party_row) for pair in sorted(pairs)])


def index_party_again(writer: Writer, party_row: int, party: Party) -> None:
    """Replace a party's words."""
    writer.flush_rows()
    drop_party(writer.conn, party_row)
    index_party(writer, party_row, party)


def drop_party(conn: Connection, party_row: int) -> None:
    """Take a party's words out of the index."""
    mark = _mark(conn)
    conn.exec_driver_sql(f"DELETE FROM party_words WHERE rowid = {mark}", (party_row,))  # noqa: S608
    gram = tables.party_gram
    conn.execute(delete(gram).where(gram.c.party_row == party_row))


def write_words(conn: Connection, words: Sequence[tuple[int, str]]) -> None:
    """Put gathered words, each with its party's row, into the index."""
    if words:
        mark = _mark(conn)
        sql = f"INSERT INTO party_words(rowid, words) VALUES ({mark}, {mark})"  # noqa: S608
        conn.exec_driver_sql(sql, list(words))


def rows_with(conn: Connection, folded: str, limit: int) -> list[int]:
    """The rows of parties whose words hold the text, at most `limit`.

    Limits: ≤ 5 ms at 50,000 parties, whatever the text.
    """
    if not folded:
        return []
    if len(folded) >= _LETTERS_FOR_INDEX:
        return _with_phrase(conn, folded, limit)
    gram = tables.party_gram.c
    if len(folded) == 2:
        found = select(gram.party_row).where(gram.gram == folded).order_by(gram.party_row)
    else:
        begins = (gram.gram >= folded, gram.gram < folded + "\U0010ffff")
        found = select(gram.party_row).where(*begins).distinct()
    return list(conn.execute(found.limit(limit)).scalars())


def _with_phrase(conn: Connection, folded: str, limit: int) -> list[int]:
    values: tuple[str | int, ...]
    if _is_sqlite(conn):
        sql = "SELECT rowid FROM party_words WHERE words MATCH ? LIMIT ?"
        values = ('"' + folded.replace('"', '""') + '"', limit)
    else:
        # Pairs are kept of each line, never across two.
        pairs = [pair for line in folded.split("\n") for pair in (line[:2], line[-2:]) if pair[1:]]
        holding = "rowid IN (SELECT party_row FROM party_gram WHERE gram = %s) AND " * len(pairs)
        sql = (
            f"SELECT rowid FROM party_words WHERE {holding}"  # noqa: S608 -- our own words
            "strpos(words, %s) > 0 ORDER BY rowid LIMIT %s"
        )
        values = (*pairs, folded, limit)
    return [row for (row,) in conn.exec_driver_sql(sql, values)]
