"""In which order are options shown, and what is a tap on one worth?"""

import hashlib
import random
from collections.abc import Callable, Iterable, Mapping, Sequence

from lessons.grade import Grade, Verdict
from lessons.response import Response, Tap, Typed
from lessons.typed.aside import gave_up
from lessons.typed.fold import fold


def shuffled(texts: Sequence[str], seed: int) -> tuple[str, ...]:
    """The texts in an order that hangs on the seed alone."""
    mixed = list(texts)
    random.Random(seed).shuffle(mixed)  # noqa: S311 - nothing secret hangs on it
    return tuple(mixed)


def mixed(right: Sequence[str], seed: int) -> tuple[str, ...]:
    """The texts in an order that hangs on the seed, never already in the right one."""
    found = shuffled(right, seed)
    return found[1:] + found[:1] if found == tuple(right) else found


def with_decoys(item_id: str, key: str, decoys: Iterable[str], size: Callable[[str], object | None]) -> tuple[str, ...]:
    """The key among its decoys, ascending by `size`; () without decoys.

    Where a size cannot be told for each, the key takes the place that the item's id gives it, as always for that item.
    """
    others = {fold(decoy) or decoy: decoy for decoy in decoys}
    others.pop(fold(key) or key, None)
    if not others:
        return ()
    texts = (key, *others.values())
    sizes = {text: size(text) for text in texts}
    if None not in sizes.values():
        return tuple(sorted(texts, key=lambda text: (sizes[text], text)))
    place = hashlib.sha256(item_id.encode()).digest()[0] % len(texts)
    rest = list(others.values())
    return (*rest[:place], key, *rest[place:])


def tapped(options: Sequence[str], key: str, response: Tap, feedback: Callable[[str], str | None]) -> Grade:
    """The grade of one option tapped: the key or not."""
    if len(response.options) != 1 or not 0 <= response.options[0] < len(options):
        return Grade(Verdict.UNREADABLE, 0, "no_option")
    return picked(options[response.options[0]], key, feedback)


def picked(option: str, key: str, feedback: Callable[[str], str | None]) -> Grade:
    """The grade of that option, named in whichever way."""
    if option == key:
        return Grade(Verdict.EXACT, 1, "exact", understood=option, feedback=feedback(option))
    return Grade(Verdict.WRONG, 0, "wrong_option", understood=option, feedback=feedback(option))


def unread(response: Response, reason: str, data: Mapping[str, str] | None = None) -> Grade:
    """The grade of a response that names no option: it gave up, or the reason."""
    if isinstance(response, Typed) and gave_up(response.text, response.language):
        return gave_up_grade()
    return Grade(Verdict.UNREADABLE, 0, reason, data or {})


def gave_up_grade() -> Grade:
    """ "I don't know" is no answer; a sitting counts it as a wrong try, kindly."""
    return Grade(Verdict.UNREADABLE, 0, "gave_up")


def some_right(right: int, total: int) -> Grade:
    """So many of so many: all is exact; from half up partly right, never more than half credit."""
    data = {"right": str(right), "of": str(total)}
    if right == total:
        return Grade(Verdict.EXACT, 1, "exact")
    if right * 2 >= total:
        return Grade(Verdict.NEAR, 0.5, "some_right", data)
    return Grade(Verdict.WRONG, 0, "some_right", data)
