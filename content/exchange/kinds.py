"""How does a foreign question become an item? One maker a kind; what changes in meaning is noted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from content.exchange import clean
from content.exchange.figures import dates, figures, quantity_of
from content.exchange.question import FULL, Answer, Question, Refuse
from content.exchange.report import Note
from lessons.canonical import LIMITS
from lessons.items import (
    ChoiceItem,
    DateAnswer,
    DateItem,
    Item,
    MatchItem,
    NumberItem,
    Option,
    OrderItem,
    Pair,
    TextItem,
    TruthItem,
    WrongDate,
    WrongQuantity,
    WrongText,
)
from lessons.items.order import Entry
from lessons.typed.fold import fold

TRUE = frozenset({"true", "wahr", "richtig", "vrai", "verdadero", "vero", "verdadeiro", "верно", "правда"})
FALSE = frozenset({"false", "falsch", "faux", "falso", "неверно", "ложь", "неправда"})


@dataclass(slots=True)
class Making:
    """One question on its way; `why` and `notes` grow."""

    question: Question
    language: str
    notes: list[Note] = field(default_factory=list)
    why: list[str] = field(default_factory=list)

    def note(self, code: str, about: str = "", **data: str) -> None:
        """Tell a change of meaning."""
        self.notes.append(Note(code, field=about, data=data))

    def said(self, text: str, limit: int = LIMITS.feedback, about: str = "feedback") -> str | None:
        """Words shown to the learner, at most so long."""
        found = clean.line(text)
        if len(found) > limit:
            self.note("cut", about, limit=str(limit))
            found = found[: limit - 1].rstrip() + "…"
        return found or None

    def word(self, text: str, limit: int, about: str) -> str:
        """Words that may not be cut. Raises Refuse."""
        found = clean.line(text)
        if len(found) > limit:
            raise Refuse("too_long", about, limit=str(limit))
        return found


def choice(making: Making, common: dict[str, Any]) -> Item:
    """One right option or several."""
    question = making.question
    answers = _distinct(making, question.answers)
    if len(answers) < 2:
        raise Refuse("few_options")
    if len(answers) > LIMITS.options:
        raise Refuse("many_options", count=str(len(answers)), limit=str(LIMITS.options))
    right = _right_single(making, answers) if question.single else _right_several(making, answers)
    kept = [one for one in answers if one[0] in right or not (question.single and one[1].share >= FULL)]
    for text, _ in answers:
        if text not in right and not any(text == other for other, _ in kept):
            making.note("one_of_several", "option", words=text)
    if len(kept) < 2:
        raise Refuse("few_options")
    if all(text in right for text, _ in kept):
        raise Refuse("all_right")
    truth_item = _as_truth(making, kept, right, common)
    if truth_item:
        return truth_item
    options = tuple(Option(text, text in right, making.said(answer.feedback)) for text, answer in kept)
    return ChoiceItem(answer=options, **common)


def _distinct(making: Making, answers: Iterable[Answer]) -> list[tuple[str, Answer]]:
    found: dict[str, tuple[str, Answer]] = {}
    for answer in answers:
        text = making.word(answer.text, LIMITS.option, "option")
        if not text:
            raise Refuse("picture_only" if making.question.images else "no_answer", "option")
        twin = found.get(text.casefold())
        if twin is None:
            found[text.casefold()] = (text, answer)
            continue
        making.note("same_option", "option", words=text)
        if answer.share > twin[1].share:
            found[text.casefold()] = (twin[0], answer)
    return list(found.values())


def _right_single(making: Making, answers: list[tuple[str, Answer]]) -> set[str]:
    best = max(answers, key=lambda one: one[1].share)
    if best[1].share <= 0:
        raise Refuse("no_right_answer")
    for text, answer in answers:
        if 0 < answer.share < best[1].share:
            making.note("partial_credit", "option", words=text, share=_percent(answer.share), now="wrong")
    if best[1].share < FULL:
        making.note("partial_credit", "option", words=best[0], share=_percent(best[1].share), now="right")
    return {best[0]}


def _right_several(making: Making, answers: list[tuple[str, Answer]]) -> set[str]:
    right = {text: answer.share for text, answer in answers if answer.share > 0}
    if not right:
        raise Refuse("no_right_answer")
    if max(right.values()) - min(right.values()) > 1:
        making.note("unequal_weights", "option")
    if any(answer.share < 0 for _, answer in answers):
        making.note("penalty", "option")
    return set(right)


def _as_truth(
    making: Making, kept: list[tuple[str, Answer]], right: set[str], common: dict[str, Any]
) -> TruthItem | None:
    words = [text.casefold() for text, _ in kept]
    pair = len(words) == 2 and len(right) == 1
    if not pair or not ({*words} & {*TRUE} and {*words} & {*FALSE}):
        return None
    making.note("as_truth")
    said = [making.said(answer.feedback) for _, answer in kept]
    making.why += [one for one in said if one]
    return TruthItem(answer=next(iter(right)).casefold() in TRUE, **common)


def truth(making: Making, common: dict[str, Any]) -> Item:
    """A statement; what was said to each answer is shown after it."""
    word = making.question.answers[0].text.strip().casefold()
    if word not in TRUE and word not in FALSE:
        raise Refuse("no_right_answer")
    said = [one for answer in making.question.answers if (one := making.said(answer.feedback))]
    if said:
        making.note("feedback_joined", "feedback")
        making.why += said
    return TruthItem(answer=word in TRUE, **common)


def number(making: Making, common: dict[str, Any]) -> Item:
    """A typed figure."""
    question = making.question
    right, partly, wrong = _sorted(making, question.answers)

    def quantity(answer: Answer) -> Any:
        try:
            return quantity_of(answer, question.unit, making.language)
        except Refuse as refusal:
            if refusal.code != "unit_left_out":
                raise
            making.note("unit_left_out", "answer", words=question.unit)
            return quantity_of(answer, "", making.language)

    answer, *accept = [quantity(one) for one in right]
    halves = tuple(WrongQuantity(quantity(one), making.said(one.feedback)) for one in partly)
    mistakes = tuple(WrongQuantity(quantity(one), making.said(one.feedback)) for one in wrong)
    mistakes = tuple(one for one in mistakes if one.quantity.value != answer.value)
    return NumberItem(answer=answer, accept=tuple(accept), partly=halves, wrong=mistakes, **common)


def text(making: Making, common: dict[str, Any]) -> Item:
    """A short typed answer; asked as a figure or a date where it clearly is one."""
    right, partly, wrong = _sorted(making, _without_patterns(making))
    answers = [replace(one, text=making.word(one.text, LIMITS.answer, "answer")) for one in (*right, *partly, *wrong)]
    if not fold(answers[0].text):
        raise Refuse("no_words" if answers[0].text else "no_answer", "answer", words=answers[0].text)
    answers = [one for one in answers if one.text]
    measured = None if making.question.decoys else _measured(making, answers, common)
    if measured:
        return measured
    said = answers[0].text.casefold()
    if making.question.kind == "card" and said in TRUE | FALSE and not common["stem"][-1].text.endswith("?"):
        making.note("as_truth")
        return TruthItem(answer=said in TRUE, **common)
    (answer, *accept), halves, mistakes = _shares(answers)
    known = {answer.text.casefold()}
    return TextItem(
        answer=answer.text,
        accept=tuple(_new(accept, known)),
        partly=tuple(WrongText(one.text, making.said(one.feedback)) for one in halves if _first(one, known)),
        wrong=tuple(WrongText(one.text, making.said(one.feedback)) for one in mistakes if _first(one, known)),
        decoys=tuple(one for one in making.question.decoys if one.casefold() not in known),
        **common,
    )


def _measured(making: Making, answers: list[Answer], common: dict[str, Any]) -> Item | None:
    texts = [one.text for one in answers]
    days = dates(texts, making.question.stem, making.language)
    if days is not None:
        making.note("as_date", "answer", words=texts[0])
        split = _split(list(zip(answers, days, strict=True)), WrongDate, making)
        return DateItem(answer=days[0], **split, **common)
    amounts = figures(texts, making.language)
    if amounts is None:
        return None
    making.note("as_number", "answer", words=texts[0])
    split = _split(list(zip(answers, amounts, strict=True)), WrongQuantity, making)
    return NumberItem(answer=amounts[0], **split, **common)


def _split(pairs: list[tuple[Answer, Any]], wrap: Callable[[Any, str | None], Any], making: Making) -> dict[str, Any]:
    rest = [(answer, value) for answer, value in pairs[1:] if _bare(value) != _bare(pairs[0][1])]
    return {
        "accept": tuple(value for answer, value in rest if answer.share >= FULL),
        "partly": tuple(wrap(value, making.said(answer.feedback)) for answer, value in rest if 0 < answer.share < FULL),
        "wrong": tuple(wrap(value, making.said(answer.feedback)) for answer, value in rest if answer.share <= 0),
    }


def _bare(value: Any) -> Any:
    """What the value is, however it is written."""
    return value.edtf if isinstance(value, DateAnswer) else (value.value, value.unit)


def _sorted(making: Making, answers: Iterable[Answer]) -> tuple[list[Answer], list[Answer], list[Answer]]:
    """Right, half right and wrong answers, the key first. Raises Refuse without a right one."""
    listed = list(answers)
    for one in listed:
        if one.text.strip() == "*" and one.feedback:
            making.note("any_other", "feedback", words=clean.line(one.feedback))
    listed = [one for one in listed if one.text.strip() != "*" and (one.text.strip() or one.low)]
    if len(listed) > LIMITS.answers:
        raise Refuse("too_many", "answer", limit=str(LIMITS.answers))
    best = max((one.share for one in listed), default=Decimal(0))
    if best <= 0:
        raise Refuse("no_right_answer" if listed else "no_answer")
    if best < FULL:
        top = next(one for one in listed if one.share == best)
        making.note("partial_credit", "answer", words=top.text, share=_percent(best), now="right")
        listed = [replace(one, share=FULL) if one.share == best else one for one in listed]
    right, partly, wrong = _shares(listed)
    for one in right:
        if one.feedback and (said := making.said(one.feedback)):
            making.note("feedback_joined", "feedback")
            making.why.append(said)
    for one in partly:
        making.note("partial_credit", "answer", words=one.text or one.low, share=_percent(one.share), now="half right")
    partly = [one for one in partly if one.share >= 1]
    return right, partly, wrong


def _shares(answers: list[Answer]) -> tuple[list[Answer], list[Answer], list[Answer]]:
    return (
        [one for one in answers if one.share >= FULL],
        [one for one in answers if 0 < one.share < FULL],
        [one for one in answers if one.share <= 0],
    )


def _without_patterns(making: Making) -> list[Answer]:
    """The answers as words: stars at the ends fall off, an answer with one inside is left out, which is told."""
    found: list[Answer] = []
    left_out = ""
    for one in making.question.answers:
        bare = one.text.strip()
        inner = bare.replace("\\*", "\0") if making.question.stars else bare
        if inner == "*" or "*" not in inner or not making.question.stars:
            found.append(replace(one, text=inner.replace("\0", "*")))
            continue
        inner = inner.strip("*").strip()
        if inner and "*" not in inner:
            making.note("wildcard", "answer", words=bare, now=inner.replace("\0", "*"))
            found.append(replace(one, text=inner.replace("\0", "*")))
            continue
        left_out = left_out or bare
        making.note("wildcard_left_out", "answer", words=bare)
    if left_out and not any(one.share > 0 for one in found):
        raise Refuse("only_pattern", "answer", words=left_out)
    return found


def _new(answers: list[Answer], known: set[str]) -> list[str]:
    return [one.text for one in answers if _first(one, known)]


def _first(answer: Answer, known: set[str]) -> bool:
    new = answer.text.casefold() not in known
    known.add(answer.text.casefold())
    return new


def match(making: Making, common: dict[str, Any]) -> Item:
    """Two columns that belong together."""
    pairs: dict[str, Pair] = {}
    for left, right in making.question.pairs:
        pair = Pair(making.word(left, LIMITS.option, "option"), making.word(right, LIMITS.option, "option"))
        if not pair.left or not pair.right:
            raise Refuse("picture_only" if making.question.images else "no_answer", "option")
        if pair.left.casefold() in pairs:
            making.note("same_pair", "option", words=pair.left)
        pairs.setdefault(pair.left.casefold(), pair)
    if len(pairs) < 2:
        raise Refuse("few_pairs")
    rights = [pair.right.casefold() for pair in pairs.values()]
    if twin := next((one for index, one in enumerate(rights) if one in rights[:index]), None):
        raise Refuse("same_right", words=twin)
    if len(pairs) > LIMITS.options:
        raise Refuse("many_options", count=str(len(pairs)), limit=str(LIMITS.options))
    return MatchItem(answer=tuple(pairs.values()), **common)


def order(making: Making, common: dict[str, Any]) -> Item:
    """Lines to put in order."""
    entries = [making.word(one.text, LIMITS.option, "option") for one in making.question.answers]
    if len(entries) < 2:
        raise Refuse("few_entries")
    if not all(entries):
        raise Refuse("no_answer", "option")
    twins = [one for index, one in enumerate(entries) if one.casefold() in {e.casefold() for e in entries[:index]}]
    if twins:
        raise Refuse("same_entries", words=twins[0])
    if len(entries) > LIMITS.options:
        raise Refuse("many_options", count=str(len(entries)), limit=str(LIMITS.options))
    return OrderItem(answer=tuple(Entry(one) for one in entries), **common)


def _percent(share: Decimal) -> str:
    return f"{share.normalize():f}" if share == share.to_integral_value() else f"{share:.1f}"


MAKERS: dict[str, Callable[[Making, dict[str, Any]], Item]] = {
    "choice": choice,
    "truth": truth,
    "text": text,
    "card": text,
    "number": number,
    "match": match,
    "order": order,
}
