"""Which answer stands where learners correct themselves? "1870, no, 1871" is 1871, and so is "1871, not 1870"."""

import re
from collections.abc import Callable

from lessons.typed.fold import fold
from lessons.typed.lexicon import lexicon

_TURNS = (
    *("nope", "wait", "no wait", "sorry", "oops", "actually", "i mean", "i meant", "rather", "correction"),
    *("scratch that", "make that", "or rather", "my bad", "hold on", "typo"),
    *(
        "nein",
        "quatsch",
        "ach nein",
        "nee",
        "ich meine",
        "ich meinte",
        "vielmehr",
        "besser gesagt",
        "moment",
        "korrektur",
    ),
    *("non", "pardon", "je veux dire", "je voulais dire", "plutôt", "ou plutôt", "attends", "enfin non"),
    *("perdón", "perdon", "mejor dicho", "quiero decir", "quise decir", "digo", "espera"),
    *("desculpa", "desculpe", "quer dizer", "quero dizer", "aliás", "ou melhor", "espera aí"),
    *("нет", "ой", "вернее", "точнее", "то есть", "простите", "извините", "ошибся", "ошиблась", "стоп", "хотя нет"),
    *("ні", "тобто", "вірніше", "точніше", "вибачте", "перепрошую", "помилився", "помилилась"),
    *("ببخشید", "نه ببخشید", "یعنی", "منظورم", "اشتباه شد"),
    *("नहीं", "नहीं नहीं", "माफ़ करना", "माफ करना", "सॉरी", "मतलब", "मेरा मतलब", "nahi", "nahin"),
    *("eh", "eh bukan", "maksudku", "maksud saya", "maaf", "salah", "ralat"),
)
"""What takes back all that was said before it."""
_TURNS_BEFORE_A_STOP = ("no", "não", "nao", "нi", "bukan", "tidak", "نه", "نخیر")
"""What takes back only with a comma behind it: Spanish "1871 no 1870" may be "and not 1870"."""
_NOT = r"and not|not|und nicht|nicht|et pas|et non|pas|y no|e não|não|а не|не|bukan|न कि"
_BUT = r"but|sondern|mais|sino|mas(?: sim)?|а|but rather|rather|melainkan|tapi|بلکه|बल्कि|it's|it is|its"


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_GAP = r"[\s,،;؛:.…!*()–—-]"


def _turn(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<before>.*[^\s,،;؛:.…!*()–—-]){_GAP}+"
        rf"(?:(?:{_any(words)})(?:{_GAP}+|$)|(?:{_any(_TURNS_BEFORE_A_STOP)})[,،.…!;–—]+\s*)+(?P<meant>.+)",
        re.IGNORECASE | re.DOTALL,
    )


_TURN, _ENGLISH_TURN = _turn(_TURNS), _turn((*_TURNS, "no"))
_PART = r"(?:[^,،;]|[,،](?=\d))"
_COMMA = r"[,،;](?!\d)"
"""But for the one inside a figure: "no less than 25,000"."""
_DENIED_FIRST = re.compile(
    rf"\s*(?:not|nicht|no|pas|não|не|bukan|نه)\s+(?P<before>{_PART}+?)"
    rf"(?:\s*{_COMMA}\s*(?:(?:{_BUT})\s+)?|\s+(?:{_BUT})\s+)(?P<meant>.+)",
    re.IGNORECASE,
)
_DENIED_LAST = re.compile(
    rf"(?P<meant>.+?)(?:\s*(?:{_COMMA}|\()\s*|\s+)(?:{_NOT})\s+(?P<before>{_PART}+)", re.IGNORECASE
)
_DENIED_AFTER_A_COMMA = re.compile(rf"(?P<meant>.+?)\s*[,،]\s*(?:no|نه)\s+(?P<before>{_PART}+)", re.IGNORECASE)
_DENIED_BEHIND = re.compile(
    rf"(?P<meant>.+?)\s*{_COMMA}\s*(?P<before>{_PART}+?)\s+(?:नहीं|nahi|nahin)[\s.।!]*", re.IGNORECASE
)
_HINT = re.compile(rf"(?<!\w)(?:{_any(_TURNS)}|{_any(_TURNS_BEFORE_A_STOP)}|{_NOT}|nicht)(?!\w)", re.IGNORECASE)
_LONGEST = 200


def corrected(text: str, code: str, readable: Callable[[str], object]) -> str:
    """What is meant, where both it and what is taken back are answers; else the text itself."""
    if len(text) > _LONGEST or not _HINT.search(text):
        return text
    turn = _ENGLISH_TURN if code[:2] == "en" else _TURN
    for pattern in (_DENIED_FIRST, turn, _DENIED_AFTER_A_COMMA, _DENIED_BEHIND, _DENIED_LAST):
        if found := pattern.fullmatch(text):
            taken_back = any(map(str.isdigit, found["before"])) or readable(found["before"])
            told = taken_back and _whole(found["meant"], code) and readable(found["meant"])
            return found["meant"] if told else text
    return text


def _whole(meant: str, code: str) -> bool:
    """Whether it is an answer by itself, and no "billion" that mends "15 million"."""
    return fold(meant) not in lexicon(code).scales
