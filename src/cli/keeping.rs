//! The commands that look after the notes as a whole: `check`, `backup` and `restore`.

use serde::Serialize;

use super::context::Context;
use super::output::{Answer, Failure};
use super::{BackupArgs, RestoreArgs};
use crate::domain::clock::Moment;
use crate::domain::keeping::CheckedBackup;
use crate::i18n::Texts;
use crate::paths::{self, FolderRisk};
use crate::store::{Check, Store};

/// What `check` prints for scripts.
#[derive(Serialize)]
struct CheckDocument {
    ok: bool,
    problems: Vec<String>,
    database: DatabaseJson,
    backups: Vec<BackupJson>,
}

/// The database that was checked.
#[derive(Serialize)]
struct DatabaseJson {
    path: String,
    bytes: u64,
    schema: u32,
    integrity: &'static str,
}

/// A backup that was checked.
#[derive(Serialize)]
struct BackupJson {
    path: String,
    made_at: Moment,
    ok: bool,
}

/// `plenair check`
pub fn check(context: &Context<'_>, as_json: bool) -> Result<Answer, Failure> {
    let check = context.reading()?.check()?;
    let ok = problems(&check).is_empty();
    let answer = if as_json {
        Answer::json(&document(&check))?
    } else {
        Answer::text(&findings(context.texts, &check, paths::risk_of(&context.folder)))
    };
    Ok(answer.well(ok))
}

/// `plenair backup`
pub fn backup(context: &Context<'_>, args: &BackupArgs) -> Result<Answer, Failure> {
    let (path, counts) = context.reading()?.backup(&args.path)?;
    let path = path.display().to_string();
    let variables = [
        ("path", path.into()),
        ("days", counts.days.into()),
        ("sessions", counts.sessions.into()),
        ("lines", counts.lines.into()),
    ];
    Ok(Answer::text(&context.texts.with("cli-backed-up", &variables)))
}

/// `plenair restore`
pub fn restore(context: &Context<'_>, args: &RestoreArgs) -> Result<Answer, Failure> {
    let restored = Store::restore_in(&context.folder, context.options(), &args.path)?;
    let counts = restored.counts;
    let variables =
        [("days", counts.days.into()), ("sessions", counts.sessions.into()), ("lines", counts.lines.into())];
    let mut lines = vec![context.texts.with("cli-restored", &variables)];
    if let Some(path) = restored.set_aside {
        let path = path.display().to_string();
        lines.push(context.texts.with("cli-set-aside", &[("path", path.into())]));
    }
    Ok(Answer::text(&lines.join("\n")))
}

/// What is wrong with the database and the backups, in English: as it stands in JSON.
fn problems(check: &Check) -> Vec<String> {
    let damaged = check.backups.iter().filter(|checked| !checked.ok);
    let damaged = damaged.map(|checked| format!("backup not whole: {}", checked.backup.path.display()));
    check.problems.iter().cloned().chain(damaged).collect()
}

fn document(check: &Check) -> CheckDocument {
    let problems = problems(check);
    let database = DatabaseJson {
        path: check.path.display().to_string(),
        bytes: check.bytes,
        schema: check.schema,
        integrity: if check.problems.is_empty() { "ok" } else { "damaged" },
    };
    CheckDocument {
        ok: problems.is_empty(),
        problems,
        database,
        backups: check.backups.iter().map(BackupJson::from).collect(),
    }
}

impl From<&CheckedBackup> for BackupJson {
    fn from(checked: &CheckedBackup) -> Self {
        Self {
            path: checked.backup.path.display().to_string(),
            made_at: checked.backup.made_at,
            ok: checked.ok,
        }
    }
}

fn findings(texts: &Texts, check: &Check, risk: Option<FolderRisk>) -> String {
    let problems = problems(check);
    let path = check.path.display().to_string();
    let variables = [
        ("path", path.into()),
        ("bytes", check.bytes.into()),
        ("schema", check.schema.into()),
        ("count", problems.len().into()),
    ];
    let name = if problems.is_empty() { "cli-check-well" } else { "cli-check-problems" };
    let mut lines = vec![texts.with(name, &variables)];
    lines.extend(problems.iter().map(|problem| format!("  {problem}")));
    lines.push(texts.with("cli-check-backups", &[("count", check.backups.len().into())]));
    lines.extend(check.backups.iter().map(|checked| format!("  {}", checked.backup.path.display())));
    lines.extend(risk.map(|risk| warning(texts, &risk)));
    lines.join("\n")
}

fn warning(texts: &Texts, risk: &FolderRisk) -> String {
    let name = [("name", risk.name().into())];
    match risk {
        FolderRisk::Synced(_) => texts.with("folder-synced", &name),
        FolderRisk::Network(_) => texts.with("folder-network", &name),
    }
}
