-- What a list says of a member besides title, organisation and role, as a JSON list of [what it is called, what it says].
ALTER TABLE members ADD COLUMN details TEXT NOT NULL DEFAULT '[]';

-- By which reading a document is kept (holdings.READING); 0 is by one of the readings before they were counted.
ALTER TABLE documents ADD COLUMN reading INTEGER NOT NULL DEFAULT 0;
