"""How is an Aiken file read? A question, options with letters, then `ANSWER: B`."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from content.exchange.clean import decoded, settled
from content.exchange.question import FULL, Answer, BadFile, Entry, Found, Question
from content.exchange.report import Note

_OPTION = re.compile(r"\s*([A-Za-z])[).]\s*(.*)")
_KEY = re.compile(r"\s*ANSWER\s*:\s*(.*)", re.IGNORECASE)


@dataclass(slots=True)
class _Block:
    line: int = 0
    stem: list[str] = field(default_factory=list)
    options: dict[str, str] = field(default_factory=dict)
    last: str = ""


def looks_like(text: str) -> bool:
    """Whether there is an ANSWER line right below lettered options."""
    return (
        re.search(
            r"(?im)^[ \t]{0,20}[A-H][).][ \t]{0,20}\S.*\n\s{0,20}ANSWER[ \t]{0,9}:[ \t]{0,20}[A-Z]\b", text[:50_000]
        )
        is not None
    )


def read(data: bytes) -> Found:
    """Every question of the file. Raises BadFile where there is none."""
    text, notes = decoded(data)
    text = settled(text)
    entries: list[Entry] = []
    block = _Block()
    for number, line in enumerate(text.split("\n"), 1):
        key, option = _KEY.fullmatch(line), _OPTION.fullmatch(line)
        if key:
            entries.append(_entry(block, key[1]))
            block = _Block()
        elif option and (block.stem or block.options) and option[1].upper() == _next(block):
            block.last = option[1].upper()
            block.options[block.last] = option[2]
        elif line.strip():
            block = _text(block, line, number, entries)
    if block.stem or block.options:
        entries.append(_unanswered(block))
    if not entries:
        raise BadFile("no_question")
    return Found(tuple(entries), notes=notes)


def _next(block: _Block) -> str:
    return chr(ord(block.last) + 1) if block.last else "A"


def _text(block: _Block, line: str, number: int, entries: list[Entry]) -> _Block:
    """A line of a question; behind options it goes on with the last one."""
    if block.options:
        block.options[block.last] += f" {line.strip()}"
        return block
    block.line = block.line or number
    block.stem.append(line.strip())
    return block


def _entry(block: _Block, key: str) -> Entry:
    chosen = {letter.upper() for letter in re.findall(r"[A-Za-z]", key)} if len(key.strip()) <= 30 else set()
    if not chosen or not chosen <= set(block.options):
        code = "not_an_option" if block.options else "few_options"
        return Note(code, block.line or None, " ".join(block.stem)[:80], "answer", {"words": key.strip()[:40]})
    answers = tuple(Answer(text, FULL if letter in chosen else Decimal(0)) for letter, text in block.options.items())
    return Question("choice", "\n".join(block.stem), answers, line=block.line, single=len(chosen) == 1)


def _unanswered(block: _Block) -> Note:
    return Note("no_right_answer", block.line or None, " ".join(block.stem)[:80])
