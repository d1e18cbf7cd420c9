"""How many turns a second, at what cost, beside the bots that others build? Run `python -m benchmarks.load`."""
