-- Of the present note with its sheet. Notes from before there were versions know only when their lines were written.
INSERT INTO version (session_id, sitting, saved_at, kept_at, lines, sheet, sparse)
SELECT
    id, coalesce(saved_in, 0),
    coalesce(saved_at, (SELECT noted_at FROM line WHERE session_id = :session_id ORDER BY unixepoch(noted_at) DESC LIMIT 1), :now),
    :now, :lines, sheet, 1
FROM session
WHERE id = :session_id;
