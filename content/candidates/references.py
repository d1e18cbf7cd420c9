"""Who is "he", which canal is "the canal"? A reference is resolved by a rule we trust, or the question is not asked."""

import re
from dataclasses import dataclass
from functools import lru_cache

from content.candidates.antecedents import antecedent, first_named, full_name, is_person, is_sole
from content.candidates.clause import MARK
from content.candidates.names import MONTHS, NAME, STARTERS, Names, content_words, singular
from content.candidates.verbs import is_finite
from content.candidates.words import word_list

TOKEN = re.compile(rf"{MARK}|[A-Za-z][\w’'-]*(?:\.(?=[A-Za-z]))?(?:[\w’'-]+\.(?=[A-Z]))*|\d[\w,.]*|[^\w\s]")

_RELATIVE = re.compile(
    r"\b(?:meanwhile|today|now|currently|current|recently|recent|ago|last (?:year|month|week|night|season|summer"
    r"|winter)|next (?:year|month|"
    r"week|day|morning)|this (?:year|month|week|time|point|day|period|date|stage)|yesterday|tomorrow"
    r"|tonight|nowadays|"
    r"at the time|at that time|by then|since then|that (?:autumn|spring|night|week|evening|morning"
    r"|season|decade|century|year|month|day|time|date|summer|winter|same)"
    r"|(?:through|in|during|by|over) the (?:spring|summer|autumn|fall|winter)(?! of)|the (?:following|"
    r"previous|next|same|preceding) \w+|(?:years?|months?|days?|weeks?|decades?|hours?|centuries"
    r"|century) (?:later|earlier|(?:before|after)(?! (?:the )?[A-Z]))|[Bb]y (?:dawn|dusk|noon|midnight|nightfall"
    r"|morning|evening|sunset|sunrise|daybreak)|"
    r"later that|earlier that|within (?:a|two|three|four|five|six|seven|ten|a few) \w+|so far|until now|to date|"
    r"(?:on|last|next|late|early) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in the (?:meantime|process))\b",
    re.IGNORECASE,
)
_VOICE = re.compile(r"\b(?:I|[Ww]e|[Oo]urs?(?! [A-Z])|us|[Mm]y(?! [A-Z])|[Yy]ou|[Yy]our|me)\b")
_REGNAL = re.compile(
    r"(?<=[a-z]) I(?=[,.]|$| (?!am\b|was\b|have\b|had\b|do\b|did\b|will\b|would\b|can\b|could\b|should\b))"
    r"(?<!and I)(?<!but I)(?<!that I)(?<!as I)(?<!when I)(?<!what I)(?<!which I)(?<!if I)"
)
"""“Michael I recognised”: the first of a name."""

_POINTING = re.compile(
    r"\b(?:this|these|those|such|that of|former|latter|respectively|aforementioned|above|below|same|there|here|"
    r"another|other|others|one of (?:the|them|its|their)|both|the two|all (?:three|four|of them)|each of|"
    r"the (?:first|second|third|last|rest|remaining)(?= (?:was|were|had|in|of)\b)|so|then|too|also|as well"
    r"|again|still|already)\b",
    re.IGNORECASE,
)
_COMPARING = re.compile(
    r"^(?:In [^,]*, )?(?:A|An|Another|One) (?:better|second|third|fourth|new|larger|smaller|further"
    r"|similar|later|few|younger|older|"
    r"different|more)\b"
)
_THAT_END = re.compile(r"\b(?:twice|half|of|than|at|to|for|in|from|by|with) that\b")
_AGAIN = re.compile(
    r"\b[Aa]n? (?:new|second|third|further|fresh|later|similar) "
    r"(?:attempt|try|series|wave|effort|round|version|phase|group|case|plan|one)\b"
    r"|\b(?:similar|comparable|corresponding) [a-z]+(?! to\b)"
)
_SURNAME = re.compile(
    rf"^(?P<opening>(?:In|On|By) (?:{MARK},?|[^,{MARK}]{{3,24}},|(?:\d\d? )?(?:[A-Z][a-z]+ )?(?:\d\d?, )?\d{{4}},?) )?"
    r"(?P<name>[A-Z][\w-]+)(?! (?:of|de|la|von|van|der|du|the|ibn|bin|ben|el|al) [A-Z]| [a-z]{2}[-’'][A-Z])"
    r"(?=(?:[’']s)? [a-z]|,)"
)
_BARE_NAME = re.compile(r"(?<![\w’'.] )(?<![A-Z] )(?:^|(?<=[a-z,] ))(?P<name>[A-Z][a-z]+)(?:[’']s)?(?=[ ,]+[a-z]|$)")
_OF_HIS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|some|many|most|several|[a-z]+ty(?:-[a-z]+)?|\d+) of "
    r"(?:his|her|their)\b"
)
"""“Pope Leo X condemned forty-one of his statements”: another's."""

