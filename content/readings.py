"""How is a text cut for a small screen? Into contiguous windows, word for word, where the text itself pauses."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from content.candidates.names import NAME
from content.candidates.nouns import STARTERS, content_words, singular
from content.document import Document, Span
from content.headings import matter
from content.openings import leans, says, supposes, unnamed
from content.outline import SIGN, Outline, Unit
from lessons.pack import Block, Reading
from lessons.rich import rich

Hero = tuple[str, str]
"""Whom a text is about, and "he" or "she"."""

LEAST, MOST = 60, 120
"""Words of a comfortable reading."""

_LONGEST = 130
_SHOWN_ELSEWHERE = re.compile(
    r"\s?\((?:see )?(?:(?:Fig(?:ure|s)?\.?|Table|Map|Plate|Chart|Box) \d[\w.–-]*(?:(?:,| and| or) \d[\w.–-]*)*"
    r"|\[link\])\)",
    re.IGNORECASE,
)
"""“(Figure 22.6)”: what a chat does not show."""
_CITATION = re.compile(r"\s?\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]|\s?\[(?:citation needed|edit)\]|\^\([a-z]\)")
_NOTE_MARK = re.compile(
    r"(?<=[^\W\d_]{3})(?:[¹²³⁴⁵⁶⁷⁸⁹]+|[*†‡]+)(?=[\s.,;:|)]|$)|(?<=[\d%])[*†‡]+(?=\s*(?:\||$))|(?<=[a-z)][.])[*†‡]+$"
)
"""Marks of notes, which stand on no card: behind a word, a cell's figure, an entry's last full stop."""
_EMPHASIS = re.compile(r"(?<![\w*])\*(\w[^*\n]{0,80}?)\*(?![\w*])")
"""“a *coup d'état*” in a plain text."""
_NUMBERING = re.compile(r"^(?:\d{1,2}(?:[.)]| \|)|[-–•*])\s+")
_HIS = re.compile(r"\b(?:his|her|its|their|he|she|it|they|this|these|that)\b", re.IGNORECASE)
"""“After his death”: whose?"""
_THE = re.compile(r"\b[Tt]he ([^\W\d_]+)")
"""“The Trust was founded …”, “Roosevelt dedicated the dam …”: the text's title says which."""
_LABEL = re.compile(r"(?:chapter|unit|lesson|part|section|module|topic) [\dIVXLC]+\.?", re.IGNORECASE)
_SHE = re.compile(r"\b[Ss]he\b")
_TITLE_LENGTH = 70
_LOOKED_AT, _OPENING = 40, 30
"""Paragraphs of a section in which its heading's names are looked for, and letters by which its first one is known."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of units shown as one card; `section` is the one it begins in."""

    units: tuple[Unit, ...]

    @property
    def span(self) -> Span:
        """From the first unit's begin to the last one's end."""
        return Span(self.units[0].span.start, self.units[-1].span.end)

    @property
    def section(self) -> int:
        """Index of the section that it begins in."""
        return self.units[0].section

    @property
    def words(self) -> int:
        """How many words it shows."""
        return sum(unit.words for unit in self.units)


def clean(text: str) -> str:
    """A stretch of the document as a reading prints it: on one line, without citation marks; nothing else changes."""
    if "[" in text or "^" in text:
        text = _CITATION.sub("", text)
    if "(" in text:
        text = _SHOWN_ELSEWHERE.sub("", text)
    if "*" in text:
        text = _EMPHASIS.sub(r"\1", text)
    return " ".join((text if text.isascii() and "*" not in text else _NOTE_MARK.sub("", text)).split())


def printed(document: Document, unit: Unit) -> str:
    """A unit as its reading prints it; a list entry without its number, dash or semicolon."""
    text = clean(document[unit.span])
    return _NUMBERING.sub("", text).rstrip(";") if unit.kind == "bullet" else text


