"""How does it look what two sources say of one thing? Each with its sentence, and how they stand to each other."""

from bot.render.cut import shorten
from bot.texts import Texts, bold, escape, italic
from lessons.items import Apart, CompareItem
from lessons.pack import Pack


def compared(item: CompareItem, pack: Pack | None, t: Texts) -> list[str]:
    """The card shown after the answer: what is more exact, then every source's own words, named."""
    lines: list[str] = []
    apart = item.apart(pack.language if pack else "en")
    if apart is not None:
        lines += ["", *_apart(apart, t)]
    for claim in item.answer:
        exact = next((cited.exact for cited in item.sources if cited.ref == claim.source and cited.exact), None)
        words = f"<blockquote>“{escape(shorten(exact, 400))}”</blockquote>" if exact else None
        lines += ["", bold(f"{claim.left}: {claim.right}"), *([words] if words else [])]
        source = pack.source(claim.source) if pack else None
        if source is not None:
            lines.append(italic(f"— {shorten(source.citation, 200)}"))
    return lines


def _apart(apart: Apart, t: Texts) -> list[str]:
    if apart.exact is not None:
        who = bold(apart.exact.left)
        return [t("{source} is the more exact: rounded alike, they agree.", source=who)]
    if apart.percent is None:
        return [t("Both cannot be right.")]
    percent = max(1, round(apart.percent))
    return [t.n("They are about {count} percent apart.", "They are about {count} percent apart.", percent)]
