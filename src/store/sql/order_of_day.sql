SELECT id FROM session WHERE day_id = :day_id AND trashed IS NULL ORDER BY position;
