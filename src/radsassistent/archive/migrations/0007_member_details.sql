-- What a list says of a member besides title, organisation and role, as a JSON list of [what it is called, what it says].
ALTER TABLE members ADD COLUMN details TEXT NOT NULL DEFAULT '[]';
