SELECT lines FROM version WHERE seq = :seq;
