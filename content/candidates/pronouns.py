"""Whom does a pronoun in a clause mean, and is each of them bound?"""

import re

from content.candidates.antecedents import antecedent
from content.candidates.mark import MARK
from content.candidates.names import NAME, Names
from content.candidates.nouns import MONTHS, STARTERS, is_placelike, singular
from content.candidates.people import gender, hero, is_land, is_person, is_sole, titled_hero
from content.candidates.setting import Setting, tokens_of
from content.candidates.verbs import is_finite
from content.candidates.words import word_list, words_of
from content.patterns import quick

OF_HIS = quick(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|some|many|most|several|[a-z]+ty(?:-[a-z]+)?|\d+) of "
    r"(?:his|her|their)\b"
    r"|\b(?:order|demand|insist|request|command|rul|decid|declar)ed that (?:he|she|they|it)\b"
)
"""“Pope Leo X condemned forty-one of his statements”: another's."""
_BREAKS = word_list("breaks")
_OBJECT = quick(r"(?<=[a-z] )(?:him|her)(?= (?:an?|the|to|in|on|at|back|from|as|for|by|with|his|its|their)\b|,|$)")
_HIM = re.compile(r"(?<=[a-z]) him\b(?! and\b)")
_HE_TOO = re.compile(r"\b(?:[Hh]e|[Hh]is|himself)\b")
_SOMEBODY = re.compile(r"\b(?:man|father|brother|son|husband|king|who|whom)\b")
SUBJECT_PRONOUN = re.compile(
    rf"^(?P<opening>(?:(?:In|On|By|At|From) (?:{MARK}|[^,{MARK}]{{3,40}})"
    rf"|(?:With|After|Under|Before|During) [a-z][a-z\d’'-]+ [a-z\d ’'-]{{3,36}}),? )?(?P<pronoun>[Ii]t|[Hh]e|[Ss]he"
    rf"|[Tt]hey|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) "
    r"(?P<following>[\w-]+)"
)
_TWO_NAMES = re.compile(r"\b[A-Z][\w’'-]+ (?:(?!(?:under|of|in|at|near|from) )[a-z]+ )+[A-Z][\w’'-]+")
_BODIES = word_list("bodies") | {"government", "parliament", "congress", "army", "team", "committee"}
_HE = word_list("he")
_IT = word_list("it")
_BEFORE_A_NOUN = frozenset(("a", "an", "the", "its", "his", "their", "some", "no"))
"""“Gave her its medal”: after one of these "her" is nobody's owner, but to whom it was given."""
_NO_OBJECTS = _BREAKS | _BEFORE_A_NOUN
_NO_NAMES = MONTHS | STARTERS
_ADJECTIVE = re.compile(r"(?:ist|[aei]an|ish|ese|ench|utch|ic|[^r]man)$")
_WOMEN = "mother|sister|wife|daughter|grandmother|aunt|widow|niece|stepmother"
_MEN = "father|brother|husband|son|grandfather|uncle|nephew|stepfather"
_OF_THE_FAMILY = r"(?:[A-Z][\w’'-]*[’']s?|His|Her|Their)(?: [a-z]+(?: and [a-z]+)?)? (?:KIN)\b"
_KIN = {
    pronoun: re.compile(_OF_THE_FAMILY.replace("KIN", kin))
    for kin, pronouns in ((_WOMEN, ("She", "Her")), (_MEN, ("He", "His")))
    for pronoun in pronouns
}
_PERSONAL = frozenset(("He", "She", "His", "Her"))
_WHO = re.compile(r"\b([A-Z][\w’'-]+), who\b")
_OF_THE_DEAD = frozenset(("bones", "body", "remains", "ashes", "tomb", "grave", "funeral", "coffin", "skull"))
_DIES = re.compile(r"\b(?:di(?:ed|es)|dead|death|killed|executed|shot|hanged|beheaded|murdered|drowned|fell|buried)\b")
_HIM_OR_HER = re.compile(r"\bhim\b|\bher(?= (?:in|at|on|to|from|with|there|back|for|by|as|a|an|the)\b|[.,;])")
_PRONOUNS = _HE | _IT | {"it", "its", "they", "them", "itself", "themselves"}


