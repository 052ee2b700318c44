UPDATE version SET lines = :lines WHERE seq = :seq;
