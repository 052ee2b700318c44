DELETE FROM session
WHERE unixepoch(trashed_at) < :before
AND day_id NOT IN (SELECT id FROM day WHERE hold_until >= :today);
