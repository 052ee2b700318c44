UPDATE session SET starred = :starred WHERE id = :id AND id IN (SELECT id FROM live_session);