def object_told(line: str, names: Names) -> str:
    """The clause with "him" or "her" as its object replaced by whom the text is about, if nobody else is named."""
    match = _OBJECT.search(line)
    if match is None or names.topic is None or not (is_person(names.topic) or is_sole(names.topic, names)):
        return line
    if is_land(names.topic, names):
        return line
    kind = "he" if match.group() == "him" else "she"
    surname = names.topic.rsplit(" ", 1)[-1]
    others = _persons(tokens_of(line), names)
    sure = names.says(kind) >= 3 and names.says(kind) >= 3 * names.says("she" if kind == "he" else "he")
    if not sure or surname in line or others > 1 or SUBJECT_PRONOUN.match(line):
        return line
    return line[: match.start()] + names.topic + line[match.end() :]


def object_before(line: str, setting: Setting) -> str:
    """The clause with "him" as its object replaced by whom the sentence before is about, if this one names nobody."""
    match = _HIM.search(line)
    if match is None or not setting.earlier or len(_HIM.findall(line)) > 1 or _HE_TOO.search(line):
        return line
    if _persons(tokens_of(line), setting.names) or _SOMEBODY.search(line):
        return line
    name = antecedent(setting.earlier, "He", setting.names)
    if name is not None and name.rsplit(maxsplit=1)[-1] in line:
        return line
    return line if name is None or _is_rather_the_hero(name, "He", setting) else line.replace(" him", f" {name}", 1)


def pronoun_subject(line: str, setting: Setting) -> str | None:
    """The clause with its subject pronoun replaced by the name that the sentences before it were about."""
    match = SUBJECT_PRONOUN.match(line)
    assert match is not None
    pronoun = match["pronoun"].capitalize()
    name = antecedent(setting.earlier, pronoun, setting.names)
    if name is None or _is_rather_the_hero(name, pronoun, setting) or _is_of_kin(pronoun, setting):
        return None
    if match["following"] in _OF_THE_DEAD and not _DIES.search(setting.earlier[0] if setting.earlier else ""):
        return None  # "Urban would not allow a monument. His bones …"
    if pronoun in _PERSONAL and _is_rather_another(name, setting):
        return None
    if pronoun in ("Its", "His") or (pronoun == "Her" and not is_finite(match["following"])):
        if re.match(r"[’']s?\b", line[match.end() :]) or " of " in name:
            return None
        sign = "'" if "'" in line or "’" not in setting.names.document.text else "’"
        name += sign if name.endswith("s") else sign + "s"
    if match["opening"] and name.startswith("The "):
        name = "the " + name[4:]
    return f"{match['opening'] or ''}{name}{line[match.end('pronoun') :]}"


def _is_rather_another(name: str, setting: Setting) -> bool:
    """Does the sentence before go on to tell of another, or tell of one as "him"?

    "… gave it to Jan Willemsz, who built larger pans. He …", "John Milton visited him. He died …". In a text about one
    person it may; whom that is about is not forgotten.
    """
    last, sentence = name.rsplit(maxsplit=1)[-1], setting.earlier[0] if setting.earlier else ""
    about = hero(setting.names) or titled_hero(setting.names)
    if about is not None and about[0].endswith(last):
        return False
    return _HIM_OR_HER.search(sentence) is not None or any(word != last for word in _WHO.findall(sentence))


def _is_of_kin(pronoun: str, setting: Setting) -> bool:
    """Did the sentence before begin with somebody's mother or brother, whom "she" or "he" means as well?"""
    kin = _KIN.get(pronoun)
    return kin is not None and bool(setting.earlier) and kin.match(setting.earlier[0]) is not None


def _is_rather_the_hero(name: str, pronoun: str, setting: Setting) -> bool:
    """Did the sentence before tell of another, and by "her" or "his" of whom the text is about? Either can be meant."""
    kind = {"She": "she", "Her": "she", "He": "he", "His": "he"}.get(pronoun)
    if kind is None or not setting.earlier:
        return False
    if words_of(setting.earlier[0].lower()).isdisjoint(
        ("her", "hers", "she") if kind == "she" else ("his", "him", "he")
    ):
        return False
    names = setting.names
    about, topic = hero(names) or titled_hero(names), names.topic or ""
    if about is None or about[1] != kind or not topic.endswith(about[0].rsplit(maxsplit=1)[-1]):
        return False
    return not topic.endswith(name.rsplit(maxsplit=1)[-1])


