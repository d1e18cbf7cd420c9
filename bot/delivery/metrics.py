"""What can be counted? Counters, gauges and latencies in Prometheus' text form; labels never hold a chat or a word."""

import bisect
from collections.abc import Callable, Iterator

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Seconds; the last is followed by +Inf."""


class Counter:
    """Grows only. A label's values are few and ours: an outcome, a kind."""

    kind = "counter"

    def __init__(self, name: str, help_: str, label: str = "") -> None:
        self.name = name
        self.help = help_
        self._label = label
        self._counts: dict[str, float] = {} if label else {"": 0.0}

    def add(self, value: str = "", amount: float = 1.0) -> None:
        """Count one more, under the label's `value`."""
        self._counts[value] = self._counts.get(value, 0.0) + amount

    def count(self, value: str = "") -> float:
        """How many so far."""
        return self._counts.get(value, 0.0)

    def lines(self) -> Iterator[str]:
        """Samples as Prometheus reads them."""
        for value, count in sorted(self._counts.items()):
            label = f'{{{self._label}="{value}"}}' if self._label else ""
            yield f"{self.name}{label} {count:g}"


class Gauge:
    """A number that is asked for when somebody looks; not told where it cannot be known."""

    kind = "gauge"

    def __init__(self, name: str, help_: str, read: Callable[[], float | None]) -> None:
        self.name = name
        self.help = help_
        self._read = read

    def lines(self) -> Iterator[str]:
        """The sample as Prometheus reads it."""
        value = self._read()
        if value is not None:
            yield f"{self.name} {value:g}"


class Histogram:
    """How long something took, in seconds."""

    kind = "histogram"

    def __init__(self, name: str, help_: str) -> None:
        self.name = name
        self.help = help_
        self._counts = [0] * (len(BUCKETS) + 1)
        self._sum = 0.0

    def observe(self, seconds: float) -> None:
        """Count one that took so long."""
        self._counts[bisect.bisect_left(BUCKETS, seconds)] += 1
        self._sum += seconds

    def lines(self) -> Iterator[str]:
        """Samples as Prometheus reads them."""
        below = 0
        for bound, count in zip((*BUCKETS, float("inf")), self._counts, strict=True):
            below += count
            edge = "+Inf" if bound == float("inf") else f"{bound:g}"
            yield f'{self.name}_bucket{{le="{edge}"}} {below}'
        yield f"{self.name}_sum {self._sum:.6f}"
        yield f"{self.name}_count {below}"


Metric = Counter | Gauge | Histogram


class Metrics:
    """Everything this process counts. One for a process; tests make their own."""

    def __init__(self) -> None:
        self._gauges: dict[str, Gauge] = {}
        self.updates = Counter("lectern_updates_total", "Updates by what became of them.", "outcome")
        self.turn_secs = Histogram("lectern_turn_seconds", "From taking an update up to its commit.")
        self.update_age_secs = Histogram("lectern_update_age_seconds", "From a message's sending up to its commit.")
        self.polls = Counter("lectern_polls_total", "Calls of getUpdates by how they ended.", "outcome")
        self.webhook = Counter("lectern_webhook_total", "Webhook calls by the status we answered.", "status")
        self.sends = Counter("lectern_sends_total", "Messages by how the sending ended.", "outcome")
        self.send_secs = Histogram("lectern_send_seconds", "From a view's turn up to Telegram's answer.")
        self.acknowledged = Counter("lectern_presses_total", "Button presses answered, by how it ended.", "outcome")
        self.ticks = Counter("lectern_ticks_total", "Ticks by how they ended.", "outcome")
        self.tick_secs = Histogram("lectern_tick_seconds", "How long a tick took.")

    def gauge(self, name: str, help_: str, read: Callable[[], float | None]) -> None:
        """Show a number that `read` tells when asked; a second one of the same name takes the first one's place."""
        self._gauges[name] = Gauge(name, help_, read)

    def text(self) -> str:
        """The whole page."""
        own = [metric for metric in vars(self).values() if isinstance(metric, Metric)]
        return "".join(_page([*own, *self._gauges.values()]))


def _page(metrics: list[Metric]) -> Iterator[str]:
    for metric in metrics:
        yield f"# HELP {metric.name} {metric.help}\n# TYPE {metric.name} {metric.kind}\n"
        for line in metric.lines():
            yield f"{line}\n"
