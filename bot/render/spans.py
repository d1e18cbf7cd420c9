"""How are days, weekdays and months named in short, and which way is a language read?"""

import re
from datetime import date

from babel.dates import format_date, format_skeleton

from bot.texts import Texts

NUMBER = re.compile(r"[0-9]+")


def reads_from_right(t: Texts) -> bool:
    """Whether the language is written from right to left."""
    return bool(t.locale.character_order == "right-to-left")


def month(day: date, t: Texts) -> str:
    """The month's name, short."""
    return format_date(day, "LLL", locale=t.locale)


def day_month(day: date, t: Texts) -> str:
    """Such as "22 Mar"."""
    if t.locale.language == "en":
        return format_date(day, "d MMM", locale=t.locale)
    said = format_skeleton("MMMd", day, locale=t.locale)
    return NUMBER.sub(lambda found: t.number(int(found[0])), said)


def weekdays(first: int, t: Texts) -> list[str]:
    """The seven names, short, from that day on (0 is Monday)."""
    names = t.locale.days["stand-alone"]["abbreviated"]
    return [names[(first + place) % 7] for place in range(7)]


def initial(day: date, t: Texts) -> str:
    """The weekday in as few letters as the language has for it: columns are narrow."""
    name: str = t.locale.days["stand-alone"]["narrow"][day.weekday()]
    return name


def day_number(day: date, t: Texts) -> str:
    """The day of the month in the language's digits."""
    return t.number(day.day)
