"""Which names does a document use, and which words are names at all?"""

import re
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from content.candidates.nouns import MONTHS, STARTERS, is_commonly_made, is_placelike, singular, stands_alone
from content.candidates.verbs import is_finite
from content.candidates.words import word_list
from content.document import Document, Span
from content.record import record

_TITLE = r"(?:(?<=M)(?:rs?|t)|(?<=D)r|(?<=S)t|(?<=G)en|(?<=C)ol|(?<=L)t|(?<=P)rof)\."
_GOES_ON = r"(?! (?:The|An?|In|On|At|It|He|She|They|By|His|Her|Its|But|And|For|From|After|When|This|That|As|With)\b)"
_CAP = rf"[A-Z](?:\.(?: ?[A-Z]\.)*(?![a-z]){_GOES_ON}|{_TITLE}|[\w’'&-]*(?:–[A-Z][\w’'&-]*)*)"
"""Initials that no sentence begins after, a title with its full stop, or a word or two that a dash joins.

The capital is told first, for most places of a text have none.
"""
_LINK = r"(?: (?:of|of the|for the|de|la|le|du|von|van|der|den|al|ibn|bin|bint|wa|del|della|di|da|dos|af)(?= [A-Z]))?"
NAME = re.compile(rf"{_CAP}(?:{_LINK} {_CAP})*")
_MIDDLE = re.compile(r"([A-Z](?<=[a-z,] .)[\w’'-]*)(?: [A-Z][\w’'-]*)?")
"""A word with a capital behind a small letter or a comma, of two neighbours the first.

What a text has few of is told first here and below: the pattern then looks at nothing else.
"""
_INSIDE = re.compile(r"[A-Z](?<=[a-z,] .)\w*")
_LOWER = re.compile(r"\b[a-z][a-z’'-]+\b")
_GENDERED = re.compile(r"[hHsS](?<!\w.)(?:(?<=[hH])(?:[eE](?:[rR][sS]?)?|[iI][mMsS])|(?<=[sS])[hH][eE])\b")
_PLACED_BEHIND = re.compile(r" (?:of|for) .*$")
_PLACED = re.compile(
    r"([A-Z](?:(?<=\bin .)|(?<=\bat .)|(?<=\bfrom .)|(?<=\bnear .)|(?<=\btowards .)|(?<=\boutside .)|(?<=\baround .))"
    r"[\w’-]+)(?! [A-Z])"
)
_NUMBERED = re.compile(r" [IVX]+$")
_OF_A_PLACE = re.compile(r"(?P<first>[A-Z](?<!\w.)[a-z]+)(?:,? (?:the )?(?:Earl|Duke|Prince|Count|Lord))? of [A-Z]")
_INITIAL_LAST = re.compile(r"[. ][A-Z]\.$")
_SHIP = re.compile(
    r"[wsvbfylgc](?<!\w.)(?:(?<=s)(?:hip|teamer|chooner|loop)|(?<=w)arship|(?<=v)essel|(?<=b)(?:arque|oat|rig)"
    r"|(?<=f)rigate|(?<=y)acht|(?<=l)(?:ifeboat|iner)|(?<=g)alleon|(?<=c)utter)s?\b"
)
_DEFINED = re.compile(
    rf"(?P<name>{NAME.pattern})(?:,? (?:(?:called|known as) [^,.()]{{3,30}} )?\([^)]*\),?|, [^,.]*,)? (?:was|is)\b"
)
_PLACING = frozenset(("In", "At", "Near", "From", "Before", "Outside", "After", "Around"))
_LARGE = re.compile(r"[A-Z]")
_OWNING = ("’", "'")
_ITS = re.compile(r" (?:[a-z]+ ){1,3}its ")
_KEY = 3
"""Signs of a name by which its places are kept."""

_ORDINARY = word_list("common")
_CAPITALS = re.compile(r"[^\W\d_][\w’']+")
_ENDS_IN_THING = ("mill", "bridge", "house", "works")
_ERAS = frozenset(("BC", "BCE", "AD", "CE"))
_THINGS = word_list("things")


