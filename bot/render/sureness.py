"""How well does a learner know what they know? Told in a line, once enough answers were given with a word on it."""

from collections.abc import Sequence

from bot.texts import Html, Texts
from lessons.confidence import Confidence, Said


def calibration_lines(said: Sequence[Said], t: Texts) -> list[Html]:
    """One line for each confidence that was said often enough."""
    return [_line(one, t) for one in said]


def _line(one: Said, t: Texts) -> Html:
    match one.confidence:
        case Confidence.SURE:
            return t("When you say you are sure, you are right {right} of {total} times.", **_counts(one))
        case Confidence.THINK:
            return t("When you think so, you are right {right} of {total} times.", **_counts(one))
        case _:
            return t("When you guess, you are right {right} of {total} times.", **_counts(one))


def _counts(one: Said) -> dict[str, int]:
    return {"right": one.right, "total": one.total}
