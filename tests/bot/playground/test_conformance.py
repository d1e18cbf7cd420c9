"""python-telegram-bot reads everything the playground answers, and is refused in Telegram's words."""

import asyncio
from datetime import timedelta

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputMediaDocument,
    InputMediaPhoto,
    InputTextMessageContent,
    ReactionTypeEmoji,
    Update,
)
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.playground import actions
from bot.playground.faults import Flood
from bot.playground.request import PlaygroundRequest


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=label.lower())] for label in labels])


async def updates(bot: Bot, offset: int = 0) -> list[Update]:
    return list(await bot.get_updates(offset=offset, timeout=0))


async def test_a_command_arrives_with_its_entity(bot, ada):
    (update,) = await updates(bot)
    assert update.message.text == "/start lesson_1"
    assert update.message.entities[0].type == "bot_command"
    assert update.effective_user.language_code == "en"


async def test_text_photo_document_and_album_are_sent(bot, ada, png):
    sent = await bot.send_message(1001, "<b>11 June</b> 1942", parse_mode="HTML", reply_markup=keyboard("Next"))
    assert (sent.text, sent.entities[0].type, sent.reply_markup.inline_keyboard[0][0].text) == (
        "11 June 1942",
        "bold",
        "Next",
    )
    photo = await bot.send_photo(1001, png(2000, 1000), caption="A chart")
    assert [size.width for size in photo.photo] == [90, 320, 800, 1280]
    document = await bot.send_document(1001, b"{}", filename="data.json", caption="Yours")
    assert document.document.file_name == "data.json"
    file = await bot.get_file(document.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"{}"
    album = await bot.send_media_group(1001, [InputMediaPhoto(png()), InputMediaDocument(b"x", filename="x.txt")])
    assert len({message.media_group_id for message in album}) == 1
    assert ada.last.document == ("x.txt", b"x")


async def test_edits_happen_in_place_and_say_when_nothing_changes(bot, ada, png):
    sent = await bot.send_message(1001, "one", reply_markup=keyboard("A"))
    edited = await bot.edit_message_text("two", 1001, sent.message_id, reply_markup=keyboard("A"))
    assert (edited.text, edited.message_id) == ("two", sent.message_id)
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await bot.edit_message_text("two", 1001, sent.message_id, reply_markup=keyboard("A"))
    await bot.edit_message_reply_markup(1001, sent.message_id)
    assert ada.last.labels == []
    photo = await bot.send_photo(1001, png(), caption="c")
    await bot.edit_message_caption(1001, photo.message_id, caption="d")
    await bot.edit_message_media(InputMediaPhoto(png(50, 50), caption="e"), 1001, photo.message_id)
    assert ada.last.text == "e"
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("x", 1001, photo.message_id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", 1001, 999)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("x", 1001, 1)


async def test_a_press_is_answered_once_and_in_time(bot, ada, world):
    await bot.send_message(1001, "Ready?", reply_markup=keyboard("Start"))
    await ada.tap("Start")
    query = (await updates(bot))[-1].callback_query
    assert (query.data, query.message.text) == ("start", "Ready?")
    assert await bot.answer_callback_query(query.id, "Right", show_alert=True)
    assert ada.toast == "Right"
    too_old = "Query is too old and response timeout expired or query id is invalid"
    with pytest.raises(BadRequest, match=too_old):
        await bot.answer_callback_query(query.id)
    await ada.tap("Start")
    query = (await updates(bot))[-1].callback_query
    world.clock.move(timedelta(minutes=1))
    with pytest.raises(BadRequest, match=too_old):
        await bot.answer_callback_query(query.id)


async def test_a_quiz_poll_is_voted_in_and_stopped(bot, ada):
    sent = await bot.send_poll(
        1001, "When?", ["1941", "1942"], type="quiz", correct_option_ids=[1], is_anonymous=False, explanation="June"
    )
    await ada.vote(1)
    poll, answer = (await updates(bot))[-2:]
    assert poll.poll.total_voter_count == 1
    assert tuple(answer.poll_answer.option_ids) == (1,)
    await ada.vote(0)  # a quiz allows no second thought
    assert (await bot.stop_poll(1001, sent.message_id)).is_closed
    with pytest.raises(BadRequest, match="Poll has already been closed"):
        await bot.stop_poll(1001, sent.message_id)


async def test_commands_names_and_descriptions_are_kept_by_language(bot, ada, world):
    commands = [BotCommand("learn", "Read and answer")]
    await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats(), language_code="de")
    assert await bot.get_my_commands(BotCommandScopeAllPrivateChats(), "de") == tuple(commands)
    assert await bot.get_my_commands() == ()
    assert world.profile.commands_for(1001, "de-AT")[0]["command"] == "learn"
    await bot.set_my_commands(commands, scope=BotCommandScopeChat(1001))
    assert world.profile.commands_for(1001, "en")
    await bot.delete_my_commands(BotCommandScopeChat(1001))
    await bot.set_my_name("Pult", "de")
    await bot.set_my_description("What it does")
    await bot.set_my_short_description("Short")
    assert (await bot.get_my_name("de")).name == "Pult"
    assert (await bot.get_my_description()).description == "What it does"
    assert (await bot.get_my_short_description()).short_description == "Short"


async def test_the_other_methods_answer(bot, ada, world):
    me = await bot.get_me()
    assert (me.username, me.is_bot) == ("LecternBot", True)
    assert (await bot.get_chat(1001)).first_name == "Ada"
    assert (await bot.get_chat_member(1001, 1001)).status == "member"
    sent = await bot.send_message(1001, "What year?", reply_markup=ForceReply(input_field_placeholder="A year"))
    assert ada.chat.keyboard["input_field_placeholder"] == "A year"
    await bot.pin_chat_message(1001, sent.message_id)
    assert (await bot.get_chat(1001)).pinned_message.text == "What year?"
    await bot.unpin_chat_message(1001)
    await bot.set_message_reaction(1001, sent.message_id, [ReactionTypeEmoji("👍")])
    await bot.send_chat_action(1001, "typing")
    assert await bot.delete_message(1001, sent.message_id)
    assert ada.messages[-1].text == "/start lesson_1"
    assert (await bot.get_webhook_info()).pending_update_count == 1


async def test_inline_queries_and_reactions_arrive_when_asked_for(bot, ada, world):
    await ada.react("🔥", on=ada.messages[0])
    assert len(await updates(bot)) == 1
    await bot.get_updates(allowed_updates=Update.ALL_TYPES, timeout=0, offset=-1)
    await ada.react("👍", on=ada.messages[0])
    number = actions.ask_inline(world, ada.person, "1942")
    reaction, query = (await updates(bot))[-2:]
    assert reaction.message_reaction.new_reaction[0].emoji == "👍"
    article = InlineQueryResultArticle("1", "A question", InputTextMessageContent("When?"))
    await bot.answer_inline_query(query.inline_query.id, [article])
    assert world.inline_answers[number][0]["title"] == "A question"


async def test_a_person_who_blocks_is_noticed(bot, ada):
    await ada.block()
    assert (await updates(bot))[-1].my_chat_member.new_chat_member.status == "kicked"
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(1001, "hello")
    await ada.block(False)
    assert (await updates(bot))[-1].my_chat_member.new_chat_member.status == "member"
    await bot.send_message(1001, "hello")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Message text is empty"),
        ("  \n ", "Text must be non-empty"),
        ("x" * 4097, "Message is too long"),
        ("𝔸" * 2049, "Message is too long"),
    ],
)
async def test_texts_out_of_bounds_are_refused(bot, ada, text, words):
    with pytest.raises(BadRequest, match=words):
        await bot.send_message(1001, text)


