"""Packages of Word and OpenDocument files, opened safely: shared by intake, review and export."""
