"""How is a text2qti file read? Numbered questions; `*b)`, `[*]`, `=` and `*` mark what is right."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from content.exchange.clean import decoded, settled
from content.exchange.markup import from_html_if_any, from_markdown
from content.exchange.question import FULL, Answer, BadFile, Entry, Found, Passage, Question, Refuse
from content.exchange.report import Note

_START = re.compile(r"([0-9]{1,4})[.)]\s+(\S.*)")
_SINGLE = re.compile(r"(\*?)([a-zA-Z])\)\s+(.*)")
_MULTIPLE = re.compile(r"\[( |\*)\]\s+(.*)")
_NUMBER = re.compile(r"=\s+(.*)")
_SHORT = re.compile(r"\*\s+(.*)")
_ESSAY = re.compile(r"_{3,}\s*")
_UPLOAD = re.compile(r"\^{3,}\s*")
_SAID = re.compile(r"(\.\.\.|\+|-)\s+(.*)")
_CARD = re.compile(
    r"(quiz title|quiz description|title|points|text title|text|shuffle answers|show correct answers|one question at a "
    r"time|can't go back|feedback is solution|solutions sample groups|solutions randomize groups)\s*:\s*(.*)",
    re.IGNORECASE,
)
_GROUP = re.compile(r"(GROUP|END_GROUP|pick:.*|solution pick:.*|points per question:.*)\s*", re.IGNORECASE)
_MARGIN = re.compile(r"(.+?)\s*\+-\s*(.+?)(%?)\s*")
_RANGE = re.compile(r"\[\s*(.+?)\s*,\s*(.+?)\s*\]\s*")


@dataclass(slots=True)
class _Draft:
    line: int
    stem: list[str]
    name: str = ""
    kind: str = ""
    answers: list[Answer] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    extend: Callable[[str], None] | None = None


def looks_like(text: str) -> bool:
    """Whether it has a quiz title and numbered questions, or marks of right answers below one."""
    head = text[:50_000]
    marked = r"(?m)^[0-9]{1,3}\.[ \t]+\S.*\n(?:.*\n){0,8}?(?:\*[a-z]\)[ \t]|\[\*\][ \t]|=[ \t]+[\[0-9.-])"
    return re.search(marked, head) is not None or (
        re.search(r"(?mi)^quiz title:", head) is not None and re.search(r"(?m)^1[.)][ \t]", head) is not None
    )


def read(data: bytes) -> Found:
    """Every question of the file. Raises BadFile where there is none."""
    text, notes = decoded(data)
    text = settled(text)
    reading = _Reading()
    for number, line in enumerate(text.split("\n"), 1):
        reading.line(line.rstrip(), number)
    reading.flush()
    if not reading.entries:
        raise BadFile("no_question")
    return Found(
        tuple(reading.entries), title=reading.title, description=reading.description, notes=(*notes, *reading.notes)
    )


class _Reading:
    """Goes through the lines once."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.title = self.description = self.name = self.heading = ""
        self.notes: list[Note] = []
        self.draft: _Draft | None = None
        self.comment = False

    def line(self, line: str, number: int) -> None:
        """Take one line."""
        bare = line.strip()
        if bare == "COMMENT" or self.comment:
            self.comment = bare != "END_COMMENT"
        elif not bare or bare.startswith("%") or bare == "END_COMMENT":
            return
        elif _GROUP.fullmatch(bare):
            if bare.upper() == "GROUP":
                self.notes.append(Note("group", number))
        elif line[:1] in (" ", "\t") and self.draft and self.draft.extend and not self._marked(bare):
            self.draft.extend(bare)
        elif (start := _START.fullmatch(line)) is not None:
            self.flush()
            self.draft = _Draft(number, [start[2]], self.name)
            self.draft.extend = self.draft.stem.append
            self.name = ""
        elif (card := _CARD.fullmatch(line)) is not None:
            self._card(card[1].lower(), card[2], number)
        elif self.draft is not None:
            self._part(self.draft, bare)
        else:
            self.entries.append(Note("no_question", number, bare[:80]))

    def _marked(self, bare: str) -> bool:
        return any(one.fullmatch(bare) for one in (_SINGLE, _MULTIPLE))

    def flush(self) -> None:
        """End the question."""
        if self.draft is not None:
            self.entries.append(_question(self.draft))
        self.draft = None

    def _card(self, key: str, value: str, number: int) -> None:
        self.flush()
        if key == "quiz title":
            self.title = value
        elif key == "quiz description":
            self.description = value
        elif key == "title":
            self.name = value
        elif key == "text title":
            self.heading = value
        elif key == "text":
            self.entries.append(Passage(_plain(value), self.heading, number))
            self.heading = ""

    def _part(self, draft: _Draft, bare: str) -> None:
        single, multiple = _SINGLE.fullmatch(bare), _MULTIPLE.fullmatch(bare)
        number, short, said = _NUMBER.fullmatch(bare), _SHORT.fullmatch(bare), _SAID.fullmatch(bare)
        if single:
            _add(draft, "single", Answer(single[3], FULL if single[1] else Decimal(0)))
        elif multiple:
            _add(draft, "multiple", Answer(multiple[2], FULL if multiple[1] == "*" else Decimal(0)))
        elif number:
            _add(draft, "number", Answer(number[1]))
        elif said:
            _say(draft, said[1], said[2])
        elif short:
            _add(draft, "text", Answer(short[1]))
        elif _ESSAY.fullmatch(bare) or _UPLOAD.fullmatch(bare):
            draft.kind = "essay"
        elif draft.extend is not None:
            draft.extend(bare)


