"""How is a pack written as QTI 2.1? One item a file, in a package with its manifest."""

from collections.abc import Callable
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from content.exchange.losses import Losses, bare, date_texts, explanation, number_text, pictures_of, stem_of
from content.exchange.writing import Written
from content.packfile.write import zip_files
from content.slugs import as_file
from lessons import items
from lessons.items import BLANK, Item
from lessons.pack import Pack

_ITEM = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_RULES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"
_KEEPS = frozenset({"accept", "feedback", "partly"})


def write(pack: Pack, now: datetime | None) -> Written:
    """The package; nothing in it depends on the time."""
    del now
    losses = Losses(pack, _KEEPS)
    losses.pack_parts(readings=False, media=False, pictures=True)
    files: dict[str, bytes] = {}
    for _, item in pack.items():
        losses.general(item)
        files[f"items/{as_file(item.id)}.xml"] = _file(_item(item, losses))
    count = len(files)
    files["imsmanifest.xml"] = _file(_manifest(pack))
    wanted = {path for _, item in pack.items() for path, _ in pictures_of(item, pack)}
    files |= {medium.path: medium.data for medium in pack.media if medium.path in wanted and medium.data}
    return zip_files(files), count, losses, []


def _file(root: Element) -> bytes:
    data: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + data


def _manifest(pack: Pack) -> Element:
    root = Element("manifest", xmlns=_PACKAGE, identifier=f"pack-{pack.key}")
    metadata = SubElement(root, "metadata")
    SubElement(metadata, "schema").text = "QTIv2.1 Package"
    SubElement(metadata, "schemaversion").text = "1.0.0"
    SubElement(root, "organizations")
    resources = SubElement(root, "resources")
    for _, item in pack.items():
        path = f"items/{as_file(item.id)}.xml"
        resource = SubElement(resources, "resource", identifier=f"r-{item.id}", type="imsqti_item_xmlv2p1", href=path)
        for one in (path, *(picture for picture, _ in pictures_of(item, pack))):
            SubElement(resource, "file", href=one)
    return root


def _item(item: Item, losses: Losses) -> Element:
    root = Element(
        "assessmentItem",
        xmlns=_ITEM,
        identifier=item.id,
        title=item.prompt[:80],
        adaptive="false",
        timeDependent="false",
    )
    inner = bare(item)
    body = Element("itemBody")
    for path, words in pictures_of(item, losses.pack):
        SubElement(SubElement(body, "p"), "img", src=f"../{path}", alt=words)
    for line in _stem(item, inner, losses).split("\n"):
        SubElement(body, "p").text = line
    _WRITERS[type(inner)](root, body, inner, losses)
    outcome = SubElement(root, "outcomeDeclaration", identifier="SCORE", cardinality="single", baseType="float")
    SubElement(SubElement(outcome, "defaultValue"), "value").text = "0"
    why = explanation(item, losses.pack)
    if why:
        SubElement(root, "outcomeDeclaration", identifier="FEEDBACK", cardinality="single", baseType="identifier")
    rules = [child for child in root if child.tag == "responseProcessing"]
    for child in rules:
        root.remove(child)
    root.append(body)
    root.extend(rules)
    if why:
        feedback = SubElement(root, "modalFeedback", outcomeIdentifier="FEEDBACK", identifier="shown", showHide="hide")
        feedback.text = why
    return root


def _stem(item: Item, inner: Item, losses: Losses) -> str:
    answer = inner.answer
    if isinstance(answer, items.Quantity) and answer.unit:
        losses.note(item, "lost_unit")
        return f"{stem_of(item)} ({answer.unit})"
    return stem_of(item)


def _declare(root: Element, base: str, cardinality: str, values: list[str]) -> Element:
    declared = SubElement(root, "responseDeclaration", identifier="RESPONSE", cardinality=cardinality, baseType=base)
    correct = SubElement(declared, "correctResponse")
    for value in values:
        SubElement(correct, "value").text = value
    return declared


def _template(root: Element, name: str) -> None:
    SubElement(root, "responseProcessing", template=f"{_RULES}{name}")


def _choice(root: Element, body: Element, item: Item, losses: Losses) -> None:
    assert isinstance(item, items.ChoiceItem | items.FirstItem | items.TruthItem)
    options: list[tuple[str, bool, str | None]]
    if isinstance(item, items.ChoiceItem):
        options = [(option.text, option.right, option.feedback) for option in item.answer]
    elif isinstance(item, items.FirstItem):
        losses.note(item, "lost_first")
        options = [(item.answer[0].text, True, None), (item.answer[1].text, False, None)]
    else:
        options = [("True", item.answer, None), ("False", not item.answer, None)]
    right = [f"c{place}" for place, option in enumerate(options) if option[1]]
    several = len(right) > 1
    _declare(root, "identifier", "multiple" if several else "single", right)
    asked = SubElement(
        body, "choiceInteraction", responseIdentifier="RESPONSE", shuffle="true", maxChoices="0" if several else "1"
    )
    for place, (text, _, said) in enumerate(options):
        choice = SubElement(asked, "simpleChoice", identifier=f"c{place}")
        choice.text = text
        if said:
            feedback = SubElement(
                choice, "feedbackInline", outcomeIdentifier="RESPONSE", identifier=f"c{place}", showHide="show"
            )
            feedback.text = said
    _template(root, "match_correct")


