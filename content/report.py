"""What became of a document? What was read, found, asked and skipped, and the same in plain English."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from content.conflicts import Claim, Conflict
from content.document import Document, Span
from content.record import record

WORDS = {
    "dated_index": "index of dated titles",
    "outline": "outline of the document",
    "navigation": "menu or list of links",
    "repeated_title": "title printed again",
    "links": "list of links",
    "running_head": "head or foot printed on every page",
    "side_list": "side column or box beside the text",
    "note": "footnote or endnote",
    "text_box": "text box",
    "hidden": "hidden text",
    "struck": "words struck through",
    "page_numbers": "page numbers",
    "tracked_changes": "tracked changes, read as if all were accepted",
    "scanned_pages": "pages that are pictures and could not be read",
    "attachments": "files attached to the PDF, not opened",
    "guessed_encoding": "the encoding was guessed: look at accented letters",
    "broken_attribution": "the source that the text names is missing",
    "rebased_money": "money of another year's prices, with no year given",
    "stale": "true only on the day it was written",
    "relative_time": "time told from another moment (“later”, “last year”)",
    "forecast": "a forecast or a plan",
    "charged": "charged wording",
    "reported": "somebody's claim or words",
    "quoted": "inside a quotation",
    "pronoun": "“it”, “he” or “they” without a sure name",
    "reference": "“the …” or “this …” without a sure name",
    "no_anchor": "nothing names who or what is meant",
    "voice": "told by “I”, “we” or to “you”",
    "language": "questions are made of English text only",
    "gives_away": "title, heading or question would print the answer",
    "no_options": "no believable wrong answers",
    "not_a_statement": "not a plain statement",
    "not_a_plain_figure": "a change, an age, a number in a name",
    "figure_in_series": "one of a row of figures",
    "many_figures": "too many figures in one sentence",
    "many_dates": "too many dates in one sentence",
    "too_long": "too long for a question",
    "nobody": "nobody is named",
    "vague": "too little is told of the event",
    "too_short": "too little to ask",
    "form": "written in a form that cannot be varied",
    "range": "a range",
    "ordinal": "a rank, not a figure",
    "hedged": "only a bound (“less than”, “only”)",
    "approximate_date": "an approximate date or a period",
    "ambiguous_date": "day and month cannot be told apart",
    "date_line": "the date that the document itself prints at its head",
    "date_in_name": "the date is part of a name or a period",
    "not_worth_it": "not worth asking",
    "not_in_body": "outside the running text",
    "list_entry": "a list entry without a clear label",
    "no_way_to_ask": "no safe way to ask",
    "gap_first": "no safe way to ask",
    "two_statements": "two statements in one sentence",
    "no_verb": "no full sentence",
    "countable": "the answer could be counted in the question",
    "duplicate": "already asked",
    "cue": "another question would give it away",
    "enough": "enough questions on this reading",
    "no_card": "no reading holds it that could be understood by itself",
    "unreadable": "the figure does not read back",
    "long_key": "too long an answer",
}
"""What each code means to a reader of the report."""


@record
class Skipped:
    """Something that was not asked: where, in which document, why (a code), its words, and how many it stands for."""

    where: Span | None
    document: str
    code: str
    words: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The count of what was read and made, and everything that was left out."""

    documents: tuple[str, ...]
    facts: int
    dates: int
    figures: int
    items: int
    readings: int
    skipped: tuple[Skipped, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    """What two of the documents both tell, disagreements first."""


_TOLD = ("page_numbers", "tracked_changes", "scanned_pages", "attachments", "guessed_encoding")
"""Warnings of the reader that no block stands for."""
_JUNK = (
    *("dated_index", "outline", "navigation", "links", "repeated_title"),
    *("running_head", "side_list", "note", "text_box", "hidden", "struck", *_TOLD),
)


def junk(document: Document) -> Iterable[Skipped]:
    """The blocks that the reader set aside, neighbours of one kind told as one, and what else it warned of."""
    for code, detail in document.warnings:
        if code in _TOLD:
            count = int(detail) if detail.isdigit() and code != "scanned_pages" else 1 + detail.count(", ")
            yield Skipped(None, document.name, code, document.name if detail.isdigit() else detail, count)
    run: list[Span] = []
    why = ""
    for section in document.sections:
        for block in section.blocks:
            if block.kind == "junk" and (block.why_junk == why or not run):
                why = block.why_junk or "navigation"
                run.append(block.span)
                continue
            if run:
                yield _as_one(document, run, why)
                run = []
            if block.kind == "junk":
                why = block.why_junk or "navigation"
                run = [block.span]
    if run:
        yield _as_one(document, run, why)


def _as_one(document: Document, run: list[Span], why: str) -> Skipped:
    lines = [line.strip() for span in run for line in document[span].splitlines() if line.strip()]
    return Skipped(Span(run[0].start, run[-1].end), document.name, why, lines[0] if lines else "", len(lines))


def text(report: BuildReport) -> str:
    """The report in plain English, a few lines for the command line."""
    lines = [f"Read {name}" for name in report.documents]
    lines.append(
        f"Found {_counted(report.facts, 'fact')}: {_counted(report.dates, 'date')},"
        f" {_counted(report.figures, 'figure')}."
    )
    lines.append(f"Made {_counted(report.items, 'item')} on {_counted(report.readings, 'reading')}.")
    if report.skipped:
        lines.append("Skipped:")
        lines.extend(_grouped(report.skipped))
    lines.extend(_compared(report.conflicts))
    return "\n".join(lines)


_RELATIONS = {
    "differ": "The documents differ, please look:",
    "scope": "Not the same, but perhaps of another time or of somebody else:",
    "agree": "The documents agree:",
}
_SHOWN = 12


def _compared(conflicts: tuple[Conflict, ...]) -> Iterable[str]:
    """What the documents tell of one thing, a pair a line; agreements are only counted."""
    for relation, heading in _RELATIONS.items():
        pairs = [pair for pair in conflicts if pair.relation == relation]
        if pairs and relation == "agree":
            yield f"{heading} {len(pairs)} times."
        elif pairs:
            yield heading
            yield from (f"  {_side(pair.one)} / {_side(pair.other)}" for pair in pairs[:_SHOWN])
            if len(pairs) > _SHOWN:
                yield f"  and {len(pairs) - _SHOWN} more"


def _side(claim: Claim) -> str:
    return f"{claim.document}: “{claim.words}” in “{_short(claim.sentence, 90)}”"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _grouped(skipped: tuple[Skipped, ...]) -> Iterable[str]:
    """One line a reason, set-aside blocks first, then the reasons by how often they were met."""
    by_code: dict[str, list[Skipped]] = {}
    for entry in skipped:
        by_code.setdefault(entry.code, []).append(entry)
    order = sorted(by_code, key=lambda code: (code not in _JUNK, -sum(e.count for e in by_code[code]), code))
    for code in order:
        entries = by_code[code]
        count = sum(entry.count for entry in entries)
        noun = ("line" if count == 1 else "lines") if code in _JUNK else ("fact" if count == 1 else "facts")
        sample = ", ".join(f"“{_short(entry.words)}”" for entry in entries[:3])
        more = ", …" if len(entries) > 3 or (code in _JUNK and count > 1) else ""
        yield f"  {count:>4} {noun}: {WORDS.get(code, code)} [{code}]: {sample}{more}"


def _short(words: str, longest: int = 48) -> str:
    line = " ".join(words.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def as_json(report: BuildReport) -> dict[str, Any]:
    """The report as JSON values: counts, and each thing left out with its code and its reason in plain English."""
    skipped = [
        {
            "document": entry.document,
            "start": entry.where.start if entry.where else None,
            "end": entry.where.end if entry.where else None,
            "code": entry.code,
            "reason": WORDS.get(entry.code, entry.code),
            "words": entry.words,
            "count": entry.count,
        }
        for entry in report.skipped
    ]
    counts = {name: getattr(report, name) for name in ("facts", "dates", "figures", "items", "readings")}
    compared = [
        {"relation": pair.relation, "one": _claim(pair.one), "other": _claim(pair.other)} for pair in report.conflicts
    ]
    return {"documents": list(report.documents), **counts, "skipped": skipped, "conflicts": compared}


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "document": claim.document,
        "start": claim.where.start,
        "end": claim.where.end,
        "words": claim.words,
        "sentence": claim.sentence,
    }
