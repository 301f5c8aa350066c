"""The Markdown editor: raw text underneath, drawn as it is best read."""
