UPDATE day SET
    title = :title, date = :date, last_date = :last_date, place = :place, theme = :theme, organiser = :organiser,
    timezone = :timezone, participants = :participants
WHERE id = :id;
