"""Documents to packs: pure and synchronous, bytes in, values out."""
