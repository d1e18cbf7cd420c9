"""What must the database hold? One person's acts, done once each in the order they were committed, by pure rules.

Nothing here knows of storage or delivery: whatever the database has less than this was lost, whatever it has more was
doubled, and every answer that counts nothing is told apart by its reason.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot import buttons
from bot.actions import preferring
from bot.actions.browsing import EXPECTING
from bot.actions.studying import GAVE_UP, seed_of
from lessons import session as sessions
from lessons.enrollment import Preferences
from lessons.grade import Verdict
from lessons.items import Item, MatchItem
from lessons.response import Response, Tap, Typed
from lessons.session import Phase, Session, SessionKind
from tests.faults.ledger import Act

BEGINS = {"/quiz": SessionKind.QUIZ, "/learn": SessionKind.LESSON}


@dataclass(slots=True)
class Answer:
    """An answer that the log must have, taken back or not."""

    session: int
    step: int
    item: int
    verdict: Verdict
    key: str
    undone: bool = False


@dataclass(slots=True)
class Replay:
    """One person's state, act after act. `kept` are the sittings that the database has, by the moment each began."""

    kept: Mapping[datetime, Session]
    items: Mapping[int, Item]
    sittings: dict[int, Session] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)
    preferences: Preferences = field(default_factory=Preferences)
    expecting: str | None = None
    fates: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)

    def take(self, act: Act, at: datetime) -> None:
        """Do one act."""
        if act.document:
            fate = "document"
        elif act.data:
            fate = self._press(buttons.unpack(act.data), act, at)
        elif act.text.startswith("/"):
            fate = self._command(act, at)
        else:
            fate = self._typed(act, at)
        self.fates[fate] += 1

    def _command(self, act: Act, at: datetime) -> str:
        if act.text in BEGINS:
            return self._begin(BEGINS[act.text], act, at)
        if act.text == "/undo":
            found = next((sitting for sitting in self._open() if sitting.results), None)
            return self._undo(found) if found else "nothing to undo"
        self.expecting = EXPECTING.get(act.text[1:])
        return "page"

    def _begin(self, kind: SessionKind, act: Act, at: datetime) -> str:
        row = self.kept.get(at)
        if kind is SessionKind.LESSON:
            if any(s.kind is kind and s.step is not None and not s.drill for s in self._open()):
                return "lesson taken up again"
            if row is None:
                return "no lesson left"
        if row is None:
            self.lost.append(f"sitting of {act}")
            return "sitting lost"
        for other in self._open():
            if other.step is None or (other.kind is kind and kind is not SessionKind.LESSON):
                self.sittings[other.id] = sessions.close(other)
        steps = row.steps[: row.rounds[1]] if row.drill else row.steps
        self.sittings[row.id] = sessions.open_session(
            row.id, row.learner_id, kind, steps, at, pack_id=row.pack_id, lesson=row.lesson
        )
        return "begun"

    def _press(self, payload: buttons.Payload, act: Act, at: datetime) -> str:
        match payload:
            case buttons.AtStep():
                sitting = self.sittings.get(payload.session)
                return self._at_step(sitting, payload, act, at) if sitting else "no such sitting"
            case buttons.Menu(name):
                self.expecting = EXPECTING.get(name)
            case buttons.Set(setting, value):
                changed = preferring._changed(self.preferences, setting, value, at)
                assert changed is not None
                self.preferences, self.expecting = changed, None
                return "setting"
        return "page"

    def _at_step(self, sitting: Session, payload: buttons.AtStep, act: Act, at: datetime) -> str:
        match payload:
            case buttons.Answer(_, step, option):
                return self._option(sitting, step, option, act, at)
            case buttons.Done(_, step) if sitting.picked or not self._asks(sitting, step):
                return self._answer(sitting, step, Tap(sitting.picked), act, at)
            case buttons.GiveUp(_, step):
                return self._answer(sitting, step, Typed(GAVE_UP), act, at)
            case buttons.Clear(_, step) if self._asks(sitting, step):
                self.sittings[sitting.id] = replace(sitting, picked=())
            case buttons.Hint(_, step) if self._asks(sitting, step) and self._item(sitting).hint(sitting.hints):
                self.sittings[sitting.id] = sessions.hint(sitting)
            case buttons.Next(_, step) if sitting.position == step:
                self.sittings[sitting.id] = after = sessions.show(sitting, at)
                if after != sitting and after.phase is Phase.SUMMARY and self.preferences.zone is None:
                    self.expecting = "zone"
            case buttons.Undo(_, step) if sitting.results and sitting.results[-1].step == step:
                return self._undo(sitting)
            case buttons.Missed() if sitting.phase is Phase.SUMMARY:
                self.sittings[sitting.id] = sessions.retry_missed(sitting, at)
        return "moved on"

    def _option(self, sitting: Session, step: int, option: int, act: Act, at: datetime) -> str:
        if not self._asks(sitting, step):
            return self._why_not(sitting, step)
        item = self._item(sitting)
        if item.mode == "one":
            return self._answer(sitting, step, Tap((option,)), act, at)
        picked = sessions.pick(sitting, option)
        whole = len(item.answer) if isinstance(item, MatchItem) else len(item.options(seed_of(sitting)))
        if item.mode != "many" and len(picked.picked) == whole:
            return self._answer(sitting, step, Tap(picked.picked), act, at)
        self.sittings[sitting.id] = picked
        return "one tap of several"

    def _typed(self, act: Act, at: datetime) -> str:
        if self.expecting == "hour" and (hour := preferring.read_time(act.text)) is not None:
            self.preferences, self.expecting = replace(self.preferences, reminder_time=hour), None
            return "setting"
        asking = [sitting for sitting in self._open() if sitting.phase is not Phase.SUMMARY]
        if not asking:
            return "typed to nothing"
        return self._answer(asking[0], asking[0].position, Typed(act.text, "en"), act, at)

    def _answer(self, sitting: Session, step: int, response: Response, act: Act, at: datetime) -> str:
        if not self._asks(sitting, step):
            return self._why_not(sitting, step)
        item, seed = self._item(sitting), seed_of(sitting)
        outcome = sessions.answer(sitting, item, response, now=at, seed=seed, key=act.key)
        self.sittings[sitting.id] = outcome.session
        if not outcome.counted:
            return "not understood, asked again"
        if outcome.rating is None:
            return "answered in a drill"
        result = outcome.session.results[-1]
        self.answers.append(Answer(sitting.id, result.step, result.item, result.verdict, act.key))
        return "counted"

    def _undo(self, sitting: Session) -> str:
        if not sitting.results or sitting.phase is Phase.CLOSED:
            return "nothing to undo"
        step = sitting.results[-1].step
        last = next((a for a in reversed(self.answers) if a.session == sitting.id and not a.undone), None)
        if last is not None and last.step == step:
            latest = next(a for a in reversed(self.answers) if a.item == last.item and not a.undone)
            if latest is not last:
                return "nothing to undo"
            last.undone = True
        self.sittings[sitting.id] = sessions.undo(sitting)
        return "taken back"

    def _open(self) -> Sequence[Session]:
        return [sitting for sitting in reversed(self.sittings.values()) if sitting.phase is not Phase.CLOSED]

    def _asks(self, sitting: Session, step: int) -> bool:
        return sitting.phase is Phase.ASKING and sitting.position == step

    def _item(self, sitting: Session) -> Item:
        assert sitting.step is not None
        return self.items[sitting.step.ref]

    def _why_not(self, sitting: Session, step: int) -> str:
        if sitting.phase is Phase.CLOSED:
            return "sitting closed by a later one"
        if any(result.step == step for result in sitting.results):
            return "answered already"
        return "not what is asked now"
