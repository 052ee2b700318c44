UPDATE session SET trashed = NULL, trashed_at = NULL, position = :position WHERE id = :id AND trashed IS NOT NULL;
