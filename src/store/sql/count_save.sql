UPDATE session SET revision = revision + 1, saved_in = :sitting, saved_at = :now WHERE id = :session_id;
