"""Which year completes a date, and does BC or AD stand behind it?"""

from content.facts.line import Line


def past_ending(line: Line, at: int) -> int:
    """The token after the ending of an ordinal in digits: "-го" in "1861-го"; `at` where there is none."""
    ending = line.words[at] == "-" and line.touches(at) and line.touches(at + 1)
    return at + 2 if ending and line.printed(at + 1) in line.tongue.endings else at


def past_year_word(line: Line, at: int) -> int:
    """The token after what belongs to a year in digits: "года", "г.", "-го"; `at` where nothing does."""
    if not line.tongue.after_year:
        return at
    place = past_ending(line, at)
    return place + (line.words[place] in line.tongue.after_year)


def is_sure(line: Line, at: int) -> bool:
    """The word there, as printed, makes even a small number a year or a century."""
    return line.printed(at) in line.tongue.sure


def digits_at(line: Line, at: int, longest: int) -> int | None:
    """The whole number at that token, None where it is none or has more digits than `longest`."""
    word = line.words[at]
    return int(word) if line.kinds[at] == "n" and word.isascii() and word.isdigit() and len(word) <= longest else None


def year_after(line: Line, at: int, *, comma: bool = True) -> tuple[int, int, bool] | None:
    """A year that completes a day or month: ", 1942", "of 1942", "'44", "480 BC". Astronomical; and whether an era."""
    if (comma and line.words[at] == "," and line.kinds[at + 1] == "n") or (
        line.words[at] == "of" and line.kinds[at + 1] == "n"
    ):
        at += 1
    if line.words[at] in {"in"} and line.kinds[at + 1] == "n" and len(line.words[at + 1]) == 4 and not comma:
        at += 1
    if line.words[at] in {"'", "’", "‘"} and line.touches(at + 1) and len(line.words[at + 1]) == 2:
        short = digits_at(line, at + 1, 2)
        return ((1900 + short) if short is not None else 0, at + 2, False) if short is not None else None
    if line.words[at] == "ad" and line.upper(at):
        number = digits_at(line, at + 1, 4)
        return (number, at + 2, True) if number else None
    year = digits_at(line, at, 4)
    if year is None:
        return None
    era = era_after(line, at + 1)
    if era:
        return (1 - year if era[1] else year), era[0], True
    end = past_year_word(line, at + 1)
    if end > at + 1 and (1000 <= year <= 2199 or (year >= 100 and is_sure(line, end - 1))):
        return year, end, False
    if len(line.words[at]) != 4 or not 1000 <= year <= 2199:
        return None
    if line.touches(at + 1) and (
        (line.kinds[at + 1] in "nw" and line.words[at + 1] != "s") or line.words[at + 1] == "%"
    ):
        return None
    return year, at + 1, False


def era_after(line: Line, at: int) -> tuple[int, bool] | None:
    """BC, BCE, AD, CE with or without full stops: the token after it, and whether it counts backwards."""
    at = past_year_word(line, at)
    word = line.words[at]
    if word in {"bc", "bce", "ad", "ce"} and line.named(at):
        return at + 1, word[0] == "b"
    if word in {"b", "a", "c"} and line.words[at + 1] == "." and line.words[at + 2] in {"c", "d", "e"}:
        letters = word + line.words[at + 2]
        if letters in {"bc", "ad", "ce"} and line.upper(at):
            end = at + 3
            if letters == "bc" and line.words[end] == "." and line.words[end + 1] == "e":
                end += 2
            return end + (line.words[end] == "." and line.touches(end)), letters == "bc"
    return None
