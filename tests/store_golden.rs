//! Databases as earlier versions left them open in this one, with every row in its place.
//!
//! `PLENAIR_BLESS=1 cargo test --test store_golden` keeps a database of the present shape, once: what a released
//! version wrote never changes any more.

#[path = "support/store.rs"]
mod support;

use std::fs;

use plenair::store::Store;
use support::{DATABASE, fill, golden, golden_folder};

/// The newest shape that the program knows, as a new store has it.
fn present_schema() -> u32 {
    let folder = tempfile::tempdir().expect("a temporary folder");
    Store::open(folder.path()).expect("a store").check().expect("a check").schema
}

#[test]
fn every_shape_has_a_database_in_the_fixtures() {
    let path = golden_folder().join(format!("schema-{}.db", present_schema()));
    if std::env::var_os("PLENAIR_BLESS").is_some() && !path.exists() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut store = Store::open(folder.path()).expect("a store");
        fill(&mut store);
        drop(store);
        fs::create_dir_all(golden_folder()).expect("the fixtures");
        fs::copy(folder.path().join(DATABASE), &path).expect("a fixture");
    }
    let kept: Vec<u32> = golden().into_iter().map(|(schema, _)| schema).collect();
    assert_eq!(kept, (1..=present_schema()).collect::<Vec<_>>());
}
