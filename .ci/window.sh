#!/usr/bin/env bash
# Opens the real window on a virtual screen, types in it, closes it, and looks at what is on the disk.
#
# Usage: .ci/window.sh BINARY [without-opengl]
# without-opengl: the same where no OpenGL can start, so that the window is drawn with Vulkan; and where that is not there
# either, one sentence says so.
# Needs Xvfb, openbox and xdotool, and for without-opengl a Vulkan driver (Debian: mesa-vulkan-drivers).
set -euo pipefail

readonly BINARY=${1:?usage: .ci/window.sh BINARY [without-opengl]}
readonly SCREEN=${2:-with-opengl}
readonly FIRST='Toezicht moet op orde #toezicht'
readonly SECOND='Wie pakt dit op'

# shellcheck source=.ci/screen.sh
. "$(dirname "${BASH_SOURCE[0]}")/screen.sh"
export PLENAIR_DATA_DIR=$work/data
if [[ $SCREEN == without-opengl ]]; then
    unset LIBGL_ALWAYS_SOFTWARE
    export LIBGL_DRIVERS_PATH=/nonexistent __EGL_VENDOR_LIBRARY_DIRS=/nonexistent
fi

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

# ends_with_one_sentence WHERE: the program says in one line that there is no window, names the command line, and ends with 1.
ends_with_one_sentence() {
    local where=$1 code=0 said
    "$BINARY" --lang en </dev/null >"$work/stdout" 2>"$work/stderr" || code=$?
    said=$(<"$work/stderr")
    ((code == 1)) || fail "$where the program ended with code $code, not 1: $said"
    [[ ! -s $work/stdout ]] || fail "$where there is something on standard output"
    (($(wc -l <"$work/stderr") == 1)) || fail "$where it takes more than one line: $said"
    [[ $said == *'plenair --help'* ]] || fail "$where the command line is not named: $said"
}

draws_with() {
    grep -qF "\"renderer\":\"$1\"" "$PLENAIR_DATA_DIR/window.json"
}

say 'without a display'
ends_with_one_sentence 'without a display'

open_screen
if [[ $SCREEN == without-opengl ]]; then
    say 'with neither OpenGL nor Vulkan'
    VK_DRIVER_FILES=/nonexistent VK_ICD_FILENAMES=/nonexistent ends_with_one_sentence 'where nothing draws'
fi
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

if [[ $SCREEN == without-opengl ]]; then
    draws_with wgpu || fail 'what drew the window is not remembered'
fi

say 'both lines in the Markdown'
"$BINARY" export --day netwerkdag --format markdown --output "$work/day.md" >>"$work/log"
for line in "$FIRST" "$SECOND"; do
    grep -qF "$line" "$work/day.md" || fail "the Markdown lacks: $line"
done
"$BINARY" check >>"$work/log" || fail 'the notes are not whole'
say 'all is well'
