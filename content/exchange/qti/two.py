"""How is an item of QTI 2.x or 3.0 read? One interaction, one declared answer; programs are refused by name."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation

from content.exchange.qti.flat import shown, words
from content.exchange.question import FULL, Answer, Entry, Question, Refuse
from content.exchange.report import Note
from content.exchange.xml import Element, Xml, bare, text_of
from lessons.items import BLANK

_PROGRAMS = ("templateDeclaration", "customInteraction", "portableCustomInteraction", "customOperator")
_FEEDBACK = ("feedbackInline", "feedbackBlock", "rubricBlock", "modalFeedback")


@dataclass(slots=True)
class _Declared:
    """What the item says of its answer."""

    cardinality: str = "single"
    base: str = "identifier"
    correct: list[str] = field(default_factory=list)
    mapped: list[tuple[str, Decimal]] = field(default_factory=list)
    case: bool = False


def entry(xml: Xml, item: Element) -> Entry:
    """The question of an item, or why it is refused."""
    name = item.get("title", "")
    line = xml.line(item)
    try:
        return _question(item, name, line)
    except Refuse as refusal:
        return refusal.note(line, name or item.get("identifier", ""))


def _question(item: Element, name: str, line: int | None) -> Question:
    if item.get("adaptive") == "true" or any(bare(each) in _PROGRAMS for each in item.iter()):
        raise Refuse("program")
    body = _first(item, "itemBody")
    if body is None:
        raise Refuse("no_question")
    asked = [each for each in body.iter() if bare(each).endswith("Interaction")]
    kinds = ", ".join(dict.fromkeys(bare(each) for each in asked))
    if not asked:
        raise Refuse("no_answer")
    if kinds in ("extendedTextInteraction", "uploadInteraction", "drawingInteraction"):
        raise Refuse("essay")
    if len(asked) != 1 or kinds not in _READERS:
        raise Refuse("kind", words=kinds if len(asked) == 1 else f"several interactions ({kinds})")
    interaction = asked[0]
    declared = _declared(item, interaction.get("responseIdentifier") or interaction.get("response-identifier") or "")
    gap = kinds in ("textEntryInteraction", "inlineChoiceInteraction")
    stem = shown(body, lambda each: _instead(each, interaction, gap))
    why = [said for each in item.iter() if bare(each) == "modalFeedback" and (said := words(each))]
    notes = [Note("feedback_joined", field="feedback")] if len(set(why)) > 1 else []
    if any(bare(each) == "math" for each in body.iter()):
        notes.append(Note("formula", field="stem", data={"words": "MathML"}))
    prompt = _first(interaction, "prompt")
    asked_again = words(prompt)
    text = stem.text if asked_again in stem.text else "\n".join(part for part in (stem.text, asked_again) if part)
    bare_gap = gap and text.rstrip().endswith(BLANK) and text.count(BLANK) == 1
    shell = Question(
        "choice",
        text.rstrip().removesuffix(BLANK).rstrip() if bare_gap and len(text) > len(BLANK) + 2 else text,
        line=line,
        name=name,
        id=item.get("identifier"),
        why=" ".join(dict.fromkeys(why)),
        images=tuple(stem.images),
        alts=tuple(stem.alts),
        notes=tuple(notes),
    )
    return _READERS[kinds](shell, item, interaction, declared)


def _instead(each: Element, interaction: Element, gap: bool) -> str | None:
    if each is interaction:
        return BLANK if gap else ""
    return "" if bare(each) in _FEEDBACK else None


def _declared(item: Element, identifier: str) -> _Declared:
    found = _Declared()
    for each in item.iter():
        if bare(each) == "responseDeclaration" and each.get("identifier") == identifier:
            found.cardinality = each.get("cardinality", "single")
            found.base = each.get("baseType") or each.get("base-type") or "identifier"
            for inner in each:
                if bare(inner) == "correctResponse":
                    found.correct = [text_of(value) for value in inner if bare(value) == "value"]
                elif bare(inner) == "mapping":
                    found.mapped = [_mapped(one) for one in inner if bare(one) == "mapEntry"]
                    marks = [one.get("caseSensitive") or one.get("case-sensitive") for one in inner]
                    found.case = "true" in marks
    return found


def _mapped(one: Element) -> tuple[str, Decimal]:
    key = one.get("mapKey") or one.get("map-key") or ""
    return key, _decimal(one.get("mappedValue") or one.get("mapped-value") or "0")


def _choice(shell: Question, item: Element, interaction: Element, declared: _Declared) -> Question:
    del item
    options = [each for each in interaction.iter() if bare(each) in ("simpleChoice", "inlineChoice")]
    right = dict.fromkeys(declared.correct, FULL)
    if not right:
        best = max((value for _, value in declared.mapped), default=Decimal(0))
        right = {key: value * FULL / best for key, value in declared.mapped if best > 0}
    answers = []
    for option in options:
        text = shown(option, lambda each: "" if bare(each) in _FEEDBACK else None)
        if text.images and not text.text:
            raise Refuse("picture_only", "option")
        said = " ".join(words(each) for each in option if bare(each) in _FEEDBACK)
        answers.append(Answer(text.text, right.get(option.get("identifier", ""), Decimal(0)), said))
    return replace(shell, answers=tuple(answers), single=declared.cardinality == "single")


def _typed(shell: Question, item: Element, interaction: Element, declared: _Declared) -> Question:
    del interaction
    texts: dict[str, Decimal] = dict.fromkeys(declared.correct, FULL)
    best = max((value for _, value in declared.mapped), default=Decimal(0))
    for key, value in declared.mapped:
        texts.setdefault(key, value * FULL / best if best > 0 else Decimal(0))
    if not texts:
        raise Refuse("no_answer")
    if declared.base in ("integer", "float"):
        answers = tuple(_figure(text, share, item) for text, share in texts.items())
        return replace(shell, kind="number", answers=answers)
    notes = (Note("case", field="answer"),) if declared.case else ()
    answers = tuple(Answer(text, share) for text, share in texts.items())
    return replace(shell, kind="text", answers=answers, notes=(*shell.notes, *notes))


def _figure(text: str, share: Decimal, item: Element) -> Answer:
    """The figure with the tolerance under which the item's rules call it equal."""
    equal = _first(item, "equal")
    mode = (equal.get("toleranceMode") or equal.get("tolerance-mode") or "exact") if equal is not None else "exact"
    bounds = (equal.get("tolerance") or "0").split() if equal is not None else ["0"]
    below, above = _decimal(bounds[0]), _decimal(bounds[-1])
    if mode == "absolute" and below == above:
        return Answer(text, share, margin=str(below))
    if mode == "absolute":
        return Answer("", share, low=str(_decimal(text) - below), high=str(_decimal(text) + above))
    if mode == "relative" and below == above:
        return Answer(text, share, percent=str(below))
    return Answer(text, share, margin="0")


