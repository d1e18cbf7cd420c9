"""Which habits of writing are put in plain words before figures are read? Margins, clocks, the Persian slash."""

import re

_MARGIN = re.compile(r"(?<=[\w%])\s*(?:±|\+\s?/\s?[-–−]|\+[-–−])\s*\d[\d.,]*\s*%?")
_PLUS = re.compile(r"(?<=\d)\+(?!\s*\d)")
_RANKED_ONE = re.compile(r"(?<=\d(?:st|nd|rd|th)) one\b", re.IGNORECASE)
_FOURTH = re.compile(r"\b(?:one|a|1)[ -]fourth\b", re.IGNORECASE)
_ISH = re.compile(r"(?<=\d)\s?-?ish\b")
_CLOCK = re.compile(r"(?<![\d:.,])(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?![\d:])\s*(?:h|hrs?|hours?|std|ч)?(?!\w)")
_TIME_LETTER = re.compile(r"(\d)\s?(y|w|d|h|m|s|c)(?:\.|\b)(?!\s?(?:/|[^\W\d]))", re.IGNORECASE)
_JOINED = re.compile(r"(?<=\d)([hm])(?=\d)", re.IGNORECASE)
_MINUTES = re.compile(r"^\s*(\d{1,3}):([0-5]\d(?:[.,]\d+)?)\s*$")
_YEARS = re.compile(r"(?<=\d)\s?(?:j\.?|г\.?|л\.?|р\.?)(?!\w)", re.IGNORECASE)
"""Years by their letter, in German, Russian and Ukrainian."""
_DECADE_OF_LIFE = re.compile(r"(?<![\d.,])([1-9])0['’]?s\b")
_THOUSAND_ROUBLES = re.compile(r"(?<=\d)\s?т\.?\s?р\.?(?!\w)", re.IGNORECASE)
_APOSTROPHE = re.compile(r"(?<=\d)['’](?=\d{1,2}(?!\d))")
_TIME_WORDS = {"y": "years", "w": "weeks", "d": "days", "h": "hours", "s": "seconds", "c": "centuries"}
_A_TIME = re.compile(
    r"\ban? (?=(?:minute|hour|day|week|month|year|century) (?!and a |a )\w)"
    r"|(?<!\w )(?<!\w)(?=(?:час|година|год) (?!с |з |и |і )\w|(?:час|година|год) (?:и |і |й |та )?\d)",
    re.IGNORECASE,
)
_METRES = re.compile(r"(?<![\d.,])(\d{1,3})\s?m\s?(\d{2})(?:\s?cm)?(?![\d\w])")
_FEET = re.compile(r"(?<![\d.,])(\d{1,3})\s?['’′]\s?(\d{1,2}(?:[.,]\d+)?)(?:\s?(?:\"|”|″|''))?(?![\d\w])")
_MONEY = r"dollars?|pounds?|euros?|bucks?|quid"
_TENS = ("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_A_COIN = re.compile(rf"\ba (?=(?:{_MONEY})\b)", re.IGNORECASE)
_CENTS = re.compile(r"^\s*(\d+)\s?([cp])\s*$", re.IGNORECASE)
_FIFTY = re.compile(rf"\b(\d+ (?:{_MONEY})(?: and)?) ({'|'.join(_TENS[1:])})\s*$", re.IGNORECASE)
_COINS = re.compile(rf"(?<![\d.,])(\d+) ({_MONEY}|€)(?: and)? (\d\d)(?: ?(?:cents?|pence|p|c))?\s*$", re.IGNORECASE)
_PER_TIME = re.compile(
    r"\s*(?:/\s?|(?<!\w)(?:an?|per|each|every|pro|je|am|par|por|al|a la|ao|à|по|в|на|за|у|در"
    r"|प्रति|हर|tiap|setiap|se)(?:\s+|(?<=se)))"
    r"(?:day|night|week|month|year|hour|tag|woche|monat|jahr|stunde|jour|semaine|mois|an|heure|día|dia|semana|mes|mês|año|ano"
    r"|hora|день|неделю|месяц|год|час|добу|тиждень|місяць|рік|годину|روز|هفته|ماه|سال|ساعت|दिन|हफ़्ते|हफ्ते|महीने|साल|घंटे"
    r"|hari|minggu|bulan|tahun|jam)[\s.!?]*$",
    re.IGNORECASE,
)
_PER_UNIT = re.compile(r"(?<=[\w€$£])\s?/\s?[^\W\d_]+[\s.!?]*$")
_BELOW_FIRST = re.compile(r"शून्य से\s+(\d[\d.,]*)(?=.*नीचे)")
_RATIO = re.compile(r"(?<=\w\s)к(?=\s+(?:одному|1)(?!\w))", re.IGNORECASE)
_GRAMS = re.compile(r"(?<=\d)\s?г\.?(?!\w)", re.IGNORECASE)
_AND_TENTHS = re.compile(r"(?<!\d)(\d{1,3}) (?:и|і|та) (\d)(?=\D*$)")
_SLASH = re.compile(r"(?<![\d/])(\d+)\s?/\s?(\d+)(?![\d/])")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def without_margin(text: str) -> str:
    """Without the margin of "5333 ± 10", the plus of "11.3+", the one of "the 16th one".

    The figure is the answer; a fourth is a quarter.
    """
    text = _FOURTH.sub("a quarter", text)
    return _RANKED_ONE.sub("", _ISH.sub("", _PLUS.sub("", _MARGIN.sub("", text))))


def clock_told(text: str, unit: str | None) -> str:
    """ "1:30" as "1 h 30 min", where a length of time is asked; as minutes and seconds where those are."""
    if unit == "s":
        text = _MINUTES.sub(r"\1 min \2 s", text)
    return _CLOCK.sub(lambda found: f"{found[1]} h {found[2]} min" + (f" {found[3]} s" if found[3] else ""), text)


def time_told(text: str, unit: str) -> str:
    """ "24y", "24 d", "24m" with the letter spelled out, the "an" of "an hour and 28 minutes" as a one."""
    text = _JOINED.sub(r"\1 ", _A_TIME.sub("1 ", text))
    if unit == "year":
        text = _DECADE_OF_LIFE.sub(r"\g<1>0-\g<1>9", _YEARS.sub(" years", text))
    words = {**_TIME_WORDS, "m": "months" if unit in ("month", "year") else "minutes"}
    return _TIME_LETTER.sub(lambda found: f"{found[1]} {words[found[2].lower()]}", text)


def metres_told(text: str) -> str:
    """ "1m80" as "1.80 m", where a length in metres is asked."""
    return _METRES.sub(r"\1.\2 m", text)


def feet_told(text: str) -> str:
    """ "5'6" as "5 ft 6 in", where a length is asked."""
    return _FEET.sub(r"\1 ft \2 in", text)


def coin_told(text: str) -> str:
    """ "a dollar fifty", "two pounds 40" as "1.50 dollar", "2.40 pounds", where money is asked."""
    text = _THOUSAND_ROUBLES.sub(" тысяч рублей", text)
    text = _CENTS.sub(
        lambda found: f"{found[1]} {'cents' if found[2].lower() == 'c' else 'pence'}", _A_COIN.sub("1 ", text)
    )
    return _COINS.sub(r"\1.\3 \2", _FIFTY.sub(lambda found: f"{found[1]} {_TENS.index(found[2].lower())}0", text))


def time_untold(text: str) -> str:
    """ "5 dollars" for "5 dollars a day" and "5 €/ha", where neither a time nor a speed is asked."""
    return _PER_TIME.sub("", _PER_UNIT.sub("", text))


def below_told(text: str) -> str:
    """ "-39" for "39 below zero" in Hindi, where the zero comes first."""
    return _BELOW_FIRST.sub(r"-\1", text)


def grams_told(text: str) -> str:
    """ "400 g" for "400 г", which is a year elsewhere."""
    return _GRAMS.sub(" g", text)


def ratio_told(text: str) -> str:
    """ "восемь : одному", where "к" might be a thousand."""
    return _RATIO.sub(":", text)


def tenths_told(text: str) -> str:
    """ "39 и 5" as "39.5", as temperatures are told in Russian and Ukrainian."""
    return _AND_TENTHS.sub(r"\1.\2", text)


def apostrophe_as_point(text: str) -> str:
    """ "36'4" as "36.4", as it is written by hand in Spanish."""
    return _APOSTROPHE.sub(".", text)


def slash_as_point(text: str) -> str | None:
    """ "3/75" as "3.75", as it is written by hand in Persian; None where no such figure stands there."""
    told = _SLASH.sub(r"\1.\2", text)
    return told if told != text else None


def roman(text: str) -> int | None:
    """The value of a Roman numeral in capitals, of two letters or more; None for anything else."""
    said = text.strip(" .!?()").rpartition(" ")[2]
    if len(said) < 2 or not _ROMAN.fullmatch(said):
        return None
    values = [_ROMAN_VALUES[char] for char in said]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
