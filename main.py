"""Start the window; on a machine without a display, do the sample job without one."""

import sys

from briefing.headless import has_display, run_sample


def main() -> int:
    """Return the exit code of the front that this machine can show."""
    if "--headless" in sys.argv[1:]:
        return run_sample()
    if not has_display():
        print("There is no display here, so Briefing does its sample job without a window.")
        return run_sample()
    from briefing.app import main as open_window  # noqa: PLC0415 - the headless job needs no Qt

    return open_window()


if __name__ == "__main__":
    sys.exit(main())
