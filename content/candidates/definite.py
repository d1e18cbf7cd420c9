"""Which one is "the canal"? A noun is explained, or replaced by the one name that ends in it."""

import re
from functools import lru_cache

from content.candidates.mark import MARK
from content.candidates.noun_behind import (
    OF_A_TIME,
    OF_THE_THING,
    ORDINALS,
    PLACE_KINDS,
    SIZES,
    SOLE,
    stands_at_a_name,
    told_behind,
)
from content.candidates.nouns import singular
from content.candidates.plain import is_adverb
from content.candidates.setting import TOKEN, Setting
from content.candidates.verbs import base_of_participle, is_finite
from content.candidates.words import word_list

_BREAKS = word_list("breaks")
_PRICED = re.compile(rf" (?:of|for|between) (?:{MARK}|[$£€\d])")
_OF_YEAR = re.compile(rf" of (?:{MARK}|1\d{{3}}|20\d\d)\b")
_OF_A_YEAR = frozenset(("census", "election", "elections"))
"""“The census of 1880”: there was one in a year."""
_BODIES = word_list("bodies")
"""A body told by its kind alone: only a title says which."""
_BESIDE = re.compile(r", [A-Z][\w’'-]+(?: [\w’'-]+){0,3},")
"""A name beside the noun that it explains: "the last shogun, Tokugawa Yoshinobu,"."""
_UNIQUE = word_list("unique")
_SOFT_UNIQUE = word_list("soft_unique")
_LINKS = word_list("links")
_WEAK_LINKS = word_list("weak_links")
_HALVES = frozenset(("half", "all", "both"))
"""“Granted the company half a million acres”."""
_OF_SOME_PLACE = frozenset(
    ("coast", "country", "price", "cost", "size", "number", "area", "capital", "state", "nation", "speed", "rate")
)
"""“Reached the coast”: of what land?"""
_OF_A_LAND = re.compile(r"[A-Z][a-z]+(?:ean|ian|ish|ese|can|man|nch|tch|wiss|reek)")
_FIRST_DONE = frozenset(("opened", "appeared", "was", "took"))
_OF_A_ROW = frozenset(
    ("stage", "phase", "part", "section", "line", "train", "ship", "edition", "volume", "meeting", "attempt", "attack")
) | {"step", "stone", "year", "day", "time", "one", "group", "wave", "case", "game", "match", "round", "battle"}
"""The first of a row that the text tells of."""
_ENDS_NAME = re.compile(r"\b[A-Z][\w’'-]+ of $")
"""“The Congress of the Confederation” is a name in full."""
_LAID_ON = frozenset(("ban", "tax", "duty", "attack", "assault", "embargo", "raid", "vote", "law", "restriction"))
"""“The ban on enlistment” says which ban."""
_VOTING = re.compile(r"\b(?:grant|g[ai]ve|w[io]n|gain|get|got|den(?:y|ied)|extend|lost)(?:n|ed)?\b[^,]{0,40}$")
"""“Granted women the vote”: the right, and no count of hands."""
_DATED_END = re.compile(rf" (?:in|on|by|until) {MARK}")
"""The date stands behind the noun: nothing follows that says which."""
_RULERS = frozenset(("king", "queen", "emperor", "empress", "tsar", "sultan", "shah", "pope", "shogun", "president"))
"""“The king destroyed Tilly's army”: of what land?"""
_OF_A_COLONY = frozenset(("governor", "viceroy"))
"""“Marched with a petition to the governor”: there is one in a land."""
_NO_SUBJECT = f" InOByn,0123456789{MARK}"
"""What may stand before a subject: nothing, or the date that opens the statement."""
_OF_A_STATE = frozenset(("navy", "army", "government", "parliament", "treasury", "senate"))
"""Whose? Where no title names a country, a stem that begins with one of them leaves it open."""
_FIXTURES = word_list("fixtures")
_THINGS = word_list("things")
"""A whole thing: beside the one that the title names it is another ("the canal" under "The Harbour Bridge")."""
_OF_A_TOLD_KIND = 0.3
"""“The coffee houses” under the title “Coffee”."""
_PART_OF_AN_AGE = frozenset(("late", "early", "mid", "later", "mid-"))
_AGE = re.compile(r"\d+(?:st|nd|rd|th|0s)\b")
"""“The late 20th century”."""
_THE = re.compile(r"\b[Tt]he ")
_ARTICLE_ENDS = re.compile(r"\b(?:the|an?)$")
_ONE_OF_SEVERAL = re.compile(
    r"\b(?:[Aa]nother|[Oo]ther|[Ss]econd|[Nn]ew|[Oo]ld|[Bb]oth|[Tt]wo|[Tt]hree|[Ee]ach|[Ee]very|[Nn]ext)$"
)
_NOUN_ENDS = re.compile(r"s?\b")
_BARE = frozenset(
    ("Island", "Atoll", "Castle", "Abbey", "Park", "Hall", "Street", "Square", "College", "Prison", "Airport", "Priory")
) | {"Cathedral", "Bay", "Hill", "Point", "Wood", "Manor"}
"""Names with these at their end mostly stand without an article."""
_BEFORE = 8
"""Letters before a noun in which such a word stands."""
_ARTICLES = ("a ", "an ", "the ")
_ARTICLE_FIRST = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_LONGEST_NAME = 6
_WORD_BEFORE = re.compile(r"[A-Za-z,] ")
_ENDS = (" ", ",", ".")
_LATIN = re.compile(r"[A-Za-z]+")


