"""How does the bot present itself? Names, descriptions and command lists, by language and scope."""

from dataclasses import dataclass, field

from bot.playground.params import Json


@dataclass(slots=True)
class Profile:
    """Texts by language ("" the default); commands by scope and language."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    """By "scope/language": a scope is its type, for one chat with ":" and the chat's id (and the member's)."""
    menu_button: Json = field(default_factory=lambda: {"type": "commands"})

    def commands_for(self, chat_id: int, language: str) -> list[Json]:
        """What this person's menu shows: the narrowest scope first, each with the language before without."""
        wide = "all_private_chats" if chat_id > 0 else "all_group_chats"
        for scope in (f"chat:{chat_id}", wide, "default"):
            for code in (language.split("-", maxsplit=1)[0], ""):
                if found := self.commands.get(f"{scope}/{code}"):
                    return found
        return []

    @staticmethod
    def text_for(texts: dict[str, str], language: str) -> str:
        """The text in this language, or the default one."""
        return texts.get(language.split("-", maxsplit=1)[0]) or texts.get("", "")
