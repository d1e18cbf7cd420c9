"""Write the sheets of a round: `python -m benchmarks.questions.sheet round-1 OUT` builds its documents.

`OUT/round-1.txt` is for the judge: card, stem, options. `OUT/round-1.tsv` is the second sheet: an item a line with its
key and what the rank saw in it; the judge fills in the columns verdict (y or n), causes (codes of the rubric, the first
failing line first) and note. Instead of the name of a round, any folder of documents may be given.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from content.build import build
from content.candidates.candidate import Candidate
from content.document import Document
from content.facts import extract
from content.outline import outline
from content.questions import best
from content.rank import features
from content.readers import read
from content.source import Source
from lessons.items import Item
from lessons.pack import Reading
from lessons.rich import plain

HERE = Path(__file__).parent
COLUMNS = ("number", "document", "item", "template", "stem", "options", "key", "features", "verdict", "causes", "note")


@dataclass(frozen=True, slots=True)
class Asked:
    """One item as the judge gets it, with what the second sheet tells."""

    document: str
    reading: Reading | None
    item: Item
    template: str
    features: str


def asked(folder: Path) -> Iterator[Asked]:
    """Every item of every document in the folder, each document built alone."""
    for file in sorted(folder.iterdir()):
        yield from asked_of(file)


def asked_of(file: Path) -> Iterator[Asked]:
    """Every item of one document."""
    document = read(file.read_bytes(), file.name)
    made = _candidates(document)
    pack = build([document]).pack
    readings = {reading.id: reading for lesson in pack.lessons for reading in lesson.readings}
    for _, item in pack.items():
        starts = {citation.start for citation in item.sources if citation.start is not None}
        candidate = made.get(starts.pop()) if len(starts) == 1 else None
        template = candidate.template if candidate else item.kind
        seen = features(candidate, Source(document, outline(document), ()).year) if candidate else {}
        told = " ".join(f"{name}={value:g}" for name, value in sorted(seen.items()) if value)
        yield Asked(file.name, readings.get(item.reading or ""), item, template, told)


def _candidates(document: Document) -> dict[int, Candidate]:
    """The best candidate of each fact, by where its key stands."""
    facts = extract(document)
    source = Source(document, outline(document, facts), facts)
    found = (best(source, fact) for fact in facts if not fact.in_junk)
    return {made.span.start: made for made in found if isinstance(made, Candidate)}


def blind(items: list[Asked]) -> Iterator[str]:
    """The judge's sheet, the key left out; a card is printed once, before the first item that it teaches."""
    shown: tuple[str, Reading | None] = ("", None)
    for number, each in enumerate(items, start=1):
        if (each.document, each.reading) != shown:
            shown = (each.document, each.reading)
            yield f"\n== {each.document}: {each.reading.title if each.reading else '-'}"
            yield from (plain(block.text) for block in (each.reading.blocks if each.reading else ()))
        above = f"({each.item.context}) " if each.item.context else ""
        yield f"\n[{number}] {above}{each.item.prompt}"
        yield "     " + " | ".join(each.item.options(0))


def second(items: list[Asked]) -> Iterator[str]:
    """The second sheet: tab-separated, the judge's columns still empty."""
    yield "\t".join(COLUMNS)
    for number, each in enumerate(items, start=1):
        stem = " / ".join(each.item.prompt.splitlines())
        options, key = " | ".join(each.item.options(0)), " / ".join(each.item.key.splitlines())
        yield "\t".join(
            (str(number), each.document, each.item.id, each.template, stem, options, key, each.features, "", "", "")
        )


def main(name: str, out: str) -> None:
    """Writes both sheets of that round."""
    known = HERE / "documents" / name
    folder = known if known.is_dir() else Path(name)
    items = list(asked(folder))
    write(items, Path(out), folder.name)
    sys.stdout.write(f"{len(items)} items\n")


def write(items: list[Asked], out: Path, name: str) -> None:
    """Both sheets, in that folder and under that name."""
    out.mkdir(parents=True, exist_ok=True)
    (out / f"{name}.txt").write_text("\n".join(blind(items)) + "\n", encoding="utf-8")
    (out / f"{name}.tsv").write_text("\n".join(second(items)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
