"""What does a number item know of right and wrong?"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import add

from lessons.grading.target import Target, target
from lessons.quantity import Quantity, WrongQuantity
from lessons.typed.among import each, of_how_many, part_alone
from lessons.typed.aside import falls, none_told, rises
from lessons.typed.corrected import corrected
from lessons.typed.dates.pieces import ordinal_number
from lessons.typed.figures import Figure, Readings, figures
from lessons.typed.fold import digits
from lessons.typed.habits import (
    apostrophe_as_point,
    below_told,
    clock_told,
    coin_told,
    feet_told,
    grams_told,
    metres_told,
    ratio_told,
    roman,
    slash_as_point,
    tenths_told,
    time_told,
    time_untold,
    without_margin,
)
from lessons.typed.lexemes import lexemes
from lessons.typed.literals import clean
from lessons.typed.units import by_code, is_length, is_mass, is_money, is_time

_DIGIT = re.compile(r"\d")
_EITHER = re.compile(r"(?<!\w)(?:or|oder|ou|или|або|чи|یا|या|atau)(?!\w)", re.IGNORECASE)
_SPANISH_EITHER = re.compile(r"(?<!\w)o(?!\w)", re.IGNORECASE)
"""Between two answers, of which none may be dropped."""
_RANK = re.compile(r"\d(?:st|nd|rd|th)\b")
_COUNTED = re.compile(
    r"\b(?:how many|wie viele|combien de|cu[aá]nt[oa]s|quant[oa]s|сколько|скільки|berapa banyak)\b|چند|कितने|कितनी",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FigureKey:
    """All that a number item knows of right and wrong. `prompt` may name the size beside the gap."""

    answer: Quantity
    accept: tuple[Quantity, ...] = ()
    partly: tuple[WrongQuantity, ...] = ()
    wrong: tuple[WrongQuantity, ...] = ()
    unit_only: bool = False
    prompt: str = ""

    @property
    def targets(self) -> tuple[Target, ...]:
        """The answer, then what else is accepted."""
        return (target(self.answer), *(target(other) for other in self.accept))

    def unit_unknown(self, quantity: Quantity) -> bool:
        """Whether neither key nor question says in what a bare figure counts; "how many" counts things."""
        bare = quantity.unit is None and not quantity.scale and not any(map(str.isalpha, quantity.written))
        return bare and not _COUNTED.search(self.prompt)


def read(text: str, code: str, key: FigureKey) -> tuple[Readings, ...]:
    """The figures in an answer to that key, its size words meaning what they mean there."""
    scales: dict[str, int] = {}
    for one in key.targets:
        scales |= one.scales
    scales |= _letters(key)
    text = corrected(text, code, lambda part: figures(part, code, scales))
    text = _in_plain_words(text, code, key)
    if code[:2] == "es" and not is_length(key.answer.unit) and not is_time(key.answer.unit):
        text = apostrophe_as_point(text)
    found = figures(text, code, scales)
    if len(found) > 1 and not either(text, code):
        found = _without_the_question_s(found, code, key.prompt)
    if code.startswith("fa") and (told := slash_as_point(text)):
        other = figures(told, code, scales)
        same = len(found) == len(other)
        return tuple(map(add, found, other)) if same else found or other
    if (part := _each(text, code, key)) is not None:
        return ((part,),)
    found = _of_how_many(found, key)
    if not found and (value := roman(text)) is not None:
        return ((Figure(Decimal(value), Decimal(1)),),)
    if not found and none_told(text, code, key.prompt):
        return ((Figure(Decimal(0), Decimal(1)),),)
    if _RANK.search(key.answer.written) and (rank := _ranked(text, code)):
        return ((Figure(Decimal(rank), Decimal(1)),),)
    if len(found) <= 1 and (rank := ordinal_number(clean(text), code)) is not None:
        return ((*(found[0] if found else ()), Figure(Decimal(rank), Decimal(1))),)
    return _as_a_change(_in_two_halves(found, text, code, key), text, code, key)


def _in_two_halves(found: tuple[Readings, ...], text: str, code: str, key: FigureKey) -> tuple[Readings, ...]:
    """ "Two fifty" as 2.50, "one thirty-five" as 1:35, too, where money or a time is asked: no hundred is said."""
    unit, value = key.answer.unit, abs(key.answer.value)
    least = 100 if is_money(unit) and value < 100 else 60 if unit in ("h", "min") else 0
    if not least or len(found) != 1 or _DIGIT.search(text):
        return found
    if any(piece.role == "scale" for piece in lexemes(text, code, {})):
        return found
    hours = [divmod(int(one.value), 100) for one in found[0] if 100 <= one.value < 2500 and not one.scaled]
    times = 60 if unit == "min" else 1
    more = (Decimal(whole * times) + Decimal(part * times) / least for whole, part in hours if part < least)
    return ((*found[0], *(replace(found[0][0], value=one, step=Decimal("0.01")) for one in more)),)


def either(text: str, code: str) -> bool:
    """Whether an "or" stands in it."""
    return bool(_EITHER.search(text) or (code[:2] == "es" and _SPANISH_EITHER.search(text)))


def _ranked(text: str, code: str) -> int | None:
    """The third of "third place", in languages whose ordinals are no parts of a whole."""
    words = clean(text).split()[:6]
    ranks = (ordinal_number(" ".join(words[:count]), code) for count in range(len(words), 0, -1))
    return next((rank for rank in ranks if rank is not None), None)


def _each(text: str, code: str, key: FigureKey) -> Figure | None:
    """A tenth, for "every tenth", where a share is asked."""
    shared = abs(key.answer.value) <= 1 or key.answer.unit == "%"
    rank = ordinal_number(clean(rest), code) if shared and (rest := each(text)) else None
    return Figure(1 / Decimal(rank), Decimal("0.01")) if rank else None


def _of_how_many(found: tuple[Readings, ...], key: FigureKey) -> tuple[Readings, ...]:
    """ "70 %" as 7, too, where the question says "how many in ten"."""
    whole = of_how_many(key.prompt) if len(found) == 1 and key.answer.unit != "%" else None
    if whole is None:
        return found
    shares = (one for one in found[0] if "%" in one.units)
    return ((*found[0], *(replace(one, value=one.value * whole / 100, units=frozenset()) for one in shares)),)


def _in_plain_words(text: str, code: str, key: FigureKey) -> str:
    """The text without the habits of writing that go with what is asked."""
    text = ratio_told(without_margin(digits(text)))
    if is_time(key.answer.unit):
        text = time_told(clock_told(text, key.answer.unit), key.answer.unit or "")
    elif is_length(key.answer.unit):
        text = feet_told(metres_told(text))
    elif key.answer.unit in ("°C", "°F", "°"):
        text = tenths_told(below_told(text))
    elif is_mass(key.answer.unit):
        text = grams_told(text)
    elif is_money(key.answer.unit):
        text = coin_told(time_untold(text))
    elif key.answer.unit not in by_code():
        text = time_untold(text)
    counted = key.answer.unit != "%" and abs(key.answer.value) >= 1
    part = part_alone(text) if counted else text  # "7 in 10", where their number is asked
    return part if part == text or figures(part, code) else text  # but "more than 7" in languages that say "of"


def _letters(key: FigureKey) -> dict[str, int]:
    """Letters that are units elsewhere, but sizes where money or people are counted: "$2.5T", "15L"."""
    unit, value = key.answer.unit, abs(key.answer.value)
    if unit == "INR":
        return {"l": 5, "arab": 9, "kharab": 11}
    if unit in by_code() and not by_code()[unit].dimension.startswith("money"):
        return {}
    return {letter: power for letter, power in (("t", 12), ("l", 5)) if value >= Decimal(10) ** power}


def _without_the_question_s(found: tuple[Readings, ...], code: str, prompt: str) -> tuple[Readings, ...]:
    """Without the figures that the question itself names, where that leaves any."""
    asked = {one.value for readings in figures(prompt, code) for one in readings}
    kept = tuple(readings for readings in found if not any(one.value in asked for one in readings))
    return kept or found


def _as_a_change(found: tuple[Readings, ...], text: str, code: str, key: FigureKey) -> tuple[Readings, ...]:
    """ "Down 15 %" for −15 %, and −15 % where the question says that it fell."""
    value = key.answer.value
    if len(found) != 1 or not value:
        return found
    if value > 0 and key.answer.unit == "%" and rises(key.prompt) and falls(text, code):  # "fell 17 %" where it grew
        return (tuple(replace(one, value=-abs(one.value)) for one in found[0] if one.high is None),)
    if not falls(text if value < 0 else key.prompt, code):
        return found
    turned = tuple(
        replace(one, value=-one.value) for one in found[0] if (one.value < 0) != (value < 0) and one.high is None
    )
    return (found[0] + turned,)
