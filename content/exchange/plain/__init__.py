"""Questions in plain text files: Aiken, text2qti, quizdown."""
