//! The command line: what can be typed, and which work it leads to.
//!
//! Every command runs on the same store, readers and writers as the window. Names, JSON keys and exit codes are a
//! contract that scripts rely on: add, don't change. The work is in `cli/`; no command line at all opens the window,
//! which is not opened here.

mod context;
mod exporting;
mod importing;
mod input;
mod keeping;
mod notes_in;
mod noting;
mod output;
mod programme;
mod reading;
mod selecting;
mod updating;
mod wording;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PathBufValueParser, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory as _, Parser, Subcommand};

use crate::apart;
use crate::domain::clock::Clock;
use crate::domain::language::Language;
use crate::domain::line::LineKind;
use crate::export::Format;
use crate::i18n::{self, Texts};
use crate::import;
use crate::paths;
use crate::renderer::{Renderer, Wanted};
use context::Context;
use output::{Answer, Failure};

const DATA_DIR_HELP: &str =
    "The folder with the notes; default: $PLENAIR_DATA_DIR, else the system's folder for local data";

/// What a command line leads to.
#[derive(Debug)]
pub enum Start {
    /// The window is to be opened, on the notes in this folder.
    Window {
        /// The folder with the notes; it need not exist.
        data_dir: PathBuf,
        /// The programme that is to be opened in it.
        file: Option<PathBuf>,
        /// The language of the screen, where one was asked for.
        language: Option<Language>,
        /// The renderer that was asked for.
        wanted: Wanted,
    },
    /// All is done and said; the program ends with this code: 0 done, 1 the work failed, 2 wrong usage.
    Done(ExitCode),
}

/// The definition of the command line, for who describes it: man pages, the completions of shells.
#[must_use]
pub fn definition() -> clap::Command {
    Arguments::command()
}

/// Runs the command in `args` (the first is the program's own name), with `clock` for today and now.
pub fn run(args: impl IntoIterator<Item = OsString>, clock: &Clock) -> Start {
    let args: Vec<OsString> = args.into_iter().collect();
    // Not a command that anybody types: the program calls itself by it.
    if args.get(1).is_some_and(|arg| arg == apart::COMMAND) {
        return Start::Done(apart::serve());
    }
    let arguments = match Arguments::understood(&args) {
        Ok(arguments) => arguments,
        Err(error) => return Start::Done(output::refuse(&error, args.iter().any(|arg| arg == "--json"))),
    };
    let asked = arguments.everywhere.lang;
    let language = asked.unwrap_or_else(i18n::system_language);
    let data_dir = paths::data_dir(arguments.everywhere.data_dir);
    match (arguments.command, data_dir) {
        (None, Ok(data_dir)) => {
            let (file, wanted) = (arguments.file, arguments.drawing.wanted());
            Start::Window { data_dir, file, language: asked, wanted }
        }
        (None, Err(problem)) => Start::Done(output::tell(Err(problem.into()), false, &Texts::new(language))),
        (Some(command), data_dir) => {
            let texts = Texts::new(language);
            let json = command.wants_json();
            let answer = data_dir
                .map_err(Failure::from)
                .and_then(|folder| command.run(&Context { folder, texts: &texts, clock }));
            Start::Done(output::tell(answer, json, &texts))
        }
    }
}

