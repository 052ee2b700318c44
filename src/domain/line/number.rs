//! Numbers as they are written in Dutch: `.` between thousands, `,` before decimals.
//!
//! Only finds and reads them; what they count is read by `figure`.

use std::ops::Range;

use super::inline::is_taken;

/// A longer number is an account or a code, not an amount; in bytes.
const LONGEST: usize = 24;

/// A number in a text.
pub(super) struct Number {
    /// Where it stands, with its minus sign.
    pub span: Range<usize>,
    pub value: f64,
}

/// The numbers in the `content` of `text`, in order. Not those inside `taken`, nor times (`9:30`), dates with
/// points, or digits that are part of a word (`G40`).
pub(super) fn find_all(text: &str, content: Range<usize>, taken: &[Range<usize>]) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = content.start;
    while let Some(rest) = text.get(at..content.end)
        && let Some(skipped) = rest.find(|c: char| c.is_ascii_digit())
    {
        let start = at + skipped;
        let length = length(text.get(start..content.end).unwrap_or_default());
        at = start + length;
        let before = text.get(content.start..start).unwrap_or_default();
        let after = text.get(at..content.end).unwrap_or_default();
        if is_taken(taken, start) || is_in_word(before) || is_in_time(before, after) {
            continue;
        }
        if let Some(value) = text.get(start..at).and_then(read) {
            let sign = minus(before);
            let value = if sign > 0 { -value } else { value };
            found.push(Number { span: start - sign..at, value });
        }
    }
    found
}

/// Reads digits with `.` and `,` in them: `1.351` and `1.351.000` are thousands, `12.5` and `12,5` have decimals.
/// `None` for what is no number, such as `16.03.2023`.
pub(super) fn read(written: &str) -> Option<f64> {
    if written.len() > LONGEST || !written.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let plain = match (written.matches('.').count(), written.matches(',').count()) {
        (0, 0) => written.to_owned(),
        (0, 1) => written.replace(',', "."),
        (1, 0) if !is_grouped(written, '.') => written.to_owned(),
        (_, 0) => ungroup(written, '.')?,
        (0, _) => ungroup(written, ',')?,
        _ => {
            let (whole, decimals) = written.rsplit_once(['.', ','])?;
            let grouping = if whole.contains('.') { '.' } else { ',' };
            format!("{}.{decimals}", ungroup(whole, grouping)?)
        }
    };
    plain.parse().ok()
}

fn ungroup(written: &str, separator: char) -> Option<String> {
    is_grouped(written, separator).then(|| written.replace(separator, ""))
}

fn is_grouped(written: &str, separator: char) -> bool {
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = written.split(separator);
    let first = groups.next().unwrap_or_default();
    let first_fits = (1..=3).contains(&first.len()) && is_digits(first) && !first.starts_with('0');
    first_fits && groups.all(|group| group.len() == 3 && is_digits(group))
}

/// The length of the digits at the start of `rest`, with each `.` or `,` that has a digit behind it.
fn length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && digit(end + 1)) {
        end += 1;
    }
    end
}

fn is_in_word(before: &str) -> bool {
    before.ends_with(|c: char| c.is_alphanumeric() || c == '_')
}

fn is_in_time(before: &str, after: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    before.strip_suffix(':').is_some_and(|hour| hour.ends_with(is_digit))
        || after.strip_prefix(':').is_some_and(|minute| minute.starts_with(is_digit))
}

/// The length of the minus sign at the end of `before`; between two numbers it is no minus.
fn minus(before: &str) -> usize {
    let Some(rest) = before.strip_suffix(['-', '−']) else {
        return 0;
    };
    let stands_alone = rest.is_empty() || rest.ends_with(|c: char| c.is_whitespace() || c == '(');
    if stands_alone { before.len() - rest.len() } else { 0 }
}
