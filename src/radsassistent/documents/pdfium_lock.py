"""One lock for all calls into pdfium, which is not safe to call from two threads (pypdfium2, "Thread safety")."""

import threading

PDFIUM = threading.RLock()
