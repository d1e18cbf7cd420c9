"""Is this run of lines no prose at all? Indexes of reports, outlines, navigation."""

import re
from collections.abc import Sequence

FEWEST = 4
LONGEST_INDEX = 15
"""Years that an index of titles does not span."""
YEAR = re.compile(r"\d{4}")
DATED = re.compile(
    r"^\W{0,3}(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s{1,3}\d{1,2},?\s{1,3}\d{4}"
    r"|\d{1,2}\s{1,3}(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?\s{1,3}\d{4}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
DATED_END = re.compile(
    r"\b(?:\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2},) (?P<year>20\d\d|199\d)\)?$"
)
_LATELY = 3
"""Years that a list of what is new spans."""
CONTENTS = re.compile(r"\b(?:outline|contents|in this (?:article|report|issue)|on this page|agenda)\b", re.IGNORECASE)
RELATED = re.compile(
    r"\b(?:related|see also|read more|more from|issue tracker|archive|further reading|recent posts)\b", re.IGNORECASE
)
FIGURE = re.compile(r"\d[\d.,]{2,}|\d+ ?%|[$£€]\d|\b(?:million|billion|thousand)\b")
CAPTION = re.compile(r"(?:Table|Tab\.|Figure|Fig\.|Box|Chart|Map)(?: \d|:)")
"""The line above or below a table or a picture; no heading of what follows."""
COUNTED = re.compile(r"[^\W\d_]: (?:about |some |over |nearly )?\d+ [^\W\d_]")
"""“Starvation: 9 colonies”: an entry of a list that counts something."""
LABELLED = re.compile(r"[A-Z][^:.;!?]{2,40}: \S")
"""“Sixteenth Amendment: income tax, …”: a line that says first what it is of."""
_STOPPED = re.compile(r"[a-z)\d][.][\"”’')\]*]*\s*$")
_GOES_ON = re.compile(DATED.pattern + r"\s?[:–—-] ?[a-z]")
"""“3 March 1924: the caliphate is abolished”: what happened, where an index has titles with capitals."""
_ENDED = re.compile(r"[.!;:,][\"”’')\]]*\s*$")


def _is_timeline(lines: Sequence[str]) -> bool:
    """Do the dates run from the past on, over many years or in whole sentences, unlike an index of what is new?"""
    told = 2 * sum(bool(_STOPPED.search(line) or _GOES_ON.match(line)) for line in lines) > len(lines)
    years = [int(year.group()) for line in lines if (date := DATED.match(line)) and (year := YEAR.search(date.group()))]
    return len(years) >= FEWEST - 1 and years == sorted(years) and (told or years[-1] - years[0] >= LONGEST_INDEX)


def _is_of_news(lines: Sequence[str]) -> bool:
    """Do nearly all lines end with their day, the newest first and all within a few years?"""
    ends = [match for line in lines if (match := DATED_END.search(line))]
    years = [int(match["year"]) for match in ends]
    return len(ends) * 4 >= len(lines) * 3 and years == sorted(years, reverse=True) and years[0] - years[-1] <= _LATELY


def why_junk(lines: Sequence[str]) -> str | None:
    """The code of why these lines are left out; None where they are worth reading.

    At least four lines, of which half begin with a date, or none ends a sentence and few hold a figure.
    """
    if len(lines) < FEWEST:
        return None
    dated = sum(bool(DATED.match(line)) for line in lines)
    if dated * 2 >= len(lines) and _is_timeline(lines):
        return None
    if dated * 2 >= len(lines) or _is_of_news(lines):
        return "dated_index"
    if any(_ENDED.search(line) for line in lines[1:]):
        return None
    if dated >= FEWEST:
        return "dated_index"
    figures = sum(bool(FIGURE.search(line) or COUNTED.search(line)) for line in lines)
    if figures * 3 >= len(lines) or max(map(len, lines)) > 110:
        return None
    if CONTENTS.search(lines[0]):
        return "outline"
    return "navigation" if RELATED.search(lines[0]) else "outline"
