"""Which items should nobody see? Each flaw has a code; the first one found drops the candidate."""

import re
from collections.abc import Iterator

from content.adrift import is_adrift
from content.candidates.candidate import Candidate
from content.candidates.mark import MARK
from content.candidates.plain import split
from content.candidates.verbs import base_of_participle, base_of_past, is_finite, looks_past, surely_finite
from content.candidates.words import word_list
from content.counted import of_a_figure
from content.dated import LEADING, of_a_date, perfect
from content.lacking import is_lacking
from content.partial import is_partial
from content.shown import prints_key
from content.tone import FORECAST, REPORTED, governing, is_charged
from content.torn import (
    BROKEN_OFF,
    IN_ASIDE,
    LONE_COMMA,
    NO_SUBJECT,
    has_two_verbs,
    is_clause_without_verb,
    is_cut_open,
    is_left_open,
    is_spliced,
    joined,
)
from content.untold import is_untold, is_vague

_TIME_SUBJECT = re.compile(
    r"^(?:The |That |This |[A-Z][a-z]+ |\d+ )?(?:(?:next|first|last|following|whole|same) )?"
    r"(?:years?|months?|weeks?|days?|hours?|decades?|century|winter|spring|summer|autumn|period|time) "
    r"(?:from|after|before|between|of|until|was|were|had|saw|that)\b"
)
_NOBODY = re.compile(rf"^(?:(?:In|On|By) {MARK},? [Aa]n?|An?) (?![A-Za-z -]{{3,40}} of (?:the )?[A-Z])")
_TO_A_NAME = re.compile(
    rf"^(?:(?:In|On) {MARK},? )?[Aa]n? (?:[a-z]+ ){{1,3}}(?:struck|hit|destroyed|sank|devastated|killed|damaged|ruined"
    r"|ravaged|swept|flooded|shook|engulfed|gutted|wrecked) (?:the |President |King |Queen )?[A-Z]"
)
"""“An earthquake struck Lisbon”: what happened to a name needs none of its own."""
_LISTED = re.compile(r"^How many .*?(?P<last>[a-z]+) does the [a-z]+ list")
_HAPPENS = frozenset(("die", "drown", "perish", "survive", "live", "work"))
"""“How many people die does the text list”: what was counted did something."""
_IN_DECADE = re.compile(r"\bin the \d{3}0s\b")
_TORN_VERB = re.compile(
    r"\b(?:did|of|in|the|an?) (?:was|were|is|are|had)\b|\b(?:during|of|from|with|after|before|than|upon|which|whom"
    r"|starting|beginning|including)\?$|^(?:In|On) ____,? (?:was|were|is|are|had|has|did)\b"
    r"|(?<=[a-z]) and (?:about |some |nearly |over )?(?:\d[\d,.]*|one|two|half)(?: (?:million|thousand|hundred))?\?$"
    r"|\bof (?:occur|happen|rose|fell|stood|reached)(?:red|ed)?\b|\bor (?:more|less|fewer) (?:was|were|are|is)\b"
)
"""What was cut left a question without its verb, or one that breaks off: "did was award", "a trip during?"."""
_NAMED = re.compile(
    r"(?<=[a-z,] )(?!(?:Janu|Febr|March|April|May|June|July|Augu|Sept|Octo|Nove|Dece))"
    r"[A-Z](?:\.[A-Z]\.|[\w’'-]+)"
)
_GAP_IN_LIST = re.compile(
    rf"(?:{MARK}, \d|\d, {MARK}|{MARK} (?:and|or|to) (?:about )?\d|\d (?:and|or|to) (?:about )?{MARK})"
)
_AND_THEN = re.compile(r" and (?:in|on) (?:[A-Z][a-z]+ )?\d|\b\d{4}[–-]\d{2,4} and (?:the )?[A-Z]")
"""“In MARK the French and in 1871 the Americans landed”."""
_NO_SUBJECT = re.compile(r"(?:Had|Has|Have|Was|Were|Is|Are) ")
_PLACED = re.compile(r"^(?:In|At|Near) [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*,? ")
_DATED_TOO = re.compile(r"^(?:In|On) what .*\b(?:in|on) (?:[A-Z][a-z]+ )?(?:\d{1,2}, )?\d{4}, ")
"""“Was the one found in 1962, the other at …”: another act with its date."""
_RATHER = re.compile(r"\b(?:rather than|instead of) (?:in|on|by|at|during)\b")
"""“Ordered it to begin rather than in October”: the other half of the pair was cut away."""
_LEANS = re.compile(
    r"(?:Even )?(?:[Aa]fter|[Dd]espite|[Ww]ith|[Ii]n spite of) (?:all )?(?:that|this|these|those|such)\b"
)
_THE_YEAR = re.compile(
    r"^In (?:what year|____).*\b(?:beg[ia]n|end(?:ed)?|start(?:ed)?|finish(?:ed)?) the (?:year|season)\b"
)
_WHICH_LATE = re.compile(r"\b(?:was|were) .*\b(?:created|founded|formed|established|opened|passed|set up|built) which ")
"""“Was the Center created which provided a repository”: the clause stands by the wrong word."""
_BESIDE_NOUN = re.compile(r", (?:who|which|whose|where|whom)\b[^,]*,")
"""“The North Sea, where oil was landed in MARK, Alaska and Mexico”: names, and no verb of theirs."""
_OPENING_DATE = re.compile(r"^(?:In|By|On|Since|From|Until) [^,]{0,16}\d{4}, ")
_PREPOSITIONS = word_list("prepositions") - {"under", "with"}
_DONE_TO = frozenset(("lose", "win", "fight", "settle"))
"""“The territories lost by the Ottomans after 1402”: these are no verbs of a clause before "by"."""
_TRANSITIVE = word_list("transitive") - {"sign"}
"""Verbs that have what was done to something right behind them, unless they are participles."""
_QUOTED = re.compile(r"[“”\"?!:]")
LIST_TEMPLATES = frozenset(("list_count", "list_label", "list_cloze", "table_cell"))
_FEWEST = {"cloze_date": 8, "cloze_figure": 9, "dimension": 5, "cost": 5, "amount": 5}
"""Words that a statement with a gap must have; a question needs fewer."""


