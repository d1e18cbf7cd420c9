"""Which smaller statement carries the fact? Relative clauses and participles, told as sentences of their own."""

import re
from collections.abc import Iterator

from content.candidates.halves import dated_half, half
from content.candidates.mark import MARK, capital
from content.candidates.nouns import singular
from content.candidates.people import is_person
from content.candidates.person_first import ANYBODY, and_he, named
from content.candidates.plain import NO_SUBJECTS, PREDICATE, another_clause, split
from content.candidates.sole import is_role
from content.candidates.told_beside import told_beside
from content.candidates.verbs import base_of_participle, base_of_past, bases, is_finite, surely_finite
from content.candidates.words import word_list
from content.patterns import quick

_OWNED = re.compile(r"(?:[Tt]he|[Aa]n?) (?:[a-z-]+ )*[a-z]+ of ")
"""“The library of Ahmad Baba”: a thing of somebody's."""
_OWNER = re.compile(r"(?:[a-z-]+ )*?(?P<name>[A-Z].*)$")
"""“The long rule of dictator Nicolae Ceausescu”."""
_PLACED = re.compile(r" (?:in|under|at|against|on|over|between|among|behind|beside|near) (?:[a-z-]+ )*[A-Z]")
_RELATIVE = re.compile(rf"^(?P<subject>[^,]+), (?:who|which) (?P<clause>[^,]*{MARK}[^,]*)(?:,|$)")
_MADE = (
    "signed|founded|opened|adopted|passed|ratified|enacted|concluded|established|launched|completed|built|published"
    "|created|set up|formed|introduced|abolished|inaugurated"
)
_NAMED_WHICH = re.compile(
    r" (?:by|in|under|with|to|from|through|at|of|for) "
    r"(?P<name>(?:the )?[A-Z][\w’'-]+(?: (?:(?:of|on|for|and|the) )*[A-Z][\w’'-]+)+), "
    rf"which (?P<clause>(?:was|were) (?:first )?(?:{_MADE}) [^,{MARK}]*(?:in|on) {MARK})(?=,|$)"
)
"""“… was banned by the Madrid Protocol, which was signed on …”."""
_THAT_WAS = re.compile(
    rf"^(?P<subject>(?:The|An?) [^,{MARK}]*?) (?:that|which|who) (?P<clause>(?:was|were) [^,{MARK}]*{MARK})"
    r"(?=,| (?:is|was|are|were|had|has|remained|became)\b)"
)
_WHERE = re.compile(
    rf"^(?P<subject>(?:[A-Z][\w’'-]+ ?){{1,4}}) [a-z][^,{MARK}]*, where (?:he|she|it) (?P<clause>[^,]*{MARK}[^,]*)$"
)
_APPOSITIVE = re.compile(
    rf"^(?P<subject>[^,]+), (?P<early>(?:first|originally) )?(?P<part>\w+) (?P<mid>[^,]*?)(?P<prep>in"
    rf"|on) {MARK}(?P<tail>[^,]*),"
)
_BARE = re.compile(
    rf"\b(?P<article>an?|the) (?P<noun>(?:[A-Za-z-]+ ){{0,2}}[a-z-]+)(?: (?:“[^”]*”|\"[^\"]*\"))? "
    rf"(?P<part>signed|adopted|enacted|ratified|concluded|launched|founded|opened|established|built|completed) "
    r"(?P<mid>(?:(?:by|at|in|on|near|under|between|with|as|to|for|from|outside|off) [^,;]*?)?)"
    rf"(?P<prep>in|on) {MARK}(?=$|,)"
)
_WHEN_IT = quick(
    rf"^(?P<subject>(?:The )?[A-Z][^,{MARK}]*), (?:when|after|before|since) (?:it|he|she|they) "
    rf"(?P<clause>[^,]*{MARK}[^,]*),"
)
_APPOSITION = re.compile(
    rf"^(?P<subject>[A-Z][^,{MARK}]*), [a-z\d][^,{MARK}]*(?:, [A-Z][A-Za-z ]+)?, (?P<rest>[a-z]+ .*)$"
)
_VESSEL = re.compile(
    r", (?:an?|one|two|three) (?:[\w’'-]+ ){0,4}(?:ships?|barques?|brigs?|schooners?|steamers?|clippers?|boats?|yachts?"
    r"|whalers?|frigates?|sloops?|cutters?|trawlers?|tugs?|ferry|locomotives?|horses?|mares?|dogs?|elephants?|gorillas?"
    r"|hurricanes?|bells?|farms?|inns?|pubs?)\b"
)
"""A name that could be a woman's is left with what says that it is a ship's."""
_PLACE_BEFORE = re.compile(r"^[A-Z][\w’'-]+ (?=the )")
"""“In Bohemia the Letter of Majesty, granted …”: the place is none of the letter's name."""
_BEFORE_NOUN = re.compile(r"^(?:In|Under|With|By|From|Through|Of) (?=(?:the|an?|[A-Z]))")
_HAPPENING_TO = re.compile(
    r"^(?:[Tt]he|[Aa]n?) (?:[a-z]+ )?(?:loss|sinking|wreck|death|story|case|fate|career|life|history|example|arrival"
    r"|visit|election|murder|arrest|trial|defeat|fall|capture|rescue|discovery|help|work|works|advice|influence) of "
    r"(?=(?:the )?[A-Z])"
)
"""“The loss of the Comfort, which broke in two”: what happened to it is left, the ship broke."""
_LEADING = re.compile(rf"^(?P<kept>(?:In|On) {MARK},? (?P<clause>[^,]+)), (?P<gone>.+)$")
_ENDING = re.compile(
    rf"^(?P<kept>[^,{MARK}]* (?:in|on) {MARK})(?:, (?!and |or |\d|[A-Z])"
    rf"| (?:and|but), | (?:and|but) (?:(?:for|within|after|from|by|in) [a-z -]{{2,24}}? )??(?P<does>[a-z]+) "
    rf"| (?:when|while|because|although|where|following|since|so|until) "
    rf"(?!\d|[A-Z][a-z]+ \d))[^{MARK}]+$"
)
"""“… died on 8 December, half buried in the sand, which …”: what was cut told more of it."""
_OPENS_CLAUSE = re.compile(rf" (?:that|which|who|when|where|and|but|as) (?:in|on) {MARK}$")
"""“It was reported that in 2005 and, …”: what the date opens was cut away."""
_TRAILING = re.compile(
    rf"^(?P<kept>[^,]*{MARK}[^,]*), (?:of (?:which|whom|these)|among (?:them|which|whom)|including|each|some of|most of"
    r"|half of|making|one of|two of|with (?:a|an|the)|almost|nearly|more than|about|equal to|or) .+$"
)
"""“… cost MARK, of which £5,000 went on …”: what is added about the figure can go."""
_DATED_BEGIN = re.compile(rf"^(?:In|On|By) {MARK},? ")
_MAY_GO = re.compile(
    r"^(?:at|in|on|with|from|for|under|after|before|as|near|by|through|over|off|outside|south|north|east|west|the"
    r"|an?|his"
    r"|to(?= [a-z]+ (?:the|an?|his|her|its|their|all|[A-Z]))|her|its|their|one|two|some|most|many|all|who|which|whose"
    r"|where|when|while|[a-z]+ing|[a-z]+ed|thus|so|but) "
)
"""What may follow the clause behind a comma and yet be no part of a list that it ends in."""

