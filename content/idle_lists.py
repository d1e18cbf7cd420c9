"""Which lists does nobody learn? What a page has for its visitors, what to bring, what is still to come."""

import re

from content.candidates.words import word_list
from content.rank import tells_event

_DAY = re.compile(r"^(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?)(?:,? \d{4})?$")
"""A heading that is a day: a page of what happened on it."""
_TO_COME = re.compile(
    r"(?:(?:our|the|main|key) )?(?:goals?|targets?|aims?|objectives|plans?|next steps|outlook|forecasts?|to do"
    r"|next (?:year|season|term|summer|winter)|(?:upcoming|forthcoming) [a-z]+|coming (?:events|up)"
    r"|(?:events )?(?:diary|calendar)$|what[’']s on|dates for (?:your|the) diary|the (?:coming|next) year"
    r"|the year ahead|future (?:plans|works?))\b"
    r"(?! (?:reached|achieved|met)\b)",
    re.IGNORECASE,
)
_TO_HAVE = re.compile(
    r"\b(?:to (?:bring|pack|buy|take)|(?:you|we)(?: will|[’']ll)? need|needed|ingredients?|equipment|materials|tools"
    r"|kit|packing|shopping|checklist|supplies|utensils)\b",
    re.IGNORECASE,
)
"""What heads a list of things to have at hand; nobody learns how many."""
_OF_A_PAGE = (
    r"(?:(?:our|the|ticket|entry|entrance|opening|current) )*(?:prices?|price list|admission|tickets?|tariffs?|fees"
    r"|charges|subscriptions?|delivery|shipping|postage|payment|returns|parking"
    r"|opening|hours|times|open|timetable|contacts?|contact us|telephone|phone|addresses|menu"
    r"|(?:useful|phone|telephone) numbers|directions|getting (?:here|there))"
)
_FOR_VISITORS = re.compile(rf"{_OF_A_PAGE}(?:,? (?:and|&) {_OF_A_PAGE})?", re.IGNORECASE)
"""What heads the side lists of a page: what it costs, when it is open, whom to call."""
_OF_THE_PAGE = re.compile(
    r"(?:(?:first |last )?(?:published|posted|printed|updated|modified|revised|reviewed|accessed|retrieved|uploaded)"
    r"|pages?|isbn|issn|price|version|edition|volume|issue|word count|reading time|length of audio|tel(?:ephone)?\.?"
    r"|phone|fax|post ?code|adults?|concessions|next meeting|votes? (?:for|against)|lot \d+"
    r"|(?:official |list |grid |map )?(?:reference|ref\.?|entry|listing|id)(?: ?(?:no\.?|number|code))?|designated|crew"
    r"|seats)",
    re.IGNORECASE,
)
"""Labels of what a page or a book says of itself, or a visitor asks."""
_BOARD = re.compile(
    r"\b(?:trustees|board|governors|committee|staff|team|councillors|officers|commissioners|employees)\b", re.IGNORECASE
)
_OFFICES = re.compile(
    r"\b(?:directors?|presidents?|chairm[ae]n|mayors?|governors?|ministers|chancellors?|kings?|queens?|emperors?|popes?"
    r"|bishops?|rulers?|leaders?|heads?|masters?|keepers?|winners?|laureates?|champions?|medallists?|captains?|prizes?"
    r"|awards?|births?|born|deaths?|died|since|elected|appointed|crowned|succession|reigns?|monarchs?|in office"
    r"|records?)\b",
    re.IGNORECASE,
)
_SMALL = word_list("prepositions") | {"the", "a", "an", "and", "de", "la", "von", "van"}
_DAYS_KEPT = re.compile(r"\b(?:day|eve|feast|festival|holiday|new year)\b", re.IGNORECASE)
_PLURAL = re.compile(r"\b(?:[A-Za-z][a-z]{2,}(?<!s)s|(?:[Ww]o)?[Mm]en|[Pp]eople)\b")
_OFFICE = re.compile(
    r"(?P<name>[^,]+), (?:[a-z-]+ ){0,2}(?:director|chair|chairman|treasurer|secretary|trustee|officer|manager|member"
    r"|non-executive|partner|deputy)(?: [^,]*)?"
)
"""“Ann Berg, finance director”: one of a board, which nobody learns."""


def why_idle(heading: str, lead_in: str, *, few: bool) -> str | None:
    """The code of why the list below that heading is not asked; `few` tells a figure as small as things to carry."""
    if heading.count("|") > 1 or _DAY.match(heading) or _FOR_VISITORS.fullmatch(heading):
        return "not_worth_it"
    if few and _TO_HAVE.search(f"{heading} {lead_in}"):
        return "not_worth_it"
    return "forecast" if _TO_COME.match(heading) else None


def is_bare_name(label: str) -> bool:
    """Is it a name and nothing more ("Hong Kong", "GE Monitor Top"), which does not say what happened?"""
    words = [word for word in label.replace(",", "").split() if word.lower() not in _SMALL]
    named = bool(words) and all(word[0].isupper() for word in words)
    return named and not (tells_event(label.lower()) or _DAYS_KEPT.search(label))


def is_of_a_board(label: str) -> bool:
    """Is it a person with an office in a society or a firm?"""
    match = _OFFICE.fullmatch(label)
    return match is not None and is_bare_name(match["name"])


def heads_a_board(heading: str) -> bool:
    """Does it head the names of those who run a society or a firm?"""
    return bool(_BOARD.search(heading))


def is_of_office(heading: str) -> bool:
    """Does it say what the year behind somebody's name is: that of an office, a prize, a birth?"""
    return bool(_OFFICES.search(heading)) or tells_event(heading.lower())


def is_of_the_page(label: str) -> bool:
    """Does the label belong to the page rather than to what it tells of ("Published", "Pages")?"""
    return _OF_THE_PAGE.fullmatch(label) is not None


def tells_kind(heading: str, label: str) -> bool:
    """Does the heading say what such names are ("Great eruptions")? A label of one word may say it itself."""
    return " " not in label or bool(_PLURAL.search(heading)) or tells_event(heading.lower())
