"""How is a fact asked that stands in a list? By its entry's label, with the lead-in above."""

import itertools
import re
from collections.abc import Iterator

from content.candidates import lists
from content.candidates.candidate import Asked, Candidate
from content.candidates.mark import MARK
from content.candidates.people import is_person
from content.candidates.verbs import base_of_participle, is_finite
from content.candidates.words import word_list
from content.captions import caption
from content.columns import is_slight
from content.document import Span
from content.facts.fact import Fact, FigureValue
from content.happened import happened
from content.idle_lists import (
    heads_a_board,
    is_bare_name,
    is_of_a_board,
    is_of_office,
    is_of_the_page,
    tells_kind,
    why_idle,
)
from content.looks import look, numeral_end
from content.neighbours import (
    is_dated_list,
    is_led_into,
    is_list_of_figures,
    is_next_entry,
    is_rest_of_statement,
    is_told_twice,
)
from content.outline import SIGN, Unit
from content.pools import decimal
from content.readings import clean
from content.shown import key_in
from content.source import Source, is_measure, label

_DANGLING = re.compile(r"\b(?:this|these|those|such|he|she|it|they|them|his|her|its|their|we|our)\b", re.IGNORECASE)
_ON_TO_LIST = re.compile(r"\b(?:is|are|was|were) (?:these|those)\b")
_OF_ITS_OWN = re.compile(
    r"\b[Tt]he (?:company|firm|club|bank|school|trust|group|society|museum|ship|town|city|paper|authority"
    r"|college)[’']s\b"
)
"""Whose? An entry stands alone."""

_BODY = re.compile(
    r"\b[Tt]he (?P<body>company|firm|club|trust|society|group|ship|corporation|council|authority|association)\b(?! of)"
)
_PREPOSITIONS = word_list("prepositions")
_OF_THEM = re.compile(r" (?:they|it) (?:was|were|is|are|had|has) [a-z]+(?=$| in\b)")
"""What a title adds about its own things: "Ships and the year they were built"."""

_SHORTHAND = re.compile(r"^[a-z]{1,2}\.? [A-Z]")
"""“b Bermersheim”: born, in a lexicon's shorthand."""

_TITLE = re.compile(r"^(?:[a-z]+est|best|worst|top|most|greatest|ways|reasons|things|tips|facts|questions)\b")
"""“50 deepest mines”: a headline, not a count."""

_OF_THE_WHOLE = re.compile(
    r"(?:(?:the|some|key|main|quick|fast|basic|important|other) )*(?:facts|figures|numbers|dates|data|details"
    r"|facts (?:and|&) figures|summary|overview|timeline|history"
    r"|(?:[a-z]+ ){0,2}(?:in (?:brief|figures|numbers|short|dates)|at a glance))",
    re.IGNORECASE,
)
"""Headings of lists that tell of what the whole document is about."""
_REST = re.compile(
    r"(?:(?:the|all|any) )?(?:not known|unknown|others?|rest|remainder|misc\w*|none|not stated|no answer)\b",
    re.IGNORECASE,
)
_KINDS = re.compile(r"(?:[A-Z][a-z]+ )?[A-Za-z][a-z]{3,}s:")
"""“Novels:”: one word or two that say what is listed."""
_TELLING = frozenset(
    ("lists", "includes", "contains", "shows", "gives", "names", "says", "comprises", "counts", "records")
)
"""Verbs that lead into a list: what they end is no title of it."""
_A_COUNT = re.compile(r"[\d.,]+ (?!\w+(?:th|st|nd|rd)\b)(?:[^\W\d_][\w’'-]* ?){1,4}$")
"""“6,200 fin whales”: what is told of the time before it is the count, not the time."""
_PLAIN_TIMES = frozenset(("date", "dates", "year", "years", "when", "time", "period"))
"""Labels of a sheet of facts that do not say what happened then."""
_PART = re.compile(r"(?:(?:and )?of (?:which|whom|these|them|this)|thereof|including|among them)\b", re.IGNORECASE)
"""An entry that tells a part of the one above it."""
_STATE = re.compile(r"(?:[A-Za-z][a-z]+ly )?[A-Za-z][a-z]+(?:onal|able|ible|ctive|less|ended)")
"""“Fully operational”: what was?"""
_SHORT = 3
"""Words of a label that is like the head of a column."""
_MANY, _ROWS = 100, 30
_ASKED = {"year": "year", "era": "year", "decade": "decade"}
_NUMBERED = re.compile(r"^\d{1,2}[.)] ")