_DATE_FIRST = re.compile(rf"(?:In|On|By) {MARK},? ")
_AND_DOES = re.compile(r" and (?P<verb>[a-z]+) ")
_MORE_THAN_ONE = re.compile(
    r", | (?:but|and|while|whereas|yet|so) (?:the|an?|his|her|its|their|this|that|he|she|it|they|[A-Z][\w’'-]*) "
)
"""“… agreed to a date but the ministry put it off and withdrew”: the second subject's."""
_IN_RELATIVE = re.compile(r"\b(?:that|which|who)\b[^,]*$")
_THE = re.compile(r"\b[Tt]he ")
_WHICH_SOMEBODY = re.compile(
    rf"^(?P<thing>(?:The )?[A-Z][^,{MARK}]*), which (?P<who>(?:the )?[A-Z][\w’'-]*(?: (?:of )?[A-Z][\w’'-]*)*) "
    rf"(?P<verb>[a-z]+)(?P<more>(?: [^,{MARK}]{{1,30}})?) (?P<prep>in|on) {MARK}(?=,|$)"
)
"""“The Berlin Conference, which Bismarck opened on …”: Bismarck opened the Berlin Conference on it."""
_OPENERS = word_list("openers")
_PREPOSITIONS = word_list("prepositions") | {"of", "the", "a", "an", "called", "named", "titled", "entitled"}
_AWAY = frozenset(("for", "to", "with", "from", "by", "into", "after", "before", "than", "as"))
"""A phrase with one of these is more than the subject of the relative clause behind it."""

