"""What happens when a learner says how sure they are? The answer that waited is judged, with that beside it."""

from bot.texts import texts
from lessons.confidence import Confidence
from lessons.items import EstimateItem, Item
from lessons.session import Outcome, Session
from lessons.typed.fold import digits, fold

SKIP = "skip"
LEVELS: dict[str, Confidence | None] = {
    "sure": Confidence.SURE,
    "think": Confidence.THINK,
    "guess": Confidence.GUESS,
    SKIP: None,
}
"""What can be said, in the order of the buttons; None: the learner would rather not say."""


def labels(language: str) -> tuple[str, ...]:
    """The words on the buttons, in the learner's language."""
    t = texts(language)
    return (str(t("Sure")), str(t("Think so")), str(t("Guessing")), str(t("Skip this")))


def is_asked(wanted: bool, session: Session, item: Item, outcome: Outcome) -> bool:
    """Whether how sure the learner is is asked before this answer is shown.

    Not of an estimate, which is a guess by its nature, not where they gave up, and not in practice.
    """
    gave_up = outcome.grade.reason == "gave_up"
    return wanted and not session.drill and not isinstance(item, EstimateItem) and not gave_up


def read(text: str, language: str) -> str | None:
    """The level that typed words name: the words of a button, in the learner's language or English, or its number."""
    said = fold(text)
    for words in (labels(language), labels("en"), tuple(LEVELS)):
        found = [level for level, label in zip(LEVELS, words, strict=True) if fold(label) == said]
        if found:
            return found[0]
    number = digits(text).strip().rstrip(".)")
    return tuple(LEVELS)[int(number) - 1] if number in ("1", "2", "3", "4") else None
