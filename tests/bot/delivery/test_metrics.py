"""The metrics page is what Prometheus reads."""

import ast
import re
from pathlib import Path

from bot.delivery.metrics import Metrics

SAMPLE = re.compile(r'[a-z_]+(\{[a-z]+="[^"]*"\})? (\+Inf|-?\d+(\.\d+)?(e[+-]\d+)?)')


def test_every_line_is_a_comment_or_a_sample():
    metrics = Metrics()
    metrics.updates.add("done", 3)
    metrics.turn_secs.observe(0.02)
    metrics.gauge("lectern_chats_owed", "Chats owed a view.", lambda: 4)
    metrics.gauge("lectern_unknown", "Not known now.", lambda: None)
    for line in metrics.text().splitlines():
        assert line.startswith(("# HELP ", "# TYPE ")) or SAMPLE.fullmatch(line), line
    assert 'lectern_updates_total{outcome="done"} 3' in metrics.text()
    assert "lectern_chats_owed 4" in metrics.text()


def test_buckets_add_up():
    metrics = Metrics()
    for seconds in (0.001, 0.005, 0.3, 99):
        metrics.turn_secs.observe(seconds)
    text = metrics.text()
    assert 'lectern_turn_seconds_bucket{le="0.005"} 2' in text
    assert 'lectern_turn_seconds_bucket{le="0.5"} 3' in text
    assert 'lectern_turn_seconds_bucket{le="+Inf"} 4' in text
    assert "lectern_turn_seconds_count 4" in text


def test_labels_are_words_of_ours():
    metrics = Metrics()
    for counter in (metrics.updates, metrics.polls, metrics.webhook, metrics.sends, metrics.acknowledged):
        counter.add("done")
    labels = re.findall(r'\{(\w+)="([^"]*)"\}', metrics.text())
    assert {name for name, _ in labels} == {"outcome", "status", "le"}
    given = {
        ast.unparse(call.args[0])
        for file in (Path(__file__).parents[3] / "bot").rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func).startswith(("self._metrics.", "metrics."))
        if ast.unparse(call.func).endswith(".add")
    }
    fixed = {"'ok'", "'failed'", "'edited' if sent[-1] == place else 'sent'"}
    ours = {"outcome", "str(status)", "meaning.name.lower()", "type(error).__name__"}  # enums, numbers, classes
    answered = {"await answer_press(self._bot, query_id, toast, alert=alert)"}  # one of four words
    assert given <= fixed | ours | answered
