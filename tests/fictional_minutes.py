"""Minutes, agendas and case papers of invented bodies, in the layouts that such documents have; every name is fictional."""

from __future__ import annotations

from tests.deck_builder import document, page, pages, slide, table

from radsassistent.documents import Document

# A municipal council's minutes in Nynorsk: votes, a joint proposal that wins, one that falls, a case sent back.
NYNORSK = document(
    *pages(
        """
        # Oppdiktvik kommune
        # Møteprotokoll
        Utval: Kommunestyret i Oppdiktvik
        Møtestad: Eventyrsalen, Oppdiktvik rådhus
        Dato: 14.04.2027
        Tid: 10:00 – 14:30
        Desse møtte:
        Astrid Oppdiktnes (AP), ordførar
        Bjarne Fabelheim (H)
        Cecilie Eventyrvik (SP)
        Forfall: Dagny Sagnfjord (V), Einar Trollhaug (SV)
        Varamedlemer som møtte:
        Frida Huldrebakk (V) for Dagny Sagnfjord
        Frå administrasjonen: kommunedirektør Gunnar Ramsvik
        # Saksliste
        Sak 56/27 Godkjenning av innkalling og saksliste
        Sak 57/27 Ny gangveg til naustet
        Sak 58/27 Budsjettregulering 2027 for
        oppdiktvik hamn
        Sak 59/27 Sal av trollskogen
        """,
        """
        # Sak 56/27 Godkjenning av innkalling og saksliste
        Innkalling og saksliste vart samrøystes godkjende.
        Samrøystes vedteke:
        Innkallinga og sakslista vert godkjende.
        # Sak 57/27 Ny gangveg til naustet
        # Kommunedirektøren si tilråding:
        1. Kommunestyret vedtek å byggja gangvegen i 2028.
        2. Utgiftene, 4,5 mill. kroner, vert dekte av fondet.
        # Handsaming:
        Fellesforslag frå AP og SP:
        1. Kommunestyret vedtek å byggja gangvegen i 2027.
        2. Utgiftene, 5,1 mill. kroner, vert dekte av fondet.
        # Røysting:
        Tilrådinga fekk 10 røyster og fall. Fellesforslaget vart vedteke med 14 mot 10 røyster (H, FRP).
        # Vedtak:
        1. Kommunestyret vedtek å byggja gangvegen i 2027.
        2. Utgiftene, 5,1 mill. kroner, vert dekte av fondet.
        # Sak 58/27 Budsjettregulering 2027 for oppdiktvik hamn
        # Tilråding frå formannskapet:
        Budsjettet for hamna vert auka med 300 000 kroner.
        """,
        """
        # Handsaming:
        Bjarne Fabelheim (H) sette fram slikt framlegg:
        Budsjettet for hamna vert ikkje endra.
        # Røysting:
        Framlegget frå H fekk 3 røyster og fall. Tilrådinga frå formannskapet vart vedteken med 21 mot 3 røyster.
        # Vedtak:
        Budsjettet for hamna vert auka med 300 000 kroner.
        # Sak 59/27 Sal av trollskogen
        # Kommunedirektøren si tilråding:
        Kommunestyret sel trollskogen til høgstbydande.
        # Vedtak:
        Saka vert utsett til neste møte.
        Møtet vart heva kl. 14.25.
        # Underskrifter
        Astrid Oppdiktnes
        """,
    ),
    name="protokoll-oppdiktvik.pdf",
)

