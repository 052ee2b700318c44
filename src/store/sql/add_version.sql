INSERT INTO version (session_id, sitting, saved_at, kept_at, lines, sheet)
VALUES (:session_id, :sitting, :saved_at, :kept_at, :lines, :sheet);
