-- The sessions of a day, with what tells whether their notes are counted already.
SELECT id, private, revision
FROM live_session
WHERE day_id = :day_id;
