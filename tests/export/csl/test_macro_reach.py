import pytest

from briefing.errors import ExportError
from briefing.export.csl.csl_style import CslStyle, read_style

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note">
<info><title>A style</title></info>{0}
<citation><layout><text macro="m0"/></layout></citation></style>"""


def read(*macros: str) -> CslStyle | str:
    named = (f'<macro name="m{number}">{inside}</macro>' for number, inside in enumerate(macros))
    return read_style(STYLE.format("".join(named)).encode(), "mine")


def call(number: int) -> str:
    return f'<text macro="m{number}"/>'


def chain(links: int, times: int = 1) -> list[str]:
    return [*(call(number + 1) * times for number in range(links)), '<text variable="title"/>']


def test_macros_that_call_themselves_are_refused_and_named() -> None:
    with pytest.raises(ExportError, match="call themselves") as refused:
        read(call(1), f"<group><!-- and back -->{call(0)}</group>")
    assert "m0" in str(refused.value)
    assert "m1" in str(refused.value)
    with pytest.raises(ExportError, match="call themselves"):
        read(f'<names variable="author"><substitute>{call(0)}</substitute></names>')


@pytest.mark.parametrize("macros", [chain(5_000), chain(40, times=2)])
def test_macros_that_call_too_many_others_are_refused(macros: list[str]) -> None:
    with pytest.raises(ExportError, match="too many others"):
        read(*macros)


def test_macros_within_macros_are_read() -> None:
    assert isinstance(read(*chain(20)), CslStyle)
    assert isinstance(read(call(1) + call(1) + call(9), "<?note here?>", ""), CslStyle)
    one = f'<choose><if type="book">{call(1)}</if><else>{call(1)}</else></choose>'
    assert isinstance(read(*[one.replace("m1", f"m{n + 1}") for n in range(30)], ""), CslStyle)
