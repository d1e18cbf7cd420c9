"""Does a word stand for a part or one of many, of what is not told: the largest, the other side, every game?"""

import re

from content.candidates.verbs import base_of_participle
from content.candidates.words import words_of

_ENDS = r"(?:\?|\.|,? (?:in|on|by|until|from) (?:____|what))"
_SUPERLATIVE = re.compile(
    r"(?:^|____,? |\b(?:did|was|were|is|are) )[Tt]he (?:(?:most|least) [a-z-]+|[a-z]{3,}est|first|second|third|fourth"
    r"|last|next|others?|latter|former|remainder|majority|youngest) (?P<verb>[a-z]+)(?P<after>[^a-z]|$| [a-z]+)"
)
"""“The most successful was the …”: of what?"""
_MOST_OF_ALL = re.compile(r"^(?:Most|More|Least|Also|Chief|Foremost|Best) [a-z]+ (?:was|were|is|are) ")
"""“Most notable was the prize”: of what?"""
_TO_HAVE_ONE = re.compile(r"\bto (?:have|own|build|buy|use|keep|make|see|receive|get) one\b")
_ANOTHERS = re.compile(
    r"\b(?:on|after|upon) (?:its|his|her|their) (?:model|example|pattern|lines)\b"
    r"|\bin (?:its|his|her|their) (?:place|stead)\b"
    r"|\b(?:revert|return|restore)(?:e?d)? to (?:its|his|her|their) (?:previous|former|original|old) [a-z]+"
)
"""“Founded on its model”: on that of another, which is not told."""
_SIDE = re.compile(
    r"\b(?:did|was|were) the (?:[A-Za-z][a-z]+ )?(?:side|half|part|section|stretch|portion|remainder|end|phase|stage)s?"
    r" (?!of\b|to\b|from\b|between\b|that\b|which\b)[a-z]+"
)
"""“Was the Albanian side completed”: of what?"""
_EVERY = re.compile(
    r"\b(?:w[io]n|lose|lost|play(?:ed)?|h[eo]ld) (?:every|each|all|both|most)(?: of)?(?: the| its| their)? "
    rf"[a-z]+{_ENDS}"
)
_PROCESS = re.compile(
    r"\b(?:did|was|were) (?:the |its |actual |large-scale |full |commercial )?(?:production|output|exports|imports"
    r"|sales|deliveries) (?:begin|start|stop|resume|end|cease|peak|fall|rise|begun|started|stopped|resumed|ended)\b"
    r"(?! (?:of|on|in|at)\b)"
    r"|\bwas (?:the )?(?i:withdrawal|evacuation|transfer|payment|delivery) (?:completed|finished|begun|started)\b"
    r"|\b(?:undert[ao]*ke?|do|did|carry out|carried out) some [a-z ]+(?:\?|\.)$"
)
_CONTAINERS = (
    "chests|barrels|bales|crates|boxes|sacks|bags|cases|copies|bottles|loads|shipments|tons|tonnes|gallons|litres|liters"
    "|bushels|cartons|parcels|packets|pieces|shares"
)
_HOW_MUCH = re.compile(
    rf"(?:\b(?:did|were|was) |^(?:(?:In|On) ____,? )?)(?:(?:[Ss]ome|[Aa]bout|[Nn]early|[Oo]ver|[Mm]ore than) )?"
    rf"\d[\d,.]*(?: (?:hundred|thousand|million))? (?:{_CONTAINERS}) (?!of\b)"
)
_LOT = re.compile(
    r"\ba (?:first |second |third |last )?(?:lot|batch|consignment|shipment|cargo|load|issue|tranche|run) of "
    rf"(?:\d[\d,.]*|[a-z]+)(?: (?:hundred|thousand|million))?{_ENDS}"
)
"""“A first lot of six million”: of what?"""
_A_NATIVE = re.compile(
    r"\bdid the [A-Z][a-z]+(?:ine|ian|ese) (?:die|leave|return|win|lose|resign|arrive|marry|retire)\b"
)
"""“Did the Florentine die?” Which?"""
_REMAINING = re.compile(
    r"\b[Tt]he (?:remaining|other|further) [a-z-]+ (?!of\b)(?:[a-z]+ ){0,2}(?:[a-z]+ed|[a-z]+wn|built)\b"
)
"""“Were the remaining works completed”: beside which?"""
_HELD = re.compile(
    r"\b(?:hold|held) (?:elections|talks|meetings|tests|trials|hearings|negotiations|exercises)(?:\?|\.)"
)
_BEHIND = frozenset(("", "?", ".", "in", "on", "at", "by", "for", "near"))
_POSSESSIVE = frozenset(("its", "his", "her", "their"))


def is_partial(stem: str) -> bool:
    """Does the question leave out the whole of which it names a part, a kind or a number?"""
    told = words_of(stem)
    if "the" in told and (
        ((most := _SUPERLATIVE.search(stem)) and _acts(most["verb"], most["after"])) or _SIDE.search(stem)
    ):
        return True
    if "one" in told and _TO_HAVE_ONE.search(stem):
        return True
    if not _POSSESSIVE.isdisjoint(told) and _ANOTHERS.search(stem):
        return True
    return bool(
        _MOST_OF_ALL.match(stem)
        or _EVERY.search(stem)
        or _PROCESS.search(stem)
        or _HOW_MUCH.search(stem)
        or _LOT.search(stem)
        or _REMAINING.search(stem)
        or _A_NATIVE.search(stem)
        or _HELD.search(stem)
    )


def _acts(verb: str, after: str) -> bool:
    """Does a verb follow the adjective at once ("the largest was opened"), and no noun that only looks like one?"""
    if verb in ("was", "were", "is", "are", "had", "has"):
        return True
    return base_of_participle(verb) is not None and after.strip() in (
        "",
        "?",
        ".",
        "in",
        "on",
        "at",
        "by",
        "for",
        "near",
    )
