//! What is done to a trend as a whole: another tag or label, two that become one, other names, no trend any more.

use std::collections::HashMap;

use crate::domain::change::Op;
use crate::domain::heard;
use crate::domain::line::{self, TagTarget};
use crate::domain::points::PointList;
use crate::domain::sheet::Sheet;
use crate::domain::trend::{self, Trend, normalise};

/// What is done to a trend, which is named by its tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrendChange {
    /// It gets another tag, or another label. Where another trend is called so already, the two become one.
    Rename {
        /// Its tag.
        tag: String,
        /// Its new tag; the same one when only the label changes.
        to: String,
        /// Its new label; absent when that stays.
        label: Option<String>,
    },
    /// It becomes part of another one, which knows its tag and its aliases from then on.
    Merge {
        /// Its tag.
        tag: String,
        /// The tag of the other one.
        into: String,
    },
    /// It can be written in another way too.
    AddAlias {
        /// Its tag.
        tag: String,
        /// The other way.
        alias: String,
    },
    /// It can no longer be written in this way.
    RemoveAlias {
        /// Its tag.
        tag: String,
        /// The way.
        alias: String,
    },
    /// It is no trend any more: its tags become plain words.
    Delete {
        /// Its tag.
        tag: String,
    },
}

/// What a tag of the trend becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Becomes {
    /// This tag.
    Tag(String),
    /// The word that it is.
    Word,
    /// Nothing else.
    Same,
}

/// A change of a trend in one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayTrend {
    before: Vec<Trend>,
    /// The tag that each name of a trend means in the day, both normalised.
    means: HashMap<String, String>,
    /// The trends that the day knows afterwards.
    pub after: Vec<Trend>,
    /// The trend's tag, normalised.
    wanted: String,
    becomes: Becomes,
}

impl TrendChange {
    /// The operation that it is.
    #[must_use]
    pub fn op(&self) -> Op {
        match self {
            Self::Rename { .. } => Op::RenameTrend,
            Self::Merge { .. } => Op::MergeTrends,
            Self::AddAlias { .. } | Self::RemoveAlias { .. } => Op::AliasTrend,
            Self::Delete { .. } => Op::DeleteTrend,
        }
    }

    /// The tag of the trend.
    #[must_use]
    pub fn tag(&self) -> &str {
        match self {
            Self::Rename { tag, .. }
            | Self::Merge { tag, .. }
            | Self::AddAlias { tag, .. }
            | Self::RemoveAlias { tag, .. }
            | Self::Delete { tag } => tag,
        }
    }

    /// What it asks for that cannot be written as a tag; `None` when all is well.
    #[must_use]
    pub fn bad_name(&self) -> Option<&str> {
        match self {
            Self::Rename { to: tag, .. } | Self::Merge { into: tag, .. } => {
                (!line::is_trend_tag(tag)).then_some(tag)
            }
            Self::AddAlias { alias, .. } => normalise(alias).is_empty().then_some(alias),
            Self::RemoveAlias { .. } | Self::Delete { .. } => None,
        }
    }

    /// What it comes to in a day with these trends; nothing where the tag means another trend.
    #[must_use]
    pub fn in_day(&self, trends: &[Trend]) -> Option<DayTrend> {
        let wanted = normalise(self.tag());
        let is_it = |trend: &Trend| normalise(&trend.tag) == wanted;
        if wanted.is_empty() || trend::find(trends, self.tag()).is_some_and(|found| !is_it(found)) {
            return None;
        }
        let mut after = trends.to_vec();
        let place = trends.iter().position(is_it);
        let becomes = match self {
            Self::Rename { tag, to, label } => {
                let other = trend::find(trends, to).filter(|found| !is_it(found));
                match other {
                    Some(other) => merge(&mut after, place, tag, &other.tag),
                    None => rename(&mut after, place, to, label.as_deref()),
                }
            }
            Self::Merge { tag, into } => {
                let into = trend::find(trends, into).map_or(into, |found| &found.tag);
                if normalise(into) == wanted {
                    return None;
                }
                merge(&mut after, place, tag, into)
            }
            Self::AddAlias { tag, alias } => {
                let new = Trend { tag: tag.clone(), label: tag.clone(), aliases: Vec::new() };
                match place {
                    Some(place) => after.get_mut(place).into_iter().for_each(|trend| add_name(trend, alias)),
                    None => after.push(with_name(new, alias)),
                }
                Becomes::Same
            }
            Self::RemoveAlias { alias, .. } => {
                let alias = normalise(alias);
                if let Some(trend) = place.and_then(|place| after.get_mut(place)) {
                    trend.aliases.retain(|known| normalise(known) != alias);
                }
                Becomes::Same
            }
            Self::Delete { .. } => {
                after.retain(|trend| !is_it(trend));
                Becomes::Word
            }
        };
        let meanings = heard::meanings(trends).into_iter();
        let means = meanings.map(|(name, (_, tag))| (name, tag)).collect();
        Some(DayTrend { before: trends.to_vec(), means, after, wanted, becomes })
    }
}

