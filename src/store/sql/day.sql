SELECT id, slug, example, title, date, last_date, place, theme, organiser, timezone, participants FROM live_day WHERE id = :id;