def windows(outline: Outline) -> tuple[Window, ...]:
    """The document cut at least cost, in time linear in its length."""
    units = outline.units
    best: list[float] = [0.0] + [float("inf")] * len(units)
    came: list[int] = [0] * (len(units) + 1)
    costs = [_cut_cost(outline, index) for index in range(len(units))]
    for end in range(1, len(units) + 1):
        words, inside = 0, 0.0
        for start in range(end - 1, -1, -1):
            words += units[start].words
            if words > _LONGEST and start < end - 1:
                break
            if start + 1 < end:
                inside += _crossing_cost(outline.document, units[start], units[start + 1])
            if inside >= 1000:
                break
            total = best[start] + _size_cost(words) + inside + (costs[start] if start else 0)
            if total < best[end]:
                best[end], came[end] = total, start
    cuts: list[Window] = []
    at = len(units)
    while at > 0:
        cuts.append(Window(units[came[at] : at]))
        at = came[at]
    return tuple(reversed(cuts))


def _size_cost(words: int) -> float:
    """Nothing between 60 and 120 words; the further outside, the dearer."""
    if words < LEAST:
        return ((LEAST - words) / 1.6) ** 2
    return ((words - MOST) / 3) ** 2 if words > MOST else 0.0


def _cut_cost(outline: Outline, index: int) -> float:
    """What it costs to begin a card with this unit."""
    unit, units = outline.units[index], outline.units
    previous = units[index - 1] if index else None
    if previous is None or previous.section != unit.section:
        return 0.0
    if unit.kind == "bullet":
        table = SIGN in outline.document[unit.span] and SIGN in outline.document[previous.span]
        return 400.0 if previous.kind == "sentence" or table else 45.0
    cost = 3.0 if unit.first else 14.0
    lead_in = outline.document[unit.span].endswith(":")
    if leans(outline.document[unit.span]):
        cost += 60.0
    return cost - 2.0 if lead_in else cost


def _crossing_cost(document: Document, unit: Unit, following: Unit) -> float:
    """What it costs to hold these two neighbours on one card: much where a new section begins."""
    if unit.section == following.section:
        return 0.0
    one, other = document.sections[unit.section].path, document.sections[following.section].path
    related = one == other[: len(one)] or one[:-1] == other[:-1]
    return 12.0 if related else 1000.0


def cards(
    document: Document, every: Sequence[Window], chosen: Sequence[int], key: str, about: Hero | None = None
) -> tuple[Reading, ...]:
    """The chosen windows as readings with ids and titles; of several from one section each says which it is of them.

    `about` is whom the whole text is about, if it is about one person.
    """
    parts = _parts(every[number] for number in chosen)
    made = []
    for number in chosen:
        window = every[number]
        title = _titled(document, window, parts, about)
        made.append(Reading(f"{key}-{number + 1}", title, blocks_of(document, window), key))
    return tuple(made)


def _parts(every: Iterable[Window]) -> dict[Span, tuple[int, int]]:
    """Which one of its section each window is, and of how many."""
    by_section: dict[int, list[Window]] = {}
    for window in every:
        by_section.setdefault(window.section, []).append(window)
    return {
        window.span: (number + 1, len(group)) for group in by_section.values() for number, window in enumerate(group)
    }


def _titled(document: Document, window: Window, parts: dict[Span, tuple[int, int]], about: Hero | None) -> str:
    number, count = parts[window.span]
    title = title_of(document, window, about)
    return f"{title} ({number} of {count})" if count > 1 and not _is_off(document, window) else title


def title_of(document: Document, window: Window, about: Hero | None = None) -> str:
    """The section's heading, with the title before it where the card leans on what was told before.

    Without a heading the title, and without either the first name in the window.
    """
    heading = _heading(document, window)
    title = _NUMBERING.sub("", clean(document.title))
    opening = document[window.units[0].span]
    needs = leans(opening) or supposes(opening, heading) or _HIS.search(heading) is not None
    needs = needs or unnamed(document[window.span]) or _unsaid(document, window, about)
    needs = needs or _says_she(document[window.span], title)
    needs = needs or not content_words(title).isdisjoint(map(singular, _THE.findall(opening)))
    if heading and title and needs and title.lower() not in heading.lower():
        heading = next((full for full in _under(title, heading) if len(full) < _TITLE_LENGTH), heading)
    if not heading:
        heading = title or _first_name(clean(document[window.span])) or document.name
    return shortened(heading)


