-- Of a day that is held, nothing is forgotten.
DELETE FROM version
WHERE unixepoch(kept_at) < :before
AND session_id NOT IN (
    SELECT session.id FROM session JOIN day ON day.id = session.day_id WHERE day.hold_until >= :today
);
