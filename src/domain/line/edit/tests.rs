//! What every edit does, and that no edit loses a word or a private mark.

use proptest::prelude::{Strategy, prop, proptest};

use super::super::tests::grammar_line;
use super::super::{LineKind, body, parse};
use super::{add_trend, expand, retyped, toggle_done, toggle_kind, toggle_private, toggle_star, with_kind};
use crate::domain::language::Language::{self, Dutch, English};

#[test]
fn kinds_are_written_first_and_in_the_language() {
    let rows = [
        ("tekst", LineKind::Action, Dutch, "- [ ] tekst"),
        ("tekst", LineKind::Decision, Dutch, "afspraak: tekst"),
        ("tekst", LineKind::Question, Dutch, "vraag: tekst"),
        ("tekst", LineKind::Quote, Dutch, "citaat: tekst"),
        ("70 %", LineKind::Figure, Dutch, "cijfer: 70 %"),
        ("tekst", LineKind::Heading, Dutch, "# tekst"),
        ("text", LineKind::Action, English, "- [ ] text"),
        ("text", LineKind::Decision, English, "decision: text"),
        ("text", LineKind::Question, English, "question: text"),
        ("text", LineKind::Quote, English, "quote: text"),
        ("70 %", LineKind::Figure, English, "figure: 70 %"),
        ("★ privé: tekst", LineKind::Action, Dutch, "- [ ] ★ privé: tekst"),
        ("  ! //tekst ", LineKind::Question, Dutch, "  vraag: ! // tekst "),
        ("//afspraak: /tekst", LineKind::Question, Dutch, "vraag: // /tekst"),
        ("- tekst", LineKind::Action, Dutch, "- [ ] tekst"),
        ("* tekst", LineKind::Decision, Dutch, "* afspraak: tekst"),
        ("1. tekst", LineKind::Action, Dutch, "1. [ ] tekst"),
        ("1. tekst", LineKind::Heading, Dutch, "# 1. tekst"),
        ("- [x] tekst", LineKind::Decision, Dutch, "afspraak: tekst"),
        ("- [x] tekst", LineKind::Remark, Dutch, "tekst"),
        ("- [x] tekst", LineKind::Action, Dutch, "- [x] tekst"),
        ("Besluit: tekst", LineKind::Decision, English, "Besluit: tekst"),
        ("actie: tekst", LineKind::Action, Dutch, "- [ ] tekst"),
        ("> tekst", LineKind::Remark, Dutch, "tekst"),
        ("'tekst'", LineKind::Question, Dutch, "vraag: 'tekst'"),
        ("'tekst'", LineKind::Quote, Dutch, "'tekst'"),
        ("cijfer: veel", LineKind::Question, Dutch, "vraag: veel"),
        ("", LineKind::Action, Dutch, "- [ ] "),
    ];
    for (text, kind, language, expected) in rows {
        assert_eq!(with_kind(text, kind, language), expected, "{text:?} {kind:?}");
    }
}

#[test]
fn a_kind_toggles_off() {
    assert_eq!(toggle_kind("afspraak: x", LineKind::Decision, Dutch), "x");
    assert_eq!(toggle_kind("- besluit: ★ x", LineKind::Decision, Dutch), "- ★ x");
    assert_eq!(toggle_kind("- [ ] x", LineKind::Action, Dutch), "x");
    assert_eq!(toggle_kind("cijfer: veel", LineKind::Figure, Dutch), "veel");
    assert_eq!(toggle_kind("x", LineKind::Quote, English), "quote: x");
    assert_eq!(toggle_kind("'x'", LineKind::Quote, Dutch), "'x'");
    assert_eq!(toggle_kind("vraag: x", LineKind::Remark, Dutch), "x");
}

#[test]
fn a_star_toggles() {
    assert_eq!(toggle_star("x"), "★ x");
    assert_eq!(toggle_star("- [ ] privé: x"), "- [ ] ★ privé: x");
    assert_eq!(toggle_star("privé: x"), "★ privé: x");
    assert_eq!(toggle_star("- x"), "- ★ x");
    assert_eq!(toggle_star("afspraak:x"), "afspraak: ★ x");
    assert_eq!(toggle_star("! vraag: ★ // x"), "vraag: // x");
    assert_eq!(toggle_star(""), "★ ");
}

