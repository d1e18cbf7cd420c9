"""What did a printed page leave in a plain text? Its head on every page, and words parted at the ends of lines."""

import itertools
import re
from collections import Counter, defaultdict

from content.readers.pdf.joining import joined, known_words
from content.readers.ruled import ruled

_HEAD = re.compile(
    r"^[ \t]*(?:(?P<words>\S[^\n]{2,70}?)[ \t]{2,}(?:[Pp]age |[Pp]\. ?|- ?)?(?P<number>\d{1,4})(?: ?-)?"
    r"|(?P<before>\d{1,4})[ \t]{2,}(?P<after>\S[^\n]{2,70}?))[ \t]*\r?$",
    re.MULTILINE,
)
_PARTED = re.compile(
    r"(?<![^\W\d_])(?P<one>[^\W\d_]{1,40})-[ \t]*\r?\n[ \t]*(?P<other>[a-z][^\W\d_]*)(?P<rest>[^\s]*)[ \t]?"
    r"(?P<end>\r?\n)?"
)
_HYPHEN_AT_END = re.compile(r"-[ \t]*\r?\n")
_PAGE = re.compile(
    r"^\f?[ \t]*(?:[Pp]age |[Pp]\. ?|- ?)?(?P<number>\d{1,4})(?: ?-| (?:of|/) \d{1,4})?[ \t]*\r?$", re.MULTILINE
)
_TOLD_PAGE = re.compile(r"age|- ?\d+ ?-")
_VALUE = 90
"""Letters of a line that could be a page's head."""
_ENDS = re.compile(r"[.!?:;][\"”’')\]]*\s*$")
_FEWEST = 2
"""So many pages must bear the head, and so many words be parted, before the text is taken for a printed one."""


def flowing(text: str) -> str:
    """The text without the heads of its pages, with parted words whole and tables set with spaces told by strokes.

    Any other text stays as it is.
    """
    return _whole(ruled(_headless(_numberless(text))))


def _numberless(text: str) -> str:
    """The text without lines that only number its pages, and without the same line that stands by each of these."""
    found = list(_PAGE.finditer(text))
    numbers = [int(match["number"]) for match in found]
    if len(found) < _FEWEST or not all(0 < b - a < 4 for a, b in itertools.pairwise(numbers)):
        return text
    lines = text.split("\n")
    places = [text.count("\n", 0, match.start()) for match in found]
    above = [_neighbour(lines, place, -1) for place in places]
    below = [_neighbour(lines, place, 1) for place in places]
    heads = {words for words, count in Counter([*above, *below]).items() if words and count > len(places) // 2}
    if not heads and not all(map(_TOLD_PAGE.search, (match.group() for match in found))):
        return text  # figures alone on their lines number nothing
    left = set(places)
    for place in places:
        left |= {at for at in range(max(0, place - 2), place + 3) if at < len(lines) and lines[at].strip() in heads}
    first = next((at for at, line in enumerate(lines) if line.strip() and at not in places), 0)
    return "\n".join(_without(lines, left - {first}))  # a head on top of all may be the text's title


def _without(lines: list[str], left: set[int]) -> list[str]:
    """The other lines; a sentence that went on over the page stands in one piece again."""
    kept: list[str] = []
    broken = False
    for at, line in enumerate(lines):
        if at in left:
            broken = True
        elif broken and line.strip():
            if line.lstrip()[:1].islower() and (above := next((one for one in reversed(kept) if one.strip()), "")):
                while not _ENDS.search(above) and not kept[-1].strip():
                    kept.pop()
            broken = False
            kept.append(line)
        else:
            kept.append(line)
    return kept


def _neighbour(lines: list[str], place: int, step: int) -> str:
    """The nearest line above or below that has words, one line apart at most."""
    near = (lines[at].strip() for at in (place + step, place + 2 * step) if 0 <= at < len(lines))
    return next((words for words in near if words and len(words) <= _VALUE and not words.isdigit()), "")


def _headless(text: str) -> str:
    found: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _HEAD.finditer(text) if "  " in text or "\t" in text else ():
        found[(match["words"] or match["after"]).strip()].append(match)
    pages = [match for heads in found.values() if _is_running(heads) for match in heads]
    pieces, at = [], 0
    for match in sorted(pages, key=lambda one: one.start()):
        before = text[at : match.start()]
        rest = text[match.end() :].lstrip()
        if not text[: match.start()].strip():
            kept = "" if rest.partition("\n")[0].strip().isupper() else (match["words"] or match["after"]).strip()
            pieces.append(before + kept)
        elif before.strip() and rest[:1].islower() and not _ENDS.search(before):
            pieces.append(before.rstrip() + "\n")
            at = len(text) - len(rest)
            continue
        else:
            pieces.append(before)
        at = match.end()
    return "".join(pieces) + text[at:]


def _is_running(heads: list[re.Match[str]]) -> bool:
    """Do the same words stand on several pages, each with a number of its own, one after the other?"""
    numbers = [int(match["number"] or match["before"]) for match in heads]
    return len(numbers) >= _FEWEST and all(0 < b - a < 4 for a, b in itertools.pairwise(numbers))


def _whole(text: str) -> str:
    if len(_HYPHEN_AT_END.findall(text)) < _FEWEST or len(_PARTED.findall(text)) < _FEWEST:
        return text
    known = known_words(text.splitlines())
    return _PARTED.sub(
        lambda m: joined(m["one"] + "-", m["other"], known) + m["rest"] + (m["end"] or "\n"),
        text,
    )
