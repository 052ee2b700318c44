UPDATE session SET
    title = :title, subtitle = :subtitle, summary = :summary, kind = :kind, date = :date, start_time = :start_time,
    end_time = :end_time, room = :room, track = :track, parallel = :parallel, speakers = :speakers, lists = :lists,
    external_id = :external_id, programme_day = :programme_day, by_hand = :by_hand, cancelled = :cancelled
WHERE id = :id;
