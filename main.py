"""Starts the window: `python main.py [LIBRARY]`."""

import multiprocessing
import sys

from briefing.app import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a packaged app starts its workers through this file
    sys.exit(main())
