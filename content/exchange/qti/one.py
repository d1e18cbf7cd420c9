"""How is an item of QTI 1.2 read? Its responses, and the conditions under which they earn marks."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from itertools import product

from content.exchange import markup
from content.exchange.question import FULL, Answer, Entry, Passage, Question, Refuse
from content.exchange.report import Note
from content.exchange.xml import Element, Xml, bare, text_of

_REFUSED = {
    "essay": "essay", "file_upload": "essay", "cc.essay": "essay", "calculated": "calculated", "Essay": "essay",
    "Calculated": "calculated", "File Upload": "essay",
}  # fmt: skip
_RESPONSES = ("response_lid", "response_str", "response_num", "response_grp", "response_xy", "response_extension")
_MOST_ALTERNATIVES = 30


@dataclass(slots=True)
class _Rule:
    """One condition: which answers earn how much, what is said to them, and the bounds of figures."""

    equals: list[tuple[str, str]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    low: str | None = None
    high: str | None = None
    open: bool = False
    score: Decimal = Decimal(0)
    feedback: list[str] = field(default_factory=list)
    other: bool = False


def entries(xml: Xml) -> Iterator[Entry]:
    """The items of a file, in order, with their test as section."""
    root = xml.root
    for element in root.iter():
        if bare(element) == "item":
            section = _section(root, element)
            yield _entry(xml, element, section)


def _section(root: Element, item: Element) -> str:
    """The title of the test that holds the item."""
    tests = [each for each in root.iter() if bare(each) in ("assessment", "objectbank")]
    if len(tests) == 1:
        return tests[0].get("title", "")
    holder = next((test for test in tests if any(each is item for each in test.iter())), None)
    return holder.get("title", "") if holder is not None else ""


def _entry(xml: Xml, item: Element, section: str) -> Entry:
    name = item.get("title", "")
    line = xml.line(item)
    kind = _kind(item)
    try:
        refused = _REFUSED.get(kind.removesuffix("_question")) or _REFUSED.get(kind)
        if refused:
            raise Refuse(refused)
        presentation = _first(item, "presentation")
        if presentation is None:
            raise Refuse("no_question")
        stem = _material(presentation)
        if kind == "text_only_question":
            return Passage(stem.text, name, line, section, tuple(stem.images), tuple(stem.alts))
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
        return _answered(shell, item, presentation, kind)
    except Refuse as refusal:
        shown = _material(item).text[:80]
        return refusal.note(line, shown if name.lower() in ("question", "") and shown else name)


def _kind(item: Element) -> str:
    for each in item.iter():
        if bare(each) == "qtimetadatafield":
            label = _first(each, "fieldlabel")
            if text_of(label) in ("question_type", "cc_profile"):
                return text_of(_first(each, "fieldentry")).replace(".v0p1", "")
        elif bare(each) == "bbmd_questiontype":
            return text_of(each)
    return ""


def _answered(shell: Question, item: Element, presentation: Element, kind: str) -> Question:
    responses = [each for each in presentation.iter() if bare(each) in _RESPONSES]
    if not responses:
        raise Refuse("no_answer")
    rules = [_rule(each) for each in item.iter() if bare(each) == "respcondition"]
    said = {each.get("ident", ""): _material(each).text for each in item.iter() if bare(each) == "itemfeedback"}
    general = " ".join(
        dict.fromkeys(said[key] for rule in rules if rule.other for key in rule.feedback if said.get(key))
    )
    shell = replace(shell, why=general)
    if any(bare(each) not in ("response_lid", "response_str", "response_num") for each in responses):
        raise Refuse("kind", words=kind or bare(responses[0]))
    if bare(responses[0]) == "response_lid":
        if len(responses) > 1:
            return _matching(shell, responses, rules)
        return _choice(shell, responses[0], rules, said)
    if len(responses) > 1:
        raise Refuse("kind", words=kind or "several gaps")
    return _typed(shell, responses[0], rules, said, kind)


def _rule(condition: Element) -> _Rule:
    rule = _Rule()
    for each in condition:
        if bare(each) == "conditionvar":
            _collect(each, rule, negated=False)
        elif bare(each) == "setvar":
            # Blackboard writes SCORE.max for full marks
            rule.score += FULL if text_of(each).endswith(".max") else _decimal(text_of(each))
        elif bare(each) == "displayfeedback":
            rule.feedback.append(each.get("linkrefid", ""))
    if "correct" in rule.feedback and not any(bare(each) == "setvar" for each in condition):
        rule.score = FULL  # Blackboard's figures and texts say so by their feedback alone
    return rule


def _collect(element: Element, rule: _Rule, *, negated: bool) -> None:
    for each in element:
        name, value = bare(each), text_of(each)
        if name == "not":
            _collect(each, rule, negated=not negated)
        elif name in ("or", "and"):
            _collect(each, rule, negated=negated)
        elif negated:
            continue
        elif name == "varequal":
            rule.equals.append((each.get("respident", ""), value))
        elif name in ("vargte", "vargt"):
            rule.low, rule.open = value, rule.open or name == "vargt"
        elif name in ("varlte", "varlt"):
            rule.high, rule.open = value, rule.open or name == "varlt"
        elif name == "varsubstring":
            rule.parts.append(value)
        elif name == "other":
            rule.other = True


def _choice(shell: Question, response: Element, rules: list[_Rule], said: dict[str, str]) -> Question:
    labels = _labels(response)
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
        Answer(text, _share(scores.get(key, Decimal(0)), best), feedback.get(key, "")) for key, text in labels.items()
    )
    return replace(shell, answers=answers, single=response.get("rcardinality", "Single").lower() == "single")


def _share(score: Decimal, best: Decimal) -> Decimal:
    return FULL if score > 0 and score == best else score * FULL / best if score > 0 else min(score, Decimal(0))


def _labels(response: Element) -> dict[str, str]:
    found = {}
    for each in response.iter():
        if bare(each) == "response_label":
            shown = _material(each)
            if shown.images and not shown.text:
                raise Refuse("picture_only", "option")
            found[each.get("ident", "")] = shown.text
    return found


def _matching(shell: Question, responses: list[Element], rules: list[_Rule]) -> Question:
    right = {ident: key for rule in rules if rule.score > 0 for ident, key in rule.equals}
    pairs = []
    extra: set[str] = set()
    for response in responses:
        labels = _labels(response)
        key = right.get(response.get("ident", ""))
        if key is None or key not in labels:
            raise Refuse("no_right_answer")
        pairs.append((_material(response).text, labels[key]))
        extra |= set(labels.values())
    left_out = sorted(extra - {one for _, one in pairs})
    notes = (Note("extra_answers", field="answer", data={"words": ", ".join(left_out)}),) if left_out else ()
    return replace(shell, kind="match", pairs=tuple(pairs), notes=notes)


def _typed(shell: Question, response: Element, rules: list[_Rule], said: dict[str, str], kind: str) -> Question:
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


def _figure(rule: _Rule, share: Decimal, said: str) -> list[Answer]:
    values = [text for _, text in rule.equals]
    if rule.low is None or rule.high is None:
        return [Answer(text, share, said, margin="0") for text in values]
    low, high = _decimal(rule.low), _decimal(rule.high)
    middle = _decimal(values[0]) if values else None
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


def _material(element: Element) -> markup.Shown:
    """The words and pictures of an element outside of its responses and answers."""
    total = markup.Shown()
    for part in _parts(element):
        name = bare(part)
        if name == "matimage":
            total.images.append(part.get("uri", ""))
            total.alts.append(part.get("label", ""))
            continue
        # some programs say text/plain and write HTML all the same
        text = "".join(part.itertext())
        plain = part.get("texttype", "text/html") == "text/plain"
        shown = markup.Shown(markup.from_html_if_any(text)) if plain else markup.from_html(text)
        total.text = "\n".join(one for one in (total.text, shown.text) if one)
        total.images += shown.images
        total.alts += shown.alts
    return total


def _parts(element: Element) -> Iterator[Element]:
    for each in element:
        name = bare(each)
        if name in ("mattext", "mat_formattedtext", "matimage"):
            yield each
        elif name not in _RESPONSES and name not in ("render_choice", "render_fib", "response_label", "resprocessing"):
            yield from _parts(each)


def _first(element: Element, name: str) -> Element | None:
    return next((each for each in element.iter() if bare(each) == name), None)


def _decimal(text: str) -> Decimal:
    try:
        found = Decimal(text.strip()[:60])
    except InvalidOperation:
        return Decimal(0)
    return found if found.is_finite() and abs(found.adjusted()) < 400 else Decimal(0)
