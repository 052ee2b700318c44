//! Full text over all lines. A query is plain words; anything else in it is taken as text, never as FTS5 syntax.

use rusqlite::named_params;

use super::Store;
use super::error::StoreError;
use super::row::Text;
use crate::domain::id::{DayId, LineId, SessionId};

/// A line that matches.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The line.
    pub line: LineId,
    /// Its day.
    pub day: DayId,
    /// Its session.
    pub session: SessionId,
    /// The whole line.
    pub text: String,
    /// The part that matches, with `[` and `]` around the match.
    pub snippet: String,
    /// How well it matches; higher is better, comparable within one search only.
    pub score: f64,
}

impl Store {
    /// The lines that hold every word of `query` (a word matches what starts with it; words in double quotes match
    /// as a phrase), best first. No words find nothing.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn search(&self, query: &str, limit: u32, include_private: bool) -> Result<Vec<Hit>, StoreError> {
        let Some(expression) = fts_expression(query) else {
            return Ok(Vec::new());
        };
        let mut statement = self.connection.prepare_cached(include_str!("sql/search.sql"))?;
        let rows = statement.query_map(
            named_params! { ":query": expression, ":limit": limit, ":include_private": include_private },
            |found| {
                Ok(Hit {
                    line: found.get::<_, Text<LineId>>("id")?.0,
                    day: found.get::<_, Text<DayId>>("day_id")?.0,
                    session: found.get::<_, Text<SessionId>>("session_id")?.0,
                    text: found.get("text")?,
                    snippet: found.get("snippet")?,
                    score: found.get("score")?,
                })
            },
        )?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// The query as FTS5 strings, which have no syntax inside but the doubled quote
/// (<https://www.sqlite.org/fts5.html#fts5_strings>).
fn fts_expression(query: &str) -> Option<String> {
    let has_word = |text: &str| text.chars().any(char::is_alphanumeric);
    let terms: Vec<String> = query
        .split('"')
        .enumerate()
        .flat_map(|(nth, part)| {
            let in_quotes = nth % 2 == 1;
            if in_quotes {
                vec![format!("\"{part}\"")]
            } else {
                part.split_whitespace().map(|word| format!("\"{word}\"*")).collect()
            }
        })
        .filter(|term| has_word(term))
        .collect();
    (!terms.is_empty()).then(|| terms.join(" AND "))
}

#[cfg(test)]
mod tests {
    use super::fts_expression;

    #[test]
    fn words_match_from_their_start_and_quotes_hold_a_phrase() {
        assert_eq!(fts_expression("boa toe").as_deref(), Some("\"boa\"* AND \"toe\"*"));
        assert_eq!(fts_expression("\"de basis\" op").as_deref(), Some("\"de basis\" AND \"op\"*"));
    }

    #[test]
    fn fts_syntax_is_only_text() {
        assert_eq!(fts_expression("a* OR NEAR(").as_deref(), Some("\"a*\"* AND \"OR\"* AND \"NEAR(\"*"));
        assert_eq!(fts_expression("\" ( * \""), None);
        assert_eq!(fts_expression("  "), None);
    }
}