_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "you", "his", "her", "its", "their"))
_INTRANSITIVE = word_list("intransitive")
_PURPOSE = re.compile(rf"^To [a-z]+ [^,{MARK}]*, (?=[Tt]he |[A-Z])")
_QUOTE = re.compile(r" (?:“[^”]{12,}”|\"[^\"]{12,}\")")


def variants(line: str) -> Iterator[tuple[str, str]]:
    """The statement itself and the smaller ones inside it that hold the fact, each with its code, smallest first."""
    parted = ", " in line  # most of the patterns need it, and a few of them a "which" or its like behind it
    which = parted and ", wh" in line
    if parted and (match := _TRAILING.match(line)) and _told(match["kept"]):
        yield from variants(match["kept"])
    yield from _beside(line, parted, which)
    yield from told_beside(line)
    if (part := half(line)) is not None:
        yield "half", _bare(part)
    if (told := dated_half(line)) is not None:
        yield "half", told
    if line.startswith((f"In {MARK}", f"On {MARK}")):
        yield "whole", _bare(line)  # what was done on one day, all of it, before the first deed alone
    if (predicate := _predicate(_bare(line))) is not None:
        yield "predicate", predicate
    if (
        parted
        and (match := _LEADING.match(line))
        and _MAY_GO.match(match["gone"])
        and _told(match["clause"])
        and not _goes_on(match)
    ):
        yield "short", match["kept"].removesuffix(" and")
    if not line.endswith(MARK) and (match := _ENDING.match(line)) and _ends_there(match):
        yield "short", match["kept"]
    if ("and he " in line or "and she " in line) and (told := and_he(line)) is not None:
        yield "half", told
    yield "whole", _bare(_QUOTE.sub(_unquoted, line) if "“" in line or '"' in line else line)


def _beside(line: str, parted: bool, which: bool) -> Iterator[tuple[str, str]]:
    """What a relative clause, an apposition or a participle beside a noun tells, as a statement of its own."""
    if which and (match := _RELATIVE.match(line)) and (subject := _whose(match)) and _begins(match["clause"]):
        yield "relative", capital(f"{subject} {match['clause']}".strip())
    if which and (match := _WHICH_SOMEBODY.match(line)) and (told := _opened_by(match)):
        yield "object", told
    if which and (match := _NAMED_WHICH.search(line)):
        yield "relative", capital(f"{match['name']} {match['clause']}")
    if (match := _THAT_WAS.match(line)) and _plain(match["subject"]):
        yield "relative", f"{match['subject']} {match['clause']}"
    if which and (match := _WHERE.match(line)) and _plain(match["subject"]):
        yield "where", f"{match['subject']} {match['clause']}"
    if parted and (match := _WHEN_IT.match(line)) and _plain(match["subject"]) and _begins(match["clause"]):
        yield "where", f"{match['subject']} {match['clause']}"
    if (
        parted
        and (match := _APPOSITIVE.match(line))
        and base_of_participle(match["part"])
        and (subject := _noun(match["subject"]))
        and (_one(subject) or _many(subject))
        and not (subject != match["subject"] and is_person(subject) and match["part"] in _MADE.split("|"))
    ):
        yield (
            "appositive",
            f"{subject} {'was' if _one(subject) else 'were'} "
            f"{match['early'] or ''}{match['part']} {match['mid']}{match['prep']} {MARK}{match['tail']}",
        )
    if (line.endswith(MARK) or f"{MARK}," in line) and (match := _BARE.search(line)):
        noun = match["noun"].split()
        if _one(match["noun"]) and not {"in", "on", "by", "for", "with", "under", "an", "of", "was", "were"} & set(
            noun
        ):
            alone = match["article"] != "the" and len(noun) == 1  # "a treaty signed on …" is none of those told before
            article = match["article"].capitalize() if alone else "The"
            yield "participle", f"{article} {match['noun']} was {match['part']} {match['mid']}{match['prep']} {MARK}"


