"""How can one try the bot without Telegram? The Bot API played in this process, a page, a clock that moves."""
