"""How is an Anki deck read? All three generations of .apkg and .colpkg; the dummy that says "update" is left alone."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace

from content import zips
from content.exchange import archive, markup
from content.exchange.anki.cards import card, cloze
from content.exchange.anki.collection import Card, Collection, NoteRow, NoteType, collection
from content.exchange.anki.database import opened
from content.exchange.anki.protobuf import fields
from content.exchange.anki.templates import render
from content.exchange.question import BadFile, Entry, Found, Question, Refuse
from content.exchange.report import Note
from content.packfile import limits

_WINDOW = 1 << 27
_CHUNK = 65_536
_PICTURE_BYTES = limits.MEDIUM_BYTES


def read(data: bytes) -> Found:
    """Every card of the deck. Raises BadFile."""
    with archive.opened(data) as files:
        version = _version(files)
        with opened(_collection(files, version)) as connection:
            found = collection(connection)
        entries = tuple(_entries(found))
        if not entries:
            raise BadFile("no_question")
        images = {image for entry in entries if isinstance(entry, Question) for image in entry.images}
        media = dict(_media(files, version, images))
    notes = (Note("schedule"),) if found.reviewed else ()
    decks = {entry.section for entry in entries if isinstance(entry, Question)}
    title = next(iter(decks)).rpartition("::")[2] if len(decks) == 1 else ""
    return Found(entries, title=title, notes=notes, media=media)


def _version(files: zips.Zip) -> int:
    """What the package says of itself: 1 without a word, 2 with a dummy beside the real database, 3 packed by zstd."""
    if "meta" not in files:
        return 1
    found = next((value for number, value in fields(files.read("meta")) if number == 1), 1)
    return found if isinstance(found, int) else 1


def _collection(files: zips.Zip, version: int) -> bytes:
    if version >= 3:
        wanted = "collection.anki21b"
    else:
        wanted = "collection.anki21" if version == 2 or "collection.anki21" in files else "collection.anki2"
    if wanted not in files:
        raise BadFile("dummy" if "collection.anki2" in files else "missing_file", words=wanted)
    found = files.read(wanted)
    return unpacked(found, limits.EXPANDED_BYTES // 2) if version >= 3 else found


def unpacked(data: bytes, most: int) -> bytes:
    """What zstd packed, at most so many bytes, counted as they come. Raises BadFile."""
    import zstandard

    found = bytearray()
    try:
        with zstandard.ZstdDecompressor(max_window_size=_WINDOW).stream_reader(io.BytesIO(data)) as stream:
            while piece := stream.read(_CHUNK):
                found += piece
                if len(found) > most:
                    raise BadFile("zstd_large")
    except (zstandard.ZstdError, MemoryError) as error:
        raise BadFile("zstd") from error
    return bytes(found)


def _media(files: zips.Zip, version: int, wanted: set[str]) -> Iterator[tuple[str, bytes]]:
    """The pictures that cards show, by their names; a name is a key here and never a path."""
    for place, name in _media_map(files, version).items():
        if name in wanted and place in files:
            found = files.read(place)
            yield name, unpacked(found, _PICTURE_BYTES) if version >= 3 else found


def _media_map(files: zips.Zip, version: int) -> dict[str, str]:
    if "media" not in files:
        return {}
    found = files.read("media")
    if version >= 3:
        entries = [value for number, value in fields(unpacked(found, 20_000_000)) if number == 1]
        return {str(place): _name(value) for place, value in enumerate(entries) if isinstance(value, bytes)}
    try:
        told = json.loads(found)
    except (ValueError, RecursionError):
        raise BadFile("json") from None
    return {str(key): str(name) for key, name in told.items()} if isinstance(told, dict) else {}


def _name(entry: bytes) -> str:
    found = next((value for number, value in fields(entry) if number == 1), b"")
    return found.decode("utf-8", "replace") if isinstance(found, bytes) else ""


def _entries(found: Collection) -> Iterator[Entry]:
    asked = {card.note for card in found.cards}
    lonely = [Card(key, 0, 0, suspended=False) for key in found.notes if key not in asked]
    for one in (*found.cards, *lonely):
        note = found.notes.get(one.note)
        if note is None:
            yield Note("damaged_item", None, f"card of note {one.note}")
            continue
        kind = found.types.get(note.type)
        name = " ".join(note.fields[0].split())[:80]
        try:
            if kind is None:
                raise Refuse("note_type", words=str(note.type))
            yield _asked(_shell(note, one, found), note, kind, one)
        except Refuse as refusal:
            yield refusal.note(None, name)


def _shell(note: NoteRow, one: Card, found: Collection) -> Question:
    key = note.guid if one.template == 0 else f"{note.guid}-{one.template + 1}"
    notes = (Note("suspended"),) if one.suspended else ()
    section = found.decks.get(one.deck, "")
    return Question("card", "", id=key, section=section, tags=tuple(note.tags.split()), notes=notes)


def _asked(shell: Question, note: NoteRow, kind: NoteType, one: Card) -> Question:
    if not kind.templates:
        raise Refuse("note_type", words=kind.name)
    if one.template < 0:
        raise Refuse("damaged_item")
    values = dict(zip(kind.fields, note.fields, strict=False))
    front, back = kind.templates[0 if kind.cloze else min(one.template, len(kind.templates) - 1)]
    asked, answer = render(front, values), render(back, values)
    if kind.cloze:
        extra = tuple(values[name] for name in answer.fields if name not in asked.fields)
        found = dict(cloze(shell, values[asked.fields[0]] if asked.fields else note.fields[0], extra))
        if one.template + 1 not in found:
            raise Refuse("no_answer")
        return found[one.template + 1]
    new = [name for name in answer.fields if name not in asked.fields and values[name].strip()]
    if not new:
        raise Refuse("empty_card", "answer")
    made = card(shell, asked.html, values[new[0]], tuple(values[name] for name in new[1:]))
    return replace(made, hints=tuple(words for name in asked.hints if (words := markup.words(values[name]))))
