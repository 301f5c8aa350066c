"""Pure functions on strings: Markdown, citations, sentences, anchors, search lines, counting."""
