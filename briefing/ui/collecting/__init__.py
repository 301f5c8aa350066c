"""The window's ways of taking articles in: files, folders, tables, pasted text, watched folders."""
