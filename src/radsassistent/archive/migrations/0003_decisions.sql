-- Vedtak: what a body decided, as its minutes say, with the proposal that it answers. Never made from a proposal alone.
CREATE TABLE decisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    case_number TEXT,
    text TEXT NOT NULL,
    status TEXT NOT NULL,                 -- adopted, changed, rejected, postponed
    votes TEXT,                           -- as the minutes put it
    as_proposed INTEGER,                  -- NULL where no proposal is known
    sha256 TEXT NOT NULL,
    slide INTEGER NOT NULL,
    proposal_text TEXT,
    proposal_sha256 TEXT,
    proposal_slide INTEGER
);

CREATE TABLE attendance (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    title TEXT,
    organisation TEXT,
    presence TEXT NOT NULL,               -- present, absent, substitute
    substitutes_for TEXT,
    sha256 TEXT NOT NULL,
    slide INTEGER NOT NULL
);

-- What the meeting's folder says of it in møte.toml, as it stands there; "" where there is none.
ALTER TABLE meetings ADD COLUMN overrides TEXT NOT NULL DEFAULT '';
ALTER TABLE meetings ADD COLUMN classification TEXT;
ALTER TABLE meetings ADD COLUMN start_time TEXT;
ALTER TABLE meetings ADD COLUMN end_time TEXT;
-- Of a page with several cases: JSON list of [case, first block].
ALTER TABLE slides ADD COLUMN cases TEXT NOT NULL DEFAULT '[]';