def definite(line: str, setting: Setting) -> tuple[str, float] | None:
    """Each "the noun" explained, or replaced by the one name that ends in it; None where neither is sure."""
    cost = 0.0
    for match in reversed(list(_THE.finditer(line))):
        phrase, follower = _phrase(line[match.end() :])
        if (
            len(phrase) == 1
            and phrase[0][0].isupper()
            and phrase[0].lower() in _BODIES
            and follower != "of"
            and phrase[0].lower() not in setting.told
            and not _ENDS_NAME.search(line, 0, match.start())
        ):
            names = _names_of(phrase[0].lower(), singular(phrase[0]), setting)
            if len(names) != 1 or follower[:1].isupper():
                return None
            full = next(iter(names))
            line = line if full in line else f"{line[: match.end()]}{full}{line[match.end() + len(phrase[0]) :]}"
            continue
        if _is_body_of_a_land(phrase, follower, setting):
            return None
        if follower == "," and _BESIDE.match(line, match.end() + len(" ".join(phrase))):
            continue
        if phrase and phrase[-1] in _OF_A_YEAR and _OF_YEAR.match(line, match.end() + len(" ".join(phrase))):
            continue
        if follower in _LINKS and _PRICED.match(line, match.end() + len(" ".join(phrase))):
            follower = MARK if len(phrase) > 1 else ","
        if _DATED_END.match(line, match.end() + len(" ".join(phrase))):
            follower = ""
        if len(phrase) == 1 and phrase[0] in _PART_OF_AN_AGE and _AGE.match(follower):
            continue
        if not phrase or any(word[0].isupper() or MARK in word for word in phrase) or follower == MARK:
            continue
        before = line[: match.start()]
        name, price = _meaning(phrase, follower, before, setting)
        if price is None:
            price = told_behind(
                phrase, line[match.end() + len(" ".join(phrase)) :], not before.strip(_NO_SUBJECT), setting
            )
        if price is None:
            return None
        behind = line[match.end() + len(" ".join(phrase)) :]
        cost += min(price, OF_THE_THING) if name is None and stands_at_a_name(phrase, behind) else price
        if name and len(phrase) == 1 and (phrase[0] not in name.lower().split() or " The " in name):
            return None
        if name and len(phrase) == 1 and name not in line:
            article = match.group() if _takes_article(name, setting.names.document.text) else ""
            line = f"{line[: match.start()]}{article}{name}{line[match.end() + len(phrase[0]) :]}"
    return line, cost


def _is_body_of_a_land(phrase: list[str], follower: str, setting: Setting) -> bool:
    """Is it "the European association", and of what is not said?"""
    if len(phrase) != 2 or _OF_A_LAND.fullmatch(phrase[0]) is None or phrase[1] not in _BODIES:
        return False
    return follower not in _LINKS and phrase[1] not in setting.told


