"""When was somebody born, when did they die? The brackets behind a name at the head of a text about them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from content.candidates.names import NAME, Names
from content.candidates.people import hero, is_person, may_be_one
from content.document import Document, Span
from content.facts import extract_text
from content.facts.fact import DateValue, Fact
from content.outline import Outline

_WITHIN = 4
"""Units at the head of a text among which the brackets are looked for."""
_OPENED = re.compile(
    rf"(?P<name>{NAME.pattern})(?:, (?:called|known as) [^().,]{{2,30}}|, [^().,]{{2,40}},)? "
    r"?\((?:born|b\.)?[^();,]{0,40}[;,]? ?$"
)
_CLOSED = re.compile(r"(?:,? (?:in |near |at )?[A-Z][^()\d]{2,80})? ?\)[^.]{0,200}? (?:was|is|were)\b")
_BETWEEN = re.compile(
    r"(?: (?:in|at|near) [A-Z][^();\d–—]{1,40})? ?[–—-] ?(?:in )?(?:[A-Z][^,();\d]{1,30}, )?"
    r"|(?:,? (?:in |near |at )?[A-Z][^()\d;]{2,90})?[;,] ?(?:and )?(?:died|d\.) ?(?:on |in )?(?:[A-Z][^();\d]{1,30}, )?"
)
"""A dash, or what tells the other end in words: "in Alliston, Ontario; died"."""
_FURTHEST = 120
_NEAR = 200
"""Characters before the first date in which the name stands."""
_PARTED = re.compile(r" ?(?:–|—|-|to) ?")
_LABEL = 24
"""Characters in which "Born on" and what parts it from the words before it stand."""
_LABELLED = re.compile(r"(?:^|[.,;|] |[a-z] )(Born|Died)(?::| \||,)? ?(?:on )?$")
_SHORTEST, _LONGEST = 12, 105
_RULED = re.compile(
    r"\b(?:King|Queen|Emperor|Empress|Pope|Sultan|Tsar|Shah|Caliph|President|Prince|Duke|Bishop)\b|[IVX]+$"
)


@dataclass(frozen=True, slots=True)
class Lived:
    """Whose life a date begins or ends; `verb` asks for it ("was", "born")."""

    name: str
    auxiliary: str
    verb: str


def lives(outline: Outline, facts: Iterable[Fact], names: Names) -> Iterator[tuple[Fact, Lived]]:
    """The two ends of each life that the head of the text tells in brackets, as facts of their own."""
    document, head = outline.document, outline.units[:_WITHIN]
    until = head[-1].span.end if head else 0
    dates = [fact for fact in facts if fact.kind == "date" and fact.span.end <= until]
    for fact, following in zip(dates, (*dates[1:], None), strict=False):
        index = outline.at(fact.span.start)
        ends = _stretch(document, fact, following)
        if index is not None and (told := _labelled(document, fact, outline.units[index].span, names)):
            yield fact, told
        if index is None or len(ends) != 2:
            continue
        sentence = outline.units[index].span
        near = max(sentence.start, ends[0].span.start - _NEAR)
        opened = _OPENED.search(document.text[near : ends[0].span.start])
        closed = _CLOSED.match(document.text, ends[1].span.end, sentence.end)
        if opened and closed and _is_about(opened["name"], names) and _is_life(ends, opened["name"]):
            name = _as_titled(opened["name"], names.title)
            yield ends[0], Lived(name, "was", "born")
            yield ends[1], Lived(name, "did", "die")


def _labelled(document: Document, fact: Fact, line: Span, names: Names) -> Lived | None:
    """Whose birth or death a line of its own tells ("Born 25 July 1920, London") under a title that names somebody."""
    label = _LABELLED.search(document.text[max(line.start, fact.span.start - _LABEL) : fact.span.start])
    about = hero(names)
    name = about[0] if about else names.topic
    if label is None or not name or not is_person(name) or len(_edtf(fact) or "") < len("1920-07"):
        return None
    return Lived(name, "was", "born") if label.group(1) == "Born" else Lived(name, "did", "die")


def _as_titled(name: str, title: str) -> str:
    """The shorter name that the title uses, where it leaves out names or ranks alone."""
    words, titled = name.split(), re.split(r"[:|,(]", title)[0].split()
    told = iter(words)
    shorter = len(titled) > 1 and titled[-1] == words[-1] and all(word in told for word in titled)
    return " ".join(titled) if shorter else name


def _stretch(document: Document, fact: Fact, following: Fact | None) -> tuple[Fact, ...]:
    """The two dates of a stretch told as one fact, or of two facts parted by a dash and a place."""
    if "/" in (_edtf(fact) or ""):
        return tuple(_ends(fact, document[fact.span]))
    if following is None or following.span.start - fact.span.end > _FURTHEST:
        return ()
    return (fact, following) if _BETWEEN.fullmatch(document.text, fact.span.end, following.span.start) else ()


def _is_about(name: str, names: Names) -> bool:
    """Is it the person whom the text is about?"""
    about = hero(names)
    topic = about[0] if about else names.topic
    if not topic or not is_person(name) or name.rsplit(maxsplit=1)[-1] != topic.split()[-1]:
        return False
    return may_be_one(name, topic)


def _ends(fact: Fact, words: str) -> Iterator[Fact]:
    match = next((m for m in _PARTED.finditer(words) if re.search(r"\d{3,4}$", words[: m.start()])), None)
    if match is None:
        return
    for start, end in ((0, match.start()), (match.end(), len(words))):
        found = [one for one in extract_text(words[start:end]) if one.kind == "date"]
        if len(found) == 1 and (found[0].span.start, found[0].span.end) == (0, end - start):
            yield replace(fact, span=Span(fact.span.start + start, fact.span.start + end), value=found[0].value)


def _is_life(ends: tuple[Fact, ...], name: str) -> bool:
    """Is the stretch as long as a life, and no reign? Of who ruled, only whole dates are taken for a life."""
    born, died = (_edtf(end) or "" for end in ends)
    if not (born[:4].isdigit() and died[:4].isdigit()):
        return False
    whole = len(born) > 4 and len(died) > 4
    return _SHORTEST <= int(died[:4]) - int(born[:4]) <= _LONGEST and (whole or not _RULED.search(name))


def _edtf(fact: Fact) -> str | None:
    return fact.value.edtf if isinstance(fact.value, DateValue) else None