_NUMBERED = re.compile(r" [IVX]+$")
_PRICED = re.compile(rf" (?:of|for|between) (?:{MARK}|[$£€\d])")
_TIME_WORDS = word_list("time_words")
_VOICE_WORDS = frozenset(("i", "we", "our", "ours", "us", "my", "you", "your", "me"))
_POINTING_WORDS = word_list("pointing_words")
_LEANING_WORDS = frozenset(
    ("followed", "one", "other", "some", "first", "second", "third", "last", "only", "oldest", "largest", "longest")
)
_ORDINALS = frozenset(("first", "second", "third", "fourth", "last", "next", "final"))
_THAT = re.compile(r"\bthat (?:[a-z]+) (?:was|were|had|in|on|of)\b|^That [a-z]+ [a-z]+")
_BODIES = word_list("bodies")
"""A body told by its kind alone: only a title says which."""

_BESIDE = re.compile(r", [A-Z][\w’'-]+(?: [\w’'-]+){0,3},")
"""A name beside the noun that it explains: "the last shogun, Tokugawa Yoshinobu,"."""

_POSSESSED = re.compile(
    rf"^(?P<opening>(?:In|On|By) (?:{MARK}|[^,{MARK}]{{3,20}}),? )?(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) "
    r"(?:(?!(?:of|in|at|on|to|for|with|from|by) )[a-z-]+ ){1,3}"
    r"(?P<name>[A-Z][\w’'-]+(?: (?:von |de )?[A-Z][\w’'-]+)+)(?= [a-z]+ )"
    r"|^(?:His|Her|Its|Their) (?:[a-z-]+ ?){1,4}, (?P<beside>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*),"
    r"(?= (?!who|which|whose|where|when)[a-z])"
)
"""“His pupil Li Hongzhang”, “its last ruler, Brihadratha,”: the name alone tells who is meant."""

_OBJECT = re.compile(r"(?<=[a-z] )(?:him|her)(?= (?:an?|the|to|in|on|at|back|from|as|for|by|with|his)\b|,|$)")

_NOUNLESS = re.compile(
    r"\b[Tt]he (?:first|second|third|fourth|fifth|last|next|latest|oldest|largest|newest) (?P<verb>[a-z]+)\b"
)
"""“The last broke up”: the last what?"""

_RELATIONAL = re.compile(
    r"^(?:(?:In|On) [^,]*, )?(?:(?:The|An?|One|Two|Three|Four|Five|Several|Some|Both|Many|Further|Early"
    r"|Later) )?(?:[a-z]+ )?"
    r"(?:[Aa]ttempts?|[Ee]fforts?|[Pp]lans?|[Ee]xperiments?|[Vv]ersions?|[Tt]rials?|[Tt]alks|[Nn]egotiations?"
    r"|[Mm]easures"
    r"|[Pp]roposals?|[Tt]ests?|[Cc]opies|[Ss]pecimens?|[Ss]amples?|[Rr]ivals?|[Ss]uccessors?)\b(?! (?:to|of|for|on"
    r"|at|with|between|by|against))"
)
"""Attempts at what, plans for what?"""

_LEANING = re.compile(
    r"(?<!was )(?<!were )\bfollowed(?= (?:with|suit|in|on)\b|$)"
    r"|^The (?:first|second|third|last|only one|oldest|largest|longest) to [a-z]+|\bsome (?:in|at|to|from|on|for)\b"
    r"|\b(?:[Oo]ne (?:part|half|group|side)|[Tt]he other)\b(?! of\b)"
)
"""Words that lean on what was told before: whom did it follow, one part of what?"""

