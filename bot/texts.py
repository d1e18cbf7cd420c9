"""How is a sentence said in the learner's language? gettext catalogues, escaping by construction, local dates."""

import gettext
import html
import io
import re
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, format_skeleton, format_time, format_timedelta
from babel.numbers import format_decimal, format_percent, get_decimal_symbol, get_group_symbol

LOCALES = Path(__file__).with_name("locales")
DOMAIN = "lectern"
WHOLE_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-([0-2]\d|3[01]))?")
NO_YEAR = re.compile(r"XXXX(?=-\d\d-\d\d$)")
"""The year of a date of which day and month alone are told."""
LEAP_YEAR = "2000"
TURNS = re.compile("[\u202d\u202e]")
"""Signs that override the direction of all that follows; no language needs them."""
GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009](?=\d{3}(?!\d))")
"""The space inside a figure such as "14 000"."""
BARE = re.compile(r"[\d \u00a0\u202f\u2009]+(?:\.\d+)?")
"""A figure and nothing else."""
DIGITS = {"arabext": str.maketrans("0123456789%", "۰۱۲۳۴۵۶۷۸۹٪")}
"""The digits of the languages that have their own, by CLDR's name of them; Babel leaves most to us."""


QUOTED = re.compile(r"('[^']*')")
"""Words inside a pattern for dates."""


class Html(str):
    """Text that is Telegram HTML already; everything else is escaped when it is put into a sentence or added to one."""

    __slots__ = ()

    def __add__(self, other: str) -> "Html":
        return Html(str.__add__(self, escape(other)))

    def __radd__(self, other: str) -> "Html":
        return Html(str.__add__(escape(other), self))


def escape(value: object) -> Html:
    """The value as HTML; `Html` passes untouched. A name must not turn round what is written after it."""
    if isinstance(value, Html):
        return value
    said = str(value)
    return Html(html.escape(said if said.isascii() else TURNS.sub("", said), quote=False))


def bold(value: object) -> Html:
    """The value in bold."""
    return Html(f"<b>{escape(value)}</b>")


def italic(value: object) -> Html:
    """The value in italics."""
    return Html(f"<i>{escape(value)}</i>")


def lines(*said: str) -> Html:
    """Lines of HTML under each other; every line must be HTML already."""
    return Html("\n".join(said))


