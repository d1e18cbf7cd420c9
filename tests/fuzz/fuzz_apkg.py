"""Any bytes as an Anki deck: whole files, databases in a good zip, and notes, templates and types in good databases."""

import json
import sys
import zipfile
from pathlib import Path

import atheris  # type: ignore[import-not-found]
import zstandard

sys.path.insert(0, str(Path(__file__).parents[2]))

with atheris.instrument_imports(include=["content", "lessons"]):
    from content.exchange.anki.package import read  # noqa: F401 - instrumented here, called through `hold`
    from tests.content.exchange.holding import hold

from tests.content.exchange.decks import MODERN, TABLES, database, zipped
from tests.fuzz.running import SAMPLES, run

PICTURE = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
DATABASE = b"SQLite format 3\0"


def target(data: bytes) -> None:
    """One deck: of the bytes themselves, or built around them."""
    if data.startswith(b"PK"):
        hold(data, "apkg")
    elif data.startswith(DATABASE):
        hold(zipped({"collection.anki21": data, "media": b'{"0": "a.png"}', "0": PICTURE}), "apkg")
    else:
        provider = atheris.FuzzedDataProvider(data)
        hold(modern(provider) if provider.ConsumeBool() else legacy(provider), "apkg")


def legacy(provider: "atheris.FuzzedDataProvider") -> bytes:
    """A deck of the first schema with the fuzzer's words in it, or its own JSON for models and decks."""
    front, back = provider.ConsumeUnicode(120), provider.ConsumeUnicode(120)
    model = {
        "name": "N",
        "type": provider.ConsumeIntInRange(0, 1),
        "flds": [{"name": "Front", "ord": 0}, {"name": "Back", "ord": 1}, {"name": "More", "ord": 2}],
        "tmpls": [{"name": "C", "ord": 0, "qfmt": "{{Front}}" + front, "afmt": "{{Back}}{{More}}" + back}],
    }
    models, decks = json.dumps({"1": model}), '{"1": {"name": "A::B"}}'
    if provider.ConsumeIntInRange(0, 3) == 0:
        models = provider.ConsumeUnicode(200)
    media = json.dumps({"0": "a.png"}) if provider.ConsumeBool() else provider.ConsumeUnicode(60)
    data = database(TABLES, [("INSERT INTO col VALUES (?,?)", (models, decks)), *notes(provider)])
    return zipped({"collection.anki2": data, "media": media.encode("utf-8", "replace"), "0": PICTURE})


def modern(provider: "atheris.FuzzedDataProvider") -> bytes:
    """A deck of the third generation: packed by zstd, with messages of the fuzzer's making."""
    config, template, media = (provider.ConsumeBytes(60) for _ in range(3))
    rows = [
        ("INSERT INTO notetypes VALUES (1, 'N', ?)", (config,)),
        ("INSERT INTO fields VALUES (1, 0, 'Front'), (1, 1, 'Back')", ()),
        ("INSERT INTO templates VALUES (1, 0, 'C', ?)", (template or b"\x0a\x09{{Front}}\x12\x08{{Back}}",)),
        ("INSERT INTO decks VALUES (1, ?)", (provider.ConsumeUnicode(20),)),
        *notes(provider),
    ]
    packed = zstandard.ZstdCompressor().compress
    files = {"meta": b"\x08\x03", "collection.anki21b": packed(database(MODERN, rows)), "media": packed(media)}
    return zipped(files | {"0": packed(PICTURE)})


def notes(provider: "atheris.FuzzedDataProvider") -> list[tuple[str, tuple[object, ...]]]:
    """A few notes and their cards."""
    found: list[tuple[str, tuple[object, ...]]] = []
    for key in range(1, provider.ConsumeIntInRange(1, 4) + 1):
        fields = "\x1f".join(provider.ConsumeUnicode(150) for _ in range(provider.ConsumeIntInRange(1, 3)))
        guid, tags = provider.ConsumeUnicode(12), provider.ConsumeUnicode(12)
        found.append(("INSERT INTO notes VALUES (?,?,1,?,?)", (key, guid, tags, fields)))
        order, queue = provider.ConsumeIntInRange(-2, 5), provider.ConsumeIntInRange(-3, 2)
        found.append(("INSERT INTO cards VALUES (?,?,?,1,?,0,?)", (key, key, order, queue, key)))
    return found


def seeds() -> list[bytes]:
    """Decks of all generations, a database by itself, and words for the decks that are built here."""
    names = ("anki-legacy.apkg", "anki-modern.apkg", "genanki.apkg", "anki-collection.colpkg")
    found = [(SAMPLES / name).read_bytes() for name in names]
    with zipfile.ZipFile(SAMPLES / "genanki.apkg") as archive:
        found.append(archive.read("collection.anki2"))
    words = b"{{c1::Pharos::a city}} and {{c2::Eddystone}}<img src='a.png'>[sound:a.mp3]<br>10<sup>23</sup>"
    return [*found, b"\x01" + words, b"\x00" + words * 3]


if __name__ == "__main__":
    run(target, seeds())
