"""Why was a sentence asked, or why not? Every sentence of the documents with what became of its facts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from content.document import Document
from content.facts.fact import Fact
from content.outline import Outline, outline
from content.readings import clean
from content.report import WORDS, Skipped
from lessons.items import Item
from lessons.pack import Pack


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen in one document: its sentences, its facts, and the reasons for those that were skipped."""

    document: Document
    key: str
    facts: tuple[Fact, ...]
    skipped: tuple[Skipped, ...]

    @property
    def outline(self) -> Outline:
        """Its sentences, made anew: a build holds them for one document after the other."""
        return outline(self.document, self.facts)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one fact: the prompts that ask it, or the code of why none does."""

    words: str
    asked: tuple[str, ...]
    code: str | None


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence or list entry of a document, with the outcome of each fact in it."""

    document: str
    start: int
    end: int
    sentence: str
    outcomes: tuple[Outcome, ...]


def explained(looked: Sequence[Looked], pack: Pack) -> Iterator[Explained]:
    """Every sentence of the documents in order; headings and what the reader set aside are left to the report."""
    for each in looked:
        asked = _asked(each, [item for _, item in pack.items()])
        why = {skip.where: skip.code for skip in each.skipped}
        units = each.outline
        facts = _by_unit(each, units)
        for index, unit in enumerate(units.units):
            outcomes = tuple(_outcome(each, fact, asked, why.get(fact.span)) for fact in facts.get(index, ()))
            sentence = clean(each.document[unit.span])
            yield Explained(each.document.name, unit.span.start, unit.span.end, sentence, outcomes)


def _asked(looked: Looked, items: Sequence[Item]) -> dict[int, list[tuple[int, str]]]:
    """Where each key stands in the document: its end and the prompt that asks it, by its start."""
    found: dict[int, list[tuple[int, str]]] = {}
    for item in items:
        for citation in item.sources:
            if citation.ref == looked.key and citation.start is not None and citation.end is not None:
                found.setdefault(citation.start, []).append((citation.end, " ".join(item.prompt.split())))
    return found


def _by_unit(looked: Looked, units: Outline) -> dict[int, list[Fact]]:
    facts: dict[int, list[Fact]] = {}
    for fact in looked.facts:
        index = units.at(fact.span.start)
        if index is not None:
            facts.setdefault(index, []).append(fact)
    return facts


def _outcome(looked: Looked, fact: Fact, asked: dict[int, list[tuple[int, str]]], code: str | None) -> Outcome:
    """The prompts whose key lies in the fact; a key may be the fact's numeral without the noun it counts."""
    prompts = tuple(
        prompt
        for start in range(fact.span.start, fact.span.end)
        for end, prompt in asked.get(start, ())
        if end <= fact.span.end
    )
    return Outcome(clean(looked.document[fact.span]), prompts, None if prompts else code or "not_worth_it")


def text(sentences: Sequence[Explained]) -> str:
    """The sentences in plain English, each with its facts under it."""
    lines: list[str] = []
    name = None
    for each in sentences:
        if each.document != name:
            name = each.document
            lines.append(f"Sentences of {name}:")
        lines.append(f"- {each.sentence}")
        lines.extend(f"    {_told(outcome)}" for outcome in each.outcomes)
        if not each.outcomes:
            lines.append("    no figure or date")
    return "\n".join(lines)


def _told(outcome: Outcome) -> str:
    if outcome.asked:
        return f"{outcome.words}: asked as " + "; ".join(f"“{prompt}”" for prompt in outcome.asked)
    code = outcome.code or ""
    return f"{outcome.words}: skipped, {WORDS.get(code, code)} [{code}]"


def as_json(sentences: Sequence[Explained]) -> list[dict[str, Any]]:
    """The sentences as JSON values."""
    return [
        {
            "document": each.document,
            "start": each.start,
            "end": each.end,
            "sentence": each.sentence,
            "facts": [
                {"words": one.words, "asked": list(one.asked), "code": one.code, "reason": WORDS.get(one.code or "")}
                for one in each.outcomes
            ],
        }
        for each in sentences
    ]
