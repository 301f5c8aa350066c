"""Start Briefing from a checkout, as `briefing-app` does from an installed package."""

import sys

from briefing.app import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # in the packaged app the worker processes start here too
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