def _meaning(phrase: list[str], follower: str, before: str, setting: Setting) -> tuple[str | None, float | None]:
    """The name that "the phrase" stands for, if any, and what trusting it costs; no cost where it stays open."""
    head = singular(phrase[-1])
    told = head in setting.told and not _is_one_of_several(phrase, head, setting)
    if len(phrase) == 2 and phrase[0] in OF_A_TIME and follower not in _LINKS:
        return None, None
    if len(phrase) > 1 and phrase[0] in SOLE and follower not in _LINKS | _WEAK_LINKS:
        return None, None
    if len(phrase) == 2 and phrase[0] == "first" and not told and _is_first_of_a_kind(phrase[1], follower, setting):
        return None, 0.0
    if (
        len(phrase) == 2
        and phrase[0] in ORDINALS
        and phrase[-1] != "time"
        and (is_finite(follower) or follower in ("", ",", MARK))
    ):
        return None, OF_THE_THING if phrase[-1] in _FIXTURES and setting.is_of_a_thing else None
    if len(phrase) == 1 and phrase[0] in _OF_A_COLONY and follower not in _LINKS and before.strip(_NO_SUBJECT):
        return None, 0.5
    if not told and (
        phrase[-1] in _UNIQUE or phrase[0].endswith("est") or phrase[0] in ("first", "last", "final", "most")
    ):
        return None, _of_its_kind(phrase, follower, before, setting)
    if phrase == ["vote"] and _VOTING.search(before):
        return None, 0.0
    if not told and (follower in _LINKS or (follower == "on" and head in _LAID_ON) or _introduced(head, before)):
        return None, 0.0
    if phrase == [head] and (headed := _by_its_heading(head, setting)):
        return headed, 0.0
    names = _names_of(phrase[-1], head, setting)
    if len(names) > 1:
        return None, None
    name = next(iter(names), None)
    if name and not told and _is_of_many_since(head, name, setting):
        return None, None
    if told or (name and len(phrase) == 1):
        return name, 0.0
    if len(phrase) == 1 and phrase[0] in PLACE_KINDS and setting.names.place_titled == setting.title:
        return None, OF_THE_THING
    if any(singular(word) in setting.told for word in phrase[:-1]):
        return None, _OF_A_TOLD_KIND
    if len(phrase) == 2 and phrase[0] in SIZES:
        return None, None
    if before and len(phrase) > 1:
        open_cost = 0.8 if follower in _WEAK_LINKS else 1.0
        return None, open_cost / 2 if setting.is_of_a_thing else open_cost
    return None, OF_THE_THING if _is_fixture(phrase[-1], setting) else None


def _by_its_heading(head: str, setting: Setting) -> str | None:
    """The name that the heading itself bears and the text prints ("the war" below "The French and Indian War")."""
    heading = _ARTICLE_FIRST.sub("", setting.headings[-1].strip()) if setting.headings else ""
    words = heading.split()
    if not 2 <= len(words) <= _LONGEST_NAME or words[-1].lower() != head:
        return None
    return _as_text_prints(heading, setting.names.document.text, setting.names.small)


@lru_cache(maxsize=256)
def _as_text_prints(heading: str, text: str, small: str) -> str | None:
    """The name in a heading of capitals as the sentences print it; None where they do not, or not as a name.

    `small` is the text in small letters.
    """
    at = small.find(told := heading.lower())
    while at >= 0:
        name = text[at : at + len(told)]
        inside = at > 1 and _WORD_BEFORE.match(text, at - 2) and text[at + len(told) : at + len(told) + 1] in _ENDS
        if inside and all(word[0].isupper() or word in ("of", "and", "the", "for") for word in name.split()):
            return name if not name.isupper() else None
        at = small.find(told, at + 1)
    return None


def _of_its_kind(phrase: list[str], follower: str, before: str, setting: Setting) -> float | None:
    """What trusting a noun costs of which there is but one ("the largest port"); None where it says too little."""
    if " ".join(phrase) in ("war", "wars") or (phrase == ["law"] and before and follower in ("", ",")):
        return None  # "Congress repealed the law": which?
    if (
        before
        and not before.endswith(" of ")
        and phrase[0] in _OF_SOME_PLACE
        and follower == ""
        and not setting.names.place_titled
    ):
        return None
    if len(phrase) == 1 and phrase[0] in _RULERS and follower not in _LINKS and not before.strip(_NO_SUBJECT):
        return None
    if phrase[-1] in _OF_A_STATE and not before and not setting.names.place_titled:
        return None
    return 0.5 if phrase[-1] in _SOFT_UNIQUE else 0.0


def _is_first_of_a_kind(noun: str, follower: str, setting: Setting) -> bool:
    """Is it "the first nickelodeon opened in …", the first there ever was, and not the first of some told before?"""
    if noun in _OF_A_ROW or singular(noun) != noun or follower not in _FIRST_DONE:
        return False
    names, told = setting.names, f" {noun}, "
    if names.begins_at(noun) + len(noun) > setting.offset:
        return True
    at = names.small.find(told, 0, setting.offset)
    while at >= 0:
        if _ARTICLE_ENDS.search(names.small, max(0, at - 4), at) and names.small.startswith(_ARTICLES, at + len(told)):
            return True
        at = names.small.find(told, at + 1, setting.offset)
    return False


