"""How is a question with answers inside its text (cloze) read? Each gap asks by itself, the others filled in."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from content.exchange.question import FULL, Answer, Kind, Question, Refuse
from content.exchange.report import Note
from lessons.items import BLANK

_GAP = re.compile(r"\{[0-9]{0,3}:([A-Z_]{2,24}):((?:\\.|[^{}\\])*)\}", re.DOTALL)
_CUT = re.compile(r"(?<!\\)~")
_SHARE = re.compile(r"%(-?[0-9]{1,3}(?:\.[0-9]{1,7})?)%")
_KINDS: tuple[tuple[str, Kind], ...] = (
    ("NUMERICAL", "number"),
    ("NM", "number"),
    ("MULTI", "choice"),
    ("MC", "choice"),
    ("MR", "choice"),
    ("SHORTANSWER", "text"),
    ("SA", "text"),
    ("MW", "text"),
)
MOST_GAPS = 60


def split(shell: Question) -> Iterator[Question | Note]:
    """A question for each gap. Raises Refuse where there is none."""
    gaps = list(_GAP.finditer(shell.stem))
    if not gaps:
        raise Refuse("no_answer")
    if len(gaps) > MOST_GAPS:
        raise Refuse("too_many", limit=str(MOST_GAPS))
    kinds = [next((kind for start, kind in _KINDS if gap[1].startswith(start)), None) for gap in gaps]
    parsed = [_answers(gap[2], kind) for gap, kind in zip(gaps, kinds, strict=True)]
    for number, gap in enumerate(gaps):
        pieces, at = [], 0
        for other, answers in zip(gaps, parsed, strict=True):
            pieces += [shell.stem[at : other.start()], BLANK if other is gap else _filled(answers)]
            at = other.end()
        stem = "".join(pieces) + shell.stem[at:]
        kind = kinds[number]
        name = shell.name or stem[:80]
        if kind is None:
            yield Refuse("kind", words=gap[1]).note(shell.line, name)
            continue
        notes = [Note("gap_of_many", field="stem")] if len(gaps) > 1 else []
        if gap[1].endswith("_C") or gap[1] in ("SAC", "MWC"):
            notes.append(Note("case", field="answer"))
        yield replace(
            shell,
            kind=kind,
            stem=stem,
            answers=tuple(parsed[number]),
            stars=True,
            single=not gap[1].startswith(("MR", "MULTIRESPONSE")),
            id=f"{shell.id}-{number + 1}" if shell.id and len(gaps) > 1 else shell.id,
            notes=(*shell.notes, *notes),
        )


def _answers(body: str, kind: Kind | None) -> list[Answer]:
    found = []
    for part in _CUT.split(body):
        text, share = part.strip(), Decimal(0)
        weight = _SHARE.match(text)
        if text.startswith("="):
            text, share = text[1:], FULL
        elif weight:
            text, share = text[weight.end() :], Decimal(weight[1])
        text, _, said = re.sub(r"\\#", "\0", text).partition("#")
        if text.strip():
            answer = Answer(_plain(text), share, _plain(said))
            found.append(_figure(answer) if kind == "number" else answer)
    return found


def _figure(answer: Answer) -> Answer:
    value, _, margin = answer.text.partition(":")
    return replace(answer, text=value.strip(), margin=margin.strip() or "0")


def _filled(answers: list[Answer]) -> str:
    best = max(answers, key=lambda answer: answer.share, default=None)
    return best.text if best else "…"


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text.replace("\0", "#")).strip()
