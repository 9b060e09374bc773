-- When an item of the agenda ends, where the agenda says so; why somebody was away, in the words of the minutes.
ALTER TABLE agenda_items ADD COLUMN end_time TEXT;
ALTER TABLE attendance ADD COLUMN reason TEXT;
