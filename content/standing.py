"""What does a stretch of text lack to stand alone as a card? A cost for its begin, end, length and words."""

from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise

from content.candidates.names import content_words
from content.dangling import bare, dangling, told_before
from content.dangling import words as words_of
from content.introduced import Introduced
from content.openings import is_named_in_full, leans, leans_on, supposes, unnamed
from content.outline import SIGN, Outline
from content.trailing import is_run_in, lacks_year, names_in, one_more, trails

FEWEST, MOST = 55, 130
"""Words of a card."""
COMFORTABLE = 120

LEANS = 60.0
"""It begins with words that mean something told before: "he", "this", "the same year"."""
TITLED = 5.0
"""It begins with "he", and the card's title names whom the whole text is about."""
TRAILS = 45.0
"""It begins with what goes on with something told before: "Neither had.", "more luck"."""
UNNAMED = 40.0
"""“They” or “he” stands further on before anybody that it could mean."""
SUPPOSES = 26.0
"""It begins with something known that has no name: "the result"."""
YEARLESS = 22.0
"""A day and month stand on it, and of which year was told before."""
FIRST_NAME, BARE_NAME = 16.0, 6.0
"""It says "Casement" in its first sentence, or further on, and who that is was told before."""
DANGLES = 16.0
"""It begins with "the bridge", and which bridge was told before the card."""
DANGLES_LATER = 9.0
"""The same in a later sentence."""
ANOTHER = 8.0
"""It says "a second particle", and nothing of a first."""
FIRST_BARE = 5.0
"""For "the journey" in the first sentence, which nothing there explains."""
INSIDE, BROKEN_OFF = 11.0, 8.0
"""It begins, or ends, in the middle of a paragraph."""
ANNOUNCED = 8.0
"""Of its last paragraph it shows only the first sentence."""
NEW_PARAGRAPH = 2.0
"""It begins with a paragraph that is not the section's first."""
CROSSED = 12.0
"""It tells two neighbouring sections together."""
SHORT = 40.0
"""It has too few words; each that is wanting costs two more. Dearer than a second section (`CROSSED`)."""
CUT = 400.0
"""It parts a list from the words that lead into it."""
MISTITLED = 12.0
"""What its heading names is told in another part of the section."""

_BACK = 12
"""How many sentences before a card can have told what it speaks of."""


