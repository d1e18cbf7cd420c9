"""What does a stretch of text lack to stand alone as a card? A cost for its begin, end, length and words."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise

from content.candidates.nouns import STARTERS, singular
from content.candidates.verbs import is_finite
from content.dangling import bare, dangling, told_before
from content.dangling import words as words_of
from content.headings import matter, names_in
from content.introduced import Introduced
from content.newcomers import brings_in
from content.openings import is_named_in_full, leans, leans_on, speaks_of, supposes, unnamed
from content.outline import SIGN, Outline
from content.trailing import compares, goes_on, is_run_in, lacks_year, left_open, one_more, tells_month, trails

FEWEST, MOST = 55, 130
"""Words of a card."""
COMFORTABLE = 120

LEANS = 60.0
"""It begins with words that mean something told before: "he", "this", "the same year"."""
HANGS, ANSWERS = 52.0, 8.0
"""It does so under a heading, and under one that is a question."""
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
FIRST_BARE = 9.0
"""For "the journey" in the first sentence, which nothing there explains."""
INSIDE, BROKEN_OFF = 17.0, 3.0
"""It begins, or ends, in the middle of a paragraph."""
BRINGS_IN, TITLES_NAME = 0.33, 0.5
"""The share of that, or of the next, where its first sentence brings in what it tells of, or names the title's."""
ANNOUNCED = 8.0
"""Of its last paragraph it shows only the first sentence."""
NEW_PARAGRAPH = 4.0
"""It begins with a paragraph that is not the section's first."""
HOLE = 60.0
"""Of what one of its sentences leads into nothing is shown."""
CROSSED = 12.0
"""It tells two neighbouring sections together."""
SHORT = 40.0
"""It has too few words; each that is wanting costs two more. Dearer than a second section (`CROSSED`)."""
CUT = 400.0
"""It parts a list from the words that lead into it."""
MISTITLED, RETITLED = 12.0, 6.0
"""What its heading names is told in another part of the section; from within it the card has another title."""

HEADED = 0.5
"""The share of that for the first sentence under a heading, which begins anew."""
_KNOWN_ONES = re.compile(r"The (?:[a-z]+ )?([a-z]{3,}[^s\W]s)\b(?! (?:of|that|who|which|whose|where)\b)")
"""“The codes pleased nobody”: which codes?"""
_STOPS = frozenset(".!?…;”\"’')]")
_LOOKED_AT, _FEW_LETTERS = 200, 20
"""Letters behind a sentence in which what it leads into is looked for, and how many of them are hardly a heading."""
_EARLY = 4
"""Sentences in which a year has to stand before a day of it."""
_BACK = 12
"""How many sentences before a card can have told what it speaks of."""


@dataclass
class _Told:
    """What was told before a card, where that begins, and what it and its titles have told so far."""

    earlier: frozenset[str]
    begin: int
    seen: set[str]
    words: set[str] = field(default_factory=set)


def _bare_word(word: str) -> str:
    return word.lower().strip(".,:;()’'\"")


