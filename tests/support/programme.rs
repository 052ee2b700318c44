//! A large invented programme: 1,351 sessions in 92 rooms, 27 to 30 December 2019, as hacker camps and congresses have them.

use chrono::{NaiveDate, NaiveTime};
use plenair::domain::day::{DayFacts, SessionFacts, SessionKind, Speaker};
use plenair::domain::programme::Programme;

/// So many sessions it has.
pub const SESSIONS: u32 = 1351;
/// In so many rooms.
pub const ROOMS: u32 = 92;
/// So many begin at the same moment.
const SIDE_BY_SIDE: u32 = 34;
/// So many such moments a day has; what begins at the last of them ends after midnight.
const SLOTS: u32 = 10;

/// The programme. Session `n`, from 0, is "Lezing n"; the first of each slot begins at 10:00, 11:30 and so on, and lasts an
/// hour.
pub fn large() -> Programme {
    let mut sessions: Vec<SessionFacts> = (0..SESSIONS).map(session).collect();
    sessions.sort_by_key(|session| (session.date, session.start));
    Programme {
        format: "test",
        slug: Some("groot".to_owned()),
        day: DayFacts {
            title: "Groot congres".to_owned(),
            date: date(0),
            last_date: date(3),
            ..DayFacts::default()
        },
        sessions,
        ..Programme::default()
    }
}

fn date(day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2019, 12, 27 + day)
}

fn session(nth: u32) -> SessionFacts {
    let slot = nth / SIDE_BY_SIDE;
    let begins = 10 * 60 + slot % SLOTS * 90;
    let time = |minutes: u32| NaiveTime::from_hms_opt(minutes / 60 % 24, minutes % 60, 0);
    SessionFacts {
        external_id: Some(format!("s{nth}")),
        title: format!("Lezing {nth}"),
        kind: SessionKind::Talk,
        date: date(slot / SLOTS + begins / (24 * 60)),
        start: time(begins),
        end: time(begins + 60),
        speakers: vec![Speaker { name: format!("Spreker {}", nth % 900), role: None }],
        room: Some(format!("Zaal {}", nth % ROOMS + 1)),
        track: Some(["Ethiek", "Techniek", "Kunst", "Wetenschap"][nth as usize % 4].to_owned()),
        ..SessionFacts::default()
    }
}
