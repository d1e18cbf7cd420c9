"""What happens when somebody does that? Load, decide, save, and note what the chat is owed; no Telegram here."""
