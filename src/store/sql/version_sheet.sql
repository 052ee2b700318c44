SELECT sheet FROM version WHERE seq = :seq;
