"""Which sections and lines are no text to learn from? Notes, link lists, exercises and what a site prints around it."""

import re
from collections.abc import Sequence

from content.candidates.verbs import is_finite
from content.document import Block, Document, Section
from content.patterns import quick

_HEADING = re.compile(
    r"^(?:\d+(?:\.\d+)*[.)]? )?(?:see also|references?|notes?(?: and references)?|footnotes|endnotes|citations|sources"
    r"|works cited|bibliography|literature|(?:further|suggested|recommended) reading|external links|related"
    r"|related (?:stories|articles|topics|content|links|pages|posts)|more on this (?:story|topic)|more from .*"
    r"|most (?:read|popular|viewed)|trending"
    r"|(?:table of )?contents|navigation(?: menu)?|menu|learning (?:goals|objectives|outcomes)|objectives"
    r"|(?:review|discussion|study|self-check|critical thinking) questions?|questions(?: for .*| and .*)?|exercises"
    r"|quiz|test yourself|check your (?:understanding|knowledge)|key (?:terms|words)|acknowledge?ments?"
    r"|about (?:the author|us|this site)|credits|comments?|share(?: this.*)?|follow us|subscribe|newsletter|tags"
    r"|links"
    r"|(?:picture|photo) gallery.*"
    r"|categories|copyright|licen[cs]e|disclaimer|privacy policy|cookies|contact(?: us)?|you may also like"
    r"|glossary|corrections?|(?:explanatory|technical) notes?|notes to editors|press(?: contact)?|imprint"
    r"|more news)\W*$",
    re.IGNORECASE,
)
_PERHAPS = re.compile(
    r"^(?:\d+(?:\.\d+)*[.)]? )?(?:related|see|more|popular|most|read|further|external|links|other)"
    r"(?: [\w’'-]+){1,3}\W*$",
    re.IGNORECASE,
)
"""“Popular stories” stands above links, “Popular culture in the cities” above text: what is below tells."""
_CELL_WITH_FIGURE = re.compile(r"\| ?[^|\d]{0,3}\d")
_ROWS = 3
"""So many rows with figures are a table, whatever heads it: “Most visited parks”."""
_PARAGRAPH = 30
"""Words of a paragraph that is text and no link."""
_LINE = quick(
    r"^(?:was this (?:page|article|information|answer|guide) (?:helpful|useful)|did you find this"
    r"|(?:hidden )?categor(?:y|ies) ?:|this (?:article|section|page|list|biography) (?:needs|is a stub|does not cite"
    r"|may (?:require|need|be)|has multiple issues|relies)|you can help\b"
    r"|(?:rate|print|e-?mail|bookmark|save) this (?:page|article|lesson)|[“\"]?.{1,60}[”\"]? redirects here\b"
    r"|continued (?:in|on|from|overleaf)\b|(?:picture|photo|image) gallery\b"
    r"|©|\(c\) ?\d|copyright\b|all rights reserved|share this|skip to|sign up|subscribe|read more|click here"
    r"|advertisement$|photo(?:graph)?s? ?:|image(?: credit)? ?:|have you been affected"
    r"|last (?:updated|modified|changed|edited|reviewed)"
    r"|listen again\b|newsletter ?:|further reading ?:|\[(?:map|figure|fig\.|table|plate|photo|image|picture|diagram)\b"
    r"|.{0,160}\b(?:charity|company) (?:no\.?|number|registration)\b ?:? ?\d"
    r"|key ?(?:words|terms) ?:|main ideas?[.:]|big ideas?[.:]|terms (?:and|&) names\b|enquiries ?:"
    r"|comments are closed|cite (?:this|as)\b|[«‹←] ?back\b|(?=.*\b\d{4}\b).{0,160}\bpp\. ?\d+"
    r"|registered (?:charity|company|office)|part \d+ of \b|.{0,80}\b\d+[- ]min(?:ute)?s?[- ]read\b"
    r"|skip (?:to|navigation)|by our [a-z ]*(?:correspondent|staff|reporter|editor)|entry by [A-Z]|first published \d"
    r"|sources? ?: |cookie settings|tel(?:ephone)?[.:] ?[\d+(]|from the series|to be continued$"
    r"|questions? ?:|exercises? ?:"
    r"|see also\b|corrections? ?:|(?:press )?contacts? ?:|poll ?:|you are here\b|prices? (?:£|€|\$)?\d+[^.]*\. ISSN"
    r"|.{0,160}\b(?:authorised (?:and regulated )?by the|calls may be recorded|ISSN \d|ISBN [\d-]{10}"
    r"|opening hours|open (?:daily|every day)"
    r"|· ?(?:imprint|privacy)|last (?:changed|updated|modified|revised|edited)(?: on|:)? \d)"
    r"|.{0,110}\b(?:photo(?:graph)?|picture|image|illustration|drawing|engraving)s?(?: credit)?(?: ?: ?| by | © ?|, )"
    r"(?:[A-Z][\w.’'-]*|©)(?:[ ,/&-]+[\w.’'&-]+){0,7}(?<![.])$"
    r"|\((?:above|below|left|right|opposite|pictured)\b[^.]{0,80}\)?$"
    r"|by [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}$"
    r"|(?:\[\d{1,2}\]|[*†‡]) ?[A-Z]|(?:[¹²³ᵃᵇᶜ]|\^\([a-z]\)|\^[a-z\d]\^) ?[A-Z\d]"
    r"|.{0,160}\b(?:Tel(?:ephone)?\.?:? ?\+?\d[\d ]{6,}|[\w.]+@[\w-]+\.[a-z]{2,}|www\.[\w-]+\.))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d+)* [A-Z][^.:;|]*$")
