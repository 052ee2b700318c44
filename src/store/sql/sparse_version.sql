SELECT session_id, lines FROM version WHERE seq = :seq AND sparse;