@dataclass
class Standing:
    """The costs of the stretches of one document. `about` is "he" or "she" where it is about one person."""

    outline: Outline
    about: str | None
    known: Introduced
    _within: dict[int, list[float]] = field(default_factory=dict)
    _heading: dict[int, list[int]] = field(default_factory=dict)

    @cached_property
    def _counted(self) -> list[int]:
        return list(accumulate((unit.words for unit in self.outline.units), initial=0))

    @cached_property
    def begins(self) -> list[int]:
        """For each unit the first one of its section."""
        found: list[int] = []
        units = self.outline.units
        for at, unit in enumerate(units):
            found.append(found[-1] if at and units[at - 1].section == unit.section else at)
        return found

    def words(self, start: int, end: int) -> int:
        """How many words a card of these units shows, inner headings with them."""
        headings = sum(self._headed(at) for at in range(start + 1, end) if self.begins[at] == at)
        return self._counted[end] - self._counted[start] + headings

    def _headed(self, at: int) -> int:
        return len(self.outline.document.sections[self.outline.units[at].section].heading.split())

    @cached_property
    def is_short(self) -> bool:
        """Has the whole text hardly more words than a card?"""
        return self._counted[-1] <= 2 * MOST

    def opens(self, start: int) -> bool:
        """Does a section begin here?"""
        return self.begins[start] == start

    def cost(self, start: int, end: int) -> float:
        """What a card of these units costs by itself."""
        words = self.words(start, end)
        length = max(0.0, (words - COMFORTABLE) / 3, SHORT + 2.0 * (FEWEST - words) if words < FEWEST else 0.0)
        told = self._told(start, end)[end - start - 1]
        return (
            self._opening(start) + told + self._ending(end) + length + self._crossed(start, end) + self._off(start, end)
        )

    def _crossed(self, start: int, end: int) -> float:
        """What it costs to tell sections together, more where they have no heading in common."""
        sections, cost = self.outline.document.sections, 0.0
        for one, other in pairwise(self.outline.units[start:end]):
            if one.section != other.section:
                near = sections[one.section].path[:-1] == sections[other.section].path[:-1]
                cost += CROSSED if near or sections[one.section].path == sections[other.section].path[:-1] else LEANS
        return cost

    def _off(self, start: int, end: int) -> float:
        """Is what the heading names told in the section, and not on the card?"""
        named = self._named(start)
        if not named or any(start <= at < end for at in named):
            return 0.0
        document = self.outline.document
        names = names_in(document.sections[self.outline.units[start].section].heading) if self.opens(start) else ()
        texts = [document[self.outline.units[at].span] for at in named]
        return 0.0 if self.opens(start) and not any(name in text for text in texts for name in names) else MISTITLED

    def _named(self, start: int) -> list[int]:
        """The units of the section that tell what its heading names."""
        begin, units = self.begins[start], self.outline.units
        if begin not in self._heading:
            document = self.outline.document
            section = units[begin].section
            wanted = content_words(document.sections[section].heading)
            found: list[int] = []
            for at in range(begin, min(len(units), begin + 60)) if wanted else ():
                if units[at].section != section:
                    break
                if not wanted.isdisjoint(words_of(document[units[at].span])):
                    found.append(at)
            self._heading[begin] = found
        return self._heading[begin]

    def _opening(self, start: int) -> float:
        unit, document = self.outline.units[start], self.outline.document
        text = document[unit.span]
        titled = bool(self.about and leans_on(text, self.about))
        if self.opens(start):
            return SUPPOSES if leans(text) and not titled else 0.0  # its heading says of whom
        if unit.kind == "bullet":
            if self.outline.units[start - 1].kind == "bullet":
                return LEANS
            return CUT if self.leads_in(start - 1) else NEW_PARAGRAPH
        cost = NEW_PARAGRAPH if unit.first else INSIDE
        if leans(text):
            return cost + (TITLED if titled else LEANS)
        if unit.first and is_run_in(text):
            return cost
        if trails(text):
            return cost + TRAILS
        return cost + (SUPPOSES if supposes(text, self._titles(start)) else 0.0)

    def leads_in(self, at: int) -> bool:
        """Does this sentence lead into the list behind it: with a colon, or as a line of its own?"""
        unit, units = self.outline.units[at], self.outline.units
        if unit.kind != "sentence":
            return False
        table = at + 1 < len(units) and SIGN in self.outline.document[units[at + 1].span]
        return not table or unit.first or self.outline.document[unit.span].rstrip().endswith(":")

    def _titles(self, at: int) -> str:
        document = self.outline.document
        return " ".join((*document.sections[self.outline.units[at].section].path, document.title))

    def _told(self, start: int, end: int) -> list[float]:
        """What cards from `start` to each end cost for speaking of what was told before, up to a card's most words."""
        costs = self._within.get(start)
        if costs is None or len(costs) < end - start:
            last = end
            while last < len(self.outline.units) and self._counted[last] - self._counted[start] < MOST:
                last += 1
            opens = self.opens(start)
            costs = self._within[start] = [0.0] * (last - start) if opens else self._leaning(start, last)
        return costs

    def _leaning(self, start: int, last: int) -> list[float]:
        document, units = self.outline.document, self.outline.units
        before = tuple([document[unit.span] for unit in units[max(self.begins[start], start - _BACK) : start]])
        titles = self._titles(start)
        earlier = told_before(before, titles)
        seen = frozenset(word.lower().strip(".,:;()’'\"") for word in titles.split())
        costs: list[float] = []
        sentences: list[str] = []
        told: set[str] = set()
        cost, nameless, begin = 0.0, False, units[start].span.start
        for unit in units[start:last]:
            if unit.kind == "sentence":
                sentence = document[unit.span]
                if not sentences:
                    cost += SUPPOSES if not self.about and is_named_in_full(sentence, " ".join(before)) else 0.0
                    cost += FIRST_BARE * min(2, len(bare(sentence)))
                cost += dangling(sentence, earlier, told) * (DANGLES_LATER if sentences else DANGLES)
                names = {*self.known.bare(sentence, seen, begin)}
                cost += sum(BARE_NAME if sentences or name in self.known.main else FIRST_NAME for name in names)
                seen |= {name.lower() for name in names}
                cost += ANOTHER * one_more(sentence, told)
                told |= words_of(sentence)
                sentences.append(sentence)
                if not self.about and len(sentences) <= 3:
                    nameless = unnamed(" ".join(sentences))
                if len(sentences) <= 4 and YEARLESS and lacks_year(f"{titles} {' '.join(sentences)}"):
                    costs.append(cost + (UNNAMED if nameless else 0.0) + YEARLESS)
                    continue
            costs.append(cost + (UNNAMED if nameless else 0.0))
        return costs

    def _ending(self, end: int) -> float:
        units, document = self.outline.units, self.outline.document
        last = units[end - 1]
        after = units[end] if end < len(units) else None
        text = document[last.span].rstrip()
        if after is None or after.section != last.section:
            return LEANS if text.endswith(":") else 0.0  # what it led into is no text
        if after.kind == "bullet":
            return LEANS if last.kind == "bullet" else CUT if self.leads_in(end - 1) else NEW_PARAGRAPH
        if text.endswith((":", "?")):
            return LEANS
        return 0.0 if after.first else BROKEN_OFF + (ANNOUNCED if last.first else 0.0)
