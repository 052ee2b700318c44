-- Every session that is not in the trash, with what tells whether its note or its lists are known already.
SELECT session.id, session.day_id, session.private, session.revision
FROM live_session AS session
ORDER BY session.day_id, session.position;
