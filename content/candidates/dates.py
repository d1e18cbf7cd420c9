"""When did it happen? Questions for a date that hangs on the main verb of a plain clause, and on nothing else."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from content.candidates.events import is_event
from content.candidates.mark import MARK
from content.candidates.names import Names
from content.candidates.nouns import STARTERS, singular
from content.candidates.plain import PREDICATE, Split, another_clause, split
from content.candidates.printed import printed
from content.candidates.verbs import (
    AUXILIARIES,
    base_of_participle,
    base_of_past,
    bases,
    is_finite,
    looks_past,
    surely_finite,
)
from content.candidates.words import word_list

_MIDDLE = re.compile(rf"^(?P<head>.+?),? (?P<prep>in|on|by|until) {MARK}(?P<tail>.*)$")
_LEADING = re.compile(rf"^(?P<prep>In|On|By|Until) {MARK},? (?P<head>[^,].*)$")
_DIGIT_NEXT = re.compile(r" \d")
_TAIL_CUT = re.compile(
    r"(?:,(?!\d)| and | but | when | as | after | while | before | although | because | which | where | that "
    r"| who | until | following | since ).*$"
)
_AFTER_EVENT = re.compile(r" (?:after|during) the (?:[A-Z][\w’'-]* (?:of )?)*[A-Z][\w’'-]*")
"""“… signed on 30 March after the Crimean War”: the event tells which of many."""
_SECOND = re.compile(r" and (?:an?|the|his|her|its|two|three|four|five|six|some|many) [a-z-]+(?: [a-z-]+)?")
"""“… by eleven clerks and a butcher”: the second of two."""
_PREPOSITIONS = word_list("prepositions")
_RELATIVES = word_list("relatives")
_TRANSITIVE = word_list("transitive")
_ALONE = word_list("alone")
_BARE_BODIES = frozenset(("Parliament", "Congress"))
"""Without an article they are names."""
_BOUNDS = frozenset(("begin", "start", "end", "occur", "happen"))
_ONE_ACT = frozenset(("begin", "start", "continue", "cease", "help", "come", "manage"))
_OF_A_TIME = re.compile(r" (?:after|before|since|following|until|during) ")
"""“… lost Asia after the defeat of Manzikert on 26 August”: the date may be the defeat's."""

_CAUSED = re.compile(
    r"(?:the|his|her|their|its|[A-Z][\w’'-]+) (?:[\w’'-]+ ){0,4}?(?P<part>[a-z]+)"
    r"(?=$| (?:to death|at|in|by|for|as|down)\b)"
)
_WITH_CLAUSE = re.compile(
    r"(?P<object>[^,]*?[\w’']) (?:that|which|who|whose|when|after|before|because|where|while) (?P<clause>[^,]+)$"
)
_ADVERBS = word_list("adverbs") | {"further", "again", "soon", "thus", "never"}
_BEFORE_WHICH = re.compile(r",? (?:in|on|at|by|for|of|to|from|under|with|through|during|after)$")
"""“A referendum in 2002 in which voters …”."""
_RANGE_BESIDE = re.compile(r"\d{4}(?:[–-]\d{2,4})? and ")
"""“Served at Guadalcanal 1942–43 and Okinawa in 1945”."""
_DOING_BESIDE = re.compile(r", (?!including|according|regarding|concerning|during)[a-z]{3,}ing (?!.*,)")
"""“He settled in Texas, becoming its governor in 1858”: the date is when he became it."""
_FIGURE_BESIDE = re.compile(r" with (?:an? |the |its )?[^,]* of (?:[a-z]+ )?[$£€]?\d[^,]*$")
"""“Grew into a rich country with an income of $16,600 in 2014”: the figure is of that year."""
_NEEDS_AS = frozenset(
    ("describe", "regard", "define", "portray", "depict", "characterize", "see", "view", "treat", "consider", "hail")
) | {"denounce", "condemn", "dismiss", "praise", "recognize", "recognise", "classify", "cite"}
"""These tell little without the "as …" that follows."""
_ASKED = re.compile(r"\b(?:how|why|whether|what)\b")
_JOINT = re.compile(r", (?:and |or |but )?| (?:and|or|but) ")
_BY_DATE = re.compile(rf"By {MARK},? (?P<clause>.+)$")
_JOINTS = frozenset(("and", "but", "or", "yet", "while", "whereas", "then", "so", "when", "where", "until"))
"""After one of these a date belongs to what follows it."""

