"""The first start: what the window shows while no library is open."""
