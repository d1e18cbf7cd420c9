"""lectern grade: try answers on a pack, on the command line."""

import html
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from lessons.grade import Grade
    from lessons.items import Item
    from lessons.pack import Pack

LONGEST_LINE = 20_000
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of the input: which item, what was typed, and in which language."""

    item: str
    answer: str
    lang: str = "en"


class BadLine(Exception):
    """A line that is no answer; `why` is the rest of a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@click.command(
    epilog="""\b
Examples:
  echo '{"item": "jeep", "answer": "400k", "lang": "en"}' | lectern grade lend-lease
  lectern grade my-pack --json < answers.jsonl

PACK is a folder, a .md or .zip file, or the name of a bundled pack. `lectern items PACK` prints the ids.
"""
)
@click.argument("pack")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines on a terminal too; elsewhere they always are.")
def grade(pack: str, as_json: bool) -> None:
    """Grade answers read from standard input, a JSON object a line. Exit status 1 if a line could not be used."""
    known = _by_id(_sound(pack))
    as_json = as_json or not sys.stdout.isatty()
    bad = 0
    for number, line in enumerate(_lines(), start=1):
        if not line.strip():
            continue
        try:
            told = _graded(known, _answer(line))
        except BadLine as error:
            bad += 1
            click.echo(f"line {number}: {error.why}", err=True)
            continue
        click.echo(json.dumps(told, ensure_ascii=False) if as_json else _readable(told))
    if bad:
        raise SystemExit(1)


def _sound(name: str) -> "Pack":
    """The pack; its faults are told and the command ends where it has any."""
    from bot.commands.faults import InputAtFault
    from bot.commands.packs import find, summary
    from content.packfile import load

    path = find(name)
    try:
        parsed = load(path)
    except OSError as error:
        raise InputAtFault(f"{path} cannot be read: {(error.strerror or str(error)).lower()}.") from None
    if parsed.pack is None:
        for diagnostic in parsed.diagnostics:
            click.echo(diagnostic.text(), err=True)
        click.echo(summary(parsed), err=True)
        raise SystemExit(1)
    return parsed.pack


def _by_id(pack: "Pack") -> "dict[str, Item]":
    """The items by their id, and by lesson/id as `lectern items` prints them."""
    known = {item.id: item for _, item in pack.items()}
    return known | {f"{lesson.id}/{item.id}": item for lesson, item in pack.items()}


def _lines() -> Iterator[str]:
    """Standard input, line by line, whatever its bytes."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8-sig", "replace")


def _answer(line: str) -> Answer:
    """The answer that a line holds; raises BadLine."""
    if len(line) > LONGEST_LINE:
        raise BadLine("too long")
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        raise BadLine('no JSON; write {"item": "…", "answer": "…", "lang": "en"}') from None
    if not isinstance(said, dict):
        raise BadLine("no JSON object")
    for name in ("item", "answer"):
        if not isinstance(said.get(name), str):
            raise BadLine(f'"{name}" is missing or no text')
    lang = said.get("lang") or "en"
    if not isinstance(lang, str):
        raise BadLine('"lang" is no text')
    return Answer(said["item"], said["answer"], lang)


def _graded(known: "dict[str, Item]", said: Answer) -> dict[str, Any]:
    """What is printed for an answer; raises BadLine where the pack has no such item."""
    from lessons.response import Typed

    item = known.get(said.item)
    if item is None:
        raise BadLine(f'the pack has no item "{said.item}"')
    found = item.grade(Typed(said.answer, said.lang), 0)
    return {
        "item": said.item,
        "answer": said.answer,
        "verdict": found.verdict.value,
        "credit": round(found.fraction, 4),
        "message": _message(item, found, said.lang),
    }


def _message(item: "Item", found: "Grade", lang: str) -> str:
    """Why, the author's word on this very answer, and the key with its hedge, in one line of plain text."""
    from bot.render.reasons import explain
    from bot.texts import texts
    from lessons.grade import Verdict

    t = texts(lang)
    said = [str(explain(found, t)), html.escape(found.feedback or "", quote=False)]
    if found.verdict is not Verdict.UNREADABLE:
        hedged = item.why is not None and _is_hedge(item.why, item.key)
        key = (item.why if hedged and item.why else item.key).replace("\n", " / ")
        said.append(str(t("Answer: {key}", key=key)))
        said.append("" if hedged else html.escape(item.why or "", quote=False))
    plain = (html.unescape(_TAG.sub("", part)).strip() for part in said if part)
    return " ".join(part if part.endswith((".", "!", "?", "…", "。", "।")) else f"{part}." for part in plain)


def _is_hedge(why: str, key: str) -> bool:
    """Whether the author's word is but the key with its hedge: "about 80" for 80."""
    return why.endswith(f" {key}") and len(why) <= len(key) + 40 and why[:1].islower()


def _readable(told: dict[str, Any]) -> str:
    return f"{told['verdict']:<13} {told['credit']:<5} {told['item']}: {told['answer']}\n{'':13} {told['message']}"
