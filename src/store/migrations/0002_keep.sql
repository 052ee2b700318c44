-- What is deleted or overwritten stays for a while: notes keep versions, days and sessions go to a trash. A day can be
-- held, so that it stays, and erased, so that nothing of it does.
--
-- Order comes from the counters, never from a clock: the moments are there to be shown, and to forget what is old.

CREATE TABLE counter (
    name  TEXT PRIMARY KEY NOT NULL,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- 'change' counts what was changed by a person; 'sitting' counts the openings in which a note was saved.
INSERT INTO counter (name, value) VALUES ('change', 0), ('sitting', 0);

-- The sitting that saved the present text of the note, and when; unknown for notes from before this shape.
ALTER TABLE session ADD COLUMN saved_in INTEGER;
ALTER TABLE session ADD COLUMN saved_at TEXT;

-- A note as it once was. `saved_at` is when it became so, `kept_at` when other text took its place.
CREATE TABLE version (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    sitting    INTEGER NOT NULL,
    saved_at   TEXT NOT NULL,
    kept_at    TEXT NOT NULL,
    lines      TEXT NOT NULL CHECK (json_valid(lines))
) STRICT;

CREATE INDEX version_in_order ON version (session_id, seq);

-- The trash: `trashed` is the change that put it there.
ALTER TABLE day ADD COLUMN trashed INTEGER;
ALTER TABLE day ADD COLUMN trashed_at TEXT;
ALTER TABLE session ADD COLUMN trashed INTEGER;
ALTER TABLE session ADD COLUMN trashed_at TEXT;

CREATE VIEW live_day AS SELECT * FROM day WHERE trashed IS NULL;

CREATE VIEW live_session AS
SELECT session.* FROM session JOIN day ON day.id = session.day_id
WHERE session.trashed IS NULL AND day.trashed IS NULL;

ALTER TABLE day ADD COLUMN hold_until TEXT;
ALTER TABLE day ADD COLUMN hold_reason TEXT;

-- Days that were erased, for as long as a backup may still hold them. `wiped` once the file itself was cleaned.
CREATE TABLE erasure (
    day_id    TEXT PRIMARY KEY NOT NULL,
    erased_at TEXT NOT NULL,
    wiped     INTEGER NOT NULL DEFAULT 0 CHECK (wiped IN (0, 1))
) STRICT, WITHOUT ROWID;
