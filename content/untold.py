"""Does a question leave out what it is about?"""

import re

from content.candidates.events import is_event

_UNTOLD = re.compile(
    r"\b\d+ (?:articles|rules|demands|points|chapters|clauses|measures|laws|decrees|resolutions)(?:\?|\.)?$"
    r"|\b(?:an?|one) (?:machine|specimen|sample|proposal|paper|plan|method|work|letter|report|idea|device|instrument"
    r"|article|presentation|statement|complaint|donation|suggestion|submission|process|system|study|theory|model|piece|book|resolution|law|bill|decree|speech|lecture|meeting|attack|raid"
    r"|ban)(?:\?$| (?=to the |to [A-Z]|in [A-Z]|at [A-Z]))"
    r"|\b(?:patent|licen[cs]e) (?:no\.?|number) [\d,]+(?:\?|\.)?$"
    r"|\b(?:was|were) (?:struck|hit|used|asked|told|called|set|seen|put|tried|heard|searched|questioned|charged|fined"
    r"|convicted|acquitted|punished|rewarded|honoured|dismissed|promoted|wounded|injured)\?$"
)
"""“… issue 23 articles”: of what?"""
_WRITTEN_TO = re.compile(
    r"\b(?:write|wrote|spe?[ao]ke?|telegraph(?:ed)?|telephoned?|repl(?:y|ied)|report|travel(?:led)?|return(?:ed)?|come|came"
    r"|go|went|send|sent) to [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*(?:\?| (?:in|on) ____\.)$"
    r"|^(?:In|On) ____,? [^,]* (?:wrote|spoke|telegraphed|telephoned|replied|reported) to"
    r" [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*\.$"
    r"|\bdid (?:[A-Z][\w’'-]* ?){1,4} (?:meet|visit|see) (?:[A-Z][\w’'-]* ?){1,4}\?$"
)
"""One of many letters, journeys or meetings."""
_UNTOLD_SUBJECT = re.compile(
    r"(?<!and )(?<!with )\b(?:An?|an?|[Tt]he|[Oo]ne) (?:[a-z]+ )?"
    r"(?:study|survey|report|patent|inquiry|proposal|poll|paper|petition|motion|letter)"
    r"(?! (?:of|on|into|for|about|to|against|that|by which|in which|which (?:said|showed|found|called|asked))\b)"
    r"(?:\?$| (?:commissioned|written|made|published|presented|ordered|carried|by|from|at|in|with|was|were)\b)"
)
_RULED = re.compile(
    r"\b[Cc]ourt (?:rule[ds]?|ruled|hold|held|find|found|decided?)\b(?![^?]* v\. )"
    r"[^?]* that [^?]*\b(?:its|his|their|it|they)\b"
)
"""“The Court found that Congress had gone beyond its powers”: in which case?"""
_FIRST_OF = re.compile(r"\b[Tt]he first [a-z-]+")
_CAPITAL = re.compile(r"(?<=[a-z,] )(?!(?:Janu|Febr|March|April|May|June|July|Augu|Sept|Octo|Nove|Dece))[A-Z][\w’'-]+")
_VAGUE = re.compile(
    r"\b(?:follow|come|continue|happen|occur|change|fail|do so|begin|start|end|stop|resume|appear|return"
    r"|agree|refuse|survive|hold out|take (?:his|her|their) leave|say farewell|come into view|give (?:in|up)"
    r"|break off (?:diplomatic )?relations|take over|(?:come|go) (?:back|away|home)|(?:carry|go|move) on"
    r"|(?:break|set|start|run) out|take (?:office|command|charge|part|the field)"
    r"|(?:sail|depart|start|set off|set out|leave|fly) from [A-Z][\w’'-]*"
    r"|(?:come|came) as an? [a-z]+|come (?:close|near) to [a-z]+"
    r"|become an? (?:partner|member|fellow|assistant|apprentice|shareholder|subscriber)"
    r"|first|second|last)\?$|\bdid (?:an?|another) [a-z -]+ (?:follow|appear)\b"
)
_BOUND = re.compile(r" did (?P<event>.+) (?:begin|start|end|break out|open|close)\?$")
_A_PEOPLE = re.compile(
    r"\bdid the [A-Z][a-z]+(?: [a-z]+)? (?:surrender|attack|retreat|win|lose|revolt|withdraw|advance|land)\?$"
)
"""“Did the Genoese surrender?” More than once, and at more than one place."""
_ONE_OF_THEM = re.compile(
    r"\b(?:build|built|make|made|buy|bought|give|gave|send|sent|sell|sold|found|open|opened|write|wrote|lay|laid) "
    r"(?:him |her |them )?(?:one|another|some)\b(?! (?:of|hundred|thousand|million))"
)
"""“Build one for her”: one what?"""
_ITS = re.compile(
    r"\b(?:its|their|his|her) (?:[a-z-]+ )?(?:campaign|programme|program|project|work|works|search|plans?|attack"
    r"|offensive|drive|operations?|activit(?:y|ies)|mission|talks|inquiry|demands?|proposals?|reply|answer|decision|request|efforts?"
    r"|experiments?|studies|investigations?|preparations|negotiations|report|survey|tests?|trials?"
    r"|discover(?:y|ies)|results|findings|theory|theories|invention|ideas?|observations|calculations|journeys?|tour"
    r"|voyage|visits?|return|offer|appeal|request|account|description|version|attempt)"
    r"(?:\?| (?:in|on) ____\.)$"
    r"|^(?:In|On) ____,? .*\b(?:its|their|his|her) (?:[a-z-]+ )?(?:campaign|programme|program|project|search|plans?"
    r"|attack|offensive|drive|mission|experiments?|studies|investigations?|preparations)\.$"
)
"""“Begin its campaign”: against what?"""
_OFFICE = re.compile(
    r"\b(?:become|became|as|made|appointed|elected|named) (?:the |an? |its )?(?:[a-z]+ )?"
    r"(?:head|director|chairman|president|leader|editor|engineer|secretary|governor|minister|manager|captain|mayor)"
    r"(?:\?| in ____\.?)$"
)
_GAP_END = re.compile(r",? (?:in|on|by|until) ____\.?$")
_ENDS_BARE = re.compile(
    r"(?<!\bas )(?<!\bfor )(?<!\bby )\b(?:an?|the) (?:patent|licence|license|grant|prize|loan|contract|pension|rival"
    r"|copy|report|letter|similar one|successor|version|rights|one)\?$"
)
_ENDS_OPEN = re.compile(
    r"\b(?:arrested|released|freed|elected|appointed|chosen|sent|moved|replaced|recalled|handed over|transferred"
    r"|assigned)\?$"
)


def is_vague(stem: str) -> bool:
    """Does the question end in a word that tells too little of what happened?"""
    last = stem.rpartition(" ")[2]
    if last in ("____", "____."):
        told = _GAP_END.sub("?", stem)
        return bool(_OFFICE.search(stem) or _UNTOLD.search(stem) or _ENDS_BARE.search(told))
    return (
        last.endswith("?")
        and not stem.startswith("How long ")
        and not ((bound := _BOUND.search(stem)) and is_event(bound["event"]))
        and any(end.search(stem) for end in (_UNTOLD, _VAGUE, _A_PEOPLE, _OFFICE, _ENDS_OPEN, _ENDS_BARE))
    )


def is_untold(stem: str) -> bool:
    """Does the question name one of many letters, a study of nobody knows what, or the first of no kind?"""
    if _ONE_OF_THEM.search(stem) or _ITS.search(stem):
        return True
    if "ourt " in stem and _RULED.search(stem):
        return True
    if _WRITTEN_TO.search(stem) or _UNTOLD_SUBJECT.search(stem):
        return True
    return bool(_FIRST_OF.search(stem)) and _CAPITAL.search(stem) is None
