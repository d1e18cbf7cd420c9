"""Which words does an element of an item show? Its HTML is rebuilt from safe parts, then read as any other."""

from collections.abc import Callable
from html import escape

from content.exchange import markup
from content.exchange.xml import Element, bare

_KEPT = frozenset(
    {
        "p", "div", "br", "li", "ul", "ol", "table", "tr", "td", "th", "sup", "sub", "h1", "h2", "h3", "h4",
        "blockquote", "pre",
    }
)  # fmt: skip


def shown(element: Element | None, instead: Callable[[Element], str | None] = lambda _: None) -> markup.Shown:
    """What the element shows; `instead` says what stands for an inner element, None for its own content."""
    return markup.from_html(_html(element, instead)) if element is not None else markup.Shown()


def words(element: Element | None) -> str:
    """The words that the element shows."""
    return shown(element).text


def _html(element: Element, instead: Callable[[Element], str | None]) -> str:
    pieces = [escape(element.text or "")]
    for child in element:
        if isinstance(child.tag, str):
            pieces.append(_child(child, instead))
        pieces.append(escape(child.tail or ""))
    return "".join(pieces)


def _child(child: Element, instead: Callable[[Element], str | None]) -> str:
    other = instead(child)
    if other is not None:
        return escape(other)
    name = bare(child)
    if name in ("img", "object"):
        source, alt = child.get("src") or child.get("data") or "", child.get("alt", "")
        return f'<img src="{escape(source)}" alt="{escape(alt)}">'
    inner = _html(child, instead)
    return f"<{name}>{inner}</{name}>" if name in _KEPT else inner