_SUBJECT_PRONOUN = re.compile(
    rf"^(?P<opening>(?:In|On|By|At|From) (?:{MARK}|[^,{MARK}]{{3,40}}),? )?(?P<pronoun>[Ii]t|[Hh]e|[Ss]he"
    rf"|[Tt]hey|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) "
    r"(?P<following>[\w-]+)"
)
_HE = word_list("he")
_IT = word_list("it")
_PRONOUNS = _HE | _IT | {"it", "its", "they", "them", "itself", "themselves"}

_UNIQUE = word_list("unique")
_SOFT_UNIQUE = word_list("soft_unique")
_LINKS = word_list("links")
_WEAK_LINKS = word_list("weak_links")
_BREAKS = word_list("breaks")


_THE = re.compile(r"\b[Tt]he ")
_LATIN = re.compile(r"[A-Za-z]+")
_LETTERS = re.compile(r"[a-z]+")


@lru_cache(maxsize=4096)
def tokens_of(text: str) -> list[str]:
    """The words, figures and signs of a text; not to be changed by the caller."""
    return TOKEN.findall(text)


@lru_cache(maxsize=256)
def _told(titles: str) -> frozenset[str]:
    return content_words(titles)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a clause stands: what its reader has been told before it."""

    names: Names
    section: int
    offset: int
    title: str
    headings: tuple[str, ...]
    earlier: tuple[str, ...] = ()
    """The sentences before it in the same paragraph, the nearest first."""

    @property
    def told(self) -> frozenset[str]:
        """The nouns that title and headings explain."""
        return _told(" ".join((self.title, *self.headings)))


@dataclass(frozen=True, slots=True)
class Resolved:
    """A clause that stands alone; `cost` counts what had to be trusted, `by_heading` that only a heading anchors it."""

    line: str
    cost: float = 0.0
    by_heading: bool = False


def resolve(line: str, setting: Setting) -> Resolved | str:
    """The clause with its references made good; a code ("pronoun", "reference", …) where one cannot be."""
    words = _words(line)
    if not words.isdisjoint(_TIME_WORDS) and _RELATIVE.search(line):
        return "relative_time"
    if not words.isdisjoint(_VOICE_WORDS) and _VOICE.search(_REGNAL.sub("", line)):
        return "voice"
    line = _POSSESSED.sub(_name_beside, line)
    line = _object_told(line, setting.names)
    if _SUBJECT_PRONOUN.match(line):
        replaced = _pronoun_subject(line, setting)
        if replaced is None:
            return "pronoun"
        line = replaced
    surnamed = _surname_told(line, setting)
    if surnamed is None or _points(surnamed):
        return "reference"
    line = surnamed
    if _OF_HIS.search(line):
        return "pronoun"
    if _is_one_of_two(line, setting.names):
        return "reference"
    if not _pronouns_bound(line, setting.names):
        return "pronoun"
    named = _definite(line, setting)
    if named is None:
        return "reference"
    line, cost = named
    anchored = _anchor(line, setting)
    if anchored is None:
        return "no_anchor"
    return Resolved(line, cost, anchored in ("heading", "title"))


@lru_cache(maxsize=256)
def _name_beside(match: re.Match[str]) -> str:
    """The name alone, in place of "his pupil Li Hongzhang" or "its last ruler, Brihadratha,"."""
    return f"{match['opening'] or ''}{match['name'] or match['beside']}"


def _object_told(line: str, names: Names) -> str:
    """The clause with "him" or "her" as its object replaced by whom the text is about, if nobody else is named."""
    match = _OBJECT.search(line)
    if match is None or names.topic is None or not (is_person(names.topic) or is_sole(names.topic, names)):
        return line
    kind = "he" if match.group() == "him" else "she"
    surname = names.topic.rsplit(" ", 1)[-1]
    others = _persons(tokens_of(line), names)
    sure = names.says(kind) >= 3 and names.says(kind) >= 3 * names.says("she" if kind == "he" else "he")
    if not sure or surname in line or others > 1 or _SUBJECT_PRONOUN.match(line):
        return line
    return line[: match.start()] + names.topic + line[match.end() :]


def _words(line: str) -> frozenset[str]:
    """The words of a clause in small letters, to see at once which patterns have no chance."""
    return frozenset(_LETTERS.findall(line.lower()))


def _points(line: str) -> bool:
    """Does the clause point at something that only the text around it tells?"""
    words = _words(line)
    if _RELATIONAL.match(line) or any(is_finite(match["verb"]) for match in _NOUNLESS.finditer(line)):
        return True
    if not words.isdisjoint(_LEANING_WORDS) and _LEANING.search(line):
        return True
    if words.isdisjoint(_POINTING_WORDS):
        return bool(_COMPARING.match(line))
    if _POINTING.search(line) or _COMPARING.match(line) or _AGAIN.search(line):
        return True
    return "that" in words and bool(_THAT_END.search(line) or _THAT.search(line))


def _pronoun_subject(line: str, setting: Setting) -> str | None:
    """The clause with its subject pronoun replaced by the name that the sentences before it were about."""
    match = _SUBJECT_PRONOUN.match(line)
    assert match is not None
    pronoun = match["pronoun"].capitalize()
    name = antecedent(setting.earlier, pronoun, setting.names)
    if name is None:
        return None
    if pronoun in ("Its", "His") or (pronoun == "Her" and not is_finite(match["following"])):
        if re.match(r"[’']s?\b", line[match.end() :]) or " of " in name:
            return None
        sign = "'" if "'" in line or "’" not in setting.names.document.text else "’"
        name += sign if name.endswith("s") else sign + "s"
    if match["opening"] and name.startswith("The "):
        name = "the " + name[4:]
    return f"{match['opening'] or ''}{name}{line[match.end('pronoun') :]}"


def _surname_told(line: str, setting: Setting) -> str | None:
    """The clause with a surname at its head told in full; None where two persons have it."""
    match = _SURNAME.match(line)
    if match is None:
        return line
    full = full_name(match["name"], setting.offset, setting.names)
    if not full and match["name"] not in setting.names.places:
        full = first_named(match["name"], setting.offset, setting.names)
    if len(full) > 1 or (full and match["name"] in setting.names.places):
        return None
    return f"{match['opening'] or ''}{next(iter(full), match['name'])}{line[match.end('name') :]}"


def _is_one_of_two(line: str, names: Names) -> bool:
    """Does a bare first name stand where the text knows two rulers of it ("Charles's troops")?"""
    for match in _BARE_NAME.finditer(line):
        ruled = {name.text for name in names.begun.get(match["name"], ()) if _NUMBERED.search(name.text)}
        if len(ruled) > 1:
            return True
    return False


def _pronouns_bound(line: str, names: Names) -> bool:
    """Has each pronoun an antecedent of its kind before it in the clause?"""
    if _words(line).isdisjoint(_PRONOUNS):
        return True
    tokens = tokens_of(line)
    for index, token in enumerate(tokens):
        word = token.lower()
        if word in _HE:
            before = [t for t in tokens[:index] if t[:1].isupper() and t.lower() not in MONTHS]
            if before and before[0] == tokens[0] and before[0].lower() in STARTERS:
                before = before[1:]
            if not before or (word in ("he", "she") and _beside(tokens[:index])):
                return False
            if _is_object(word, tokens[index + 1 :]) and _persons(tokens[:index], names) < 2:
                return False
        elif (
            (word in ("its", "their") and index < 5 and tokens[index - 1] == "of")
            or (word == "its" and not _thing_before(tokens[:index], names))
            or (word in _IT and index < 2)
            or (word in ("it", "they", "them", "itself", "themselves"))
        ):
            return False
    return True


def _beside(before: list[str]) -> bool:
    """Do only a preposition and whom it governs stand before "he" ("With Alexander Wiener he …")?"""
    opened = before[0] in ("With", "For", "To", "By", "From", "After", "Under", "Like", "At", "In", "Against")
    return opened and "," not in before and not any(token.islower() and is_finite(token) for token in before)


def _is_object(word: str, after: list[str]) -> bool:
    """Is it "him", or "her" without a noun of hers? Then it cannot mean the person who is the subject."""
    if word == "her":
        return not after or not after[0][0].isalpha() or after[0].lower() in _BREAKS
    return word == "him"


def _persons(tokens: list[str], names: Names) -> int:
    """How many persons are named among the tokens."""
    found = {match.group() for match in NAME.finditer(" ".join(tokens))}
    return sum(is_person(name) or name in names.surnames for name in found)


def _thing_before(tokens: list[str], names: Names) -> bool:
    """Is there something among the tokens that "its" could mean: a noun with its article, or a name not a person's?"""
    if any(token in ("the", "a", "an", "The", "A", "An") for token in tokens[:-1]):
        return True
    found = (match.group() for match in NAME.finditer(" ".join(tokens)))
    return any(
        not is_person(name) and name not in names.surnames and name.lower() not in MONTHS | STARTERS for name in found
    )


