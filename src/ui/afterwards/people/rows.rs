//! The rows of the list of people: the name, where somebody is from, and what the day has of them.

use crate::app::people::Group;
use crate::app::state::State;
use crate::domain::review::persons::Profile;

use super::super::row::{LineRow, Row};
use crate::ui::theme::icons;

/// Who is listed, in groups.
pub fn of(state: &State) -> Vec<Row> {
    let people = &state.afterwards.people;
    let mut rows = Vec::new();
    let mut group = None;
    for place in &people.found {
        let Some(profile) = people.profiles.get(*place) else { continue };
        let present = Group::of(profile);
        if group != Some(present) {
            group = Some(present);
            let all = people.found.iter().filter_map(|place| people.profiles.get(*place));
            let count = all.filter(|profile| Group::of(profile) == present).count();
            let text = state.texts.get(name(present)).to_owned();
            rows.push(Row::Heading { text, detail: count.to_string() });
        }
        rows.push(Row::Line(row(state, *place, profile)));
    }
    rows
}

fn name(group: Group) -> &'static str {
    match group {
        Group::Speaks => "people-speakers",
        Group::Met => "people-met",
        Group::Organisation => "people-organisations",
        Group::Listed => "people-listed",
    }
}

fn row(state: &State, place: usize, profile: &Profile) -> LineRow {
    let is_chosen = state.afterwards.people.chosen == Some(place);
    let from = from(profile);
    let what = what(state, profile);
    let parts = [profile.name.as_str(), &from, &what].into_iter().filter(|part| !part.is_empty());
    let sentence = parts.collect::<Vec<_>>().join(", ");
    LineRow {
        index: place,
        title: profile.name.clone(),
        words: from,
        detail: what,
        quiet: true,
        icon: Some(if profile.is_organisation { icons::ORGANISATION } else { icons::PERSON }),
        chosen: Some(is_chosen),
        sentence,
        ..LineRow::default()
    }
}

/// What a person does, and where: the function often says both.
pub fn from(profile: &Profile) -> String {
    let function = profile.function.as_deref().unwrap_or_default();
    let organisation = profile.organisation.as_deref().filter(|name| !function.contains(name));
    let parts = [function, organisation.unwrap_or_default()].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// "spreekt in 2 · genoemd in 3 regels · gesproken".
pub fn what(state: &State, profile: &Profile) -> String {
    let texts = &state.texts;
    let speaks: Vec<String> = profile.speaks.iter().map(|origin| origin.position.to_string()).collect();
    let speaks = (!speaks.is_empty()).then(|| {
        let key = if profile.is_organisation { "person-from-here-speaks" } else { "person-speaks" };
        texts.with(key, &[("sessions", speaks.join(", ").into())])
    });
    let counted = |key, count: usize| (count > 0).then(|| texts.count(key, count).to_string());
    let spoken = (!profile.spoken.is_empty()).then(|| texts.get("person-spoken").to_owned());
    let parts = [
        speaks,
        spoken,
        counted("person-named", profile.named.len()),
        counted("person-quoted", profile.quoted.len()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
