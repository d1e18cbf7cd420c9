"""What does a teacher mean who types a key as their own language writes it? The same, written as packs write it.

"11,3" is 11.3, "11 de junho de 1942" is 11 June 1942, "۱۹۴۲" is 1942. What can be read in two ways is not guessed.
"""

import re
from decimal import Decimal

from lessons.languages import language
from lessons.quantity import Quantity
from lessons.typed.aside import truth
from lessons.typed.dates import dates
from lessons.typed.figures import figures
from lessons.typed.fold import digits

_NUMERAL = re.compile(r"^[^\d]*\d(?:[\d.,\s\u202f]*\d)?")

_WRITTEN = re.compile(r"\d(?:[\d.,'’ \u00a0\u202f]*\d)?")


def figure(words: str, spoken: str, old: Quantity) -> tuple[str, ...]:
    """Every figure that the words can be, in the scale and the unit of the old one; () for none, or another unit."""
    found = figures(words, spoken)
    if len(found) != 1:
        return ()
    fitting = [one for one in found[0] if one.high is None and (not one.units or old.unit in one.units)]
    values = dict.fromkeys(_whole(one.value, old.scale, bare=not one.units and not one.scaled) for one in fitting)
    tail = _NUMERAL.sub("", old.written or old.shown, count=1)
    return tuple(f"{value:f}{tail}" for value in values)


def _whole(value: Decimal, scale: int, *, bare: bool) -> Decimal:
    """The numeral to print before the old one's scale word; a figure without any word counts in that scale."""
    return value if bare else value.scaleb(-scale).normalize()


def date(words: str, spoken: str) -> str | None:
    """The one date that the words can be, in EDTF, with all digits of its year in them; None for none, or two."""
    found = {one.date.edtf for one in dates(words, spoken) if one.end is None and not one.short and not one.bc}
    if len(found) != 1:
        return None
    edtf = found.pop()
    return edtf if edtf[:4] in digits(words) else None


def is_true(words: str, spoken: str) -> bool | None:
    """Whether the words say true or false, in any language that we know; None where they say neither."""
    return truth(words, spoken)


def is_exact(words: str, spoken: str) -> bool:
    """Whether a tolerance is refused in words of the teacher's language: "genau", "exacto"."""
    return words.casefold().strip(" .±+-") in (*language(spoken).said["exact"], *language("en").said["exact"], "0")


def pointed(words: str, spoken: str) -> str:
    """A tolerance with its digits as 0-9 and the teacher's decimal comma as a point."""
    plain = digits(words)
    return re.sub(r"(?<=\d),(?=\d{1,2}(?!\d))", ".", plain) if language(spoken).decimal == "," else plain


def numeral_pointed(words: str, spoken: str) -> str:
    """The words with their first numeral as packs write it: "1.234,5 km" is 1234.5 km to a German."""
    match = _WRITTEN.search(words)
    if match is None:
        return words
    own = language(spoken)
    marks = "".join({*own.group, " ", "\u00a0", "\u202f"} - {own.decimal})
    plain = re.sub(rf"(?<=\d)[{re.escape(marks)}](?=(?:\d{{2}}[{re.escape(marks)}])*\d{{3}}(?!\d))", "", match.group())
    return words[: match.start()] + plain.replace(own.decimal, ".") + words[match.end() :]