def opens_with_fixture(line: str, setting: Setting) -> bool:
    """Is the subject part of the one thing that the title names ("The tower is …"), so that the title anchors it?"""
    match = _THE.match(line)
    phrase, _ = _phrase(line[match.end() :]) if match else ([], "")
    return bool(phrase) and phrase[-1] not in _THINGS and _is_fixture(phrase[-1], setting)


def _is_one_of_several(phrase: list[str], head: str, setting: Setting) -> bool:
    """Do title and headings tell of several ("Wheels and mirrors"), and the clause of one, "the wheel"?"""
    if len(phrase) > 1 or phrase[0] != head:
        return False
    titles = frozenset(_LATIN.findall(" ".join((setting.title, *setting.headings)).lower()))
    return head not in titles and not titles.isdisjoint((f"{head}s", f"{head}es"))


def _is_fixture(noun: str, setting: Setting) -> bool:
    """Is it part of the one thing that the text is about, and is there only one of it ("the tower")?"""
    if noun not in _FIXTURES or not setting.is_of_a_thing:
        return False
    if noun in _BODIES and not setting.is_of_a_body and not setting.names.ends_any(noun):
        return False
    return _is_alone(noun, setting.names.document.text)


@lru_cache(maxsize=256)
def _takes_article(name: str, text: str) -> bool:
    """Is it "the Erie Canal", or "Christmas Island" alone?"""
    if name.partition(" ")[0].endswith(("’s", "'s", "s’", "s'")):
        return False  # "Georgia’s Department of Agriculture"
    return name.rsplit(" ", 1)[-1] not in _BARE or f"the {name}" in text or f"The {name}" in text


@lru_cache(maxsize=256)
def _is_alone(noun: str, text: str) -> bool:
    """Does the text speak of no second one?"""
    told = f" {noun}"
    at = text.find(told)
    while at >= 0:
        if _ONE_OF_SEVERAL.search(text, max(0, at - _BEFORE), at) and _NOUN_ENDS.match(text, at + len(told)):
            return False
        at = text.find(told, at + 1)
    return True


def _phrase(rest: str) -> tuple[list[str], str]:
    """The words of the noun phrase that begins here, and the word or sign after it."""
    words: list[str] = []
    for match in TOKEN.finditer(rest):
        token = match.group()
        lower = token.lower()
        newly = len(words) == 1 and words[0].endswith("ly") and base_of_participle(lower) is not None
        finite = words and token.islower() and not newly and is_finite(lower)
        if not token[0].isalpha() or lower in _BREAKS or finite or (words and lower in _HALVES):
            at_verb = finite and len(words) > 1 and is_adverb(words[-1])
            return words[:-1] if at_verb else words, lower
        words.append(token)
        if len(words) > 6:
            break
    return words, ""


def _introduced(head: str, before: str) -> bool:
    """Was the noun named earlier in the clause?"""
    return any(singular(word) == head for word in _LATIN.findall(before))


def _is_of_many_since(head: str, name: str, setting: Setting) -> bool:
    """Did the text speak of another of the kind since it last gave the name ("a Doric temple", "the first temple")?"""
    text = setting.names.document.text
    at = text.rfind(name, 0, setting.offset)
    return at >= 0 and _another(head).search(text, at + len(name), setting.offset) is not None


@lru_cache(maxsize=256)
def _another(head: str) -> re.Pattern[str]:
    return re.compile(
        r"\b(?:[Aa]n?|[Aa]nother|[Oo]ther|[Ff]irst|[Ss]econd|[Nn]ew|[Oo]ld|[Tt]wo|[Tt]hree|[Ss]everal|[Mm]any|[Ee]ach)"
        rf" (?:[\w’'-]+ )?{re.escape(head)}(?:s|es)?\b" + (r"|\bappeal" if head == "court" else "")
    )


def _is_one(noun: str) -> bool:
    return singular(noun) == noun


def _names_of(noun: str, head: str, setting: Setting) -> frozenset[str]:
    """The names in the section so far, in title and headings, that end in this noun; of two forms the longer.

    Where its own sentence names another, that may be meant as well ("signed the Oslo Agreement, and the agreement …").
    """
    told = setting.names.in_titles((setting.title, *setting.headings))
    found = frozenset() if setting.listed else setting.names.ending_in(head, setting.offset, setting.section)
    if found:
        beside = setting.names.ending_in(head, setting.end, setting.section)
        found |= {name for name in beside if _is_one(name.split()[-1].lower()) == _is_one(noun)}
    found |= {name.text for name in told if name.head == head}
    return frozenset(one for one in found if not any(other != one and other.endswith(one) for other in found))
