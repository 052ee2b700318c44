SELECT id, position, text, noted_at FROM line WHERE seq = :seq;
