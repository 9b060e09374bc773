"""What the server says before any page is there to say it, in Norwegian Bokmål; the pages' own texts stand in their modules.

`{…}` is filled in with str.format by the module that shows the text. None of the texts contains HTML.
"""

from __future__ import annotations

TITLE = "Rådsassistenten"

# Files
NO_SUCH_SLIDE = "Dette lysbildet finnes ikke i arkivet."
NO_SUCH_ORIGINAL = "Dette dokumentet finnes ikke i arkivet."
NO_SUCH_PAGE = "Denne siden finnes ikke."

# Anywhere
UNEXPECTED = "Beklager, noe gikk galt hos oss. Prøv igjen om litt."

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

# For other programs
LOG_IN_FIRST = "Logg inn først, så kan programmet søke på dine vegne."
EMPTY_FOR_PROGRAMS = "Arkivet er tomt ennå. Prøv igjen når møtedokumentene er lest inn."