def listed(source: Source, fact: Fact, kind: Asked, unit: Unit, span: Span) -> Iterator[Candidate | str]:
    """The one way of asking an entry of a list, or the code of why there is none."""
    span, entry = _entry(source, fact, unit, span)
    heading = _heading(source, fact, unit)
    refused = _misshapen(source, fact, span, entry) or _idle(source, fact, heading)
    if source.document.is_untitled and heading == clean(source.document.title):
        refused = "reference"  # nothing but the file's name stands over it
    if refused:
        yield refused
        return
    date = None if fact.kind == "figure" else _ASKED.get(kind, "date")
    made = lists.stem(entry.line, heading=heading, document_noun=source.noun, date=date, money=_is_money(fact))
    if made is None:
        yield "list_entry"
        return
    template, stem, name = made
    refused = _misplaced(source, fact, unit, template) or _untold(source, fact, unit, span, made)
    if refused:
        yield refused
        return
    if lists.is_labelled(entry.line) and _is_unled(source, fact, source.document[span], name):
        yield "reference"
        return
    about = clean(source.document.title) if _OF_THE_WHOLE.fullmatch(heading) else heading
    if date and (refused := _nameless(source, fact, kind, heading, name)):
        yield refused
        return
    told = happened(about, name, kind, source.document.text) if date else None
    if told is None and date and _STATE.fullmatch(name):
        yield "reference"
        return
    if told is None and (is_of_the_page(name) or (is_slight(name) and len(name.split()) <= _SHORT)):
        yield "not_worth_it"
        return
    yield Candidate(
        fact=fact,
        template=template,
        stem=told or (stem.replace("Which amount", "Which share", 1) if _unit(fact) == "%" else stem),
        key=source.document[span],
        span=span,
        quote=unit.span,
        line=entry.line,
        label=label(name),
        asked=kind,
        context=_above(source, fact, source.document[span]),
        hedge=fact.hedge,
        siblings=_siblings(source, fact, template),
        thing=name,
    )


def _entry(source: Source, fact: Fact, unit: Unit, span: Span) -> tuple[Span, lists.Entry]:
    """The key's place and the entry around it: of a counted figure the numeral alone, of a day its first sentence."""
    document = source.document
    whole = lists.entry_around(document.text, span, unit.span)
    if fact.kind == "figure" and not _is_money(fact) and not lists.is_labelled(whole.line):
        shape = look(document[span])
        if shape is not None:
            span = Span(span.start + len(shape.before), span.start + numeral_end(document[span], shape))
    entry = lists.entry_around(document.text, span, unit.span)
    dated = fact.kind == "date" and is_dated_list(source, fact, unit)
    return span, lists.first_sentence(entry) if dated else entry


def _heading(source: Source, fact: Fact, unit: Unit) -> str:
    """What the list stands under: a title of its own, its section's heading, the document's title."""
    document = source.document
    own = _own_title(source, fact) or _line_above_rows(source, unit)
    heading = own or clean(document.sections[unit.section].heading or document.title)
    return _NUMBERED.sub("", heading).rstrip(".:")


def _line_above_rows(source: Source, unit: Unit) -> str | None:
    """The line that stands as a title above the first of the rows."""
    if SIGN not in source.document[unit.span]:
        return None
    units, at = source.outline.units, source.outline.at(unit.span.start) or 0
    lowest = max(0, at - _ROWS)
    while at > lowest and is_next_entry(units[at - 1], unit) and SIGN in source.document[units[at - 1].span]:
        at -= 1
    above = caption(source.outline, at)
    return above.title if above.own else None


def _misshapen(source: Source, fact: Fact, span: Span, entry: lists.Entry) -> str | None:
    """Is the figure told twice, left over from its lead-in, or only the entry's number?"""
    head = clean(source.document[fact.lead_in]).split() if fact.lead_in else ["", ""]
    leftover = len(head) == 1 and head[0].endswith(":") and not _KINDS.fullmatch(head[0])
    numbered = _is_numbered(entry.line, source.document[span])
    return "form" if entry.line.count(MARK) != 1 or leftover or numbered else None


