-- In which sitting the present text of a note was saved and when, the same of its last version, and whether it has sparse ones.
SELECT
    coalesce(session.saved_in, 0) AS saved_in,
    session.saved_at,
    EXISTS (SELECT 1 FROM version WHERE session_id = session.id AND sparse) AS has_sparse,
    last.sitting,
    last.kept_at
FROM session
LEFT JOIN version AS last ON last.seq = (
    SELECT seq FROM version WHERE session_id = session.id ORDER BY seq DESC LIMIT 1
)
WHERE session.id = :session_id;