# A state council's minutes in Bokmål: cases as a list with "Konklusjon", several on a page.
BOKMAL = document(
    *pages(
        """
        # Referat fra møte i Fantasirådet 12. februar 2027
        Tid: kl. 09.00–15.30
        Sted: Drømmesalen, Oppdiktet direktorat, Fantasibyen
        Møteleder: Tuva Oppdiktsdatter
        Til stede: Tuva Oppdiktsdatter (Oppdiktet direktorat), Sindre Fantasivik (Fantasibyen), Oddny Kvikkmyr (Oppdiktet HF)
        Forfall: Peder Tåkeheim, Ragnhild Eventyrnes
        Fra sekretariatet: Storm Bryggevoll
        # Sak 1/27 Godkjenning av innkalling og dagsorden
        Det var ingen merknader.
        Konklusjon: Fantasirådet godkjente innkalling og dagsorden.
        # Sak 2/27 Status for drømmeregisteret
        Oppdiktet direktorat orienterte om registeret. Rådet drøftet risikoen i prosjektet.
        Konklusjon:
        Fantasirådet tar statusen til orientering.
        Fantasirådet ber om en ny vurdering av kostnadene i høst.
        Oppfølging: Sekretariatet
        # Sak 3/27 Felles eventyrplattform
        Saken ble lagt frem av Oppdiktet HF.
        Fantasirådet støttet at plattformen innføres i 2028.
        # Eventuelt
        Ingen saker.
        # Neste møte
        Neste møte i Fantasirådet er 7. mai 2027.
        """,
    ),
    name="referat-fantasiraadet.pdf",
)
BOKMAL_DECK = document(
    slide("Møte i Fantasirådet 12. februar 2027", "Drømmesalen, Oppdiktet direktorat, Fantasibyen"),
    slide(
        "Dagsorden",
        table(
            ("Saksnr", "Sak", "Legger frem", "Tid", "Sakstype"),
            (
                "1/27",
                "Godkjenning av innkalling og dagsorden",
                "Tuva Oppdiktsdatter, Oppdiktet direktorat",
                "09:00",
                "Godkjenning",
            ),
            ("2/27", "Status for drømmeregisteret", "Sindre Fantasivik, Fantasibyen kommune", "09:10", "Drøfting"),
            ("3/27", "Felles eventyrplattform", "Oddny Kvikkmyr, Oppdiktet HF", "10:00", "Beslutning"),
        ),
    ),
    slide("Sak 1/27: Godkjenning av innkalling og dagsorden"),
    slide("Forslag til vedtak", "Fantasirådet godkjenner innkalling og dagsorden."),
    slide("Sak 2/27: Status for drømmeregisteret"),
    slide("Forslag til vedtak", "Fantasirådet tar statusen til orientering."),
    slide("Vedtak", "Tidligere vedtak i saken står i arkivet."),
    slide("Sak 3/27: Felles eventyrplattform"),
    slide("Forslag til vedtak - oppdatert", "Fantasirådet støtter at plattformen innføres i 2028."),
    name="fantasiraadet.pdf",
)

# A committee's minutes with series of cases that collide, a table of those who met, and another body's handling.
PS = document(
    page(
        "# Møteprotokoll",
        table(
            ("Utvalg:", "Formannskapet i Tåkedal"),
            ("Møtested:", "Skoddesalen, Tåkedal rådhus"),
            ("Dato:", "03.03.2026"),
            ("Tidspunkt:", "09:00"),
        ),
        "Følgende faste medlemmer møtte:",
        table(
            ("Navn", "Funksjon", "Representerer"),
            ("Astrid Oppdiktnes", "Leder", "AP"),
            ("Bjarne Fabelheim", "Nestleder", "H"),
        ),
        "Følgende medlemmer hadde meldt forfall:",
        table(("Navn", "Funksjon", "Representerer"), ("Cecilie Eventyrvik", "MEDL", "SP")),
        "Følgende varamedlemmer møtte:",
        table(("Navn", "Møtte for", "Representerer"), ("Dagny Sagnfjord", "Cecilie Eventyrvik", "SP")),
        "Fra administrasjonen møtte:",
        table(("Navn", "Stilling"), ("Gunnar Ramsvik", "Kommunedirektør")),
    ),
    page(
        "# Saksliste",
        table(
            ("Utvalgssaksnr", "Innhold", "Lukket", "Arkivsaksnr"),
            ("PS 11/26", "Godkjenning av protokoll", None, "26/101"),
            ("PS 12/26", "Skjenkebevilling for Trollstua", None, "2026/1234"),
            ("PS 13/26", "Høring om hulderbruer", None, "26/00345-7"),
        ),
    ),
    page(
        table(
            ("Utvalgssaksnr", "Innhold", "Lukket", "Arkivsaksnr"),
            ("RS 12/26", "Brev fra Statsfabelforvalteren", None, "26/77"),
            ("PS 14/26", "Forslag om gratis ferge", None, "26/78"),
        ),
        "# PS 11/26 Godkjenning av protokoll",
        "Formannskapets vedtak:",
        "Protokollen fra 10.02.2026 godkjennes. Enstemmig.",
        "# PS 12/26 Skjenkebevilling for Trollstua",
        "Arkivsaksnr.: 2026/1234",
        table(
            ("Saksgang", "Møtedato", "Saknr"),
            ("Levekårsutvalget", "20.02.2026", "8/26"),
            ("Formannskapet", "03.03.2026", "12/26"),
        ),
        "# Kommunedirektørens innstilling",
        "Trollstua gis skjenkebevilling til 30.09.2029, jf. alkoholloven § 1-7.",
        "# Saksprotokoll i Levekårsutvalget - 20.02.2026",
        "# Behandling",
        "Innstillingen ble enstemmig vedtatt.",
        "# Vedtak",
        "Trollstua gis skjenkebevilling til kl. 01.00.",
        "# Saksprotokoll i Formannskapet - 03.03.2026",
        "# Behandling",
        "Alternativt forslag fra H:",
        "Søknaden fra Trollstua avslås.",
        "# Votering",
        "Ved alternativ votering mellom innstillingen og forslaget fra H ble innstillingen vedtatt med 7 mot 2 stemmer (H).",
        "# Vedtak",
        "Vedtak som innstilling.",
    ),
    page(
        "_ Side 4 av 5",
        "# PS 13/26 Høring om hulderbruer",
        "# Innstilling",
        "Formannskapet slutter seg til høringsuttalelsen.",
        "# Behandling",
        "Astrid Oppdiktnes foreslo at saken utsettes. Utsettelsesforslaget enstemmig vedtatt.",
        "# Vedtak",
        "Saken sendes tilbake til kommunedirektøren for ny behandling.",
        "# RS 12/26 Brev fra Statsfabelforvalteren",
        "Brevet ble referert.",
        "# PS 14/26 Forslag om gratis ferge",
        "# Forslag til vedtak:",
        "Ferga til Trolløya skal være gratis.",
        "# Votering:",
        "Innstillingen falt med 4 mot 5 stemmer.",
    ),
    name="ps.pdf",
)

