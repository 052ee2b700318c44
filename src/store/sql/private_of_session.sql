SELECT private FROM live_session WHERE id = :id;
