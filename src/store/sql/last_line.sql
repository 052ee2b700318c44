-- The number of the last line that was added; 0 where there is none.
SELECT coalesce(max(seq), 0) FROM line;
