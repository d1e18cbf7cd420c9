"""Which questions should a teacher look at first? Codes by item id, for the review of a draft."""

import re
from collections.abc import Iterator

from content.report import BuildReport
from content.twins import twins
from lessons.items import EstimateItem, Item
from lessons.pack import Pack
from lessons.source import READING

FEW_OPTIONS = 3
LONG_STEM = 220
_TOLD = re.compile(r"^According to the \w+, ")
_NOW = re.compile(r"\b(?:now|currently|today|to date|so far|this year)\b", re.IGNORECASE)


def doubts(pack: Pack, report: BuildReport | None = None) -> dict[str, tuple[str, ...]]:
    """The doubtful items with their codes. A pack written by hand (no report) is looked through for twins only.

    `disagree`: the documents tell the figure differently. `twin`: asks what another asks. `claim`: asked as the text's
    own. `no_quote`: no sentence proves it. `few_options`; `guess`: nothing to choose from. `now`: may be out of date.
    `long`: many words.
    """
    repeated = twins(item for _, item in pack.items())
    disputed = _disputed(report)
    if report is None:
        return dict.fromkeys(repeated, ("twin",))
    found = {item.id: tuple(_of(item, repeated, disputed)) for _, item in pack.items()}
    return {name: codes for name, codes in found.items() if codes}


def _disputed(report: BuildReport | None) -> frozenset[str]:
    pairs = report.conflicts if report else ()
    differ = [pair for pair in pairs if pair.relation == "differ"]
    return frozenset(_plain(claim.sentence) for pair in differ for claim in (pair.one, pair.other))


def _of(item: Item, repeated: dict[str, str], disputed: frozenset[str]) -> Iterator[str]:
    quotes = [citation.exact for citation in item.sources if citation.exact and citation.ref == READING]
    if any(_plain(quote) in disputed for quote in quotes):
        yield "disagree"
    if item.id in repeated:
        yield "twin"
    if _TOLD.match(item.prompt):
        yield "claim"
    if not quotes:
        yield "no_quote"
    if isinstance(item, EstimateItem):
        yield "guess"
    elif item.mode == "one" and item.kind not in {"truth", "first"} and len(item.options(0)) < FEW_OPTIONS:
        yield "few_options"
    if _NOW.search(item.prompt) or any(_NOW.search(quote) for quote in quotes):
        yield "now"
    if len(item.prompt) > LONG_STEM:
        yield "long"


def _plain(text: str) -> str:
    return " ".join(text.split())
