-- What lines are about to say, by their numbers; gone with the connection.
CREATE TEMP TABLE IF NOT EXISTS other_text (
    seq     INTEGER PRIMARY KEY,
    text    TEXT NOT NULL,
    kind    TEXT,
    private INTEGER NOT NULL,
    done    INTEGER NOT NULL,
    tags    TEXT
);
DELETE FROM temp.other_text;
