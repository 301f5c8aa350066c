"""How full a printed page is: read off its picture, for notes may stand apart from the text."""

from briefing.model.page import PageImage

FILL_SCALE = 0.5  # a pixel for two points: enough to tell lines from gaps
_TOP, _BOTTOM = 0.085, 0.91  # of the page's height: between the running head and the foot
_PARTING = 0.04  # of the page's height: gaps up to this part paragraphs and headings
_INK = 200  # a channel darker than this is print


def filled_share(page: PageImage) -> float:
    """Return how much of a page's text area is filled, 0 to 1.

    What is free is the widest gap: it stands below the text, or between it and the footnotes.
    """
    first, last = round(page.height * _TOP), round(page.height * _BOTTOM)
    widest = gap = 0
    for row in range(first, last):
        start = row * page.stride
        is_blank = min(page.rgba[start : start + page.width * 4 : 4]) >= _INK
        gap = gap + 1 if is_blank else 0
        widest = max(widest, gap)
    if widest <= page.height * _PARTING:
        return 1.0
    return max(0.0, 1.0 - widest / (last - first))
