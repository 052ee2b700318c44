UPDATE session SET saved_in = :sitting, saved_at = :now WHERE id = :session_id;
