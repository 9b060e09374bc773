-- How a slide was read, whether a deck hides it, and blocks whose order the slide does not tell.
ALTER TABLE slides ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE slides ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE blocks ADD COLUMN unstructured INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN format TEXT NOT NULL DEFAULT 'pdf';
