"""What does the playground's page itself say, in the reader's language? Its frame; what is in the chat is the bot's."""

import html
import json
import re

from babel import Locale

from bot.texts import Texts, all_languages, own_name, texts

PLACE = re.compile(r"\{\{(\w+)\}\}")
"""Where a word stands in index.html."""
WISH = re.compile(r"\s*([a-z]{2})\b[^,;]*(?:;\s*q=([\d.]+))?", re.IGNORECASE)


def chosen(wishes: str) -> str:
    """The language for an Accept-Language header: the most wanted one that there is, else English."""
    known = all_languages()
    found = [(float(weight or 1), -at, code.lower()) for at, (code, weight) in enumerate(WISH.findall(wishes[:1000]))]
    return next((code for _, _, code in sorted(found, reverse=True) if code in known), "en")


def page_in(language: str, template: str) -> str:
    """The page in that language: every place filled, the words that its script needs beside it as JSON."""
    words = {name: str(said) for name, said in _words(texts(language)).items()}
    direction = "rtl" if Locale(language).text_direction == "rtl" else "ltr"
    options = "".join(
        f'<option value="{code}" lang="{code}"{" selected" if code == language else ""}>{own_name(code)}</option>'
        for code in all_languages()
    )
    filled = {name: html.escape(html.unescape(said)) for name, said in words.items()}
    script = json.dumps({name: html.unescape(said) for name, said in words.items()}, ensure_ascii=False)
    filled |= {
        "language": language,
        "direction": direction,
        "languages": options,
        "words": script.replace("<", "\\u003c"),
    }
    return PLACE.sub(lambda place: filled[place[1]], template)


def _words(t: Texts) -> dict[str, str]:
    return _introduction(t) | _panel(t) | _head_and_foot(t) | _messages(t)


def _introduction(t: Texts) -> dict[str, str]:
    return {
        "page_title": t("Lectern playground"),
        "headline": t("Figures and dates that stay in your head"),
        "pretend": t("This is the real bot in a pretend Telegram. No account, and nothing leaves this computer."),
        "learner_1": t("Press Start. Read a little, then answer: tap, or type as you like."),
        "learner_2": t("At the clock, press Next reminder. Days pass, and the question comes to you."),
        "learner_3": t("Be the teacher, and make such a lesson of a text of yours."),
        "teacher_1": t("Send a text, a PDF or a Word file. A sample is at hand."),
        "teacher_2": t("See what was drafted and what was left out, and why. Publish it."),
        "teacher_3": t("Make a class and hand out its link. Be the learner, and open it."),
        "sample": t("Send a sample document"),
        "you_are_title": t("You are"),
        "a_learner": t("A learner"),
        "a_teacher": t("A teacher"),
        "three_steps": t("Three steps"),
        "skip": t("Skip to the message field"),
    }


def _panel(t: Texts) -> dict[str, str]:
    return {
        "playground": t("Playground"),
        "panel_note": t("Playground: the real bot, a pretend Telegram. Nothing leaves this computer."),
        "close_panel": t("Close the panel"),
        "it_is": t("It is"),
        "hour": t("+1 hour"),
        "day": t("+1 day"),
        "week": t("+1 week"),
        "next_reminder": t("Next reminder"),
        "clock_hint": t("Reviews come back after days. Move the clock and see."),
        "real_time": t("the real time"),
        # Translators: {time} is a length of time, such as "3 days".
        "ahead": t("{time} ahead", time="{time}"),
        "try_out": t("Try it out"),
        "page_language": t("Language"),
        "own": t("Become the owner"),
        "again": t("Deliver the last update twice"),
        "sent_again": t("Sent again."),
        "nothing_again": t("There is nothing to send again yet."),
        "no_reminder": t("No reminder is planned."),
        "block": t("Block the bot"),
        "unblock_bot": t("Unblock the bot"),
        "start_over": t("Start over"),
        "start_over_sure": t("Start over? Everything said here, and all that was learnt, is forgotten."),
        "no": t("Cancel"),
        "new_messages": t("New messages: {count}", count="{count}"),
    }


def _head_and_foot(t: Texts) -> dict[str, str]:
    return {
        "people_and_clock": t("People and clock"),
        "theme": t("Dark or light"),
        "bot": t("bot"),
        "typing": t("typing"),
        "lost": t("connecting"),
        "messages": t("Messages"),
        "to_latest": t("To the latest message"),
        "drop": t("Drop the file to send it"),
        "commands": t("Commands"),
        # Translators: the button that begins a chat in Telegram; use Telegram's own word.
        "start": t("Start"),
        "unblock": t("Unblock"),
        "reply": t("Reply"),
        "reply_off": t("Do not reply to it"),
        "menu": t("Menu"),
        "message": t("Message"),
        "send_file": t("Send a file"),
        "send": t("Send"),
        "reply_keyboard": t("Reply keyboard"),
        "ok": t("OK"),
        "picture": t("Picture"),
        "close": t("Close"),
        "needs_script": t("The playground needs JavaScript."),
    }


def _messages(t: Texts) -> dict[str, str]:
    return {
        "you": t("You"),
        "pinned": t("Pinned: {text}", text="{text}"),
        "edited": t("edited"),
        "picture_described": t("Picture, described below"),
        "show_large": t("{picture}. Show it large", picture="{picture}"),
        "buttons": t("Buttons"),
        "reactions": t("Reactions"),
        "react": t("React to this message"),
        "show_quote": t("Show the quotation"),
        "hidden": t("Hidden text, show it"),
        "quiz": t("Quiz"),
        "poll": t("Poll"),
        "anonymous_quiz": t("Anonymous quiz"),
        "anonymous_poll": t("Anonymous poll"),
        "final": t("Final results"),
        "no_answers": t("No answers yet"),
        "answers": t("Answers: {count}", count="{count}"),
        "vote": t("Vote"),
        "right_answer": t("right answer"),
        "not_this": t("not this one"),
        "your_choice": t("your choice"),
    }
