"""Which lines cannot hold what a rule looks for? Their words tell, long before its pattern would have looked.

A pattern that begins with many alternatives is tried at every place of a line, and most lines hold none of the words
that it is about. `Gated` reads from the pattern itself the words of which every match must hold one, and looks only
where one of them stands. It pays for patterns that take long and are asked of many lines.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

_LETTERS = re.compile(r"[a-z]+")
_ANY, _EDGE = "\0", "\1"
"""In a sketch of what a pattern matches: anything or nothing; and the edge of a word, which takes no place."""

_INLINE = re.compile(r"\(\?[a-z]*i")
_MOST_SKETCHES = 300
_MOST_PIECES = 4
_SHORTEST_PIECE = 3
_COMMON = frozenset(("the", "of", "in", "on", "to", "a", "an", "at", "by", "for", "with", "was", "were"))
"""Words that stand in most lines and so turn none away."""


@lru_cache(maxsize=1024)
def words_of(line: str) -> frozenset[str]:
    """The words of a line in small letters, to see at once which patterns have no chance."""
    return frozenset(_LETTERS.findall(line.lower()))


class Gated:
    """A pattern that finds what `re.compile` of the same would find, and is asked only where that is possible.

    A pattern that needs no certain words is asked always. The words are read when it is first used.
    """

    __slots__ = ("_always", "_pieces", "_read", "_words", "pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = re.compile(pattern, flags)
        self._words: frozenset[str] = frozenset()
        self._pieces: tuple[str, ...] = ()
        self._read = self._always = False

    def search(self, text: str) -> re.Match[str] | None:
        """As of `re.Pattern`."""
        return self.pattern.search(text) if self.is_open(text) else None

    def sub(self, put: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As of `re.Pattern`."""
        return self.pattern.sub(put, text) if self.is_open(text) else text

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As of `re.Pattern`."""
        return self.pattern.finditer(text) if self.is_open(text) else iter(())

    def is_open(self, text: str) -> bool:
        """Can there be a match in the text?"""
        if not self._read:
            needs = needed(self.pattern)
            self._words, self._pieces = needs or (frozenset(), ())
            self._always, self._read = needs is None, True
        if self._always or not self._words.isdisjoint(words_of(text)):
            return True
        return bool(self._pieces) and any(piece in text for piece in self._pieces)


def needed(pattern: re.Pattern[str]) -> tuple[frozenset[str], tuple[str, ...]] | None:
    """Words in small letters and pieces of text of which each match holds at least one; None where there are none."""
    try:
        from re import _parser  # type: ignore[attr-defined]  # there is no public one; without it all gates are open

        sketches = _of_sequence(_parser.parse(pattern.pattern, pattern.flags), bool(pattern.flags & re.IGNORECASE))
    except (ImportError, AttributeError, KeyError):
        return None
    words: set[str] = set()
    pieces: set[str] = set()
    for sketch in sorted(sketches, key=lambda one: (len(one), one)):
        whole = _words_in(f"{_ANY}{sketch}{_ANY}")
        if whole:
            words.update(() if words.intersection(whole) else (max(whole, key=lambda word: (len(word), word)),))
            continue
        told = [part for part in re.split(f"[{_ANY}{_EDGE}]", sketch) if len(part) >= _SHORTEST_PIECE]
        if not told or pattern.flags & re.IGNORECASE or _INLINE.search(pattern.pattern):
            return None  # a piece is looked for as it is written
        pieces.add(max(told, key=lambda part: (part.strip().lower() not in _COMMON, len(part))))
    return None if len(pieces) > _MOST_PIECES else (frozenset(words), tuple(sorted(pieces)))


def _words_in(sketch: str) -> set[str]:
    """The rarer words that stand whole in whatever the sketch stands for."""
    found = re.finditer(r"[a-z]+", sketch.lower())
    whole = {match.group() for match in found if _ANY not in (sketch[match.start() - 1], sketch[match.end()])}
    return whole - _COMMON


def _of_sequence(parts: Any, small: bool) -> set[str]:
    """Sketches of all that a parsed pattern can match."""
    found = {""}
    for operation, argument in parts:
        more = _of_part(str(operation), argument, small)
        if len(found) * len(more) > _MOST_SKETCHES:
            found, more = ({_ANY + one[-1:] for one in found}, more) if _tell(more) else (found, {_ANY})
        if len(found) * len(more) > _MOST_SKETCHES:
            found = {_ANY}
        found = {re.sub(f"{_ANY}{{2,}}", _ANY, one + other) for one in found for other in more}
    return found


def _tell(sketches: set[str]) -> bool:
    """Has each of them a word, so that what stands before may be forgotten?"""
    return all(re.search("[A-Za-z]{2}", sketch) for sketch in sketches)


def _of_part(operation: str, argument: Any, small: bool) -> set[str]:
    """Sketches of one step of a pattern; anything for a step that we do not know."""
    if operation == "LITERAL":
        return {chr(argument).lower() if small else chr(argument)}
    if operation == "AT":
        return {"" if str(argument) == "AT_NON_BOUNDARY" else _EDGE}
    if operation == "IN":
        return _of_class(argument, small)
    if operation in ("SUBPATTERN", "ATOMIC_GROUP"):
        inner, flags = (argument[3], argument[1]) if operation == "SUBPATTERN" else (argument, 0)
        return _of_sequence(inner, small or bool(flags & re.IGNORECASE))
    if operation == "BRANCH":
        return {sketch for way in argument[1] for sketch in _of_sequence(way, small)}
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, part = argument
        return _of_repeat(least, most, _of_sequence(part, small))
    if operation == "ASSERT":
        return {_EDGE if _is_edged(argument[0], _of_sequence(argument[1], small)) else ""}
    return {""} if operation == "ASSERT_NOT" else {_ANY}


def _of_repeat(least: int, most: Any, once: set[str]) -> set[str]:
    if str(most) == "1":
        return once if least else {"", *once}
    return {f"{one}{_ANY}" for one in once} if least else {_ANY}


def _of_class(items: Any, small: bool) -> set[str]:
    """A few letters, each told; an edge on both sides for signs and digits alone, since none of them is in a word."""
    if all(str(kind) == "LITERAL" for kind, _ in items) and len(items) <= 3:
        return {chr(code).lower() if small else chr(code) for _, code in items}
    return {f"{_EDGE}{_ANY}{_EDGE}" if all(_is_no_letter(str(kind), value) for kind, value in items) else _ANY}


def _is_no_letter(kind: str, value: Any) -> bool:
    if kind == "LITERAL":
        return not chr(value).isalpha()
    return kind == "CATEGORY" and str(value) in ("CATEGORY_DIGIT", "CATEGORY_SPACE")


def _is_edged(direction: int, ways: set[str]) -> bool:
    """Does a sign or a space surely stand on this side, looked at from the place of an assertion?"""
    near = [way[:1] if direction > 0 else way[-1:] for way in ways]
    return all(sign and sign != _ANY and not sign.isalpha() for sign in near)
