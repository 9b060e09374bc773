-- The archive's first schema. SQLite is the truth; the FAISS index beside it is derived from `passages`.
CREATE TABLE state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    generation INTEGER NOT NULL,          -- grows with every change; the index and readers compare it
    embedder TEXT,                        -- identity of the embedder of all passages; NULL while there are none
    dimensions INTEGER
);
INSERT INTO state (id, generation) VALUES (1, 0);

-- Every file ever taken in, by the SHA-256 of its bytes; kept as files/<sha256>.<ending> also when replaced, so that
-- a citation opens the version that it cites.
CREATE TABLE files (
    sha256 TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    kept_at TEXT NOT NULL                 -- UTC, ISO 8601
);

CREATE TABLE meetings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body TEXT NOT NULL,
    date TEXT,                            -- ISO 8601; NULL when no document says it
    venue TEXT,
    warnings TEXT NOT NULL,               -- JSON list of sentences
    UNIQUE (body, date)
);

CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id),
    sha256 TEXT NOT NULL UNIQUE REFERENCES files (sha256),
    name TEXT NOT NULL,
    source TEXT NOT NULL UNIQUE,          -- where it was taken in from; a changed file replaces the one of this source
    taken_in_at TEXT NOT NULL,
    warnings TEXT NOT NULL
);

CREATE TABLE slides (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,              -- 1-based
    width REAL NOT NULL,                  -- points
    height REAL NOT NULL,
    status TEXT NOT NULL,
    links TEXT NOT NULL,                  -- JSON list of addresses
    case_number TEXT,
    kind TEXT NOT NULL,
    evidence TEXT NOT NULL,
    previews TEXT,
    section TEXT,
    UNIQUE (document_id, number)
);

CREATE TABLE blocks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slide_id INTEGER NOT NULL REFERENCES slides (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    box TEXT NOT NULL,                    -- JSON [left, top, right, bottom], points from the top left corner
    level INTEGER NOT NULL,
    frame INTEGER,
    size REAL NOT NULL,
    bold INTEGER NOT NULL,
    table_json TEXT                       -- caption, label_header, columns, rows
);
CREATE INDEX blocks_by_slide ON blocks (slide_id, position);

CREATE TABLE cases (
    meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (meeting_id, number)
);

CREATE TABLE agenda_items (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    case_number TEXT,
    title TEXT NOT NULL,
    presenter TEXT,
    organisation TEXT,
    time TEXT,
    case_type TEXT,
    sha256 TEXT NOT NULL,
    slide INTEGER NOT NULL
);

-- Forslag til vedtak. A decision (vedtak) is another record, made from minutes only.
CREATE TABLE proposals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    case_number TEXT,
    text TEXT NOT NULL,
    updated INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    slide INTEGER NOT NULL
);

CREATE TABLE members (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    title TEXT,
    organisation TEXT,
    role TEXT,
    member_group TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    slide INTEGER NOT NULL
);

-- What can be found and cited; never across two slides. AUTOINCREMENT: an id is never used again, so that a stale
-- vector can never return another passage.
CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    slide INTEGER NOT NULL,
    case_number TEXT,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    context TEXT NOT NULL,
    data TEXT NOT NULL,                   -- JSON, by kind
    text_hash TEXT NOT NULL,              -- SHA-256 of what was embedded
    embedding BLOB NOT NULL               -- float32, little-endian, normalised
);
CREATE INDEX passages_by_document ON passages (document_id);
CREATE INDEX passages_by_hash ON passages (text_hash);