def pronouns_bound(line: str, names: Names) -> bool:
    """Has each pronoun an antecedent of its kind before it in the clause?"""
    if words_of(line).isdisjoint(_PRONOUNS):
        return True
    tokens = tokens_of(line)
    for index, token in enumerate(tokens):
        word = token.lower()
        if word in _HE:
            before = [t for at, t in enumerate(tokens[:index]) if _may_be_his(tokens, at)]
            if before and before[0] == tokens[0] and before[0].lower() in STARTERS:
                before = before[1:]
            if _sex(word) not in _sexes(tokens[:index]):
                return False
            if not before or (word in ("he", "she") and _beside(tokens[:index])):
                return False
            if _is_object(word, tokens[index + 1 :]) and _persons(tokens[:index], names) < 2:
                return False
        elif (
            (word in ("its", "their") and index < 5 and tokens[index - 1] == "of")
            or (word == "its" and not _thing_before(tokens[:index], names))
            or (word == "their" and not _many_before(tokens[:index]))
            or (word in _IT and index < 2)
            or (word in ("it", "they", "them"))
        ):
            return False
    return True


def _sex(word: str) -> str:
    """Of which sex is the one whom "his" or "her" means?"""
    return "she" if word.startswith(("she", "her")) else "he"


def _sexes(before: list[str]) -> frozenset[str]:
    """Of which sex is there somebody among the words? Both, where a name or none tells of neither."""
    found = {
        gender(match.group()) for match in NAME.finditer(" ".join(before)) if match.group().lower() not in STARTERS
    }
    return frozenset(("he", "she")) if not found or None in found else frozenset(one for one in found if one)


def _may_be_his(tokens: list[str], at: int) -> bool:
    """Is it a word with a capital, no month, and none of a people or party before a noun ("a Loyalist wing of his")?"""
    token, following = tokens[at], tokens[at + 1]
    if not token[:1].isupper() or token.lower() in MONTHS:
        return False
    return not (at and _ADJECTIVE.search(token) and following.islower() and not is_finite(following))


def _beside(before: list[str]) -> bool:
    """Do only a preposition and whom it governs stand before "he" ("With Alexander Wiener he …")?"""
    opened = before[0] in ("With", "For", "To", "By", "From", "After", "Under", "Like", "At", "In", "Against")
    return opened and "," not in before and not any(token.islower() and is_finite(token) for token in before)


def _is_object(word: str, after: list[str]) -> bool:
    """Is it "him", or "her" without a noun of hers? Then it cannot mean the person who is the subject."""
    if word == "her":
        return not after or not after[0][0].isalpha() or after[0].lower() in _NO_OBJECTS
    return word == "him"


def _persons(tokens: list[str], names: Names) -> int:
    """How many persons are named among the tokens."""
    found = {match.group() for match in NAME.finditer(" ".join(tokens))}
    return sum(is_person(name) or name in names.surnames for name in found)


def _many_before(tokens: list[str]) -> bool:
    """Is there anything among the tokens that "their" could mean: a plural, a body of people, or two of something?"""
    return _TWO_NAMES.search(" ".join(tokens)) is not None or any(
        token in ("and", "people", "men", "women", "children", "both", "who")
        or token.lower() in _BODIES
        or (token[0].isalpha() and singular(token) != token.lower().removesuffix("’s").removesuffix("'s"))
        for token in tokens
    )


def _thing_before(tokens: list[str], names: Names) -> bool:
    """Is there something among the tokens that "its" could mean: a noun with its article, or a name not a person's?"""
    if any(token in ("the", "a", "an", "The", "A", "An") for token in tokens[:-1]):
        return True
    found = (match.group() for match in NAME.finditer(" ".join(tokens)))
    return any(
        not is_person(name)
        and name.lower() not in _NO_NAMES
        and (name not in names.surnames or _is_a_land(name, names))
        for name in found
    )


def _is_a_land(name: str, names: Names) -> bool:
    """Is it a country or town, though longer names end in it ("West Africa")?"""
    placed = name in names.places or is_placelike(name)
    return placed and not any(gender(one.text) for one in names.longer.get(name, ()))
