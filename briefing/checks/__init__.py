"""Checks: one rule a file; a memo and its evidence go in, findings come out."""
