"""Text: a short typed answer, forgiving of case, accents and slips."""

import re
from dataclasses import dataclass
from typing import ClassVar

from lessons.grade import Grade, Verdict
from lessons.items.decoyed import DecoyedItem
from lessons.items.tapping import gave_up_grade, picked, tapped
from lessons.response import Response, Tap
from lessons.typed.aside import gave_up
from lessons.typed.fold import MAX_TYPED, fold, same, similar
from lessons.typed.lead import without_lead
from lessons.typed.naming import contradicts, named_alike, surname_of
from lessons.typed.option import by_mark

_ASIDE = re.compile(r"\([^()]*\)")
_NAMED = (named_alike, "accepted", "accepted")


@dataclass(frozen=True, slots=True)
class WrongText:
    """An answer that learners give for a known reason, with the words that help."""

    text: str
    feedback: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextItem(DecoyedItem):
    """A few words."""

    kind: ClassVar[str] = "text"
    answer: str
    accept: tuple[str, ...] = ()
    partly: tuple[WrongText, ...] = ()
    wrong: tuple[WrongText, ...] = ()

    @property
    def key(self) -> str:
        """The author's answer."""
        return self.answer

    def grade(self, response: Response, seed: int) -> Grade:
        """Alike first, then alike but for slips; a foreseen mistake is never taken for a slip of the right one."""
        options = self.options(seed)
        if isinstance(response, Tap):
            return tapped(options, self.key, response, self._feedback)
        text = response.text.strip()
        if not fold(text) or len(text) > MAX_TYPED:
            return gave_up_grade() if gave_up(text) else _unread(text)
        if grade := self._grade_words(text) or self._grade_words(without_lead(text)):
            return grade
        if "(" in text and (outside := _ASIDE.sub(" ", text)).strip() and (grade := self._grade_words(outside)):
            return grade
        if any(surname_of(without_lead(text), right) for right in (self.answer, *self.accept)):
            return Grade(Verdict.CLOSE, 0.75, "accepted", understood=self.answer)
        if (index := by_mark(text, len(options))) is not None:
            return picked(options[index], self.key, self._feedback)
        if gave_up(text, response.language):
            return gave_up_grade()
        return Grade(Verdict.WRONG, 0, "wrong_text", understood=text)

    def _grade_words(self, text: str) -> Grade | None:
        for alike, exact, accepted in ((same, "exact", "accepted"), (similar, "spelling", "spelling"), _NAMED):
            if alike(text, self.answer):
                return Grade(Verdict.EXACT, 1, exact, understood=self.answer)
            loose = alike is named_alike and contradicts(text, self.answer)
            if not loose and (meant := next((other for other in self.accept if alike(text, other)), None)):
                return Grade(Verdict.EXACT, 1, accepted, understood=meant)
            for kinds, grade in (
                (self.partly, Grade(Verdict.NEAR, 0.5, "partly")),
                (self.wrong, Grade(Verdict.WRONG, 0, "known_mistake")),
            ):
                if found := next((other for other in kinds if alike(text, other.text)), None):
                    return Grade(grade.verdict, grade.fraction, grade.reason, {}, found.text, found.feedback)
            if any(alike(text, decoy) for decoy in self.decoys):
                return Grade(Verdict.WRONG, 0, "wrong_option", understood=text)
        return None

    def _feedback(self, text: str) -> str | None:
        return next((wrong.feedback for wrong in self.wrong if same(wrong.text, text)), None)


def _unread(text: str) -> Grade:
    return Grade(Verdict.UNREADABLE, 0, "too_long" if len(text) > MAX_TYPED else "empty")
