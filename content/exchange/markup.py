"""Which words does HTML or Markdown show? Superscripts stay superscripts; pictures and sounds are named apart."""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

_NAMES = (
    "p|br|b|i|u|s|em|strong|span|div|sup|sub|li|ul|ol|img|a|table|tbody|tr|td|th|font|h[1-6]|pre|code|blockquote|hr|center"
    "|small|big|tt|audio|video|script|style|html|body|section|article|label|input|cite|q|del|ins|mark|kbd"
)
_TAG = re.compile(
    rf"</?(?:{_NAMES})(?:\s[^<>]*)?/?>|&(?:[a-zA-Z]{{2,8}}|#[0-9]{{1,6}}|#x[0-9a-fA-F]{{1,5}});", re.IGNORECASE
)
_SOUND = re.compile(r"\[sound:([^\]\n]{1,200})\]")
_RAISED = str.maketrans("0123456789+-−–=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
_SKIPPED = frozenset({"script", "style", "head", "template", "iframe", "object", "svg", "noscript", "form", "select"})
_BREAKS = frozenset(
    {"p", "div", "br", "hr", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"}
)
_SIMPLE = re.compile(
    r"\*\*([^\n]{1,500}?)\*\*|(?<![\w*])\*([^*\n]+)\*(?![\w*])|`([^`\n]+)`|(?<!!)\[([^\[\]\n]{1,300})\]\([^()\s]{1,500}\)"
)
DEEPEST = 100
LONGEST = 1_000_000
"""Characters of one field."""


@dataclass(slots=True)
class Shown:
    """The words, a line a paragraph, and the pictures (with their own words) and sounds named among them."""

    text: str = ""
    images: list[str] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)
    sounds: list[str] = field(default_factory=list)


def from_html(html: str) -> Shown:
    """What a browser would show of it; nothing is run or fetched."""
    from selectolax.lexbor import LexborHTMLParser

    shown = Shown()
    shown.sounds = _SOUND.findall(html)
    html = _SOUND.sub("", html)
    if not _TAG.search(html) and "<" not in html:
        shown.text = html.strip()
        return shown
    body = LexborHTMLParser(html[:LONGEST]).body
    words: list[str] = []
    if body is not None:
        _walk(body, words, shown, 0)
    shown.text = _joined(words)
    return shown


def words(html: str) -> str:
    """The words of HTML alone."""
    return from_html(html).text


def from_html_if_any(text: str) -> str:
    """The words of a text that may be HTML or may be plain: a bare < stays."""
    return words(text) if _TAG.search(text) else text


def from_markdown(text: str) -> str:
    """The words of a line of Markdown: emphasis, code and links without their marks."""
    return _SIMPLE.sub(lambda match: next(group for group in match.groups() if group), text)


def _walk(node: Any, words: list[str], shown: Shown, depth: int) -> None:
    child = node.child
    while child is not None:
        tag = child.tag
        if tag == "-text":
            words.append(re.sub(r"\s+", " ", child.text_content or ""))
        elif tag == "img":
            source = (child.attributes.get("src") or "").strip()
            if source:
                shown.images.append(unquote(source))
                shown.alts.append((child.attributes.get("alt") or "").strip())
        elif tag in ("sup", "sub"):
            words.append(_shifted((child.text() or "").strip(), up=tag == "sup"))
        elif tag in ("audio", "video", "source"):
            if child.attributes.get("src"):
                shown.sounds.append(child.attributes["src"])
            _walk(child, words, shown, depth + 1)
        elif tag in ("td", "th"):
            _inner(child, words, shown, depth)
            words.append(" ")
        elif tag not in _SKIPPED and not tag.startswith("_") and tag != "-comment":
            if tag in _BREAKS:
                words.append("\n")
            _inner(child, words, shown, depth)
            if tag in _BREAKS:
                words.append("\n")
        child = child.next


def _inner(node: Any, words: list[str], shown: Shown, depth: int) -> None:
    if depth < DEEPEST:
        _walk(node, words, shown, depth + 1)
    else:
        words.append(node.text() or "")


def _shifted(text: str, *, up: bool) -> str:
    """Raised or lowered signs; ^(…) or _(…) where there are none for all of it: 10²³ is never 1023."""
    table = _RAISED if up else _LOWERED
    if text and all(ord(sign) in table for sign in text):
        return text.translate(table)
    return f"^({text})" if up and text else text


def _joined(words: list[str]) -> str:
    lines = "".join(words).replace("\u00a0", " ").split("\n")
    return "\n".join(found for one in lines if (found := " ".join(one.split())))
