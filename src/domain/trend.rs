//! A trend: something that is heard in more than one session, with a short tag, a long label and aliases.
//!
//! This file says when a written tag means a trend. It does not find tags in a text (see `line`), does not say what a tag
//! that is being typed could become (see `choice`), and does not rename or merge: those change lines and are done where
//! lines are kept.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A trend of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trend {
    /// The short tag as it is written after `#`, without the `#`.
    pub tag: String,
    /// The full name, as people say it.
    pub label: String,
    /// Other tags and names that mean the same.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// `text` in lower case and without accents; everything else stays.
#[must_use]
pub fn fold(text: &str) -> String {
    // Nearly every word; the others cost twenty times as much.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The form in which tags are compared: lower case, without accents, `-`, `_` and white space.
#[must_use]
pub fn normalise(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_')).collect()
}

impl Trend {
    /// Whether `tag` means this trend: it is its tag, its label or one of its aliases, compared by [`normalise`].
    /// A tag without a letter or digit means nothing.
    #[must_use]
    pub fn matches(&self, tag: &str) -> bool {
        let wanted = normalise(tag);
        !wanted.is_empty() && self.names().any(|name| normalise(name) == wanted)
    }

    /// Its tag, its label and its aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [self.tag.as_str(), self.label.as_str()].into_iter().chain(self.aliases.iter().map(String::as_str))
    }
}

/// The trend that `tag` means. A trend with that very tag goes before one that only has it as a label or an alias.
#[must_use]
pub fn find<'a>(trends: &'a [Trend], tag: &str) -> Option<&'a Trend> {
    let wanted = normalise(tag);
    if wanted.is_empty() {
        return None;
    }
    let by_tag = trends.iter().find(|trend| normalise(&trend.tag) == wanted);
    by_tag.or_else(|| trends.iter().find(|trend| trend.matches(tag)))
}

#[cfg(test)]
mod tests {
    use super::{Trend, find, normalise};
    use proptest::prelude::{any, proptest};

    fn trend(tag: &str, label: &str, aliases: &[&str]) -> Trend {
        let aliases = aliases.iter().map(ToString::to_string).collect();
        Trend { tag: tag.to_owned(), label: label.to_owned(), aliases }
    }

    fn trends() -> Vec<Trend> {
        vec![
            trend("toezicht", "Toezicht en handhaving in de wijk", &["handhaving"]),
            trend("onvrede", "Geografie van onvrede", &["protest", "demonstraties"]),
            trend("jeugd-en-drugs", "Jonge aanwas in de drugshandel", &["ondermijning"]),
            trend("cafe", "Café en uitgaan", &[]),
            trend("gebiedsverbod", "Onder toezicht geplaatst gebied", &[]),
        ]
    }

    #[test]
    fn case_accents_and_joiners_do_not_matter() {
        assert_eq!(normalise("Jeugd_en-Drugs"), "jeugdendrugs");
        assert_eq!(normalise("café"), normalise("CAFE\u{301}"));
        let trends = trends();
        assert_eq!(find(&trends, "JeugdEnDrugs").map(|t| t.tag.as_str()), Some("jeugd-en-drugs"));
        assert_eq!(find(&trends, "CAFÉ").map(|t| t.tag.as_str()), Some("cafe"));
        assert_eq!(find(&trends, "Geografie_van_onvrede").map(|t| t.tag.as_str()), Some("onvrede"));
        assert_eq!(find(&trends, "Handhaving").map(|t| t.tag.as_str()), Some("toezicht"));
        assert_eq!(find(&trends, "toezich"), None);
    }

    #[test]
    fn a_tag_goes_before_an_alias() {
        let trends = [trend("a", "A", &["b"]), trend("b", "B", &[])];
        assert_eq!(find(&trends, "B").map(|t| t.tag.as_str()), Some("b"));
    }

    #[test]
    fn a_tag_without_letters_means_nothing() {
        let trends = [trend("-", "", &["_"])];
        assert_eq!(find(&trends, "-"), None);
        assert!(!trends[0].matches("_"));
    }

    #[test]
    fn aliases_may_be_left_out_of_a_file() {
        let read: Trend = serde_json::from_str(r#"{"tag":"toezicht","label":"Toezicht"}"#).unwrap();
        assert_eq!(read, trend("toezicht", "Toezicht", &[]));
    }

    proptest! {
        #[test]
        fn normalising_twice_changes_nothing_more(text in any::<String>()) {
            let once = normalise(&text);
            assert_eq!(normalise(&once), once);
        }

        #[test]
        fn a_full_tag_finds_its_trend(index in 0_usize..5) {
            let trends = trends();
            let wanted = &trends[index];
            assert_eq!(find(&trends, &wanted.tag), Some(wanted));
        }
    }
}
