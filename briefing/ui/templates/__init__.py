"""Templates of memos: looked at, copied, changed and checked."""
