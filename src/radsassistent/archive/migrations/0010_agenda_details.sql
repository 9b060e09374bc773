-- How long an item of the agenda is to take, and all that its row says under the headings of the agenda (JSON: [[heading, text], ...]).
ALTER TABLE agenda_items ADD COLUMN minutes INTEGER;
ALTER TABLE agenda_items ADD COLUMN details TEXT NOT NULL DEFAULT '[]';
