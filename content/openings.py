"""Can a card begin with this sentence, or does it lean on the one before?"""

import re
from functools import lru_cache

from content.candidates.nouns import MONTHS, STARTERS
from content.candidates.verbs import is_finite
from content.candidates.words import word_list
from content.patterns import quick

_FIRST = quick(
    r"^(?:this|these|that|those|such|he|she|it|they|his|her|its|their|however|but|and|so|then|both|also|another|other"
    r"|others|instead|moreover|furthermore|therefore|thus|subsequent\w*|further|later|meanwhile|similarly|finally"
    r"|eventually|yet|still|even so|in addition|as a result|by contrast|in contrast|for example|for instance"
    r"|the (?:other|latter|former|rest|remaining|following)|the (?:second|third)(?! (?-i:[A-Z]))|the [“\"]"
    r"|all but (?:one|two|three|four|five|a few)|(?:one|two|three|four|five|some|most|many) of the"
    r"|an? (?:second|third|fourth|fifth|further|new|similar|later|better|larger|smaller|newer|younger|different)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|some|many|most|several|all|none|few|half|both|each)"
    r" (?:was|were|had|have|is|are|came|died|went|fell|lost|won|remained|survived|stood|followed|more|others|further)"
    r"|[^,.]{2,40}, (?:however|though|therefore|too)(?=[,.])|in all(?=,)"
    r"|[^\W\d_][\w’'-]+, (?:the (?:only|last|first|second|third|other) one|one of them)"
    r"|[^\W\d_][\w’'-]+ [a-z]+ instead(?! of)"
    r"|(?!(?:back|even|only|until|by|from|since|just|now)\b)(?:[^\W\d_][\w’'.-]+ ){1,4}?(?:then|thereupon|next|later)"
    r" [a-z]+(?:ed|t|k|w|me|d|s)"
    r"|there (?!was|were|is|are|had|has))\b",
    re.IGNORECASE,
)
_SAYS_NOTHING = re.compile(
    r"^it (?:is|was|has been|had been) (?:now |then |often |long |generally |widely )?"
    r"(?:\w+ed|said|thought|known|held|clear|possible|likely|estimated) that\b"
    r"|^it was (?:(?:in|on|at|under|through|not until|only in) )?(?:the )?[A-Z\d][^.]* (?:who|that|which)\b",
    re.IGNORECASE,
)
_BACK = quick(
    r"\b(?:the (?:same|following|previous|next|preceding) (?:year|month|week|day|night|morning|winter|spring|summer"
    r"|autumn|decade|century|time|reason|way)s?|(?:years?|months?|weeks?|days?|hours?|decades?) (?:later|earlier"
    r"|afterwards?)|such (?:an? )?[a-z]+"
    r"|that (?:year|month|week|day|night|winter|spring|summer|autumn|decade|time|same)"
    r"|(?:these|those|this) [a-z]+|the (?:latter|former)|the two of them|of them|by then|since then|until then"
    r"|hotter ones|[a-z]+er ones|for it(?=[,.]))\b",
    re.IGNORECASE,
)
_OF_TIME = re.compile(
    r"later|earlier|afterwards?|then\b|years?|months?|weeks?|days?|decades?|century|time", re.IGNORECASE
)
_PLAIN = re.compile(r"\b[^\W\d_]{2,}\b(?![’'])")
_YEAR = re.compile(r"\b(?:1\d{3}|20\d{2}|\d{1,4} BC)\b")
_KNOWN = quick(r"^(?:only |both |all |most of |many of |some of |half of |none of |each of )?the ", re.IGNORECASE)
_GOES_ON = quick(
    r"\b(?:another|also|again|too|in turn|as well|once more|soon|only|the first of these)\b", re.IGNORECASE
)
_COPIES = re.compile(
    r"(?:(?:More than|About|Over|Some|Nearly|Almost|Only|At least|Up to) )?[\d,.]+ (?:million |thousand )?"
    r"(?:copies|specimens|samples|votes|entries|answers|tickets|shares|of (?:them|these|those))\b(?! of\b)"
)
"""“25,000 copies were printed”: of what?"""
_COMES = quick(r"[A-Z][a-z]+ (?:came|followed|began|arrived|did not|soon|was not long|continued|went on|stopped)\b")
"""“Revenge came with …”, “Work began …”: for what, on what?"""
_NAMES = re.compile(r"[A-Z0-9“\"]")
_OF_IT = re.compile(r"(?:[\w’'-]+,? ){1,4}(?:it|them)\b(?! (?:is|was|had|has|were|are)\b)")
"""Somebody does something to "it" within the first words."""
_IT_WAS = re.compile(
    r"(?:As|For|In|On|At|By|From|During|After|Under|With|Within|Between) [^,.]{3,50}? (?:it|they|he|she) "
    r"(?:was|were|had|has|is|could|would|did|[a-z]+ed)\b(?! (?:[a-z]+ )?(?:that|to)\b)"
)
"""“As a lighthouse it was a failure”, “Within two years he had been declared …”."""
_FOLLOWED = re.compile(
    r"[^,.]{0,50}\b(?:that|which) (?:followed|ensued|resulted)\b,|Within (?:an?|two|three|four|five|six|\d+) [a-z]+s?\b"
    r"|[^.]{0,120}\bwhat was left\b(?! of\b)"
)
"""“In the hundred days that followed, …”, “Within a year …”: of what?"""
_TO_IT = quick(
    r"(?!.{0,80}\b(?:and|but|when|while|if|so|because|until)\b)(?:[^\s;:]+(?<![,.]) ){2,14}"
    r"(?:of|outside|inside|before|behind|near|with|to|from|for|by|against|on|in|at) (?:it|them)\b"
)
"""“An airliner consisted of it”: of what? Nobody but the doer stands before it."""
_LONGEST_NAME = 31
_NAME_ENDS = re.compile(rf"\b[A-Z][\w.’'-]{{1,{_LONGEST_NAME - 1}}}$")
"""A first name or initials, where a surname follows."""
_OBJECT = re.compile(
    r"\b(?:it|him|them|her(?=[,.;]| (?:at|in|on|to|with|and|by|for|as|from)\b))\b"
    r"(?! (?:is|was|had|has|were|are|would|could|will|can|may|did|does)\b)"
)
_THING = re.compile(r"\b(?:an?|the|his|her|its|their|every|some|two|three|four|many)\b", re.IGNORECASE)
_SPEAKS_OF = re.compile(
    r"[hHsStT](?<![^\W\d_].)(?:(?<=[hH])(?:[eE](?:[rR](?:[sS](?:[eE][lL][fF])?)?)?|[iI](?:[sS]|[mM](?:[sS][eE][lL][fF])?))"
    r"|(?<=[sS])[hH][eE]|(?<=[tT])[hH][eE](?:[yY]|[mM]|[iI][rR][sS]?))(?![\w’'-])"
)
"""One of `_PRONOUNS`, or a word that ends like one: few sentences have any, and the others need not be taken apart."""
_BEFORE_ITS_NAME = re.compile(
    r"(?:While|When|As|After|Before|Although|Though|Because|If) (?:he|she|it|they) [^,.]*, (?:the )?[A-Z]"
)
"""“While he was recovering, Brunel …”: the name follows."""

