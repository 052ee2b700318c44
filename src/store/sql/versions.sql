-- A version that holds only what says something else now has as many lines as the note.
SELECT
    seq, saved_at,
    CASE sparse WHEN 0 THEN json_array_length(lines)
    ELSE (SELECT count(*) FROM line WHERE line.session_id = version.session_id) END AS lines
FROM version
WHERE session_id = :session_id
ORDER BY seq DESC;