_BY_SOMEBODY = re.compile(r"by (?:the |an? )?[A-Z]")
_A_TITLE = re.compile(r"The (?:(?:[A-Z][\w’'-]*|of|the|in|and|on|to|for|an?|from) )*[A-Z][\w’'-]*")
_CAME_OUT = re.compile(
    r"(?:was|were) (?:first )?(?:published|printed|performed|staged|shown|released|serialised|serialized)\b|came out\b"
    r"|appeared\b|premiered\b"
)
_AND_DID = re.compile(r" and (?P<verb>[a-z]+) (?P<rest>.+)$")
_MOST_OF_BOTH = 20
_CALLED = frozenset(("called", "named", "titled", "entitled", "known"))
_IN_WORDS = re.compile(r"(?:Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)(?:-[a-z]+)?$")
_OF_PEOPLE = re.compile(r"(?:ers|ors|ists|ents|ants|ians|men|ees)$")
_NO_NOUN = word_list("no_noun")
WHEN = {
    "year": ("In", "what year"),
    "month": ("In", "what month and year"),
    "day": ("On", "what date"),
    "month_day": ("On", "what day and month"),
    "decade": ("In", "which decade"),
    "era": ("In", "what year"),
}


def questions(line: str, asked: str, names: Names) -> Iterator[tuple[str, str, str | None]]:
    """Template, stem and the bare event of each safe date question on the clause."""
    when = WHEN.get(asked)
    if when is None:
        return
    leading = _LEADING.match(line)
    middle = None if leading else _MIDDLE.match(line)
    match = leading or middle
    if match is None or MARK in match["head"]:
        return
    if match["head"].rstrip(",").rsplit(" ", 1)[-1] in _JOINTS:
        return
    head, tail = match["head"].removesuffix(" only"), "" if leading else _tail(match["tail"])
    if tail is None or (middle and _of_the_subject(head, tail)) or (leading and "," in _without_names(head)):
        return
    parts = split(head + tail)
    if parts is None or (middle and not surely_finite(parts.verb) and PREDICATE.search(match["tail"])):
        return
    if leading and (both := _both_deeds(parts, names)) and match["prep"] in ("In", "On"):
        yield ("date_main_verb", f"{when[0]} {when[1]} {both}?", head)
        return
    if another_clause(parts.rest) and not (match["prep"] in ("In", "On") and _ends_in_clause(parts.rest)):
        return
    if parts.verb == "had" and match["prep"].lower() == "by":
        return
    if middle and _FIGURE_BESIDE.search(head[len(parts.subject) :]):
        return
    if middle and not tail and _DOING_BESIDE.search(head) and not _DOING_BESIDE.search(parts.subject):
        return
    if middle and (_RANGE_BESIDE.search(head) or _as_cut(parts, match["tail"][len(tail) :])):
        return
    if middle and _OF_A_TIME.search(head[len(parts.subject) :]):
        return
    caused = parts.verb == "had" and is_caused(parts.rest)
    if middle and not caused and (_act_of_a_noun(head, parts) or (not tail and _another_act(parts))):
        return
    inverted = invert(parts, names)
    if inverted is None:
        return
    preposition = when[0] if match["prep"].lower() in ("in", "on") else match["prep"].capitalize()
    told = match["prep"].lower() in ("in", "on") and parts.verb != "had"
    event = (head if leading or not tail else None) if told else None
    yield ("date_main_verb", f"{preposition} {when[1]} {inverted}?", event)


def _as_cut(parts: Split, gone: str) -> bool:
    """Was the "as …" cut away that the verb needs ("described him in 1577 as the richest of all")?"""
    return gone.startswith(" as ") and " as " not in parts.rest and base_of_past(parts.verb) in _NEEDS_AS


def _both_deeds(parts: Split, names: Names) -> str | None:
    """Two deeds of a day as one question: "did Eiffel climb the steps and hoist the flag"."""
    deed = _AND_DID.search(parts.rest)
    first, base = (parts.rest[: deed.start()], base_of_past(deed["verb"])) if deed else ("", None)
    if deed is None or base is None or base_of_past(parts.verb) is None or ", " in parts.rest or not first:
        return None
    if base in _TRANSITIVE and deed["rest"].partition(" ")[0] in _PREPOSITIONS:
        return None  # "became a city and renamed to Toronto"
    words = len(parts.subject.split()) + len(parts.rest.split())
    if words > _MOST_OF_BOTH or another_clause(first) or another_clause(f"{base} {deed['rest']}"):
        return None
    inverted = invert(replace(parts, rest=first), names)
    return f"{inverted} and {base} {deed['rest']}" if inverted else None


