"""The chat as a program: `python app.py` is `radsassistent serve`, with the same options and settings."""

import sys

from radsassistent.cli import main

if __name__ == "__main__":
    sys.argv.insert(1, "serve")
    main()