def _goes_on(match: re.Match[str]) -> bool:
    """Does the verb stand behind the next comma, as in "a well drilled at …, struck oil"?"""
    parts = split(capital(match["clause"]))
    if parts is None or surely_finite(parts.verb):
        return False
    return any(is_finite(part.partition(" ")[0]) for part in match["gone"].split(", ")[1:])


def _whose(match: re.Match[str]) -> str | None:
    """Whom or what the relative clause tells of: in "the library of Ahmad Baba, who …" it is he."""
    subject = _BEFORE_NOUN.sub("", match["subject"])
    of_persons = ", who " in match.group()
    if of_persons and _PLACED.search(subject):
        return None  # "the school under Principal Smith, who …"
    owned = _OWNED.match(subject)
    owner = _OWNER.match(subject, owned.end()) if owned else None
    if owned is None or owner is None:
        return _noun(match["subject"])
    somebody = is_role(owned.group().split()[-2])
    if somebody and of_persons and is_person(owner["name"]):
        return None  # "the daughter of William Smith, who …": he or she?
    return _noun(subject if somebody == of_persons else owner["name"])


def _noun(phrase: str) -> str | None:
    """The noun phrase without a preposition before it ("in A Trip to the Moon"); None where it is more than that."""
    bare = _BEFORE_NOUN.sub("", phrase)
    bare = _HAPPENING_TO.sub("", bare)
    bare = _PLACE_BEFORE.sub("", bare) if bare != phrase else bare
    return capital(bare) if _plain(bare) else None


def _opened_by(match: re.Match[str]) -> str | None:
    """What somebody did to a thing, out of the clause behind the thing's name."""
    thing, more = re.sub(r"^The ", "the ", match["thing"]), match["more"]
    if base_of_past(match["verb"]) is None or match["verb"] in _INTRANSITIVE or not _plain(match["thing"]):
        return None
    if any(map(is_finite, more.split())):
        return None
    return capital(f"{match['who']} {match['verb']} {thing}{more} {match['prep']} {MARK}")


def _unquoted(match: re.Match[str]) -> str:
    """Nothing in place of a quotation, unless the fact stands in it or the word before needs it ("a letter on …")."""
    before = match.string[: match.start()].rsplit(" ", 1)[-1].lower()
    needed = before in _PREPOSITIONS or is_finite(before)
    return match.group() if MARK in match.group() or needed else ""


def _begins(clause: str) -> bool:
    """Does the clause begin with its verb, so that who or which is its subject ("which Lincoln signed" does not)?"""
    words = clause.split()
    if words[0] in _PRONOUNS:
        return False  # "which he headed"
    return any(is_finite(word) for word in words[:2] if word.islower())


def _predicate(line: str) -> str | None:
    """The statement with the one of two joined predicates that holds the fact ("was born in … and died in …")."""
    if " and " not in line:
        return None
    if line.startswith(("He ", "She ", "It ")):  # any name will do to find the verb
        pronoun, _, rest = line.partition(" ")
        named = _predicate(f"{ANYBODY} {rest}")
        return named and named.replace(ANYBODY, pronoun, 1)
    opening = _DATE_FIRST.match(line)
    clause = line[opening.end() :] if opening else line
    parts = split(capital(clause))
    if parts is None:
        return None
    predicate = f"{parts.adverb}{parts.verb} {parts.rest}"
    match = _AND_DOES.search(predicate)
    if match is None:
        return None
    passive = match["verb"] in ("was", "were")
    if not (
        passive or surely_finite(match["verb"]) or base_of_past(match["verb"]) or base_of_participle(match["verb"])
    ):
        return None
    first, second = predicate[: match.start()], predicate[match.start() + 5 :]
    if not passive and _IN_RELATIVE.search(first):
        return None
    if len(first.split()) < 2:
        return None
    if MARK in first and not opening:
        return f"{parts.subject} {first.rstrip(',')}"
    if another_clause(second.partition(" ")[2]):
        return None
    if opening:
        return f"{opening.group()}{clause[: len(clause) - len(second) - 5]}"
    if MARK in first:
        return f"{parts.subject} {first}"
    auxiliary = parts.verb if parts.verb in ("was", "were") and _passive(match["verb"]) else ""
    if not auxiliary and not passive and base_of_past(match["verb"]) is None:
        return None
    if not passive and _MORE_THAN_ONE.search(first) and another_clause(first.partition(" ")[2]):
        return None  # the second verb may be that clause's
    once = "first " if auxiliary and parts.rest.startswith("first ") and not second.startswith("first ") else ""
    return f"{parts.subject} {auxiliary} {once}{second}".replace("  ", " ")