def _ends_in_clause(rest: str) -> bool:
    """Does nothing but one clause with its opener follow the object ("a law that banned slavery")?

    A date that opens the sentence is the main verb's; of two verbs joined by "and" the question would bend only one.
    """
    match = _WITH_CLAUSE.match(_without_names(rest))
    if match is None or another_clause(match["object"]):
        return False
    words = match["clause"].split()
    joined = [after for word, after in pairwise(words) if word in ("and", "or", "but")]
    return not any(is_finite(word) or looks_past(word) or word in ("he", "she", "it", "they") for word in joined)


def is_caused(rest: str) -> bool:
    """Does "had" mean that somebody else did it ("had the Steelyard shut", "had his rival put to death")?"""
    match = _CAUSED.match(rest)
    return match is not None and base_of_participle(match["part"]) is not None


def _tail(tail: str) -> str | None:
    """What follows the date and still belongs to the clause; None where it cannot be told."""
    if _AFTER_EVENT.fullmatch(tail):
        return tail
    kept = _TAIL_CUT.sub("", tail)
    if not _may_go(kept, tail[len(kept) :]):
        if not kept or not _SECOND.fullmatch(tail, len(kept)) or any(map(is_finite, tail[len(kept) :].split()[1:])):
            return None
        kept = tail
    if tail.startswith((" which ", " whom ", " whose "), len(kept)):
        kept = _BEFORE_WHICH.sub("", kept)
    if kept and (not kept.startswith(" ") or is_finite(kept.split(maxsplit=1)[0] if kept.strip() else "")):
        return None
    return kept.rstrip()


def _of_the_subject(head: str, tail: str) -> bool:
    """Does the date stand in the subject ("The discovery of gold in 1848 further led to …"), so that it may be its?"""
    first, _, rest = tail.strip().partition(" ")
    adverb = first.endswith("ly") or first in _ADVERBS
    return adverb and " of " in head and is_finite(rest.partition(" ")[0])


def _may_go(kept: str, rest: str) -> bool:
    """Can the end of the clause be left out? Not the other half of "between land and sea" or of a list."""
    if rest and _ASKED.search(kept):
        return False
    if rest.startswith(" that ") and not is_finite(rest[6:].partition(" ")[0]):
        return False  # what was learned or said
    joint = _JOINT.match(rest)
    if not kept or joint is None:
        return True
    more = rest[joint.end() :].split()
    if not more or "between" in kept.split() or "both" in kept.split():
        return not more
    if joint.group() == ", " and (more[0].lower() in _RELATIVES | {"a", "an", "the", "as", "after", "when", "then"}):
        return True
    return more[0].endswith("ing") or any(word.islower() and is_finite(word.strip(",.")) for word in more[:8])


def _act_of_a_noun(head: str, parts: Split) -> bool:
    """Does a participle stand by a noun before the date ("an army raised in …"), so that the date may be its own?"""
    words = head.replace(",", "").split()
    start = next((at for at, word in enumerate(words) if word == parts.verb), 0)
    return any(
        word.islower()
        and word not in _CALLED
        and base_of_participle(word) is not None
        and before not in _NO_NOUN
        and not before.endswith("ly")
        and (after in _PREPOSITIONS or not after)
        for before, word, after in zip(words[start:], words[start + 1 :], [*words[start + 2 :], ""], strict=False)
    )


def _another_act(parts: Split) -> bool:
    """Does an infinitive stand before the date, so that it may be the second act's ("invited her to speak on …")?

    What is begun is one act with what is done.
    """
    if base_of_past(parts.verb) in _ONE_ACT:
        return False
    words = parts.rest.split()
    return any(word == "to" and following in bases() for word, following in pairwise(words))


def _without_names(text: str) -> str:
    """The text without commas that only part digits or a place from its country."""
    return re.sub(r"(?<=\d),(?=\d)|(?<=[a-z]),(?= [A-Z][a-z]+(?: [A-Z][a-z]+)?$)", "", text)