/// Notes for people who attend a meeting or conference day. Without a command, opens the window
#[derive(Debug, Parser)]
#[command(name = "plenair", version)]
struct Arguments {
    #[command(flatten)]
    everywhere: Everywhere,
    #[command(flatten)]
    drawing: Drawing,
    /// A programme to open in the window: in the one that is open already, if there is one
    #[arg(value_parser = existing_file())]
    file: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

/// The options of every command.
#[derive(Debug, Args)]
struct Everywhere {
    /// The folder with the notes.
    #[arg(long, global = true, value_name = "DIR", help = DATA_DIR_HELP)]
    data_dir: Option<PathBuf>,
    /// The language of messages and documents; default: the system's
    #[arg(long, global = true, value_parser = language())]
    lang: Option<Language>,
}

/// What the window is drawn with.
#[derive(Debug, Args)]
struct Drawing {
    /// What to draw the window with; what could draw is remembered; auto: find out again
    #[arg(long, value_name = "auto|glow|wgpu", value_parser = wanted(), hide_possible_values = true)]
    renderer: Option<Wanted>,
    /// The program says this to itself when this one could not draw.
    #[arg(long, hide = true, value_parser = renderer())]
    instead_of: Option<Renderer>,
}

impl Drawing {
    fn wanted(&self) -> Wanted {
        self.instead_of.map(Wanted::InsteadOf).or(self.renderer).unwrap_or_default()
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the days
    Days(Json),
    /// Show a day's programme
    Show(ShowArgs),
    /// Read a programme and make a day of it
    Import(ImportArgs),
    /// Add lines to the note of a session
    Note(NoteArgs),
    /// List lines of the notes
    Lines(LinesArgs),
    /// List the trends that were heard
    Trends(TrendsArgs),
    /// Search the lines of all days
    Search(SearchArgs),
    /// Write days to a file
    Export(ExportArgs),
    /// Check whether the notes on disk and their backups are whole
    Check(Json),
    /// Copy all notes to a file, and check that copy
    Backup(BackupArgs),
    /// Put a copy of all notes in the place of the present ones, which are set aside
    Restore(RestoreArgs),
    /// Fill the built-in day with example notes, unless it has notes already
    Demo,
}

#[derive(Debug, Args)]
struct Json {
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

/// Which days a command is about: the one that is named, all of them, or the one that the window would open.
#[derive(Debug, Args)]
struct Days {
    /// The day: its id, its slug, or an unambiguous start of one; default: the day that the window would open
    #[arg(long)]
    day: Option<String>,
    /// All days
    #[arg(long, conflicts_with = "day")]
    all: bool,
}

#[derive(Debug, Args)]
struct ShowArgs {
    /// The day: its id, its slug, or an unambiguous start of one; default: the day that the window would open
    day: Option<String>,
    #[command(flatten)]
    output: Json,
}

#[derive(Debug, Args)]
struct ImportArgs {
    /// The file with the programme or the notes, or a folder of Markdown notes; - for standard input
    file: PathBuf,
    /// Read it as this format, instead of finding out which it is
    #[arg(long = "as", value_name = "FORMAT", value_parser = programme_format())]
    format: Option<import::Format>,
    /// Update this day with it, instead of making a new day: its id, its slug, or an unambiguous start of one
    #[arg(long, value_name = "DAY")]
    into: Option<String>,
    /// Only show what was understood; write nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    output: Json,
}

#[derive(Debug, Args)]
struct NoteArgs {
    /// The day: its id, its slug, or an unambiguous start of one; default: the day that the window would open
    #[arg(long)]
    day: Option<String>,
    /// The session: its id, or its position (1…)
    #[arg(long)]
    session: String,
    /// What to note, one line of the note per line; default: standard input
    // Actions and list items start with a hyphen.
    #[arg(allow_hyphen_values = true)]
    text: Option<String>,
}

#[derive(Debug, Args)]
struct LinesArgs {
    #[command(flatten)]
    days: Days,
    /// Only of this session: its id, or its position (1…)
    #[arg(long)]
    session: Option<String>,
    /// Only of this kind
    #[arg(long, value_parser = kind())]
    kind: Option<LineKind>,
    /// Only with this trend: its tag, its label or an alias
    #[arg(long)]
    trend: Option<String>,
    /// Only important lines
    #[arg(long)]
    starred: bool,
    /// Private lines too
    #[arg(long)]
    include_private: bool,
    #[command(flatten)]
    output: Json,
}

#[derive(Debug, Args)]
struct TrendsArgs {
    #[command(flatten)]
    days: Days,
    /// Count private lines too
    #[arg(long)]
    include_private: bool,
    #[command(flatten)]
    output: Json,
}

#[derive(Debug, Args)]
struct SearchArgs {
    /// Words that the line holds, or starts of words; "words in quotation marks" stand together; kind:, trend:, person: and day: narrow it
    #[arg(allow_hyphen_values = true)]
    query: String,
    /// At most so many lines
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: u32,
    /// Private lines too
    #[arg(long)]
    include_private: bool,
    #[command(flatten)]
    output: Json,
}

#[derive(Debug, Args)]
struct BackupArgs {
    /// The file to make, or a folder to make it in
    path: PathBuf,
}

#[derive(Debug, Args)]
struct RestoreArgs {
    /// The copy to put back
    path: PathBuf,
}

#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools, reason = "these are the options of the command")]
struct ExportArgs {
    #[command(flatten)]
    days: Days,
    /// What to write
    #[arg(long, value_parser = format())]
    format: Format,
    /// The file to write
    #[arg(long, value_name = "PATH")]
    output: PathBuf,
    /// Replace the file if it is there, or a folder that an export made
    #[arg(long)]
    overwrite: bool,
    /// Private lines too
    #[arg(long)]
    include_private: bool,
    /// In a report for colleagues, name the people of the day instead of where they are from
    #[arg(long)]
    names: bool,
    /// With the time at which each line was written. This and the next two are for markdown, report, html, docx and odt; the
    /// others keep times and kinds
    #[arg(long, conflicts_with = "no_times")]
    times: bool,
    /// Without clock times, of the programme too
    #[arg(long)]
    no_times: bool,
    /// Without the words and boxes that say what a line is: action, agreement, question, figure
    #[arg(long)]
    no_kinds: bool,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

impl Arguments {
    fn understood(args: &[OsString]) -> Result<Self, clap::Error> {
        let arguments = Self::try_parse_from(args)?;
        if arguments.file.is_some() && arguments.command.is_some() {
            return Err(definition()
                .error(ErrorKind::ArgumentConflict, "a file is for the window, not for a command"));
        }
        Ok(arguments)
    }
}

impl Command {
    fn run(&self, context: &Context<'_>) -> Result<Answer, Failure> {
        match self {
            Self::Days(output) => reading::days(context, output.json),
            Self::Show(args) => reading::show(context, args),
            Self::Import(args) => importing::import(context, args),
            Self::Note(args) => noting::note(context, args),
            Self::Lines(args) => selecting::lines(context, args),
            Self::Trends(args) => selecting::trends(context, args),
            Self::Search(args) => selecting::search(context, args),
            Self::Export(args) => exporting::export(context, args),
            Self::Check(output) => keeping::check(context, output.json),
            Self::Backup(args) => keeping::backup(context, args),
            Self::Restore(args) => keeping::restore(context, args),
            Self::Demo => noting::demo(context),
        }
    }

