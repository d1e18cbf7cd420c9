"""Which questions are worth asking first? A table of weights, in `weights.toml`, each with its meaning."""

import re
import tomllib
from importlib import resources
from math import inf

from content.candidates.candidate import Candidate
from content.candidates.halves import half
from content.candidates.mark import MARK
from content.candidates.nouns import MONTHS
from content.candidates.setting import tokens_of
from content.flaws import LIST_TEMPLATES
from content.looks import look
from content.patterns import quick
from content.shown import shown_figures, shown_years
from content.tone import is_opinion

_TABLES = tomllib.loads(resources.files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))

CUT: float = _TABLES["cut"]["text"]
"""Candidates below this score are not asked."""

NEWS_CUT: float = _TABLES["cut"]["news"]
"""The same for news, where most figures are of the day."""

TEMPLATES: dict[str, float] = _TABLES["templates"]
"""How far the way of asking is to be trusted."""

WEIGHTS: dict[str, float] = _TABLES["features"]
"""What each feature adds; `weights.toml` says what it is."""

_EVENT = quick(
    r"\b(?:sign|found|open|kill|cost|built|build|complet|enact|pass|discover|invent|launch|publish"
    r"|establish|elect|crown|ratif|"
    r"abolish|destroy|conquer|erupt|die|born|land|introduc|patent|begin|began|end|declar|surrender|adopt"
    r"|inaugurat|creat|form|negotiat|conclud|invad|defeat|captur|resign|annex|occup|liberat|assassinat|execut|murder"
    r"|perish|drown|dead)\w*"
)
_LASTING = re.compile(r"\b(?:year|month|week|day|hour|minute|decade)s?$")
_BY_THE_WAY = re.compile(rf"\b(?:with|without|weighing|measuring|carrying|containing|at|an? [a-z]+ of) {MARK}")
_GIVEN = re.compile(r"\b(?:provid|suppl|furnish|present|equip|fill)[a-z]*\b.* with ")
_SLIGHT = quick(
    r"\b(?:come into view|came into view|see(?!d)|saw(?= [A-Z])|fall ill|fell ill|for a rest|on leave"
    r"|join as|joined as|retire|suffer|embark|spend|spent|catch|caught|(?:meet|met)(?! (?:to|at|in|for|on|and)\b)"
    r"|(?:did|were|____,?) (?:[a-z -]+|(?:the )?[A-Z][a-z]+s) (?:meet|met)"
    r"|moved? to [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}(?=\?| in ____)|go home|went home|g[ia]ve up [a-z]+ing"
    r"|complain|typist|attend|travel(?:led)?"
    r"|stop(?:ped)?|stay|tour|notice|(?<!census of \d{4} )count|walk|answer|ill|wait|arrive|hid|hide|visit)(?:ed|d)?\b"
)
_MOST_NAMES = 3
_TOLD_ONCE = ("pronoun", "opinion", "two_halves", "slight", "event_verb")
_MOST_BY_WORDS = sum(max(0.0, WEIGHTS[name]) for name in (*_TOLD_ONCE, *["name"] * _MOST_NAMES)) + 0.001
"""What the words of a question can add to its score; each word too many and each comma only take away."""
_PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|its|their|him|them)\b")


def score(candidate: Candidate, document_year: int | None, least: float = -inf) -> float:
    """The worth of a candidate: the sum of its parts; any less than `least` where it surely does not reach that."""
    listed = candidate.template in LIST_TEMPLATES
    worth = TEMPLATES[candidate.template] + _weighed(_of_kind(candidate, document_year, listed))
    if worth + _MOST_BY_WORDS < least:
        return -inf  # whatever its words are: they are looked at last, for that takes longest
    return worth + _weighed(_of_words(candidate, listed))


def parts(candidate: Candidate, document_year: int | None) -> dict[str, float]:
    """Each feature's share in the score, by name."""
    count = features(candidate, document_year)
    shares = {name: WEIGHTS[name] * value for name, value in count.items() if value}
    return {"template": TEMPLATES[candidate.template], **shares}


def _weighed(count: dict[str, float]) -> float:
    return sum([WEIGHTS[name] * value for name, value in count.items() if value])


def tells_event(text: str) -> bool:
    """Does the text tell of something that is remembered by its date: founded, signed, opened, fell?"""
    return bool(_EVENT.search(text))


def features(candidate: Candidate, document_year: int | None) -> dict[str, float]:
    """What is weighed, by name, before the weights."""
    listed = candidate.template in LIST_TEMPLATES
    return _of_words(candidate, listed) | _of_kind(candidate, document_year, listed)


def _of_words(candidate: Candidate, listed: bool) -> dict[str, float]:
    """What the words of the question weigh."""
    stem = candidate.stem
    names = len([token for token in tokens_of(stem)[1:] if token[0].isupper() and token.lower() not in MONTHS])
    return {
        "pronoun": bool(_PRONOUN.search(stem)),
        "name": 0 if listed else min(names, _MOST_NAMES),
        "per_word_over_22": 0 if listed else max(0, len(stem.split()) - 22),
        "opinion": is_opinion(stem),
        "clauses": 0 if listed else max(0, stem.count(", ") - 1),
        "two_halves": bool(candidate.template.startswith("cloze") and half(candidate.line) is not None),
        "slight": not listed and bool(_SLIGHT.search(stem)),
        "event_verb": tells_event(stem),
    }


def _of_kind(candidate: Candidate, document_year: int | None, listed: bool) -> dict[str, float]:
    """What the key weighs, what else is shown and what had to be trusted."""
    figures = 0 if listed else len(shown_figures(candidate.line))
    found: dict[str, float] = {
        "trust": candidate.cost,
        "context": candidate.context is not None and not listed,
    }
    if candidate.fact.kind != "date":
        return found | {"other_figure": figures} | _of_figure(candidate, listed)
    return found | {
        "other_figure": 0 if listed else len(shown_years(candidate.stem)) + 2.0 * figures,
        "full_date": candidate.asked in ("day", "month_day"),
        "decade": candidate.asked == "decade",
        "document_year": document_year is not None and str(document_year) in candidate.key,
    }


def _of_figure(candidate: Candidate, listed: bool) -> dict[str, float]:
    shape = look(candidate.key)
    unit = getattr(candidate.fact.value, "unit", None) or ""
    return {
        "money": len(unit) == 3 and unit.isupper(),
        "measure": candidate.key.rstrip("0123456789,. ") != "" and not (listed or "-" in candidate.key),
        "small_value": not listed and shape is not None and shape.value < (13 if shape.worded else 10),
        "compound": "-" in candidate.key,
        "by_the_way": not listed and bool(_BY_THE_WAY.search(candidate.line) and not _GIVEN.search(candidate.line)),
        "lasting": not listed
        and candidate.template != "amount"
        and "-" not in candidate.key
        and bool(_LASTING.search(candidate.key)),
    }