def invert(parts: Split, names: Names) -> str | None:
    """The clause in the order of a question: "was the bridge opened", "did Smeaton build the tower"."""
    subject = _as_printed(parts, lowered(parts.subject, names), names)
    if subject is None or (parts.verb == "was" and _is_plural(subject)):
        return None
    rest = parts.rest.strip(" ,")
    if _BY_SOMEBODY.match(rest) and base_of_participle(parts.verb) is not None and parts.verb not in AUXILIARIES:
        return None  # "a well drilled by Humble Oil, …, struck": no verb of the clause
    if parts.verb in ("was", "were") and rest.startswith(("the ", "a ", "an ")):
        return None  # "On what date was Shepard the first American in space?"
    if parts.verb in ("was", "were"):
        return f"{parts.verb} {subject} {parts.adverb}{rest}".strip() if rest else None
    if parts.verb == "had":
        if is_caused(rest):
            return f"did {subject} {parts.adverb}have {rest}"
        first, _, more = rest.partition(" ")
        if first == "been" and more:
            return f"{'were' if _is_many(subject) else 'was'} {subject} {parts.adverb}{more}"
        base = base_of_participle(first)
        return f"did {subject} {parts.adverb}{base} {more}".strip() if base and base != "be" else None
    base = base_of_past(parts.verb)
    if base == "die" and rest.isalpha() and rest not in _PREPOSITIONS:
        rest = ""
    if not rest and base not in _ALONE and not (base in _BOUNDS and is_event(subject)):
        return None
    if base in _TRANSITIVE and rest.partition(" ")[0] in _PREPOSITIONS - {"under", "with"}:
        return None  # "built at Montreuil": what?
    if base is None or base in ("say", "tell", "think", "mean", "argue", "claim", "suggest"):
        return None
    return f"did {subject} {parts.adverb}{base} {rest}".strip()


def _as_printed(parts: Split, subject: str | None, names: Names) -> str | None:
    """The subject with its capital "The", where it is the title of something that came out."""
    full = parts.subject
    if subject is None or subject == full or _A_TITLE.fullmatch(full) is None:
        return subject
    if _CAME_OUT.match(f"{parts.verb} {parts.rest}") is None or f" the {full[4:]}" in names.document.text:
        return subject
    return full


def lowered(subject: str, names: Names) -> str | None:
    """The subject as it stands inside a sentence; None where its first word may be a name or not."""
    first, _, rest = subject.partition(" ")
    if first[0].isdigit() or first in _BARE_BODIES:
        return subject
    if rest[:1].isdigit() and first.lower() not in STARTERS and not first.endswith("ly"):
        text, low = names.document.text, first.lower()
        small = any(_DIGIT_NEXT.match(text, at + len(low)) for at in printed(low, text))
        return subject[:1].lower() + subject[1:] if small else subject  # "West 8"
    if _IN_WORDS.match(first):
        return subject[:1].lower() + subject[1:]
    if looks_past(first.lower()) and first not in names.middle and base_of_participle(first.lower()) is not None:
        return subject[:1].lower() + subject[1:]
    if rest[:1].isupper() and first.lower() not in STARTERS and singular(first) == first.lower():
        return subject if first[0].isupper() else None
    if first.lower().endswith("s") and names.is_common(first, rest) and _is_title(first, rest):
        return subject
    if names.is_common(first, rest):
        if not rest and first in names.longer and first[0].isupper():
            return None  # "Mill", where John Stuart Mill is told of, and mills too
        return subject[:1].lower() + subject[1:]
    return subject if names.is_name(first, rest) else None


def _is_title(first: str, rest: str) -> bool:
    """Is a plural before "in" or "of" and a name the title of a book ("Travels in West Africa")?"""
    if _OF_PEOPLE.search(first):
        return False  # "Opponents of the Treaty"
    return singular(first) != first.lower() and re.match(r"(?:in|of|to|on|from|with) (?:the )?[A-Z]", rest) is not None


def _is_many(subject: str) -> bool:
    """Does the subject take "were": two things, or a plural with whatever stands behind it?"""
    head = re.split(r" (?:of|in|for|to|from|on|at|by|with) ", subject)[0].split()
    if " and " in subject:
        return True
    named = head[-1][0].isupper() and head[0].lower() not in ("the", "all", "both", "many", "some", "most")
    return not named and singular(head[-1]) != head[-1].lower()


def _is_plural(subject: str) -> bool:
    """Does a bare plural in small letters open the subject ("travels in Africa"), which "was" does not suit?"""
    head = re.split(r" (?:of|in|for|to|from|on|at|by|with) ", subject)[0].split()
    return len(head) == 1 and head[0].islower() and singular(head[0]) != head[0]


def by_when(line: str, asked: str, names: Names) -> tuple[str, str] | None:
    """ "By 1945, the States had begun to …": asked as "By what year had the States begun to …?"."""
    match = _BY_DATE.match(line) if line.startswith("By ") else None
    if match is None or asked not in WHEN:
        return None
    parts = split(match["clause"])
    if parts is None or parts.verb != "had" or base_of_participle(parts.rest.split(" ")[0]) is None:
        return None
    if another_clause(parts.rest.partition(" ")[2]):
        return None
    subject = lowered(parts.subject, names)
    return ("date_by", f"By {WHEN[asked][1]} had {subject} {parts.adverb}{parts.rest}?") if subject else None
