"""Which lists does nobody learn? What a page has for its visitors, what to bring, what is still to come."""

import re

_DAY = re.compile(r"^(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?)(?:,? \d{4})?$")
"""A heading that is a day: a page of what happened on it."""
_TO_COME = re.compile(
    r"(?:(?:our|the|main|key) )?(?:goals?|targets?|aims?|objectives|plans?|next steps|outlook|forecasts?|to do)\b"
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
    r"|charges|subscriptions?|opening|hours|times|open|timetable|contacts?|contact us|telephone|phone|addresses|menu"
    r"|(?:useful|phone|telephone) numbers|directions|getting (?:here|there))"
)
_FOR_VISITORS = re.compile(rf"{_OF_A_PAGE}(?:,? (?:and|&) {_OF_A_PAGE})?", re.IGNORECASE)
"""What heads the side lists of a page: what it costs, when it is open, whom to call."""


def why_idle(heading: str, lead_in: str, *, few: bool) -> str | None:
    """The code of why the list below that heading is not asked; `few` tells a figure as small as things to carry."""
    if heading.count("|") > 1 or _DAY.match(heading) or _FOR_VISITORS.fullmatch(heading):
        return "not_worth_it"
    if few and _TO_HAVE.search(f"{heading} {lead_in}"):
        return "not_worth_it"
    return "forecast" if _TO_COME.match(heading) else None
