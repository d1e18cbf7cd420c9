"""How does a reading look?"""

from datetime import date

from bot import buttons
from bot.render import lesson_text
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reply import Reply, Rows
from bot.render.sitting.scene import Scene
from bot.texts import Html, Texts, bold, escape, italic, lines
from lessons.pack import Reading
from lessons.session import Session, SessionKind
from lessons.timed import reading_secs


def reading(scene: Scene, t: Texts) -> list[Reply]:
    """The reading in as many messages as it needs; the last has the button that goes on."""
    session, reading = scene.session, scene.reading
    assert reading is not None
    texts = lesson_text.parts(reading)
    readings = [step for step in session.steps if step.kind == "reading"]
    number = sum(step.kind == "reading" for step in session.steps[: session.position + 1])
    minutes = max(1, round(reading_secs(len(reading.text.split())) / 60))
    head = [bold(shorten(reading.title, 200))]
    where = t("Reading {number} of {total}", number=number, total=len(readings))
    head.append(italic(where + " · " + t.n("about {count} minute", "about {count} minutes", minutes)))
    if scene.resumed is not None:
        head.insert(0, where_left(scene.resumed, t))
    if scene.minutes is not None:
        head.append(italic(_whole(session, scene.minutes, t)))
    if scene.pack and scene.pack.notice and number == 1:
        head.append(Html(f"<blockquote>{escape(shorten(scene.pack.notice, 400))}</blockquote>"))
    texts[0] = lines(*head, "", texts[0])
    credit = _credit(scene, reading)
    if credit:
        texts[-1] = lines(texts[-1], "", italic(t("Source: {credit}", credit=credit)))
    count = _questions_after(session)
    label = t.n("Ask me {count} question", "Ask me {count} questions", count) if count else t("Go on")
    rows: Rows = ((button(label, buttons.Next(session.id, session.position)),),)
    if session.kind is SessionKind.READING and session.pack_id:
        rows = (*rows, (button(t("Stop here, ask me"), buttons.Learn(session.pack_id)),))
    return [*(Reply(text) for text in texts[:-1]), Reply(texts[-1], rows)]


def where_left(day: date, t: Texts) -> Html:
    """The line over what is taken up on a later day."""
    return bold(t("Where you left it on {day}:", day=t.day(day)))


def _whole(session: Session, minutes: int, t: Texts) -> Html:
    """What the sitting holds, told at its beginning."""
    readings = sum(step.kind == "reading" for step in session.steps)
    questions = len(session.steps) - readings
    counted = t.n("{count} reading", "{count} readings", readings)
    if questions:
        counted = counted + t.comma + t.n("{count} question", "{count} questions", questions)
    whole = t.n("about {count} minute in all", "about {count} minutes in all", minutes)
    return Html(f"{counted}: {whole}")


def _questions_after(session: Session) -> int:
    """Questions until the next reading."""
    count = 0
    for step in session.steps[session.position + 1 :]:
        if step.kind == "reading":
            break
        count += 1
    return count


def _credit(scene: Scene, reading: Reading) -> str:
    source = scene.pack.source(reading.source) if scene.pack and reading.source else None
    return shorten(source.citation, 300) if source else ""
