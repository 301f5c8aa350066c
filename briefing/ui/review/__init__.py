"""The review workspace: what came back from Word, change by change, beside the memo."""
