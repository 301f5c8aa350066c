"""What reviewers changed, merged with what the analyst changed since."""
