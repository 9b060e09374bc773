"""Proposals told from places, sizes and what is said: in titles, boxes, tables and columns; all fictional."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.deck_builder import document, slide, table

from radsassistent.documents import Block, BlockKind, Box, Slide, SlideStatus
from radsassistent.meetings import Proposal, understand

CASE = slide("Sak 3/31 Taubroen over elva", "• Lang")


def proposals(*slides: Slide) -> list[Proposal]:
    return list(understand([document(slide("Møte i Trollrådet 12. mars 2031"), CASE, *slides)]).proposals)


def texts(*slides: Slide) -> list[str]:
    return [proposal.text for proposal in proposals(*slides)]


def block(
    text: str,
    left: float,
    top: float,
    *,
    kind: BlockKind = BlockKind.PARAGRAPH,
    size: float = 14,
    group: int | None = None,
    wide: float = 300,
) -> Block:
    bold = kind is BlockKind.HEADING
    return Block(kind, text, Box(left, top, left + wide, top + 18), size=size, group=group, bold=bold)


def put(*blocks: Block) -> Slide:
    return Slide(1, 960, 540, blocks, SlideStatus.TEXT)


@pytest.mark.parametrize(
    "said", ["Broen rives før jul", "Rådet slutter seg til planen.", "Trollheim AS velges som byggherre"]
)
def test_a_title_that_says_what_is_proposed_is_the_first_of_the_proposal(said: str) -> None:
    assert texts(slide(f"Forslag til vedtak: {said}", "• Tauet selges")) == [f"{said}\nTauet selges"]


def test_what_a_proposal_is_about_behind_a_colon_is_no_part_of_it() -> None:
    assert texts(slide("Forslag til vedtak: tauet", "Rådet selger tauet.")) == ["Rådet selger tauet."]


def test_a_title_that_decides_goes_before_what_stands_under_the_words_for_a_proposal() -> None:
    under = slide(
        "Trollrådet anbefaler ny bro.", "Forslag til konklusjon:", "Bygges våren 2032", "Halvor leder arbeidet"
    )
    assert texts(under) == ["Trollrådet anbefaler ny bro.\nBygges våren 2032\nHalvor leder arbeidet"]
    own = slide("Rådet tar saken til orientering", "Forslag til vedtak:", "Rådet tar saken om tauet til orientering.")
    assert texts(own) == ["Rådet tar saken om tauet til orientering."]


@pytest.mark.parametrize(
    "label", ["Slik lyder innstillingen", "Leder fremmer slikt forslag til vedtak:", "Slik lyd tilrådinga"]
)
def test_words_that_say_that_a_proposal_is_read_out_stand_over_it(label: str) -> None:
    boxed = slide("Hva nå?", (label, "Rådet selger tauet."))
    assert texts(boxed) == ["Rådet selger tauet."]


def test_a_table_headed_by_the_words_for_a_proposal_has_its_points() -> None:
    points = table(("Forslag til vedtak", ""), ("1", "Rådet selger tauet."), ("2", "Broen males."))
    assert texts(slide("Regnskap", points)) == ["Rådet selger tauet.\nBroen males."]


@pytest.mark.parametrize("head", ["Punkt", "Nr.", "#"])
def test_a_table_may_count_the_points_of_its_proposal_under_a_head_of_their_own(head: str) -> None:
    points = table((head, "Forslag til vedtak"), ("1", "Rådet selger tauet."), ("2", "Broen males."))
    agenda = slide("Saksliste", "Sak 3/31 Taubroen over elva", "Sak 4/31 Varder", "Sak 5/31 Kart")
    assert texts(agenda, CASE, slide("Regnskap", "• Tauet er dyrt", points)) == ["Rådet selger tauet.\nBroen males."]
    assert (
        texts(slide("Regnskap", table(("Hvem", "Forslag til vedtak"), ("Ola", "Vil noe"), ("Kari", "Vil mer")))) == []
    )


def test_a_sentence_under_the_words_for_a_proposal_in_the_same_type_is_one_whatever_its_verb() -> None:
    assert texts(slide("Tauet", ("Forslag til vedtak", "Tauet fordeles slik tabellen viser."))) == [
        "Tauet fordeles slik tabellen viser."
    ]


def test_a_band_at_the_top_is_the_title_and_what_others_want_stands_beside() -> None:
    heading = BlockKind.HEADING
    found = texts(
        put(
            block("Sak 3/31 – forslag til tilråding", 40, 40, kind=heading, size=28, group=0),
            block("Trollrådet tilrår overfor fylkestinget:", 40, 130, kind=heading),
            block("1. Broen bygges av tre.", 40, 160),
            block("2. Tauet selges.", 40, 190),
            block("Saksgang: tinget møtes i mai.", 40, 220, size=11),
            block("Begrunnelse", 600, 130, kind=heading, group=1),
            block("Tre varer lenge.", 600, 160, group=1),
            block("Alternativt forslag", 600, 300, kind=heading, group=2),
            block("Odd vil at broen bygges av stein.", 600, 330, group=2),
        )
    )
    assert found == ["Trollrådet tilrår overfor fylkestinget:\n1. Broen bygges av tre.\n2. Tauet selges."]


def test_a_column_to_the_left_of_the_title_and_a_minority_are_no_part_of_the_proposal() -> None:
    found = texts(
        put(
            Block(BlockKind.TITLE, "Leder fremmer slikt forslag til vedtak:", Box(320, 40, 700, 60), size=18),
            block("Habilitet", 30, 110, kind=BlockKind.HEADING, group=0, wide=200),
            block("Odd er inhabil.", 30, 140, group=0, wide=200),
            block("1. Broen rives.", 320, 100),
            block("2. Tauet selges.", 320, 130),
            block("Mindretall", 320, 400, kind=BlockKind.HEADING, group=1),
            block("Siv ville beholde tauet.", 320, 430, group=1),
        )
    )
    assert found == ["1. Broen rives.\n2. Tauet selges."]


def test_a_title_for_more_than_the_proposal_proposes_what_it_counts() -> None:
    points = [block("• Elva er bred", 40, 100), block("1. Broen rives.", 480, 100), block("2. Tauet selges.", 480, 130)]
    title = Block(BlockKind.TITLE, "Sak 3/31 Bakgrunn og forslag til vedtak", Box(40, 40, 900, 60), size=28)
    assert texts(put(title, *points)) == ["1. Broen rives.\n2. Tauet selges."]
    asking = [block("1. Hvem eier tauet?", 480, 100), block("2. Er det langt?", 480, 130)]
    assert texts(put(title, *asking)) == []


@pytest.mark.parametrize("label", ["Mindretallets forslag til vedtak:", "Tidligere forslag til vedtak:"])
def test_what_a_minority_wants_or_was_put_before_is_not_what_is_proposed(label: str) -> None:
    assert texts(slide("Hva andre mener", label, "Rådet beholder tauet.")) == []


@pytest.mark.parametrize("title", ["Dette vedtok rådet 2. januar", "Vedtak i forrige møte", "Oppfølging av vedtak"])
def test_what_was_decided_before_is_not_proposed(title: str) -> None:
    assert texts(slide(title, "Sak 1/31 Tau", "Vedtak: Rådet ber fylket tjære tauet.")) == []
    boxed = slide(title, "Vedtak: Rådet ber fylket tjære tauet.", ("Forslag til vedtak", "Protokollen godkjennes."))
    assert texts(boxed) == ["Protokollen godkjennes."]


def test_what_is_said_in_smaller_type_below_the_points_is_a_remark() -> None:
    label = block("Forslag til vedtak", 40, 100, kind=BlockKind.HEADING, group=0)
    points = [block("1. Broen rives.", 40, 130, group=0), block("2. Tauet selges.", 40, 160, group=0)]
    remark = block("Saken er drøftet i mai.", 40, 190, size=11, group=0)
    title = replace(CASE.blocks[0], text="Usikkerhet")
    assert texts(put(title, label, *points, remark)) == ["1. Broen rives.\n2. Tauet selges."]


def test_what_is_said_in_smaller_type_below_bullets_is_a_remark() -> None:
    kind = BlockKind.BULLET
    points = [block("Broen rives.", 40, 100, kind=kind, size=20), block("Tauet selges.", 40, 130, kind=kind, size=20)]
    remark = block("Endelig finansiering forutsetter at trollene betaler.", 40, 430, size=14)
    title = replace(CASE.blocks[0], text="Forslag til vedtak")
    assert texts(put(title, *points, remark)) == ["Broen rives.\nTauet selges."]
    other = block("Lykta slukkes.", 40, 160, kind=kind, size=20)
    assert texts(put(title, *points, other)) == ["Broen rives.\nTauet selges.\nLykta slukkes."]


def test_a_column_of_proposals_has_one_for_each_case_of_its_rows() -> None:
    listed = table(
        ("Sak", "Gjelder", "Forslag til vedtak"),
        ("3/31", "Taubroen", "Rådet bygger taubroen."),
        ("4/31", "Låven", "Låven males rød."),
        ("5/31", "Eventuelt", None),
    )
    found = proposals(slide("Saker uten drøfting", listed))
    assert [(each.case, each.text) for each in found] == [
        ("3/31", "Rådet bygger taubroen."),
        ("4/31", "Låven males rød."),
    ]
    who = table(("Sak", "Gjelder", "Innstilling"), ("3/31", "Taubroen", "Vegsjefen"), ("4/31", "Låven", "Rektor"))
    assert proposals(slide("Saker uten drøfting", who)) == []


def test_what_stands_to_the_right_of_the_words_for_a_proposal_is_it() -> None:
    title = Block(BlockKind.TITLE, "Hva nå?", Box(40, 40, 900, 60), size=28)
    label = block("Forslag til vedtak", 40, 100, kind=BlockKind.HEADING, wide=150)
    aside = [block("Rådet selger tauet.", 220, 100), block("Broen males.", 220, 130)]
    assert texts(put(title, label, *aside)) == ["Rådet selger tauet.\nBroen males."]


@pytest.mark.parametrize(
    "label",
    [
        "Ønsket vedtak",
        "Anbefalt beslutning",
        "Forslag til vedtakstekst",
        "Proposed decision",
        "Utkast til vedtak",
        "Vedtaksforslag",
    ],
)
def test_a_proposal_is_called_by_other_words(label: str) -> None:
    assert texts(slide("Hva nå?", f"{label}:", "Rådet selger tauet.")) == ["Rådet selger tauet."]


def test_what_goes_on_to_the_right_of_words_that_ask_the_body_is_asked_of_it() -> None:
    asked = put(
        block("Tauet er slitt", 60, 30, kind=BlockKind.TITLE, size=30),
        block("Vi ber om at rådet:", 60, 400, kind=BlockKind.HEADING, group=1, wide=110),
        block("støtter et nytt tau", 300, 385),
        block("kårer beste taubinder", 300, 415),
    )
    assert texts(asked) == ["Vi ber om at rådet:\nstøtter et nytt tau\nkårer beste taubinder"]


def test_what_is_decided_to_the_right_of_a_recommendation_in_a_box_is_proposed() -> None:
    def advised(text: str) -> Slide:
        return put(
            block("Tauet er slitt", 60, 30, kind=BlockKind.TITLE, size=30),
            block("Det er 40 år", 60, 120, kind=BlockKind.BULLET),
            block("Anbefaling", 60, 400, kind=BlockKind.HEADING, group=1, wide=110),
            block(text, 300, 400, group=0),
        )

    assert texts(advised("Trollrådet vedtar å kjøpe et nytt tau.")) == ["Trollrådet vedtar å kjøpe et nytt tau."]
    assert texts(advised("Se vedlegg 4.")) == []


@pytest.mark.parametrize("label", ["Vi foreslår", "Arbeidsutvalget føreslår at", "Sekretariatet innstiller på"])
def test_what_somebody_is_said_to_propose_on_one_line_is_proposed(label: str) -> None:
    assert texts(slide("Tauet", "• Det er slitt", f"{label}: Trollpotten gir 300 kroner til nytt tau.")) == [
        "Trollpotten gir 300 kroner til nytt tau."
    ]
    assert texts(slide("Tauet", "• Det er slitt", f"{label}: Nytt tau eller ny bro?")) == []
    assert texts(slide("Dette vedtok vi sist møte", f"{label}: Trollpotten gir 300 kroner til nytt tau.")) == []


@pytest.mark.parametrize("parted", [" –", " -", " —", " |", ".", " →", ":"])
@pytest.mark.parametrize("label", ["Forslag til vedtak", "Framlegg til vedtak i sak 3/31", "Innstilling"])
def test_what_stands_on_one_line_with_the_words_for_a_proposal_is_it_whatever_parts_them(
    label: str, parted: str
) -> None:
    listed = slide("Hva gjør vi?", "• Tauet er slitt.", f"• {label}{parted} Rådet tar saken til orientering.")
    assert texts(listed) == ["Rådet tar saken til orientering."]


def test_a_dash_behind_words_for_a_proposal_with_nothing_decided_behind_it_parts_none() -> None:
    listed = slide(
        "Hva gjør vi?", "• Tauet er slitt.", "• Forslag til vedtak – Høstmøtet", "• Innstilling – Lysbilde 4"
    )
    assert texts(listed) == []
    assert texts(slide("Hva gjør vi?", "• Alternativt forslag til vedtak – Rådet selger tauet.")) == []


@pytest.mark.parametrize(
    "whose", ["(leders tilråding)", "(sekretariatets forslag)", "– innstilling", "(forslag til vedtak)", "(tilråding)"]
)
def test_of_two_ways_to_choose_between_the_one_that_is_said_to_be_proposed_is(whose: str) -> None:
    heading = BlockKind.HEADING
    ways = (
        block("To veier å velge mellom", 40, 40, kind=BlockKind.TITLE, size=28),
        block(f"Vei nord {whose}", 40, 100, kind=heading, group=0),
        block("Tauet strekkes over fossen.", 40, 130, group=0),
        block("Broen rives.", 40, 160, group=0),
        block("Vei sør (alternativ fra nestleder Odd)", 480, 100, kind=heading, group=1),
        block("Tauet strekkes over vika.", 480, 130, group=1),
    )
    assert texts(put(*ways)) == [f"Vei nord {whose}\nTauet strekkes over fossen.\nBroen rives."]
    costs = block("12,6 mill. kroner", 40, 130, group=0)
    assert texts(put(ways[0], ways[1], costs, *ways[4:])) == []


REASONS = ("• Den er råtten", "• Elva er bred i mai.", "• Hvorfor nå? Tauet slites hvert år.")


@pytest.mark.parametrize(
    "label", ["Vi foreslår", "Forslag", "Sekretariatet tilrår", "Vårt forslag", "Dette føreslår vi", "Framlegg"]
)
def test_a_title_that_proposes_by_itself_proposes_no_reasons(label: str) -> None:
    assert texts(slide(f"{label}: Broen rives i mai.", *REASONS)) == ["Broen rives i mai."]
    assert texts(slide(f"{label}: Bro eller tau?", *REASONS)) == []


@pytest.mark.parametrize(
    "title",
    [
        "Vi foreslår at broen rives",
        "Vi ber Trollrådet om å godkjenne årsmeldingen.",
        "Vi ber rådet si ja til ny bro",
        "Administrasjonen tilrår at brua vert riven",
        "Vi anbefaler å rive broen",
        "Rådet bes godkjenne planen",
    ],
)
def test_a_title_that_asks_in_a_whole_sentence_is_what_is_asked(title: str) -> None:
    assert texts(slide(title, *REASONS)) == [title]
    own = slide(title, *REASONS, "Forslag til vedtak:", "Rådet selger tauet.")
    assert texts(own) == ["Rådet selger tauet."]


def test_a_title_that_asks_over_what_is_decided_leaves_it_to_stand_for_itself() -> None:
    decided = slide("Rådet bes godkjenne planen", "• Rådet godkjenner planen.", "• Det settes av 3 mill. kroner.")
    assert texts(decided) == ["Rådet godkjenner planen.\nDet settes av 3 mill. kroner."]
    asked = slide("Rådet bes ta stilling til tauet", "• Skal tauet selges?", "• Skal broen rives?")
    assert texts(asked) == []


@pytest.mark.parametrize(
    "title",
    [
        "Vår tilråding",
        "Vårt forslag",
        "Det vi ber dere si ja til",
        "Kva vi ber rådet om i dag",
        "Dette foreslår vi",
        "Hva direktøren føreslår",
        "Det rådet bes om",
    ],
)
def test_check_marks_and_the_name_of_the_case_are_no_part_of_what_a_title_puts(title: str) -> None:
    named = block("3/31 Taubroen over elva", 40, 70, size=13)
    ticked = [block("✓", 60, 158, kind=BlockKind.HEADING, group=3), block("✓", 353, 158, kind=BlockKind.HEADING)]
    cards = [block("Broen rives i mai.", 60, 223, group=0), block("Det kjøpes nytt tau.", 353, 223, group=2)]
    put_to_them = put(
        block(title, 40, 30, kind=BlockKind.TITLE, size=28), named, cards[0], ticked[0], cards[1], ticked[1]
    )
    assert texts(put_to_them) == ["Broen rives i mai.\nDet kjøpes nytt tau."]
    talked_of = texts(slide(title, "• Merknader", "• Er broen for lang?"))
    assert talked_of == [] or title == "Vår tilråding"


@pytest.mark.parametrize(
    "label", ["Utvalet kan gjere slikt vedtak:", "Rådet bør fatte følgende vedtak:", "Dette foreslår vi:"]
)
@pytest.mark.parametrize(
    "quoted", ["Rådet river broen i mai.", "«Søknaden om tau på øya nord for fjell 14 nr. 6 blir avslått.»"]
)
def test_what_the_body_may_decide_is_proposed(label: str, quoted: str) -> None:
    assert texts(slide("Hva nå?", label, quoted)) == [quoted.strip("«»")]
    assert texts(slide("Vår tilråding", label, quoted)) == [quoted.strip("«»")]


def test_what_earlier_cases_came_to_is_not_proposed() -> None:
    approved = ("Forslag til konklusjon:", "Referatet godkjennes.")
    opened = slide("Sak 3/31 Referat fra møtet i mai", "Sak 1/31 Vedtak: Rådet godkjenner tauet.", *approved)
    assert [(p.case, p.text) for p in proposals(opened)] == [("3/31", "Referatet godkjennes.")]
    under = slide(
        "Referatet fra i mai", "Vedtak i forrige møte", "Sak 8/31 – vedtak: Rådet godkjenner tauet.", *approved
    )
    assert texts(under) == ["Referatet godkjennes."]
    background = slide("Tauet", "• Rådet vedtok broen i forrige møte", "Vi foreslår: Rådet tjærer tauet.")
    assert texts(background) == ["Rådet tjærer tauet."]
    later = slide("Sak 3/31 Saker uten drøfting", "Sak 5/31 Tau", "Vedtak: Rådet godkjenner tauet.")
    assert [(p.case, p.text) for p in proposals(later)] == [("5/31", "Rådet godkjenner tauet.")]


@pytest.mark.parametrize(
    "asked", ["Rådet inviteres til å vedta", "Trollrådet bes om å godkjenne følgende", "Vi ber rådet vedta",
              "Rådet blir bedt om å gjere slikt vedtak"],
)  # fmt: skip
def test_what_the_body_is_asked_on_one_line_to_decide_is_proposed(asked: str) -> None:
    long = "Rådet deler tauet slik figuren viser, med tre favner til hver av dem som bor ved elva i mai."
    for decided in (long, "Broen rives."):
        assert texts(slide("Tauet", "• Det er slitt", f"{asked}: {decided}")) == [decided]
    assert texts(slide("Tauet", "• Det er slitt", "Rådet bes om å drøfte: Nytt tau eller ny bro?")) == []


@pytest.mark.parametrize("said", ["Sak 1/31 om fisket er trukket", "Sak 1/31 ble utsatt til høsten"])
def test_another_case_that_a_line_above_tells_of_is_not_that_of_the_proposal(said: str) -> None:
    (made,) = proposals(slide("Taubroen", f"• {said}", "Forslag til vedtak: Broen rives."))
    assert made.case == "3/31"


@pytest.mark.parametrize("label", ["Tilråding", "Forslag til vedtak", "Innstilling"])
def test_what_stands_below_a_title_that_says_the_proposal_is_more_of_it_only_where_it_decides(label: str) -> None:
    titled = f"{label}: Taubroen vert flytta til vika"
    before = table(("Sak", "Vedtak i fjor"), ("3/30", "Rådet kjøper tau."), ("4/30", "Fossen vert måla."))
    for reasons in (
        (before,),
        ("• 340 innspel frå trolla", "• Kva med barna?", "• Skal vi ha tau?"),
        (before, "• Nytt"),
    ):
        assert texts(slide(titled, *reasons)) == ["Taubroen vert flytta til vika"]
    more = ("• Trolla dekkjer tauet", "• Vika vert rydda før jul", "• Fossen vert frigjeven")
    assert texts(slide(titled, *more)) == ["\n".join((titled.partition(": ")[2], *(line[2:] for line in more)))]
