//! Backups: whole, checked copies in a folder beside the notes, made by the hour and thinned out after a while.
//!
//! Their order is in the number in their name; the moment there is shown, and says when the next one is due. Putting a
//! backup back is in `restore.rs`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, TimeDelta};
use rusqlite::Connection;

use super::error::StoreError;
use super::open::DATABASE;
use super::options::Options;
use super::{Store, copy, disk};
use crate::domain::clock::Moment;
use crate::domain::keeping::{Backup, BackupKind, CheckedBackup, Counts};
use crate::domain::progress::Progress;

/// The newest backups, all of which stay.
const NEWEST: usize = 10;
/// Of so many dates the last backup stays.
const DATES: usize = 14;
/// Between two backups.
const INTERVAL: TimeDelta = TimeDelta::hours(1);

/// How a moment stands in a file name: no colons, which Windows does not allow.
const STAMP: &str = "%Y%m%dT%H%M%S%z";
const REGULAR: &str = "plenair-";
const BEFORE_MIGRATION: &str = "plenair-before-schema-";
const BEFORE_RESTORE: &str = ".before-restore-";
const ENDING: &str = ".db";

/// The folder for the backups of the notes in `folder`: beside it, so that they are not lost together.
#[must_use]
pub fn backup_folder(folder: &Path) -> PathBuf {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
    let without_slash: PathBuf = absolute.components().collect();
    disk::beside(&without_slash, ".backups")
}

/// The folder for the backups of a store that is opened with these options.
pub fn folder_for(folder: &Path, options: &Options) -> PathBuf {
    options.backups.clone().unwrap_or_else(|| backup_folder(folder))
}

/// Remembers the folder for backups that a person chose.
const CHOSEN_FOLDER: &str = "backup folder";

impl Store {
    /// The folder for backups that a person chose; `None` while nobody has.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn chosen_backup_folder(&self) -> Result<Option<PathBuf>, StoreError> {
        Ok(self.fact(CHOSEN_FOLDER)?.map(PathBuf::from))
    }

    /// Puts backups into this folder from now on; `None` for the one beside the notes. Those that are elsewhere stay
    /// there. The result is the folder.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn choose_backup_folder(&mut self, folder: Option<PathBuf>) -> Result<PathBuf, StoreError> {
        let folder = folder.unwrap_or_else(|| backup_folder(&self.folder));
        self.set_fact(CHOSEN_FOLDER, &folder.to_string_lossy())?;
        self.options.backups = Some(folder.clone());
        Ok(folder)
    }

    /// The folder that was chosen goes before the usual one, but not before the one that this program was started with.
    pub(super) fn use_chosen_backup_folder(&mut self) -> Result<(), StoreError> {
        if self.options.backups.is_none() {
            self.options.backups = self.chosen_backup_folder()?;
        }
        Ok(())
    }

    /// Copies all notes to `path`, where nothing is yet; in a folder under a name of its own. Afterwards a checked copy
    /// is there, or nothing. Gives where it is and what it holds.
    ///
    /// # Errors
    /// When there is something at `path`, when it is in the folder with the notes, or when it cannot be written.
    pub fn backup(&self, path: &Path) -> Result<(PathBuf, Counts), StoreError> {
        self.ensure_outside_notes(path)?;
        let path = if path.is_dir() { path.join(next_regular(path, self.now())) } else { path.to_path_buf() };
        let counts = copy::write(&self.connection, &path, &self.progress)?;
        Ok((path, counts))
    }

    /// Makes a regular backup now, and removes those that had their time.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn back_up(&self) -> Result<Backup, StoreError> {
        if !self.makes_backups() {
            return Err(StoreError::Reading);
        }
        let folder = folder_for(&self.folder, &self.options);
        disk::make_folder(&folder)?;
        disk::remove_leftovers(&folder);
        let path = folder.join(next_regular(&folder, self.now()));
        copy::write(&self.connection, &path, &self.progress)?;
        self.thin_out();
        parse(&path).ok_or(StoreError::NotABackup(path))
    }

    /// Makes a regular backup if something has changed since the last one and that is an hour old.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn back_up_if_due(&self) -> Result<Option<Backup>, StoreError> {
        if !self.needs_backup()? {
            return Ok(None);
        }
        let is_young = |last: &Backup| (self.now() - last.made_at).abs() < INTERVAL;
        if self.last_regular().as_ref().is_some_and(is_young) {
            return Ok(None);
        }
        self.back_up().map(Some)
    }

    /// Whether something has changed since the last regular backup.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn needs_backup(&self) -> Result<bool, StoreError> {
        if !self.makes_backups() {
            return Ok(false);
        }
        let backed_up = self.last_regular().and_then(|last| copy::changes(&last.path));
        Ok(backed_up != Some(self.changes()?))
    }

    /// All files with notes that Plenair keeps beside the notes themselves; the regular backups first, the newest first.
    #[must_use]
    pub fn backups(&self) -> Vec<Backup> {
        list(&folder_for(&self.folder, &self.options), &self.folder)
    }

    /// The same, each read from its first page to its last.
    #[must_use]
    pub fn check_backups(&self) -> Vec<CheckedBackup> {
        self.backups()
            .into_iter()
            .map(|backup| CheckedBackup { ok: copy::check(&backup.path).is_ok(), backup })
            .collect()
    }

    /// Backups are made of notes that can be written.
    fn makes_backups(&self) -> bool {
        self.writes || self.options.beside_the_writer
    }

    fn last_regular(&self) -> Option<Backup> {
        self.backups().into_iter().find(|backup| backup.kind == BackupKind::Regular)
    }

    fn thin_out(&self) {
        self.remove_backups_of_erased();
        for backup in superfluous(&self.backups()) {
            remove(&backup.path);
        }
    }
}

