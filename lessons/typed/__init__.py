"""How can typed words fairly be read? Every reading of a text, never only the likeliest; the graders take the best."""
