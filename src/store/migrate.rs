//! Brings a database to the shape this program knows, one numbered step at a time.
//!
//! A step that has shipped is never edited; a change of shape is a new file. Going back is not supported.

use rusqlite::{Connection, TransactionBehavior};

use super::error::StoreError;
use super::said;

/// Each step brings the database from the version that is its index to the next.
const STEPS: [&str; KNOWN as usize] = [
    include_str!("migrations/0001_start.sql"),
    include_str!("migrations/0002_keep.sql"),
    include_str!("migrations/0003_sheet.sql"),
    include_str!("migrations/0004_repeat.sql"),
];

/// The newest shape this program knows.
pub const KNOWN: u32 = 4;

/// The shape of the database, 0 for an empty one.
pub fn version(connection: &Connection) -> Result<u32, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Refuses a database from a newer program.
pub fn ensure_known(found: u32) -> Result<(), StoreError> {
    if found > KNOWN { Err(StoreError::TooNew { found, known: KNOWN }) } else { Ok(()) }
}

/// Takes the steps that are missing, all of them or none. Before that, `keep_copy` saves what is there.
pub fn migrate(
    connection: &mut Connection,
    keep_copy: impl FnOnce(&Connection) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let found = version(connection)?;
    ensure_known(found)?;
    if found == KNOWN {
        return Ok(());
    }
    if found > 0 {
        keep_copy(connection)?;
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    for step in STEPS.iter().skip(found as usize) {
        transaction.execute_batch(step)?;
    }
    if found > 0 {
        said::fill(&transaction, include_str!("sql/fill_said.sql"))?;
    }
    transaction.pragma_update(None, "user_version", KNOWN)?;
    transaction.commit()?;
    Ok(())
}

/// Makes a database of an older shape readable as it is, where it cannot be brought to the present one.
pub fn read_as_it_is(connection: &Connection) -> Result<(), StoreError> {
    let found = version(connection)?;
    match found {
        1 => connection.execute_batch(include_str!("sql/read_first_shape.sql"))?,
        2 => connection.execute_batch(include_str!("sql/read_second_shape.sql"))?,
        3 => connection.execute_batch(include_str!("sql/read_third_shape.sql"))?,
        _ => {}
    }
    if (1..4).contains(&found) {
        connection.execute_batch(include_str!("sql/read_unsaid.sql"))?;
        said::fill(connection, include_str!("sql/note_said.sql"))?;
    }
    Ok(())
}