#[test]
fn private_toggles_and_takes_every_mark() {
    assert_eq!(toggle_private("- [ ] ★ x", Dutch), "- [ ] ★ privé: x");
    assert_eq!(toggle_private("x", English), "private: x");
    assert_eq!(toggle_private("★x", Dutch), "★ privé: x");
    assert_eq!(toggle_private("privé: vraag: // x", English), "vraag: x");
    assert_eq!(toggle_private("/// x", Dutch), "x");
    assert_eq!(toggle_private("**privé:** x", Dutch), "x");
    assert_eq!(toggle_private("**privé: x**", Dutch), "**x**");
    assert_eq!(toggle_private("- [ ] vraag: privé: x", Dutch), "- [ ] vraag: x");
}

#[test]
fn only_actions_are_ticked() {
    assert_eq!(toggle_done("- [ ] ★ x"), "- [x] ★ x");
    assert_eq!(toggle_done("- [X] x"), "- [ ] x");
    assert_eq!(toggle_done("actie: x"), "- [x] x");
    assert_eq!(toggle_done("1. [ ] x"), "1. [x] x");
    assert_eq!(toggle_done("vraag: x"), "vraag: x");
}

#[test]
fn a_trend_is_added_once() {
    assert_eq!(add_trend("x", "toezicht"), "x #toezicht");
    assert_eq!(add_trend("x ", "#toezicht"), "x #toezicht ");
    assert_eq!(add_trend("x #Toe-Zicht", "toezicht"), "x #Toe-Zicht");
    assert_eq!(add_trend("", "toezicht"), "#toezicht ");
    assert_eq!(add_trend("  ", "toezicht"), "  #toezicht ");
    assert_eq!(add_trend("- [ ]", "toezicht"), "- [ ] #toezicht ");
    for no_tag in ["", "6", "twee woorden", "a-"] {
        assert_eq!(add_trend("x", no_tag), "x");
    }
}

#[test]
fn a_trend_leaves_a_quote_a_quote() {
    let text = add_trend("'Eigen woorden' — Noor", "toezicht");
    let line = parse(&text);
    assert_eq!((line.kind, line.literal), (LineKind::Quote, true));
    assert_eq!(line.source.map(|source| source.name).as_deref(), Some("Noor"));
}

#[test]
fn typed_words_become_an_action() {
    let expanding = [
        ("[] ", "- [ ] "),
        ("[ ] bellen", "- [ ] bellen"),
        ("- [] bellen", "- [ ] bellen"),
        ("actie: ", "- [ ] "),
        ("  Todo: bellen", "  - [ ] bellen"),
        ("ACTION: call", "- [ ] call"),
        ("★ actie: bellen", "- [ ] ★ bellen"),
        ("privé: actie: bellen", "- [ ] privé: bellen"),
        ("1. actie: bellen", "1. [ ] bellen"),
    ];
    for (typed, expected) in expanding {
        assert_eq!(expand(typed, Dutch).as_deref(), Some(expected), "{typed:?}");
    }
    let staying = [
        "actie:",
        "[]",
        "- [ ] bellen",
        "* [ ] bellen",
        "- [x] bellen",
        "[x] bellen",
        "> actie: x",
        "afspraak: x",
        "x",
        "een actie: x",
        "",
    ];
    for typed in staying {
        assert_eq!(expand(typed, Dutch), None, "{typed:?}");
    }
}

fn language() -> impl Strategy<Value = Language> {
    prop::sample::select(Language::ALL.to_vec())
}

fn kind() -> impl Strategy<Value = LineKind> {
    prop::sample::select(LineKind::ALL.to_vec())
}

