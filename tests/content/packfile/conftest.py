"""The pack of the format's own page, and a card to put before short texts."""

from collections.abc import Callable

import pytest

from content.packfile import Parsed, parse
from lessons.items import Item

CARD = "---\nformat: 1\npack: tiny\nversion: 1.0.0\ntitle: Tiny\nlanguage: en\nlicence: CC0-1.0\n---\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20

PACK = """\
---
format: 1
pack: lighthouses
version: 1.2.0
title: Lighthouses: four lights and their numbers
language: en
licence: CC-BY-4.0
authors: Ada Example <ada@school.example>
subject: history of technology
age: 11-14
tags: history, sea
---

Two short lessons on four famous lights, with dates and measures worth keeping.

[^towers]: A. Example, *Notes on sea towers*, 2024, chapter 2. Read 2026-03-01. CC-BY-4.0.
  title: Notes on sea towers
  author: A. Example
  date: 2024
  url: https://school.example/towers
  note: The measures are the author's own.
"""

OLD_LIGHTS = """\
---
lesson: old-lights
title: The oldest lights
minutes: 4
---

# The oldest lights

The Pharos of Alexandria was finished about 280 BC. It stood at least
100 m high, and sailors are said to have seen its fire from far out at sea.

![Drawing of a three-storey tower with a fire on top](media/pharos.png)

The Tower of Hercules in Galicia is 55 m tall. It is the oldest
lighthouse that still works.

## ? About when was the Pharos of Alexandria finished? {#pharos-date}

date: 280 BC ± 20 years
hint: Ptolemy II ruled Egypt.
why: It was dedicated in his reign, about 280 BC.
source: reading "finished about 280 BC"
level: 2

## ? How tall is the Tower of Hercules? {#hercules-height}

number: 55 m ± 2
accept: 180 ft ± 7
wrong: 100 m ± 5 -> That is the Pharos.
decoys: 34 m; 78 m; 133 m
source: ^towers "a shaft of 55 m"

## ? Which of these lights still works? {#still-works}

- [ ] The Pharos of Alexandria
  > Earthquakes brought it down in the Middle Ages.
- [x] The Tower of Hercules
- [ ] Winstanley's tower on the Eddystone
  > A storm took it in 1703.
"""

EDDYSTONE = """\
---
lesson: eddystone
title: The Eddystone and the new lens
after: old-lights
---

# The Eddystone and the new lens

John Smeaton's tower on the Eddystone rocks was lit on 16 October 1759.
Augustin Fresnel's stepped lens went into service at Cordouan in July 1823.

## ? On which date was Smeaton's tower lit? {#smeaton-lit}

date: 1759-10-16
precision: year
why: The full date is 16 October 1759; the year is enough here.

## ? Who designed the stepped lens? {#lens-maker}

text: Augustin Fresnel
accept: Fresnel; Augustin-Jean Fresnel

## ? Cordouan was the first light to get the new lens. {#cordouan-first was=first-lens}

truth: true

## ? Put these in order, oldest first. {#order-lights}

1. Pharos of Alexandria
2. Tower of Hercules
3. Smeaton's tower
4. The stepped lens at Cordouan

## ? Match the tower and its year. {#match-years}

- Winstanley's tower -> 1698
- Smeaton's tower -> 1759
- First stepped lens -> 1823

## ? Guess the cost of a new tower. {#tower-cost}

estimate: about 11.3 million USD
context: In money of today.

## ? The lens went into service in ____. {#lens-gap}

date: July 1823

## ? Which came first? {#tower-or-lens}

earlier: Smeaton's tower -> 1759
later: Fresnel's lens -> July 1823
"""


@pytest.fixture
def lighthouses() -> dict[str, bytes]:
    """The files of the pack that the manual shows."""
    return {
        "pack.md": PACK.encode(),
        "lessons/10-old-lights.md": OLD_LIGHTS.encode(),
        "lessons/20-eddystone.md": EDDYSTONE.encode(),
        "media/pharos.png": PNG,
    }


@pytest.fixture
def one() -> Callable[[str], Parsed]:
    """Reads a text as a pack in one file, behind a good card."""
    return lambda text: parse({"tiny.md": (CARD + text).encode()})


@pytest.fixture
def ask(one: Callable[[str], Parsed]) -> Callable[..., Item]:
    """Reads the lines below a question's heading as the item they make; errors fail the test."""

    def asked(lines: str, stem: str = "How many?") -> Item:
        parsed = one(f"# A reading\n\nSome words.\n\n## ? {stem} {{#it}}\n\n{lines}\n")
        assert parsed.pack is not None, [diagnostic.text() for diagnostic in parsed.diagnostics]
        return parsed.pack.lessons[0].items[0]

    return asked


@pytest.fixture
def fault(one: Callable[[str], Parsed]) -> Callable[..., str]:
    """Reads the lines below a question's heading and tells the first diagnostic as text."""

    def told(lines: str, stem: str = "How many?") -> str:
        parsed = one(f"# A reading\n\nSome words.\n\n## ? {stem} {{#it}}\n\n{lines}\n")
        assert parsed.diagnostics
        return parsed.diagnostics[0].text()

    return told
