UPDATE day SET trashed = NULL, trashed_at = NULL WHERE id = :id AND trashed IS NOT NULL;
