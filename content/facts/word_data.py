"""How is a language's own file of cues brought into the form in which the rules read its words?"""

import tomllib
from importlib import resources
from typing import Any

from content.facts.tongue import ENGLISH, Tongue, tongue


def key(phrase: str) -> tuple[str, ...]:
    """A phrase as the tokens by which the rules look it up, full stops left out."""
    return tuple(part for part in phrase.replace(".", " .").replace("-", " - ").split() if part != ".")


def own_words(code: str) -> dict[str, Any]:
    """The cues of that language, in the form in which the rules read its words."""
    file = resources.files("content.languages") / f"{code}.toml"
    own: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    if "tongue" not in own:
        return own | {"speech": ENGLISH}
    speech = tongue(own["tongue"], own["roles"])
    for name in ("scan", "names", "time", "sets", "hedges", "bounds"):
        own[name] = {key: told(value, speech) for key, value in own[name].items()}
    for name in KEYED:
        own[name] = told(own.get(name, {}), speech)
    own["sets"] = {name: own["sets"].get(name, ()) for name in {*own["sets"], *own_words("en")["sets"]}}
    return own | {"speech": speech}


KEYED = ("more_numbers", "more_ordinals", "parts", "plurals")


def told(value: Any, speech: Tongue) -> Any:
    """The words of a list, or the keys of a table, by their roles."""
    if isinstance(value, list):
        return [speech.phrase(words) for words in value]
    return {speech.phrase(key): kept for key, kept in value.items()} if isinstance(value, dict) else value
