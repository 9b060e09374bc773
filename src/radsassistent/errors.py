"""The errors that a user may see. The command line and the web page map them to text and exit codes in one place."""


class RadsassistentError(Exception):
    """Something went wrong that the user can understand and act on.

    Carries one Norwegian sentence or two, shown to the user as it is: what happened (with the file's name where
    there is one) and what to do about it. The process exits with code 1.
    """


class UsageError(RadsassistentError):
    """The call itself was wrong (a path that does not exist, an unknown option value). Exit code 2."""
