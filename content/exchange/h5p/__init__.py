"""H5P packages: their questions, gaps and cards."""
