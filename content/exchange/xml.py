"""How is a stranger's XML read? Without entities, without a document type of its own, neither deep nor large."""

import re
from typing import Any
from xml.etree import ElementTree

from defusedxml.common import DefusedXmlException, DTDForbidden  # type: ignore[import-untyped]
from defusedxml.ElementTree import DefusedXMLParser  # type: ignore[import-untyped]

from content.exchange.question import BadFile
from content.limits import XML_DEPTH

Element = ElementTree.Element
MOST_ELEMENTS = 400_000


class _Tree(ElementTree.TreeBuilder):
    """Builds the tree and keeps the line of each element; stops where it grows too deep or too large."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.count = 0
        self.parser: Any = None
        self.lines: dict[int, int] = {}

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self.depth += 1
        self.count += 1
        if self.depth > XML_DEPTH or self.count > MOST_ELEMENTS:
            raise BadFile("xml_deep" if self.depth > XML_DEPTH else "xml_large")
        made = super().start(tag, attrs)
        self.lines[id(made)] = self.parser.parser.CurrentLineNumber
        return made

    def end(self, tag: str) -> Element:
        self.depth -= 1
        return super().end(tag)


class _Parser(DefusedXMLParser):  # type: ignore[misc]
    """A document type that only names itself does no harm: nothing is fetched. One with rules of its own is refused."""

    def defused_start_doctype_decl(self, name: str, sysid: str, pubid: str, has_internal_subset: int) -> None:
        if has_internal_subset:
            raise DTDForbidden(name, sysid, pubid)


class Xml:
    """A tree and the line on which each of its elements begins."""

    def __init__(self, root: Element, lines: dict[int, int]) -> None:
        self.root = root
        self._lines = lines

    def line(self, element: Element) -> int | None:
        """Where the element begins, from 1."""
        return self._lines.get(id(element))


_BLANK = re.compile(rb"(?:\xef\xbb\xbf)?\s+(?=<\?xml)")
_CONFLICT = re.compile(rb"^<{7} ", re.MULTILINE)


def parse(data: bytes) -> Xml:
    """The tree of the bytes; empty lines before its declaration are passed over. Raises BadFile."""
    blank = _BLANK.match(data)
    if blank:  # as many line ends, so that lines are counted as in the file, but behind the declaration
        head, mark, rest = data[blank.end() :].partition(b"?>")
        data = head + mark + b"\n" * blank[0].count(b"\n") + rest
    tree = _Tree()
    parser = _Parser(target=tree, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    tree.parser = parser
    try:
        parser.feed(data)
        root = parser.close()
    except DefusedXmlException as error:
        raise BadFile("xml_hostile", words=type(error).__name__) from error
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        if isinstance(error, BadFile):
            raise
        line = getattr(error, "position", (0, 0))[0]
        conflict = _CONFLICT.search(data)
        if conflict:
            raise BadFile("conflict_at", words=str(data.count(b"\n", 0, conflict.start()) + 1)) from error
        raise BadFile("xml_damaged", words=str(line)) from error
    return Xml(root, tree.lines)


def bare(element: Element) -> str:
    """The element's name without its namespace; QTI 3's `qti-item-body` as `itemBody`."""
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    if not name.startswith("qti-"):
        return name
    first, *rest = name.removeprefix("qti-").split("-")
    return first + "".join(word.capitalize() for word in rest)


def text_of(element: Element | None, default: str = "") -> str:
    """All the words within the element."""
    return "".join(element.itertext()).strip() if element is not None else default