# A Danish council's minutes, counted by points.
DANISH = document(
    *pages(
        """
        # Byrådet – Referat
        Mødedato: Onsdag den 6. marts 2027
        Mødested: Eventyrsalen, Fabelby Rådhus
        Afbud: Mette Fabelsen
        # Punkt 1: Godkendelse af dagsorden
        # Indstilling
        Borgmesteren indstiller, at dagsordenen godkendes.
        # Beslutning
        Godkendt.
        # Punkt 2: Ny drageplads
        # Sagsfremstilling
        Pladsen koster 2 mio. kr.
        # Beslutning
        Byrådet vedtog at udskyde pladsen til 2028.
        # Afstemning
        For stemte 12, imod stemte 9.
        # Punkt 3: Eventuelt
        Intet.
        """
    ),
    name="byraadet.pdf",
)

# A Swedish municipal board's minutes, counted by paragraphs.
SWEDISH = document(
    *pages(
        """
        # Sammanträdesprotokoll
        Nämnd: Kommunstyrelsen i Sagoköping
        Sammanträdesdatum: 2027-03-04
        Plats: Sagosalen
        # § 188 Dnr KS 2027/00123
        Budget för trollparken
        # Beslut
        Kommunstyrelsen beslutar att anta budgeten.
        # § 189 Cykelväg till älvdalen
        # Förslag till beslut
        Kommunstyrelsen bifaller motionen.
        # Yrkanden
        Karin Sagodotter (S) yrkar avslag.
        # Beslut
        Kommunstyrelsen avslår motionen.
        # Reservation
        Mot beslutet reserverar sig Olle Fabelman (M).
        """
    ),
    name="kommunstyrelsen.pdf",
)

# An agenda of its own, as a list with times, presenters and types.
AGENDA = document(
    *pages(
        """
        # Innkalling til møte i Fantasirådet
        Møtedato: 12. februar 2027
        Tid: 09.00–15.30
        Sted: Drømmesalen, Oppdiktet direktorat
        # Saksliste
        09.00 Sak nr. 1/2027 Godkjenning av innkalling og dagsorden
        09.10–09:45 Sak nr. 2/2027 Status for drømmeregisteret og
        veien videre
        Legges frem av: Sindre Fantasivik, Fantasibyen kommune
        Sak nr. 3/2027 Felles eventyrplattform (drøfting)
        Oppdiktet HF/Oddny Kvikkmyr
        Sak nr. 4/2027 Eventuelt v/ Tuva Oppdiktsdatter
        """
    ),
    name="innkalling.pdf",
)

ALL: tuple[Document, ...] = (NYNORSK, BOKMAL, PS, DANISH, SWEDISH, AGENDA)
