"""How is an item of QTI 1.2 with several responses read? As a match of two columns, or as a text with several gaps."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from content.exchange.qti.parts import RESPONSES, Rule, labels, material
from content.exchange.question import FULL, Answer, Question, Refuse
from content.exchange.report import Note
from content.exchange.xml import Element, bare
from lessons.items import BLANK

MOST_GAPS = 30


def matching(shell: Question, presentation: Element, responses: Sequence[Element], rules: Sequence[Rule]) -> Question:
    """Two columns that belong together. Raises Refuse."""
    right = {ident: key for rule in rules if rule.score > 0 for ident, key in rule.equals}
    block = _classed(presentation, "RIGHT_MATCH_BLOCK")
    column = [material(each).text for each in block] if block is not None else []
    lefts = _lefts(presentation) if column else {}
    pairs = []
    extra = dict.fromkeys(column)
    for response in responses:
        ident = response.get("ident", "")
        texts = labels(response)
        if column:  # Blackboard's labels are empty: the place of one is the place of its words in the other column
            texts = dict(zip(texts, column, strict=False))
        key = right.get(ident)
        if key is None or key not in texts:
            raise Refuse("no_right_answer")
        pairs.append((lefts.get(ident) or material(response).text, texts[key]))
        extra |= dict.fromkeys(texts.values())
    used = {one for _, one in pairs}
    left_out = [one for one in extra if one not in used]
    notes = (Note("extra_answers", field="answer", data={"words": ", ".join(left_out)}),) if left_out else ()
    return replace(shell, kind="match", pairs=tuple(pairs), notes=(*shell.notes, *notes))


def _lefts(presentation: Element) -> dict[str, str]:
    """The words beside each response, by its name: both stand in one block of their own."""
    found = {}
    for block in presentation.iter():
        inner = [each for each in block if bare(each) == "response_lid"]
        if len(inner) == 1:
            found[inner[0].get("ident", "")] = material(block).text
    return found


def gaps(
    shell: Question, presentation: Element, responses: Sequence[Element], rules: Sequence[Rule], *, typed: bool
) -> Iterator[Question]:
    """A question for each gap, the others filled in; `typed`: words are wanted, else one is picked. Raises Refuse."""
    if len(responses) > MOST_GAPS:
        raise Refuse("too_many", limit=str(MOST_GAPS))
    answers = [_answers(one, rules, typed=typed) for one in responses]
    names = [_name(one) for one in responses]
    stem = shell.stem if all(f"[{name}]" in shell.stem for name in names) else _with_marks(presentation)
    if not all(f"[{name}]" in stem for name in names):
        raise Refuse("kind", words="several gaps")
    note = Note("gap_of_many", field="stem")
    for name, mine in zip(names, answers, strict=True):
        text = stem
        for other, theirs in zip(names, answers, strict=True):
            shown = BLANK if other == name else next(one.text for one in theirs if one.share >= FULL)
            text = text.replace(f"[{other}]", shown, 1)
        key = f"{shell.id}-{name}" if shell.id else None
        kind = "text" if typed else "choice"
        yield replace(shell, kind=kind, stem=text, answers=mine, id=key, single=not typed, notes=(*shell.notes, note))  # type: ignore[arg-type]


def _name(response: Element) -> str:
    """What the gap is called in the text: some programs put response_ before it."""
    said = material(response).text.strip()
    ident = response.get("ident", "")
    return said or ident.removeprefix("response_")


def _answers(response: Element, rules: Sequence[Rule], *, typed: bool) -> tuple[Answer, ...]:
    ident, texts = response.get("ident", ""), labels(response)
    right = [key for rule in rules if rule.score > 0 for owner, key in rule.equals if owner == ident]
    if not typed:
        found = [Answer(text, FULL if key in right else Decimal(0)) for key, text in texts.items()]
    else:
        found = [Answer(texts.get(key, key)) for key in dict.fromkeys(right)]
    if not any(one.share > 0 for one in found):
        raise Refuse("no_right_answer")
    return tuple(found)


def _with_marks(presentation: Element) -> str:
    """The words with the name of each response in brackets where it stands among them."""
    pieces: list[str] = []
    for each in _in_order(presentation):
        pieces.append(f"[{_name(each)}]" if bare(each) in RESPONSES else material(each).text)
    return re.sub(r"\] (?=[.,;:!?])", "]", " ".join(piece for piece in pieces if piece))


def _in_order(element: Element) -> Iterator[Element]:
    for each in element:
        if bare(each) in (*RESPONSES, "material"):
            yield each
        else:
            yield from _in_order(each)


def _classed(element: Element, name: str) -> Element | None:
    return next((each for each in element.iter() if each.get("class") == name), None)
