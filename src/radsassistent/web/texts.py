"""What the server says before any page is there to say it, in Norwegian Bokmål; the pages' own texts stand in their modules.

`{…}` is filled in with str.format by the module that shows the text. None of the texts contains HTML.
"""

from __future__ import annotations

TITLE = "Rådsassistenten"

# Files
NO_SUCH_SLIDE = "Dette lysbildet finnes ikke i arkivet."
NO_SUCH_ORIGINAL = "Dette dokumentet finnes ikke i arkivet."
NO_SUCH_PAGE = "Denne siden finnes ikke."

# Serving
PORT_BUSY = "Port {port} er opptatt på {host}. Velg en annen med --port, eller med PORT= foran make run."
PORT_FORBIDDEN = "Port {port} på {host} krever administratorrettigheter. Velg en over 1023 med --port, eller med PORT=."
HOST_UNKNOWN = "Adressen {host} finnes ikke på denne maskinen ({reason}). Velg en annen med --host."
