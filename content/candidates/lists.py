"""How is an entry of a list asked? By its label, under its heading; the other entries are the wrong answers."""

import re
from dataclasses import dataclass

from content.candidates.mark import MARK
from content.candidates.verbs import is_finite
from content.document import Span

_LABELLED = re.compile(
    rf"^(?P<label>[^:–—|\d]{{2,70}}?)(?::| –| —| \||,) (?:(?:about|over|some|nearly|approximately|more than"
    rf"|around) )?{MARK}(?P<rest>(?! of (?:them|these|those|which|whom)\b).*)$"
)
_DATED = re.compile(rf"^{MARK}(?:(?::| –| —| -| \||,|\.) (?P<label>[^|]{{4,120}})| (?P<name>[A-Z].{{10,120}}))$")
_YEARLY = re.compile(rf"^(?P<year>1\d{{3}}|20\d\d)(?::| –| —| -|,) {MARK}(?P<rest>(?: [a-z]+){{0,3}})[.]?$")
"""“1913: 96,000 tonnes”: an entry that a year labels."""
_SENTENCE_END = re.compile(r"(?<=[a-z)\d”\"])[.;!?](?= [A-Z\"“(]| [a-z])")
_COUNTED = re.compile(
    rf"^(?:(?:about|over|some|nearly|almost|approximately|more than|around|at least) )?{MARK} (?P<noun>[A-Za-z].*)$",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"^(?P<noun>(?:(?!(?:to|for|from|on|in|at|by) ).)*?)\s?(?:\b(?P<preposition>to|for|from|on|in|at"
    r"|by) (?P<thing>.+))?$"
)
_OF_THE_FIGURE = re.compile(
    r"(?: ?\([^()]*\)| [^\W\d,;()][^\d,;()]*)?(?:[,;] (?:of which|including|in|from|since|down|up) .*)?[.]?"
)
"""What may follow the figure of a labelled entry: its unit or noun, and a remark, but no second figure of its own."""
_COUNTED_NOUN = re.compile(r"(?:[a-z-]+ )?[a-z-]+s")
_MEASURED = re.compile(
    r"(?:m?g|kg|ml|cl|dl|l|oz|lbs?|fl\.? oz|tsps?|tbsps?|teaspoon(?:ful)?s?|tablespoon(?:ful)?s?|spoon(?:ful)?s?|drops?"
    r"|pinch(?:es)?|cups?|sprigs?|cloves?|slices?)\b",
    re.IGNORECASE,
)
"""What a recipe measures out."""
_EACH = re.compile(r"\b(?:once|twice|times|a|per|each|every) (?:day|week|month|year|time|head|person)\b")
_BESIDES = re.compile(
    r", (?:(?:up|down|compared|against|of which|of whom|of them|including|among them|not counting|in all)\b"
    r"|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|half|most|all|many|some) of (?:them|which|whom)\b).*$"
)
"""What an entry adds to its count: "up from 1,200 in 1921", "nine of them new"."""
_PLURALS = frozenset(
    ("men", "women", "people", "children", "staff", "aircraft", "sheep", "cattle", "fish", "deer", "police", "troops")
)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_SPACES = re.compile(r"\s+")
_DIGIT = re.compile(r"\d")
_IN_BRACKETS = re.compile(rf" \({MARK}\)$")
"""“The Salt Road (1924)”: what the brackets hold is what the list tells of its entry."""
_SET_BEFORE = re.compile(rf"^{MARK} ?(?:[–—:]|- )")
_PARENTHESES = re.compile(r"\s?\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: where it stands, and its words with the fact marked."""

    span: Span
    line: str


def entry_around(text: str, fact: Span, bounds: Span) -> Entry:
    """The entry that holds the fact: between semicolons or line ends, inside `bounds`."""
    left = max(text.rfind(sign, bounds.start, fact.start) for sign in (";", "\n"))
    start = bounds.start if left < 0 else left + 1
    ends = [at for at in (text.find(sign, fact.end, bounds.end) for sign in (";", "\n")) if at >= 0]
    end = min(ends, default=bounds.end)
    while start < end and text[start] in " \t-•*·":
        start += 1
    if text.startswith("and ", start):
        start += 4
    while end > start and text[end - 1] in " \t.;,*†‡":
        end -= 1
    line = _IN_BRACKETS.sub(rf", {MARK}", text[start : fact.start] + MARK + text[fact.end : end])
    return Entry(Span(start, end), _PARENTHESES.sub("", _SPACES.sub(" ", line)))


def first_sentence(entry: Entry) -> Entry:
    """The entry without what follows its first sentence."""
    end = _SENTENCE_END.search(entry.line)
    return Entry(entry.span, entry.line[: end.start()]) if end else entry


def is_statement(line: str) -> bool:
    """Is the entry a sentence of its own, to be asked like any other?"""
    words = line.split()
    return len(words) > 5 and any(word.islower() and is_finite(word) for word in words[1:])


def is_stating(line: str) -> bool:
    """Does a finite verb stand in the entry, however short it is?"""
    return any(word.islower() and is_finite(word) for word in line.split()[1:])


def is_set_before(line: str) -> bool:
    """Does a sign part the figure from what follows, as a year of two digits is ("79 – Vesuvius buries Pompeii")?"""
    return _SET_BEFORE.match(line) is not None


def is_plain_label(line: str) -> bool:
    """Is the entry "Label: figure" and nothing more, so that it is no sentence, whatever its words?"""
    match = _LABELLED.match(line)
    return (
        match is not None
        and match.group().removeprefix(match["label"]).startswith(":")
        and not match["rest"].strip(" .%")
    )


def is_labelled(line: str) -> bool:
    """Is the entry "Label: figure"?"""
    return bool(_LABELLED.match(line) or _YEARLY.match(line))


def stem(line: str, *, heading: str, document_noun: str, date: str | None, money: bool) -> tuple[str, str, str] | None:
    """Template, stem and label for an entry; None where its label cannot be told.

    `date` is the word for a date that is asked, "year" or "date"; None where a figure is.
    """
    where = f"under “{heading}”"
    if match := _DATED.match(line):
        label = (match["label"] or match["name"]).rstrip(".*†‡")
        if not date or not _LETTERS.search(label):
            return None
        return "list_label", f"Which {date} does the {document_noun} give for “{label}” {where}?", label
    if match := _YEARLY.match(line):
        year = match["year"]
        return None if date else ("list_label", f"Which figure does the {document_noun} give for {year} {where}?", year)
    if (match := _LABELLED.match(line)) and (
        (date and len(match["rest"].split()) <= 4) or _OF_THE_FIGURE.fullmatch(match["rest"])
    ):
        label = match["label"].strip()
        counted = match["rest"].strip(" .")
        if date is None and not money and _COUNTED_NOUN.fullmatch(counted):
            return "list_label", f"How many {counted} does the {document_noun} give for “{label}” {where}?", label
        return "list_label", f"Which {date or 'figure'} does the {document_noun} give for “{label}” {where}?", label
    match = _COUNTED.match(_BESIDES.sub("", line))
    if match is None or date or len(match["noun"].split()) > 12 or _DIGIT.search(match["noun"]):
        return None
    if _MEASURED.match(match["noun"]) or _EACH.search(match["noun"]):
        return None
    return _counted(match["noun"], document_noun, where, money=money)


def _is_countable(noun: str) -> bool:
    """Does a plural end the words that were counted ("yearly subscribers"), unlike "never heard of again"?"""
    head = re.split(r" (?:of|who|which|that|over|under|aged|with|without|between|above|below) |,", noun)[0].split()
    last = head[-1].lower() if head else ""
    return last.endswith("s") or last in _PLURALS


def _counted(words: str, document_noun: str, where: str, *, money: bool) -> tuple[str, str, str] | None:
    """The stem for "14,000 airplanes", "96 pupils in the first form" and "$3.2 billion to France"."""
    match = _PLACED.match(words)
    noun, thing = (match["noun"], match["thing"]) if match else (words, None)
    if money:
        asked = f"Which amount does the {document_noun} give for {thing} {where}?"
        return ("list_label", asked, thing) if thing and not noun else None
    if not noun or not _is_countable(noun):
        return None
    if thing:
        if match and match["preposition"] in ("to", "for"):
            return (
                "list_count",
                f"How many {noun} does the {document_noun} list {match['preposition']} {thing} {where}?",
                words,
            )
        return "list_count", f"How many {words} does the {document_noun} list {where}?", words
    return "list_count", f"How many {noun} does the {document_noun} list {where}?", noun
