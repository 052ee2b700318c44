DELETE FROM day
WHERE unixepoch(trashed_at) < :before AND (hold_until IS NULL OR hold_until < :today);
