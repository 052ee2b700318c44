INSERT INTO erasure (day_id, erased_at) VALUES (:day_id, :now)
ON CONFLICT (day_id) DO UPDATE SET erased_at = excluded.erased_at, wiped = 0;