_QUOTED = re.compile(r"^[“\"«][^“”\"«»]*[”\"»][.,]?$")
_SAID_BY = re.compile(r"^[—–-] ?[A-Z][^.:;|]{2,60}\.?$")
_SIGNED = re.compile(
    r"^(?:(?:Dr|Sir|Prof|Professor|Mrs|Mr|Ms)\.? )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}, "
    r"(?:[A-Z][^.;:|]{2,60}|\d[\d\w ]+)$"
)
_CONTACT = re.compile(
    r"^(?:(?:press |media |further |all )?(?:enquiries|inquiries|contacts?)|tel(?:ephone)?|phone|e-?mail|write to"
    r"|ring|call us|visit us|(?:for )?(?:more|further) (?:information|details)|bookings?|tickets)\b",
    re.IGNORECASE,
)
_REACHED = re.compile(r"@|\bwww\.|https?:|\d{3,}[ -]\d{3,}|\d{7,}")
_ENDS = tuple('.!?:”"')
_ITEMS = ("bullet", "row")
_LONGEST = 200
"""Characters of a line that stands beside the text; longer ones are text, and cost too much to look at."""
_BETWEEN = re.compile(r"[|»›>·]")
_OF_A_MENU = quick(
    r"\b(?:opening (?:times|hours)|tickets|home|search|log ?in|sign ?in|menu|basket|cart|donate|shop|deutsch|english"
    r"|français|español|svenska|norsk|dansk|italiano|nederlands|faqs?|news|events|jobs|careers|press|about(?: us)?"
    r"|contact(?: us)?|visit(?: us)?|plan your visit|newsletter|accessibility|cookies|sitemap|membership|support us"
    r"|what[’']s on|book now|register|a[–-]z|gallery|get involved)\b",
    re.IGNORECASE,
)
"""Words that a site's menu consists of: a line of two or more and without a full stop is one."""
_MENU_WORDS = 9


def is_back_matter(document: Document, section: Section) -> bool:
    """Is one of the headings above the section one of notes, links, exercises or the like?"""
    headings = [heading.strip() for heading in section.path]
    if any(map(_HEADING.match, headings)):
        return True
    if not any(map(_PERHAPS.match, headings)):
        return False
    table = sum(
        block.kind == "row" and _CELL_WITH_FIGURE.search(document[block.span]) is not None for block in section.blocks
    )
    return table < _ROWS and not any(_is_paragraph(document, block) for block in section.blocks)


def _is_paragraph(document: Document, block: Block) -> bool:
    """Is the block running text: more words than a link has, and a full stop?"""
    text = document[block.span] if block.kind not in ("title", "heading", "junk", *_ITEMS) else ""
    return len(text.split()) >= _PARAGRAPH and text.rstrip("”\"’' )")[-1:] in ".!?"


def _is_menu(line: str) -> bool:
    """Is it "Home | Visit | About us", short names between bars or arrows, or "Tickets Shop Deutsch"?"""
    if line[-1:].isalpha() and len(line.split()) <= _MENU_WORDS and _is_of_menu_words(line):
        return True
    parts = _BETWEEN.split(line)
    return len(parts) > 2 and all(0 < len(part.strip()) <= 30 and "." not in part for part in parts)


def _is_of_menu_words(line: str) -> bool:
    """Are three of its parts, or half of its words, words of a menu?"""
    found = [match.group() for match in _OF_A_MENU.finditer(line)]
    return len(found) > 2 or (len(found) == 2 and 2 * len(" ".join(found).split()) >= len(line.split()))


def _stands_apart(document: Document, blocks: Sequence[Block], at: int) -> bool:
    """Is it a quotation that nobody says, set between the paragraphs, or the line by which a text is signed?"""
    text = document[blocks[at].span].strip()
    if _QUOTED.match(text):
        return not at or not document[blocks[at - 1].span].rstrip().endswith((":", ","))
    if at and _SAID_BY.match(text):
        return _QUOTED.match(document[blocks[at - 1].span].strip()) is not None
    if is_contact(text):
        return True
    last = all(block.kind in ("junk", "heading") for block in blocks[at + 1 :])
    return (
        last and _SIGNED.match(text) is not None and not any(is_finite(word) for word in text.split() if word.islower())
    )


def above_title(document: Document, blocks: Sequence[Block]) -> frozenset[int]:
    """The lines of a text's begin that stand above its title and are no sentences: a series, a society, "handout"."""
    title = next((at for at, block in enumerate(blocks) if block.kind == "title"), 0)
    above = ((at, block) for at, block in enumerate(blocks[:title]) if block.kind == "paragraph")
    lines = ((at, document[block.span].rstrip()) for at, block in above)
    return frozenset(at for at, line in lines if len(line) < _LONGEST and line[-1:] not in _ENDS)


def is_contact(sentence: str) -> bool:
    """Is it whom to ask or where to write, with a number or an address?"""
    return _CONTACT.match(sentence) is not None and _REACHED.search(sentence) is not None


def aside(document: Document, blocks: Sequence[Block]) -> frozenset[int]:
    """Which of a section's blocks (by index) are no text: copyright lines, lists of links, tables of contents."""
    found: set[int] = set()
    at = 0
    while at < len(blocks):
        text = document[blocks[at].span]
        if blocks[at].kind not in _ITEMS:
            if len(text) < _LONGEST and (_LINE.match(text) or _is_menu(text) or _stands_apart(document, blocks, at)):
                found.add(at)
            at += 1
            continue
        end = at
        while end < len(blocks) and blocks[end].kind in _ITEMS:
            end += 1
        run = [document[block.span] for block in blocks[at:end]]
        if _HEADING.match(run[0]) or (len(run) > 1 and all(_NUMBERED.match(line) for line in run)):
            found.update(range(at, end))
        at = end
    return frozenset(found)
