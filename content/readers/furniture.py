"""Which elements of a page are no prose: menus, side lists, notes, tables of contents?"""

import re
from typing import Any

SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "form",
        "button",
        "select",
        "option",
        "textarea",
        "input",
        "svg",
        "head",
        "iframe",
        "object",
        "embed",
        "dialog",
        "rt",
        "rp",
        "img",
        "audio",
        "video",
        "canvas",
        "map",
        "track",
        "source",
        "datalist",
        "progress",
        "meter",
    ]
)
"""Holds no words that belong to the document."""

TAGS = {"nav": "navigation", "footer": "navigation", "menu": "navigation", "aside": "side_list"}
ROLES = {
    "navigation": "navigation",
    "search": "navigation",
    "banner": "navigation",
    "contentinfo": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "complementary": "side_list",
    "doc-toc": "outline",
    "doc-endnotes": "note",
    "doc-footnote": "note",
    "doc-endnote": "note",
    "doc-pagelist": "navigation",
    "doc-index": "navigation",
}
CLASSES = {
    **dict.fromkeys(
        [
            "menu",
            "nav",
            "navbar",
            "navigation",
            "navlist",
            "navbox",
            "topnav",
            "mainmenu",
            "main-menu",
            "main-nav",
            "site-nav",
            "submenu",
            "dropdown-menu",
            "nav-menu",
            "breadcrumb",
            "breadcrumbs",
            "pagination",
            "pager",
            "share",
            "sharing",
            "social",
            "social-links",
            "cookie",
            "cookies",
            "cookie-banner",
            "cookie-notice",
            "site-footer",
            "page-footer",
            "skip-link",
            "tag-list",
            "tags-list",
        ],
        "navigation",
    ),
    **dict.fromkeys(
        [
            "sidebar",
            "side-bar",
            "widget",
            "widgets",
            "related",
            "related-links",
            "related-posts",
            "related-articles",
            "see-also",
            "newsletter",
            "subscribe",
            "advert",
            "advertisement",
            "ad",
            "ads",
            "promo",
            "comments",
            "comment-list",
            "most-read",
            "trending",
        ],
        "side_list",
    ),
    **dict.fromkeys(["toc", "table-of-contents", "contents-list"], "outline"),
    **dict.fromkeys(["footnotes", "endnotes", "footnote", "references", "reflist"], "note"),
}
TYPES = {
    "toc": "outline",
    "landmarks": "navigation",
    "page-list": "navigation",
    "footnote": "note",
    "footnotes": "note",
    "endnote": "note",
    "endnotes": "note",
    "rearnote": "note",
    "rearnotes": "note",
    "index": "navigation",
}
_BEGINS = re.compile(
    r"(?:cookies?|gdpr|newsletter|breadcrumbs?|consent|shar(?:e|ing)|social|advert|promo|related|recommended|comments?"
    r"|subscribe|sign-?up|footer|sidebar|popup|trending|most-?read)(?:[-_A-Z]|$)"
)
"""What such a class or id begins with ("cookie-consent", "newsletterSignup"), where little stands in the element."""
_SHORT = 2000
_BETWEEN_LINKS = frozenset({"-text", "br", "img", "span", "svg", "i", "-comment"})
_WORD = re.compile(r"[^\W\d_]")
_FEWEST_LINKS = 3
NOTE_ID = re.compile(r"(?:footnote|endnote|fn|en)[-_:]?\d{1,4}", re.IGNORECASE)
WHOLE = frozenset({"body", "main", "article", "html", "p", "span", "a", "h1", "h2", "td", "tr", "table", "tbody"})
"""A class never makes these furniture."""


def furniture(node: Any, tag: str) -> str | None:
    """The code of why this element is left out of the prose; None where it belongs there."""
    if tag in TAGS and not _holds_the_page(node):
        return TAGS[tag]
    attributes = node.attributes
    if not attributes:
        return None
    for word in (attributes.get("role") or "").lower().split():
        if word in ROLES and tag not in {"body", "html", "main"}:
            return None if _holds_the_page(node) else ROLES[word]
    for word in (attributes.get("epub:type") or "").lower().split():
        if word in TYPES and tag not in {"body", "html", "a"}:
            return TYPES[word]
    if tag in WHOLE:
        return None
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".split()
    why = next((CLASSES[word] for word in map(str.lower, named) if word in CLASSES), None)
    if why is None and any(_BEGINS.match(word) for word in named) and len(node.text(deep=True)) < _SHORT:
        why = "side_list"
    return None if why is None or _holds_the_page(node) else why


def is_row_of_links(node: Any) -> bool:
    """Are three links or more all that stands in it, with nothing but signs between?"""
    links, child = 0, node.child
    while child is not None:
        if child.tag == "a":
            links += 1
        elif child.tag not in _BETWEEN_LINKS or _WORD.search(child.text(deep=True) or ""):
            return False
        child = child.next
    return links >= _FEWEST_LINKS


def hidden(node: Any) -> bool:
    """The page itself does not show this element."""
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def is_note_list(entries: list[Any]) -> bool:
    """A list of footnotes: each entry has the id of one."""
    return bool(entries) and all(NOTE_ID.fullmatch(entry.attributes.get("id") or "") for entry in entries)


def is_note_mark(node: Any) -> bool:
    """A link to a footnote: it says so, or is a raised number that leads to a place."""
    attributes = node.attributes
    named = f"{attributes.get('epub:type') or ''} {attributes.get('role') or ''} {attributes.get('class') or ''}"
    if {"noteref", "doc-noteref", "footnote-ref", "doc-backlink", "footnote-back", "footnote-backref"} & set(
        named.lower().split()
    ):
        return True
    if "#" not in (attributes.get("href") or ""):
        return False
    words = node.text(deep=True).strip()
    return len(words) <= 5 and (node.css_first("sup") is not None or words in {"↑", "↩", "↩︎", "^"})


def _holds_the_page(node: Any) -> bool:
    return node.css_first("h1, article, main") is not None
