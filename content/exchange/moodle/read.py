"""How is Moodle XML read? A question element each, its texts as HTML, its pictures in base64."""

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation

from content.exchange import markup
from content.exchange.moodle.embedded import split
from content.exchange.question import FULL, Answer, BadFile, Entry, Found, Passage, Question, Refuse
from content.exchange.report import Note
from content.exchange.xml import Element, Xml, parse, text_of

_PLACE = re.compile(r"@@PLUGINFILE@@/")
_YES = ("1", "true", "yes")
_CALCULATED = ("calculated", "calculatedsimple", "calculatedmulti", "randomsamatch", "random", "stack", "coderunner")


@dataclass(slots=True)
class _Reading:
    """What the questions of one file share."""

    xml: Xml
    section: str = ""
    media: dict[str, bytes] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)


def read(data: bytes) -> Found:
    """Every question of the file. Raises BadFile."""
    xml = parse(data)
    if xml.root.tag != "quiz":
        raise BadFile("xml_kind", words=str(xml.root.tag)[:40])
    reading = _Reading(xml)
    entries: list[Entry] = []
    for number, element in enumerate(xml.root.findall("question")):
        if element.get("type") == "category":
            reading.section = _category(text_of(element.find("category/text")))
            if said := _words(element.find("info")):
                reading.notes.append(Note("category_info", xml.line(element), reading.section, data={"words": said}))
            continue
        entries += _entries(reading, element, number)
    if not entries:
        raise BadFile("no_question")
    return Found(tuple(entries), notes=tuple(reading.notes), media=reading.media)


def _category(path: str) -> str:
    return re.sub(r"^\$[a-z]+\$(?:/top)?/?", "", path).strip()


def _entries(reading: _Reading, element: Element, number: int) -> Iterator[Entry]:
    line = reading.xml.line(element)
    kind = (element.get("type") or "").strip()
    name = text_of(element.find("name/text"))
    shown = _rich(element.find("questiontext"))
    stem = shown.text
    prefix = f"{number}/"
    _files(reading, element, prefix)
    images = tuple(prefix + _PLACE.sub("", image) for image in shown.images)
    if kind == "description":
        yield Passage(stem, name, line, reading.section, images, tuple(shown.alts))
        return
    shell = Question(
        "choice",
        stem,
        line=line,
        name=name,
        id=text_of(element.find("idnumber")) or None,
        section=reading.section,
        why=_words(element.find("generalfeedback")),
        hints=tuple(words for hint in element.findall("hint") if (words := _words(hint))),
        tags=tuple(text_of(tag) for tag in element.findall("tags/tag")),
        images=images,
        alts=tuple(shown.alts),
        notes=tuple(_notes(element)),
    )
    try:
        if kind in ("cloze", "multianswer"):
            yield from split(shell)
            return
        maker = _MAKERS.get(kind)
        if maker is None:
            raise Refuse("essay" if kind == "essay" else "calculated" if kind in _CALCULATED else "kind", words=kind)
        yield maker(shell, element)
    except Refuse as refusal:
        yield refusal.note(line, name or stem[:80])


def _notes(element: Element) -> Iterator[Note]:
    if text_of(element.find("hidden")) in _YES:
        yield Note("hidden")
    if text_of(element.find("usecase")) in _YES:
        yield Note("case", field="answer")
    if element.find("hint") is not None:
        yield Note("tries", field="hint")
    for tag in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
        said = _words(element.find(tag))
        if said:
            yield Note("overall_feedback", field="feedback", data={"words": said})
    asked = element.find("questiontext")
    for each in element.iter():
        if each.find("text") is not None:
            shown = _rich(each)
            lost = () if each is asked else shown.images  # the question's own are shown before it
            yield from (Note("picture_left_out", field="picture", data={"words": _named(one)}) for one in lost)
            yield from (Note("sound_left_out", field="sound", data={"words": _named(one)}) for one in shown.sounds)


def _named(path: str) -> str:
    return _PLACE.sub("", path)[:100]


def _multichoice(shell: Question, element: Element) -> Question:
    single = text_of(element.find("single"), "true").lower() in _YES
    return replace(shell, answers=tuple(_answers(shell, element)), single=single)


