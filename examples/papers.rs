//! Writes the papers that go with the program in a package: a man page per command, and completions for four shells. All of
//! it comes from the definition of the command line; nothing is written by hand, and nothing is installed.
//!
//! ```sh
//! cargo run --example papers -- FOLDER
//! ```

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use clap_complete::Shell;

/// The shells that packages have a place for.
const SHELLS: [Shell; 4] = [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args_os().nth(1).map(PathBuf::from).ok_or("usage: papers FOLDER")?;
    write_man_pages(&folder.join("man1"))?;
    write_completions(&folder.join("completions"))?;
    Ok(())
}

fn write_man_pages(folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    // `plenair help` says nothing that the other pages do not.
    let definition = plenair::cli::definition().disable_help_subcommand(true);
    clap_mangen::generate_to(definition, folder)?;
    Ok(())
}

fn write_completions(folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    for shell in SHELLS {
        clap_complete::generate_to(shell, &mut plenair::cli::definition(), "plenair", folder)?;
    }
    Ok(())
}
