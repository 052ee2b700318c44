//! The words that stand before names: "Spreker:", "door", "in gesprek met".

use std::collections::HashSet;
use std::sync::LazyLock;

/// What stands before a colon and names. A word counts when it starts with one of these.
const LABELS: &str = "spreker sprekers inleider moderator moderatie dagvoorzitter gespreksleid panelled panelgast paneldeeln tafel tafelgast workshopleid workshopbegeleid begeleid \
    gastspreker docent presentator facilitator trainer door met gasten gast deelnemers m.m.v aanwezig portefeuillehouder indiener verantwoordelijk toelichting voorzitter o.l.v leiding \
    speaker speakers chair chairs moderators host hosts hosted panelist panellist panelists panellists presenter presenters presented facilitators facilitated led lead instructor instructors discussant discussants \
    featuring feat with by keynote respondent introduction moderated chaired participants guests panel lecturer organiser organizer tutor \
    referent referentin referenten referentinnen referierende mit moderation moderatorin leitung vortragende vortragender sprecher sprecherin podium podiumsgäste impuls gäste diskutant diskutanten \
    durch einführung workshopleitung mitwirkende es impulsgeber impulsgeberin teilnehmende diskussionsteilnehmer \
    intervenant intervenante intervenants intervenantes intervenant·e·s intervention avec par modération modérateur modératrice animation animé animée animateur animatrice orateur oratrice orateurs conférencier conférencière \
    présenté présentée présidence président présidente discutant discutante discutants invité invités invitée présentation participant rapporteur";

static LABEL_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| LABELS.split_ascii_whitespace().collect());

/// What stands before names in the middle or at the start of a line, for itself.
const LEADS: [&str; 50] = [
    "onder leiding van",
    "o.l.v.",
    "olv",
    "m.m.v.",
    "met medewerking van",
    "gepresenteerd door",
    "verzorgd door",
    "begeleid door",
    "geleid door",
    "in gesprek met",
    "ingeleid door",
    "toegelicht door",
    "door",
    "presented by",
    "moderated by",
    "hosted by",
    "led by",
    "facilitated by",
    "chaired by",
    "introduced by",
    "delivered by",
    "in conversation with",
    "given by",
    "by",
    "unter leitung von",
    "unter der leitung von",
    "moderiert von",
    "moderation durch",
    "geleitet von",
    "gehalten von",
    "vorgestellt von",
    "im gespräch mit",
    "durch",
    "animée par",
    "animé par",
    "animés par",
    "animées par",
    "présentée par",
    "présenté par",
    "modérée par",
    "modéré par",
    "sous la présidence de",
    "présidée par",
    "présidé par",
    "en présence de",
    "par",
    "moderation",
    "moderatie",
    "moderator",
    "featuring",
];

/// The same, but of so many other meanings that the name must be beyond doubt.
const DOUBTFUL_LEADS: [&str; 10] =
    ["w/", "speaker", "van", "von", "met", "mit", "with", "avec", "de", "feat."];

pub(super) fn is_label(label: &str) -> bool {
    const MOST_WORDS: usize = 5;
    // Labels of so many bytes count also at the start of a longer word.
    const LONG: usize = 6;
    let is_known = |word: &str| LABEL_WORDS.contains(word);
    let label = label.split('(').next().unwrap_or_default().to_lowercase();
    let words: Vec<&str> = label.split_whitespace().collect();
    if words.is_empty() || words.len() > MOST_WORDS {
        return false;
    }
    words.iter().take(3).any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let stem = word.split(['*', ':', '_', '/', '·', '(', '.']).next().unwrap_or(word);
        let longer = || (LONG..stem.len()).any(|at| stem.get(..at).is_some_and(is_known));
        is_known(stem) || longer()
    })
}

/// Labels that are no title, even where nothing stands before them.
pub(super) fn is_role_label(label: &str) -> bool {
    const TITLES: [&str; 8] = [
        "panel",
        "podium",
        "keynote",
        "impuls",
        "introduction",
        "einführung",
        "présentation",
        "intervention",
    ];
    is_label(label) && !TITLES.contains(&label.trim().to_lowercase().as_str())
}

/// What follows one of the leads that `text` starts with, and whether that lead is a doubtful one.
pub(super) fn after_lead(text: &str) -> Option<(&str, bool)> {
    let first = text.chars().next().and_then(|c| c.to_lowercase().next())?;
    let behind = |lead: &'static str| {
        let rest = if lead.starts_with(first) { without_start(text, lead)? } else { return None };
        rest.starts_with([' ', ':', '\t']).then(|| rest.trim_start_matches([' ', ':', '\t']))
    };
    let sure = LEADS.into_iter().find_map(behind).map(|rest| (rest, false));
    sure.or_else(|| DOUBTFUL_LEADS.into_iter().find_map(behind).map(|rest| (rest, true)))
}

/// What follows `start`, which is in lower case, at the start of `text`, in any case.
fn without_start<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for wanted in start.chars() {
        let found = rest.next()?;
        if found != wanted && !found.to_lowercase().eq([wanted]) {
            return None;
        }
    }
    Some(rest.as_str())
}
