"""Of which of two sorts more sit: "er det flere direktører enn rådgivere i rådet?", "har Oslo flere plasser enn Bergen?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.answers.draft import Draft, Statement, Support, listed
from radsassistent.answers.members.asked import Asked
from radsassistent.answers.members.constraints import constraints_of, satisfying
from radsassistent.answers.members.lists_meant import groups_named
from radsassistent.answers.members.reading import asks_whether
from radsassistent.answers.members.statements import distinct, short_group
from radsassistent.archive import Passage
from radsassistent.meetings.people import is_unknown
from radsassistent.search.corpus import Corpus

_OF_BODY = (
    r"(?:\s+(?:i|på|rundt|in|on)\s+(?:the\s+)?(?:selve\s+)?"
    r"(?:bordet|lista|listen|list|\w*(?:råd|utval|styre|grupp|nemnd|komit|forum|council|board|group)\w*))?"
)
_SEATS = r"(?:\s+(?:medlem\w*|plass\w*|represent\w*|folk|seter|stoler|members?|seats?|people))?"
# "Er det flere A enn B?", "har A flere plasser enn B?", "hvem har flest, A eller B?", "er det flest A eller B?"
_COMPARED = tuple(
    re.compile(rf"^(?:og\s+)?{pattern}\s*$", re.IGNORECASE)
    for pattern in (
        rf"(?:(?:er|sitter|sit|finnes|are)\s+(?:det|there)|har\s+(?:vi|rådet))\s+(?P<way>flere|fleire|færre|more|fewer)\s+(?P<one>.+?){_OF_BODY}\s+(?:enn|than)\s+(?:det\s+er\s+)?(?P<other>.+?){_OF_BODY}",
        rf"(?:har|er|stiller|has|have|do|does)\s+(?P<one>.+?)\s+(?:have\s+)?(?:med\s+)?(?P<way>flere|fleire|færre|more|fewer){_SEATS}{_OF_BODY}\s+(?:enn|than)\s+(?P<other>.+?){_OF_BODY}",
        rf"(?:(?:er|sitter|sit|are)\s+(?:det|there))\s+(?P<way>flest|færrest|most)\s+(?:av\s+)?(?P<one>.+?)\s+(?:eller|or)\s+(?P<other>.+?){_OF_BODY}",
        rf"(?:hvem|kven|who|hvilke\w*|kva|which|hva)\s+(?:\w+\s+)?(?:har|er\s+det|has|have|sitter\s+det|stiller\s+med)\s+(?:the\s+)?(?P<way>flest|færrest|most|fewest)(?:\s+av)?{_SEATS}{_OF_BODY}\s*[,:–-]?\s*(?:av\s+)?(?P<one>[^,]+?)\s+(?:eller|or)\s+(?P<other>.+?){_OF_BODY}",
    )
)
_ON_LIST = re.compile(r"(?:i|på|in|on)\s", re.IGNORECASE)
# Whoever is on a list.
_ANYBODY = re.compile(r"(?:folk|medlem\w*|person\w*|deltak\w*|people|members?)", re.IGNORECASE)
_FEWER = re.compile(r"færre|færrest|fewer|fewest", re.IGNORECASE)


def compared_sorts(asked: Asked, corpus: Corpus) -> Draft | None:
    """How many of each of the two sorts that a question compares sit on the lists meant, and which are more; None for any other
    question, and where one of them is told of nobody.
    """
    question = asked.query.asked.strip(" ?.")
    match = next((found for pattern in _COMPARED if (found := pattern.match(question)) is not None), None)
    if match is None:
        return None
    called = [match["one"], match["other"]]
    if _ON_LIST.match(match["other"]):
        before = groups_named(question[: match.start("other")], asked.members, corpus)[:1]
        lists = [*before, *groups_named(match["other"], asked.members, corpus)]
        one, other = (
            ([m for m in _of_sort(match["one"], asked, corpus) if m.data["group"] == each] for each in lists)
            if len(lists) == len(called)
            else ([], [])
        )
        called = [short_group(each) for each in lists]
    else:
        one, other = (_of_sort(said, asked, corpus) for said in called)
    if not one or not other:
        return None
    verdict = ""
    if asks_whether(asked.query.asked) and match["way"].lower() not in ("flest", "færrest", "most"):
        fewer = _FEWER.match(match["way"]) is not None
        so = len(one) < len(other) if fewer else len(one) > len(other)
        verdict = "Ja: " if so else "Nei: "
    first, second = _counted(called[0], one), _counted(called[1], other)
    return Draft((replace(first, text=f"{verdict}{first.text}"), second))


def _of_sort(said: str, asked: Asked, corpus: Corpus) -> list[Passage]:
    """Those of the lists meant whom a phrase is told of, or who are on the list that it names."""
    members = list(asked.meant.each or asked.members)
    if _ANYBODY.fullmatch(said):
        return distinct(members)
    groups = groups_named(said, members, corpus)
    if groups:
        return distinct([m for m in members if m.data["group"] in groups])
    query = replace(asked.query, people=())
    pool = members if asked.meant.several or len(asked.meant.groups) > 1 else asked.pool
    constraints, unexplained = constraints_of(said, query, pool, members, corpus, best=False)
    return [] if unexplained or not constraints else distinct(satisfying(constraints, pool, ""))


def _counted(said: str, members: Sequence[Passage]) -> Statement:
    """ "Direktører: 2 (Kari Berg og Ola Dal)." """
    organisations = {str(m.data["organisation"] or "") for m in members}
    called = next(iter(organisations)) if len(organisations) == 1 else f"{said[:1].upper()}{said[1:]}"
    names = [str(m.data["name"]) for m in members if not is_unknown(m.data["name"])]
    supports = tuple(Support(m, str(m.data["name"])) for m in members)
    return Statement(f"{called or said}: {len(names)} ({listed(names)}).", supports, (str(len(names)),))
