#!/usr/bin/env bash
# Starts the program a second time, on a virtual screen: the file comes to the window that is open, and a window that died or
# hangs blocks nobody without a word.
#
# Usage: .ci/one_window.sh BINARY
# Needs Xvfb, openbox and xdotool.
set -euo pipefail

BINARY=$(realpath "${1:?usage: .ci/one_window.sh BINARY}")
readonly BINARY

# shellcheck source=.ci/screen.sh
. "$(dirname "${BASH_SOURCE[0]}")/screen.sh"
export PLENAIR_DATA_DIR=$work/data XDG_RUNTIME_DIR=$work/run
mkdir -m 700 "$XDG_RUNTIME_DIR"

# programme NAME DATE: a file with a day of two sessions, as an invitation has it. On the date of the open day it would be offered
# as an update of that one.
programme() {
    printf '%s\n%s\n\n09:30 Welkom\n10:00 Werksessies\n' "$1" "$2" >"$work/$1.txt"
}

days() {
    "$BINARY" days --json | grep -c '"slug"'
}

has_days() {
    [[ $(days) == "$1" ]]
}

# start_first [FILE]: the window that is open from now on.
start_first() {
    "$BINARY" --lang nl "$@" </dev/null 2>>"$work/log" &
    program=$!
    wait_for 'the window' window_is_active
    wait_for 'the example day' has_days "$expected"
    sleep 2
}

# A later start: says by its code whether it was taken.
start_later() {
    timeout 60 "$BINARY" --lang nl "$@" </dev/null >"$work/stdout" 2>"$work/stderr"
}

# Saves the programme that is looked through, and looks whether there is a day more. The preview is there some frames after the
# file was read; before that, and after it, the key does nothing.
save_programme() {
    expected=$((expected + 1))
    wait_for "the day of $1" is_saved
    sleep 1
}

is_saved() {
    xdotool key --clearmodifiers ctrl+Return
    sleep 2
    has_days "$expected"
}

is_hidden() {
    ! window_is_active
}

kill_program() {
    kill -9 "$program"
    { wait "$program" || true; } 2>>"$work/log"
    program=''
}

expected=1
open_screen
programme eerste '16 april 2026'
programme tweede '17 april 2026'
programme derde '18 april 2026'

say 'a first start with a file opens it'
start_first "$work/eerste.txt"
save_programme eerste

say 'a second start with a file hands it over and ends'
(cd "$work" && start_later tweede.txt) || fail "the second start ended with code $?: $(<"$work/stderr")"
save_programme tweede
windows=$(xdotool search --onlyvisible --name '^Plenair$' | wc -l)
((windows == 1)) || fail "there are $windows windows"

say 'a second start without a file brings a hidden window back'
xdotool getactivewindow windowminimize
wait_for 'the window to be hidden' is_hidden
start_later || fail "the second start ended with code $?"
wait_for 'the window to come back' window_is_active

say 'another data folder is another window'
"$BINARY" --lang nl --data-dir "$work/other" </dev/null 2>>"$work/log" &
other=$!
two_windows() {
    (($(xdotool search --onlyvisible --name '^Plenair$' | wc -l) == 2))
}
wait_for 'a second window' two_windows
kill "$other"
wait "$other" || fail "the window of another folder ended with code $?"
wait_for 'the first window' window_is_active

say 'a window that was killed blocks nobody'
kill_program
start_first "$work/derde.txt"
save_programme derde

say 'a window that hangs is named'
kill -STOP "$program"
"$BINARY" --lang en "$work/eerste.txt" </dev/null 2>"$work/stderr" &
other=$!
wait_for 'a word on the window that hangs' grep -q 'does not answer' "$work/stderr"
wait_for 'a window that says so' two_windows
kill "$other"
wait "$other" || true
kill -CONT "$program"

say 'nothing stays behind when it closes'
sleep 1
kill "$program"
wait "$program" || fail "the program ended with code $?"
program=''
[[ ! -e $PLENAIR_DATA_DIR/window.address ]] || fail 'the address is still there'
[[ -z $(find "$XDG_RUNTIME_DIR" -name 'plenair-*' -newer "$work/derde.txt" | tail -n +2) ]] || fail 'a socket is still there'
has_days "$expected" || fail "there are $(days) days, not $expected"
say 'all is well'
