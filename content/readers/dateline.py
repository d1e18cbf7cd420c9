"""Is this line nothing but the document's date?"""

import re

from content.letters import language_of

LEAD = re.compile(
    r"^(?:date|published|posted|updated|last updated|issued|written|dated)?(?: on)?\s*:?\s*", re.IGNORECASE
)


def date_line(line: str) -> str | None:
    """The EDTF date of a line that holds a day (or month) and nothing else: "Published: 3 May 2004"."""
    from content.facts.dates import dates
    from content.facts.line import tokenise
    from content.facts.words import vocabulary

    known = vocabulary(language_of(line))
    words = LEAD.sub("", line.strip(), count=1)
    if len(words) > 60 or not any(map(str.isdigit, words)):
        return None
    for lead in known.cues.get("date_lines", ()):
        words = words[len(lead) :].lstrip(" :,") if words.lower().startswith(lead) else words
    tokens = tokenise(words, tongue=known.tongue)
    found = dates(tokens, 0, known)
    if len(found) != 1 or found[0].high or found[0].end < len(tokens) - 1:
        return None
    moment = found[0].moment
    if tokens.word(found[0].end) not in {"", "."} or moment.grain not in {"day", "month"}:
        return None
    return moment.edtf
