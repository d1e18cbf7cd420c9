"""How are sources compared in a pack's text?"""

import pytest

from content.exchange import FORMATS
from content.exchange.sentences import SENTENCES
from content.exchange.writing import write as write_foreign
from content.packfile import parse, write
from lessons.canonical import from_json, to_json
from lessons.items import CompareItem

CARD = """---
format: 1
pack: two
version: 1.0.0
title: Two
language: en
licence: CC0-1.0
---

[^article]: An article, 2020.

[^report]: A report, 1943.

---
lesson: one
title: One
---

# Worth {#worth}

Two sources tell the worth.

## ? What do the two say? {#worth-two}
"""
PAIRS = "- ^article The article -> $11.3 billion\n- ^report The report -> $11 billion\n"


def found(text: str) -> CompareItem:
    parsed = parse({"two.md": (CARD + text).encode()})
    assert parsed.pack is not None, parsed.diagnostics
    (item,) = (item for _, item in parsed.pack.items())
    assert isinstance(item, CompareItem)
    return item


def test_sources_that_are_compared_are_cited() -> None:
    item = found(PAIRS + 'source: ^report "worth eleven billion"\n')
    assert [(claim.source, claim.left, claim.right) for claim in item.answer] == [
        ("article", "The article", "$11.3 billion"),
        ("report", "The report", "$11 billion"),
    ]
    assert {cited.ref for cited in item.sources} == {"article", "report"}


def test_what_is_written_is_read_again() -> None:
    parsed = parse({"two.md": (CARD + PAIRS).encode()})
    assert parsed.pack is not None
    again = parse(write(parsed.pack))
    assert again.pack is not None
    (first,), (second,) = ([item for _, item in one.pack.items()] for one in (parsed, again) if one.pack)
    assert first.answer == second.answer
    assert write(again.pack) == write(parsed.pack)
    assert from_json(to_json(parsed.pack)) == parsed.pack


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (PAIRS.replace("^report The", "^rapport The"), "E302"),
        (PAIRS.replace("^report The report", "The report"), "E234"),
        (PAIRS.replace("^report The report", "^report"), "E234"),
        (PAIRS.replace("$11 billion", "$11.3 billion"), "E232"),
        ("- ^article The article -> 5 m\n", "E231"),
    ],
)
def test_faults_are_told(text: str, code: str) -> None:
    parsed = parse({"two.md": (CARD + text).encode()})
    assert code in [one.code for one in parsed.diagnostics]
    assert parsed.pack is None


@pytest.mark.parametrize("fmt", [name for name, one in FORMATS.items() if one.writes])
def test_other_formats_get_pairs_and_the_loss_is_told(fmt: str) -> None:
    parsed = parse({"two.md": (CARD + PAIRS).encode()})
    assert parsed.pack is not None
    written = write_foreign(parsed.pack, fmt)
    assert written.report.imported == 1
    assert ("lost_compare" in [note.code for note in written.report.changed]) == (fmt != "native")
    assert {note.code for note in written.report.changed} <= set(SENTENCES)
