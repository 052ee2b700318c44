-- Of any shape so far; the trash counts.
SELECT
    (SELECT count(*) FROM day) AS days,
    (SELECT count(*) FROM session) AS sessions,
    (SELECT count(*) FROM line WHERE kind IS NOT NULL) AS lines;
