//! Point lists: the numbered things a speaker brings along (trends to rate, points to discuss, points to tick). What a
//! person notes at the points is not in here, but in the sheet of the session.

mod offer;

use serde::{Deserialize, Serialize};

pub use offer::Offer;

/// A numbered list that belongs to a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointList {
    /// What the list is called in the programme.
    pub title: String,
    /// What its points are.
    pub kind: PointListKind,
    /// The points, in the speaker's order; the first is point 1.
    pub points: Vec<Point>,
}

/// What the points of a list are, and so what can be done with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PointListKind {
    /// Each point is a trend with a short tag.
    Trends,
    /// Each point is put to the room and has an outcome.
    Discussion,
    /// Points to tick as they come by.
    Plain,
    /// The questions of an evaluation form; the answer is the outcome of the point.
    Evaluation,
}

/// One point of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The point as the speaker worded it.
    pub label: String,
    /// The tag of the trend that this point is, for a list of trends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
}
