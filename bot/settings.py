"""What must the operator set? The one file that reads the environment; all mistakes are told at once."""

import hashlib
import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

import platformdirs
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

TELEGRAM = "https://api.telegram.org"
_WEBHOOK_PORTS = (443, 80, 88, 8443)
_LEVELS = ("debug", "info", "warning", "error")
_DATABASES = ("sqlite", "sqlite+aiosqlite", "postgres", "postgresql", "postgresql+asyncpg")


class SettingsError(Exception):
    """The environment is at fault. `problems` are whole sentences, one a mistake; no secret is in them."""

    def __init__(self, *problems: str) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Address:
    """Where we listen. Port 0 lets the system choose."""

    host: str
    port: int


def _token(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", value.get_secret_value()):
        raise ValueError("does not look like a bot token (digits, a colon, letters); copy it whole from @BotFather")
    return value


def _api_url(value: str) -> str:
    if not _is_web(value):
        raise ValueError("must be an http or https address, such as https://api.telegram.org")
    return value.rstrip("/")


def _webhook_url(value: str) -> str:
    if not _is_web(value):
        raise ValueError("must be an https address that Telegram can reach, such as https://bot.example.org/telegram")
    return value


def _webhook_secret(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
        raise ValueError("must be 1 to 256 letters, digits, underscores or hyphens")
    return value


def _sentry_dsn(value: SecretStr) -> SecretStr:
    dsn = value.get_secret_value()
    if not _is_web(dsn) or not urlsplit(dsn).username or not urlsplit(dsn).path.strip("/").isdecimal():
        raise ValueError("must be a project's address, such as https://key@errors.example.org/1")
    return value


def _database_url(value: SecretStr) -> SecretStr:
    if value.get_secret_value().partition("://")[0] not in _DATABASES:
        raise ValueError("must begin with sqlite:/// or postgresql://")
    return value


def _log_level(value: str) -> str:
    if value.lower() not in _LEVELS:
        raise ValueError(f"must be one of {', '.join(_LEVELS)}")
    return value.lower()


def _teaching(value: str) -> str:
    if value.lower() not in ("invited", "everyone"):
        raise ValueError("must be invited or everyone")
    return value.lower()


def _listen(value: str) -> str:
    _, colon, port = value.rpartition(":")
    if not colon or not port.isdecimal() or int(port) > 65535:
        raise ValueError("must be host:port, such as 127.0.0.1:8080")
    return value


def _password(url: str) -> str | None:
    try:
        return urlsplit(url).password
    except ValueError:
        return None


def _is_web(value: str) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False


def _default_database() -> SecretStr:
    folder = Path(platformdirs.user_data_dir("lectern", appauthor=False))
    return SecretStr(f"sqlite:///{(folder / 'lectern.db').as_posix()}")


class Settings(BaseSettings):
    """One frozen value made at the start; printing it shows no secret."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    token: Annotated[SecretStr, AfterValidator(_token)] | None = Field(None, alias="TELEGRAM_BOT_TOKEN")
    """The bot's token from @BotFather; only `lectern run` needs it."""
    api_url: Annotated[str, AfterValidator(_api_url)] = Field(TELEGRAM, alias="TELEGRAM_API_URL")
    """The Bot API server's base; files are fetched from it too."""
    database: Annotated[SecretStr, AfterValidator(_database_url)] = Field(
        default_factory=_default_database, alias="DATABASE_URL"
    )
    webhook_url: Annotated[str, AfterValidator(_webhook_url)] | None = Field(None, alias="LECTERN_WEBHOOK_URL")
    """The public address Telegram posts updates to; unset: long polling."""
    webhook_secret: Annotated[SecretStr, AfterValidator(_webhook_secret)] | None = Field(
        None, alias="LECTERN_WEBHOOK_SECRET"
    )
    listen: Annotated[str, AfterValidator(_listen)] | None = Field(None, alias="LECTERN_LISTEN")
    """host:port for health, metrics and the webhook; unset: 127.0.0.1:8080 with a webhook, else nowhere."""
    log_level: Annotated[str, AfterValidator(_log_level)] = Field("info", alias="LECTERN_LOG")
    teaching: Annotated[Literal["invited", "everyone"], BeforeValidator(_teaching)] = Field(
        "invited", alias="LECTERN_TEACHING"
    )
    """Who may send documents and lead classes: those whom the owner invited, or everyone."""
    sentry_dsn: Annotated[SecretStr, AfterValidator(_sentry_dsn)] | None = Field(None, alias="SENTRY_DSN")
    """Where errors are told, without anybody's words; unset: nowhere."""
    proxy: SecretStr | None = Field(None, alias="HTTPS_PROXY")
    """An HTTP proxy by which Telegram is reached; hosts named in NO_PROXY are reached without."""
    rate: float = Field(30, ge=0, le=1000, alias="LECTERN_RATE")
    """Messages a second over all chats; 30 unless Telegram granted more. 0 paces nothing: for a test server only."""

    @property
    def base_url(self) -> str:
        """What python-telegram-bot calls base_url: the token is appended."""
        return f"{self.api_url}/bot"

    @property
    def base_file_url(self) -> str:
        """Where files are fetched from; the token is appended."""
        return f"{self.api_url}/file/bot"

    @property
    def database_url(self) -> str:
        """The database's address with its password: for the engine, not for printing."""
        return self.database.get_secret_value()

    @property
    def address(self) -> Address | None:
        """Where to listen; None: nowhere."""
        if self.listen is None and self.webhook_url is None:
            return None
        host, _, port = (self.listen or "127.0.0.1:8080").rpartition(":")
        return Address(host.strip("[]") or "0.0.0.0", int(port))  # noqa: S104 - an empty host asks for all

    @property
    def proxy_url(self) -> str | None:
        """By which proxy the Bot API is called; None: by none. Raises SettingsError."""
        if self.proxy is None:
            return None
        from urllib.request import proxy_bypass  # here, since few have a proxy and it is large

        parts = urlsplit(self.api_url)
        if parts.scheme != "https" or proxy_bypass(parts.hostname or ""):
            return None
        url = self.proxy.get_secret_value()
        if not url.startswith("http://") or not _is_web(url):
            raise SettingsError("HTTPS_PROXY must be an HTTP proxy's address, such as http://proxy.example.org:3128.")
        return url

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be printed."""
        held = [self.token, self.webhook_secret, self.sentry_dsn]
        words = [secret.get_secret_value() for secret in held if secret is not None]
        addresses = [self.database_url, self.proxy.get_secret_value() if self.proxy else ""]
        return tuple(words + [password for url in addresses if (password := _password(url))])

    def bot_token(self) -> str:
        """The token. Raises SettingsError where none is set."""
        if self.token is None:
            raise SettingsError(
                "TELEGRAM_BOT_TOKEN is not set: get a token from @BotFather, or try `lectern demo`, which needs none."
            )
        return self.token.get_secret_value()

    def secret_for_webhook(self) -> str:
        """The webhook's secret; where none is set one made of the token, so that all replicas agree."""
        if self.webhook_secret is not None:
            return self.webhook_secret.get_secret_value()
        return hmac.new(self.bot_token().encode(), b"lectern webhook", hashlib.sha256).hexdigest()


def load(**given: Any) -> Settings:
    """Settings from the environment and `.env`. Raises SettingsError with every mistake at once."""
    try:
        settings = Settings(**given)
    except ValidationError as error:
        raise SettingsError(*(_sentence(fault) for fault in error.errors())) from None
    problems = tuple(_contradictions(settings))
    if problems:
        raise SettingsError(*problems)
    return settings


def _sentence(fault: Any) -> str:
    """One mistake as a sentence, without the value: it may be a secret."""
    name = str(fault["loc"][0]) if fault["loc"] else "The environment"
    words = str(fault["msg"]).removeprefix("Value error, ")
    if fault["type"] != "value_error":
        words = f"is not usable: {words[:1].lower()}{words[1:]}"
    return f"{name} {words}."


def _contradictions(settings: Settings) -> Iterator[str]:
    """What is wrong only in company."""
    if settings.webhook_url is None:
        if settings.webhook_secret is not None:
            yield "LECTERN_WEBHOOK_SECRET is set but LECTERN_WEBHOOK_URL is not: set both, or neither for long polling."
        return
    parts = urlsplit(settings.webhook_url)
    if parts.path in ("/healthz", "/readyz", "/metrics"):
        yield f"LECTERN_WEBHOOK_URL must not end in {parts.path}: that address is taken."
    if settings.api_url != TELEGRAM:
        return
    if parts.scheme != "https":
        yield "LECTERN_WEBHOOK_URL must begin with https: Telegram posts to nothing else."
    elif (parts.port or 443) not in _WEBHOOK_PORTS:
        yield "LECTERN_WEBHOOK_URL must use port 443, 80, 88 or 8443: Telegram posts to no other."