def _add(draft: _Draft, kind: str, answer: Answer) -> None:
    draft.kind = draft.kind or kind
    draft.answers.append(answer)

    def extend(more: str) -> None:
        last = draft.answers[-1]
        draft.answers[-1] = replace(last, text=f"{last.text} {more}")

    draft.extend = extend


def _say(draft: _Draft, mark: str, text: str) -> None:
    if mark == "..." and draft.answers:
        last = draft.answers[-1]
        draft.answers[-1] = replace(last, feedback=f"{last.feedback} {text}".strip())
        return
    draft.why.append(text)
    draft.extend = draft.why.append
    if mark != "...":
        draft.notes.append(Note("feedback_joined", field="feedback"))


def _question(draft: _Draft) -> Entry:
    stem = _plain("\n".join(draft.stem))
    name = draft.name or stem[:80]
    try:
        if not draft.kind or draft.kind == "essay":
            raise Refuse("essay" if draft.kind else "no_answer")
        answers = tuple(
            _figure(one)
            if draft.kind == "number"
            else replace(one, text=_plain(one.text), feedback=_plain(one.feedback))
            for one in draft.answers
        )
        kind = {"number": "number", "text": "text"}.get(draft.kind, "choice")
        why = _plain(" ".join(draft.why))
        return Question(
            kind,  # type: ignore[arg-type]
            stem,
            answers,
            line=draft.line,
            name=draft.name,
            why=why,
            single=draft.kind == "single",
            notes=tuple(dict.fromkeys(draft.notes)),
        )
    except Refuse as refusal:
        return refusal.note(draft.line, name)


def _figure(answer: Answer) -> Answer:
    text = answer.text.strip()
    spread, margin = _RANGE.fullmatch(text), _MARGIN.fullmatch(text)
    if spread:
        return replace(answer, text="", low=spread[1], high=spread[2])
    if margin and margin[3]:
        return replace(answer, text=margin[1], percent=margin[2])
    return replace(answer, text=margin[1], margin=margin[2]) if margin else replace(answer, margin="0")


def _plain(text: str) -> str:
    return from_html_if_any(from_markdown(text.strip()))
