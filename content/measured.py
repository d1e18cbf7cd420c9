"""In which unit and size does a table count? What its heads say in brackets: "(£000)", "(thousand tonnes)", "(m)"."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

from lessons.languages import Unit, language
from lessons.quantity import Quantity
from lessons.typed.units import leading

_BRACKETS = re.compile(r"^(?P<bare>.*?),? ?\((?P<said>[^()]{1,40})\)$")
_BEHIND = re.compile(
    r"^(?P<bare>[^,]{3,60}?)(?:,? (?P<said>in [^,()]{1,40})|, (?P<short>[^ ,()]{1,12}(?: [^,()]{1,24})?))$"
)
_IN = re.compile(r"^(?:(?:all )?(?:figures|amounts|numbers|values)(?: are)?(?: given)? )?in ", re.IGNORECASE)
_SIZE = re.compile(
    r"^(?:(?P<three>['’`]?000['’`]?s?|1[,.]000s?|thousands?|k(?=$|\s))|(?P<six>mi?l?ns?\b|millions?|m(?=$|\s))"
    r"|(?P<nine>bn|billions?)|(?P<twelve>tr?n|trillions?))(?=$|[\s/])(?: of(?= ))? ?",
    re.IGNORECASE,
)
_POWERS = {"three": 3, "six": 6, "nine": 9, "twelve": 12}
_WORDS = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
_SIGNS = {"£": "GBP", "€": "EUR", "$": "USD", "US$": "USD", "¥": "JPY"}
_SIGN = re.compile(r"^(?:US\$|[£€$¥]) ?")
_CODE = re.compile(r"^(?:GBP|EUR|USD|CHF|SEK|NOK|DKK|JPY|CAD|AUD|PLN|CZK|INR|CNY|RUB)\b ?")
_SHARE = re.compile(r"^(?:%|per ?cent|percentage)(?P<rest> of .{1,30})?$", re.IGNORECASE)
_RATE = re.compile(r"^(?:/|(?:an?|per|each|every|of) )\S.{0,30}$")
_COUNTED = re.compile(r"^(?!and |or )[a-z]+(?: [a-z]+){0,2}s(?: (?:an?|per) [a-z]+)?$")
_MILLIONS = re.compile(
    r"\b(?:population|inhabitants|visitors|passengers|trips|journeys|users|subscribers|viewers|readers|tourists|copies"
    r"|revenue|turnover|income|costs?|budget|spending|expenditure|profits?|sales|exports|imports|GDP)\b",
    re.IGNORECASE,
)
_LENGTHS = re.compile(
    r"\b(?:heights?|lengths?|depths?|widths?|breadth|levels?|elevation|altitude|distances?|span|rise|mirror|aperture|base|thickness|radius|diameter|tides?|beam"
    r"|draught|wingspan|circumference|measured|climb|summit|drop|circuit)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b(?:time|duration|flight|journey|crossing|outside|work(?:ed|ing)?|daylight|sunshine)\b", re.IGNORECASE
)
"""What "(m)" and "(h)" stand behind; elsewhere they may be men, or a match at home."""
_LETTERS = {"m": _LENGTHS, "h": _TIMES}
_SINGULAR = frozenset(("bar", "carat", "stone", "grain", "foot", "night", "second", "minute", "degree", "point"))
_PLURAL = {"GBP": "pounds", "USD": "dollars", "EUR": "euros", "JPY": "yen", "°C": "degrees Celsius"}
_PLAIN_NUMERAL = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?")
_PLAIN = frozenset(("mass", "length", "area", "volume", "time", "energy", "power"))
"""What a head may count by its unit alone ("Tonnes"); marks and crowns may be something else."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What is said of all figures below a head: a unit's code or words, a power of ten, and how both are written."""

    unit: str | None
    power: int
    before: str
    after: str
    told: str
    """As a question says it: "in millions of tonnes"; thousands are written out."""

    def written(self, numeral: str) -> str:
        """The figure with its size and unit: "£455,000", "3.12 m", "£5.1 billion"."""
        behind = self.after.removeprefix(f" {_WORDS[3]}")
        if self.power == 3 and _PLAIN_NUMERAL.fullmatch(numeral) and behind != self.after:
            whole = Decimal(numeral.replace(",", "")).scaleb(3)
            return f"{self.before}{whole:,f}{behind}" if whole == int(whole) else f"{self.before}{numeral}{self.after}"
        return f"{self.before}{numeral}{self.after}"

    def scaled(self, quantity: Quantity) -> Quantity:
        """The bare figure of a cell as what it stands for."""
        value = Decimal(f"{quantity.value.scaleb(self.power):f}")  # as plain digits, no power of ten
        written = self.written(quantity.written)
        scale = self.power if _WORDS.get(self.power, " ") in written else 0
        return Quantity(value, self.unit, quantity.tolerance, written, scale, quantity.approximate)


@lru_cache(maxsize=1024)
def parted(head: str) -> tuple[str, Measure | None]:
    """A head without what it says of unit and size, and what that is: "Height (m)", "Cost, £m", "Trips in millions"."""
    match = _BRACKETS.match(head)
    if match:
        parts = (match["said"], *match["said"].split(", "))  # "(estimates, millions)"
        measure = next((found for part in parts if (found := measure_of(part, match["bare"]))), None)
        return (match["bare"].strip(), measure) if measure else (head, None)
    match = _BEHIND.match(head)
    said = (match["said"] or match["short"]) if match else ""
    if match and (measure := measure_of(said, match["bare"])) and (match["said"] or _is_plain(measure)):
        return match["bare"].strip(), measure
    alone = measure_of(head)
    if alone is None or alone.power or alone.before or alone.unit == "%":
        return ("", alone) if alone else (head, None)
    return head, _by_its_unit(head)