    fn wants_json(&self) -> bool {
        match self {
            Self::Days(output) | Self::Check(output) => output.json,
            Self::Show(args) => args.output.json,
            Self::Import(args) => args.output.json,
            Self::Lines(args) => args.output.json,
            Self::Trends(args) => args.output.json,
            Self::Search(args) => args.output.json,
            Self::Export(args) => args.json,
            Self::Note(_) | Self::Backup(_) | Self::Restore(_) | Self::Demo => false,
        }
    }
}

/// A file that is there, wherever the window is started.
fn existing_file() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().try_map(|path| match std::path::absolute(&path) {
        Ok(whole) if whole.exists() => Ok(whole),
        Ok(_) | Err(_) => Err("there is no such command, and no such file"),
    })
}

fn language() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::code))
        .try_map(|code| Language::from_tag(&code).ok_or("unknown language"))
}

fn renderer() -> impl TypedValueParser<Value = Renderer> {
    PossibleValuesParser::new(Renderer::ALL.map(Renderer::name))
        .try_map(|name| Renderer::from_name(&name).ok_or("unknown renderer"))
}

fn wanted() -> impl TypedValueParser<Value = Wanted> {
    let names = ["auto"].into_iter().chain(Renderer::ALL.map(Renderer::name));
    PossibleValuesParser::new(names).map(|name| Renderer::from_name(&name).map_or(Wanted::Auto, Wanted::This))
}

fn kind() -> impl TypedValueParser<Value = LineKind> {
    PossibleValuesParser::new(LineKind::ALL.map(LineKind::name))
        .try_map(|name| LineKind::from_name(&name).ok_or("unknown kind"))
}

/// A format of programmes by its name.
fn programme_format() -> impl TypedValueParser<Value = import::Format> {
    PossibleValuesParser::new(import::Format::ALL.map(import::Format::name))
        .try_map(|name| import::Format::from_name(&name).ok_or("unknown format"))
}

fn format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::name))
        .try_map(|name| Format::from_name(&name).ok_or("unknown format"))
}

#[cfg(test)]
mod tests;