def _idle(source: Source, fact: Fact, heading: str) -> str | None:
    lead_in = source.document[fact.lead_in] if fact.lead_in else ""
    few = fact.kind == "figure" and _is_few(fact)
    return "not_worth_it" if source.news else why_idle(heading, lead_in, few=few)


def _misplaced(source: Source, fact: Fact, unit: Unit, template: str) -> str | None:
    """Does the entry stand in no list of its kind, or is it not clear of what the list is?"""
    if SIGN in (row := source.document[unit.span]):
        dated = is_dated_list(source, fact, unit) and fact.kind == "date"
        single = template == "list_label" and ";" not in row
        return None if single and (dated or _is_of_a_sheet(source, fact, unit)) else "list_entry"
    if fact.kind == "figure" and not is_list_of_figures(source, fact, unit):
        return "list_entry"
    if template == "list_label" and fact.kind == "figure" and not is_led_into(source, fact, unit):
        return "reference"
    if fact.kind == "figure" and is_rest_of_statement(source, fact, unit):
        return "reference"
    return "many_figures" if template == "list_label" and _has_twin(source, fact, unit) else None


def _nameless(source: Source, fact: Fact, kind: Asked, heading: str, name: str) -> str | None:
    """Does the entry only name somebody or a place, so that it does not tell what happened on its date?"""
    if is_of_a_board(name) or (kind == "month_day" and is_bare_name(name)):
        return "not_worth_it"
    told = f"{heading} {source.document[fact.lead_in] if fact.lead_in else ''}"
    if is_bare_name(name) and (heads_a_board(told) or _is_shared(source, fact)):
        return "not_worth_it"
    who, _, rest = name.partition(", ")
    alone = is_person(who) and len(rest.split()) <= _SHORT and not _has_verb(rest.split())
    if alone and not is_of_office(f"{source.document.title} {told}"):
        return "reference"
    return "reference" if is_bare_name(name) and not tells_kind(told, name) else None


def _is_unled(source: Source, fact: Fact, key: str, name: str) -> bool:
    """Is the entry but a name, and the line lost that led into the list and said what is told of it?"""
    if fact.lead_in is None or _own_title(source, fact) or _has_verb(name.split()):
        return False
    led = clean(source.document[fact.lead_in])
    return led.endswith(":") and len(led.split()) > 2 and _above(source, fact, key) is None


def _is_shared(source: Source, fact: Fact) -> bool:
    """Does half of the list tell the same of its names, so that it is nothing to know one of them by?"""
    others = source.groups.get(fact.group, ()) if fact.group is not None else ()
    same = sum(source.document[other.span] == source.document[fact.span] for other in others[:_MANY])
    return same > 1 and 2 * same >= len(others)


def _untold(source: Source, fact: Fact, unit: Unit, span: Span, made: tuple[str, str, str]) -> str | None:
    """Why the entry's label does not tell what is asked, or tells too much."""
    template, _, name = made
    words = source.document[span]
    if fact.kind == "date" and key_in(words, source.document.title):
        return "gives_away"
    if _DANGLING.search(name) or _OF_ITS_OWN.search(name) or _is_untold_body(name, source, unit):
        return "reference"
    if _PART.match(name):
        return "reference"
    if is_told_twice(source, unit, name):
        return "many_dates" if fact.kind == "date" else "many_figures"
    if _REST.match(name) or "|" in name or name.lower() in _PLAIN_TIMES:
        return "not_worth_it"
    if fact.kind == "date" and _A_COUNT.match(name) and not _has_verb(name.split()):
        return "list_entry"
    bare_year = fact.kind == "figure" and re.fullmatch(r"1\d{3}|20\d\d", words)
    if bare_year or _SHORTHAND.match(name) or (template == "list_count" and _TITLE.search(name)):
        return "list_entry"
    return None


def _is_numbered(line: str, words: str) -> bool:
    """Does the figure only number the entries ("2 List", "4 Man swims lake")? Then a capital follows it."""
    return bool(re.match(rf"{MARK} [A-Z]", line)) and words.isdigit() and int(words) < 40