async def test_buttons_out_of_bounds_are_refused(bot, ada):
    for data in ("x" * 65, "ё" * 33):
        with pytest.raises(BadRequest, match="Button_data_invalid"):
            await bot.send_message(
                1001, "x", reply_markup=InlineKeyboardMarkup.from_button(InlineKeyboardButton("x", callback_data=data))
            )
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_document(1001, b"x", caption="x" * 1025)
    with pytest.raises(BadRequest, match="Poll can't have more than 12 options"):
        await bot.send_poll(1001, "?", ["x"] * 13)
    with pytest.raises(BadRequest, match="Poll question length must not exceed 300"):
        await bot.send_poll(1001, "?" * 301, ["x", "y"])
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([("Learn", "x")])
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query("1", "x" * 201)


async def test_unknown_chats_tokens_methods_and_files_are_refused(bot, world, ada):
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(77, "x")
    world.person("Grace")  # known to Telegram, but she never wrote to the bot
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(1002, "x")
    with pytest.raises(BadRequest, match="Invalid file_id"):
        await bot.get_file("nothing")
    with pytest.raises(InvalidToken):
        await Bot("1:wrong", request=PlaygroundRequest(world)).get_me()
    with pytest.raises(Exception, match="not found"):
        await bot.do_api_request("noSuchMethod")


