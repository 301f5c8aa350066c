"""The Word writer: a house style file, and a memo's text as WordprocessingML in it (ECMA-376)."""
