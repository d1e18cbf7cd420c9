"""What a build's child process knows of the bot: nothing."""

import pytest

from bot.building import built

TELL = "import json, os, sys; sys.stdin.read(); print(json.dumps(dict(os.environ)))"


async def test_the_child_inherits_none_of_the_bots_secrets(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    (tmp_path / "telling.py").write_text(TELL)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LECTERN_TOKEN", "123:secret")
    (line,) = [line async for line in built(["telling"], b"x")]
    assert "PYTHONPATH" in line
    assert "123:secret" not in line.values()
    assert not any(name.startswith("LECTERN") for name in line)
