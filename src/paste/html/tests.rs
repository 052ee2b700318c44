//! HTML as mail programs, browsers and word processors put it on a clipboard.

use super::lines;

#[test]
fn paragraphs_and_breaks_are_lines() {
    assert_eq!(
        lines("<p>Eerste  regel\n gaat door</p><p>Tweede<br>Derde</p><div>Vierde</div>los"),
        "Eerste regel gaat door\nTweede\nDerde\nVierde\nlos"
    );
    assert_eq!(lines("a&nbsp;&eacute;&amp;&lt;b&gt;"), "a é&<b>");
    assert_eq!(lines("<p>&nbsp;</p><div><br></div>"), "");
}

#[test]
fn lists_stay_lists_with_their_indent() {
    let html = "<p>Vooraf</p><ul><li>een</li><li><p>twee</p><ol start=3><li>drie</li><li>vier</ol></li><li>vijf</ul><p>Na";
    assert_eq!(lines(html), "Vooraf\n- een\n- twee\n  3. drie\n  4. vier\n- vijf\nNa");
    assert_eq!(lines("<ul><li>een<p>gaat door</p></ul>"), "- een\n  gaat door");
    assert_eq!(
        lines("<ul><li><input type=checkbox checked> klaar<li><input type=checkbox> nog</ul>"),
        "- [x] klaar\n- [ ] nog"
    );
}

#[test]
fn bold_italic_and_code_get_their_signs_around_the_words() {
    assert_eq!(lines("<b>vet </b>en <i>schuin</i>, <code>x</code>"), "**vet** en *schuin*, `x`");
    assert_eq!(lines("<strong><em>beide</em></strong>"), "***beide***");
    assert_eq!(lines("<b>een<br>twee</b> drie"), "**een**\n**twee** drie");
    assert_eq!(lines("<b></b><i> </i>niets"), "niets");
    assert_eq!(
        lines("<span style='font-weight:700'>vet</span><span style='FONT-STYLE: italic'> schuin</span>"),
        "**vet** *schuin*"
    );
    assert_eq!(lines("<b style='font-weight:normal'><p>uit een document</p></b>"), "uit een document");
}

#[test]
fn headings_and_quotations_get_theirs() {
    assert_eq!(
        lines("<h2><b>Kop</b></h2>tekst<blockquote><p>woorden</p></blockquote>"),
        "## Kop\ntekst\n> woorden"
    );
    assert_eq!(lines("<blockquote type='cite'>eerdere mail</blockquote>"), "eerdere mail");
}

#[test]
fn a_link_shows_where_it_leads() {
    assert_eq!(
        lines("zie <a href='https://example.nl/a'>het verslag</a>."),
        "zie het verslag (https://example.nl/a)."
    );
    assert_eq!(lines("<a href='https://www.example.nl/'>www.example.nl</a>"), "www.example.nl");
    assert_eq!(lines("<a href='mailto:bram@example.nl?subject=x'>Bram</a>"), "Bram (bram@example.nl)");
    assert_eq!(lines("<a href='#top'>boven</a> <a href='javascript:x()'>klik</a>"), "boven klik");
    assert_eq!(lines("<a href='https://example.nl'><img src=x></a>tekst"), "tekst");
}

#[test]
fn tables_are_lines_and_what_only_stands_in_a_table_is_not() {
    assert_eq!(
        lines("<table><tr><th>Naam<th>Gemeente<tr><td>Bram</td><td><p>Tiel</p></td></tr></table>na"),
        "Naam | Gemeente\nBram | Tiel\nna"
    );
    let mail = "<table><tr><td><table><tr><td><p>Beste Bram,</p><p>Hierbij het programma.</p></td></tr></table></td></tr></table>";
    assert_eq!(lines(mail), "Beste Bram,\nHierbij het programma.");
    let beside = "<table><tr><td><p>a</p><p>b</p><p>c</p><p>d</p></td><td>e</td></tr></table>";
    assert_eq!(lines(beside), "a\nb\nc\nd\ne");
    assert_eq!(lines("<td>a</td><td>b</td>"), "a\nb");
}

#[test]
fn lists_from_word_are_lists() {
    let item = |level: u32, marker: &str, text: &str| {
        format!(
            "<p class=MsoListParagraph style='margin-left:36.0pt;mso-list:l0 level{level} lfo1'><![if !supportLists]>\
             <span style='font-family:Symbol'><span style='mso-list:Ignore'>{marker}<span style='font:7.0pt \"Times\"'>\
             &nbsp;&nbsp;</span></span></span><![endif]>{text}<o:p></o:p></p>"
        )
    };
    let html = [
        item(1, "·", "een"),
        item(2, "o", "twee"),
        item(1, "3.", "drie"),
        "<p class=MsoNormal>na</p>".to_owned(),
    ];
    assert_eq!(lines(&html.concat()), "- een\n  - twee\n3. drie\nna");
}

#[test]
fn what_a_page_does_not_show_is_left_out() {
    let html = "<html><head><title>Titel</title><style>p { color: red }</style></head><body><!--StartFragment-->\
                <div style='display:none'>voorvertoning <div>x</div></div><script>a<b</script>tekst<svg><text>t</text></svg>";
    assert_eq!(lines(html), "tekst");
    assert_eq!(lines("<span hidden/>tekst"), "tekst");
}

#[test]
fn preformatted_text_keeps_its_lines_and_spaces() {
    assert_eq!(lines("<pre>\n  a\n    b\n\nc</pre>"), "  a\n    b\nc");
}

#[test]
fn no_nesting_is_too_deep_and_nothing_has_to_be_closed() {
    let deep = "<div><b><ul><li><table><tr><td><blockquote>".repeat(20_000) + "x";
    assert!(lines(&deep).contains('x'));
    let cells = "<table><tr><td>x<td>".repeat(20_000);
    assert_eq!(lines(&cells).matches('x').count(), 20_000);
    assert_eq!(lines("</p></table></b></li>x<"), "x<");
    assert_eq!(lines("<p>een<ul><li>twee<p>"), "een\n- twee");
}