def _is_plain(measure: Measure) -> bool:
    """Is it money, a share, a size, or a measure that no name of a thing ends with ("Iron, bar", "Ticket, day")?"""
    unit = _units().get(measure.unit or "")
    plain = unit is not None and unit.dimension in _PLAIN - {"time"}
    return bool(measure.before or measure.power or measure.unit == "%" or plain)


def _by_its_unit(head: str) -> Measure | None:
    """The measure of a head that is nothing but a unit ("Tonnes", "km per second"), which need not be told again."""
    for unit in language("en").units:
        if unit.dimension in _PLAIN and head.lower() in unit.names[1:]:
            return Measure(unit.code, 0, "", f" {head.lower()}", "")
    measure = measure_of(head) if " per " in head or "/" in head else None
    return replace(measure, told="") if measure else None


def measure_of(said: str, counted: str = "") -> Measure | None:
    """The measure that those words name, whole; None for any others. `counted` is what the words stand behind."""
    words = _IN.sub("", said.strip())
    if share := _SHARE.match(words):
        return Measure("%", 0, "", "%", f"in per cent{share['rest'] or ''}")
    sign = _SIGN.match(words) or _CODE.match(words)
    if sign:
        return _of_money(sign.group().strip(), words[sign.end() :])
    size = _SIZE.match(words)
    if size and size.group().strip().lower() in ("m", "k"):
        size = (
            size
            if size.group().strip().lower() == "m" and size.end() == len(words) and _MILLIONS.search(counted)
            else None
        )
    power = _POWERS[size.lastgroup] if size and size.lastgroup else 0
    return _of_unit(words[size.end() :] if size else words, power, counted, is_large=size is not None)


def _of_money(sign: str, rest: str) -> Measure | None:
    size = _SIZE.match(rest)
    power = _POWERS[size.lastgroup] if size and size.lastgroup else 0
    behind = rest[size.end() :] if size else rest
    if behind and not _RATE.match(behind):
        return None
    code = _SIGNS.get(sign, sign)
    plural = _plural(code, "")
    before, named = (sign, "") if sign in _SIGNS else ("", f" {plural}")
    rate = f" {behind}" if behind and behind[0] != "/" else behind
    told = rate.replace("/", " per ", 1)
    return Measure(code, power, before, _size_word(power) + named + rate, f"in {_sized(power, plural)}{told}")


def _of_unit(words: str, power: int, counted: str, *, is_large: bool) -> Measure | None:
    """The measure for words behind the size; "thousand" alone is a size without a unit."""
    if not words:
        return (
            Measure(None, power, "", _size_word(power), f"in {_sized(power, '')}" if power > 3 else "")
            if is_large
            else None
        )
    parts = tuple(words.split())
    if parts[0] in ("an", "a", "per"):
        return (
            Measure(
                None, power, "", f"{_size_word(power)} {words}", f"in {_sized(power, '')} {words}" if power > 3 else ""
            )
            if power
            else None
        )
    codes, count = leading(parts)
    rest = " ".join(parts[count:])
    if not power and count == 1 and not _is_sure(parts[0], counted):
        return None
    if codes and (not rest or _RATE.match(rest)):
        code = _exactly(" ".join(parts[:count]), codes, is_money=power > 0)
        named = " ".join(parts[:count])
        plural = named if named.islower() and len(named) > 3 else _plural(code, named)
        behind = f" {rest}" if rest else ""
        return Measure(code, power, "", f"{_size_word(power)} {named}{behind}", f"in {_sized(power, plural)}{behind}")
    if power and _COUNTED.match(words):
        return Measure(words, power, "", f"{_size_word(power)} {words}", f"in {_sized(power, words)}")
    return None


def _is_sure(word: str, counted: str) -> bool:
    """Is it a unit and nothing else: a symbol of two letters, or a name in the plural, unlike "day" and "bar"?"""
    if len(word) == 1 and word.isalpha():
        return word == "t" or (word in _LETTERS and _LETTERS[word].search(counted) is not None)
    return word not in _SINGULAR and not any(word == unit.names[0] for unit in language("en").units)


def _exactly(named: str, codes: frozenset[str], *, is_money: bool) -> str:
    """The one unit that bears the name itself; pounds in millions are money."""
    if is_money and "GBP" in codes:
        return "GBP"
    exact = [
        unit.code for unit in language("en").units if named in unit.symbols or named in unit.names or named == unit.code
    ]
    return next((code for code in exact if code in codes), min(codes))


def _plural(code: str, named: str) -> str:
    """How a question says the unit: by its name; a currency that is told by its code stays that."""
    unit = _units().get(code)
    if code in _PLURAL or unit is None or unit.dimension.startswith("money"):
        return _PLURAL.get(code, named or code)
    return next(
        (name for name in unit.names[1:] if name.endswith("s") and name[:3] == unit.names[0][:3]), unit.names[0]
    )


@cache
def _units() -> dict[str, Unit]:
    return {unit.code: unit for unit in language("en").units}


def _size_word(power: int) -> str:
    return f" {_WORDS[power]}" if power else ""


def _sized(power: int, plural: str) -> str:
    """ "Millions of tonnes", "millions", "metres"."""
    size = f"{_WORDS[power]}s" if power > 3 else ""
    return f"{size} of {plural}" if size and plural else size or plural
