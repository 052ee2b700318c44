//! More of the database in memory, and more in the log, for as long as something touches much of it: else pages go to the disk
//! and come back again and again within one change. What every connection holds usually is set in `open.rs`.

use rusqlite::Connection;

use super::error::StoreError;
use super::open::CACHE_KIB;
use super::options::Durability;
use super::{Store, disk, early_sync};

/// So much of the database is held in memory meanwhile at most, in KiB.
const MORE_KIB: i64 = 64 * 1024;

/// From so many pages on, the log is taken into the file: SQLite's own number.
const CHECKPOINT: i64 = 1_000;

impl Store {
    /// Does work that touches much of the database. Who waits for it need not wait for the log to be taken into the file: the next
    /// change sees to that. What is written into the log goes to the disk meanwhile.
    ///
    /// # Errors
    /// Those of the work.
    pub(super) fn with_more_room<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        set(&self.connection, MORE_KIB, 0)?;
        let log = disk::log_of(&self.path);
        let result = match self.options.durability {
            Durability::Synced => early_sync::while_working(&log, || work(self)),
            Durability::Unsynced => work(self),
        };
        // What is more than usual is let go. Where that does not work, it stays until the store is closed.
        if let Err(error) = set(&self.connection, CACHE_KIB, CHECKPOINT) {
            tracing::warn!(%error, "the store keeps more memory than usual");
        }
        result
    }
}

fn set(connection: &Connection, cache_kib: i64, checkpoint: i64) -> rusqlite::Result<()> {
    connection.pragma_update(None, "cache_size", -cache_kib)?;
    connection.pragma_update_and_check(None, "wal_autocheckpoint", checkpoint, |_| Ok(()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_more_room_for_as_long_as_the_work_takes() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = Store::open(folder.path()).expect("a store");
        let room = |store: &Store| {
            let value =
                |name| store.connection.pragma_query_value(None, name, |row| row.get(0)).expect("a number");
            let numbers: (i64, i64) = (value("cache_size"), value("wal_autocheckpoint"));
            numbers
        };
        assert_eq!(room(&store), (-CACHE_KIB, CHECKPOINT), "what a store begins with");
        let within = store.with_more_room(|store| Ok(room(store))).expect("room");
        assert_eq!(within, (-MORE_KIB, 0));
        let failed = store.with_more_room(|_| Err::<(), _>(StoreError::Stale));
        assert!(failed.is_err());
        assert_eq!(room(&store), (-CACHE_KIB, CHECKPOINT));
    }
}
