"""Which column is which? By the words of its header, in several languages; by its place where there is no header."""

import re
from collections.abc import Sequence

TEMPLATE = (
    "id",
    "lesson",
    "kind",
    "question",
    "answer",
    "wrong",
    "accept",
    "partly",
    "decoys",
    "context",
    "hint",
    "why",
    "source",
    "level",
    "tags",
    "shown",
    "unit",
    "precision",
    "calendar",
    "was",
)
"""The columns of our template; `question` and `answer` are enough."""

_WORDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "question id", "key", "nr", "no", "number", "#", "guid"),
    "lesson": ("lesson", "category", "section", "topic", "deck", "unit name", "chapter", "lektion", "тема", "урок"),
    "kind": ("kind", "type", "question type", "fragetyp", "тип", "tipo"),
    "question": (
        "question", "question text", "front", "term", "prompt", "stem", "frage", "vorderseite", "begriff", "pregunta",
        "pergunta", "domanda", "вопрос", "термин", "word", "q", "питання",
    ),
    "answer": (
        "answer", "correct answer", "correct answers", "right answer", "back", "definition", "antwort", "rückseite",
        "richtige antwort", "respuesta", "resposta", "réponse", "risposta", "ответ", "правильный ответ", "определение",
        "meaning", "translation", "a", "correct", "відповідь", "solution",
    ),
    "wrong": ("wrong", "incorrect", "distractor", "wrong answer", "incorrect answer", "falsch", "distractors"),
    "option": ("option", "choice", "answer option", "options"),
    "accept": ("accept", "also right", "synonyms", "accepted"),
    "partly": ("partly", "half right"),
    "decoys": ("decoys", "decoy"),
    "context": ("context",),
    "hint": ("hint", "hints", "hinweis", "pista", "подсказка"),
    "why": ("why", "explanation", "answer explanation", "feedback", "comment", "erklärung", "explicación", "пояснение"),
    "source": ("source", "sources", "quelle", "fuente", "источник"),
    "level": ("level", "difficulty"),
    "tags": ("tags", "tag"),
    "shown": ("shown",),
    "unit": ("unit", "units"),
    "precision": ("precision",),
    "calendar": ("calendar",),
    "was": ("was",),
    "tolerance": ("tolerance", "margin", "±"),
    "time": ("time in seconds", "time limit", "time", "time limit (sec)"),
    "image": ("image link", "image", "picture"),
}  # fmt: skip
_BY_WORD = {word: name for name, words in _WORDS.items() for word in words}
_NUMBERED = re.compile(r"(.+?)[ _.]*\(?([0-9]{1,2}|[a-h])\)?")


def header(cells: Sequence[str]) -> list[str] | None:
    """What each column holds, "" where its name says nothing; None where this is no header.

    `wrong 1`, `option b` and the like stand several times.
    """
    found = [_named(cell) for cell in cells]
    named = {name for name in found if name}
    good = "question" in named and ("answer" in named or "option" in named)
    return found if good else None


def _named(cell: str) -> str:
    word = " ".join(cell[:80].replace("\ufeff", "").casefold().replace("_", " ").split()).strip("*:")
    if word in _BY_WORD:
        return _BY_WORD[word]
    numbered = _NUMBERED.fullmatch(word)
    if numbered and (numbered[1] in ("answer", "option", "choice", "antwort", "respuesta", "ответ")):
        return "option"
    name = _BY_WORD.get(numbered[1].strip(), "") if numbered else ""
    return name if name in ("wrong", "decoys", "accept", "hint") else ""
