"""How is a date written in a pack? EDTF, or as people write: `280 BC`, `11 June 1942`, `the 1930s`, `19th century`."""

import re
from functools import cache
from typing import Literal, cast

from lessons.edtf import NotEdtf, bounds
from lessons.items import DateAnswer
from lessons.languages import language

DateUnit = Literal["years", "months", "days"]
_TOLERANCE = re.compile(
    r"\s*(?:±|\+\s*/?\s*[-−–])\s*(?P<n>[0-9]{1,5})\s*(?P<unit>years?|yrs?|months?|days?|)\s*", re.IGNORECASE
)
_ABOUT = re.compile(r"(?:about|around|circa|ca\.|c\.|approximately|roughly|~)\s*", re.IGNORECASE)
_ERA = re.compile(r"(?P<year>[0-9]{1,4})\s*(?P<era>BCE?|B\.\s?C\.(?:\s?E\.)?|CE|C\.\s?E\.|AD|A\.\s?D\.)")
_AD = re.compile(r"(?:AD|A\.D\.)\s*(?P<year>[0-9]{1,4})")
_DECADE = re.compile(r"(?:the\s+)?([0-9]{3})0['’]?s", re.IGNORECASE)
_CENTURY = re.compile(r"(?:the\s+)?([0-9]{1,2})(?:st|nd|rd|th)\s+(?:century|c\.)", re.IGNORECASE)
_DAY_FIRST = re.compile(
    r"(?:the\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?([^\W\d_]+)\.?,?(?:\s+(.+))?", re.IGNORECASE
)
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+|$)(.*)", re.IGNORECASE)
_MONTH_ONLY = re.compile(r"([^\W\d_]+)\.?,?\s+(?:of\s+)?(.+)")
_BETWEEN = re.compile(r"\s*[–—]\s*|\s+to\s+|\s*/\s*|\s*\.\.\s*(?=[0-9])")
_SLASHED = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


