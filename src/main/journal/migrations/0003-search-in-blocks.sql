-- What is searched lies in a file of its own (journal-search.db), made beside the recording: see search/block.ts.
DROP TABLE words;
CREATE INDEX texts_noted ON texts (id) WHERE note IS NOT NULL;
-- Which journal this is, for files that are made of it.
INSERT INTO marks (name, value) VALUES ('identity', abs(random() % 9007199254740991));
