"""Does a clause point at something that only the text around it tells: a time, a voice, another thing?"""

import re

from content.candidates.verbs import is_finite
from content.candidates.words import word_list, words_of
from content.patterns import quick

_RELATIVE = quick(
    r"\b(?:meanwhile|(?<!what is )(?<!what are )(?:today|now)|currently|recently|recent|ago"
    r"|current(?= (?!of |in |and |from |flow|was |is |that |must |into |to |at )[a-z])"
    r"|last (?:year|month|week|night|season|summer"
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
_VOICE = re.compile(r"\b(?:I|[Ww]e|[Oo]urs?(?! [A-Z])|^Our|us|[Mm]y(?! [A-Z])|[Yy]ou|[Yy]our|me)\b")
_REGNAL = re.compile(
    r"(?<=[a-z]) I(?=[,.]|$| (?!am\b|was\b|have\b|had\b|do\b|did\b|will\b|would\b|can\b|could\b|should\b))"
    r"(?<!and I)(?<!but I)(?<!that I)(?<!as I)(?<!when I)(?<!what I)(?<!which I)(?<!if I)"
)
"""“Michael I recognised”: the first of a name."""
_POINTING = quick(
    r"\b(?:this|these|those|such|that of|the former(?! [a-z]+ )|latter|respectively|aforementioned|the above"
    r"|(?:above|below)(?=[,.;]|$)|same|here|another"
    r"|there(?! (?:were|are|was|is|have been|has been|had been) (?:an?|no|only|some|about|around|over|more|at|nearly"
    r"|almost|two|three|four|five|six|seven|eight|nine|ten|several|many|[\d\ue000]))"
    r"|on the (?:second|third|fourth|fifth|next|last) (?:day|night|morning)"
    r"|in an? (?:second|third|later|new) (?:war|battle|campaign|treaty|voyage)"
    r"|on (?:his|her|their) side"
    r"|(?<!and )other|others"
    r"|one of (?:the(?! (?:most|few|[a-z]+est|first)\b)|them|its|their)|both(?! [^,;]+ and )|the two"
    r"|all (?:three|four|of them)|each of|the (?:first|second|third|last|rest|remaining)(?= (?:was|were|had|in"
    r"|of(?! (?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)"
    r" [a-z]+s\b))\b)"
    r"|additional(?! to\b)|so|then|too|also|as well(?! as\b)|again|still|already)\b",
    re.IGNORECASE,
)
_COMPARING = quick(
    r"^(?:In [^,]*, )?(?:A|An|Another|One) (?:better|second|third|fourth|new|larger|smaller|further|last|final"
    r"|similar|later|few|younger|older|"
    r"different|more)\b"
)
_THAT_END = re.compile(r"\b(?:twice|half|of|than|at|to|for|in|from|by|with) that\b")
_AGAIN = re.compile(
    r"\b[Aa]n? (?:new|second|third|further|fresh|later|similar) "
    r"(?:attempt|try|series|wave|effort|round|version|phase|group|case|plan|one)\b"
    r"|\b[Aa] (?:first|last|final) (?:lot|part|group|batch|series|doubt|attempt|try|wave|round|instal?ment)\b"
    r"|\b(?:similar|comparable|corresponding) [a-z]+(?! to\b)"
)
_THAN = re.compile(
    r"\b[Aa]n? (?:much |far |even |still |slightly |somewhat )?"
    r"(?:larger|smaller|wider|longer|shorter|higher|lower|bigger|stronger|weaker|cheaper|newer|older|faster|better|worse"
    r"|greater|heavier|lighter|deeper|richer|younger|more [a-z]+|less [a-z]+) (?![^,.]*\bthan\b)"
)
"""“A much wider treaty”: wider than which?"""
_COMPARATIVE_WORDS = frozenset(
    (
        *("larger", "smaller", "wider", "longer", "shorter", "higher", "lower", "bigger", "stronger", "weaker"),
        *("newer", "older", "faster", "better", "worse", "greater", "heavier", "lighter", "deeper", "richer"),
        *("cheaper", "younger", "more", "less"),
    )
)
_SUPERLATIVE = re.compile(r"\b[Tt]he [a-z]{3,}est,")
"""“The largest, Great Edith, was cast”: the largest what?"""
_THAT_AT = tuple(f"{one} {where} " for one in ("That", "Those") for where in ("at", "in", "on", "of", "from"))
"""“That at Crossness was opened”: that what?"""
_ALL = re.compile(r"\bas much(?! as)\b|\ball (?:to|in|on|at|by|were|was|had|but)\b|\ball$")
"""“Ordered all to be shut”: all what?"""
_TIME_WORDS = word_list("time_words")
_ORDER_WORDS = frozenset(("first", "second", "third", "fourth", "last", "next", "latest"))
_VOICE_WORDS = frozenset(("i", "we", "our", "ours", "us", "my", "you", "your", "me"))
_POINTING_WORDS = word_list("pointing_words")
_LEANING_WORDS = frozenset(
    ("followed", "one", "other", "some", "first", "second", "third", "last", "only", "oldest", "largest", "longest")
)
_THAT = re.compile(r"\bthat (?:[a-z]+) (?:was|were|had|in|on|of)\b|^That [a-z]+ [a-z]+")
_NOUNLESS = quick(
    r"\b[Tt]he (?:first|second|third|fourth|fifth|last|next|latest|oldest|largest|newest) (?P<verb>[a-z]+)\b"
)
"""“The last broke up”: the last what?"""
_OF_A_SERIES = re.compile(
    r"(?:\b[Ii]ts|\b[Hh]is|\b[Hh]er|\b[Tt]heir|[’']s?) (?:first|second|third|fourth|last|next|latest) "
    r"(?:(?:ever|of all|but one) )?(?:was|were|had|is|came|went|took|fell|appeared|opened|closed)\b"
)
"""“Its last was delivered”: the last what?"""
_INSTEAD = re.compile(r"\binstead\b(?! of\b)")
_ONLY = re.compile(
    r"\b[Tt]he only (?:(?!(?:of|for|to|in|on|between|with|from|by|against) )[a-z-]+ )+(?:was|were|is|are|had|has)\b"
)
"""“The only written agreement was signed”: the only one on what?"""
_RELATIONAL = quick(
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


def points(line: str) -> bool:
    """Does the clause point at something that only the text around it tells?"""
    words = words_of(line)
    if line.startswith(_THAT_AT):
        return True
    if _RELATIONAL.match(line) or any(is_finite(match["verb"]) for match in _NOUNLESS.finditer(line)):
        return True
    if not words.isdisjoint(_ORDER_WORDS) and _OF_A_SERIES.search(line):
        return True
    if "instead" in words and _INSTEAD.search(line):
        return True
    if "only" in words and _ONLY.search(line):
        return True
    if not words.isdisjoint(_LEANING_WORDS) and _LEANING.search(line):
        return True
    if "est," in line and _SUPERLATIVE.search(line):
        return True
    if not words.isdisjoint(("all", "much")) and _ALL.search(line):
        return True
    if not words.isdisjoint(_COMPARATIVE_WORDS) and _THAN.search(line):
        return True
    if words.isdisjoint(_POINTING_WORDS):
        return bool(_COMPARING.match(line))
    if _POINTING.search(line) or _COMPARING.match(line) or _AGAIN.search(line):
        return True
    return "that" in words and bool(_THAT_END.search(line) or _THAT.search(line))


def is_relative(line: str) -> bool:
    """Does the clause tell its time from another moment ("two days later")?"""
    return not words_of(line).isdisjoint(_TIME_WORDS) and bool(_RELATIVE.search(line))


def speaks(line: str) -> bool:
    """Does somebody speak in the clause, "I" or "we"?"""
    return not words_of(line).isdisjoint(_VOICE_WORDS) and bool(_VOICE.search(_REGNAL.sub("", line)))
