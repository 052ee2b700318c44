UPDATE version SET lines = :lines, sparse = 0 WHERE seq = :seq;