def _is_untold_body(name: str, source: Source, unit: Unit) -> bool:
    """Does the entry tell of "the company", and neither title nor heading which?"""
    told = " ".join((source.document.title, *source.document.sections[unit.section].path)).lower()
    return any(match["body"] not in told for match in _BODY.finditer(name))


def _own_title(source: Source, fact: Fact) -> str | None:
    """The lead-in where it is no sentence but a title of the list's own ("Costs of the programme in 2016:")."""
    told = clean(source.document[fact.lead_in]) if fact.lead_in else ""
    words = told.rstrip(":").split()
    short = told.endswith(":") and (2 < len(words) <= 10 or bool(_KINDS.fullmatch(told)))
    if words and (words[-1] in _TELLING or _DANGLING.search(told)):
        return None
    return told if short and not _has_verb(_OF_THEM.sub("", " ".join(words)).split()) else None


def _has_verb(words: list[str]) -> bool:
    """Does a finite verb stand among the words? "Goods handled in 2018" has none, "it cost the following" has."""
    pairs = itertools.pairwise([*words[1:], ""])
    return any(
        word.islower() and is_finite(word) and (after not in _PREPOSITIONS or base_of_participle(word) is None)
        for word, after in pairs
    )


def _has_twin(source: Source, fact: Fact, unit: Unit) -> bool:
    """Does the entry hold another fact of that kind, so that its label alone tells neither?"""
    others = source.groups.get(fact.group, ()) if fact.group is not None else ()
    return any(
        other is not fact and other.kind == fact.kind and other.span in unit.span and _unit(other) == _unit(fact)
        for other in others
    )


def _is_of_a_sheet(source: Source, fact: Fact, unit: Unit) -> bool:
    """Do the rows tell several things of one: its length, its cost, its date? No head stands over such a column."""
    others = source.groups.get(fact.group, ()) if fact.group is not None else ()
    if len(others) > 2 * _ROWS:
        return False
    words = source.document[unit.span]
    is_head = bool(others) and others[0] is fact and re.search(r"\| ?\d{4}(?:[/–-]\d\d)?$", words)
    return words.count("|") == 1 and not is_head and len({(other.kind, _unit(other)) for other in others}) > 2


def _is_few(fact: Fact) -> bool:
    value = decimal(fact.value.number) if isinstance(fact.value, FigureValue) else None
    return value is not None and value < _MANY


def _unit(fact: Fact) -> str | None:
    return fact.value.unit if isinstance(fact.value, FigureValue) else None


def _is_money(fact: Fact) -> bool:
    """An amount of money or a share: its unit stays with the key."""
    unit = fact.value.unit if isinstance(fact.value, FigureValue) else None
    return unit is not None and (unit == "%" or (len(unit) == 3 and unit.isupper()))


def _siblings(source: Source, fact: Fact, template: str) -> tuple[Fact, ...]:
    """The other entries' facts that could be answers here: of the same unit where the unit belongs to the key."""
    if fact.group is None:
        return ()
    others = tuple(
        other for other in source.groups.get(fact.group, ()) if other is not fact and other.kind == fact.kind
    )
    if template == "list_label" and isinstance(fact.value, FigureValue) and is_measure(fact.value):
        return tuple(other for other in others if getattr(other.value, "unit", None) == fact.value.unit)
    return others


def _above(source: Source, fact: Fact, key: str) -> str | None:
    """What the list is of: the sentence before its lead-in where that names somebody, else the lead-in."""
    if fact.lead_in is None or source.outline.at(fact.lead_in.start) is None:
        return None
    index = source.outline.at(fact.lead_in.start)
    told = clean(source.document[fact.lead_in])
    if _own_title(source, fact):
        return None
    before = clean(" ".join(source.outline.before(index))) if index is not None else ""
    if before and _names(before) and not _names(told) and not re.search(r"\d", before) and not _DANGLING.search(before):
        told = before
    points = _DANGLING.search(_ON_TO_LIST.sub("", told))
    return told if len(told.split()) <= 32 and not key_in(key, told) and not points else None


def _names(sentence: str) -> bool:
    return any(word[:1].isupper() for word in sentence.split()[1:])