/// Removes a backup with what SQLite may have left beside it.
pub fn remove(path: &Path) {
    for file in [path.to_path_buf(), disk::log_of(path), disk::beside(path, "-shm")] {
        if let Err(error) = fs::remove_file(file)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::warn!(%error, "an old backup was not removed");
        }
    }
}

/// Whether there are regular backups in this folder.
pub fn are_in(folder: &Path) -> bool {
    files_in(folder).any(|backup| backup.kind == BackupKind::Regular)
}

/// Keeps a copy of a database that is about to get another shape.
pub fn before_migration(
    connection: &Connection,
    backups: &Path,
    shape: u32,
    now: Moment,
) -> Result<(), StoreError> {
    disk::make_folder(backups)?;
    disk::remove_leftovers(backups);
    let number = next_number(backups, BackupKind::BeforeMigration);
    let name = format!("{BEFORE_MIGRATION}{shape}-{number:06}-{}{ENDING}", now.format(STAMP));
    copy::write(connection, &backups.join(name), &Progress::default()).map(|_| ())
}

/// Where the notes in `folder` go when a backup takes their place.
pub fn set_aside_path(folder: &Path, now: Moment) -> PathBuf {
    let number = next_number(folder, BackupKind::BeforeRestore);
    folder.join(format!("{DATABASE}{BEFORE_RESTORE}{number:06}-{}", now.format(STAMP)))
}

/// The highest count of changes among the regular backups.
pub fn most_changes(backups: &Path) -> i64 {
    files_in(backups).filter_map(|backup| copy::changes(&backup.path)).max().unwrap_or_default()
}

fn next_regular(folder: &Path, now: Moment) -> String {
    format!("{REGULAR}{:06}-{}{ENDING}", next_number(folder, BackupKind::Regular), now.format(STAMP))
}

fn next_number(folder: &Path, kind: BackupKind) -> u64 {
    files_in(folder).filter(|file| file.kind == kind).map(|file| file.number).max().unwrap_or_default() + 1
}

fn list(backups: &Path, folder: &Path) -> Vec<Backup> {
    let mut all: Vec<Backup> = files_in(backups).chain(files_in(folder)).collect();
    all.sort_by_key(|backup| (backup.kind != BackupKind::Regular, std::cmp::Reverse(backup.number)));
    all
}

fn files_in(folder: &Path) -> impl Iterator<Item = Backup> {
    fs::read_dir(folder).into_iter().flatten().flatten().filter_map(|entry| parse(&entry.path()))
}

/// Whether a file is called as backups are.
pub fn is_named_so(path: &Path) -> bool {
    parse(path).is_some()
}

