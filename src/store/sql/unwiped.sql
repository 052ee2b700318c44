SELECT count(*) FROM erasure WHERE NOT wiped;
