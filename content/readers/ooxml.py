"""What must be changed in a word processor's XML before it is read? Raised letters, formulas and text boxes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from content.readers.archive import attribute, local, words
from content.readers.writer import lowered, raised

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PICTURES = frozenset({"pict", "drawing", "object"})
FIELDS = frozenset({"instrText"})
"""Commands of fields, no words."""

DEEPEST = 40


@dataclass(slots=True)
class Changes:
    """What was met: how many tracked changes, and the words of text boxes, contents and hidden runs taken out."""

    tracked: int = 0
    text_boxes: list[str] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


def prepare(root: Element, raised_styles: dict[str, str], hidden_styles: frozenset[str] = frozenset()) -> Changes:
    """Changes that tree in place."""
    changes = Changes()
    for parent in list(root.iter()):
        for at, child in reversed(list(enumerate(parent))):
            tag = local(child.tag)
            if tag in {"ins", "del", "moveFrom", "moveTo"} and local(parent.tag) not in {"rPr", "trPr"}:
                changes.tracked += 1
            if tag in PICTURES or (tag == "AlternateContent" and next(_boxes(child), None) is not None):
                changes.text_boxes += _boxes(child)
                parent.remove(child)
            elif tag == "hyperlink":  # its words stay, the way out goes
                child.attrib = {key: value for key, value in child.attrib.items() if local(key) != "id"}
            elif tag == "sdt" and _is_contents(child):
                changes.contents += [words(line, FIELDS) for line in child.iter() if local(line.tag) == "p"]
                parent.remove(child)
            elif tag in {"oMath", "oMathPara"}:
                parent[at] = _as_run(child)
                parent[at].tail = child.tail
            elif tag == "r" and _properties(child, raised_styles):
                changes.hidden.append(words(child))
                parent.remove(child)
    return changes


def raised_styles(styles: Element) -> dict[str, str]:
    """The character styles that raise or lower their words."""
    found = {}
    for style in styles.iter():
        if local(style.tag) == "style" and attribute(style, "type") == "character":
            for node in style.iter():
                if local(node.tag) == "vertAlign":
                    found[attribute(style, "styleId")] = attribute(node, "val")
    return found


def _boxes(node: Element) -> Iterator[str]:
    """The paragraphs of text boxes inside; a box is written twice, for old programs too, and told once."""
    seen: set[str] = set()
    for box in node.iter():
        if local(box.tag) == "txbxContent":
            for line in box.iter():
                told = words(line) if local(line.tag) == "p" else ""
                if told not in seen:
                    seen.add(told)
                    yield told


def _is_contents(node: Element) -> bool:
    return any(
        local(part.tag) == "docPartGallery" and "Table of Contents" in attribute(part, "val")
        for head in node
        if local(head.tag) == "sdtPr"
        for part in head.iter()
    )


def _properties(run: Element, styles: dict[str, str]) -> bool:
    """Makes a run's raised position plain to see; True where the run is hidden."""
    head = next((node for node in run if local(node.tag) == "rPr"), None)
    if head is None:
        return False
    told = {local(node.tag): attribute(node, "val") for node in head}
    if told.get("vanish", "0") not in {"0", "false"}:
        return True
    if "vertAlign" not in told:
        place = told.get("position", "0")
        number = int(place) if place.lstrip("-").isdigit() and len(place) < 6 else 0
        align = styles.get(told.get("rStyle", ""), "")
        # 6 half points: less is a nudge of a letter, not an exponent
        align = align or ("superscript" if number >= 6 else "subscript" if number <= -6 else "")
        if align in {"superscript", "subscript"}:
            SubElement(head, f"{W}vertAlign", {f"{W}val": align})
    return "vanish" in told and told["vanish"] == ""


def _as_run(formula: Element) -> Element:
    run = Element(f"{W}r")
    text = SubElement(run, f"{W}t")
    text.text = linear(formula)
    return run


def linear(node: Element, depth: int = 0) -> str:
    """A formula on one line: 10 with a raised 23 is 10²³, a fraction is a/b."""
    tag = local(node.tag)
    if depth > DEEPEST or tag.endswith("Pr"):
        return ""
    if tag == "t":
        return node.text or ""
    parts = {local(child.tag): linear(child, depth + 1) for child in node}
    if tag == "sSup":
        return parts.get("e", "") + raised(parts.get("sup", ""))
    if tag == "sSub":
        return parts.get("e", "") + lowered(parts.get("sub", ""))
    if tag == "sSubSup":
        return parts.get("e", "") + lowered(parts.get("sub", "")) + raised(parts.get("sup", ""))
    if tag == "f":
        return "/".join(_grouped(parts.get(part, "")) for part in ("num", "den"))
    if tag == "rad":
        return f"√{_grouped(parts.get('e', ''))}"
    inner = "".join(linear(child, depth + 1) for child in node) if len(parts) != len(node) else "".join(parts.values())
    return f"({inner})" if tag == "d" else inner


def _grouped(words: str) -> str:
    return words if len(words) < 2 or words.isalnum() else f"({words})"
