DELETE FROM trend WHERE day_id = :day_id;
