-- Finds nothing when the note has moved on since `base`, or when the session is gone. Without a base any revision will do.
UPDATE session SET revision = revision + 1
WHERE id = :session_id AND (:base IS NULL OR revision = :base)
RETURNING revision;
