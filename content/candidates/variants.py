"""Which smaller statement carries the fact? Relative clauses and participles, told as sentences of their own."""

import re
from collections.abc import Iterator

from content.candidates.clause import MARK, capital
from content.candidates.names import singular
from content.candidates.verbs import base_of_participle

_RELATIVE = re.compile(rf"^(?P<subject>[^,]+), (?:who|which) (?P<clause>[^,]*{MARK}[^,]*)(?:,|$)")
_APPOSITIVE = re.compile(
    rf"^(?P<subject>[^,]+), (?:(?:first|originally) )?(?P<part>\w+) (?P<mid>[^,]*?)(?P<prep>in|on) {MARK}(?P<tail>[^,]*),"
)
_BARE = re.compile(
    rf"\b(?P<article>an?|the) (?P<noun>(?:[A-Za-z-]+ ){{0,2}}[a-z-]+)(?: (?:“[^”]*”|\"[^\"]*\"))? "
    rf"(?P<part>signed|adopted|enacted|ratified|concluded|launched|founded|opened|established|built|completed) "
    rf"(?P<mid>[^,;]*?)(?P<prep>in|on) {MARK}(?=$|,)"
)
_QUOTE = re.compile(r" (?:“[^”]{12,}”|\"[^\"]{12,}\")")


def variants(line: str) -> Iterator[tuple[str, str]]:
    """The statement itself and the smaller ones inside it that hold the fact, each with its code, smallest first."""
    if match := _RELATIVE.match(line):
        yield "relative", capital(f"{match['subject']} {match['clause']}".strip())
    if (match := _APPOSITIVE.match(line)) and base_of_participle(match["part"]) and _one(match["subject"]):
        yield (
            "appositive",
            f"{match['subject']} was {match['part']} {match['mid']}{match['prep']} {MARK}{match['tail']}",
        )
    if match := _BARE.search(line):
        noun = match["noun"].split()
        if _one(match["noun"]) and not {"in", "on", "by", "for", "with", "under", "an", "of", "was", "were"} & set(
            noun
        ):
            yield "participle", f"The {match['noun']} was {match['part']} {match['mid']}{match['prep']} {MARK}"
    yield (
        "whole",
        _QUOTE.sub(lambda found: "" if MARK not in found.group() else found.group(), line) if len(line) > 160 else line,
    )


def _one(noun_phrase: str) -> bool:
    """Is the noun phrase in the singular, so that "was" agrees with it?"""
    last = re.split(r" (?:of|for|in) ", noun_phrase)[0].split()[-1]
    return singular(last) == last.lower() and " and " not in noun_phrase
