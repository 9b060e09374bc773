"""Every text of the web pages, in Norwegian Bokmål, in one place so that it can be translated.

`{…}` is filled in with str.format by the module that shows the text. None of the texts contains HTML.
"""

from __future__ import annotations

# The page
TITLE = "Rådsassistenten"
INTRO = "Still spørsmål om sakene i møtene. Hvert svar viser lysbildet det bygger på."
NO_SCRIPT = "Rådsassistenten trenger JavaScript. Slå det på i nettleseren, og last siden på nytt."
CONVERSATION = "Samtalen"

# Asking
QUESTION = "Hva lurer du på?"
QUESTION_PLACEHOLDER = "Skriv spørsmålet her"
ASK = "Spør"
EXAMPLES = "Prøv for eksempel"
LOOKING = "Leter i dokumentene …"
EMPTY_QUESTION = "Skriv et spørsmål først, så leter jeg i dokumentene."
UNEXPECTED = "Beklager, noe gikk galt hos oss. Prøv igjen, eller still spørsmålet på en annen måte."
NO_CONTACT = "Jeg får ikke kontakt med tjenesten akkurat nå. Vent litt, og prøv igjen."

# The answer
YOU_ASKED = "Du spurte"
NOT_FOUND_HELP = (
    "Prøv med andre ord, eller nevn saksnummeret eller møtet. Jeg svarer bare på det som står i dokumentene."
)
CITATION = "{case} · lysbilde {slide}"
CITATION_WITHOUT_CASE = "Lysbilde {slide}"
SOURCES_OF_SENTENCE = "Kilder"
SLIDES = "Lysbilder som svaret bygger på"
SLIDE_PICTURE = "Lysbilde {slide} i {document}. Svaret bygger på: «{quote}»"
SLIDE_PICTURE_WITHOUT_QUOTE = "Lysbilde {slide} i {document}"
OPEN_ORIGINAL = "Åpne originalen på lysbilde {slide}"
NEW_TAB = "åpnes i ny fane"

# The archive
MEETING = "{body} {date}"
MEETINGS = "Møter i arkivet"
MEETING_SIZE = "{cases}, {slides}"
CASES = ("{count} sak", "{count} saker")
SLIDE_COUNT = ("{count} lysbilde", "{count} lysbilder")
MORE_MEETINGS = "{number} eldre møter"
ONE_MORE_MEETING = "1 eldre møte"
EMPTY_ARCHIVE = "Arkivet er tomt ennå"
EMPTY_ARCHIVE_HELP = (
    "Legg møtets dokumenter i mappen ingest, og les dem inn med denne kommandoen. Last så siden på nytt."
)
EMPTY_ARCHIVE_COMMAND = "radsassistent ingest"

# Example questions
EXAMPLE_PRESENTER = "Hvem legger frem {case}?"
EXAMPLE_PROPOSAL = "Hva er forslaget til vedtak i {case}?"
EXAMPLE_TIME = "Når behandles {case}?"
EXAMPLE_AGENDA = "Hvilke saker er på dagsordenen?"

# Files
NO_SUCH_SLIDE = "Dette lysbildet finnes ikke i arkivet."
NO_SUCH_ORIGINAL = "Dette dokumentet finnes ikke i arkivet."
NO_SUCH_PAGE = "Denne siden finnes ikke."

# Access
NOT_LET_IN = "Du må logge inn først."
NOT_OWN_MACHINE = (
    "Her er det ingen innlogging, så sidene vises bare på maskinen de går på, under 127.0.0.1 eller localhost. "
    "Skal andre bruke dem, må driftsansvarlig sette opp brukere eller en innlogging foran."
)
NOT_BY_PROXY = "Disse sidene nås bare gjennom innloggingen foran dem. Åpne adressen du har fått av driftsansvarlig."
SECRETARYS_PAGE = "Denne siden er for sekretariatet. Trenger du den, spør sekretariatet om tilgang."
OTHER_ORIGIN = "Dette kom fra en annen side enn vår, og er ikke utført. Last siden på nytt, og prøv igjen."
OTHER_SESSION = "Denne siden ble åpnet av en annen. Last den på nytt."
TOO_LARGE = "Det du sendte er for stort. Største tillatte fil er {most} MB."
WRONG_METHOD = "Dette kan ikke gjøres på denne adressen."
NOT_WORKING = "Innloggingen virker ikke akkurat nå. Driftsansvarlig finner grunnen i loggen."
WRONG_PASSWORD = "Navnet eller passordet er feil. Prøv igjen."
TOO_MANY_ATTEMPTS = "For mange forsøk på å logge inn. Vent {wait}, og prøv igjen."

# Serving
PORT_BUSY = "Port {port} er opptatt på {host}. Velg en annen med --port, eller med PORT= foran make run."
PORT_FORBIDDEN = "Port {port} på {host} krever administratorrettigheter. Velg en over 1023 med --port, eller med PORT=."
HOST_UNKNOWN = "Adressen {host} finnes ikke på denne maskinen ({reason}). Velg en annen med --host."
