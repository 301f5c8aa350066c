"""Start Briefing from a checkout, as `briefing-app` does from an installed package."""

import sys

from briefing.app import main

if __name__ == "__main__":
    sys.exit(main())
