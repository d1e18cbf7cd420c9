"""How is a pack written as an Anki deck? The oldest form of .apkg, which every Anki reads; ids outlive versions."""

import hashlib
import io
import json
import re
import sqlite3
import zipfile
from datetime import datetime
from html import escape
from typing import Any

from content.exchange.anki.write_cards import KEEPS, sides
from content.exchange.anki.write_text import deck, guid
from content.exchange.losses import Losses, pictures_of
from content.exchange.writing import Written
from lessons.items import Item
from lessons.pack import Pack

_MODEL = 1_763_800_000_001
_CREATED = 1_577_836_800
_SCHEMA = """
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
 ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
 models text not null, decks text not null, dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
 usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
 flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
 mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
 ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null,
 odue integer not null, odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null,
 ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);
"""
_STYLE = ".card { font-family: sans-serif; font-size: 20px; text-align: center; } ul { text-align: left; }"
_BACK = "{{FrontSide}}<hr id=answer>{{Answer}}{{#Explanation}}<br><br><small>{{Explanation}}</small>{{/Explanation}}"


def write(pack: Pack, now: datetime | None) -> Written:
    """The deck. Notes are dated `now`; without it, by the pack's version, which a correction raises."""
    losses = Losses(pack, KEEPS)
    losses.pack_parts(readings=False, media=False, pictures=True)
    changed = int(now.timestamp()) if now else _CREATED + _age(pack.version)
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(_SCHEMA)
        connection.execute("PRAGMA user_version = 0")
        decks = {lesson.title: deck(pack, lesson.title) for lesson in pack.lessons}
        connection.execute("INSERT INTO col VALUES (1,?,?,?,11,0,0,0,?,?,?,?,'{}')", _col(decks, changed))
        count = _notes(connection, pack, losses, decks, changed)
        connection.commit()
        data = connection.serialize()
    finally:
        connection.close()
    return _zipped(data, _pictures(pack)), count, losses, []


def _pictures(pack: Pack) -> dict[str, bytes]:
    """The pictures that cards show, by the names they have there."""
    wanted = {path for _, item in pack.items() for path, _ in pictures_of(item, pack)}
    return {_name(medium.path): medium.data for medium in pack.media if medium.path in wanted and medium.data}


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _shown(item: Item, pack: Pack) -> str:
    """The pictures of a question as HTML."""
    return "".join(
        f'<img src="{escape(_name(path))}" alt="{escape(words)}"><br>' for path, words in pictures_of(item, pack)
    )


def _notes(connection: sqlite3.Connection, pack: Pack, losses: Losses, decks: dict[str, str], changed: int) -> int:
    seen: set[int] = set()
    for place, (lesson, item) in enumerate(pack.items()):
        front, *others = sides(item, losses)
        fields = (_shown(item, pack) + front, *others)
        key = _number(f"note {pack.key}/{item.id}", seen)
        tags = "".join(f" {tag}" for tag in (re.sub(r"\s+", "_", one) for one in item.tags))
        bare = re.sub(r"<[^<>]*>", "", fields[0])
        check = int(hashlib.sha1(bare.encode(), usedforsecurity=False).hexdigest()[:8], 16)
        note = (key, guid(pack, item.id), _MODEL, changed, -1, f"{tags} " if tags else "", "\x1f".join(fields), bare)
        connection.execute("INSERT INTO notes VALUES (?,?,?,?,?,?,?,?,?,0,'')", (*note, check))
        card = (key + 1, key, _deck_id(decks[lesson.title]), changed, place)
        connection.execute("INSERT INTO cards VALUES (?,?,?,0,?,-1,0,0,?,0,0,0,0,0,0,0,0,'')", card)
    return sum(1 for _ in pack.items())


def _number(words: str, seen: set[int]) -> int:
    """A number like Anki's, which are milliseconds, made of the words; the next even one where it is taken."""
    found = 1_000_000_000_000 + int(hashlib.sha256(words.encode()).hexdigest()[:9], 16) * 2
    while found in seen:
        found += 2
    seen.add(found)
    return found


def _deck_id(name: str) -> int:
    return 1_000_000_000_000 + int(hashlib.sha256(f"deck {name}".encode()).hexdigest()[:9], 16)


def _age(version: str) -> int:
    """Seconds that grow with every version."""
    major, minor, patch = (min(int(part), 999) for part in version.split("."))
    return (major * 1_000_000 + minor * 1_000 + patch) % 200_000_000


def _col(decks: dict[str, str], changed: int) -> tuple[Any, ...]:
    default = _deck(1, "Default", changed)
    made = {str(_deck_id(name)): _deck(_deck_id(name), name, changed) for name in decks.values()}
    conf = {"nextPos": 1, "estTimes": True, "activeDecks": [1], "sortType": "noteFld", "timeLim": 0, "sortBackwards":
            False, "addToCur": True, "curDeck": 1, "newBury": True, "newSpread": 0, "dueCounts": True, "curModel": None,
            "collapseTime": 1200}  # fmt: skip
    steps = {"perDay": 20, "delays": [1, 10], "separate": True, "ints": [1, 4, 7], "initialFactor": 2500, "bury": True,
             "order": 1}  # fmt: skip
    review = {"perDay": 100, "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500, "ease4": 1.3, "bury": True, "minSpace": 1}
    lapse = {"leechFails": 8, "minInt": 1, "delays": [10], "leechAction": 0, "mult": 0}
    dconf = {"1": {"name": "Default", "replayq": True, "lapse": lapse, "rev": review, "timer": 0, "maxTaken": 60,
                   "usn": 0, "new": steps, "mod": 0, "id": 1, "autoplay": True}}  # fmt: skip
    models = {str(_MODEL): _model(next(iter(made.values()))["id"] if made else 1)}
    parts = (conf, models, {"1": default, **made}, dconf)
    return (_CREATED, changed * 1000, changed * 1000, *(json.dumps(part) for part in parts))


def _deck(key: int, name: str, changed: int) -> dict[str, Any]:
    today = {name: [0, 0] for name in ("newToday", "revToday", "lrnToday", "timeToday")}
    flags = {"collapsed": False, "browserCollapsed": False, "dyn": 0, "conf": 1, "extendNew": 0, "extendRev": 50}
    return {"id": key, "name": name, "desc": "", "mod": changed, "usn": -1, **flags, **today}


def _model(deck_id: int) -> dict[str, Any]:
    names = ("Question", "Answer", "Explanation")
    font = {"font": "Arial", "media": [], "rtl": False, "size": 20, "sticky": False}
    card = {"name": "Card 1", "ord": 0, "qfmt": "{{Question}}", "afmt": _BACK, "bafmt": "", "bqfmt": "", "did": None}
    return {
        "id": _MODEL,
        "name": "Lectern question",
        "type": 0,
        "mod": _CREATED,
        "usn": -1,
        "sortf": 0,
        "did": deck_id,
        "flds": [{"name": name, "ord": place, **font} for place, name in enumerate(names)],
        "tmpls": [card],
        "css": _STYLE,
        "latexPre": "",
        "latexPost": "",
        "tags": [],
        "vers": [],
        "req": [[0, "any", [0]]],
    }


def _zipped(data: bytes, pictures: dict[str, bytes]) -> bytes:
    named = {str(place): name for place, name in enumerate(pictures)}
    files = {"collection.anki2": data, "media": json.dumps(named).encode()}
    files |= {place: pictures[name] for place, name in named.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
