"""Which pages of progress are there, and how does one get from one to another?"""

from collections.abc import Sequence
from typing import Any

from bot import buttons, progress_buttons
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reply import Button, Rows
from bot.render.spans import reads_from_right
from bot.texts import Html, Texts
from lessons.enrollment import Preferences

MOST_PACKS = 4


def tabs(page: str, pack: int, t: Texts) -> Rows:
    """A button for each page but the one that is shown."""
    others = [button(name, progress_buttons.Look(code, pack)) for code, name in tab_words(t) if code != page]
    return tuple(tuple(others[i : i + 2]) for i in range(0, len(others), 2))


def tab_words(t: Texts) -> tuple[tuple[str, Html], ...]:
    """Every page with what its button says."""
    return (
        ("overview", t("Overview")),
        ("calendar", t("Calendar")),
        ("strength", t("Strength")),
        ("weak", t("Weak spots")),
        ("ahead", t("Ahead")),
    )


def packs(page: str, shown: int, others: Sequence[tuple[int, str]], t: Texts) -> Rows:
    """The same page about another pack: (number, title) each."""
    listed = [one for one in others if one[0] != shown][:MOST_PACKS]
    return tuple((button(shorten(title, 40), progress_buttons.Look(page, number)),) for number, title in listed)


def weakest_first(pack: int, t: Texts) -> tuple[Button, ...]:
    """A quiz begins with what is held least."""
    return (button(t("Quiz on the weakest"), buttons.Quiz(pack)),)


def study(t: Texts) -> tuple[Button, ...]:
    """What to do about it."""
    return (button(t("Go on learning"), buttons.Learn()), button(t("Review"), buttons.Review()))


def drawn_for(kept: Preferences, t: Texts) -> dict[str, Any]:
    """How every picture of the learner's is drawn."""
    return {"theme": kept.pictures, "rtl": reads_from_right(t)}
