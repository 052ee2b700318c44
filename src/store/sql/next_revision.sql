-- Finds nothing when the note has moved on since `base`, or when the session is gone.
UPDATE session SET revision = revision + 1 WHERE id = :session_id AND revision = :base RETURNING revision;
