//! Every word Plenair says, in the language of its user. The messages are Fluent files, one per language.
//!
//! Numbers and dates are formatted by [`crate::domain::dates`], also for Fluent, whose own number formats need data we do not ship.

mod difference;
mod formats;
mod labels;
mod system;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::domain::dates;
use crate::domain::language::Language;
use crate::domain::problem::Problem;
use crate::domain::programme::{Reason, Warning};
use crate::domain::sheet::Rating;

/// A number in a message has at most so many decimals.
const MOST_DECIMALS: usize = 3;

/// The messages of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// Messages without variables, formatted once: the window asks for some fifty of them per frame.
    plain: HashMap<String, String>,
    /// "3 regels" and the like, by message and count, for the same reason.
    counted: RefCell<HashMap<(&'static str, usize), Rc<str>>>,
}

impl Texts {
    /// The messages of `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let source = source(language);
        // A message that does not parse is left out here and reported by the test that reads both files.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
        let names: Vec<String> = message_names(source).map(str::to_owned).collect();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier(language)]);
        // The isolation marks around variables are invisible characters that end up in exports and file names.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Dutch => |value, _| number(Language::Dutch, value),
            Language::English => |value, _| number(Language::English, value),
        }));
        bundle.add_resource_overriding(resource);
        let mut texts = Self { language, bundle, plain: HashMap::new(), counted: RefCell::default() };
        texts.plain =
            names.into_iter().filter_map(|name| texts.format(&name, None).map(|text| (name, text))).collect();
        texts
    }

    /// The language of these messages.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message `name`. A name that does not exist shows itself, so that it is seen.
    #[must_use]
    pub fn get<'a>(&'a self, name: &'a str) -> &'a str {
        self.plain.get(name).map_or(name, String::as_str)
    }

    /// The message `name` with its variables filled in.
    #[must_use]
    pub fn with<'a>(&self, name: &str, variables: &[(&'a str, FluentValue<'a>)]) -> String {
        let args: FluentArgs<'_> = variables.iter().cloned().collect();
        self.format(name, Some(&args)).unwrap_or_else(|| name.to_owned())
    }

    /// The message `name` with `$count` filled in.
    #[must_use]
    pub fn count(&self, name: &'static str, count: usize) -> Rc<str> {
        let format = || self.with(name, &[("count", count.into())]).into();
        Rc::clone(self.counted.borrow_mut().entry((name, count)).or_insert_with(format))
    }

    /// A number of things, as people write it: "1.370".
    #[must_use]
    pub fn number(&self, count: usize) -> String {
        dates::number(self.language, count as f64, 0)
    }

    /// How much a trend plays, in a word.
    #[must_use]
    pub fn rating(&self, rating: Rating) -> &str {
        self.get(match rating {
            Rating::Not => "rating-not",
            Rating::Sometimes => "rating-sometimes",
            Rating::Strong => "rating-strong",
        })
    }

    /// What went wrong, in one sentence.
    #[must_use]
    pub fn problem(&self, problem: &Problem) -> String {
        self.about("problem", problem)
    }

    /// What to do about it, in one sentence.
    #[must_use]
    pub fn hint(&self, problem: &Problem) -> String {
        self.about("hint", problem)
    }

    /// Why a piece of a programme file did not become a session.
    #[must_use]
    pub fn reason(&self, reason: Reason) -> String {
        self.with(&format!("left-out-{}", reason.name()), &[])
    }

    /// What was understood of a programme file but may surprise.
    #[must_use]
    pub fn warning(&self, warning: &Warning) -> String {
        let subject = FluentValue::from(warning.subject.as_str());
        self.with(&format!("warning-{}", warning.kind.name()), &[("subject", subject)])
    }

    fn about(&self, what: &str, problem: &Problem) -> String {
        let cause = self.cause(&problem.cause);
        let variables = [
            ("subject", FluentValue::from(problem.subject.as_str())),
            ("cause", FluentValue::from(cause.as_str())),
        ];
        self.with(&format!("{what}-{}", problem.kind.name()), &variables)
    }

    fn format(&self, name: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(name)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }
}

/// The language of this system, or Dutch where it speaks neither.
#[must_use]
pub fn system_language() -> Language {
    sys_locale::get_locales().find_map(|tag| Language::from_tag(&tag)).unwrap_or_default()
}

/// A number in a message; what else a message holds is for Fluent.
fn number(language: Language, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    Some(dates::number(language, number.value, MOST_DECIMALS))
}

fn source(language: Language) -> &'static str {
    match language {
        Language::Dutch => include_str!("../assets/i18n/nl.ftl"),
        Language::English => include_str!("../assets/i18n/en.ftl"),
    }
}

fn identifier(language: Language) -> LanguageIdentifier {
    language.code().parse().unwrap_or_default()
}

/// The names of the messages in a Fluent file: each starts a line.
fn message_names(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter_map(|line| {
        let name = line.split_once('=')?.0.trim_end();
        (line.starts_with(|first: char| first.is_ascii_lowercase()) && !name.contains(' ')).then_some(name)
    })
}

#[cfg(test)]
mod tests;
