-- Up to the third shape, lines do not repeat whether they are done and which trends they name.
CREATE TEMP TABLE said (seq INTEGER PRIMARY KEY, done INTEGER NOT NULL, tags TEXT);

CREATE TEMP VIEW line AS
SELECT line.*, coalesce(said.done, 0) AS done, said.tags
FROM main.line LEFT JOIN temp.said ON said.seq = line.seq;
