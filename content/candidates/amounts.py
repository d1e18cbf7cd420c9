"""What is measured or counted of a subject? Questions for a figure right behind a verb that surely governs it."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from content.candidates.mark import MARK, capital
from content.candidates.plain import another_clause, split

Counted = Literal["count", "money", "share", "measure"]
"""What a figure is: a noun follows it, it is of a currency, it is in per cent, it has another unit."""
Subject = Callable[[str], str | None]
"""The subject as it stands inside a question; None where it is not one plain noun phrase."""


def _forms(told: str) -> dict[str, tuple[str, str]]:
    """Present and past form of each verb with its base and the auxiliary that asks for it."""
    found: dict[str, tuple[str, str]] = {}
    for pair in told.split(","):
        base, past = pair.split()
        ending = "es" if base.endswith(("s", "sh", "ch", "x")) else "s"
        present = base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base + ending
        found[present], found[past] = (base, "does"), (base, "did")
    return found


_TO_BE = {"is": "is", "are": "are", "was": "was", "were": "were"}
_COUNTING = _forms(
    "hold held, carry carried, seat seated, employ employed, house housed, contain contained, include included,"
    "comprise comprised, serve served, produce produced, build built, sell sold, print printed, publish published,"
    "plant planted, own owned, kill killed, sink sank, destroy destroyed, train trained, teach taught, treat treated,"
    "receive received, attract attracted, draw drew, welcome welcomed, win won, use used, need needed,"
    "require required,"
    "operate operated, open opened, record recorded, register registered, handle handled, educate educated,"
    "issue issued, examine examined, rescue rescued, display displayed, lose lost, make made, collect collected"
)
_FOR_SOMETHING = _forms("use used, need needed, require required, issue issued, make made, lose lost, record recorded")
"""Of these it must be said for what, or when."""
_PAYING = _forms(
    "raise raised, earn earned, borrow borrowed, spend spent, pay paid, receive received, lose lost, owe owed,"
    "invest invested, donate donated, collect collected, contribute contributed, lend lent, save saved, fetch fetched,"
    "make made, charge charged"
)
_GIVEN_AWAY = _forms(
    "spend spent, pay paid, invest invested, donate donated, contribute contributed, lend lent, owe owed"
)
"""Of these it must be said for what, or to whom."""
_SHARING = _forms(
    "constitute constituted, comprise comprised, cover covered, represent represented, produce produced,"
    "provide provided, supply supplied, generate generated, contribute contributed, own owned, occupy occupied,"
    "employ employed,"
    "receive received, hold held, lose lost, win won, consume consumed, export exported, import imported"
) | {
    "accounts for": ("account for", "does"),
    "accounted for": ("account for", "did"),
    "account for": ("account for", "do"),
    "makes up": ("make up", "does"),
    "made up": ("make up", "did"),
    "make up": ("make up", "do"),
}
_LASTING = _forms("last lasted, take took")
_LYING = _forms("lie lay, stand stood, sit sat") | {form: (form, form) for form in ("is", "was")}
_COVERING = _forms("cover covered, occupy occupied")
_RISING = {"stands": "is", "stood": "was", "rises": "is", "rose": "was", "measures": "is", "measured": "was"} | _TO_BE

_QUALITY = (
    "length|width|breadth|height|depth|diameter|area|weight|population|capacity|budget|range|speed|span|value|volume"
    "|turnover|revenue|income|circulation|wingspan|circumference|thickness|membership|surface|output|draught|displacement"
)
_BODY = "crew|staff|workforce|garrison|audience|army|fleet|congregation|collection|herd"
_SUM = (
    "cost|price|wage|salary|rent|fare|debt|deficit|surplus|profit|loss|expenditure|spending|distance|capital|share|rate"
    "|temperature|yield|harvest|production|bill|grant|loan|fee|toll|prize|total|tonnage|rainfall|estimate|tax|duty|pension"
)
_PLURALS = (
    r"(?!of |per )(?:[a-z][a-z’'-]+ ){0,2}[a-z][a-z-]+s|(?:[a-z][a-z-]+ )?(?:people|men|women|children|cattle|sheep)"
)
_REST = r"(?P<rest> (?:in|on|at|from|by|to|for|along|across|over|during|under|a|per|each|every) [^,]+)?$"


def _told(verbs: Iterable[str], then: str) -> re.Pattern[str]:
    """A statement whose subject stands right before one of the verbs, and the figure as told behind it."""
    return re.compile(rf"^(?P<subject>[^,{MARK}]+?) (?P<verb>{'|'.join(verbs)}) {then}{_REST}")


_ACROSS = _told(_RISING, rf"{MARK} (?P<how>across|in (?:{_QUALITY}))")
_HIGH = _told(_RISING, rf"{MARK} (?P<how>high|tall|long|wide|deep|thick)")
_COVERS = _told(_COVERING, rf"(?:an area of )?{MARK}(?: of land)?")
_LASTED = _told(_LASTING, rf"(?:for )?{MARK}")
_SUMS = _told(_PAYING, MARK)
_COUNTED = _told(_COUNTING, rf"{MARK} (?P<noun>{_PLURALS})")
_CENSUS = _told(_forms("count counted"), rf"{MARK} (?P<noun>{_PLURALS}|[A-Z][a-z]+(?:s|ese))")
"""“The census of 1880 counted 105,465 Chinese”."""
_MADE_OF = _told(
    _TO_BE,
    r"(?P<act>made up|made|built|composed|crewed|manned|attended|watched|visited|signed|supported|guarded|lit|driven"
    rf"|powered|divided|split|carried|formed|staffed) (?P<by>of|by|from|with|into|on) {MARK} (?P<noun>{_PLURALS})",
)
_CONSISTS = _told(_forms("consist consisted"), rf"of {MARK} (?P<noun>{_PLURALS})")
_HAS_A = re.compile(
    rf"^(?P<subject>[^,{MARK}]+?) (?P<verb>has|had|reaches|reached) an? (?:[a-z]+ )?"
    rf"(?P<noun>{_QUALITY}|{_BODY}) of {MARK}"
    r"(?: (?:people|men|women|members|inhabitants|passengers|sailors|soldiers))?(?P<rest> (?:in|at|by) [^,]+)?$"
)
_SHARE_OF = re.compile(
    rf"^(?P<subject>[^,{MARK}]+?) (?P<verb>{'|'.join(_SHARING)}) {MARK} of (?P<whole>(?:the |all |its |[A-Z])[^,]+?)"
    r"(?P<when> (?:in|on|by) (?:(?:\d{1,2} )?[A-Z][a-z]+(?: \d{1,2})?(?:, | )?)?(?:\d{4})?)?$"
)
_SHARED = re.compile(rf"^{MARK} of (?P<rest>(?:the |all |its |[A-Z])[^,]+)$")
_AWAY = re.compile(
    rf"^(?P<subject>[^,{MARK}]+?) (?P<verb>{'|'.join(_LYING)}) {MARK} (?P<where>(?:(?:north|south|east|west|inland"
    r"|upstream|downstream)(?:-(?:east|west))? (?:of|from)|from|off"
    r"|(?:above|below)(?= the | sea | ground | [A-Z])) [^,]+)$"
)
_QUANTITY = re.compile(
    rf"^(?P<subject>[^,{MARK}]*?\b(?:{_QUALITY}|{_SUM})s?(?: (?:of|for|in|from|between) [^,{MARK}]+?)?) "
    rf"(?P<verb>is|was|are|were|came to|amounted to|reached|totalled|totaled|stood at) {MARK}{_REST}"
)
_PEOPLE = re.compile(
    rf"^(?P<subject>[^,{MARK}]*?\b(?:population|membership|attendance|enroll?ment|circulation)"
    rf"(?: (?:of|at|in) [^,{MARK}]+?)?) "
    rf"(?P<verb>is|was|came to|amounted to|reached|totalled|totaled|stood at) {MARK}{_REST}"
)
_SECOND_MEASURE = re.compile(r" and (?:about )?\d")
"""“32 km long from end to end and 10 km across”."""
_REACHED = {"came to": "come to", "amounted to": "amount to", "reached": "reach"}


def questions(line: str, what: Counted, subject: Subject) -> Iterator[tuple[str, str]]:
    """Template and stem of each question on what the figure is: a count, money, a share, or another measure."""
    if what == "share":
        yield from _shares(line, subject)
        return
    for template, made in _counts(line) if what == "count" else _measures(line, what == "money"):
        match, stem = made
        told = subject(match["subject"])
        rest = match.groupdict().get("rest") or ""
        if template == "dimension" and _SECOND_MEASURE.search(rest):
            continue
        if told is not None and not another_clause(rest):
            yield template, stem.format(subject=told)


def _shares(line: str, subject: Subject) -> Iterator[tuple[str, str]]:
    """What percentage of something is what? What percentage of it does somebody have?"""
    match = _SHARED.match(line)
    parts = split(capital(match["rest"])) if match else None
    if match and parts and "%" not in parts.rest and not another_clause(parts.rest):
        yield "amount", f"What percentage of {match['rest']}?"
    if (match := _SHARE_OF.match(line)) and (told := subject(match["subject"])) and not another_clause(match["whole"]):
        base, auxiliary = _SHARING[match["verb"]]
        yield "amount", f"What percentage of {match['whole']} {auxiliary} {told} {base}{match['when'] or ''}?"


def _counts(line: str) -> Iterator[tuple[str, tuple[re.Match[str], str]]]:
    if (match := _COUNTED.match(line)) and (match["rest"] or match["verb"] not in _FOR_SOMETHING):
        base, auxiliary = _COUNTING[match["verb"]]
        yield "count", (match, f"How many {match['noun']} {auxiliary} {{subject}} {base}{match['rest'] or ''}?")
    if "census" in line and (match := _CENSUS.match(line)):
        yield "count", (match, f"How many {match['noun']} did {{subject}} count{match['rest'] or ''}?")
    if match := _MADE_OF.match(line):
        by, verb = match["by"].capitalize(), match["verb"]
        yield "count", (match, f"{by} how many {match['noun']} {verb} {{subject}} {match['act']}{match['rest'] or ''}?")
    if match := _CONSISTS.match(line):
        auxiliary = "does" if match["verb"] == "consists" else "did"
        yield "count", (match, f"Of how many {match['noun']} {auxiliary} {{subject}} consist{match['rest'] or ''}?")
    if match := _HAS_A.match(line):
        yield "amount", (match, _of_a_quality(match))
    if match := _PEOPLE.match(line):
        yield "amount", (match, _of_a_quantity(match))


def _measures(line: str, money: bool) -> Iterator[tuple[str, tuple[re.Match[str], str]]]:
    if match := _ACROSS.match(line):
        noun = "diameter" if match["how"] == "across" else match["how"].removeprefix("in ")
        yield "dimension", (match, f"What {_RISING[match['verb']]} the {noun} of {{subject}}{match['rest'] or ''}?")
    if (match := _HIGH.match(line)) and match["verb"] not in _TO_BE:
        yield "dimension", (match, f"How {match['how']} {_RISING[match['verb']]} {{subject}}{match['rest'] or ''}?")
    if match := _COVERS.match(line):
        base, auxiliary = _COVERING[match["verb"]]
        yield "dimension", (match, f"How large an area {auxiliary} {{subject}} {base}{match['rest'] or ''}?")
    if match := _AWAY.match(line):
        base, auxiliary = _LYING[match["verb"]]
        base = "" if base == auxiliary else f" {base}"
        yield "dimension", (match, f"How far {match['where']} {auxiliary} {{subject}}{base}?")
    if match := _LASTED.match(line):
        base, auxiliary = _LASTING[match["verb"]]
        yield "amount", (match, f"How long {auxiliary} {{subject}} {base}{match['rest'] or ''}?")
    if money and (match := _SUMS.match(line)) and (match["rest"] or match["verb"] not in _GIVEN_AWAY):
        base, auxiliary = _PAYING[match["verb"]]
        yield "amount", (match, f"How much money {auxiliary} {{subject}} {base}{match['rest'] or ''}?")
    if match := _HAS_A.match(line):
        yield "amount", (match, _of_a_quality(match))
    if match := _QUANTITY.match(line):
        yield "amount", (match, _of_a_quantity(match))


def _of_a_quantity(match: re.Match[str]) -> str:
    """What was the rent, what did the turnover reach?"""
    rest, verb = match["rest"] or "", match["verb"]
    if verb in _REACHED:
        return f"What did {{subject}} {_REACHED[verb]}{rest}?"
    return f"What {verb if verb in _TO_BE else 'was'} {{subject}}{rest}?"


def _of_a_quality(match: re.Match[str]) -> str:
    """What was the population of it, how large was its crew?"""
    if match["verb"].startswith("reach"):
        auxiliary = "does" if match["verb"] == "reaches" else "did"
        return f"What {match['noun']} {auxiliary} {{subject}} reach{match['rest'] or ''}?"
    verb = "is" if match["verb"] == "has" else "was"
    if re.fullmatch(_BODY, match["noun"]):
        return f"How large {verb} the {match['noun']} of {{subject}}{match['rest'] or ''}?"
    return f"What {verb} the {match['noun']} of {{subject}}{match['rest'] or ''}?"
