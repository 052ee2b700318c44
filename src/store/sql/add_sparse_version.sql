-- Of the present note with its sheet. Notes from before there were versions know only when their lines were written.
-- One row of values, not a SELECT: where several rows could be written, each page that is touched is copied first.
INSERT INTO version (session_id, sitting, saved_at, kept_at, lines, sheet, sparse)
VALUES (
    :session_id,
    :sitting,
    coalesce(
        :saved_at,
        (SELECT noted_at FROM line WHERE session_id = :session_id ORDER BY unixepoch(noted_at) DESC LIMIT 1),
        :now
    ),
    :now,
    :lines,
    (SELECT sheet FROM session WHERE id = :session_id),
    1
);
