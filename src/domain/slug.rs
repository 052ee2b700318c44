//! Readable names for the command line and for files: lower-case letters, digits and single hyphens.

use unicode_normalization::UnicodeNormalization as _;

/// The name of what has nothing in its title to make a name of.
const NAMELESS: &str = "dag";

/// Long enough for a title, short enough for a file name.
const MOST_CHARS: usize = 80;

/// `title` as a slug: "Café & Überlegung" becomes `cafe-uberlegung`.
#[must_use]
pub fn slug(title: &str) -> String {
    let plain = title.nfd().filter(char::is_ascii).collect::<String>().to_ascii_lowercase();
    let words: Vec<&str> =
        plain.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(MOST_CHARS).collect();
    if name.is_empty() { NAMELESS.to_owned() } else { name.trim_end_matches('-').to_owned() }
}

/// `wanted`, or the first of `wanted-2`, `wanted-3`, … that is not in `taken`.
#[must_use]
pub fn unique(wanted: &str, taken: &[String]) -> String {
    let mut name = wanted.to_owned();
    let mut nth = 1;
    while taken.contains(&name) {
        nth += 1;
        name = format!("{wanted}-{nth}");
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_go_and_words_are_joined() {
        assert_eq!(slug("Café  & Überlegung: dag 2!"), "cafe-uberlegung-dag-2");
        assert_eq!(slug("日本"), "dag");
    }

    #[test]
    fn a_taken_name_gets_a_number() {
        let taken = vec!["dag".to_owned(), "dag-2".to_owned()];
        assert_eq!(unique("dag", &taken), "dag-3");
        assert_eq!(unique("week", &taken), "week");
    }
}