_ITS = re.compile(r"(?:[A-Z\d][\w’'-]*,? ){1,5}its\b")
"""Somebody, "its commander": whose?"""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_WORD_OR_STOP = re.compile(r"[^\W\d_][\w’'-]*|\d[\d,.]*\d|\d|(?<=[\w)”\"]{2})[.!?](?= )")
_STOPS = frozenset(".!?")
_ERAS = frozenset(("BC", "BCE", "AD", "CE"))
_EXAMPLE = re.compile(r"^[^.]{0,80}, for (?:example|instance)\b")
ASIDE = re.compile(r", (?:who|whom|whose|which|where|when) [^,]*,")
_OF_A_PEOPLE = (
    *(
        "ian",
        "ean",
        "can",
        "ish",
        "ese",
        "ench",
        "utch",
        "eek",
        "man",
        "lic",
        "ist",
        "ic",
        "ine",
        "eli",
        "aqi",
        "ani",
        "wiss",
    ),
)
"""The end of an adjective made from a country's name: "American states" are nobody."""
_HIS = {
    "he": re.compile(r"\b(?:[Hh]e|[Hh]im|[Hh]is|[Hh]imself)\b"),
    "she": re.compile(r"\b(?:[Ss]he|[Hh]ers?|[Hh]erself)\b"),
}
_PERSON = frozenset(("he", "she", "him", "his", "her", "hers", "himself", "herself"))
_GROUP = frozenset(("they", "them", "their", "theirs"))
_PRONOUNS = _PERSON | _GROUP
_PLACING = frozenset(("in", "at", "from", "to", "near", "on", "through", "into", "towards", "of"))
_PARTICIPLE_PLACING = _PLACING | {"by", "as", "with", "for"}
_ARTICLES = frozenset(("a", "an", "the", "every", "each"))
_SOMEBODY = re.compile(
    r"(?:er|or|ist|ian|man|(?<!for)tress|(?:nt|ch|nc|pr|dd|st)ess|eer)$|^(?:king|queen|pope|bishop|monk|nun|priest|prince|duke|count|earl|lord|lady|boy"
    r"|girl|child|son|wife|husband|widow|general|admiral|captain|president|saint|poet|architect|german|french|american"
    r"|pilot|judge|chief|sultan|shah|khan|tsar|surgeon|student|pupil|clerk|merchant)$"
)
"""After "a" or "the" this is somebody that "he" or "she" could mean."""
_NOTIONS = word_list("stuff") | {
    "revenge",
    "steamers",
    "reinforcements",
    "protests",
    "negotiations",
    "talks",
    "rumours",
}
_NO_PLURAL = frozenset(
    ("was", "is", "has", "does", "his", "its", "this", "thus", "us", "as", "plus", "less", "across", "always", "gas")
) | {"perhaps", "bus", "towards", "afterwards", "besides", "years", "months", "weeks", "days", "hours"}
_PEOPLE = frozenset(("people", "men", "women", "children", "police", "everyone", "everybody"))


