"""How are sources named and cited, and does a quotation stand where it is said to stand?"""

import difflib
import re
from dataclasses import dataclass, field

from content.packfile import limits
from content.packfile.answers.dates import BadDate, to_edtf
from content.packfile.answers.faults import date_fault
from content.packfile.diagnostics import Report
from content.packfile.drafts import Draft
from content.packfile.fields import SOURCE_KEYS, did_you_mean, known
from content.packfile.inline import words
from content.packfile.lines import field_of
from content.packfile.located import Located
from content.packfile.outline import Footnote
from lessons.canonical import LIMITS
from lessons.source import READING, Citation, Source

_CITATION = re.compile(
    r"(?:(?P<reading>reading)|\[?\^(?P<key>[^\]\s\"“”„«]+)\]?)"
    r"(?:\s*[\"“”„«»'‘’](?P<exact>.*)[\"“”„«»'‘’])?"
    r"(?:\s*@(?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9}))?",
    re.IGNORECASE | re.DOTALL,
)
_FOLDED = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("–—‒‑−", "-"),
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
    }
)
CLOSE_ENOUGH = 0.6
_COMPARED_WORDS = 3000
"""A search for the closest text looks at no more of a lesson."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation and the places of its key and its quotation."""

    citation: Citation
    key: Located
    quote: Located


@dataclass(slots=True)
class Told:
    """What a lesson's readings say: the folded text, and each word with its line."""

    text: str = ""
    words: list[tuple[str, int]] = field(default_factory=list)


def cited(draft: Draft, report: Report) -> tuple[Cited, ...]:
    """The citations of a question, in order."""
    found = []
    for one in draft.all("source")[: LIMITS.citations + 1]:
        match = _CITATION.fullmatch(one.value.text)
        if match is None:
            message = 'write source: reading "the exact words", or source: ^key with a key from pack.md'
            if one.value.text:
                report.error("E303", one.value, message)
            continue
        exact = words(match["exact"]) if match["exact"] else None
        if match["reading"] and not exact:
            report.error("E303", one.value, 'quote the words of the reading: source: reading "the exact words"')
            continue
        span = (int(match["start"]), int(match["end"])) if match["start"] else (None, None)
        quote = one.value.cut(match.start("exact") - 1 if match["exact"] else 0)
        key = one.value.cut(match.start("key"), match.end("key")) if match["key"] else one.value
        found.append(Cited(Citation(READING if match["reading"] else match["key"], exact, *span), key, quote))
    return tuple(found)


def sources(notes: list[Footnote], report: Report, language: str) -> tuple[Source, ...]:
    """The sources of the footnotes, each key once."""
    found: dict[str, Source] = {}
    if len(notes) > LIMITS.sources:
        report.error("E403", notes[LIMITS.sources].key, f"a pack has at most {LIMITS.sources} sources")
    for note in notes[: LIMITS.sources]:
        key = note.key.text
        if key in found or key == READING:
            report.error(
                "E304",
                note.key,
                f'the source "{key}" is named twice' if key in found else f'no source may be called "{key}"',
            )
            continue
        citation = words(note.text.text)
        if not citation:
            report.error("E305", note.key, "a source needs a line that can be printed behind its key")
            continue
        found[key] = Source(key, citation, **_details(note, report, language))
    return tuple(found.values())


def told(lines: list[Located]) -> Told:
    """The words of a lesson's readings, to find quotations in."""
    spoken: list[tuple[str, int]] = []
    for line in lines:
        for word in re.finditer(r"\S+", line.text):
            spoken.append((word[0], line.at(word.start())[0]))
    return Told(fold(" ".join(words(line.text) for line in lines)), spoken)


def fold(text: str) -> str:
    """The text with one kind of space, quotation mark and dash."""
    return " ".join(text.translate(_FOLDED).split())


def check(one: Cited, told_here: Told, keys: set[str], report: Report) -> None:
    """Report a quotation that does not stand in the lesson, or a source that the pack does not name."""
    citation = one.citation
    if citation.ref != READING:
        if citation.ref not in keys:
            meant = difflib.get_close_matches(citation.ref, keys, n=1)
            hint = f"did you mean ^{meant[0]}?" if meant else f"add [^{citation.ref}]: what it is, to pack.md"
            report.error("E302", one.key, f'the pack names no source "{citation.ref}"', hint)
        return
    if citation.exact and fold(citation.exact) not in told_here.text:
        message = f'the quotation is not in this lesson\'s reading: "{citation.exact}"'
        searched = len(report.found) < limits.DIAGNOSTICS
        report.error("E301", one.quote, message, _closest(citation.exact, told_here) if searched else None)


def _closest(quote: str, told_here: Told) -> str | None:
    """Where a similar run of words stands: as many words, compared as a whole."""
    size = len(quote.split())
    spoken = told_here.words[:_COMPARED_WORDS]
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(quote[:300])
    best, best_at = CLOSE_ENOUGH, -1
    for at in range(max(1, len(spoken) - size + 1)):
        matcher.set_seq1(" ".join(word for word, _ in spoken[at : at + size])[:300])
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
            best, best_at = matcher.ratio(), at
    if best_at < 0:
        return None
    text = " ".join(word for word, _ in spoken[best_at : best_at + size]).rstrip(".,;:")
    return f'closest text (line {spoken[best_at][1]}): "{text}"'


def _details(note: Footnote, report: Report, language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    last = ""
    for line in note.lines:
        bare = line.strip()
        one = field_of(bare)
        key = known(one.key, SOURCE_KEYS) if one else None
        if one is None or (key is None and last and line.text.startswith("    ")):
            if last:
                found[last] += " " + words(bare.text)
            elif bare.text:
                report.error("E305", bare, "below a source stand indented lines such as title: or publisher:")
        elif key is None:
            report.error("E305", bare, f'unknown key "{one.key}": {did_you_mean(one.key, SOURCE_KEYS)}')
        elif key in found:
            report.error("E305", one.name, f"{key}: stands here twice")
        elif one.value.text:
            last = key
            value = _detail(key, one.value, report, language)
            if value:
                found[key] = value
    return found


def _detail(key: str, value: Located, report: Report, language: str) -> str:
    if key in ("date", "read"):
        try:
            return to_edtf(value.text, language)
        except BadDate as fault:
            date_fault(report, value, fault)
            return ""
    if key == "url":
        if re.fullmatch(r"https?://[^\s<>\"]+", value.text):
            return value.text
        report.error("E307", value, "an address begins with https:// and has no spaces")
        return ""
    return words(value.text)