/// What the name of a file says; `None` for a file of somebody else.
fn parse(path: &Path) -> Option<Backup> {
    let name = path.file_name()?.to_str()?;
    let (kind, numbered) = if let Some(rest) = name.strip_prefix(DATABASE) {
        (BackupKind::BeforeRestore, rest.strip_prefix(BEFORE_RESTORE)?)
    } else if let Some(rest) = name.strip_prefix(BEFORE_MIGRATION) {
        (BackupKind::BeforeMigration, rest.strip_suffix(ENDING)?.split_once('-')?.1)
    } else {
        (BackupKind::Regular, name.strip_prefix(REGULAR)?.strip_suffix(ENDING)?)
    };
    let (number, stamp) = numbered.split_once('-')?;
    let made_at = DateTime::parse_from_str(stamp, STAMP).ok()?;
    Some(Backup { path: path.to_path_buf(), kind, number: number.parse().ok()?, made_at })
}

/// The regular backups that had their time: not among the newest, and not the last of one of the last dates. No clock
/// decides: "last" goes by number.
fn superfluous(newest_first: &[Backup]) -> Vec<&Backup> {
    let mut dates: BTreeSet<NaiveDate> = BTreeSet::new();
    let mut superfluous = Vec::new();
    let regular = newest_first.iter().filter(|backup| backup.kind == BackupKind::Regular);
    for (index, backup) in regular.enumerate() {
        let is_last_of_date = dates.len() < DATES && dates.insert(backup.made_at.date_naive());
        if index >= NEWEST && !is_last_of_date {
            superfluous.push(backup);
        }
    }
    superfluous
}

#[cfg(test)]
mod tests {
    use super::*;

    fn regular(number: u64, at: &str) -> Backup {
        let made_at = DateTime::parse_from_rfc3339(at).expect("a moment");
        Backup { path: PathBuf::from(number.to_string()), kind: BackupKind::Regular, number, made_at }
    }

    #[test]
    fn a_name_says_what_it_is_when_it_was_made_and_in_which_order() {
        let now = DateTime::parse_from_rfc3339("2023-03-16T14:32:00-05:00").expect("a moment");
        let folder = tempfile::tempdir().expect("a folder");
        let name = next_regular(folder.path(), now);
        assert_eq!(name, "plenair-000001-20230316T143200-0500.db");
        let parsed = parse(&folder.path().join(name)).expect("a backup");
        assert_eq!((parsed.kind, parsed.number, parsed.made_at), (BackupKind::Regular, 1, now));
        let aside = parse(&set_aside_path(folder.path(), now)).expect("a backup");
        assert_eq!((aside.kind, aside.number, aside.made_at), (BackupKind::BeforeRestore, 1, now));
        let before = parse(Path::new("plenair-before-schema-12-000003-20230316T143200+0100.db"));
        assert_eq!(before.map(|found| (found.kind, found.number)), Some((BackupKind::BeforeMigration, 3)));
    }

    #[test]
    fn files_of_somebody_else_are_no_backups() {
        for name in
            ["plenair.db", "plenair.db-wal", "plenair-1.db", "plenair-a-20230316T143200+0100.db", "x.db"]
        {
            assert_eq!(parse(Path::new(name)), None, "{name}");
        }
        assert_eq!(parse(Path::new("plenair.db.before-restore-000001-20230316T143200+0100-wal")), None);
    }

    #[test]
    fn the_newest_stay_and_the_last_of_each_date() {
        let made: Vec<Backup> = (1..=60)
            .rev()
            .map(|number| {
                regular(number, &format!("2023-03-{:02}T{:02}:00:00+01:00", 1 + number / 3, number % 3))
            })
            .collect();
        let gone: Vec<u64> = superfluous(&made).iter().map(|backup| backup.number).collect();
        let stay: Vec<u64> =
            made.iter().map(|backup| backup.number).filter(|number| !gone.contains(number)).collect();
        assert_eq!(stay[..10], (51..=60).rev().collect::<Vec<_>>()[..]);
        assert_eq!(stay[10..], [50, 47, 44, 41, 38, 35, 32, 29, 26, 23]);
    }

    #[test]
    fn a_clock_that_jumps_does_not_decide_which_is_newest() {
        let years = ["2026", "2023", "2020"].iter().cycle();
        let made: Vec<Backup> = (1..=30)
            .rev()
            .zip(years)
            .map(|(number, year)| regular(number, &format!("{year}-03-16T10:00:00+01:00")))
            .collect();
        let gone: Vec<u64> = superfluous(&made).iter().map(|backup| backup.number).collect();
        assert_eq!(gone, (1..=20).rev().collect::<Vec<_>>());
    }
}
