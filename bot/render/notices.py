"""Which single sentences does the bot say? By code, in the learner's language."""

from collections.abc import Callable, Mapping

from bot.render.reasons import WHY
from bot.texts import Html, Texts

Said = Callable[[Texts, Mapping[str, str]], Html]

NOTICES: dict[str, Said] = {
    "missing_scale": lambda t, data: t(
        "The digits look right. Is it thousand, million or billion? Type it, for example “{said} billion”.",
        said=data.get("said", ""),
    ),
    "nothing_to_ask": lambda t, data: t("There is nothing to ask in “{title}”.", title=data.get("title", "")),
    "no_such_city": lambda t, data: t(
        "I do not know a city called “{city}”. Try a larger one near you, or a zone such as Europe/Madrid.",
        city=data.get("city", ""),
    ),
    "snoozed": lambda t, data: t.n(
        "I will come back in {count} minute.", "I will come back in {count} minutes.", int(data.get("minutes", 60))
    ),
    "not_today": lambda t, data: t("Not today, then. Nothing is lost."),
    "cancelled": lambda t, data: t("Left. What you answered is kept."),
    "never_mind": lambda t, data: t("All right; nothing was changed."),
    "nothing_to_cancel": lambda t, data: t("There is nothing to leave."),
    "nothing_to_undo": lambda t, data: t("There is no answer to take back."),
    "not_your_class": lambda t, data: t("That is for those who lead this class, or learn in it."),
    "no_such_class": lambda t, data: t("No class has that code now. Ask your teacher for the link or the code."),
    "class_full": lambda t, data: t("That class is full."),
    "not_joined": lambda t, data: t("You have not joined. Open the link again whenever you like."),
    "left_class": lambda t, data: t("You have left the class. What you learned stays yours."),
    "no_such_day": lambda t, data: t(
        "I cannot take “{said}” as a day to come. Type it like 6 March, Friday, or 2026-03-06 18:00.",
        said=data.get("said", ""),
    ),
    "no_such_days": lambda t, data: t("I need two days to come. Type them like 1 July to 14 July."),
    "old_button": lambda t, data: t("That button is of an older version. /start begins afresh."),
    "not_found": lambda t, data: t("That is not here any more. /packs shows what there is."),
    "not_allowed": lambda t, data: t("You cannot do that here."),
    "not_a_teacher": lambda t, data: t(
        "Documents are for teachers here. Ask whoever runs this bot for an invitation link: it makes you one."
    ),
    "not_the_owner": lambda t, data: t("Only the owner of this bot can do that."),
    "not_your_pack": lambda t, data: t("That pack is not yours to change."),
    "nothing_to_publish": lambda t, data: t("Every question is dropped: there is nothing to publish."),
    "poll_without_key": lambda t, data: t(
        "I cannot see which answer is right: Telegram tells me of a quiz that is closed, or that you make here. "
        "Stop the quiz and forward it again."
    ),
    "question_known": lambda t, data: t("That question is in the pack already."),
    "text_dropped": lambda t, data: t("All right. The text is not kept."),
    "unfit_empty": lambda t, data: t("There were no words in that. Try once more."),
    "unfit_long": lambda t, data: t("That is too long. Try once more, shorter."),
    "unfit_gap": lambda t, data: t("The sentence needs one gap: write ____ where the answer belongs."),
    "unfit_number": lambda t, data: t(
        "I cannot read “{words}” as a figure. Write it like 11.3 billion or 1567 m.", words=data.get("words", "")
    ),
    "unfit_two_ways": lambda t, data: t(
        "“{words}” could be two different figures. Write it without thousands marks, with a point: 1500 or 1.5.",
        words=data.get("words", ""),
    ),
    "unfit_date": lambda t, data: t(
        "I cannot read “{words}” as a date. Write it like 11 June 1942, June 1942 or 1942.",
        words=data.get("words", ""),
    ),
    "unfit_tolerance": lambda t, data: t("I cannot read that. Write “2 %”, “5”, “50..60” or “exact”."),
    "unfit_truth": lambda t, data: t("Write true or false."),
    "unfit_key": lambda t, data: t("The answer of this question cannot be changed here. Mend it in the file."),
    "unfit_same_options": lambda t, data: t("Two of the answers are the same, or one is the right one. Try once more."),
    "unfit_right_twice": lambda t, data: t(
        "“{words}” would count as right, too. Take another wrong answer.", words=data.get("words", "")
    ),
    "unfit_two_options": lambda t, data: t("A choice needs at least one wrong answer."),
    "unfit_gives_away": lambda t, data: t(
        "The question would give “{words}” away. Put it otherwise.", words=data.get("words", "")
    ),
    "link_used": lambda t, data: t("That link has been used, or has run out. Ask for a new one."),
    "failed": lambda t, data: t("Something went wrong on my side, and it has been noted. Please try that once more."),
    "busy": lambda t, data: t("I am busy for a moment. Please try again."),
    "too_fast": lambda t, data: t(
        "That is more than I can take in. What came last was not read; please go on slowly in a minute."
    ),
    "idle": lambda t, data: t("I am not asking anything just now. /learn goes on, /review repeats, /help explains."),
    "unknown_command": lambda t, data: t("I do not know that command. /help lists what I can do."),
    "only_in_groups": lambda t, data: t(
        "/daily is for groups: it brings them a question a day. Add me to one and write it there. "
        "Here a reminder brings yours: /settings."
    ),
    "unknown_kind": lambda t, data: t("I read text and documents only. /help explains."),
    "no_such_name": lambda t, data: t("There is no letter in that. Type the name that shall stand on it."),
    "no_such_certificate": lambda t, data: t("No certificate with that code was given here."),
    "which_certificate": lambda t, data: t("Type the code that stands on the certificate: /verify K7QX-3MZP-29AB"),
    "kept": lambda t, data: t("Nothing was deleted."),
    "forgotten": lambda t, data: t("Everything about you is deleted. /start begins anew."),
    "private_only": lambda t, data: t("Please talk to me in a private chat."),
    "group_hello": lambda t, data: t(
        "Hello. /quiz calls a round for everybody here; /daily 09:00 brings a question a day. I read commands and "
        "presses only, and nobody is told who was wrong."
    ),
    "daily_on": lambda t, data: t(
        "A question a day at {time} ({zone}), from “{title}”. /daily off ends it.",
        time=data.get("time", ""),
        zone=data.get("zone", ""),
        title=data.get("title", ""),
    ),
    "daily_is": lambda t, data: t(
        "The question of the day comes at {time} ({zone}). /daily off ends it; /daily 18:00 changes it.",
        time=data.get("time", ""),
        zone=data.get("zone", ""),
    ),
    "daily_off": lambda t, data: t("No more questions of the day."),
    "no_daily": lambda t, data: t("There is no question of the day here."),
    "daily_how": lambda t, data: t("Write the time, such as /daily 09:00, or with a city: /daily 09:00 Lisbon."),
    "daily_zone": lambda t, data: t(
        "On which clock? Write it with a city or a zone, such as /daily {time} Lisbon.", time=data.get("time", "")
    ),
    "daily_not_yours": lambda t, data: t("Only an administrator of the group, or a teacher, can set that."),
    "no_packs": lambda t, data: t("There are no packs here yet."),
    "no_round": lambda t, data: t("There is no round to stop here."),
    "not_your_round": lambda t, data: t("Only whoever started the round, or an administrator, can stop it."),
    "removed": lambda t, data: t("The pack is removed; nothing of it will be asked any more."),
    "too_large": lambda t, data: t(
        "“{name}” is larger than {limit} MB, the most that I take. Send it in parts.",
        name=data.get("name", ""),
        limit=data.get("limit", ""),
    ),
    "too_many_uploads": lambda t, data: t(
        "You have sent {count} documents today, which is the most. Send more tomorrow.", count=data.get("count", "")
    ),
    "no_such_minutes": lambda t, data: t(
        "Type how many minutes you have, 1 to {most}: /five 12.", most=data.get("most", "")
    ),
    "spread_out": lambda t, data: t.n(
        "Done: about {count} fact a day for a week. Nothing is lost.",
        "Done: about {count} facts a day for a week. Nothing is lost.",
        int(data.get("count", 1)),
    ),
    "how_sure": lambda t, data: t("How sure are you? Tap, or type Sure, Think so, Guessing, or Skip this."),
    "press_next": lambda t, data: t("That question is answered. Press Next, or take the answer back with /undo."),
    "reported": lambda t, data: t("Thank you. The question is noted for whoever looks after the pack."),
    "reported_before": lambda t, data: t("You have reported this question already. Thank you."),
}


def notice(code: str, data: Mapping[str, str], t: Texts) -> Html:
    """The sentence of that code, or (`reason:CODE`) of a grade's reason; KeyError for one that does not exist."""
    if code.startswith("reason:"):
        return WHY[code.removeprefix("reason:")](t, data)
    return NOTICES[code](t, data)