def _truefalse(shell: Question, element: Element) -> Question:
    answers = sorted(_answers(shell, element), key=lambda answer: -answer.share)
    return replace(shell, kind="truth", answers=tuple(answers)) if answers else _missing()


def _shortanswer(shell: Question, element: Element) -> Question:
    answers = tuple(
        replace(answer, text=text_of(one.find("text")))
        for one, answer in zip(element.findall("answer"), _answers(shell, element), strict=True)
    )
    return replace(shell, kind="text", answers=answers, stars=True)


def _numerical(shell: Question, element: Element) -> Question:
    answers = []
    for element_of, answer in zip(element.findall("answer"), _answers(shell, element), strict=True):
        answers.append(replace(answer, margin=text_of(element_of.find("tolerance")) or "0"))
    units = [
        (text_of(unit.find("multiplier"), "1"), text_of(unit.find("unit_name")))
        for unit in element.findall("units/unit")
    ]
    main = next((name for times, name in units if times in ("1", "1.0")), units[0][1] if units else "")
    notes = [Note("unit_kept", field="answer")] if len(units) > 1 else []
    if units and text_of(element.find("unitgradingtype"), "0") != "0":
        notes.append(Note("unit_penalty", field="answer"))
    return replace(shell, kind="number", answers=tuple(answers), unit=main, notes=(*shell.notes, *notes))


def _matching(shell: Question, element: Element) -> Question:
    pairs, extra = [], []
    for one in element.findall("subquestion"):
        left, right = _rich(one), markup.from_html_if_any(text_of(one.find("answer/text")))
        if left.images and not left.text:
            raise Refuse("picture_only", "option")
        if left.text:
            pairs.append((left.text, right))
        else:
            extra.append(right)
    notes = (Note("extra_answers", field="answer", data={"words": ", ".join(extra)}),) if extra else ()
    return replace(shell, kind="match", pairs=tuple(pairs), notes=(*shell.notes, *notes))


def _ordering(shell: Question, element: Element) -> Question:
    return replace(shell, kind="order", answers=tuple(Answer(answer.text) for answer in _answers(shell, element)))


def _answers(shell: Question, element: Element) -> Iterator[Answer]:
    for answer in element.findall("answer"):
        shown = _rich(answer)
        if shown.images and not shown.text:
            raise Refuse("picture_only", "option")
        text = shown.text or text_of(answer.find("text"))
        yield Answer(text, _share(answer.get("fraction")), _words(answer.find("feedback")))


def _share(fraction: str | None) -> Decimal:
    try:
        share = Decimal((fraction or "0").replace(",", ".")[:20])
    except InvalidOperation:
        return Decimal(0)
    return min(max(share, -FULL), FULL) if share.is_finite() else Decimal(0)


def _missing() -> Question:
    raise Refuse("no_answer")


_MAKERS: dict[str, Callable[[Question, Element], Question]] = {
    "multichoice": _multichoice,
    "truefalse": _truefalse,
    "shortanswer": _shortanswer,
    "numerical": _numerical,
    "matching": _matching,
    "match": _matching,
    "ordering": _ordering,
}


def _rich(element: Element | None) -> markup.Shown:
    """The words of an element's text in the markup that it says it has."""
    if element is None:
        return markup.Shown()
    text = "".join((element.find("text") if element.find("text") is not None else element).itertext())  # type: ignore[union-attr]
    form = element.get("format", "")
    if form in ("plain_text", "plain"):
        return markup.Shown(text.strip())
    if form == "markdown":
        return markup.Shown(markup.from_markdown(text.strip()))
    return markup.from_html(text)


def _words(element: Element | None) -> str:
    return _rich(element).text


def _files(reading: _Reading, element: Element, prefix: str) -> None:
    """Keep the question's files by their names."""
    for one in element.iter("file"):
        _keep(reading, prefix + (one.get("name") or ""), one.text or "")
    name, old = element.find("image"), element.find("image_base64")
    if name is not None and old is not None and old.text:
        _keep(reading, prefix + (name.text or ""), old.text)


def _keep(reading: _Reading, name: str, coded: str) -> None:
    try:
        reading.media[name] = base64.b64decode(coded.strip())
    except (binascii.Error, ValueError):
        reading.notes.append(Note("picture_left_out", field="picture", data={"words": name}))
