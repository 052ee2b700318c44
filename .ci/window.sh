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
readonly PATIENCE=60

# The display of whoever runs this must not be typed on.
unset DISPLAY WAYLAND_DISPLAY WAYLAND_SOCKET

work=$(mktemp -d)
readonly work
export PLENAIR_DATA_DIR=$work/data
if [[ $SCREEN == without-opengl ]]; then
    export LIBGL_DRIVERS_PATH=/nonexistent __EGL_VENDOR_LIBRARY_DIRS=/nonexistent
else
    export LIBGL_ALWAYS_SOFTWARE=1
fi
screen='' manager='' program=''

clean_up() {
    local pid
    for pid in "$program" "$manager" "$screen"; do
        if [[ -n $pid ]]; then
            kill "$pid" 2>>"$work/log" || true
            wait "$pid" 2>>"$work/log" || true
        fi
    done
    rm -rf "$work"
}
trap clean_up EXIT

fail() {
    echo "window: FAILED: $*" >&2
    cat "$work/log" "$work/last" >&2 || true
    exit 1
}

say() {
    echo "window: $*"
}

# wait_for WHAT COMMAND…: until the command succeeds.
wait_for() {
    local what=$1 deadline=$((SECONDS + PATIENCE))
    shift
    until "$@" >"$work/last" 2>&1; do
        ((SECONDS < deadline)) || fail "waited $PATIENCE s in vain for $what"
        sleep 0.1
    done
}

open_screen() {
    Xvfb -displayfd 6 -screen 0 1280x800x24 -nolisten tcp 6>"$work/display" 2>>"$work/log" &
    screen=$!
    wait_for 'the virtual screen' test -s "$work/display"
    DISPLAY=:$(<"$work/display")
    export DISPLAY
    openbox --sm-disable >>"$work/log" 2>&1 &
    manager=$!
    wait_for 'the window manager' xdotool get_num_desktops
}

# The database is there before the first day is in it; a command that finds neither would make them itself.
store_is_ready() {
    [[ -s $PLENAIR_DATA_DIR/plenair.db ]] && "$BINARY" show netwerkdag
}

window_is_active() {
    [[ $(xdotool getactivewindow getwindowname) == Plenair ]]
}

open_window() {
    "$BINARY" --lang nl </dev/null 2>>"$work/log" &
    program=$!
    wait_for 'the window' window_is_active
    wait_for 'the example day' store_is_ready
    # The day is on the screen a few frames after it is in the store.
    sleep 2
}

# Asks the window to close, as its close button does.
close_window() {
    local code=0
    xdotool key --clearmodifiers alt+F4
    wait_for 'the program to end' program_has_ended
    wait "$program" || code=$?
    program=''
    ((code == 0)) || fail "the program ended with code $code"
}

program_has_ended() {
    ! kill -0 "$program"
}

type_text() {
    xdotool type --clearmodifiers --delay 40 "$1"
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

: >"$work/log"
: >"$work/last"
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