async def test_faults_strike_as_often_as_told(bot, world, ada):
    world.fail("sendMessage", 1, code=429, retry_after=7)
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(1001, "x")
    assert refused.value._retry_after == timedelta(seconds=7)
    world.fail("*", 1, code=502)
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(1001, "x")
    world.fail("sendMessage", 1, kind="timeout")
    with pytest.raises(TimedOut):
        await bot.send_message(1001, "x", read_timeout=0.2)
    world.fail("sendMessage", 1, kind="reset")
    with pytest.raises(NetworkError):
        await bot.send_message(1001, "x")
    world.fail("sendMessage", 1, kind="lost")
    with pytest.raises(NetworkError):
        await bot.send_message(1001, "arrived all the same")
    assert ada.last.text == "arrived all the same"
    assert (await bot.send_message(1001, "and now")).text == "and now"


async def test_flood_limits_hold_once_switched_on(bot, world, ada):
    time = 0.0
    world.flood = Flood(timer=lambda: time)
    for number in range(3):
        await bot.send_message(1001, str(number))
    with pytest.raises(RetryAfter):
        await bot.send_message(1001, "too much")
    time = 3.5
    await bot.send_message(1001, "later")


async def test_two_pollers_are_one_too_many(bot, ada):
    first = (await updates(bot))[0].update_id
    waiting = asyncio.create_task(bot.get_updates(offset=first + 1, timeout=20))
    await asyncio.sleep(0.02)
    second = asyncio.create_task(bot.get_updates(offset=first + 1, timeout=20))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await waiting
    await ada.send("wakes the second at once")
    assert (await asyncio.wait_for(second, 1))[0].message.text == "wakes the second at once"


async def test_an_offset_acknowledges_and_nothing_else_does(bot, ada, world):
    await ada.send("two")
    first = (await updates(bot))[0].update_id
    assert len(await bot.get_updates(offset=first, limit=100, timeout=0)) == 2
    assert world.pending_updates == 2
    assert [update.message.text for update in await bot.get_updates(offset=first + 1, timeout=0)] == ["two"]
    assert world.pending_updates == 1
    await bot.get_updates(offset=first + 2, timeout=0)
    assert world.pending_updates == 0


async def test_presses_expire_after_150_seconds_and_messages_after_a_day(bot, ada, world):
    await bot.send_message(1001, "Ready?", reply_markup=keyboard("Start"))
    await ada.tap("Start")
    world.clock.move(timedelta(seconds=151))
    assert [update.message is not None for update in await updates(bot)] == [True]
    world.clock.move(timedelta(days=1))
    assert await updates(bot, 1) == []


async def test_a_webhook_excludes_polling(bot, ada):
    await bot.set_webhook("https://example.org/hook", secret_token="s")
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates(timeout=0)
    with pytest.raises(BadRequest, match=r"(?i)An HTTPS URL must be provided for webhook"):
        await bot.set_webhook("http://example.org/hook")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await updates(bot) == []


async def test_asking_the_same_offset_at_once_again_yields_one_update(bot, ada, world):
    world.updates.strict_repeats = True
    await ada.send("two")
    assert len(await updates(bot)) == 2
    assert len(await updates(bot)) == 1


async def test_pictures_and_files_have_their_limits(bot, ada, png, world):
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(1001, b"not a picture")
    with pytest.raises(BadRequest, match="Photo_invalid_dimensions"):
        await bot.send_photo(1001, png(100, 2))
    with pytest.raises(BadRequest, match="File must be non-empty"):
        await bot.send_document(1001, b"")
    await ada.send_document("book.txt", b"x" * (20 * 1024 * 1024 + 1))
    large = world.updates.last.update["message"]["document"]["file_id"]
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(large)


async def test_an_update_tells_how_it_was_when_it_happened(bot, ada, world):
    world.person("Grace")
    await bot.send_poll(1001, "?", ["a", "b"], is_anonymous=False)
    await ada.vote(0)
    await ada.vote(1)
    counts = [[option.voter_count for option in update.poll.options] for update in await updates(bot) if update.poll]
    assert counts == [[1, 0], [0, 1]]