fn rename(after: &mut Vec<Trend>, place: Option<usize>, to: &str, label: Option<&str>) -> Becomes {
    match (place.and_then(|place| after.get_mut(place)), label) {
        (Some(trend), label) => {
            let had_no_label = normalise(&trend.label) == normalise(&trend.tag);
            let same = if had_no_label { to.to_owned() } else { trend.label.clone() };
            trend.label = label.map_or(same, str::to_owned);
            to.clone_into(&mut trend.tag);
            let tag = normalise(to);
            trend.aliases.retain(|alias| normalise(alias) != tag);
        }
        (None, Some(label)) => {
            after.push(Trend { tag: to.to_owned(), label: label.to_owned(), aliases: Vec::new() });
        }
        (None, None) => {}
    }
    Becomes::Tag(to.to_owned())
}

fn merge(after: &mut Vec<Trend>, place: Option<usize>, tag: &str, into: &str) -> Becomes {
    let target = after.iter().position(|trend| normalise(&trend.tag) == normalise(into));
    match (place, target) {
        (Some(place), Some(target)) => {
            let gone = after.get(place).cloned();
            if let (Some(gone), Some(target)) = (gone, after.get_mut(target)) {
                add_name(target, &gone.tag);
                gone.aliases.iter().for_each(|alias| add_name(target, alias));
            }
            after.remove(place);
        }
        (Some(place), None) => {
            // The other one was only typed: what the day knows goes on under its tag.
            let _: Becomes = rename(after, Some(place), into, None);
            after.get_mut(place).into_iter().for_each(|trend| add_name(trend, tag));
        }
        (None, Some(target)) => after.get_mut(target).into_iter().for_each(|trend| add_name(trend, tag)),
        (None, None) => {}
    }
    Becomes::Tag(into.to_owned())
}

/// Another way to write a trend, unless it is one already.
fn add_name(trend: &mut Trend, alias: &str) {
    if !trend.matches(alias) {
        trend.aliases.push(alias.to_owned());
    }
}

fn with_name(mut trend: Trend, alias: &str) -> Trend {
    add_name(&mut trend, alias);
    trend
}

impl DayTrend {
    /// Whether the day knows its trends otherwise afterwards.
    #[must_use]
    pub fn changes_trends(&self) -> bool {
        self.before != self.after
    }

    /// The trend's tag, normalised, as lines carry it.
    #[must_use]
    pub fn wanted(&self) -> &str {
        &self.wanted
    }

    /// A text of one or more lines after the change; `None` when that is what it was.
    #[must_use]
    pub fn text(&self, text: &str) -> Option<String> {
        if self.becomes == Becomes::Same || !text.contains('#') {
            return None;
        }
        let lines: Vec<String> = text.split('\n').map(|line| self.line(line)).collect();
        Some(lines.join("\n")).filter(|after| after != text)
    }

    fn line(&self, text: &str) -> String {
        let mut after = text.to_owned();
        for tag in line::parse(text).tags.into_iter().rev() {
            let TagTarget::Trend(written) = &tag.target else { continue };
            match self.tag(written) {
                Some(Becomes::Tag(to)) => after.replace_range(tag.span, &format!("#{to}")),
                Some(Becomes::Word) => after.replace_range(tag.span, written),
                Some(Becomes::Same) | None => {}
            }
        }
        after
    }

    /// What a written tag becomes; `None` when it stays. A tag that is an alias stays, where it is still one afterwards.
    fn tag(&self, written: &str) -> Option<Becomes> {
        let name = normalise(written);
        if *self.means.get(&name).unwrap_or(&name) != self.wanted {
            return None;
        }
        if let Becomes::Tag(to) = &self.becomes {
            let is_alias = name != self.wanted;
            if written == to || is_alias && self.is_still(written, to) {
                return None;
            }
        }
        Some(self.becomes.clone())
    }

    /// Whether what is written means the trend with this tag afterwards.
    fn is_still(&self, written: &str, tag: &str) -> bool {
        trend::find(&self.after, written).is_some_and(|found| normalise(&found.tag) == normalise(tag))
    }

    /// The lists of a session after the change; `None` when that is what they were.
    #[must_use]
    pub fn lists(&self, lists: &[PointList]) -> Option<Vec<PointList>> {
        let mut after = lists.to_vec();
        for point in after.iter_mut().flat_map(|list| &mut list.points) {
            let Some(written) = &point.tag else { continue };
            match self.tag(written) {
                Some(Becomes::Tag(to)) => point.tag = Some(to),
                Some(Becomes::Word) => point.tag = None,
                Some(Becomes::Same) | None => {}
            }
        }
        (after != lists).then_some(after)
    }

    /// A sheet after the change; `None` when that is what it was.
    #[must_use]
    pub fn sheet(&self, sheet: &Sheet) -> Option<Sheet> {
        let mut after = sheet.clone();
        after.each_text(|text| {
            if let Some(changed) = self.text(text) {
                *text = changed;
            }
        });
        if let Some(lists) = self.lists(&after.lists) {
            after.lists = lists;
        }
        (after != *sheet).then_some(after)
    }
}