/// A line with one kind at most, as people may write it, and its content, which is itself no prefix.
fn plain_line() -> impl Strategy<Value = (String, &'static str)> {
    let choose = |parts: &[&'static str]| prop::sample::select(parts.to_vec());
    let marks = || prop::collection::vec(choose(&["★ ", "★", "! ", "privé: ", "private:", "//"]), 0..3);
    let list = choose(&["", "  ", "- ", "• ", "1. ", "  12) "]);
    let kind =
        choose(&["", "[ ] ", "[x] ", "actie: ", "afspraak: ", "? ", ">", "citaat: ", "cijfer: ", "## "]);
    let content = choose(&[
        "47 van 258 respondenten #toezicht",
        "70 % `code` @Bram",
        "'12 woorden'",
        "12 — Noor",
        "5\r",
    ]);
    (list, marks(), kind, marks(), content).prop_map(|(list, before, kind, after, content)| {
        (format!("{list}{}{kind}{}{content}", before.concat(), after.concat()), content)
    })
}

/// What must survive an edit that is about something else.
fn essence(text: &str) -> (LineKind, bool, bool, bool, String) {
    let line = parse(text);
    (line.kind, line.starred, line.private, line.done, body(text, &line).to_owned())
}

proptest! {
    #[test]
    fn a_line_becomes_the_kind_that_is_asked((text, content) in plain_line(), kind in kind(), language in language()) {
        let before = parse(&text);
        assert_eq!(body(&text, &before), content.trim_end());
        let changed = with_kind(&text, kind, language);
        let after = parse(&changed);
        let stays_quote = kind == LineKind::Remark && content.starts_with('\'');
        assert_eq!(after.kind, if stays_quote { LineKind::Quote } else { kind }, "{changed:?}");
        assert!(changed.ends_with(content), "{changed:?}");
        assert_eq!((after.starred, after.private), (before.starred, before.private), "{changed:?}");
        assert_eq!(with_kind(&changed, kind, language), changed);
        if kind != LineKind::Heading || before.marker.is_none() {
            assert_eq!(body(&changed, &after), content.trim_end());
        }
    }

    #[test]
    fn a_kind_toggled_twice_is_a_remark_again(content in "[a-z]{1,8}( [a-z]{1,8}){0,3}", kind in kind(), language in language()) {
        let once = toggle_kind(&content, kind, language);
        assert_eq!(toggle_kind(&once, kind, language), content);
    }

    #[test]
    fn toggling_twice_changes_nothing_that_is_said(text in grammar_line()) {
        assert_eq!(essence(&toggle_star(&toggle_star(&text))), essence(&text));
        assert_eq!(essence(&toggle_done(&toggle_done(&text))), essence(&text));
        assert_ne!(parse(&toggle_star(&text)).starred, parse(&text).starred);
    }

    #[test]
    fn private_goes_on_and_off(text in grammar_line(), language in language()) {
        let toggled = toggle_private(&text, language);
        assert_ne!(parse(&toggled).private, parse(&text).private, "{toggled:?}");
        if !parse(&text).private {
            assert_eq!(essence(&toggle_private(&toggled, language)), essence(&text));
        }
    }

    #[test]
    fn no_edit_loses_the_private_mark_or_a_word(text in grammar_line(), kind in kind(), language in language()) {
        let private = parse(&text).private;
        let said = body(&text, &parse(&text)).to_owned();
        let mut edited = vec![
            with_kind(&text, kind, language),
            toggle_kind(&text, kind, language),
            toggle_star(&text),
            toggle_done(&text),
            add_trend(&text, "onvrede"),
        ];
        edited.extend(expand(&text, language));
        for edited in edited {
            assert!(parse(&edited).private || !private, "{edited:?}");
            assert!(edited.contains(&said), "{edited:?}");
        }
    }

    #[test]
    fn an_added_trend_is_there_and_stays_once(text in grammar_line()) {
        let once = add_trend(&text, "onvrede");
        assert!(parse(&once).trend_tags().any(|tag| tag == "onvrede"), "{once:?}");
        assert_eq!(add_trend(&once, "onvrede"), once);
    }

    #[test]
    fn an_expanded_line_is_an_action_and_stays_so(text in grammar_line(), language in language()) {
        if let Some(expanded) = expand(&text, language) {
            assert_eq!(parse(&expanded).kind, LineKind::Action, "{expanded:?}");
            assert_eq!(expand(&expanded, language), None, "{expanded:?}");
        }
    }
}

#[test]
fn a_kind_typed_behind_an_empty_box_takes_its_place() {
    let rows = [
        ("- [ ] [] ", Some("- [ ] ")),
        ("- [ ] actie: ", Some("- [ ] ")),
        ("- [ ] afspraak: ", Some("afspraak: ")),
        ("  - [ ] vraag: ", Some("  vraag: ")),
        ("2. [ ] ? ", Some("2. ? ")),
        ("- [ ] privé: vraag: ", Some("privé: vraag: ")),
        ("2. 2. ", Some("2. ")),
        ("2. - ", Some("- ")),
        ("  - 1. ", Some("  1. ")),
        ("- - ", Some("- ")),
        ("2. twee 2. ", None),
        ("1. ", None),
        ("- [ ] bellen vraag: ", None),
        ("- [ ] vraag", None),
        ("- [x] vraag: ", None),
        ("vraag: ", None),
    ];
    for (text, expected) in rows {
        assert_eq!(retyped(text, Dutch).as_deref(), expected, "{text:?}");
    }
}
