"""QTI 1.2, 2.x and 3.0, in single files, packages and Common Cartridges: the simple kinds of items."""