class Texts:
    """The sentences of one language. Calling it translates a sentence and fills in its values, escaped."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.locale = _locale(language)
        self._catalogue = _catalogue(self.locale.language)

    def __call__(self, sentence: str, /, **values: object) -> Html:
        """The sentence in this language. It is HTML of ours; the values are escaped."""
        return self._fill(self._catalogue.gettext(sentence), values) if values else _bare(self, sentence)

    def n(self, singular: str, plural: str, count: int, /, **values: object) -> Html:
        """The sentence in the form that goes with `count`, which fills `{count}`."""
        said = self._catalogue.ngettext(singular, plural, count)
        return self._fill(said, {"count": count, **values})

    def _fill(self, sentence: str, values: dict[str, object]) -> Html:
        """Escapes what is put in; whole numbers are written in this language's style."""
        shown = {name: self.number(value) if type(value) is int else value for name, value in values.items()}
        return Html(sentence.format(**{name: escape(value) for name, value in shown.items()}))

    @property
    def comma(self) -> str:
        """What stands between two parts of a line, with its space."""
        return "، " if self.locale.text_direction == "rtl" else ", "

    def number(self, value: int | float) -> str:
        """The number in this language's style."""
        return _number(self, value)

    def figures(self, text: str) -> str:
        """The text with its digits grouped in this language's style: packs write "14 000", whatever the reader's.

        A figure that stands alone gets the decimal mark and the digits of the language, too; beside a pack's words,
        as in "$11.3 billion", it is part of them.
        """
        if not BARE.fullmatch(text):
            return GROUPED.sub(_group(self.locale), text)
        group, mark = (of(self.locale, numbering_system="default") for of in (get_group_symbol, get_decimal_symbol))
        whole, point, part = text.partition(".")
        return self._native(GROUPED.sub(group, whole) + (mark if point else "") + part)

    def percent(self, share: float) -> str:
        """A share of 0 to 1 as a whole percentage, such as "50%" or "50 %"."""
        return self._native(format_percent(round(share, 2), locale=self.locale))

    def day(self, value: date) -> str:
        """A day, such as "Monday, 22 June"."""
        if self.locale.language == "en":
            return format_date(value, "EEEE, d MMMM", locale=self.locale)
        known = self.locale.datetime_skeletons
        short = str(known.get("MMMMEd") or known["MMMEd"])
        whole = "".join(part if part[:1] == "'" else _spelled_out(part) for part in QUOTED.split(short))
        return self._native(format_date(value, whole, locale=self.locale))

    def edtf(self, text: str) -> str:
        """A date as this language writes it: "11 June 1942" of 1942-06-11; anything less plain as it stands."""
        found = WHOLE_DATE.fullmatch(NO_YEAR.sub(LEAP_YEAR, text))
        try:
            day = date(*(int(part or 1) for part in found.groups())) if found else None
        except ValueError:
            day = None
        if found is None or day is None:
            return self._native(text) if text.isdecimal() else text
        if not found[3]:
            return self._native(format_skeleton("yMMMM", day, locale=self.locale))
        if self.locale.language == "en":
            return format_date(day, "d MMMM" if NO_YEAR.match(text) else "d MMMM y", locale=self.locale)
        if NO_YEAR.match(text):
            return self._native(format_skeleton("MMMMd", day, locale=self.locale))
        return self._native(format_date(day, "long", locale=self.locale))

    def weekday(self, value: date) -> str:
        """A day in short, such as "Mon 22"."""
        if self.locale.language == "en":
            return format_date(value, "EEE d", locale=self.locale)
        return self._native(format_skeleton("Ed", value, locale=self.locale))

    def clock(self, value: time | datetime, zone: str | None = None) -> str:
        """The time of day, such as "09:00"."""
        there = ZoneInfo(zone) if zone and isinstance(value, datetime) else None
        return self._native(format_time(value, "HH:mm", tzinfo=there, locale=self.locale))

    def moment(self, value: datetime, zone: str | None) -> str:
        """A day and a time of day in that zone."""
        there = ZoneInfo(zone or "UTC")
        if self.locale.language == "en":
            return format_datetime(value, "EEE d MMM, HH:mm", tzinfo=there, locale=self.locale)
        day = format_skeleton("MMMEd", value.astimezone(there), locale=self.locale)
        return self._native(day) + self.comma + self.clock(value, there.key)

    def span(self, value: timedelta) -> str:
        """A length of time in words, such as "3 days"."""
        return self._native(format_timedelta(value, threshold=1.2, locale=self.locale))

    def _native(self, said: str) -> str:
        """The same in the language's own digits."""
        digits = _digits(self.locale)
        return said.translate(digits) if digits else said


def all_languages() -> list[str]:
    """The languages that the bot speaks, English first."""
    return ["en", *sorted(path.stem for path in LOCALES.glob("*.po"))]


def own_name(language: str) -> str:
    """A language's name as those who speak it write it; English for a language that the bot does not speak."""
    locale = _locale(language if language.partition("-")[0] in all_languages() else "en")
    name = Locale(locale.language).get_display_name() or locale.language
    return name[0].upper() + name[1:]


@lru_cache(maxsize=4096)
def _bare(t: Texts, sentence: str) -> Html:
    return t._fill(t._catalogue.gettext(sentence), {})


@lru_cache(maxsize=2048)
def _number(t: Texts, value: int | float) -> str:
    return t._native(format_decimal(value, locale=t.locale, numbering_system="default"))


def _spelled_out(pattern: str) -> str:
    """The pattern with the names of days and months in full; Babel finds only the short ones by themselves."""
    return re.sub(r"([MLEc])\1*", lambda letters: letters[1] * 4, pattern)


@cache
def texts(language: str) -> Texts:
    """The sentences of that language, made once."""
    return Texts(language)


def let_go() -> None:
    """Of the sentences of all languages: those that somebody speaks are made again. For who has asked for all."""
    for kept in (texts, _catalogue, _bare, _number):
        kept.cache_clear()


@cache
def _group(locale: Locale) -> str:
    return str(get_group_symbol(locale))


@cache
def _digits(locale: Locale) -> dict[int, int]:
    """Asked for only when a number is said: a locale's data is a megabyte, and the menus are said in every language."""
    return DIGITS.get(locale.default_numbering_system, {})


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """The language's sentences, compiled in memory from its .po file: nothing built is kept in the repository."""
    source = LOCALES / f"{language}.po"
    if not source.is_file():
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language, domain=DOMAIN))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
