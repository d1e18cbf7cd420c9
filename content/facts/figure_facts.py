"""How does a hit become a figure? Its exact decimal, what it counts, and the codes that a teacher should see."""

from fractions import Fraction
from sys import intern

from content.document import Document, Span
from content.facts.fact import Fact, FigureValue
from content.facts.flags import rebased
from content.facts.hit import DateHit, FigureHit
from content.facts.line import Line


def decimal(number: Fraction) -> str:
    """An exact decimal string, or six significant figures where there is none."""
    if number.denominator == 1:
        return str(number.numerator)
    scaled, digits = number, 0
    while scaled.denominator != 1 and digits < 40:
        scaled, digits = scaled * 10, digits + 1
    if scaled.denominator != 1:
        return f"{float(number):.6g}"
    sign, plain = ("-" if scaled < 0 else ""), str(abs(scaled.numerator)).rjust(digits + 1, "0")
    return f"{sign}{plain[:-digits]}.{plain[-digits:]}"


def figure_fact(
    line: Line,
    hit: FigureHit,
    span: Span,
    sentence: Span,
    section: int,
    flags: tuple[str, ...],
    document: Document,
    *,
    junk: bool,
) -> Fact:
    """The fact of a hit that stands at `span`, in a sentence with those flags."""
    high = decimal(hit.high) if hit.high is not None else None
    unit = intern(hit.unit) if hit.unit else hit.unit
    value = FigureValue(intern(decimal(hit.number)), high, unit, hit.approximate, hit.bound)
    codes = list(flags)
    if hit.approximate or hit.bound:
        codes.append("hedged")
    if hit.unit and rebased(document.text, span, sentence, document.language):
        codes = [code for code in codes if code != "stale"] + ["rebased_money"]
    if _anaphoric(line, hit):
        codes.append("anaphoric")
    counted, hedge = counted_words(line, hit), hedge_words(line, hit)
    counted = intern(counted) if counted else counted
    return Fact("figure", span, value, sentence, section, counted, hedge, flags=tuple(codes), in_junk=junk)


def _anaphoric(line: Line, hit: FigureHit) -> bool:
    """ "the three", "both two": a small number in words that points back."""
    pointing = line.words[hit.start - 1] in {"the", "these", "those", "both", "all"}
    return pointing and hit.number <= 12 and line.kinds[hit.start] == "w"


def counted_words(line: Line, hit: FigureHit) -> str | None:
    """The words of what is counted as printed; None where nothing is."""
    return line.text[line.starts[hit.counted[0]] : line.ends[hit.counted[1] - 1]] if hit.counted else None


def hedge_words(line: Line, hit: FigureHit | DateHit) -> str | None:
    """The words of the hedge as printed; None where there are none."""
    return intern(line.text[line.starts[hit.hedge[0]] : line.ends[hit.hedge[1] - 1]]) if hit.hedge else None
