"""The bot: Telegram, the playground, and the command line around the domain."""