def flaw(candidate: Candidate) -> str | None:
    """The code of the first flaw of the candidate; None for a sound one."""
    return next(_flaws(candidate), None)


def _flaws(candidate: Candidate) -> Iterator[str]:
    line, listed = candidate.line, candidate.template in LIST_TEMPLATES
    words = len(candidate.stem.split())
    if words > (40 if listed else 30) or len(candidate.stem) > 290:
        yield "too_long"
    if words < _FEWEST.get(candidate.template, 6):
        yield "too_short"
    if len(candidate.key) > 60:
        yield "long_key"
    if prints_key(candidate):
        yield "gives_away"
    if is_charged(line):
        yield "charged"
    if listed:
        if (counted := _LISTED.search(candidate.stem)) and (is_finite(counted["last"]) or counted["last"] in _HAPPENS):
            yield "no_verb"
        return
    yield from _flaws_of_question(candidate)
    yield from _flaws_of_line(candidate)


def _is_of_nobody(line: str) -> bool:
    """Is the subject some engineer or a ship, and nothing around it has a name that tells which?"""
    return _NOBODY.search(line) is not None and len(_NAMED.findall(line)) < 2 and _TO_A_NAME.match(line) is None


def _flaws_of_question(candidate: Candidate) -> Iterator[str]:
    """What the question leaves open, or got wrong in the making."""
    line = candidate.line
    if _is_of_nobody(line) or _TIME_SUBJECT.search(line):
        yield "nobody"
    if (
        is_vague(candidate.stem)
        or is_untold(candidate.stem)
        or is_adrift(candidate)
        or is_lacking(candidate)
        or is_partial(candidate.stem)
    ):
        yield "vague"
    if candidate.fact.kind == "date" and (
        _IN_DECADE.search(candidate.stem) or _AND_THEN.search(candidate.stem) or _DATED_TOO.match(candidate.stem)
    ):
        yield "many_dates"
    if candidate.fact.kind == "date" and _RATHER.search(candidate.stem):
        yield "not_a_statement"
    if _LEANS.match(candidate.stem):
        yield "vague"
    if _THE_YEAR.match(candidate.stem) or _WHICH_LATE.search(candidate.stem):
        yield "not_a_statement"
    if _TORN_VERB.search(candidate.stem) or _NO_SUBJECT.match(candidate.stem):
        yield "no_verb"
    if candidate.template.startswith("cloze") and is_left_open(candidate):
        yield "not_a_statement"


def _flaws_of_line(candidate: Candidate) -> Iterator[str]:
    """What the statement lacks that the question is made from."""
    line = candidate.line
    if REPORTED.search(line.lower()) and "attributed" not in candidate.fact.flags:
        yield "reported"
    if FORECAST.search(governing(line)):
        yield "forecast"
    if _QUOTED.search(candidate.stem.rstrip("?").rstrip("!")):
        yield "quoted"
    if _GAP_IN_LIST.search(_OPENING_DATE.sub("", line)):
        yield "figure_in_series"
    if (fragment := NO_SUBJECT.match(line)) and (
        base_of_participle(fragment["verb"]) is not None or looks_past(fragment["verb"])
    ):
        yield "no_verb"
    if not _has_verb(_BESIDE_NOUN.sub(",", line).split()):
        yield "no_verb"
    parts = split(_PLACED.sub("", LEADING.sub("", line)))
    if candidate.template.startswith("cloze") and parts and parts.verb == "had" and perfect(parts):
        yield "relative_time"
    if (
        (candidate.template.startswith("cloze") and line.endswith(","))
        or LONE_COMMA.search(line)
        or BROKEN_OFF.search(candidate.stem)
        or is_cut_open(line)
        or is_spliced(line)
        or has_two_verbs(line)
        or is_clause_without_verb(line)
    ):
        yield "not_a_statement"
    yield from of_a_date(candidate) if candidate.fact.kind == "date" else of_a_figure(candidate)
    if candidate.stem.count("____") and (joined(line) or IN_ASIDE.search(line)):
        yield "two_statements"


def _has_verb(words: list[str]) -> bool:
    """Is there a finite verb, and not only a participle ("a well drilled by Humble Oil", "a tablet found on Orla")?"""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if not word.islower() or not is_finite(word.strip(",.")):
            continue
        if surely_finite(word) and not (following == "by" and base_of_past(word) in _DONE_TO):
            return True
        if not _is_passive(word, following):
            return True
    return False


def _is_passive(word: str, following: str) -> bool:
    """Is the form a participle, since what it was done to is no object behind it?"""
    return following == "by" or (following in _PREPOSITIONS and base_of_past(word) in _TRANSITIVE)
