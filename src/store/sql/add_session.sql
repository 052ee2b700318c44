INSERT INTO session (
    id, day_id, position, title, subtitle, summary, kind, date, start_time, end_time, room, track, parallel, speakers, lists,
    external_id, programme_day, by_hand, cancelled
)
VALUES (
    :id, :day_id, :position, :title, :subtitle, :summary, :kind, :date, :start_time, :end_time, :room, :track, :parallel,
    :speakers, :lists, :external_id, :programme_day, :by_hand, :cancelled
);
