"""The library workspace: facets, the list of articles, the reader, the facts of an article."""
