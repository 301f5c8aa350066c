"""The sample library, built from resources/sample as a person would build it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from briefing.errors import InputError
from briefing.intake.memo_file import read_memo_file
from briefing.model.article import Usage
from briefing.model.fact import Confidence, FactDraft, FactKind, FactStatus
from briefing.model.ids import Uid
from briefing.model.import_outcome import Outcome
from briefing.model.partial_date import PartialDate
from briefing.paths import resources_dir, user_templates_dir
from briefing.services.collecting import Collecting
from briefing.services.drafting import Drafting
from briefing.services.evidence import EvidenceDesk
from briefing.services.triage import Triage
from briefing.store import articles
from briefing.store.library_file import Library
from briefing.text.quotations import quote_spans

_FILE = re.compile(r"@file:([\w.-]*\w)")
_FACT = re.compile(r"@fact:(\w+)")
_TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class _Collected:
    """An article of the sample, by which its file's name leads to it."""

    uid: Uid
    citekey: str
    body: str


def build_sample(path: Path, source: Path | None = None) -> None:
    """Make a library of articles, facts and a memo from the files in `source`.

    `source` is resources/sample unless told otherwise; its README says what stands in it. Raises
    LibraryError where the library cannot be made, InputError where the files do not fit together;
    then no library is left behind.
    """
    source = source or resources_dir() / "sample"
    library = Library.create(path)
    try:
        collected = _collect(library, source / "articles")
        _triage(library, collected, _read(source / "triage.json"))
        keys = _capture(library, collected, _read(source / "facts.json"))
        _draft(library, collected, keys, (source / "memo.md").read_text(encoding="utf-8"))
    except BaseException:
        library.close()
        path.unlink(missing_ok=True)
        raise
    library.close()


def _read(path: Path) -> Any:  # noqa: ANN401  (JSON)
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def _collect(library: Library, folder: Path) -> dict[str, _Collected]:
    report = Collecting(library).import_paths([folder])
    for one in report.outcomes:
        if one.outcome is not Outcome.ADDED:
            raise InputError(f"The sample's {one.path} is {one.outcome}. {one.reason}")
    found: dict[str, _Collected] = {}
    for one in report.outcomes:
        article = articles.get_by_citekey(library.reader(), one.citekey)
        found[Path(one.path).name] = _Collected(article.uid, article.citekey, article.body)
    return found


def _triage(
    library: Library, collected: Mapping[str, _Collected], wanted: Mapping[str, Mapping[str, Any]]
) -> None:
    triage = Triage(library)
    for name, said in dict(wanted).items():
        uids = (_of(collected, name).uid,)
        if "usage" in said:
            triage.set_usage(uids, Usage(said["usage"]))
        if "rank" in said:
            triage.set_rank(uids, said["rank"])
        if said.get("tags"):
            triage.add_tags(uids, said["tags"])
        if "reliability" in said or "credibility" in said:
            triage.set_rating(uids, said.get("reliability", ""), said.get("credibility"))


def _capture(
    library: Library, collected: Mapping[str, _Collected], facts: list[dict[str, Any]]
) -> dict[str, str]:
    """Capture the facts; return the key of each by its id in the file."""
    desk = EvidenceDesk(library)
    keys: dict[str, str] = {}
    for said in facts:
        (first, *others) = said["evidence"]
        fact, _ = desk.capture(*_passage(collected, first), _draft_of(said))
        for other in others:
            desk.add_evidence(fact.uid, *_passage(collected, other))
        keys[said["id"]] = fact.key
    return keys


def _draft_of(said: Mapping[str, Any]) -> FactDraft:
    return FactDraft(
        statement=said["statement"],
        kind=FactKind(said["kind"]),
        value=Decimal(str(said["value"])) if said.get("value") is not None else None,
        unit=said.get("unit", ""),
        as_of=PartialDate.parse(said["as_of"]) if said.get("as_of") else None,
        confidence=Confidence(said["confidence"]) if said.get("confidence") else None,
        tags=tuple(said.get("tags", ())),
        status=FactStatus(said.get("status", "current")),
    )


def _passage(collected: Mapping[str, _Collected], said: Mapping[str, str]) -> tuple[Uid, int, int]:
    article = _of(collected, said["article"])
    spans = quote_spans(article.body, said["quote"])
    if len(spans) != 1:
        raise InputError(f"{said['article']} holds “{said['quote']}” {len(spans)} times, not once.")
    return (article.uid, *spans[0])


def _of(collected: Mapping[str, _Collected], name: str) -> _Collected:
    if name not in collected:
        raise InputError(f"The sample names {name}, which is not among its articles.")
    return collected[name]


def _draft(
    library: Library, collected: Mapping[str, _Collected], keys: Mapping[str, str], text: str
) -> None:
    """Draft the memo, its citations turned into those of this library."""
    file = read_memo_file(text)
    fields = dict(file.fields)
    template = fields.pop(_TEMPLATE, "decision-memo")
    body = _FILE.sub(lambda match: f"@{_of(collected, match[1]).citekey}", file.body)
    missing = {match for match in _FACT.findall(body) if match not in keys}
    if missing:
        raise InputError(f"The sample's memo cites {', '.join(sorted(missing))}: no such fact.")
    body = _FACT.sub(lambda match: f"@fact:{keys[match[1]]}", body)
    drafting = Drafting(library, user_templates_dir())
    memo, _ = drafting.new_memo(template, fields)
    drafting.save(memo.uid, memo.fields, body)
