-- What is asked of all lines at once, repeated from the text like `kind` and `private`: whether an action is done, and which
-- trends a line names by itself, as they are written, with a space between them.
ALTER TABLE line ADD COLUMN done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1));
ALTER TABLE line ADD COLUMN tags TEXT;

-- Both hold everything that counting needs, so that no text is read for it.
CREATE INDEX line_said ON line (session_id, private, kind, done) WHERE kind IS NOT NULL;
CREATE INDEX line_tagged ON line (session_id, position, private, tags) WHERE tags IS NOT NULL;

-- 1 where `lines` has only those lines, by id and text, that say something else in the note as it is now.
ALTER TABLE version ADD COLUMN sparse INTEGER NOT NULL DEFAULT 0 CHECK (sparse IN (0, 1));

CREATE INDEX version_sparse ON version (session_id) WHERE sparse;
