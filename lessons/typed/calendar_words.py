"""What does a typed word mean in a date? Months, numbers, ordinals and eras of every language we have."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

from lessons.languages import language, languages
from lessons.typed.fold import fold, slips
from lessons.typed.latin import in_latin

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class DateWords:
    """Folded words by what they do in a date."""

    months: dict[str, int]
    weekdays: frozenset[str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    tens: frozenset[str]
    hundreds: frozenset[str]
    thousands: frozenset[str]
    eras: dict[str, str]
    """Word to role: "bc", "ad", "century", "decade", "21" to "24", "filler"."""
    decades: dict[str, int]
    holidays: dict[str, tuple[int, int]]
    longest: int


@cache
def date_words(code: str) -> DateWords:
    """The words that a learner of that language may use; theirs win over English, English over others."""
    order = [language(code), language("en"), *languages()]
    months: dict[str, int] = {}
    numbers: dict[str, int] = {}
    ordinals: dict[str, int] = {}
    eras: dict[str, str] = {}
    decades: dict[str, int] = {}
    holidays: dict[str, tuple[int, int]] = {}
    own = {fold(word) for table in (order[0].numbers, order[0].scales) for word in table}
    for place, one in enumerate(order):
        _add(months, {**one.months, **one.more_months} if place < 2 else _without_short(one.months))
        fillers = {fold(word) for word in order[0].eras.get("filler", ())} if place else set()
        _add(
            numbers,
            {word: value for word, value in (one.numbers | one.more_numbers).items() if fold(word) not in fillers},
        )
        _add(ordinals, one.ordinals | one.more_ordinals)
        for name, day in one.holidays.items():
            holidays.setdefault(fold(name), day)
        for role, words in one.eras.items():
            if role == "decades":
                _add(decades, {word.split("=")[0]: int(word.split("=")[1]) for word in words})
            else:
                for word in words:
                    if one is order[0] or fold(word) not in own:  # French "cent" is no English century
                        eras.setdefault(fold(word), role)
    own_words = order[0]
    _add(months, in_latin(own_words.months, code))
    _add(numbers, in_latin(own_words.numbers | own_words.more_numbers, code))
    _add(ordinals, in_latin(own_words.ordinals | own_words.more_ordinals, code))
    for role, told in own_words.eras.items():
        for word in in_latin(dict.fromkeys(told, 0), code) if role != "decades" else ():
            eras.setdefault(word, role)
    scales = {fold(word): power for one in reversed(order) for word, power in one.scales.items()}
    scales |= {fold(word): power for word, power in order[0].short_scales.items()}
    scales |= {word: power for word, power in in_latin(own_words.scales, code).items() if word not in numbers}
    return DateWords(
        months,
        frozenset(fold(word) for one in order for word in one.weekdays) - months.keys(),
        numbers,
        ordinals,
        frozenset(word for word, power in scales.items() if power == 1 and len(word) > 1),
        frozenset(word for word, power in scales.items() if power == 2),
        frozenset(word for word, power in scales.items() if power == 3 and len(word) > 1),
        eras,
        decades,
        holidays,
        max(word.count(" ") + 1 for word in (*months, *numbers, *ordinals, *eras, *decades, *holidays)),
    )


def _without_short(months: dict[str, int]) -> dict[str, int]:
    """Another language's months without its Latin abbreviations: Spanish "ago" is no August in English."""
    full = {number: name for name, number in reversed(months.items())}
    return {
        name: number for name, number in months.items() if len(name) > 3 or not name.isascii() or name == full[number]
    }


def _add(table: dict[str, int], words: dict[str, int]) -> None:
    for word, value in words.items():
        table.setdefault(fold(word), value)


@cache
def _home_months(code: str) -> dict[str, int]:
    """The months of the learner's language and of English."""
    return {fold(name): month for one in (language("en"), language(code)) for name, month in one.months.items()}


@cache
def _months_by_size(code: str, *, home: bool) -> dict[int, list[tuple[str, int]]]:
    """Months of four letters and more, by how many they have."""
    months = _home_months(code) if home else date_words(code).months
    return _by_size((name, month) for name, month in months.items() if len(name) >= 4)


@cache
def _eras_by_size(code: str) -> dict[int, list[tuple[str, str]]]:
    """Words for eras and the like, of six letters and more."""
    eras = date_words(code).eras.items()
    return _by_size((n, role) for n, role in eras if role != "filler" and not role.isdigit() and len(n) >= 6)


def _by_size(entries: Iterable[tuple[str, Value]]) -> dict[int, list[tuple[str, Value]]]:
    found: dict[int, list[tuple[str, Value]]] = {}
    for name, value in entries:
        found.setdefault(len(name), []).append((name, value))
    return found


@lru_cache(maxsize=2048)
def month_of(word: str, code: str) -> int | None:
    """The month of a folded word; a slip is forgiven from five letters on where only one month is near."""
    words = date_words(code)
    if word in words.months:
        return words.months[word]
    if len(word) == 3 and word.isascii() and word not in words.eras and word not in words.numbers:
        near = {month for name, month in _home_months(code).items() if len(name) == 4 and slips(word, name, 1) == 1}
        return near.pop() if len(near) == 1 else None
    if len(word) < 4 or word in words.numbers or word in words.eras or word in words.ordinals:
        return None
    near = {
        month
        for size in range(len(word) - 2, len(word) + 3)
        for name, month in _months_by_size(code, home=len(word) < 6).get(size, ())  # "moon" is no slip of Hindi "joon"
        if slips(word, name, 2) <= (1 if size < 7 else 2)
    }
    if len(near) != 1 and len(word) >= 4:
        near = {month for name, month in words.months.items() if len(name) > len(word) and name.startswith(word)}
    return near.pop() if len(near) == 1 else None


@lru_cache(maxsize=2048)
def ordinal_of(word: str, code: str) -> int | None:
    """The ordinal of the learner's language or of English that a long word misses by a slip or two."""
    if len(word) < 6 or " " in word:
        return None
    home = {fold(name): value for one in (language("en"), language(code)) for name, value in one.ordinals.items()}
    off = {name: slips(word, name, 2) for name in home if len(name) >= 6 and -3 < len(name) - len(word) < 3}
    near = {name: count for name, count in off.items() if count <= (1 if len(name) < 9 else 2)}
    nearest = {home[name] for name, count in near.items() if count == min(near.values())}
    return nearest.pop() if len(nearest) == 1 else None


@lru_cache(maxsize=2048)
def era_of(word: str, code: str) -> str | None:
    """The era, "century" or "decade" that a long word misses by a slip; None for anything else."""
    if len(word) < 6:
        return None
    near = {
        role
        for size in range(len(word) - 1, len(word) + 2)
        for name, role in _eras_by_size(code).get(size, ())
        if slips(word, name, 1) == 1
    }
    return near.pop() if len(near) == 1 else None
