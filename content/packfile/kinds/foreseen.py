"""Which other answers did the author foresee? `accept`, `partly` and `wrong`, and the decoys to tap."""

from collections.abc import Callable
from typing import Any

from content.packfile.answers.lists import alternatives, arrow
from content.packfile.inline import words
from content.packfile.kinds.making import Making
from content.packfile.located import Located


def foreseen(making: Making, read: Callable[[Located], Any], wrap: Callable[[Any, Any], Any]) -> dict[str, Any]:
    """The item's fields of that name; what cannot be read was reported. `wrap` joins an answer to its feedback."""
    return {
        "accept": _several(making, "accept", read),
        "partly": _with_feedback(making, "partly", read, wrap),
        "wrong": _with_feedback(making, "wrong", read, wrap),
    }


def right_and_wrong(making: Making) -> None:
    """Report an answer that is the key and foreseen as wrong."""
    making.report.error("E262", making.draft.all("wrong")[0].value, "this answer is right and wrong at once")


def decoys_beside(making: Making, answer: str) -> tuple[str, ...]:
    """The wrong answers to tap, each once and none of them the right one."""
    found: list[str] = []
    for piece in making.pieces("decoys"):
        text = words(piece.text)
        if text.casefold() in (answer.casefold(), *(other.casefold() for other in found)):
            making.report.error("E261", piece, f'"{text}" is the right answer or stands here twice: a decoy is wrong')
        elif text:
            found.append(text)
    return tuple(found)


def _several(making: Making, key: str, read: Callable[[Located], Any]) -> tuple[Any, ...]:
    """All answers of `accept`, in order; those that cannot be read were reported."""
    found = []
    for one in making.draft.all(key):
        answers, feedback = arrow(one.value)
        if feedback is not None:
            making.report.error("E264", feedback, f"{key}: takes no words behind ->")
        found += [read(piece) for piece in alternatives(answers)]
    return tuple(value for value in found if value is not None)


def _with_feedback(making: Making, key: str, read: Callable[[Located], Any], wrap: Callable[[Any, Any], Any]) -> Any:
    """All answers of `partly` or `wrong`, each with the feedback of its line."""
    found = []
    for one in making.draft.all(key):
        answers, feedback = arrow(one.value)
        words_said = (words(feedback.text) or None) if feedback else None
        found += [(read(piece), words_said) for piece in alternatives(answers)]
    return tuple(wrap(value, said) for value, said in found if value is not None)
