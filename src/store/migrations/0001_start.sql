-- The first shape: days, their programme, and notes as lines.
--
-- Ids are UUIDs as text, so that a database can be read by eye. Dates are ISO 8601, times "HH:MM", moments RFC 3339
-- with an offset. Order comes from `position` and `seq`, never from a clock.

CREATE TABLE day (
    seq       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    slug      TEXT NOT NULL UNIQUE,
    example   INTEGER NOT NULL DEFAULT 0 CHECK (example IN (0, 1)),
    title     TEXT NOT NULL,
    date      TEXT,
    last_date TEXT,
    place     TEXT,
    theme     TEXT,
    organiser TEXT,
    timezone  TEXT
) STRICT;

CREATE TABLE day_link (
    day_id   TEXT NOT NULL REFERENCES day (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title    TEXT NOT NULL,
    url      TEXT NOT NULL,
    PRIMARY KEY (day_id, position)
) STRICT, WITHOUT ROWID;

-- The trends that a day brings along. Trends that are only typed live in the lines themselves: the text is the truth.
CREATE TABLE trend (
    day_id   TEXT NOT NULL REFERENCES day (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    tag      TEXT NOT NULL,
    label    TEXT NOT NULL,
    aliases  TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases)),
    PRIMARY KEY (day_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    id         TEXT PRIMARY KEY NOT NULL,
    day_id     TEXT NOT NULL REFERENCES day (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL CHECK (position >= 1),
    title      TEXT NOT NULL,
    subtitle   TEXT,
    summary    TEXT,
    kind       TEXT NOT NULL,
    date       TEXT,
    start_time TEXT,
    end_time   TEXT,
    room       TEXT,
    track      TEXT,
    parallel   TEXT,
    speakers   TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(speakers)),
    lists      TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(lists)),
    cancelled  INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1)),
    private    INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
    -- Counts the saves of this session's note: a save names the revision it was based on.
    revision   INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE INDEX session_in_order ON session (day_id, position);

-- One physical line of a note. `kind` and `private` repeat what the text says, for counting in SQL; a blank line has no kind.
CREATE TABLE line (
    seq        INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL CHECK (position >= 1),
    text       TEXT NOT NULL,
    noted_at   TEXT NOT NULL,
    author     TEXT NOT NULL,
    kind       TEXT,
    private    INTEGER NOT NULL CHECK (private IN (0, 1))
) STRICT;

CREATE INDEX line_in_order ON line (session_id, position);

-- Full text over the lines, accents and case ignored. The text itself stays in `line`.
CREATE VIRTUAL TABLE line_text USING fts5 (
    text,
    content = 'line',
    content_rowid = 'seq',
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER line_added AFTER INSERT ON line BEGIN
    INSERT INTO line_text (rowid, text) VALUES (new.seq, new.text);
END;

CREATE TRIGGER line_removed AFTER DELETE ON line BEGIN
    INSERT INTO line_text (line_text, rowid, text) VALUES ('delete', old.seq, old.text);
END;

CREATE TRIGGER line_changed AFTER UPDATE OF text ON line BEGIN
    INSERT INTO line_text (line_text, rowid, text) VALUES ('delete', old.seq, old.text);
    INSERT INTO line_text (rowid, text) VALUES (new.seq, new.text);
END;

-- Small facts about this store itself, such as whose installation writes here.
CREATE TABLE fact (
    name  TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
