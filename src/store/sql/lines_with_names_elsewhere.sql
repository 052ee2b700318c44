-- The newest lines of other days that may name a trend or somebody.
SELECT line.text
FROM line JOIN live_session AS session ON session.id = line.session_id
WHERE session.day_id <> :day_id AND (instr(line.text, '#') > 0 OR instr(line.text, '@') > 0)
ORDER BY line.seq DESC
LIMIT :limit;