def _heading(document: Document, window: Window) -> str:
    """The heading that the card begins under, and the next one with it where the card goes on under that."""
    told: dict[int, int] = {}
    for unit in window.units:
        told[unit.section] = told.get(unit.section, 0) + unit.words
    first, *later = (_NUMBERING.sub("", clean(document.sections[section].heading)) for section in told)
    if not later and _is_off(document, window):
        above = "" if document.title else " ".join(document.sections[window.section].path[-2:-1])
        return _NUMBERING.sub("", clean(above))
    if not later or not first or not later[0] or first == later[0]:
        return first
    both = f"{first} · {later[0]}"
    if len(both) <= _TITLE_LENGTH:
        return both
    return first if told[window.section] * 2 >= window.words else later[0]


def _is_off(document: Document, window: Window) -> bool:
    """Does this card from within its section say nothing of what the heading names?

    Of a heading of one word ("History") only where the section tells of it elsewhere.
    """
    section = document.sections[window.section]
    named = matter(section.heading)
    text = " ".join(document[unit.span] for unit in window.units if unit.kind == "sentence") or document[window.span]
    if not named or not named.isdisjoint(content_words(text)):
        return False
    told = [document[block.span] for block in section.blocks[:_LOOKED_AT] if block.kind in ("paragraph", "quote")]
    if not told or told[0].startswith(text[:_OPENING]):
        return False
    return len(named) > 1 or any(not named.isdisjoint(content_words(one)) for one in told)


def _unsaid(document: Document, window: Window, about: Hero | None) -> bool:
    """Does the card say "she" before it names whom the whole text is about?"""
    if about is None:
        return False
    text = document[window.span]
    spoken = says(text, about[1])
    if spoken is None:
        return False
    surname = re.escape(about[0].split()[-1])
    return re.search(rf"\b{surname}\b(?=,|[’']s? | [a-z]+(?:ed|t|s|w|ke|me)\b)", text[: spoken.start()]) is None


def _says_she(text: str, title: str) -> bool:
    """Is it told of a ship or of somebody whom the title names and the card does not?"""
    named = [word for word in re.findall(r"[A-Z][^\W\d_]+", title) if word.lower() not in STARTERS]
    return _SHE.search(text) is not None and not any(word in text for word in named)


def _under(title: str, heading: str) -> tuple[str, str]:
    """The heading after the title, and after what stands before the title's colon, or behind "Chapter 12:"."""
    whole = f"{title} {heading}" if title.endswith(("?", "!")) else f"{title}: {heading}"
    first, _, rest = title.partition(":")
    return whole, f"{rest.strip() if rest and _LABEL.fullmatch(first) else first}: {heading}"


def _first_name(text: str) -> str | None:
    for match in NAME.finditer(text):
        words = match.group().split()
        if words[0].lower() in STARTERS:
            words = words[1:]
        if len(words) > 1:
            return " ".join(words).rstrip(".")
    return None


def shortened(text: str) -> str:
    """A title of at most 70 characters, cut at a word."""
    if len(text) <= _TITLE_LENGTH:
        return text
    return text[: _TITLE_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def blocks_of(document: Document, window: Window) -> tuple[Block, ...]:
    """The window's paragraphs, list entries and inner headings, word for word."""
    blocks: list[Block] = []
    section = window.section
    paragraph: list[str] = []
    last = None
    for unit in window.units:
        if last is not None and (unit.block != last.block or unit.kind == "bullet") and paragraph:
            blocks.append(Block("paragraph", rich(" ".join(paragraph))))
            paragraph = []
        if unit.section != section:
            section = unit.section
            blocks.append(Block("heading", rich(_NUMBERING.sub("", clean(document.sections[section].heading)))))
        if unit.kind == "bullet":
            blocks.append(Block("bullet", rich(printed(document, unit))))
        else:
            paragraph.append(printed(document, unit))
        last = unit
    if paragraph:
        blocks.append(Block("paragraph", rich(" ".join(paragraph))))
    return tuple(blocks)