def _order(shell: Question, item: Element, interaction: Element, declared: _Declared) -> Question:
    del item
    texts = {each.get("identifier", ""): words(each) for each in interaction.iter() if bare(each) == "simpleChoice"}
    if not declared.correct or set(declared.correct) != set(texts):
        raise Refuse("no_right_answer")
    return replace(shell, kind="order", answers=tuple(Answer(texts[key]) for key in declared.correct))


def _match(shell: Question, item: Element, interaction: Element, declared: _Declared) -> Question:
    del item
    names = ("simpleAssociableChoice", "gapText")
    texts = {each.get("identifier", ""): words(each) for each in interaction.iter() if bare(each) in names}
    pairs = [tuple(key.split()) for key in declared.correct or [key for key, value in declared.mapped if value > 0]]
    if not pairs or any(len(pair) != 2 or not set(pair) <= set(texts) for pair in pairs):
        raise Refuse("no_right_answer")
    lefts = [pair[0] for pair in pairs]
    if len(set(lefts)) != len(lefts):
        raise Refuse("kind", words="several answers for one line")
    used = {key for pair in pairs for key in pair}
    left_out = [text for key, text in texts.items() if key not in used]
    notes = (Note("extra_answers", field="answer", data={"words": ", ".join(left_out)}),) if left_out else ()
    found = tuple((texts[left], texts[right]) for left, right in pairs)
    return replace(shell, kind="match", pairs=found, notes=(*shell.notes, *notes))


_READERS: dict[str, Callable[[Question, Element, Element, _Declared], Question]] = {
    "choiceInteraction": _choice,
    "inlineChoiceInteraction": _choice,
    "textEntryInteraction": _typed,
    "orderInteraction": _order,
    "matchInteraction": _match,
}


def _first(element: Element, name: str) -> Element | None:
    return next((each for each in element.iter() if bare(each) == name), None)


def _decimal(text: str) -> Decimal:
    try:
        found = Decimal(text.strip()[:60])
    except InvalidOperation:
        return Decimal(0)
    return found if found.is_finite() and abs(found.adjusted()) < 400 else Decimal(0)