@record
class Name:
    """A run of capitalised words and where it begins."""

    start: int
    text: str

    @property
    def head(self) -> str:
        """The noun a later "the …" would take up: canal for Erie Canal, bank for Bank of England."""
        words = self.text.split()
        stop = next((i for i, word in enumerate(words) if word in ("of", "for") and i), len(words))
        return singular(words[stop - 1])


@dataclass
class Names:
    """The names of one document; tables are made once and when first asked for."""

    document: Document = field(repr=False)
    _first: dict[int, dict[str, list[Name]]] = field(default_factory=dict, repr=False)
    _titled: dict[tuple[str, ...], tuple[Name, ...]] = field(default_factory=dict, repr=False)
    _begin: dict[str, int] = field(default_factory=dict, repr=False)
    _lands: dict[str, int] = field(default_factory=dict, repr=False)
    somebody: dict[str, bool] = field(default_factory=dict, repr=False)
    """What `content.candidates.sole` found of each name."""

    @cached_property
    def titled(self) -> tuple[str, ...]:
        """The names in the title, as they stand."""
        return tuple(match.group() for match in NAME.finditer(self.title))

    @cached_property
    def numbered(self) -> frozenset[str]:
        """The first words of names that two rulers bear ("Charles", where "Charles I" and "Charles II" are told)."""
        return frozenset(
            first for first, names in self.begun.items() if len({n.text for n in names if _NUMBERED.search(n.text)}) > 1
        )

    @cached_property
    def of_the_numbered(self) -> re.Pattern[str] | None:
        """One of these words; None where there is none."""
        return re.compile("|".join(map(re.escape, sorted(self.numbered)))) if self.numbered else None

    @cached_property
    def crowned(self) -> frozenset[str]:
        """The first words of rulers' names that somebody else bears too ("Edward III", and "Edward, Earl of March")."""
        ruling = {first for first, names in self.begun.items() if any(_NUMBERED.search(name.text) for name in names)}
        others = {match["first"] for match in _OF_A_PLACE.finditer(self.document.text)} if ruling else set()
        return self.numbered | (ruling & others)

    @cached_property
    def lower(self) -> Counter[str]:
        """How often each word stands in lower case."""
        return Counter(_LOWER.findall(self.document.text))

    @cached_property
    def middle(self) -> frozenset[str]:
        """Words that stand capitalised inside sentences, and more often so than in lower case."""
        found = Counter(_MIDDLE.findall(self.document.text))
        return frozenset(word for word, count in found.items() if count > self.lower[word.lower()])

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Single words that end a longer name somewhere: Jenner, once Edward Jenner was named."""
        every = (name.text for index in range(len(self.document.sections)) for name in self.in_section(index))
        longer = {text for text in every if " " in text}
        return frozenset(text.rsplit(" ", 1)[1] for text in longer if len(text.split()) == 2)

    @cached_property
    def longer(self) -> dict[str, tuple[Name, ...]]:
        """The names of two to four words by their last one, each where it is first told."""
        found: dict[str, dict[str, Name]] = {}
        for index in range(len(self.document.sections)):
            for name in self.in_section(index):
                if " " not in name.text:
                    continue
                words = _PLACED_BEHIND.sub("", name.text).split()
                told = " ".join(words)
                if 2 <= len(words) <= 4 and told not in (known := found.setdefault(words[-1], {})):
                    known[told] = Name(name.start, told)
        return {last: tuple(names.values()) for last, names in found.items()}

    @cached_property
    def begun(self) -> dict[str, tuple[Name, ...]]:
        """The same names by their first word."""
        found: dict[str, list[Name]] = {}
        for names in self.longer.values():
            for name in names:
                found.setdefault(name.text.partition(" ")[0], []).append(name)
        return {first: tuple(names) for first, names in found.items()}

    @cached_property
    def places(self) -> frozenset[str]:
        """Single names that something is in, at or near: Washington the town, though a Washington is named too."""
        return frozenset(_PLACED.findall(self.document.text))

    @cached_property
    def _by_section(self) -> dict[int, tuple[Name, ...]]:
        return {}

    def in_section(self, section: int) -> tuple[Name, ...]:
        """The names in a section's text, in order; a word that only begins a sentence is not taken for a name."""
        known = self._by_section
        if section not in known:
            blocks = self.document.sections[section].blocks
            known[section] = tuple(
                name
                for block in blocks
                if block.kind in ("paragraph", "bullet", "quote")
                for name in self._of(block.span)
            )
        return known[section]

    def _of(self, span: Span) -> Iterator[Name]:
        text = self.document.text
        for match in NAME.finditer(text, span.start, span.end):
            start, words = match.start(), match.group()
            initial = start == span.start or text[start - 2 : start] in (". ", "? ", "! ", "; ", ".\n", "” ", ": ")
            first, _, rest = words.partition(" ")
            behind = text[match.end() : match.end() + 24].lstrip()
            following = rest or behind
            if " " in rest and first in _PLACING and is_finite(behind.partition(" ")[0]):
                continue  # "In Persepolis Alexander found": two names, who knows where they part
            if (
                first.lower() in STARTERS
                or (rest and first in _ERAS)
                or (initial and not self.is_name(first, following))
            ):
                start += len(first) + 1
                words = rest
            if words.endswith(".") and not _INITIAL_LAST.search(words):
                words = words.rstrip(".")
            if words and words[0].isupper() and words.lower() not in MONTHS:
                yield Name(start, words)

    def is_name(self, word: str, rest: str = "") -> bool:
        """Is a sentence's first word a name? Yes where it is capitalised elsewhere too, or is never in lower case."""
        if word.lower() in STARTERS or word.lower() in _ORDINARY:
            return False
        if word in self.middle:
            return True
        if word.lower() in self.lower:
            return False
        return (bool(rest) and rest[0].isupper()) or is_placelike(word) or stands_alone(word, rest)

    def _is_read_as_verb(self, word: str, low: str) -> bool:
        """Is it a verb in small letters, and a name where the text has it with a capital inside a sentence ("Said")?"""
        return is_finite(low) and word in self._inside

    @cached_property
    def _inside(self) -> frozenset[str]:
        """Words that stand with a capital inside a sentence, be it once."""
        return frozenset(_INSIDE.findall(self.document.text))

    def is_common(self, word: str, rest: str = "") -> bool:
        """Is a sentence's first word surely an ordinary one?"""
        low = word.lower()
        if self._is_read_as_verb(word, low):
            return False
        return (
            low in STARTERS
            or low in _ORDINARY
            or (
                word not in self.middle
                and (low in self.lower or (not rest[:1].isupper() and is_commonly_made(word, rest)))
            )
        )

    def says(self, pronoun: str) -> int:
        """How often the document says "he" or "she", forms counted together."""
        return self._pronouns[pronoun]

    @cached_property
    def _pronouns(self) -> dict[str, int]:
        count = {"he": 0, "she": 0}
        for match in _GENDERED.finditer(self.document.text):
            count["she" if match.group()[0] in "sS" or match.group().lower() in ("her", "hers") else "he"] += 1
        return count

    def ends_any(self, noun: str) -> bool:
        """Does some name of the document end in the noun, so that a reader meets it in full?"""
        return noun in self._last_words

    @cached_property
    def _last_words(self) -> frozenset[str]:
        return frozenset(name.head for index in range(len(self.document.sections)) for name in self.in_section(index))

    def ending_in(self, head: str, offset: int, section: int) -> frozenset[str]:
        """The different names of two words or more that end in this noun and stand in the section before the offset."""
        return frozenset(name.text for name in self._heads(section).get(head, ()) if name.start < offset)

    def _heads(self, section: int) -> dict[str, list[Name]]:
        """The first mention of each longer name of a section, by head noun."""
        if section not in self._first:
            heads: dict[str, list[Name]] = {}
            seen: set[str] = set()
            for name in self.in_section(section):
                if " " in name.text and name.text not in seen:
                    seen.add(name.text)
                    heads.setdefault(name.head, []).append(name)
            self._first[section] = heads
        return self._first[section]

    def in_titles(self, titles: tuple[str, ...]) -> tuple[Name, ...]:
        """Longer names in titles that the text itself uses too (headings capitalise everything)."""
        if titles not in self._titled:
            found = (match.group().removeprefix("The ") for text in titles for match in NAME.finditer(text))
            self._titled[titles] = tuple(
                Name(0, text) for text in found if " " in text and _is_plain(text) and self._used(text)
            )
        return self._titled[titles]

    def _used(self, name: str) -> bool:
        """Does the document print the name more than once?"""
        places = self.places_of(name)
        first = next(places, None)
        return first is not None and any(at >= first + len(name) for at in places)

    def places_of(self, name: str) -> Iterator[int]:
        """Where the text prints the name, in order, without a walk through all of it."""
        text, at = self.document.text, -1
        if len(name) >= _KEY and "A" <= name[0] <= "Z":
            yield from (place for place in self._capitals.get(name[:_KEY], ()) if text.startswith(name, place))
            return
        while (at := text.find(name, at + 1)) >= 0:
            yield at

    @cached_property
    def _capitals(self) -> dict[str, "array[int]"]:
        """Where each capital letter stands, by it and the two signs behind it."""
        text, found = self.document.text, dict[str, "array[int]"]()
        for match in _LARGE.finditer(text):
            at = match.start()
            key = text[at : at + _KEY]
            if key not in found:
                found[key] = array("I")
            found[key].append(at)
        return found

    @cached_property
    def small(self) -> str:
        """The text in small letters."""
        return self.document.text.lower()

    @cached_property
    def spaced(self) -> frozenset[str]:
        """What stands between two spaces: the words without a sign beside them."""
        return frozenset(self.document.text.split(" ")[1:-1])

    def begins_at(self, word: str) -> int:
        """Where a word first begins with this one, in small letters; the length of the text where none does."""
        if word not in self._begin:
            at = self.small.find(word)
            while at > 0 and (self.small[at - 1].isalnum() or self.small[at - 1] == "_"):
                at = self.small.find(word, at + 1)
            self._begin[word] = at if at >= 0 else len(self.small)
        return self._begin[word]

    @cached_property
    def title(self) -> str:
        """The document's title, one printed all in capitals as it would be written in a sentence."""
        title = self.document.title
        if not title.isupper():
            return title
        words = (word if word.lower() not in STARTERS else word.lower() for word in title.split())
        told = " ".join(_CAPITALS.sub(lambda match: match.group().capitalize(), word) for word in words)
        return told[:1].upper() + told[1:]

    @cached_property
    def topic(self) -> str | None:
        """The first name in the title, where the text uses it too."""
        names = self.in_titles((self.title,))
        return names[0].text if names else self._opening

    @cached_property
    def place_titled(self) -> str | None:
        """A name of one word in the title that the text speaks of again and again: the country a chapter is about."""
        words = re.findall(r"[A-Z][\w-]+", self.title)
        return next((word for word in words if word in self.middle and self.document.text.count(word) > 3), None)

    def as_land(self, name: str) -> int:
        """How often the text tells what is in the bearer of the name, or what it does with "its": no person is so."""
        if name not in self._lands:
            text, found = self.document.text, 0
            for at in self.places_of(name):
                end = at + len(name)
                inside = text.endswith((" in ", "\nIn ", " In "), 0, at) and not text.startswith(_OWNING, end)
                found += inside or _ITS.match(text, end) is not None
            self._lands[name] = found
        return self._lands[name]

    @cached_property
    def of_a_thing(self) -> bool:
        """Does the title name one thing or body that the text names too ("The Story of the Harrowby Tramways")?"""
        words = re.findall(r"[A-Z][\w’'-]+", self.title)
        things = any(word.lower() in _THINGS or word.lower().endswith(_ENDS_IN_THING) for word in words)
        return things and any(word in self.middle for word in words)

    @cached_property
    def _opening(self) -> str | None:
        """Who the first paragraph says somebody is ("Lise Meitner (1878 to 1968) was …"), if the title names them."""
        blocks = (block for section in self.document.sections for block in section.blocks)
        first = islice((self.document[block.span] for block in blocks if block.kind == "paragraph"), 3)
        told = self.title.lower()
        names = (match["name"] for text in first if (match := _DEFINED.match(text)))
        return next((name for name in names if any(word.lower() in told for word in name.split())), None)

    @cached_property
    def tells_of_ships(self) -> bool:
        """Does the text tell of ships, which are "she" as well?"""
        return len(_SHIP.findall(self.document.text)) > 1


def _is_plain(name: str) -> bool:
    """Does a run of capitals in a title hold no small word in capitals ("A History Of The Canal")?"""
    return not any(word[0].isupper() and word.lower() in STARTERS for word in name.split())
