"""How long does an answer take a simulated learner? With its key; a new fact with its paragraph."""

RIGHT_SECS, WRONG_SECS, NEW_SECS = 12.0, 20.0, 40.0
"""An answer with its key; a wrong one, whose key is read with care; a new fact with its paragraph."""