@dataclass
class Standing:
    """The costs of the stretches of one document. `about` is "he" or "she" where it is about one person."""

    outline: Outline
    about: str | None
    known: Introduced
    _within: dict[int, list[float]] = field(default_factory=dict)
    _opened: dict[int, float] = field(default_factory=dict)
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
        headings = self._headings[end] - self._headings[start + 1] if end > start else 0
        return self._counted[end] - self._counted[start] + headings

    @cached_property
    def _headings(self) -> list[int]:
        """How many words of headings stand before each unit."""
        sections, units = self.outline.document.sections, self.outline.units
        headed = (
            len(sections[units[at].section].heading.split()) if begin == at else 0
            for at, begin in enumerate(self.begins)
        )
        return list(accumulate(headed, initial=0))

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
            self.opening(start) + told + self._ending(end) + length + self._crossed(start, end) + self._off(start, end)
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
        if not self.opens(start):
            return RETITLED
        names = names_in(document.sections[self.outline.units[start].section].heading)
        texts = [document[self.outline.units[at].span] for at in named]
        return MISTITLED if any(name in text for text in texts for name in names) else 0.0

    def _named(self, start: int) -> list[int]:
        """The units of the section that tell what its heading names."""
        begin, units = self.begins[start], self.outline.units
        if begin not in self._heading:
            document = self.outline.document
            section = units[begin].section
            wanted = matter(document.sections[section].heading) - words_of(document.title)
            found: list[int] = []
            for at in range(begin, min(len(units), begin + 60)) if wanted else ():
                if units[at].section != section:
                    break
                if not wanted.isdisjoint(words_of(document[units[at].span])):
                    found.append(at)
            self._heading[begin] = found
        return self._heading[begin]

    def opening(self, start: int) -> float:
        """What it costs to begin a card with this unit."""
        if start not in self._opened:
            self._opened[start] = self._opening(start)
        return self._opened[start]

    def _opening(self, start: int) -> float:
        unit, document = self.outline.units[start], self.outline.document
        text = document[unit.span]
        titled = bool(self.about and leans_on(text, self.about))
        if self.opens(start):
            untold = start > 0 and not titled and (leans(text) or goes_on(text))
            if untold:
                return ANSWERS if self._asks(start) else HANGS
            open_ = start and (self._speaks_of_known_ones(start) or compares(text) or left_open(text))
            return SUPPOSES if open_ else 0.0
        if unit.kind == "bullet":
            if self.outline.units[start - 1].kind == "bullet":
                return LEANS
            return CUT if self.leads_in(start - 1) else NEW_PARAGRAPH
        cost = (NEW_PARAGRAPH if unit.first else INSIDE) * self._known_from_here(start)
        if leans(text):
            return cost + (TITLED if titled else LEANS)
        if unit.first and is_run_in(text):
            return cost
        if trails(text):
            return cost + TRAILS
        known = supposes(text, self._titles(start)) or self._speaks_of_known_ones(start)
        return cost + (SUPPOSES if known else 0.0)

    def _speaks_of_known_ones(self, start: int) -> bool:
        """Does it begin with "The codes", and no title says which?"""
        known = _KNOWN_ONES.match(self.outline.document[self.outline.units[start].span])
        return known is not None and singular(known[1]) not in words_of(self._titles(start))

    def _known_from_here(self, start: int) -> float:
        """Is it told, or named by the title, what the first sentence tells of? The share of what its place costs."""
        text = self.outline.document[self.outline.units[start].span]
        if self.outline.units[start].kind == "sentence" and brings_in(text):
            return BRINGS_IN
        name = text.removeprefix("The ").partition(" ")[0]
        named = name[:1].isupper() and name.lower() not in STARTERS and _bare_word(name) in self.known.titles
        return TITLES_NAME if named else 1.0

    def _asks(self, at: int) -> bool:
        """Is the heading a question, which the first sentence answers?"""
        return self.outline.document.sections[self.outline.units[at].section].heading.rstrip().endswith("?")

    def _leads_nowhere(self, at: int) -> bool:
        """Does the sentence lead into a list that is no text, and so on no card ("Among their demands were")?"""
        document, units = self.outline.document, self.outline.units
        text = document[units[at].span].rstrip()
        if text[-1:] in _STOPS or (at + 1 < len(units) and units[at + 1].kind == "bullet"):
            return False
        end = units[at + 1].span.start if at + 1 < len(units) else len(document.text)
        left_out = document.text[units[at].span.end : min(end, units[at].span.end + _LOOKED_AT)].strip()
        return len(left_out) > _FEW_LETTERS and (text.endswith(":") or is_finite(text.rpartition(" ")[2]))

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
            costs = self._within[start] = self._leaning(start, last)
        return costs

    def _leaning(self, start: int, last: int) -> list[float]:
        document, units, opens = self.outline.document, self.outline.units, self.opens(start)
        back = start - _BACK if opens else max(self.begins[start], start - _BACK)
        before = tuple([document[unit.span] for unit in units[max(0, back) : start] if unit.kind == "sentence"])
        titles = self._titles(start)
        told = _Told(told_before(before, titles), units[start].span.start, {*map(_bare_word, titles.split())})
        costs: list[float] = []
        sentences: list[str] = []
        cost, lasting = 0.0, 0.0
        spoken, dated = False, tells_month(titles)
        for at, unit in enumerate(units[start:last], start):
            if unit.kind == "sentence":
                sentence = document[unit.span]
                if not sentences:
                    named = not self.about and not opens and is_named_in_full(sentence, " ".join(before))
                    cost += (SUPPOSES if named else 0.0) + (0.0 if opens else FIRST_BARE * min(2, len(bare(sentence))))
                cost += one_more(sentence, told.words) * (ANOTHER if sentences else SUPPOSES)
                if not sentences or not opens:
                    cost += self._untold(sentence, told, HEADED if opens else 1.0, first=not sentences)
                told.words |= words_of(sentence)
                sentences.append(sentence)
                cost += HOLE if self._leads_nowhere(at) else 0.0
                if len(sentences) <= _EARLY:
                    spoken = spoken or (not self.about and speaks_of(sentence))
                    dated = dated or tells_month(sentence)
                    lasting = UNNAMED if spoken and unnamed(" ".join(sentences[:3])) else 0.0
                    lasting += YEARLESS if dated and lacks_year(f"{titles} {' '.join(sentences)}") else 0.0
            costs.append(cost + lasting)
        return costs

    def _untold(self, sentence: str, told: "_Told", share: float, *, first: bool) -> float:
        """What it costs that a sentence speaks of what was told before the card; `share` is that of nouns."""
        cost = dangling(sentence, told.earlier, told.words) * (DANGLES if first else DANGLES_LATER) * share
        cost += LEANS if first and self.known.somebodys(sentence) else 0.0
        names = {*self.known.bare(sentence, told.seen, told.begin)}
        told.seen |= {name.lower() for name in names}
        return cost + sum(FIRST_NAME if first and name not in self.known.main else BARE_NAME for name in names)

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
        if after.first:
            return 0.0
        return BROKEN_OFF + (ANNOUNCED if last.first else 0.0)
