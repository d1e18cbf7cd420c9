"""How is a table of questions read? By its header, or by the place of its columns; row by row."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from content.exchange import clean, markup
from content.exchange.kinds import FALSE, TRUE
from content.exchange.question import FULL, Answer, BadFile, Entry, Found, Question, Ready, Refuse
from content.exchange.report import Note
from content.exchange.table import columns, native
from content.exchange.table.cells import Row, rows, separator_of
from content.exchange.table.sources import Sources
from content.letters import language_of

_HEADER_WITHIN = 15
_SPLIT = re.compile(r"\s*(?<!\\)[;\n]\s*")
_PICK = re.compile(r"[0-9]{1,2}|[A-Ha-h]")


def looks_like(text: str) -> bool:
    """Whether the text begins with the header of a table of questions."""
    separator = separator_of(text)
    first = next((row for row in rows(text[:20_000], separator, most=5) if row), None)
    return first is not None and columns.header(first.cells) is not None


def read(data: bytes) -> Found:
    """Every row of a CSV or TSV file. Raises BadFile."""
    text, notes = clean.decoded(data)
    separator = separator_of(text)
    if re.match(r"\s*sep=.\s*\n", text):
        text = "\n" + text.partition("\n")[2]
    found = read_rows(rows(text, separator), comma=separator == ";")
    return replace(found, notes=(*notes, *found.notes))


def read_rows(listed: Iterable[Row], *, comma: bool = False) -> Found:
    """Every row of a table, whatever it was read from. Raises BadFile where it holds none."""
    kept = [row for row in listed if row]
    if not kept:
        raise BadFile("no_question")
    index = next((at for at, row in enumerate(kept[:_HEADER_WITHIN]) if columns.header(row.cells)), None)
    if index is None:
        return _without_header(kept)
    head = columns.header(kept[index].cells)
    assert head is not None
    notes = [
        Note("unknown_column", kept[index].line, data={"words": clean.line(cell)})
        for cell, name in zip(kept[index].cells, head, strict=True)
        if not name and cell.strip()
    ]
    reading = _Reading(head, language_of(" ".join(" ".join(row.cells) for row in kept[:200])), comma=comma)
    entries = [reading.entry(row) for row in kept[index + 1 :]]
    if not entries:
        raise BadFile("no_question")
    return Found(tuple(entries), notes=tuple(notes), sources=reading.sources.all())


_OF_KINDS = frozenset((*columns.TEMPLATE, "hint"))
_BARE = frozenset(
    {
        "id", "lesson", "kind", "question", "answer", "wrong", "option", "accept", "context", "hint", "why", "source",
        "level", "tags", "time",
    }
)  # fmt: skip
"""What is read of a row without a kind of ours; other programs' names of kinds say nothing that the cells do not."""

_LEVELS = frozenset("12345")


def _unused(cells: Mapping[str, str], used: frozenset[str]) -> tuple[Note, ...]:
    """A note of the cells that say nothing in this row."""
    names = [name for name in cells if name not in used]
    return (Note("unused_cells", data={"words": ", ".join(names)}),) if names else ()


def _beyond(cells: Sequence[str]) -> tuple[Note, ...]:
    """A note of the cells that stand behind the last column, as after a comma without quotation marks."""
    words = "; ".join(clean.line(cell) for cell in cells if cell.strip())
    return (Note("cells_beyond", data={"words": words}),) if words else ()


class _Reading:
    """Goes through the rows below a header."""

    def __init__(self, head: Sequence[str], language: str, *, comma: bool) -> None:
        self.head = head
        self.language = language
        self.comma = comma
        self.sources = Sources()

    def entry(self, row: Row) -> Entry:
        if row.fault:
            return Note(row.fault, row.line, clean.line(" ".join(row.cells))[:80])
        cells: dict[str, list[str]] = {}
        for name, cell in zip(self.head, row.cells, strict=False):
            if name and cell.strip():
                cells.setdefault(name, []).append(cell)
        joined = {name: "\n".join(found) for name, found in cells.items()}
        beyond = _beyond(row.cells[len(self.head) :])
        name = clean.line(joined.get("question", ""))[:80]
        try:
            if joined.get("kind", "").strip().casefold() in native.KINDS and "option" not in joined:
                item = native.item_of(joined, self.language, comma=self.comma)
                cited, notes = self.sources.cited(joined.get("source", ""))
                item = replace(item, sources=cited, position=None)
                notes = (*notes, *beyond, *_unused(joined, _OF_KINDS))
                return Ready(item, row.line, name, clean.line(joined.get("lesson", "")), notes)
            made = self._question(row, joined, cells)
            return replace(made, notes=(*made.notes, *beyond))
        except Refuse as refusal:
            return refusal.note(row.line, name)

    def _question(self, row: Row, joined: dict[str, str], cells: dict[str, list[str]]) -> Question:
        stem = _words(joined.get("question", ""))
        if not stem:
            raise Refuse("no_question")
        level = joined.get("level", "").strip()
        cited, notes = self.sources.cited(joined.get("source", ""))
        used = _BARE if level in _LEVELS else _BARE - {"level"}
        used = used - {"wrong", "accept"} if "option" in joined else used - {"accept"} if "wrong" in joined else used
        shell = Question(
            "card",
            stem,
            line=row.line,
            id=joined.get("id"),
            section=clean.line(joined.get("lesson", "")),
            why=_words(joined.get("why", "")),
            hints=tuple(_words(one) for one in cells.get("hint", ())),
            tags=tuple(re.split(r"[,;]", joined.get("tags", ""))),
            context=_words(joined.get("context", "")),
            level=int(level) if level in _LEVELS else None,
            sources=cited,
            notes=((Note("time_limit"),) if "time" in joined else ()) + notes + _unused(joined, used),
        )
        return _answered(shell, joined, cells)


