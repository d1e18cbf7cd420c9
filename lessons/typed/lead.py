"""What do people say before the answer itself? "I think it is", in the languages we have words for."""

import re

from lessons.typed.fold import fold

_LEADS = (
    *("i think", "i believe", "i guess", "i would say", "i d say", "id say", "im pretty sure", "im sure", "i m sure"),
    *("maybe", "perhaps", "probably", "it is", "its", "it s", "it was", "that is", "thats", "this is", "must be"),
    *("it must be", "the answer is", "answer", "option", "my answer is", "my guess is", "umm", "um", "uh", "hmm", "er"),
    *("he was", "she was", "he is", "she is", "they were", "they are", "those are", "there were", "there are"),
    *("it is called", "its called", "called", "it was called", "known as", "final answer", "i go with", "id go with"),
    *("id say", "im going with", "i d go with", "it has to be", "letter", "choice", "def", "definitely", "surely"),
    *("ответ", "вариант", "буква", "відповідь", "варіант", "antwort", "die antwort ist", "reponse", "la reponse est"),
    *("respuesta", "la respuesta es", "resposta", "a resposta e", "jawaban", "jawabannya", "پاسخ", "جواب", "گزینه"),
    *("उत्तर", "जवाब", "विकल्प"),
    *("ich glaube", "ich denke", "ich meine", "vielleicht", "es ist", "es war", "das ist", "das war", "wohl"),
    *("я думаю", "думаю", "наверное", "кажется", "по моему", "может быть", "может", "это", "это был", "это была"),
    *("гадаю", "мабуть", "можливо", "здається", "це", "це був", "це була"),
    *("je pense que c est", "je pense", "je crois que c est", "je crois", "peut etre", "c est", "cest", "c etait"),
    *("creo que es", "creo que", "creo", "quizas", "tal vez", "es", "fue", "era"),
    *("acho que e", "acho que", "acho", "talvez", "foi", "e o", "e a"),
    *("saya kira", "saya rasa", "mungkin", "kayaknya", "itu", "adalah"),
    *("فکر کنم", "فکر می کنم", "شاید", "به نظرم"),
    *("मुझे लगता है", "शायद", "यह", "मेरे ख्याल से"),
)
_LEAD = re.compile(
    "(?:" + "|".join(sorted({re.escape(fold(lead)) for lead in _LEADS}, key=len, reverse=True)) + r")\s+"
)


_TAIL = re.compile(
    r"\s+(?:i think|i guess|i believe|i suppose|im (?:pretty )?sure|maybe|probably|perhaps|right|or so|lol|haha"
    r"|for sure|glaube ich|denke ich|oder|je crois|je pense|creo|acho|кажется|наверное|вроде|мабуть|здається"
    r"|kayaknya|mungkin|فکر کنم|शायद)$"
)


def without_lead(text: str) -> str:
    """The text, folded, without "I think it is" and the like, before it or behind."""
    folded = fold(text)
    while found := _LEAD.match(folded):
        folded = folded[found.end() :]
    while found := _TAIL.search(folded):
        folded = folded[: found.start()]
    return folded
