"""What is in a collection? Note types with their templates, decks, notes and cards, in either of Anki's schemas."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from content.exchange.anki.database import rows, tables
from content.exchange.anki.protobuf import fields
from content.exchange.question import BadFile

_CARDS = "SELECT nid, ord, did, queue FROM cards ORDER BY type != 0, CASE type WHEN 0 THEN due ELSE 0 END, nid, ord"
"""New cards in the order in which they are to be learned, then the others by their notes."""


@dataclass(frozen=True, slots=True)
class NoteType:
    """Names of the fields, and question and answer template of each card."""

    name: str
    cloze: bool
    fields: tuple[str, ...]
    templates: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One card: its note, its template's number (a cloze's number less one), its deck, whether it was set aside."""

    note: int
    template: int
    deck: int
    suspended: bool


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note."""

    guid: str
    type: int
    tags: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """Everything of a deck that a question can be made of."""

    types: Mapping[int, NoteType]
    decks: Mapping[int, str]
    notes: Mapping[int, NoteRow]
    cards: tuple[Card, ...]
    reviewed: bool


def collection(connection: sqlite3.Connection) -> Collection:
    """The collection in that database. Raises BadFile where it is of an unknown form."""
    known = tables(connection)
    if not {"notes", "cards", "col"} <= known:
        raise BadFile("database", words="tables")
    try:
        return _collected(connection, known)
    except BadFile:
        raise
    except (TypeError, ValueError):  # a cell may hold anything, whatever its column says
        raise BadFile("database", words="cells") from None


def _collected(connection: sqlite3.Connection, known: frozenset[str]) -> Collection:
    types, decks = _modern(connection) if {"notetypes", "fields", "templates"} <= known else _legacy(connection)
    notes = {
        int(row[0]): NoteRow(str(row[1]), int(row[2]), str(row[3]), tuple(str(row[4]).split("\x1f")))
        for row in rows(connection, "SELECT id, guid, mid, tags, flds FROM notes ORDER BY id")
    }
    cards = tuple(Card(int(row[0]), int(row[1]), int(row[2]), row[3] == -1) for row in rows(connection, _CARDS))
    reviewed = "revlog" in known and bool(connection.execute("SELECT 1 FROM revlog LIMIT 1").fetchone())
    return Collection(types, decks, notes, cards, reviewed)


def _legacy(connection: sqlite3.Connection) -> tuple[dict[int, NoteType], dict[int, str]]:
    row = connection.execute("SELECT models, decks FROM col LIMIT 1").fetchone()
    try:
        models, decks = json.loads(row[0]), json.loads(row[1])
        types = {int(key): _model(one) for key, one in models.items()}
        return types, {int(key): str(one["name"]) for key, one in decks.items()}
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError):
        raise BadFile("database", words="col") from None


def _model(one: dict[str, Any]) -> NoteType:
    return NoteType(
        str(one.get("name", "")),
        one.get("type") == 1,
        tuple(str(each["name"]) for each in sorted(one["flds"], key=lambda each: int(each.get("ord", 0)))),
        tuple(
            (str(each.get("qfmt", "")), str(each.get("afmt", "")))
            for each in sorted(one["tmpls"], key=lambda each: int(each.get("ord", 0)))
        ),
    )


def _modern(connection: sqlite3.Connection) -> tuple[dict[int, NoteType], dict[int, str]]:
    named = rows(connection, "SELECT ntid, name FROM fields ORDER BY ntid, ord")
    made = rows(connection, "SELECT ntid, config FROM templates ORDER BY ntid, ord")
    types = {}
    for key, name, config in rows(connection, "SELECT id, name, config FROM notetypes"):
        kind = next((value for number, value in fields(_blob(config)) if number == 1), 0)
        types[int(key)] = NoteType(
            str(name),
            kind == 1,
            tuple(str(field) for owner, field in named if owner == key),
            tuple(_template(_blob(blob)) for owner, blob in made if owner == key),
        )
    decks = {int(key): str(name).replace("\x1f", "::") for key, name in rows(connection, "SELECT id, name FROM decks")}
    return types, decks


def _blob(cell: object) -> bytes:
    """The bytes in a cell; a number there would otherwise be taken for a length. Raises TypeError."""
    if not isinstance(cell, bytes):
        raise TypeError
    return cell


def _template(blob: bytes) -> tuple[str, str]:
    found = {number: value for number, value in fields(blob) if isinstance(value, bytes)}
    return found.get(1, b"").decode("utf-8", "replace"), found.get(2, b"").decode("utf-8", "replace")