def _answered(shell: Question, joined: dict[str, str], cells: dict[str, list[str]]) -> Question:
    answer = _words(joined.get("answer", ""))
    options = [_words(one) for one in cells.get("option", ())]
    if options:
        return optioned(shell, options, answer)
    if not answer:
        raise Refuse("no_answer")
    wrong = [text for cell in cells.get("wrong", ()) for one in _SPLIT.split(cell) if (text := _words(one))]
    if wrong:
        right = [Answer(one) for one in _parts(answer)]
        return replace(shell, kind="choice", answers=(*right, *(Answer(one, Decimal(0)) for one in wrong)))
    if answer.casefold() in TRUE | FALSE and not shell.stem.rstrip().endswith("?"):
        return replace(shell, kind="truth", answers=(Answer(answer),))
    pairs = [one.split("->") for one in _parts(answer)]
    if len(pairs) > 1 and all(len(pair) == 2 for pair in pairs):
        return replace(shell, kind="match", pairs=tuple((left.strip(), right.strip()) for left, right in pairs))
    accepted = [Answer(text) for cell in cells.get("accept", ()) for one in _SPLIT.split(cell) if (text := _words(one))]
    return replace(shell, answers=(Answer(answer), *accepted))


def optioned(shell: Question, options: Sequence[str], right: str) -> Question:
    """A choice whose right options are named by number, by letter or in their own words. Raises Refuse."""
    places = {one.casefold(): one for one in options if one}
    if right.casefold() in places:
        chosen = {right.casefold()}
    else:
        chosen = {_named(part, options) for part in re.split(r"\s*[,;\n]\s*", right) if part}
    if not chosen:
        raise Refuse("no_right_answer")
    answers = [Answer(one, FULL if one.casefold() in chosen else Decimal(0)) for one in options if one]
    return replace(shell, kind="choice", answers=tuple(answers), single=len(chosen) == 1)


def _named(part: str, options: Sequence[str]) -> str:
    words = part.casefold().strip()
    if words in {one.casefold() for one in options if one}:
        return words
    if _PICK.fullmatch(words):
        place = int(words) - 1 if words.isdigit() else ord(words) - ord("a")
        if 0 <= place < len(options) and options[place]:
            return options[place].casefold()
    raise Refuse("not_an_option", "answer", words=part)


def _without_header(kept: Sequence[Row]) -> Found:
    """Two columns: the question, then the answer; further ones are wrong answers."""
    entries: list[Entry] = []
    widths = [len([cell for cell in row.cells if cell.strip()]) for row in kept]
    if max(widths) < 2:
        raise BadFile("one_column")
    for row in kept:
        if row.fault:
            entries.append(Note(row.fault, row.line, clean.line(" ".join(row.cells))[:80]))
            continue
        cells = [_words(cell) for cell in row.cells]
        filled = [cell for cell in cells if cell]
        if len(filled) < 2 or not cells[0]:
            count = str(len(filled))
            entries.append(Note("columns", row.line, " ".join(filled)[:80], data={"count": count, "wanted": "2"}))
            continue
        question = Question("card", cells[0], (Answer(filled[1]),), line=row.line)
        if len(filled) > 2:
            wrong = tuple(Answer(one, Decimal(0)) for one in filled[2:])
            question = replace(question, kind="choice", answers=(*question.answers, *wrong))
        entries.append(question)
    several = max(widths) > 2
    words = "question, answer, wrong answers" if several else "question, answer"
    return Found(tuple(entries), notes=(Note("columns_guessed", data={"words": words}),))


def _parts(text: str) -> list[str]:
    return [one for one in _SPLIT.split(text) if one]


def _words(cell: str) -> str:
    return clean.paragraphs(markup.from_html_if_any(cell.replace("\\n", "\n") if "\\n" in cell else cell))