def _definite(line: str, setting: Setting) -> tuple[str, float] | None:
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
        ):
            return None
        if follower == "," and _BESIDE.match(line, match.end() + len(" ".join(phrase))):
            continue
        if follower in _LINKS and _PRICED.match(line, match.end() + len(" ".join(phrase))):
            follower = MARK if len(phrase) > 1 else ","
        if not phrase or any(word[0].isupper() or MARK in word for word in phrase) or follower == MARK:
            continue
        name, price = _meaning(phrase, follower, line[: match.start()], setting)
        if price is None:
            return None
        cost += price
        if name and len(phrase) == 1 and phrase[0] not in name.lower().split():
            return None
        if name and len(phrase) == 1 and name not in line:
            line = f"{line[: match.end()]}{name}{line[match.end() + len(phrase[0]) :]}"
    return line, cost


def _meaning(phrase: list[str], follower: str, before: str, setting: Setting) -> tuple[str | None, float | None]:
    """The name that "the phrase" stands for, if any, and what trusting it costs; no cost where it stays open."""
    head = singular(phrase[-1])
    told = head in setting.told
    if len(phrase) == 2 and phrase[0] in _ORDINALS and (is_finite(follower) or follower in ("", ",", MARK)):
        return None, None
    if not told and (phrase[-1] in _UNIQUE or phrase[0].endswith("est") or phrase[0] in ("first", "last", "most")):
        return None, 0.5 if phrase[-1] in _SOFT_UNIQUE else 0.0
    if not told and (follower in _LINKS or _introduced(head, before)):
        return None, 0.0
    names = _names_of(head, setting)
    if len(names) > 1:
        return None, None
    name = next(iter(names), None)
    if told or (name and len(phrase) == 1):
        return name, 0.0
    if before and len(phrase) > 1:
        return None, 0.8 if follower in _WEAK_LINKS else 1.0
    return None, None