def _is_name(word: str) -> bool:
    return word.lower() not in _NOTIONS and not word.endswith(("tion", "ment", "ness", "ing", "ance", "ence", "ity"))


def is_named_in_full(sentence: str, before: str) -> bool:
    """Is the sentence's subject a surname ("Perry said …") that the text before told with its first name?"""
    first = sentence.partition(" ")[0].rstrip(",")
    if f" {first}" not in before or not first[:1].isupper() or first.lower() in STARTERS or not first.isalpha():
        return False
    at = before.find(f" {first}")
    while at >= 0:
        end = at + 1 + len(first)
        if not (before[end : end + 1].isalnum() or before[end : end + 1] == "_") and _NAME_ENDS.search(
            before, max(0, at - _LONGEST_NAME), at
        ):
            return True
        at = before.find(f" {first}", end)
    return False


@lru_cache(maxsize=8192)
def leans(sentence: str) -> bool:
    """Does the sentence need the one before it to be understood?"""
    if sentence[:1] in "iI" and _SAYS_NOTHING.match(sentence):
        return False
    if _FIRST.match(sentence) or _points_back(sentence):
        return True
    if _OF_IT.match(sentence) and not _BEFORE_ITS_NAME.match(sentence):
        return True
    if _IT_WAS.match(sentence) or _FOLLOWED.match(sentence) or _TO_IT.match(sentence):
        return True
    if ("its" in sentence and _ITS.match(sentence)) or (", for " in sentence and _EXAMPLE.match(sentence)):
        return True
    return unnamed(sentence, 24) or _does_to_it(ASIDE.sub("", sentence))


def _points_back(sentence: str) -> bool:
    """Does it say "three years later" or "of them" before a year, or anybody, that this could be counted from?"""
    for match in _BACK.finditer(sentence):
        before = sentence[: match.start()]
        if _OF_TIME.search(match.group()):
            if not _YEAR.search(before):
                return True
        elif match.group().lower() != "of them" or not any(map(_is_plural, _PLAIN.findall(before.lower()))):
            return True
    return False


def leans_on(sentence: str, kind: str) -> bool:
    """Would the sentence stand alone if "he" (or "she", the kind) were told by name?"""
    named = _HIS[kind].sub("Xanthippe", sentence)
    return named != sentence and not leans(named[:1].upper() + named[1:])


def says(text: str, kind: str) -> re.Match[str] | None:
    """The first "he" (or "she", the kind) of a text, in any of its forms."""
    return _HIS[kind].search(text)


def _does_to_it(sentence: str) -> bool:
    """Is something done to "it" or "him" with only the doer named before ("The crisis of 2008 cost it …")?"""
    match = _OBJECT.search(sentence)
    if match is None or len(sentence[: match.start()].split()) > 20:
        return False
    if match.group() == "it" and is_finite(sentence[match.end() + 1 :].partition(" ")[0].strip(",;")):
        return False  # “When a nucleus breaks up it sends out …”
    before = sentence[: match.start()]
    words = _WORD.findall(before)
    names = [
        word
        for last, word in zip(["", *words], words, strict=False)
        if word[0].isupper()
        and word.lower() not in MONTHS
        and word.lower() not in STARTERS
        and last.lower() not in _PLACING
        and not last[:1].isupper()
        and not _THING.fullmatch(last)
    ]
    names = [word for word in names if not _beside_a_noun(words, words.index(word))]
    things = [word for word in _THING.findall(before) if word]
    return len(names) + len(things) < 2


