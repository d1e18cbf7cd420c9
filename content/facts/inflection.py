"""What do the endings of a word tell? Counted nouns and their singular in a language that inflects them."""

from dataclasses import dataclass
from typing import Any

from content.facts.line import Line

LONGEST = 4


@dataclass(frozen=True, slots=True)
class Inflection:
    """The endings of adjectives, of verbs, of nouns behind a number, and what makes a noun singular again."""

    adjectives: tuple[str, ...]
    verbs: tuple[str, ...]
    many: tuple[str, ...]
    containers: frozenset[str]
    singular: tuple[tuple[str, str], ...]

    def head(
        self, line: Line, start: int, stops: frozenset[str], known: dict[str, str], *, held: bool = False
    ) -> int | None:
        """The token after the noun phrase that begins there: adjectives, then a noun, then what a container holds."""
        place = start
        while place - start < LONGEST and self._may_stand(line, place, stops, known):
            if line.words[place] in known or not line.printed(place).endswith(self.adjectives):
                if line.printed(place) in self.containers and not held:
                    return self.head(line, place + 1, stops, known, held=True) or place + 1
                return place + 1
            place += 1
        return place if place > start else None

    def _may_stand(self, line: Line, place: int, stops: frozenset[str], known: dict[str, str]) -> bool:
        word = line.words[place]
        if line.kinds[place] != "w" or line.upper(place) or len(word) < 3 or word in stops:
            return False
        return word in known or not word.endswith(self.verbs)

    def one(self, word: str) -> str:
        """The noun in the singular where its ending tells, else as printed."""
        for ending, singular in self.singular:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                return word.removesuffix(ending) + singular
        return word


def inflection(nouns: dict[str, Any]) -> Inflection | None:
    """The endings in a language's `[nouns]`; None where it has none."""
    if "singular" not in nouns:
        return None
    pairs = sorted(((ending, one) for ending, one in nouns["singular"]), key=lambda pair: -len(pair[0]))
    return Inflection(
        tuple(nouns["adjectives"]),
        tuple(nouns["verbs"]),
        tuple(nouns["many"]),
        frozenset(nouns["containers"]),
        tuple(pairs),
    )
