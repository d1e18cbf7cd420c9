"""Which items should nobody see? Each flaw has a code; the first one found drops the candidate."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from content.candidates.candidate import Candidate
from content.candidates.clause import MARK
from content.candidates.dates import Split, another_clause, is_caused, split
from content.candidates.names import MONTHS
from content.candidates.verbs import base_of_participle, is_finite, looks_past, surely_finite

_REPORTED = re.compile(
    r"\b(?:said|says|told|(?:added|adding)(?= that|[,:])|according to|reportedly|allegedly|claimed?|claims"
    r"|argued?|argues|believed?|believes|complain\w*|remark\w*|joked|"
    r"thought|hoped|expected|estimates|suggests?|reports?)\b"
)
_CHARGED = re.compile(
    r"\b(?:ludicrous|hostile|provocations?|infamous|notorious|puppet|so-called|shameful|heroic|brutal"
    r"|unfortunately|tragic|evil|"
    r"disgraceful|outrageous|sadly|regime|cronies|propaganda|genocide|betray\w*|glorious|controversial"
    r"|seemingly|arguably|perhaps|"
    r"probably|possibly|supposedly|apparently|presumably|in all likelihood|tradition|legend)\b"
)
_FORECAST = re.compile(
    r"\b(?:(?:is|are|was|were) to be|will|could|may|might|should|would|promis\w+|plans? to|planned to|is due|are due"
    r"|expected to|set to|if)\b"
)
_PARTED = re.compile(
    r",(?!\d)|;| (?=(?:who|whom|which|that|so that|because|where|when|although|while|if|unless|until)\b)"
)
_CHANGE = re.compile(
    rf"\b(?:increase|decrease|rise|fall|drop|growth|decline|reduction|gain|loss|cut|jump|saving|difference) of {MARK}"
    rf"|\b(?-i:[A-Z])[\w’'-]+ of {MARK}(?! (?:per ?cent|people|men))"
    rf"|\b(?:up|down|by|extra|additional|further) (?:by )?(?:a |an |the )?{MARK}"
    rf"|\b(?:further|extra|additional|mere|every|each|per|next|last|first|remaining|final|past|top|aged?"
    rf"|No\.|number|page|chapter|"
    rf"version|section|article|volume|class|type|route|platform|channel|highway|apollo|boeing|model) {MARK}"
    rf"|{MARK}(?: [a-z]+)? (?:more|fewer|less|times|earlier|later|before|after|ago|old|away|apart|each"
    rf"|per cent of the time|others?)\b"
    rf"|\bwithin {MARK}|per ?cent to {MARK}|\bage(?:d| of) {MARK}"
    rf"|{MARK} (?:bank)?(?:notes?|bills?|coins?|stamps?)\b|{MARK}[-–]?(?:year-old"
    rf"|day-old)|{MARK}\s?(?:am|pm|a\.m|p\.m|o’clock)",
    re.IGNORECASE,
)
_NEAR = 100
"""Characters around the fact in which the words that make it a change stand."""
_NAMELIKE = re.compile(
    rf"\b(?:the|of|[Tt]his|[Aa]|[Aa]n|mid|early|late) {MARK}|{MARK}(?: [A-Z]|[-–][A-Za-z]| [a-z]+(?:ing"
    rf"|s)? (?:of|was|were|act|war|season|attacks?|games|election|census)\b)"
)
_DAY = (
    r"(?:(?:about|around|early|late) )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:(?:January|February|March|April|May|June|July"
    r"|August"
    r"|September|October|November|December)\b(?: \d{1,2},?)?(?: \d{4})?|1\d{3}|20\d{2})"
)
JOINED_DATES = re.compile(
    rf"{MARK},? (?:and|or|to|then|&) (?:again |once more |then )?(?:in |on |by )?{_DAY}\b"
    rf"|\b{_DAY},? (?:and|or|to|then|&) (?:again |once more |then )?(?:in |on |by )?{MARK}"
    rf"|{MARK}, {_DAY}\b(?! [a-z]+ed)"
)
"""Two dates of one doing ("in 1524 and in 1526"): neither is the answer alone."""

_MONEY = re.compile(r"[$£€¥]\s?\d[\d.,]*")
_SCALE_ALONE = re.compile(r"\d (?:million|billion|trillion)(?=$|[.,?]| (?:in|by|and|on|from|to|at)\b)")
_DATED_SUBJECT = re.compile(rf"^(?!(?:In|On|By|Since|Until|From|At) )[^,]*\b(?:in|of|from|on) {MARK} (?P<verb>[a-z]+)")
"""“Osaka in ____ was the first”: the date belongs to the subject, and what it is of stays untold."""

_TIME_SUBJECT = re.compile(
    r"^(?:The |That |This |[A-Z][a-z]+ |\d+ )?(?:(?:next|first|last|following|whole|same) )?"
    r"(?:years?|months?|weeks?|days?|hours?|decades?|century|winter|spring|summer|autumn|period|time) "
    r"(?:from|after|before|between|of|until|was|were|had|saw|that)\b"
)
_LEADING = re.compile(rf"^(?:In|On|By) {MARK},? ")
_DATED = re.compile(
    rf"(?:^|\b)(?:in|on|by|since|until|from|between|during|around|to|and|till|before|after) {MARK}", re.IGNORECASE
)
_ENUMERATED = re.compile(rf"{MARK} [^,.:]+?(?: (?:are|were|is)|:| such as| namely| including) [^,]+, [^,]+(?:,| and )")
_NUMERAL = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_YEAR = re.compile(r"\b(?:1[0-9]{3}|20[0-9]{2})\b(?!,\d)")
_EARLY_YEAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December) ([1-9]\d\d)\b(?!,\d)"
)
_NUMBERED_NAME = re.compile(
    r"(?:^|[\w,] )(?!In|On|By|About|Some|The|At|Over|Nearly|Only|From|With|After|Of)[A-Z][\w’'-]* $"
)
_SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_OPINION = re.compile(
    r"\b(?:best|worst|greatest|most important|impressive|remarkable|incredible|amazing|famous|beautiful"
    r"|popular|best-known)\b"
)
_NOBODY = re.compile(rf"^(?:(?:In|On|By) {MARK},? [Aa]n?|An?) (?![A-Za-z -]{{3,40}} of (?:the )?[A-Z])")
_OF_SOMEBODY = re.compile(rf"\b(?:who|that|which) (?:[a-z]+ ){{1,3}}(?:[a-z]+ )?{MARK}")
"""A figure told of somebody by the way ("the son of a clerk who earned 20 rupees")."""

_NUMBERED_KIND = re.compile(rf"{MARK} (?:Series|Class|Type|Model|Street|Avenue|Squadron|Regiment|Club|Group|Sqn)\b")
_UNTOLD = re.compile(
    r"\b\d+ (?:articles|rules|demands|points|chapters|clauses|measures|laws|decrees|resolutions)(?:\?|\.)?$"
    r"|\b(?:an?|one) (?:machine|specimen|sample|proposal|paper|plan|method|work|letter|report|idea|device|instrument"
    r"|article|process|system|study|theory|model|piece|book)(?:\?$| (?=to the |to [A-Z]|in [A-Z]|at [A-Z]))"
    r"|\b(?:patent|licen[cs]e) (?:no\.?|number) [\d,]+(?:\?|\.)?$"
    r"|\b(?:was|were) (?:struck|hit|used|asked|told|called|set|seen|put|tried|heard|searched|questioned|charged|fined"
    r"|convicted|acquitted|punished|rewarded|honoured|dismissed|promoted|wounded|injured)\?$"
)
"""“… issue 23 articles”: of what?"""

_WRITTEN_TO = re.compile(
    r"\b(?:write|speak|telegraph|telephone|reply|report|travel|return|come|go|send) to [A-Z][\w’'-]*"
    r"(?: [A-Z][\w’'-]*)*\?$"
    r"|\bdid (?:[A-Z][\w’'-]* ?){1,4} (?:meet|visit|see) (?:[A-Z][\w’'-]* ?){1,4}\?$"
)
"""One of many letters, journeys or meetings."""

_UNTOLD_SUBJECT = re.compile(
    r"\b(?:An?|an?|[Tt]he|[Oo]ne) (?:[a-z]+ )?(?:study|survey|report|patent|inquiry|proposal|poll|paper|petition"
    r"|motion|letter)"
    r"(?! (?:of|on|into|for|about|to|against|that|by which|in which|which (?:said|showed|found|called|asked))\b)"
    r"(?:\?$| (?:commissioned|written|made|published|presented|ordered|carried|by|from|at|in|with|was|were)\b)"
)
_FIRST_OF = re.compile(r"\b[Tt]he first [a-z-]+")
_CAPITAL = re.compile(r"(?<=[a-z,] )(?!(?:Janu|Febr|March|April|May|June|July|Augu|Sept|Octo|Nove|Dece))[A-Z][\w’'-]+")
_LED_INTO_GAP = re.compile(r"^(?!(?:In|On|At) )(?:[^, ]+ ){2,7}[^, ]+, (?:in|on|by) ____\.$")
"""“Only X was convicted, on ____”: the comma makes the date an afterthought."""

_COMMA_AFTER_GAP = re.compile(r"^(?!(?:In|On|By) ____)[^,]*____, (?:for|by|with|to|of|at|in|near|from|under) ")
_TWO_CLAUSES = re.compile(rf"\b(?:which|who|whom|whose|that) [^,]*{MARK}[^,]* and (?:which|who|whom|whose|that)\b")
_SECOND_DATED = re.compile(rf",? (?:and|but|while|when) (?:in|on) {MARK}")
_LAST_OF = re.compile(rf"{MARK}[^,]*, (?:the )?(?:first|last|most|half|a third|a quarter|\d[\d.,]*)\b")
"""“… ____, the last 550 million of which”: the figure and a part of it."""

_HAD_SOME = re.compile(r"\bhad (?:some|an?|the|no|many|few|several|\d|____)")
_KIN = re.compile(
    r"[’']s? (?:father|mother|brother|sister|son|daughter|wife|husband|uncle|aunt|nephew|niece|grandfather|grandmother"
    r"|cousin|parents|family|widow) (?:was |were )?"
    r"(?:die|born|marry|move|become|leave|fall|return|retire|emigrate|buried|bury|buy|sell)\b"
)
"""A side fact of a life that the text is about."""

_SINCE = re.compile(rf"since {MARK}", re.IGNORECASE)
_BY_THEN = re.compile(rf"\b[Bb]y {MARK}")
_ONSET = re.compile(r"\bhad (?:begun|started|become)\b")
"""What began by a year is asked as the text tells it; of other things any later year would be true as well."""

_ANOTHER_DATED = re.compile(r"\b(?:in|on) (?:[\w ]{0,20} )?\d{4},? and\b")
"""“… in 1822 and one over the Rhône on ____”: another doing with its own date."""

_SPLICED = re.compile(rf"{MARK}, (?:the [a-z-]+|[A-Z][\w’'-]+|the [A-Z][\w’'-]+) (?P<verb>[a-z]+)")
_STATE = re.compile(
    r"\b(?:st(?:and|ood) at|amount(?:ed)? to|total(?:led|ed)?|number(?:ed)?|averaged?) (?:about )?[$£€]?\d"
)
_GOING_ON = re.compile(
    r"\b(?:was|were) (?:[A-Z][\w’'-]* (?:and )?){0,5}(?:still |then |already |just )?"
    r"(?!being\b|during\b)[a-z]{3,}ing\b(?! of\b)"
    r"|\b(?:ma[dk]e up|account(?:ed)? for|consist(?:ed)? of) "
)
"""What lasted has no date: "was studying", "made up a tenth"."""

_FULL_DATE = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{3,4}\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\b"
)
_CUT_OPEN = re.compile(
    r"^(?!(?:In|On|At|By|After|Before|When|For|From|During|With|Since|Under|As|While|Although|Because|If|To|Until)\b)"
    r"(?P<subject>[^,]+), (?P<verb>[a-z]+) "
)
"""“The derailment caused by a switch, cost”: a comma parts subject and verb."""

_LONE_COMMA = re.compile(
    rf"^(?!(?:In|On|At|By|After|Before|When|For|From|During|With|Since|Under|As|While|Although|Because|If|To|Until)\b)"
    rf"[^,{MARK}]+, (?:(?:at|in|near|on|of|from|the|an?) [^,{MARK}]+?|(?:[A-Z][\w’'-]+ ?){{1,3}}) ?\b(?:was|were|is"
    rf"|are|had|has)\b"
)
"""“The station, at Brod was closed”: one comma of a pair was cut away."""

_NAMED = re.compile(r"(?<=[a-z,] )(?!(?:Janu|Febr|March|April|May|June|July|Augu|Sept|Octo|Nove|Dece))[A-Z][\w’'-]+")
_VAGUE = re.compile(
    r"\b(?:follow|come|continue|happen|occur|change|fail|do so|begin|start|end|stop|resume|appear|return"
    r"|agree|refuse|survive|hold out|take (?:his|her|their) leave|say farewell|come into view|give (?:in|up)"
    r"|(?:carry|go|move) on|(?:break|set|start|run) out"
    r"|(?:sail|depart|start|set off|set out|leave|fly) from [A-Z][\w’'-]*"
    r"|first|second|last)\?$"
)
_LASTING = re.compile(r"\b(?:year|month|week|day|hour|minute|decade)s?$")
_OFFICE = re.compile(
    r"\b(?:become|became|as|made|appointed|elected|named) (?:the |an? |its )?(?:[a-z]+ )?"
    r"(?:head|director|chairman|president|leader|editor|engineer|secretary|governor|minister|manager|captain|mayor)"
    r"(?:\?| in ____\.?)$"
)
_ENDS_BARE = re.compile(
    r"(?<!\bas )(?<!\bfor )(?<!\bby )\b(?:an?|the) (?:patent|licence|license|grant|prize|loan|contract|pension|rival"
    r"|copy|report|letter|similar one|successor|version|rights|one)\?$"
)
_ENDS_OPEN = re.compile(r"\b(?:arrested|released|freed|elected|appointed|chosen|sent|moved|replaced|recalled)\?$")
_IN_ASIDE = re.compile(rf", (?:[a-z]+(?:ed|n|t)|who|which) [^,]*{MARK}[^,]*, [a-z]")
_GAP_IN_LIST = re.compile(
    rf"(?:{MARK}, \d|\d, {MARK}|{MARK} (?:and|or|to) (?:about )?\d|\d (?:and|or|to) (?:about )?{MARK})"
)

_NO_SUBJECT = re.compile(
    r"^(?:By|In|At|Under|With|For|On|From|After|Before|During|Through|Of|Between|To|Against) [^,]*, (?P<verb>[a-z]+) "
)
"""“By the Peace of Stralsund, signed on ____”: a phrase and no sentence."""

_BROKEN_OFF = re.compile(
    r"\b(?:that|he|she|it|they|and|but|or|which|who|whose|whom|an?|the|of|was|were|had|that [a-z]+|when|where|while"
    r"|because)[?.]$"
)
"""The stem ends where its sentence did not."""

_QUOTED = re.compile(r"[“”\"?!:]")

LIST_TEMPLATES = frozenset(("list_count", "list_label", "list_cloze", "table_cell"))


_FEWEST = {"cloze_date": 8, "cloze_figure": 9}
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
        return
    yield from _flaws_of_statement(candidate)


def _flaws_of_statement(candidate: Candidate) -> Iterator[str]:
    line = candidate.line
    if (_NOBODY.search(line) and len(_NAMED.findall(line)) < 2) or _TIME_SUBJECT.search(line):
        yield "nobody"
    if _is_vague(candidate.stem) or _is_untold(candidate.stem):
        yield "vague"
    if _KIN.search(candidate.stem):
        yield "not_worth_it"
    if candidate.template.startswith("cloze") and _is_left_open(candidate):
        yield "not_a_statement"
    if _REPORTED.search(line.lower()) and "attributed" not in candidate.fact.flags:
        yield "reported"
    if _FORECAST.search(_governing(line)):
        yield "forecast"
    if _QUOTED.search(candidate.stem.rstrip("?").rstrip("!")):
        yield "quoted"
    if _GAP_IN_LIST.search(line):
        yield "figure_in_series"
    if (fragment := _NO_SUBJECT.match(line)) and (
        base_of_participle(fragment["verb"]) is not None or looks_past(fragment["verb"])
    ):
        yield "no_verb"
    if not any(word.islower() and is_finite(word.strip(",.")) for word in line.split()):
        yield "no_verb"
    parts = split(_LEADING.sub("", line))
    if candidate.template.startswith("cloze") and parts and parts.verb == "had" and _perfect(parts):
        yield "relative_time"
    if (
        (candidate.template.startswith("cloze") and line.endswith(","))
        or _LONE_COMMA.search(line)
        or _BROKEN_OFF.search(candidate.stem)
        or _is_cut_open(line)
        or _is_spliced(line)
    ):
        yield "not_a_statement"
    yield from _of_a_date(candidate) if candidate.fact.kind == "date" else _of_a_figure(candidate)
    if candidate.stem.count("____") and (_joined(line) or _IN_ASIDE.search(line)):
        yield "two_statements"


def _of_a_date(candidate: Candidate) -> Iterator[str]:
    line = candidate.line
    if _NAMELIKE.search(_LEADING.sub("", line)) or not _DATED.search(line) or _SINCE.search(line):
        yield "date_in_name"
    if _BY_THEN.search(line) and (candidate.template != "date_by" or not _ONSET.search(line)):
        yield "hedged"
    parts = split(line)
    caused = parts is not None and _is_done_to(parts)
    if parts and parts.verb in ("had", "has", "have") and not (_perfect(parts) or caused):
        yield "not_worth_it"
    if _STATE.search(candidate.stem) or ("____" in candidate.stem and not caused and _HAD_SOME.search(candidate.stem)):
        yield "not_worth_it"
    if _GOING_ON.search(candidate.stem):
        yield "not_worth_it"
    if candidate.template.startswith("cloze") and _FULL_DATE.search(line):
        yield "many_dates"
    if _SCALE_ALONE.search(_MONEY.sub("", line)):
        yield "not_a_plain_figure"
    if (named := _DATED_SUBJECT.match(line)) and is_finite(named["verb"]):
        yield "date_in_name"
    if len(shown_years(line)) > 1 or _ANOTHER_DATED.search(line):
        yield "many_dates"


def _of_a_figure(candidate: Candidate) -> Iterator[str]:
    line = candidate.line
    place = line.find(MARK)
    if _CHANGE.search(line, max(0, place - _NEAR), place + _NEAR) or _NUMBERED_KIND.search(line):
        yield "not_a_plain_figure"
    if _OF_SOMEBODY.search(line) or candidate.key.endswith("-old"):
        yield "not_worth_it"
    if _ENUMERATED.search(line):
        yield "countable"
    if len(shown_figures(line)) > 1 or (_LASTING.search(candidate.key) and len(shown_years(line)) > 1):
        yield "many_figures"


def _is_vague(stem: str) -> bool:
    """Does the question end in a word that tells too little of what happened?"""
    last = stem.rpartition(" ")[2]
    if last in ("____", "____."):
        return bool(_OFFICE.search(stem) or _UNTOLD.search(stem))
    return last.endswith("?") and any(end.search(stem) for end in (_UNTOLD, _VAGUE, _OFFICE, _ENDS_OPEN, _ENDS_BARE))


def _is_untold(stem: str) -> bool:
    """Does the question name one of many letters, a study of nobody knows what, or the first of no kind?"""
    if _WRITTEN_TO.search(stem) or _UNTOLD_SUBJECT.search(stem):
        return True
    return bool(_FIRST_OF.search(stem)) and _CAPITAL.search(stem) is None


def _is_left_open(candidate: Candidate) -> bool:
    """Does the statement with a gap carry a comma too many, or half of another statement?"""
    if _LED_INTO_GAP.match(candidate.stem) or _COMMA_AFTER_GAP.match(candidate.stem):
        return True
    return bool(_TWO_CLAUSES.search(candidate.line) or _SECOND_DATED.search(candidate.line)) or (
        candidate.fact.kind == "figure" and bool(_LAST_OF.search(candidate.line))
    )


def _perfect(parts: Split) -> bool:
    """Does a participle follow "had", so that the clause tells of what was before something untold?"""
    first = parts.rest.partition(" ")[0]
    return base_of_participle(first) is not None or looks_past(first)


def _is_done_to(parts: Split) -> bool:
    """Does "had" tell of a deed ("had the Steelyard shut on …")?"""
    return parts.verb == "had" and is_caused(re.split(rf",? (?:in|on) {MARK}", parts.rest)[0])


def _is_spliced(line: str) -> bool:
    """Does another statement follow the fact after a mere comma?"""
    match = _SPLICED.search(line)
    return match is not None and _LEADING.match(line) is None and is_finite(match["verb"])


def _is_cut_open(line: str) -> bool:
    """Does a comma part the subject from its verb?"""
    match = _CUT_OPEN.match(line)
    if match is None or not is_finite(match["verb"]):
        return False
    return not any(surely_finite(word) for word in match["subject"].split())


def _governing(line: str) -> str:
    """The part of the statement whose verb governs the fact, with an "if" before it."""
    start = 0
    for match in _PARTED.finditer(line):
        if match.start() > line.index(MARK):
            return line[start : match.start()]
        start = match.start()
    return line[start:]


def _joined(line: str) -> bool:
    """Do two statements stand side by side in one cloze, so that much is shown that is not asked?"""
    after = line.partition(MARK)[2]
    return (
        bool(re.search(r"(?:, | )(?:and|but) [a-z]+ [^,]*$", after))
        and another_clause(after)
        and len(line.split()) > 22
    )


def prints_key(candidate: Candidate) -> bool:
    """Does the stem or the context print the key, or its numeral?"""
    shown = candidate.stem + " " + (candidate.context or "")
    return key_in(candidate.key, shown)


def key_in(key: str, text: str) -> bool:
    """Do the words of the key, or its numeral where that is telling, stand in the text?"""
    if key.lower() in text.lower() and re.search(rf"(?<![\w.,]){re.escape(key)}(?![\w]|[.,]\d)", text, re.IGNORECASE):
        return True
    numerals = [numeral for numeral in _NUMERAL.findall(key) if len(numeral) > 2 and numeral in text]
    return any(re.search(rf"(?<![\d.,]){re.escape(numeral)}(?![\d]|[.,]\d)", text) for numeral in numerals)


@lru_cache(maxsize=4096)
def shown_years(text: str) -> tuple[int, ...]:
    """The years that a text prints."""
    return tuple(int(year) for year in (*_YEAR.findall(text), *_EARLY_YEAR.findall(text)))


@lru_cache(maxsize=4096)
def shown_figures(text: str) -> tuple[Decimal, ...]:
    """The figures that a text prints, years and days of months left out, scale words included."""
    found = []
    for match in _NUMERAL.finditer(text):
        word = match.group()
        before = text[: match.start()].rsplit(" ", 2)[-2:]
        after = text[match.end() : match.end() + 12].split()
        if _NUMBERED_NAME.search(text[: match.start()]):
            continue
        if _YEAR.fullmatch(word) or any(part.lower().strip(".,") in MONTHS for part in (*before, *after[:1])):
            continue
        scale = _SCALES.get(after[0].strip(".,").lower(), 0) if after else 0
        found.append(Decimal(word.replace(",", "")).scaleb(scale))
    return tuple(found)


def is_opinion(text: str) -> bool:
    """Does the text praise or blame rather than tell?"""
    return bool(_OPINION.search(text))


@lru_cache(maxsize=4096)
def is_charged(text: str) -> bool:
    """Does the text use words that take sides?"""
    return bool(_CHARGED.search(text.lower()))
