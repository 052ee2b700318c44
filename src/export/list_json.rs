//! Point lists as JSON, with what was noted at their points: a part of a session's JSON in [`super::json`].

use serde::Serialize;

use crate::domain::points::PointListKind;
use crate::domain::sheet::outgoing::{OutgoingList, OutgoingPoint};
use crate::domain::sheet::{Hands, Rating};

/// A point list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ListJson {
    /// What it is called; may be empty.
    pub title: String,
    /// What its points are.
    pub kind: PointListKind,
    /// Whether the person made it; else it is the programme's.
    pub own: bool,
    /// Whether these are points that no list has any more.
    pub gone: bool,
    /// Its points.
    pub points: Vec<PointJson>,
}

/// A point of a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PointJson {
    /// Its number in the list, from 1.
    pub number: usize,
    /// The point as the list words it.
    pub label: String,
    /// A shorter label.
    pub short: Option<String>,
    /// The tag of its trend.
    pub tag: Option<String>,
    /// It came by.
    pub ticked: bool,
    /// How much it plays: `not`, `sometimes` or `strong`.
    pub rating: Option<Rating>,
    /// A remark.
    pub remark: Option<String>,
    /// What the room made of it.
    pub outcome: Option<String>,
    /// Hands that went up; `null` where they were not counted.
    pub hands: Hands,
    /// Arguments for.
    #[serde(rename = "for")]
    pub pros: Vec<String>,
    /// Arguments against.
    #[serde(rename = "against")]
    pub cons: Vec<String>,
}

impl From<OutgoingList> for ListJson {
    fn from(list: OutgoingList) -> Self {
        let points = list.points.into_iter().map(PointJson::from).collect();
        Self { title: list.title, kind: list.kind, own: list.is_own, gone: list.is_gone, points }
    }
}

impl From<OutgoingPoint> for PointJson {
    fn from(point: OutgoingPoint) -> Self {
        let filled = |text: String| Some(text).filter(|text| !text.is_empty());
        Self {
            number: point.number,
            label: point.label,
            short: filled(point.short),
            tag: point.tag,
            ticked: point.ticked,
            rating: point.rating,
            remark: filled(point.remark),
            outcome: filled(point.outcome),
            hands: point.hands,
            pros: point.pros,
            cons: point.cons,
        }
    }
}
