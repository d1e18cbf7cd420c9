"""The metrics page is what Prometheus reads."""

import re

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
