"""How is an item of QTI 1.2 read? Its responses, and the conditions under which they earn marks."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product

from content.exchange.qti.parts import RESPONSES, Rule, decimal, first, labels, material, rule_of
from content.exchange.qti.several import gaps, matching
from content.exchange.question import FULL, Answer, Entry, Passage, Question, Refuse
from content.exchange.report import Note
from content.exchange.xml import Element, Xml, bare, text_of

_REFUSED = {
    "essay": "essay", "file_upload": "essay", "cc.essay": "essay", "calculated": "calculated", "Essay": "essay",
    "Calculated": "calculated", "File Upload": "essay",
}  # fmt: skip
_DROPPED = frozenset({"multiple_dropdowns_question", "Jumbled Sentence"})
_GAPS = _DROPPED | {"fill_in_multiple_blanks_question", "Fill in the Blank Plus"}
_MOST_ALTERNATIVES = 30


def entries(xml: Xml) -> Iterator[Entry]:
    """The items of a file, in order, with their test as section."""
    root = xml.root
    for element in root.iter():
        if bare(element) == "item":
            yield from _entries(xml, element, _section(root, element))


def _section(root: Element, item: Element) -> str:
    """The title of the test that holds the item."""
    tests = [each for each in root.iter() if bare(each) in ("assessment", "objectbank")]
    if len(tests) == 1:
        return tests[0].get("title", "")
    holder = next((test for test in tests if any(each is item for each in test.iter())), None)
    return holder.get("title", "") if holder is not None else ""


def _entries(xml: Xml, item: Element, section: str) -> Iterator[Entry]:
    name = item.get("title", "")
    line = xml.line(item)
    kind = _kind(item)
    try:
        refused = _REFUSED.get(kind.removesuffix("_question")) or _REFUSED.get(kind)
        if refused:
            raise Refuse(refused)
        presentation = first(item, "presentation")
        if presentation is None:
            raise Refuse("no_question")
        asked = next((each for each in presentation.iter() if each.get("class") == "QUESTION_BLOCK"), presentation)
        stem = material(asked)
        if kind == "text_only_question":
            yield Passage(stem.text, name, line, section, tuple(stem.images), tuple(stem.alts))
            return
        shell = Question(
            "choice",
            stem.text,
            line=line,
            name="" if name.lower() in ("question", "") else name,
            id=item.get("ident"),
            section=section,
            images=tuple(stem.images),
            alts=tuple(stem.alts),
        )
        yield from _answered(shell, item, presentation, kind)
    except Refuse as refusal:
        shown = material(item).text[:80]
        yield refusal.note(line, shown if name.lower() in ("question", "") and shown else name)


def _kind(item: Element) -> str:
    for each in item.iter():
        if bare(each) == "qtimetadatafield":
            label = first(each, "fieldlabel")
            if text_of(label) in ("question_type", "cc_profile"):
                return text_of(first(each, "fieldentry")).replace(".v0p1", "")
        elif bare(each) == "bbmd_questiontype":
            return text_of(each)
    return ""


def _answered(shell: Question, item: Element, presentation: Element, kind: str) -> Iterator[Question]:
    responses = [each for each in presentation.iter() if bare(each) in RESPONSES]
    if not responses:
        raise Refuse("no_answer")
    rules = [rule_of(each) for each in item.iter() if bare(each) == "respcondition"]
    said = {each.get("ident", ""): material(each).text for each in item.iter() if bare(each) == "itemfeedback"}
    general = " ".join(
        dict.fromkeys(said[key] for rule in rules if rule.other for key in rule.feedback if said.get(key))
    )
    shell = replace(shell, why=general)
    names = {bare(each) for each in responses}
    if not names <= {"response_lid", "response_str", "response_num"} or len(names) > 1:
        raise Refuse("kind", words=kind or bare(responses[0]))
    if len(responses) == 1 and names == {"response_lid"}:
        yield _choice(shell, responses[0], rules, said)
    elif len(responses) == 1:
        yield _typed(shell, responses[0], rules, said, kind)
    elif kind in _GAPS or names != {"response_lid"}:
        yield from gaps(shell, presentation, responses, rules, typed=kind not in _DROPPED)
    else:
        yield matching(shell, presentation, responses, rules)


def _choice(shell: Question, response: Element, rules: list[Rule], said: dict[str, str]) -> Question:
    options = labels(response)
    scores: dict[str, Decimal] = {}
    feedback: dict[str, str] = {}
    for rule in rules:
        for _, key in rule.equals:
            if rule.score:
                scores[key] = max(scores.get(key, rule.score), rule.score)
            elif len(rule.equals) == 1 and rule.feedback:
                feedback[key] = " ".join(said.get(one, "") for one in rule.feedback).strip()
            if rule.score and len(rule.equals) == 1 and rule.feedback:
                feedback.setdefault(key, " ".join(said.get(one, "") for one in rule.feedback).strip())
    best = max(scores.values(), default=Decimal(0))
    answers = tuple(
        Answer(text, _share(scores.get(key, Decimal(0)), best), feedback.get(key, "")) for key, text in options.items()
    )
    return replace(shell, answers=answers, single=response.get("rcardinality", "Single").lower() == "single")


def _share(score: Decimal, best: Decimal) -> Decimal:
    return FULL if score > 0 and score == best else score * FULL / best if score > 0 else min(score, Decimal(0))


def _typed(shell: Question, response: Element, rules: list[Rule], said: dict[str, str], kind: str) -> Question:
    figures = bare(response) == "response_num" or "numeric" in kind.lower() or any(rule.low for rule in rules)
    answers: list[Answer] = []
    notes: list[Note] = []
    for rule in rules:
        words = " ".join(said.get(one, "") for one in rule.feedback).strip()
        share = FULL if rule.score > 0 else Decimal(0)
        if rule.other or (not rule.score and not words):
            continue
        if figures:
            answers += _figure(rule, share, words)
            continue
        answers += [Answer(text, share, words) for _, text in rule.equals]
        for pattern in rule.parts:
            found = alternatives(pattern)
            notes.append(Note("pattern", field="answer", data={"words": pattern, "now": "; ".join(found)}))
            answers += [Answer(text, share, words) for text in found]
    if not answers:
        raise Refuse("no_answer")
    return replace(shell, kind="number" if figures else "text", answers=tuple(answers), notes=tuple(notes))


def _figure(rule: Rule, share: Decimal, said: str) -> list[Answer]:
    values = [text for _, text in rule.equals]
    if rule.low is None or rule.high is None:
        return [Answer(text, share, said, margin="0") for text in values]
    low, high = decimal(rule.low), decimal(rule.high)
    middle = decimal(values[0]) if values else None
    if middle is not None and high - middle == middle - low:
        return [Answer(values[0], share, said, margin=str(high - middle))]
    return [Answer("", share, said, low=rule.low, high=rule.high)]


def alternatives(pattern: str) -> list[str]:
    """The words that a simple pattern stands for; it is read, never run. Raises Refuse for others."""
    pieces: list[list[str]] = []
    at = 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "[" and (end := pattern.find("]", at)) > at + 1 and pattern[at + 1 : end].isalnum():
            pieces.append(list(pattern[at + 1 : end]))
            at = end + 1
        elif sign in "\\^$.|?*+()[]{}":
            raise Refuse("only_pattern", "answer", words=pattern[:80])
        else:
            pieces.append([sign])
            at += 1
        count = 1
        for piece in pieces:
            count *= len(piece)
        if count > _MOST_ALTERNATIVES or len(pattern) > 200:
            raise Refuse("only_pattern", "answer", words=pattern[:80])
    return ["".join(one) for one in product(*pieces)]
