"""How is a question written down?"""

import re
from collections.abc import Iterator

from content.packfile.answers.dates import date_text, plain_date_text
from content.packfile.answers.lists import escape
from content.packfile.answers.quantities import plain_quantity_text, quantity_text
from content.packfile.inline import literal, markdown
from lessons import items
from lessons.items import Item
from lessons.rich import Rich, Run
from lessons.source import READING, Citation

_STARTS = re.compile(r"[-+•–](?=\s|$)|#{1,6}(?=\s|\?|$)|>|!\[|<!--|\[\^|\[(?=[ xX✓✔]?\])|(?:[-_*]\s*){3,}$")
_NUMBERED = re.compile(r"([0-9]{1,3})([.)])(?=\s|$)")
_SLASHES = re.compile(r"^([a-z]+: )/(?=/)")
"""A value that begins so would make its line an address, not a field."""

_KEYED = re.compile(r"([^\W\d_][\w-]*\s*)([:：])")


def item_lines(item: Item, language: str, *, elsewhere: bool = False) -> list[str]:
    """The lines of a question; `elsewhere`: its reading is not the one that it stands below."""
    fields = (*_answer(item, language), *_fields(item))
    return [*_heading(item, elsewhere), "", *(_SLASHES.sub(r"\1\\/", line) for line in fields), ""]


def safe_start(line: str, *, keys: bool = False) -> str:
    """The line with a backslash where it would begin a list, a heading, a field or the like."""
    numbered = _NUMBERED.match(line)
    if numbered:
        return f"{numbered[1]}\\{line[numbered.end(1) :]}"
    if _STARTS.match(line):
        return f"\\{line}"
    keyed = _KEYED.match(line) if keys else None
    return f"{keyed[1]}\\{line[keyed.end(1) :]}" if keyed else line


def _heading(item: Item, elsewhere: bool) -> list[str]:
    first, *rest = _paragraphs(item.stem)
    marks = f"#{item.id}" + (f" was={item.was}" if item.was else "")
    if elsewhere:
        marks += f" reading={item.reading or '-'}"
    lines = [f"## ? {markdown(first)} {{{marks}}}"]
    for paragraph in rest:
        lines += ["", safe_start(markdown(paragraph), keys=True)]
    return lines


def _paragraphs(stem: Rich) -> list[Rich]:
    """The stem cut at its line breaks."""
    found: list[list[Run]] = [[]]
    for run in stem:
        for index, piece in enumerate(run.text.split("\n")):
            if index:
                found.append([])
            if piece:
                found[-1].append(Run(piece, run.style, run.href))
    return [tuple(one) for one in found]


def _answer(item: Item, language: str) -> Iterator[str]:
    match item:
        case items.ClozeItem():
            yield from _answer(item.answer, language)
        case items.NumberItem():
            yield from _number(item, language)
        case items.EstimateItem():
            yield from _quantity("estimate", item.answer, language)
        case items.DateItem():
            yield from _date(item, language)
        case items.TextItem():
            yield from _text(item)
        case items.TruthItem():
            yield f"truth: {'true' if item.answer else 'false'}"
        case items.ChoiceItem():
            for option in item.answer:
                yield f"- [{'x' if option.right else ' '}] {literal(option.text)}"
                if option.feedback:
                    yield f"  > {literal(option.feedback)}"
        case items.OrderItem():
            for index, entry in enumerate(item.answer, 1):
                yield f"{index}. {_entry(entry)}"
        case items.FirstItem():
            yield f"earlier: {_entry(item.answer[0])}"
            yield f"later: {_entry(item.answer[1])}"
        case items.CompareItem():
            for claim in item.answer:
                yield f"- ^{claim.source} {_phrase(claim.left)} -> {_phrase(claim.right)}"
        case items.MatchItem():
            for pair in item.answer:
                yield f"- {safe_start(_phrase(pair.left))} -> {_phrase(pair.right)}"


def _phrase(text: str) -> str:
    return escape(literal(text))


def _entry(entry: items.Entry) -> str:
    return _phrase(entry.text) + (f" -> {entry.date}" if entry.date else "")


def _quantity(key: str, quantity: items.Quantity, language: str) -> Iterator[str]:
    text = quantity_text(quantity, language)
    yield f"{key}: {text or plain_quantity_text(quantity, language)}"
    if text is None and quantity.written:
        yield f"shown: {literal(quantity.written)}"


def _number(item: items.NumberItem, language: str) -> Iterator[str]:
    def text(quantity: items.Quantity) -> str:
        return quantity_text(quantity, language) or plain_quantity_text(quantity, language)

    yield from _quantity("number", item.answer, language)
    if item.unit_only:
        yield "unit: only"
    for quantity in item.accept:
        yield f"accept: {text(quantity)}"
    for key, several in (("partly", item.partly), ("wrong", item.wrong)):
        for one in several:
            yield _said(key, text(one.quantity), one.feedback)
    yield from _decoys(item.decoys)


def _date(item: items.DateItem, language: str) -> Iterator[str]:
    def text(date: items.DateAnswer) -> str:
        return date_text(date, language) or plain_date_text(date)

    yield f"date: {text(item.answer)}"
    if date_text(item.answer, language) is None and item.answer.written:
        yield f"shown: {literal(item.answer.written)}"
    if item.answer.calendar == "julian":
        yield "calendar: julian"
    if item.precision:
        yield f"precision: {item.precision}"
    for date in item.accept:
        yield f"accept: {text(date)}"
    for key, several in (("partly", item.partly), ("wrong", item.wrong)):
        for one in several:
            yield _said(key, text(one.date), one.feedback)
    yield from _decoys(item.decoys)


def _text(item: items.TextItem) -> Iterator[str]:
    yield f"text: {literal(item.answer)}"
    for text in item.accept:
        yield f"accept: {escape(literal(text), semicolons=True)}"
    for key, several in (("partly", item.partly), ("wrong", item.wrong)):
        for one in several:
            yield _said(key, escape(literal(one.text), semicolons=True), one.feedback)
    yield from _decoys(item.decoys)


def _said(key: str, answer: str, feedback: str | None) -> str:
    return f"{key}: {answer} -> {literal(feedback)}" if feedback else f"{key}: {answer}"


def _decoys(decoys: tuple[str, ...]) -> Iterator[str]:
    if decoys:
        yield "decoys: " + "; ".join(escape(literal(text), semicolons=True) for text in decoys)


def _fields(item: Item) -> Iterator[str]:
    if item.context:
        yield f"context: {literal(item.context)}"
    for hint in item.hints:
        yield f"hint: {literal(hint)}"
    if item.why:
        yield f"why: {literal(item.why)}"
    for citation in item.sources:
        yield f"source: {_citation(citation)}"
    if item.level:
        yield f"level: {item.level}"
    if item.tags:
        start = "\\" if item.tags[0].startswith("\\") else ""
        yield f"tags: {start}{', '.join(item.tags)}"


def _citation(citation: Citation) -> str:
    parts = ["reading" if citation.ref == READING else f"^{citation.ref}"]
    if citation.exact:
        parts.append(f'"{literal(citation.exact)}"')
    if citation.start is not None and citation.end is not None:
        parts.append(f"@{citation.start}-{citation.end}")
    return " ".join(parts)