def _passive(verb: str) -> bool:
    """Does the form after "was … and" share the auxiliary? Not where the verb takes no object: "was hurt and died"."""
    base = base_of_participle(verb)
    return base is not None and base not in _INTRANSITIVE


def _plain(subject: str) -> bool:
    """Is it a noun phrase without a verb of its own?"""
    words = subject.split()
    if words[0].lower() in bases() or not _AWAY.isdisjoint(words):
        return False
    return words[0].lower() not in _OPENERS and not any(word.islower() and is_finite(word) for word in words)


def _ends_there(match: re.Match[str]) -> bool:
    """Is what stands up to the date a statement, and what is joined to it another one?"""
    if _OPENS_CLAUSE.search(match["kept"]):
        return False
    parts = split(named(capital(_DATED_BEGIN.sub("", match["kept"]))))
    if parts is None:
        return False
    of_participle = not surely_finite(parts.verb) and parts.rest.partition(" ")[0] in _PREPOSITIONS
    if of_participle and PREDICATE.match(match.string, match.end("kept")):
        return False  # "A tablet found in 1846, dates back …"
    return _told(match["kept"]) and (match["does"] is None or is_finite(match["does"]))


def _told(clause: str) -> bool:
    """Has the clause a subject, a verb and more than a word behind it?"""
    parts = split(named(capital(_DATED_BEGIN.sub("", clause))))
    return parts is not None and (len(parts.rest.split()) >= 2 or parts.rest[:1].isupper())


def _bare(line: str) -> str:
    """The statement without an opening purpose and without what stands beside its subject."""
    line = capital(_PURPOSE.sub("", line) if line.startswith("To ") else line)
    match = _APPOSITION.match(line) if line.count(", ") > 1 else None
    if match and match["subject"].partition(" ")[0].lower() in NO_SUBJECTS:
        match = None
    if match and any(word.islower() and is_finite(word) for word in match["subject"].split()):
        match = None  # the verb stands before the first comma
    if match and is_finite(match["rest"].split(" ")[0]) and not _needs_kind(line, match["subject"]):
        line = f"{match['subject']} {match['rest']}"
    return line


def _needs_kind(line: str, subject: str) -> bool:
    """Is the subject a bare name that only the words beside it tell from a person's?"""
    return not _THE.search(subject) and _VESSEL.match(line, len(subject)) is not None


def _one(noun_phrase: str) -> bool:
    """Is the noun phrase in the singular, so that "was" agrees with it?"""
    last = re.split(r" (?:of|for|in) ", noun_phrase)[0].split()[-1]
    if (
        noun_phrase[0].isupper()
        and not noun_phrase.startswith("The ")
        and last[0].isupper()
        and " and " not in noun_phrase
    ):
        return True
    return singular(last) == last.lower() and " and " not in noun_phrase


def _many(noun_phrase: str) -> bool:
    """Is it surely in the plural ("The treaties of Tianjin"), and no name that only holds one?"""
    head = re.split(r" (?:of|for|in|at|from) ", noun_phrase)[0].split()
    plain = head[0] == "The" and len(head) < 5 and "and" not in head and "The" not in head[1:]
    return plain and singular(head[-1]) != head[-1].lower()
