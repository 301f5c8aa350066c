"""The Qt binding is sound on the Python that runs.

PySide6 6.12.0 on CPython before 3.12 loses a reference to None with every call of a method that
returns nothing, and the process aborts after some thousand. The pins keep it out; this shows it.
"""

import sys

from PySide6.QtCore import QObject

CALLS = 1_000


def test_calls_that_return_nothing_keep_the_references_to_none() -> None:
    target = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        target.setObjectName("")
    lost = before - sys.getrefcount(None)
    assert lost < CALLS // 10
