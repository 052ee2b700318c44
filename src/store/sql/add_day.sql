INSERT INTO day (id, slug, example, title, date, last_date, place, theme, organiser, timezone, participants)
VALUES (:id, :slug, :example, :title, :date, :last_date, :place, :theme, :organiser, :timezone, :participants);
