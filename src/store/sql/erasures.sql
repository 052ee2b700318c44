SELECT day_id, erased_at FROM erasure;
