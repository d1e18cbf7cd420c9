"""Where does a sentence begin and end? Split after the facts are known, since their full stops end nothing."""

import re
from collections.abc import Iterable

from content.document import Span
from content.facts.words import Vocabulary, vocabulary

END = re.compile(r"[.!?…]+[\"'”’»)\]]{0,3}(?=\s|$)")
WORD_BEFORE = 24
"""Characters looked at before a full stop: the longest abbreviation and more."""


def sentences(text: str, span: Span, closed: Iterable[Span] = (), language: str = "en") -> tuple[Span, ...]:
    """The sentences of that stretch, in order; `closed` are stretches (facts) that no sentence ends within."""
    words = vocabulary(language)
    kept = sorted(closed)
    found: list[Span] = []
    start, index = _next_word(text, span.start, span.end), 0
    for match in END.finditer(text, span.start, span.end):
        end = match.end()
        while index < len(kept) and kept[index].end <= match.start():
            index += 1
        if index < len(kept) and kept[index].start <= match.start() and end < kept[index].end:
            continue
        inside = index < len(kept) and kept[index].start <= match.start() < kept[index].end
        if match.start() < start or not _ends(text, match, span, words, inside=inside):
            continue
        found.append(Span(start, end))
        start = _next_word(text, end, span.end)
    if start < span.end:
        last = len(text[start : span.end].rstrip()) + start
        if last > start:
            found.append(Span(start, last))
    return tuple(found)


def _next_word(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends(text: str, match: re.Match[str], span: Span, words: Vocabulary, *, inside: bool) -> bool:
    """The mark ends a sentence: not an abbreviation's or initial's stop, and a new sentence may begin after it."""
    after = _next_word(text, match.end(), span.end)
    if after >= span.end:
        return True
    following = text[after : after + WORD_BEFORE].lstrip("\"'“‘«([")
    if not following or following[0].islower():
        return False
    if match.group()[0] != "." or match.group().startswith(".."):
        return True
    before = text[max(span.start, match.start() - WORD_BEFORE) : match.start()]
    last = before.split()[-1].lstrip("\"'“‘«([") if before.split() else ""
    return (not inside and _plain_end(last.lower(), last, following, words)) or (inside and _starter(following, words))


def _plain_end(low: str, last: str, following: str, words: Vocabulary) -> bool:
    initial = len(last) == 1 and last.isalpha() and last.isupper()
    dotted = "." in low and all(len(piece) <= 1 for piece in low.split("."))
    if initial or dotted:
        return _starter(following, words) and not (initial and not dotted and last not in "RSIKNAC")
    if low in words.ends:
        return _starter(following, words) if low != "etc" else True
    if low in words.abbreviations:
        return low in {"no", "may", "art", "in", "fig", "p", "d", "b", "c", "ed"} and low not in {
            "fig",
            "p",
            "d",
            "b",
            "c",
            "ed",
            "no",
        }
    return True


def _starter(following: str, words: Vocabulary) -> bool:
    word = re.match(r"[^\W\d_]+", following)
    return bool(word) and word is not None and word.group().lower() in words.starters
