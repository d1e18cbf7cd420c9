"""How are options to choose from, and pairs to match, written?"""

import re

from content.packfile.answers.lists import arrow
from content.packfile.diagnostics import Report
from content.packfile.drafts import Draft, Entry
from content.packfile.inline import words
from content.packfile.located import Located
from lessons.canonical import LIMITS
from lessons.items import Claim, Option, Pair

_SOURCED = re.compile(r"\[?\^(?P<key>[^\]\s]+)\]?\s+(?P<name>\S.*)", re.DOTALL)
"""A left side that names a source of the pack, then what learners call it."""


def options(draft: Draft, report: Report) -> tuple[Option, ...]:
    """The options of a task list; empty where they make no question."""
    found = tuple(_option(entry) for entry in draft.entries)
    good = _counted(draft, report) and _distinct([entry.whole for entry in draft.entries], report)
    if not any(option.right for option in found):
        report.error("E230", draft.entries[0].whole, "no answer is marked as right: write - [x] before it")
        return ()
    if len(found) > 1 and all(option.right for option in found):
        report.error("E233", draft.entries[0].whole, "every answer is marked as right: write - [ ] before a wrong one")
        return ()
    return found if good else ()


def pairs(draft: Draft, report: Report) -> tuple[Pair, ...]:
    """The pairs of a list with arrows; empty where they make no question."""
    halves = [arrow(entry.whole) for entry in draft.entries]
    good = _counted(draft, report)
    good &= _distinct([left for left, _ in halves], report)
    good &= _distinct([right for _, right in halves if right], report)
    found = tuple(Pair(words(left.text), words(right.text)) for left, right in halves if right)
    return found if good else ()


def is_sourced(entry: Entry) -> bool:
    """Whether the left side of a pair begins with a source's key."""
    return entry.whole.text.lstrip("[").startswith("^")


def claims(draft: Draft, report: Report) -> tuple[Claim, ...]:
    """What each source says: a list with arrows, left sides beginning with `^key`; empty where it is no question."""
    found: list[Claim] = []
    for pair, entry in zip(pairs(draft, report), draft.entries, strict=False):
        match = _SOURCED.fullmatch(arrow(entry.whole)[0].text)
        if match is None:
            message = "begin each line with the key of a source, then what it is called: - ^key The report -> 1942"
            report.error("E234", entry.whole, message)
            return ()
        found.append(Claim(words(match["name"]), pair.right, match["key"]))
    return tuple(found)


def keys_claimed(draft: Draft) -> list[tuple[str, Located]]:
    """The sources' keys that such a list begins its lines with, and where each stands."""
    lefts = [arrow(entry.whole)[0] for entry in draft.entries]
    found = [(match, left) for left in lefts if (match := _SOURCED.fullmatch(left.text))]
    return [(match["key"], left.cut(match.start("key"), match.end("key"))) for match, left in found]


def _option(entry: Entry) -> Option:
    feedback = words(Located.join(entry.feedback).text) if entry.feedback else ""
    return Option(words(entry.whole.text), entry.mark == "right", feedback or None)


def _counted(draft: Draft, report: Report) -> bool:
    count = len(draft.entries)
    if count < 2:
        report.error("E231", draft.entries[0].whole, "one answer is no choice: write two at least")
    elif count > LIMITS.options:
        report.error("E231", draft.entries[LIMITS.options].whole, f"more than {LIMITS.options} answers do not fit")
    return 2 <= count <= LIMITS.options


def _distinct(texts: list[Located], report: Report) -> bool:
    seen: set[str] = set()
    good = True
    for text in texts:
        said = words(text.text).casefold()
        if not said:
            report.error("E232", text, "an answer without words")
        elif said in seen:
            report.error("E232", text, f'"{text.text}" stands here twice')
        good &= bool(said) and said not in seen
        seen.add(said)
    return good
