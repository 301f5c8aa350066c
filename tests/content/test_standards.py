"""The standards that ship are well-formed and true to what they are named after."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

STANDARDS = Path(__file__).parents[2] / "resources" / "standards"
COLOUR = re.compile(r"#[0-9A-F]{6}")


def load(name: str) -> dict[str, Any]:
    return json.loads((STANDARDS / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted(STANDARDS.glob("*.json")), ids=lambda path: path.stem)
def test_standard_names_its_source(path: Path) -> None:
    standard = json.loads(path.read_text(encoding="utf-8"))
    assert standard["name"]
    assert standard["title"]
    assert len(standard["source"]) > 20


@pytest.mark.parametrize("name", ["tlp", "marking-plain"])
def test_markings_are_labelled_and_coloured(name: str) -> None:
    scheme = load(name)
    labels = [marking["label"] for marking in scheme["markings"]]
    assert len(set(labels)) == len(labels)
    assert scheme["default"] in {"", *labels}
    for marking in scheme["markings"]:
        assert COLOUR.fullmatch(marking["colour"])
        assert COLOUR.fullmatch(marking["ground"])
        assert marking["meaning"].endswith(".")


def test_tlp_is_version_two_with_the_published_colours() -> None:
    published = {
        "TLP:RED": "#FF2B2B",
        "TLP:AMBER+STRICT": "#FFC000",
        "TLP:AMBER": "#FFC000",
        "TLP:GREEN": "#33FF00",
        "TLP:CLEAR": "#FFFFFF",
    }
    assert {m["label"]: m["colour"] for m in load("tlp")["markings"]} == published


def test_admiralty_grades_are_whole() -> None:
    code = load("admiralty")
    assert [row["grade"] for row in code["reliability"]] == list("ABCDEF")
    assert [row["grade"] for row in code["credibility"]] == [1, 2, 3, 4, 5, 6]
    assert all(row["label"] and row["meaning"] for row in code["reliability"] + code["credibility"])


@pytest.mark.parametrize("name", ["likelihood-icd203", "likelihood-phia"])
def test_likelihood_steps_rise_and_words_are_single(name: str) -> None:
    scale = load(name)
    steps = [(term["from"], term["to"]) for term in scale["terms"]]
    assert len(steps) == 7
    assert steps == sorted(steps)
    assert all(low < high for low, high in steps)
    words = [word for term in scale["terms"] for word in (term["term"], *term["also"])]
    assert len(set(words)) == len(words)
    assert not set(words) & set(scale["vague"])
    assert scale["confidence"] == ["low", "moderate", "high"]


def test_icd203_ranges_touch_and_phia_ranges_do_not() -> None:
    def gaps(name: str) -> list[int]:
        terms = load(name)["terms"]
        return [after["from"] - before["to"] for before, after in pairwise(terms)]

    assert set(gaps("likelihood-icd203")) == {0}
    assert set(gaps("likelihood-phia")) == {5}


def test_publishers_have_single_ids_and_domains() -> None:
    publishers = load("publishers")["publishers"]
    ids = [row["id"] for row in publishers]
    domains = [domain for row in publishers for domain in row["domains"]]
    assert len(publishers) >= 150
    assert len(set(ids)) == len(ids)
    assert len(set(domains)) == len(domains)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]*", each) for each in ids)
    assert all(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", each) for each in domains)
    assert all(row["name"] and row["kind"] for row in publishers)


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ("nytimes", "The New York Times"),
        ("elpais", "El País"),
        ("reuters", "Reuters"),
        ("federalregister", "Federal Register"),
    ],
)
def test_publisher_is_known(known: str, name: str) -> None:
    assert {row["id"]: row["name"] for row in load("publishers")["publishers"]}[known] == name
