"""What was changed in a Word file without tracking, found beside the file that was sent."""
