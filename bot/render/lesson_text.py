"""How does a pack's own text look in a chat? Blocks and runs as Telegram HTML, in parts that fit a message."""

from dataclasses import replace

from bot.render.cut import units
from bot.texts import Html, bold, escape, italic
from lessons.pack import Block, Reading
from lessons.quote import sentence_of
from lessons.rich import Rich, Run, plain, rich

PART = 3000
"""Units of text in one part of a reading; the rest of the message is for its title and source."""


def runs(text: Rich) -> Html:
    """Styled text as HTML."""
    return Html("".join(_run(run) for run in text))


def _run(run: Run) -> Html:
    match run.style:
        case "strong":
            return bold(run.text)
        case "em":
            return italic(run.text)
        case "code":
            return Html(f"<code>{escape(run.text)}</code>")
        case "link" if run.href and run.href.startswith(("http://", "https://")):
            host = run.href.split("/")[2]
            label = run.text if host in run.text else f"{run.text} ({host})"
            return Html(f'<a href="{_attribute(run.href)}">{escape(label)}</a>')
        case _:
            return escape(run.text)


def _attribute(value: str) -> str:
    return escape(value).replace('"', "&quot;")


def block(value: Block, number: int) -> Html:
    """One block; `number` counts the entries of a numbered list."""
    match value.kind:
        case "heading":
            return bold(runs(value.text))
        case "bullet":
            return Html(f"• {runs(value.text)}")
        case "numbered":
            return Html(f"{number}. {runs(value.text)}")
        case "quote":
            return Html(f"<blockquote>{runs(value.text)}</blockquote>")
        case "image":
            return italic(Html(f"[{runs(value.text)}]"))
        case _:
            return runs(value.text)


POINTER = "➤ "
"""Stands before the words pointed at: bold type alone says nothing to a screen reader."""


def parts(reading: Reading, marked: str | None = None) -> list[Html]:
    """The reading's text in message-sized parts, cut between blocks; at least one part.

    The first block that holds the words `marked` has their sentence in bold behind a pointer, without other styles.
    """
    reading = _pointed(reading, marked) if marked else reading
    out: list[str] = []
    size, number, before = 0, 0, ""
    for value in (piece for whole in reading.blocks for piece in _pieces(whole)):
        number = number + 1 if value.kind == "numbered" else 0
        said = block(value, number)
        length = units(said)
        listed = value.kind in ("bullet", "numbered")
        glue = "\n" if listed and before in ("bullet", "numbered") else "\n\n"
        if out and size + length <= PART:
            out[-1] += glue + said
            size += length + 2
        else:
            out.append(said)
            size = length
        before = value.kind
    return [Html(part) for part in out] or [Html("")]


def _pointed(reading: Reading, words: str) -> Reading:
    """The reading with the sentence of these words made strong in the block where it stands."""
    before, exact, after = sentence_of(reading, words)
    sentence = before + exact + after
    for place, value in enumerate(reading.blocks):
        text = " ".join(plain(value.text).split())
        if sentence in text:
            start, _, end = text.partition(sentence)
            runs_ = (Run(start), Run(POINTER + sentence, "strong"), Run(end))
            pointed = replace(value, text=tuple(run for run in runs_ if run.text))
            return replace(reading, blocks=(*reading.blocks[:place], pointed, *reading.blocks[place + 1 :]))
    return reading


def _pieces(value: Block) -> list[Block]:
    """A block that fits into a part, or its plain words cut at sentences and spaces where it does not."""
    words = plain(value.text)
    if units(words) <= PART:
        return [value]
    pieces: list[str] = []
    while words:
        piece = words if units(words) <= PART else words[: PART // 2]
        if piece is not words:
            end = max(piece.rfind(". ") + 1, piece.rfind(" ") if piece.rfind(". ") < PART // 4 else 0)
            piece = piece[: end or len(piece)]
        pieces.append(piece.strip())
        words = words[len(piece) :].lstrip()
    return [replace(value, text=rich(piece)) for piece in pieces]