def _phrase(rest: str) -> tuple[list[str], str]:
    """The words of the noun phrase that begins here, and the word or sign after it."""
    words: list[str] = []
    for match in TOKEN.finditer(rest):
        token = match.group()
        lower = token.lower()
        if not token[0].isalpha() or lower in _BREAKS or (words and is_finite(lower) and token.islower()):
            return words, lower
        words.append(token)
        if len(words) > 6:
            break
    return words, ""


def _introduced(head: str, before: str) -> bool:
    """Was the noun named earlier in the clause?"""
    return any(singular(word) == head for word in _LATIN.findall(before))


def _names_of(head: str, setting: Setting) -> frozenset[str]:
    """The names in the section so far, in title and headings, that end in this noun; of two forms the longer."""
    told = setting.names.in_titles((setting.title, *setting.headings))
    found = setting.names.ending_in(head, setting.offset, setting.section)
    found |= {name.text for name in told if name.head == head}
    return frozenset(one for one in found if not any(other != one and other.endswith(one) for other in found))


def _anchor(line: str, setting: Setting) -> str | None:
    """What tells the reader which subject is meant: a "name" in the clause, or a "heading" that shares its nouns."""
    tokens = tokens_of(line)
    for index, token in enumerate(tokens):
        if not token[0].isupper() or token.lower() in MONTHS or len(token) < 2:
            continue
        if index or setting.names.is_name(token, " ".join(tokens[1:3])):
            return "name"
    words = {singular(token) for token in tokens if token[0].isalpha()}
    return "heading" if words & setting.told else "title" if setting.names.place_titled else None
