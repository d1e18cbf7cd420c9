"""How well are figures and dates read? Annotated documents of our own, a scorer, and the rivals beside us."""
