"""The files that operators start it with say what the manual says; neither Docker nor systemd can be run here."""

import configparser
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.commands.run import GRACE_SECS
from bot.settings import Settings
from tests.certificates import OPENSSL, Authority

yaml = pytest.importorskip("yaml")

ROOT = Path(__file__).parents[1]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]
KNOWN = {field.alias for field in Settings.model_fields.values()}


def test_plain_up_starts_the_one_bot_and_its_backup() -> None:
    assert {name for name, each in SERVICES.items() if "profiles" not in each} == {"bot", "litestream"}
    assert SERVICES["bot"]["environment"]["DATABASE_URL"].startswith("sqlite:")


def test_naming_the_proxy_starts_three_replicas_on_postgresql() -> None:
    scaled = {name for name, each in SERVICES.items() if each.get("profiles") == ["scale"]}
    assert scaled == {"postgres", "replica", "proxy"}
    assert SERVICES["proxy"]["depends_on"] == {"replica": {"condition": "service_healthy"}}
    assert SERVICES["replica"]["depends_on"] == {"postgres": {"condition": "service_healthy"}}
    assert SERVICES["replica"]["deploy"]["replicas"] == 3
    environment = SERVICES["replica"]["environment"]
    assert environment["DATABASE_URL"].startswith("postgresql:")
    assert float(environment["LECTERN_RATE"]) * 3 <= 30, "Telegram counts them together"


def test_the_webhook_and_nothing_else_is_public() -> None:
    proxy = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")
    path = SERVICES["replica"]["environment"]["LECTERN_WEBHOOK_URL"].rpartition("}")[2]
    assert f"handle {path} {{" in proxy
    assert "name replica" in proxy
    assert proxy.count("{") == proxy.count("}")
    assert [name for name, each in SERVICES.items() if "ports" in each] == ["bot", "proxy"]
    assert all(port.startswith("127.0.0.1:") for port in SERVICES["bot"]["ports"])


def test_a_proxy_hands_on_what_a_dead_replica_had() -> None:
    """Tried with Caddy 2.11: without the buffer and the match, a POST to one that has died is answered 502."""
    caddy = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")
    assert "request_buffers 1MB" in caddy
    assert re.search(r"lb_retry_match \{\s*method POST\s*\}", caddy)
    assert "non_idempotent" in (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")


NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


@pytest.mark.skipif(NGINX is None or OPENSSL is None, reason="no nginx, or no openssl, to try it with")
def test_nginx_takes_its_settings_and_shows_the_webhook_alone(tmp_path: Path) -> None:
    settings = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    assert re.findall(r"location ([^{]+) \{", settings) == ["= /telegram", "/"]
    shown = Authority(tmp_path).give("localhost")
    for name, file in (("fullchain.pem", shown.chain), ("privkey.pem", shown.key)):
        settings = settings.replace(f"/etc/letsencrypt/live/bot.example.org/{name}", str(file))
    (tmp_path / "lectern.conf").write_text(settings)
    around = f"pid {tmp_path}/pid; error_log {tmp_path}/log; events {{}} http {{ include {tmp_path}/lectern.conf; }}"
    (tmp_path / "nginx.conf").write_text(around)
    assert NGINX is not None
    words = [NGINX, "-t", "-c", tmp_path / "nginx.conf", "-p", tmp_path]
    tried = subprocess.run(words, capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr


@pytest.mark.parametrize("name", ["bot", "replica"])
def test_every_setting_is_one_that_the_bot_knows_and_no_secret_is_written_down(name: str) -> None:
    environment = SERVICES[name]["environment"]
    assert set(environment) <= KNOWN
    for secret in ("TELEGRAM_BOT_TOKEN", "LECTERN_WEBHOOK_SECRET"):
        assert environment[secret].startswith("${")
    assert int(SERVICES[name]["stop_grace_period"].removesuffix("s")) > GRACE_SECS


OF_A_SERVICE = {"build", "command", "depends_on", "deploy", "environment", "healthcheck", "image", "ports"}
OF_A_SERVICE |= {"profiles", "restart", "stop_grace_period", "user", "volumes"}
OF_A_SERVICE |= {"cap_drop", "read_only", "security_opt", "tmpfs"}
"""What we use of the Compose specification."""
SPAN = re.compile(r"(\d+(ms|s|m|h))+")


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_every_service_is_as_compose_reads_it(name: str) -> None:
    service = SERVICES[name]
    assert set(service) <= OF_A_SERVICE
    assert ("image" in service) != ("build" in service)
    assert service["restart"] == "unless-stopped"
    for port in service.get("ports", []):
        assert re.fullmatch(r"(127\.0\.0\.1:)?\d+:\d+", port)
    for other, wanted in service.get("depends_on", {}).items():
        assert wanted == {"condition": "service_healthy"}
        assert "healthcheck" in SERVICES[other] or SERVICES[other]["build"] == ".", "our image has a check of its own"
        assert SERVICES[other].get("profiles") == service.get("profiles")
    check = service.get("healthcheck", {"test": ["CMD"]})
    assert check["test"][0] in ("CMD", "CMD-SHELL")
    spans = [check[key] for key in ("interval", "timeout", "start_period") if key in check]
    assert all(SPAN.fullmatch(span) for span in (*spans, service.get("stop_grace_period", "1s")))


def test_the_image_listens_where_its_check_and_the_proxy_ask() -> None:
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    proxy = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")
    assert "LECTERN_LISTEN=0.0.0.0:8080" in image
    assert "http://127.0.0.1:8080/healthz" in image
    assert "port 8080" in proxy
    assert {SERVICES[name]["environment"]["LECTERN_LISTEN"] for name in ("bot", "replica")} == {"0.0.0.0:8080"}
    assert image.rindex("USER lectern") > image.rindex("useradd"), "it does not run as root"
    user = re.search(r"--uid (\d+)", image)
    assert user is not None
    assert SERVICES["litestream"]["user"] == f"{user[1]}:{user[1]}", "who copies the file may write beside it"


@pytest.mark.parametrize("name", ["bot", "replica"])
def test_what_reads_documents_can_write_nothing_but_its_data(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["tmpfs"] == ["/tmp"]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


def test_every_volume_is_declared() -> None:
    used = {volume.partition(":")[0] for each in SERVICES.values() for volume in each.get("volumes", [])}
    named = {name for name in used if re.fullmatch(r"[a-z]+", name)}
    assert named <= set(COMPOSE["volumes"])


def test_the_service_of_systemd_has_few_rights_and_time_to_finish() -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(ROOT / "deploy" / "lectern.service", encoding="utf-8")
    service = unit["Service"]
    assert service["ExecStart"].endswith("lectern run")
    assert float(service["TimeoutStopSec"]) > GRACE_SECS
    assert service["User"] == "lectern"
    assert service["CapabilityBoundingSet"] == ""
    for wanted in ("NoNewPrivileges", "ProtectHome", "PrivateTmp", "PrivateDevices"):
        assert service[wanted] == "yes"
    assert service["ProtectSystem"] == "strict"
