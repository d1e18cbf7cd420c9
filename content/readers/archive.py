"""How is a zipped document opened? By the same rules as a pack, and its XML without DOCTYPE, entities or depth."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from xml.etree.ElementTree import Element
from xml.parsers import expat

from content import limits, zips
from content.errors import Damaged, Encrypted, Unsafe

LIMITS = zips.Limits(
    members=limits.MEMBERS,
    member_bytes=limits.MEMBER_BYTES,
    expanded_bytes=limits.EXPANDED_BYTES,
    ratio=limits.RATIO,
    ratio_from=limits.RATIO_FROM,
    name_characters=limits.NAME_CHARACTERS,
)


@contextmanager
def opened(data: bytes, name: str) -> Iterator[zips.Zip]:
    """The zip in those bytes. Raises Encrypted, Damaged or Unsafe."""
    try:
        with zips.opened(data, LIMITS) as archive:
            yield archive
    except zips.BadZip as error:
        if error.reason == "locked":
            raise Encrypted(name) from error
        if error.reason in {"damaged", "length"}:
            raise Damaged(name, "truncated") from error
        raise Unsafe(name, error.reason, shown(error.member)) from error


def shown(member: str) -> str:
    """The name of a file inside, fit to be printed."""
    return "".join(sign if sign.isprintable() else "?" for sign in member[:80])


def parsed(data: bytes, name: str, member: str = "") -> Element:
    """The root of an XML file. Raises Unsafe for a DOCTYPE, entities or too much depth, Damaged for what is no XML."""
    from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
    from defusedxml.ElementTree import ParseError, fromstring  # type: ignore[import-untyped]

    check_xml(data, name, member)
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise Unsafe(name, "entities", member) from error
    except (ParseError, ValueError, LookupError) as error:
        raise Damaged(name, "xml") from error
    return root


def check_xml(data: bytes, name: str, member: str = "") -> None:
    """Goes through an XML file without keeping it; raises as `parsed` does."""
    depth = 0

    def start(tag: str, attributes: Any) -> None:
        nonlocal depth
        depth += 1
        if depth > limits.XML_DEPTH:
            raise Unsafe(name, "depth", member)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1

    def refuse(*told: Any) -> None:
        raise Unsafe(name, "entities", member)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Damaged(name, "xml") from error


def local(tag: Any) -> str:
    """The name of an element or attribute without its namespace; empty for a comment."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """The attribute of that name in any namespace; empty where there is none."""
    return next((value for key, value in element.attrib.items() if local(key) == name), "")


def words(element: Element, skip: frozenset[str] = frozenset()) -> str:
    """All text inside an element, without that of the elements named."""
    if local(element.tag) in skip:
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += [words(child, skip), child.tail or ""]
    return "".join(parts)
