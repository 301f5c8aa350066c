from threading import Event

from briefing.store.writer_thread import WriterThread

LONG = 5.0  # seconds; a failure waits so long
WHILE = 0.7  # longer than the writer rests before it does what can wait


def test_what_can_wait_is_done_when_no_job_comes() -> None:
    done = Event()

    def idle() -> bool:
        done.set()
        return False

    writer = WriterThread("writer", idle)
    assert writer.run(lambda: 1) == 1
    assert done.wait(LONG)
    writer.close()


def test_what_can_wait_waits_while_more_jobs_are_to_come() -> None:
    done = Event()

    def idle() -> bool:
        done.set()
        return False

    writer = WriterThread("writer", idle)
    with writer.busy():
        assert writer.run(lambda: 1) == 1
        assert not done.wait(WHILE)
    assert done.wait(LONG)
    writer.close()
