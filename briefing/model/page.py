"""Printed pages: where each block of a memo stands on them, and a page as a picture."""

from dataclasses import dataclass

from briefing.model.block import Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block begins in print: `page` counts from 1, `y_points` from the page's top."""

    span: Span
    page: int
    y_points: float


@dataclass(frozen=True, slots=True)
class Pages:
    """A memo in print: the PDF, how many pages it has, and the places of its blocks in order."""

    pdf: bytes
    count: int
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page drawn: rows of `stride` bytes, four bytes a pixel: red, green, blue, alpha."""

    width: int
    height: int
    stride: int
    rgba: bytes
