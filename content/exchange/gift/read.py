"""How is a GIFT file read? Block by block, each in the order in which Moodle tells the types apart."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from content.exchange import markup
from content.exchange.clean import decoded
from content.exchange.gift.blocks import Block, blocks, show
from content.exchange.making import item_of
from content.exchange.question import FULL, Answer, BadFile, Entry, Found, Passage, Question, Refuse
from content.exchange.report import Note
from lessons.items import BLANK

_TITLE = re.compile(r"\s*::(.*?)::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(html|markdown|plain|moodle)\]", re.IGNORECASE)
_ANSWER = re.compile(r"([=~])((?:[^=~]|(?<=[^\s])=(?=>))*)")
_WEIGHT = re.compile(r"\s*%(-?[0-9]{1,3}(?:[.,][0-9]{1,7})?)%")
_TRUTH = re.compile(r"\s*(T|TRUE|F|FALSE)\s*(#.*)?", re.DOTALL | re.IGNORECASE)
_ARROW = re.compile(r"\s*->\s*")
_SIGNED = re.compile(
    r"(?m)^[^\n]*(?<!\\)\{[^{}]{0,400}(?:[=~#]|\b(?:T|TRUE|F|FALSE)\b)[^{}]{0,400}\}|^::.+?::|^\$CATEGORY:"
)
_MARKED = re.compile(r"(?m)^::.+?::|^\$CATEGORY:")
_SEEN = 50_000
_LOOKED_AT = 40
_MOST_MARKS = 400


def looks_like(text: str) -> bool:
    """Whether the text is meant as GIFT: a category or titles in colons, or as many good questions as anything else."""
    if not _SIGNED.search(text[:_SEEN]) or text.lstrip().startswith(("{", "[", "<")):
        return False
    entries = [_entry(block) for block in islice(blocks(text[:_SEEN]), _LOOKED_AT)]
    good = sum(isinstance(entry, Question) and _makes(entry) for entry in entries)
    return good > 0 and (good * 2 >= len(entries) or _MARKED.search(text[:_SEEN]) is not None)


def _makes(question: Question) -> bool:
    try:
        item_of(question, "en")
    except Refuse:
        return False
    return True


def read(data: bytes) -> Found:
    """Every question of the file. Raises BadFile where there is none."""
    text, notes = decoded(data)
    entries = [_entry(block) for block in blocks(text)]
    if not entries:
        raise BadFile("no_question")
    return Found(tuple(entries), notes=notes)


def _entry(block: Block) -> Entry:
    title = _TITLE.match(block.text)
    name = _plain(title[1], "plain") if title else ""
    try:
        if block.conflict:
            raise Refuse("conflict")
        return _question(block, block.text[title.end() :] if title else block.text, name)
    except Refuse as refusal:
        return refusal.note(block.line, name or " ".join(show(block.text).split())[:80])


def _question(block: Block, text: str, name: str) -> Entry:
    declared = _FORMAT.match(text)
    form = declared[1].lower() if declared else "moodle"
    text = text[declared.end() :] if declared else text
    if "{" not in text and "}" not in text:
        return Passage(_plain(text, form), name, block.line, block.category)
    head, opening, rest = text.partition("{")
    body, closing, tail = rest.partition("}")
    if not opening or not closing or "}" in head or "{" in body or "{" in tail or "}" in tail:
        raise Refuse("braces")
    stem = _plain(head, form)
    if tail.strip():
        space = " " if head[-1:].isspace() else ""
        stem = f"{stem}{space}{BLANK}{' ' if tail[:1].isspace() else ''}{_plain(tail, form)}"
    shell = Question("text", stem, line=block.line, name=name, id=block.id, section=block.category, tags=block.tags)
    return _answered(shell, body, form)


def _answered(shell: Question, body: str, form: str) -> Question:
    """The question with what stands between its braces. Raises Refuse."""
    if body.count("=") + body.count("~") > _MOST_MARKS:
        raise Refuse("too_many", "answer", limit=str(_MOST_MARKS))
    body, _, general = body.partition("####")
    why = _plain(general, form)
    body = body.strip()
    truth = _TRUTH.fullmatch(body)
    if not body:
        raise Refuse("essay")
    if body.startswith("#"):
        return _with(shell, "number", _numeric(body[1:]), why)
    if "~" in body:
        answers = _answers(body, form)
        single = any(sign == "=" for sign, _ in _ANSWER.findall(body))
        return _with(shell, "choice", answers, why, single=single)
    if "=" in body and "->" in body:
        return _matching(shell, body, form, why)
    if truth:
        return _with(shell, "truth", _truth(truth, form), why)
    return replace(_with(shell, "text", _answers(body, form), why), stars=True)


def _with(shell: Question, kind: str, answers: Iterable[Answer], why: str, *, single: bool = False) -> Question:
    return replace(shell, kind=kind, answers=tuple(answers), why=why, single=single)  # type: ignore[arg-type]


def _answers(body: str, form: str) -> list[Answer]:
    if not body.startswith(("=", "~")):
        raise Refuse("no_mark", "answer", words=show(body)[:80])
    found = []
    for sign, whole in _ANSWER.findall(body):
        share, inner = _weight(whole, FULL if sign == "=" else Decimal(0))
        text, _, feedback = inner.partition("#")
        found.append(Answer(_plain(text, form), share, _plain(feedback, form)))
    return found


def _weight(text: str, otherwise: Decimal) -> tuple[Decimal, str]:
    found = _WEIGHT.match(text)
    return (Decimal(found[1].replace(",", ".")), text[found.end() :]) if found else (otherwise, text)


def _numeric(body: str) -> list[Answer]:
    parts = _ANSWER.findall(body) if body.lstrip().startswith(("=", "~")) else [("=", body)]
    found = []
    for sign, whole in parts:
        share, inner = _weight(whole, FULL if sign == "=" else Decimal(0))
        text, _, feedback = inner.partition("#")
        said = _plain(feedback, "moodle")
        low, between, high = text.strip().partition("..")
        if between:
            found.append(Answer("", share, said, low=low.strip(), high=high.strip()))
            continue
        value, _, margin = text.partition(":")
        if share > 0 or value.strip():
            found.append(Answer(show(value).strip(), share, said, margin=margin.strip() or "0"))
        elif said:
            found.append(Answer("*", share, said))
    return found


def _truth(found: re.Match[str], form: str) -> list[Answer]:
    """GIFT tells the words for a wrong answer first, then those for a right one."""
    right = found[1].upper() in ("T", "TRUE")
    wrong_said, _, right_said = (found[2] or "#")[1:].partition("#")
    return [
        Answer("true" if right else "false", FULL, _plain(right_said, form)),
        Answer("false" if right else "true", Decimal(0), _plain(wrong_said, form)),
    ]


def _matching(shell: Question, body: str, form: str, why: str) -> Question:
    pairs, extra = [], []
    for _, whole in _ANSWER.findall(body):
        _, inner = _weight(whole, FULL)
        if "->" not in inner:
            raise Refuse("no_answer", "answer")
        left, right = _ARROW.split(inner, maxsplit=1)
        if _plain(left, form):
            pairs.append((_plain(left, form), _plain(right, form)))
        else:
            extra.append(_plain(right, form))
    notes = (Note("extra_answers", field="answer", data={"words": ", ".join(extra)}),) if extra else ()
    return replace(shell, kind="match", pairs=tuple(pairs), why=why, notes=notes)


def _plain(text: str, form: str) -> str:
    shown = show(text).strip()
    if form == "markdown":
        return markup.from_markdown(shown)
    return shown if form == "plain" else markup.from_html_if_any(shown)
