-- What is known of it is written next (set_day_facts.sql).
INSERT INTO day (id, slug, example, title) VALUES (:id, :slug, :example, '');
