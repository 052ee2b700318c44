#!/usr/bin/env bash
# Opens the real window on a virtual screen, types in it, closes it, and looks at what is on the disk.
#
# Usage: .ci/window.sh BINARY
# Needs Xvfb, openbox and xdotool.
set -euo pipefail

readonly BINARY=${1:?usage: .ci/window.sh BINARY}
readonly FIRST='Toezicht moet op orde #toezicht'
readonly SECOND='Wie pakt dit op'

# shellcheck source=.ci/screen.sh
. "$(dirname "${BASH_SOURCE[0]}")/screen.sh"
export PLENAIR_DATA_DIR=$work/data

# The database is there before the first day is in it; a command that finds neither would make them itself.
store_is_ready() {
    [[ -s $PLENAIR_DATA_DIR/plenair.db ]] && "$BINARY" show netwerkdag
}

open_window() {
    "$BINARY" --lang nl </dev/null 2>>"$work/log" &
    program=$!
    wait_for 'the window' window_is_active
    wait_for 'the example day' store_is_ready
    # The day is on the screen a few frames after it is in the store.
    sleep 2
}

# The texts of a selection of lines, as they stand in the JSON, one on a line.
texts_of() {
    "$BINARY" lines --day netwerkdag --json "$@" | sed -n 's/^ *"text": "\(.*\)",\{0,1\}$/\1/p'
}

expect_texts() {
    local expected=$1 found
    shift
    found=$(texts_of "$@")
    [[ $found == "$expected" ]] || fail "expected these lines ($*):"$'\n'"$expected"$'\n'"found:"$'\n'"$found"
}

has_first_line() {
    [[ $(texts_of --session 3) == "$FIRST" ]]
}

says_why_there_is_no_window() {
    local code=0 said
    "$BINARY" --lang en </dev/null >"$work/stdout" 2>"$work/stderr" || code=$?
    said=$(<"$work/stderr")
    ((code == 1)) || fail "without a display the program ended with code $code, not 1"
    [[ ! -s $work/stdout ]] || fail 'without a display there is something on standard output'
    (($(wc -l <"$work/stderr") == 1)) || fail "without a display it takes more than one line: $said"
    [[ $said == *'plenair --help'* ]] || fail "the command line is not named: $said"
}

say 'without a display'
says_why_there_is_no_window

open_screen
say 'a line in the third session, on the disk while the window is open'
open_window
xdotool key --clearmodifiers alt+Down
sleep 0.5
xdotool key --clearmodifiers alt+Down
sleep 0.5
type_text "$FIRST"
wait_for 'the line on the disk' has_first_line
close_window
expect_texts "$FIRST"
expect_texts "$FIRST" --session 3

say 'opened again: the same session, and closing at once loses no key'
open_window
xdotool key --clearmodifiers Return
type_text "$SECOND"
close_window
expect_texts "$FIRST"$'\n'"$SECOND"
expect_texts "$FIRST"$'\n'"$SECOND" --session 3

say 'both lines in the Markdown'
"$BINARY" export --day netwerkdag --format markdown --output "$work/day.md" >>"$work/log"
for line in "$FIRST" "$SECOND"; do
    grep -qF "$line" "$work/day.md" || fail "the Markdown lacks: $line"
done
"$BINARY" check >>"$work/log" || fail 'the notes are not whole'
say 'all is well'
