"""What is an item of QTI 1.2 made of? Its conditions with their marks, its labels, and the words that it shows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from content.exchange import markup
from content.exchange.question import FULL, Refuse
from content.exchange.xml import Element, bare, text_of

RESPONSES = ("response_lid", "response_str", "response_num", "response_grp", "response_xy", "response_extension")


@dataclass(slots=True)
class Rule:
    """One condition: which answers earn how much, what is said to them, and the bounds of figures."""

    equals: list[tuple[str, str]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    low: str | None = None
    high: str | None = None
    open: bool = False
    score: Decimal = Decimal(0)
    feedback: list[str] = field(default_factory=list)
    other: bool = False


def rule_of(condition: Element) -> Rule:
    """What that condition says."""
    rule = Rule()
    for each in condition:
        if bare(each) == "conditionvar":
            _collect(each, rule, negated=False)
        elif bare(each) == "setvar":
            # Blackboard writes SCORE.max for full marks
            rule.score += FULL if text_of(each).endswith(".max") else decimal(text_of(each))
        elif bare(each) == "displayfeedback":
            rule.feedback.append(each.get("linkrefid", ""))
    if "correct" in rule.feedback and not any(bare(each) == "setvar" for each in condition):
        rule.score = FULL  # Blackboard's figures and texts say so by their feedback alone
    return rule


def _collect(element: Element, rule: Rule, *, negated: bool) -> None:
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


def labels(response: Element) -> dict[str, str]:
    """The words of each option by its name. Raises Refuse for pictures."""
    found = {}
    for each in response.iter():
        if bare(each) == "response_label":
            shown = material(each)
            if shown.images and not shown.text:
                raise Refuse("picture_only", "option")
            found[each.get("ident", "")] = shown.text
    return found


def material(element: Element) -> markup.Shown:
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
        elif name not in RESPONSES and name not in ("render_choice", "render_fib", "response_label", "resprocessing"):
            yield from _parts(each)


def first(element: Element, name: str) -> Element | None:
    """The first element of that name within."""
    return next((each for each in element.iter() if bare(each) == name), None)


def decimal(text: str) -> Decimal:
    """The figure that the text is, nought for what is none or is beyond all measure."""
    try:
        found = Decimal(text.strip()[:60])
    except InvalidOperation:
        return Decimal(0)
    return found if found.is_finite() and abs(found.adjusted()) < 400 else Decimal(0)
