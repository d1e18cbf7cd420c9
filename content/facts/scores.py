"""Are two numbers the score of a game, or what a bet pays? "3–2", "lost 0–4", "7-1 against"."""

from content.facts.line import Line
from content.facts.number import Numeral
from content.facts.words import Vocabulary

VOTES = frozenset({"voted", "vote", "passed", "approved", "rejected", "carried", "by"})
GAMES = frozenset(
    {"beat", "beaten", "defeat", "draw", "drawn", "drew", "goalless", "lead", "leading", "led", "lose", "losing"}
    | {"loss", "lost", "scoreless", "stalemate", "tie", "tied", "trailed", "trailing", "victory", "win", "won"}
)


def is_score(line: Line, first: Numeral, second: Numeral) -> bool:
    """ "3–2", the greater first, or either way round beside the words of a game: "lost 0–4", "a 2–2 draw"."""
    if not (first.bare and second.bare and line.touches(first.end) and line.touches(second.start)):
        return False
    if second.value >= first.value:
        return second.value <= 40 and (line.words[first.start - 1] in GAMES or line.words[second.end] in GAMES)
    highest = 1000 if line.words[first.start - 1] in VOTES else 200
    return first.value <= highest and (not line.touches(second.end) or line.kinds[second.end] == "p")


def is_odds(line: Line, first: Numeral, second: Numeral, words: Vocabulary) -> bool:
    """ "at 100-1", "7-1 against": what a bet pays."""
    if second.value != 1 or first.value <= 1:
        return False
    near = {line.words[second.end], line.words[second.end + 1]}
    told = "odds" in line.words[max(0, first.start - 5) : first.start]
    return told or line.words[first.start - 1] == "at" or not near.isdisjoint(words.sets["odds"])