class BadDate(ValueError):
    """The text is no date; `code` says why, `at` is the faulty character, `words` what to write if clear."""

    def __init__(self, code: str, at: int = 0, words: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.at = at
        self.words = words


def read_date(text: str, language_code: str = "en", *, julian: bool = False) -> DateAnswer:
    """The date written there, with `± n years`. Raises BadDate."""
    tolerance = _TOLERANCE.search(text)
    plus_minus, unit = 0, "years"
    head = text
    if tolerance:
        if tolerance.end() != len(text):
            raise BadDate("tolerance", tolerance.start())
        plus_minus = int(tolerance["n"])
        unit = {"m": "months", "d": "days"}.get(tolerance["unit"][:1].lower(), "years")
        head = text[: tolerance.start()]
    elif "±" in text:
        raise BadDate("tolerance", text.index("±"))
    head = " ".join(head.split())
    edtf = to_edtf(head, language_code, julian=julian)
    return DateAnswer(
        edtf,
        written="" if edtf == head else head,
        calendar="julian" if julian else "gregorian",
        plus_minus=plus_minus,
        plus_minus_unit=cast(DateUnit, unit),
    )


def to_edtf(text: str, language_code: str = "en", *, julian: bool = False) -> str:
    """EDTF of a date as written. Raises BadDate."""
    text = text.strip()
    found = _convert(text, language_code)
    try:
        bounds(found, julian=julian)
    except NotEdtf as error:
        raise BadDate({"month": "day", "day": "day", "order": "order"}.get(error.code, "form")) from None
    return found


def date_text(date: DateAnswer, language_code: str = "en") -> str | None:
    """Text that `read_date` reads as exactly this date; None where `written` says something else than `edtf`."""
    tail = f" ± {date.plus_minus} {date.plus_minus_unit}" if date.plus_minus else ""
    text = f"{date.written or date.edtf}{tail}"
    try:
        return text if read_date(text, language_code, julian=date.calendar == "julian") == date else None
    except BadDate:
        return None


def plain_date_text(date: DateAnswer) -> str:
    """The date in EDTF, with its tolerance."""
    return date.edtf + (f" ± {date.plus_minus} {date.plus_minus_unit}" if date.plus_minus else "")


def _convert(text: str, language_code: str) -> str:
    if len(text) > 100:
        raise BadDate("form")
    if _is_edtf(text):
        return text
    about = _ABOUT.match(text)
    if about:
        inner = _convert(text[about.end() :], language_code)
        return inner if inner.endswith(("~", "?")) or "/" in inner else f"{inner}~"
    if _SLASHED.fullmatch(text):
        raise BadDate("slashes", 0, text)
    between = _BETWEEN.search(text, 1)
    if between:
        return _interval(text, between, language_code)
    return _moment(text, language_code)


def _is_edtf(text: str) -> bool:
    try:
        bounds(text)
    except NotEdtf as error:
        return error.code != "form"
    return True


def _interval(text: str, between: re.Match[str], language_code: str) -> str:
    left, right = text[: between.start()].strip(), text[between.end() :].strip()
    if not left or not right:
        raise BadDate("form")
    era = re.search(r"\s*(?:BCE?|B\.\s?C\.(?:\s?E\.)?)$", right)
    if era and re.fullmatch(r"[0-9]{1,4}", left):
        left += f" {era[0].strip()}"
    ends = (_end(left, language_code), _end(right, language_code))
    return "/".join(ends)


def _end(text: str, language_code: str) -> str:
    return text if text == ".." or _is_edtf(text) else _moment(text, language_code)


def _moment(text: str, language_code: str) -> str:
    decade = _DECADE.fullmatch(text)
    if decade:
        return f"{decade[1]}X"
    century = _CENTURY.fullmatch(text)
    if century and century[1] != "0":
        return f"{int(century[1]) - 1:02d}XX"
    era = _era(text)
    if era:
        return era
    return _dayed(text, language_code) or _bare(text)


def _dayed(text: str, language_code: str) -> str | None:
    day_first = _DAY_FIRST.fullmatch(text)
    month = _month(day_first[2], language_code) if day_first else None
    if day_first and month:
        return f"{_year(day_first[3])}-{month:02d}-{int(day_first[1]):02d}"
    month_first = _MONTH_FIRST.fullmatch(text)
    month = _month(month_first[1], language_code) if month_first else None
    if month_first and month:
        return f"{_year(month_first[3])}-{month:02d}-{int(month_first[2]):02d}"
    only = _MONTH_ONLY.fullmatch(text)
    month = _month(only[1], language_code) or _SEASONS.get(only[1].lower()) if only else None
    return f"{_year(only[2])}-{month:02d}" if only and month else None


def _year(text: str | None) -> str:
    """The year, or EDTF's sign for one that is not told."""
    if not text:
        return "XXXX"
    return _era(text.strip()) or _bare(text.strip())


def _era(text: str) -> str | None:
    """A year with its era; 1 BC is the year 0000 and 280 BC therefore -0279."""
    after, before = _AD.fullmatch(text), _ERA.fullmatch(text)
    if after:
        return f"{int(after['year']):04d}"
    if before is None:
        return None
    year = int(before["year"])
    if year == 0:
        raise BadDate("zero")
    if not before["era"].startswith("B"):
        return f"{year:04d}"
    return f"-{year - 1:04d}" if year > 1 else "0000"


def _bare(text: str) -> str:
    if re.fullmatch(r"[0-9]{4}[~?]?", text):
        return text
    if re.fullmatch(r"[0-9]{1,3}", text):
        raise BadDate("short", 0, text)
    if re.fullmatch(r"[0-9]{4}-[0-9]{4}", text):
        raise BadDate("hyphen", 4, text.replace("-", "/"))
    raise BadDate("form")


@cache
def _months(code: str) -> dict[str, int]:
    return {**language("en").months, **language(code).months}


def _month(name: str, code: str) -> int | None:
    return _months(code).get(name.casefold())
