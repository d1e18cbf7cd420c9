"""How good are the questions? Documents of our own, blind sheets, verdicts, and what is fitted on them."""
