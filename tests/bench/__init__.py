"""Times of what the user waits for, beside a peer or the floor in the same run."""
