-- What a session holds beside its lines (main points, what is taken home, contacts, what was noted at points), as one JSON
-- document. A version has it too; NULL in those from before this shape, which then leave it as it is.
ALTER TABLE session ADD COLUMN sheet TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(sheet));
ALTER TABLE version ADD COLUMN sheet TEXT CHECK (json_valid(sheet));

-- The id that the programme's own file gives a session.
ALTER TABLE session ADD COLUMN external_id TEXT;

-- Which day of the programme it is on, where that tells its days apart without dates.
ALTER TABLE session ADD COLUMN programme_day INTEGER;

-- Put into the day by the person: no programme misses it. Unknown of what is there already: that is taken to be from one.
ALTER TABLE session ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1));

-- Marked by the person, to be found among many.
ALTER TABLE session ADD COLUMN starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1));

-- Who takes part, as a JSON list of people.
ALTER TABLE day ADD COLUMN participants TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(participants));

-- Made anew, so that they have the new columns.
DROP VIEW live_session;
DROP VIEW live_day;

CREATE VIEW live_day AS SELECT * FROM day WHERE trashed IS NULL;

CREATE VIEW live_session AS
SELECT session.* FROM session JOIN day ON day.id = session.day_id
WHERE session.trashed IS NULL AND day.trashed IS NULL;
