SELECT id, slug, example, title, date, last_date, place, theme, organiser, timezone FROM live_day WHERE id = :id;
