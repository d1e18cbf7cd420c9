"""How does an old answer count now that its question has another key? Graded again from what was said."""

from dataclasses import replace

from lessons.attempt import Attempt
from lessons.grade import Grade, Verdict
from lessons.items import Item
from lessons.rating import rate
from lessons.response import Response, Tap, Typed

UNKNOWN = "?"
"""What is logged for "I don't know"."""


def regraded(item: Item, attempt: Attempt, language: str = "en") -> tuple[Attempt, Grade]:
    """The attempt as it would have counted, with its grade; the logged one is not touched.

    What was tapped was logged as the options' words: where they still stand they are chosen again, else they are read
    as if typed. What cannot be read any more counts as wrong.
    """
    grade = item.grade(_response(item, attempt.said, language), 0)
    if grade.verdict is Verdict.UNREADABLE or attempt.said == UNKNOWN:
        grade = replace(grade, verdict=Verdict.WRONG, fraction=0)
    rating = rate(grade, attempt.hinted)
    return replace(attempt, verdict=grade.verdict, fraction=grade.fraction, rating=rating), grade


def _response(item: Item, said: str, language: str) -> Response:
    options = item.options(0)
    lines = said.split("\n")
    if options and all(line in options for line in lines):
        return Tap(tuple(options.index(line) for line in lines))
    return Typed(said, language)