def _beside_a_noun(words: list[str], at: int) -> bool:
    """Does the name tell which one a noun before it is ("the young emperor Charles")?"""
    if at == 0 or not words[at - 1].islower() or is_finite(words[at - 1]):
        return False
    return any(_THING.fullmatch(word) for word in words[max(0, at - 4) : at])


@lru_cache(maxsize=2048)
def speaks_of(sentence: str) -> bool:
    """Does it say "he", "them" or the like? Sentences without it are named, alone and together."""
    return _SPEAKS_OF.search(sentence) is not None


@lru_cache(maxsize=2048)
def unnamed(text: str, most: int = 60) -> bool:
    """Does a pronoun stand before anybody or anything that it could mean, among so many first words?"""
    begin = text[: most * 12]
    spoken = _SPEAKS_OF.search(begin)
    if spoken is None:
        return False
    words = _WORD_OR_STOP.findall(begin[: spoken.end()])[:most]
    small = [word.lower() for word in words]
    if _PRONOUNS.isdisjoint(small):  # it only looked like one
        words = _WORD_OR_STOP.findall(begin)[:most]
        small = [word.lower() for word in words]
    if _PRONOUNS.isdisjoint(small) or _BEFORE_ITS_NAME.match(text):
        return False
    at = next(index for index, low in enumerate(small) if low in _PRONOUNS)
    return not (_tells_somebody(words, small, at) if small[at] in _PERSON else any(map(_is_plural, small[:at])))


def _tells_somebody(words: list[str], small: list[str], most: int) -> bool:
    """Is there among so many first words a name or a noun that "he" or "she" could mean?"""
    placed = thing = False
    for index in range(most):
        word, before = words[index], small[index - 1] if index else ""
        if before in _ARTICLES and _is_somebody(small[index]):
            return True
        if (
            not word[0].isupper()
            or small[index] in MONTHS
            or word in _ERAS
            or ((not index or words[index - 1] in _STOPS) and not _begins_as_name(words[index : index + 2]))
            or _is_of_a_people(word, words[index + 1 : index + 2])
        ):
            placed = thing = False
            continue
        placed = placed or before in _PLACING  # "in New Spain" is nobody
        thing = before == "the" or (thing and words[index - 1][0].isupper())  # "The Royal Society" is nobody
        if not placed and not thing:
            return True
    return False


@lru_cache(maxsize=4096)
def _is_somebody(low: str) -> bool:
    return _SOMEBODY.search(low) is not None


def _is_plural(low: str) -> bool:
    """Is the word one that "they" could mean?"""
    return (low.endswith("s") and low not in _NO_PLURAL and low not in STARTERS) or low in _PEOPLE or low == "and"


def _is_of_a_people(word: str, after: list[str]) -> bool:
    """Is the word an adjective before its noun ("American states"), and so nobody's name?"""
    return word.endswith(_OF_A_PEOPLE) and bool(after) and after[0].islower() and not is_finite(after[0])


def _begins_as_name(words: list[str]) -> bool:
    """Every sentence begins with a capital; one that goes on "on", "by" or "in" begins with a participle or a place."""
    if words[0].lower() in STARTERS:
        return False
    return not (len(words) > 1 and (words[1] in _PARTICIPLE_PLACING or words[1] in _PRONOUNS))  # “Initially he”


def supposes(sentence: str, heading: str = "") -> bool:
    """Does the sentence speak of something as known ("The result pushed ..."), or go on with what was told before?

    What the heading names is known. A name or a number beside the noun ("the town of Yong'an", "the 1970s") tells
    which one is meant.
    """
    words = sentence.split()
    if _GOES_ON.search(" ".join(words[:8])):
        return True
    if _COPIES.match(sentence):
        return True
    if _COMES.match(sentence) and not _is_name(words[0]):
        return True
    known = _KNOWN.match(sentence)
    if not known:
        return False
    after = sentence[known.end() :].partition(",")[0].split()[:5]
    if any(_NAMES.match(word) for word in after):
        return False
    told = {word.lower().strip(".,:;()") for word in heading.split()}
    return not any(word.lower().strip(".,") in told for word in after[:2])
