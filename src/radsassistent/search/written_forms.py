"""Words for the same thing in Bokmål and Nynorsk, so that a question in the one finds documents in the other."""

from __future__ import annotations

from collections.abc import Iterator

# Beginnings and ends of words and compounds: "flomskade" is "flaumskade", "svømmehall" "symjehall".
_PAIRS = tuple(
    tuple(pair.split("/"))
    for pair in (
        "flom/flaum bolig/bustad svømme/symje skole/skule lønn/løn strøm/straum vei/veg vann/vatn melk/mjølk "
        "høring/høyring eie/eige utvalg/utval forening/foreining forslag/framlegg "
        "avgjørels/avgjerd begynn/byrj kjøretøy/køyretøy kjøre/køyre uke/veke måned/månad ansatt/tilsett innbygger/innbyggjar "
        "hjem/heim avstemning/avrøysting stemm/røyst vedtatt/vedteken sykehjem/sjukeheim syke/sjuke "
        "sykepleie/sjukepleie forurens/forurein åpning/opning åpen/open "
        "dårlig/dårleg årlig/årleg offentlig/offentleg underveis/undervegs virksomhet/verksemd mulighet/moglegheit "
        "begrunn/grunngjev regnskap/rekneskap jevn/jamn "
        "tilbake/attende tømme/tøm øke/auke økning/auke hvile/kvile hvit/kvit hval/kval hvete/kveite "
        "avløp/avlaup utløp/utlaup forløp/forlaup løp/laup ombud/ombod valgt/vald øst/aust"
    ).split()
)
# Stems that are cut too short to be told by their beginnings.
_STEMS = {"bol": "bustad", "bustad": "bolig"}


def other_forms(term: str) -> Iterator[str]:
    """A stem with each of its beginnings or ends written as in the other form of Norwegian."""
    if term in _STEMS:
        yield _STEMS[term]
    for pair in _PAIRS:
        for one, other in (pair, pair[::-1]):
            if term.startswith(one) or term == one.rstrip("e"):
                yield other + term[len(one) :]
            elif term.endswith(one):
                yield term.removesuffix(one) + other
