UPDATE day SET trashed = (SELECT value FROM counter WHERE name = 'change'), trashed_at = :now
WHERE id = :id AND trashed IS NULL;
