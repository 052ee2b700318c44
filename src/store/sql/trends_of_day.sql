SELECT tag, label, aliases FROM trend WHERE day_id = :day_id ORDER BY position;
