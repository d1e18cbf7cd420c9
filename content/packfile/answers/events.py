"""How are events in time order written? A numbered list, or `earlier:` and `later:`, each with its date if known."""

from content.packfile.answers.dates import BadDate, to_edtf
from content.packfile.answers.faults import date_fault
from content.packfile.answers.lists import arrow
from content.packfile.diagnostics import Report
from content.packfile.drafts import Draft
from content.packfile.inline import words
from content.packfile.located import Located
from lessons.canonical import LIMITS
from lessons.edtf import bounds, has_year
from lessons.items import Entry


def in_order(draft: Draft, report: Report, language: str) -> tuple[Entry, ...]:
    """The entries of a numbered list, first in time first; empty where they make no question."""
    lines = [entry.whole for entry in draft.entries]
    found = [_entry(line, report, language) for line in lines]
    if not 2 <= len(found) <= LIMITS.options:
        report.error("E241", lines[0], f"an order has 2 to {LIMITS.options} entries")
        return ()
    texts = [entry.text.casefold() if entry else "" for entry in found]
    for index, line in enumerate(lines):
        if texts[index] and texts[index] in texts[:index]:
            report.error("E232", line, f'"{line.text}" stands here twice')
            return ()
    entries = tuple(entry for entry in found if entry)
    if len(entries) != len(found) or not _ascending(entries, lines, report):
        return ()
    return entries


def earlier_and_later(draft: Draft, report: Report, language: str) -> tuple[Entry, Entry] | None:
    """The two events of `earlier:` and `later:`; None where they make no question."""
    before, after = draft.first("earlier"), draft.first("later")
    if before is None or after is None:
        there = before or after
        assert there is not None
        other = "later" if before else "earlier"
        report.error("E243", there.name, f"{other}: is missing: which came first needs both")
        return None
    first, second = (_entry(one.value, report, language) for one in (before, after))
    if first is None or second is None:
        return None
    if first.text.casefold() == second.text.casefold():
        report.error("E232", after.value, f'"{second.text}" stands here twice')
        return None
    low, high = _span(first.date), _span(second.date)
    if low and high and low[1] >= high[0]:
        report.error("E242", after.value, "by their dates, this was not later")
        return None
    return first, second


def _entry(line: Located, report: Report, language: str) -> Entry | None:
    text, behind = arrow(line, last=True)
    said = words(text.text)
    if not said:
        report.error("E232", line, "an entry without words")
        return None
    if behind is None:
        return Entry(said)
    try:
        return Entry(said, to_edtf(" ".join(behind.text.split()), language))
    except BadDate as fault:
        date_fault(report, behind, fault)
        return None


Span = tuple[tuple[int, int, int], tuple[int, int, int]]


def _span(date: str | None) -> Span | None:
    """First and last day of a date whose year and ends are known."""
    if date is None or not has_year(date):
        return None
    found = bounds(date)
    return (found.low, found.high) if found.low and found.high else None


def _ascending(entries: tuple[Entry, ...], lines: list[Located], report: Report) -> bool:
    latest: Span | None = None
    for entry, line in zip(entries, lines, strict=True):
        span = _span(entry.date)
        if span and latest and span[1] < latest[0]:
            report.error("E240", line, "by the dates, this was earlier than an entry above it")
            return False
        if span and (latest is None or span[0] > latest[0]):
            latest = span
    return True
