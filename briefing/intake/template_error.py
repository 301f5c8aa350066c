"""What is wrong with a template file, and at which line."""

from briefing.errors import InputError


class TemplateError(InputError):
    """One fault; `key` is the key of the front matter that holds it, if one does."""

    def __init__(self, file_name: str, line: int, reason: str, key: str = "") -> None:
        super().__init__(f"{file_name}, line {line}: {reason}.")
        self.line = line
        self.reason = reason
        self.key = key
