-- What was asked and answered, and what readers thought of it. Rows older than the operator keeps them are deleted.
CREATE TABLE asked (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,                     -- UTC, ISO 8601
    by TEXT NOT NULL,
    question TEXT,                        -- NULL where no texts are kept
    answer TEXT,                          -- NULL where no texts are kept
    abstained INTEGER NOT NULL,
    citations TEXT NOT NULL,              -- JSON list: body, meeting, case, document, slide and, where texts are kept, quote
    rated TEXT,                           -- when it was rated, UTC, ISO 8601; NULL while it is not
    good INTEGER,
    comment TEXT NOT NULL DEFAULT ''
);
CREATE INDEX asked_by_time ON asked (at);

-- Gold questions that the secretary is writing of bad answers, in the fields of an evaluation file. They stay when the
-- question that they were made of is forgotten.
CREATE TABLE gold_drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    asked_id INTEGER UNIQUE REFERENCES asked (id) ON DELETE SET NULL,
    meeting TEXT NOT NULL,                -- the gold file's name without its ending: "2026-02-12-portefoljeradet"
    checked INTEGER NOT NULL,             -- whether somebody has put it right; what it is prefilled with is the bad answer
    fields TEXT NOT NULL,                 -- JSON object, one line of the gold file
    by TEXT NOT NULL,
    at TEXT NOT NULL                      -- when last changed, UTC, ISO 8601
);
