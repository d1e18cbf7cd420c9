"""Is this an answer at all? "I don't know", yes and no, in the languages we have words for."""

from lessons.languages import language, languages
from lessons.typed.fold import fold, slips


def gave_up(text: str, code: str = "en") -> bool:
    """Whether the learner says that they do not know: "?", "skip", "no idea"."""
    if text.strip() and not text.strip(" ?¿؟."):
        return "?" in text or "؟" in text
    said = fold(text)
    return bool(said) and any(said in words.gave_up for words in _languages(code))


def truth(text: str, code: str = "en") -> bool | None:
    """True for yes, t, right, correct; False for no, f, wrong; None for anything else."""
    said = fold(text)
    for words in _languages(code):
        for value, known in ((True, words.yes), (False, words.no)):
            if said in known or any(len(word) > 3 and slips(said, word, 1) <= 1 for word in known):
                return value
    return None


def _languages(code: str) -> tuple:  # type: ignore[type-arg]
    first = language(code)
    return (first, *(other for other in languages() if other.code != first.code))
