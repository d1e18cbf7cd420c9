"""Which button of the sitting do typed words name? Whoever does not tap can say what stands on it.

While a question waits, its own answers come first: only the help around it ("Hint", "Undo") can be named then.
"""

from bot import buttons, sitting_buttons
from bot.context import Work
from bot.texts import Texts, texts
from bot.views.showing import PRESENTERS, Showing
from lessons.session import Phase, Session, SessionKind
from lessons.typed.fold import fold

GO_ON = frozenset({"next", "go on", "n", "ok", ">", ">>"})
"""Typed behind a reading or an answered question, whatever its button is called: on to the next."""
LONGEST = 64


async def named(work: Work, session: Session, text: str) -> buttons.Payload | None:
    """The payload of the button that is called so; None where none is, or where the words are an answer."""
    said = fold(text) or text.strip()
    if not said or len(text) > LONGEST or session.phase is Phase.SURE:
        return None
    t = texts(work.learner.preferences.language)
    if session.phase is Phase.ASKING:
        return None if await _is_answer(work, session, said) else _helping(session, said, t)
    if session.phase in (Phase.READING, Phase.ANSWERED) and said in GO_ON:
        return buttons.Next(session.id, session.position)
    return await _shown(work, session, said, t)


async def _is_answer(work: Work, session: Session, said: str) -> bool:
    """Whether the words are one of the question's own answers."""
    if session.step is None:
        return False
    item = (await work.store.packs.item(session.step.ref)).item
    return said in {fold(item.key), *map(fold, item.options(0))}


def _helping(session: Session, said: str, t: Texts) -> buttons.Payload | None:
    at = (session.id, session.position)
    helps: dict[str, buttons.Payload] = {
        fold(str(t("Hint"))): buttons.Hint(*at),
        fold(str(t("Done"))): buttons.Done(*at),
        fold(str(t("Start again"))): buttons.Clear(*at),
        **dict.fromkeys((fold(str(t("Undo"))), "undo"), _last(session)),
        "hint": buttons.Hint(*at),
        "done": buttons.Done(*at),
    }
    if session.kind is SessionKind.REVIEW and not session.position:
        helps |= {
            fold(str(t("Spread it over a week"))): sitting_buttons.SpreadOut(7),
            fold(str(t("In an hour"))): buttons.Snooze(*at, 60),
            fold(str(t("Not today"))): buttons.Snooze(*at, 0),
        }
    return helps.get(said)


def _last(session: Session) -> buttons.Undo:
    """Takes back the answer before the question that waits; where there is none, the question is shown again."""
    return buttons.Undo(session.id, session.results[-1].step if session.results else session.position)


async def _shown(work: Work, session: Session, said: str, t: Texts) -> buttons.Payload | None:
    """Among the buttons that the sitting's message shows now."""
    showing = Showing(work.store, {"session": session.id}, work.now, t, work.learner)
    presented = await PRESENTERS["sitting"](showing)
    for reply in presented.replies:
        for shown in (one for row in reply.rows for one in row):
            if fold(shown.label) == said and shown.data:
                return buttons.unpack(shown.data)
    return None