def _entry(body: Element, length: str) -> None:
    """The line to write on: at the gap where the question has one, else below it."""
    asked = Element("textEntryInteraction", responseIdentifier="RESPONSE", expectedLength=length)
    place = next((line for line in body if BLANK in (line.text or "")), None)
    if place is None:
        place = SubElement(body, "p")
    else:
        place.text, _, asked.tail = (place.text or "").partition(BLANK)
    place.append(asked)


def _number(root: Element, body: Element, item: Item, losses: Losses) -> None:
    assert isinstance(item, items.NumberItem | items.EstimateItem)
    low, high = losses.margin(item, item.answer)
    for name in ("accept", "partly"):
        if found := getattr(item, name, ()):
            losses.note(item, f"lost_{name}", count=str(len(found)))
    middle = (low + high) / 2 if low + high != 2 * item.answer.value else item.answer.value
    _declare(root, "float", "single", [number_text(middle)])
    _entry(body, "20")
    condition = SubElement(SubElement(root, "responseProcessing"), "responseCondition")
    right = SubElement(condition, "responseIf")
    bounds = number_text((high - low) / 2)
    mode = {"toleranceMode": "exact"}
    if high != low:
        mode = {"toleranceMode": "absolute", "tolerance": f"{bounds} {bounds}"}
    equal = SubElement(right, "equal", mode)
    SubElement(equal, "variable", identifier="RESPONSE")
    SubElement(equal, "correct", identifier="RESPONSE")
    score = SubElement(right, "setOutcomeValue", identifier="SCORE")
    SubElement(score, "baseValue", baseType="float").text = "1"


def _text(root: Element, body: Element, item: Item, losses: Losses) -> None:
    assert isinstance(item, items.TextItem | items.DateItem)
    if isinstance(item, items.DateItem):
        losses.note(item, "lost_date")
        if item.answer.plus_minus:
            losses.note(item, "lost_tolerance")
        full = [text for date in (item.answer, *item.accept) for text in date_texts(date, item.precision)]
        half = [one.date.shown for one in item.partly]
    else:
        full, half = [item.answer, *item.accept], [one.text for one in item.partly]
    declared = _declare(root, "string", "single", full[:1])
    mapping = SubElement(declared, "mapping", defaultValue="0")
    for worth, texts in (("1", full), ("0.5", half)):
        for text in dict.fromkeys(texts):
            SubElement(mapping, "mapEntry", mapKey=text, mappedValue=worth, caseSensitive="false")
    _entry(body, "40")
    _template(root, "map_response")


def _order(root: Element, body: Element, item: Item, losses: Losses) -> None:
    assert isinstance(item, items.OrderItem)
    if any(entry.date for entry in item.answer):
        losses.note(item, "lost_entry_dates")
    _declare(root, "identifier", "ordered", [f"o{place}" for place in range(len(item.answer))])
    asked = SubElement(body, "orderInteraction", responseIdentifier="RESPONSE", shuffle="true")
    for place, entry in sorted(enumerate(item.answer), key=lambda one: one[1].text):
        SubElement(asked, "simpleChoice", identifier=f"o{place}").text = entry.text
    _template(root, "match_correct")


def _match(root: Element, body: Element, item: Item, losses: Losses) -> None:
    assert isinstance(item, items.MatchItem)
    del losses
    count = len(item.answer)
    _declare(root, "directedPair", "multiple", [f"l{place} r{place}" for place in range(count)])
    asked = SubElement(
        body, "matchInteraction", responseIdentifier="RESPONSE", shuffle="true", maxAssociations=str(count)
    )
    for side in ("l", "r"):
        listed = SubElement(asked, "simpleMatchSet")
        for place, pair in enumerate(item.answer):
            choice = SubElement(listed, "simpleAssociableChoice", identifier=f"{side}{place}", matchMax="1")
            choice.text = pair.left if side == "l" else pair.right
    _template(root, "match_correct")


_WRITERS: dict[type[Item], Callable[[Element, Element, Item, Losses], None]] = {
    items.ChoiceItem: _choice,
    items.FirstItem: _choice,
    items.TruthItem: _choice,
    items.NumberItem: _number,
    items.EstimateItem: _number,
    items.DateItem: _text,
    items.TextItem: _text,
    items.OrderItem: _order,
    items.MatchItem: _match,
    items.CompareItem: _match,
}
