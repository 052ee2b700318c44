UPDATE session SET position = position + 1 WHERE day_id = :day_id AND position > :position AND trashed IS NULL;
