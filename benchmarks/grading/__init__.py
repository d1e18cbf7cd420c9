"""Are typed answers graded as a fair teacher would? The table of answers, and the share that is."""
