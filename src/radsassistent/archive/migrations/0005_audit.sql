-- Who did what, in the order it was done. Never changed; questions are in it only where the operator wants them.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,                     -- UTC, ISO 8601
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL
);
CREATE INDEX audit_by_time ON audit (at);

-- Of a kept original: whether its meeting was internal when it was last a document of the archive, and where that came
-- from, so that a replaced version is never shown to more people than it was, nor than the version that replaced it.
ALTER TABLE files ADD COLUMN internal INTEGER NOT NULL DEFAULT 1;
ALTER TABLE files ADD COLUMN source TEXT;
UPDATE files SET
    internal = (
        SELECT coalesce(classification = 'intern', 0) FROM meetings JOIN documents ON meeting_id = meetings.id
        WHERE documents.sha256 = files.sha256
    ),
    source = (SELECT source FROM documents WHERE documents.sha256 = files.sha256)
WHERE sha256 IN (SELECT sha256 FROM documents);

CREATE TRIGGER file_is_document AFTER INSERT ON documents BEGIN
    UPDATE files SET
        internal = (SELECT coalesce(classification = 'intern', 0) FROM meetings WHERE id = NEW.meeting_id),
        source = NEW.source
    WHERE sha256 = NEW.sha256;
END;
CREATE TRIGGER files_follow_meeting AFTER UPDATE OF classification ON meetings BEGIN
    UPDATE files SET internal = coalesce(NEW.classification = 'intern', 0)
    WHERE sha256 IN (SELECT sha256 FROM documents WHERE meeting_id = NEW.id);
END;
