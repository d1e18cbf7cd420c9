"""When was the act passed, the treaty signed, the battle fought that a sentence names together with its date?"""

import re
from collections.abc import Iterator

from content.candidates.mark import MARK, capital
from content.candidates.nouns import singular
from content.candidates.people import is_person
from content.candidates.printed import printed
from content.candidates.verbs import is_finite, looks_past
from content.shown import shown_years

_WORD = r"[A-Z][\w’'-]*"
_N = rf"(?:the )?{_WORD}(?: (?:(?:of|and|de|the|von|la) )*{_WORD})*"
_OWNED = r"(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)"
_ACT = re.compile(
    rf"\b{_OWNED} (?:[a-z]+ )?(?P<name>{_WORD} (?:(?:(?:and|of|for|the) )*{_WORD} )*?(?:Act|Ordinance)) of {MARK}"
    r"(?! (?:and|or|to|of)\b|,? [A-Z\d]|[–-])"
)
"""“The Clayton Act of 1914 said plainly …”."""
_TREATY = re.compile(
    r"(?P<by>\b(?:[Bb]y|[Tt]hrough|[Ff]ollowing|[Aa]fter|[Ww]ith|[Aa]t|[Ii]n|[Uu]ntil|[Ss]ince"
    rf"|sign(?:ed|ing)|conclud(?:ed|ing)) )?\b{_OWNED} (?:[a-z]+ )?"
    rf"(?P<name>(?:{_WORD} )+Treaty|Treaty of {_N}) (?P<link>of|in) {MARK}(?! (?:and|or|to|of)\b|,? \d|[–-])"
)
_CASE = re.compile(
    rf"(?P<by>\b(?:[Ii]n|[Bb]y|[Ww]ith|[Aa]fter|[Ss]ince) )?\b(?P<name>{_WORD}(?: {_WORD})* v\. {_N}) (?P<link>of|in) "
    rf"{MARK}(?! (?:and|or|to|of)\b|,? \d|[–-])"
)
"""“The Court upheld these laws in Munn v. Illinois (1877)”; what it did to a case in a year is another year's."""
_GENERIC = re.compile(
    r"(?:Education|Reform|Factory|Immigration|Naturali[sz]ation|Militia|Civil Rights|Companies|Revenue|Tariff|Housing"
    r"|Public Health|National Insurance|Corporation|Navigation|Copyright|Patents?|Banking|Judiciary|Land|Enforcement"
    r"|Force|Neutrality|Coinage|Finance|Police|Mines|Licensing|Local Government|Poor Law|Union|Fugitive Slave) Act"
)
"""There were many of that name."""
_HAPPENING = (
    "battle|siege|capture|sack|burning|storming|invasion|conquest|occupation|bombardment|evacuation|raid|massacre"
    "|marriage|wedding|coronation|abdication|opening|surrender|eruption"
)
_DOINGS = (
    "assassination assassinated, murder murdered, execution executed, beheading beheaded, formation formed,"
    "founding founded, creation created, establishment established, annexation annexed, abolition abolished,"
    "repeal repealed, ratification ratified, publication published, completion completed, signing signed,"
    "dissolution dissolved"
)
_DONE_TO = {pair.split()[0]: pair.split()[1] for pair in _DOINGS.split(",")}
_OPENED = r"(?:(?:After|Before|Since|Until|With|Following|Despite|Upon) )?"
_EVENT = re.compile(
    rf"^{_OPENED}(?P<event>[Tt]he (?:[a-z-]+ )?(?i:{_HAPPENING}) (?:of|at|on) {_N}(?: (?:by|to|over|at|in|with) {_N})*)"
    rf",? (?P<preposition>in|on) {MARK}(?P<behind>, | [a-z]+ )"
)
"""“The marriage of Ferdinand and Isabella in 1469 unified Spain”, “After the fall of Holm in 1453, …”."""
_NAMED = re.compile(
    rf"^{_OPENED}(?P<event>[Tt]he (?:{_WORD} )+(?:Massacre|Rebellion|Uprising|Revolt|Mutiny|Purchase|Riots?|Fire"
    rf"|Earthquake|Tea Party|Conference|Convention))(?: of {_N})?,? "
    rf"(?P<preposition>in|on) {MARK}(?P<behind>, | [a-z]+ )"
)
_NEAR = 200
"""Letters on either side of a name in which its sentence is looked for."""
_END_OF = re.compile(
    rf"^{_OPENED}[Tt]he (?P<what>{'|'.join(_DONE_TO)}) of (?P<who>(?:[a-z]+ )?{_N})"
    rf"(?: (?P<preposition>in|on) {MARK}(?P<behind>, | [a-z]+ )| \({MARK}\))"
)
"""“The formation of the Liberty Party (1840), …”."""


def named_by_date(line: str, text: str, asked: str) -> Iterator[tuple[str, str]]:
    """The statement that the name and its date make together, with its code."""
    done = _END_OF.match(line)
    if done and (done["behind"] is None or _ends_there(done)) and _is_one(done["who"]):
        preposition = done["preposition"] or ("on" if asked == "day" else "in")
        yield "named", f"{capital(done['who'])} was {_DONE_TO[done['what']]} {preposition} {MARK}"
    line = line.replace(f" ({MARK})", f" of {MARK}")
    if f" of {MARK}" in line or "Treaty" in line or " v. " in line:
        yield from _laws(line, text, asked)
    for pattern in (_EVENT, _NAMED):
        if (match := pattern.match(line)) and _ends_there(match):
            yield "named", f"{capital(match['event'])} took place {match['preposition']} {MARK}"


def _laws(line: str, text: str, asked: str) -> Iterator[tuple[str, str]]:
    """An act that was passed in its year, a treaty that was signed in it; of a whole day it may have been either."""
    if asked not in ("year", "month"):
        return
    for pattern, done in ((_ACT, "passed"), (_TREATY, "signed"), (_CASE, "decided")):
        match = pattern.search(line)
        if match is not None and pattern is not _ACT and match["link"] == "in" and not match["by"] and match.start():
            continue  # "broke the Treaty of Versailles in 1936"
        if match is None or (pattern is _TREATY and is_person(match["name"])) or _GENERIC.fullmatch(match["name"]):
            continue
        if _is_of_one_year(match["name"], text):
            yield "named", f"{'' if pattern is _CASE else 'The '}{match['name']} was {done} in {MARK}"


def _is_of_one_year(name: str, text: str) -> bool:
    """Do all sentences that name it and print but one year print the same ("the Act", signed in 1861 and in 1862)?"""
    if next(printed(f"{name}s", text), None) is not None:
        return False
    years = set()
    for at in printed(name, text):
        end = at + len(name)
        before, after = text[max(0, at - _NEAR) : at], text[end : end + _NEAR]
        told = set(shown_years(before.rpartition(". ")[2] + after.partition(". ")[0]))
        years |= told if len(told) == 1 else set()
    return len(years) < 2


def _is_one(name: str) -> bool:
    """Does "was" suit the name ("the Treaties of Versailles")?"""
    last = re.split(r" (?:of|for) ", name)[0].split()[-1]
    return singular(last) == last.lower().removesuffix("'s").removesuffix("’s")


def _ends_there(match: re.Match[str]) -> bool:
    """Does a comma close the opening, or the verb of the sentence follow its subject?"""
    opened = not match.group().startswith(("The ", "the "))
    behind = match["behind"].strip()
    return behind == "," if opened else is_finite(behind) or looks_past(behind)
