"""The palette: every article, fact, memo, tag and command from one line."""
