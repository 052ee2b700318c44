SELECT id, text FROM line WHERE seq = :seq;
