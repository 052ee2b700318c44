-- The lists of a session that may have one of trends. Earlier shapes have sheets in their views only.
SELECT lists, sheet FROM live_session
WHERE id = :session_id AND (instr(lists, '"trends"') > 0 OR instr(sheet, '"trends"') > 0);
