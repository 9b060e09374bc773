-- What somebody has said of a document above what it says itself. Kept by the document's source, so that it holds for its
-- next version too, and after the document was removed and taken in again.
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    field TEXT NOT NULL,                  -- body, date, title, classification, case, case_title
    first INTEGER,                        -- of a case: the slides, 1-based, both included
    last INTEGER,
    case_number TEXT,                     -- of a case's title: the case
    value TEXT NOT NULL,                  -- of a case: its number, "" for none
    machine TEXT NOT NULL,                -- what the program had understood, "" for nothing
    by TEXT NOT NULL,
    at TEXT NOT NULL                      -- UTC, ISO 8601
);
CREATE INDEX corrections_by_source ON corrections (source);
