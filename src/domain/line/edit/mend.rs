//! What a click does to a line that was read wrongly: another date, no date, whose words they are.

use chrono::NaiveDate;

use super::super::{LineKind, parse};

/// The action with another due date, written as 2023-04-12, which can be read in one way only. The word before it
/// (`vóór`) stays. A line that is not due stays as it is.
#[must_use]
pub fn with_due(text: &str, date: NaiveDate) -> String {
    let Some(due) = parse(text).due else { return text.to_owned() };
    let written = text.get(due.span.clone()).unwrap_or_default();
    let first = written.split_whitespace().next().unwrap_or_default();
    let is_before = first.chars().all(char::is_alphabetic) && first.len() < written.len();
    let date = if is_before { format!("{first} {date}") } else { date.to_string() };
    let mut mended = text.to_owned();
    mended.replace_range(due.span, &date);
    mended
}

/// The action without a due date: what was read as one stands between backticks, where nothing is read.
#[must_use]
pub fn without_due(text: &str) -> String {
    let Some(due) = parse(text).due else { return text.to_owned() };
    let written = text.get(due.span.clone()).unwrap_or_default();
    let mut mended = text.to_owned();
    mended.replace_range(due.span.clone(), &format!("`{written}`"));
    mended
}

/// The quote with ` — name` behind it, in the place of the source that it has. Where the line is private by what stands
/// there, it stays as it is.
#[must_use]
pub fn with_source(text: &str, name: &str) -> String {
    let line = parse(text);
    if line.kind != LineKind::Quote {
        return text.to_owned();
    }
    let mut mended = text.to_owned();
    match line.source {
        Some(source) => mended.replace_range(source.span, name),
        None => mended.insert_str(line.content.end, &format!(" — {name}")),
    }
    if parse(&mended).private != line.private {
        return text.to_owned();
    }
    mended
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::super::super::tests::grammar_line;
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn another_date_takes_the_place_of_the_one_that_was_read() {
        let rows = [
            ("- [ ] bellen vóór 4-12 met @Bram", "- [ ] bellen vóór 2023-04-12 met @Bram"),
            ("- [ ] bellen 4/12", "- [ ] bellen 2023-04-12"),
            ("- [ ] bellen uiterlijk op woensdag 4 december", "- [ ] bellen uiterlijk 2023-04-12"),
            ("bellen vóór 4-12", "bellen vóór 4-12"),
        ];
        for (text, expected) in rows {
            assert_eq!(with_due(text, date("2023-04-12")), expected);
        }
    }

    #[test]
    fn what_is_no_date_is_put_between_backticks() {
        let mended = without_due("- [ ] nota voor 12-4 nalezen");
        assert_eq!(mended, "- [ ] nota `voor 12-4` nalezen");
        assert_eq!(parse(&mended).due, None);
    }

    #[test]
    fn a_quote_gets_a_source() {
        let named = |text: &str| with_source(text, "Samira Bos");
        assert_eq!(named("citaat: blijf praten"), "citaat: blijf praten — Samira Bos");
        assert_eq!(named("'blijf praten' — Bram"), "'blijf praten' — Samira Bos");
        assert_eq!(named("tekst"), "tekst");
        assert_eq!(
            named("> -  — - [x] **privé:** "),
            "> -  — - [x] **privé:** ",
            "it would be private no more"
        );
    }

    proptest! {
        #[test]
        fn a_mended_date_is_the_date_and_privacy_stays(text in grammar_line()) {
            let wanted = date("2024-02-29");
            let mended = with_due(&text, wanted);
            let (before, after) = (parse(&text), parse(&mended));
            prop_assert_eq!(before.private, after.private);
            if before.due.is_some() {
                prop_assert_eq!(after.due.and_then(|due| due.resolve(wanted)), Some(wanted));
            }
            let without = parse(&without_due(&text));
            prop_assert_eq!(before.private, without.private);
            prop_assert!(parse(&with_source(&text, "Noor")).private == before.private);
        }
    }
}
