-- Embeddings of less than a passage: its own text without context, and its words. Under the SHA-256 of the text, as float16,
-- little-endian, normalised. The texts themselves stand in the passages.
CREATE TABLE parts (
    text_hash TEXT PRIMARY KEY,
    embedding BLOB NOT NULL
) WITHOUT ROWID;
