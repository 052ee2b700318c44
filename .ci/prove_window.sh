#!/usr/bin/env bash
# Proof: a window that is killed while somebody types loses at most the last second, and comes back in the same session.
#
# usage: prove_window.sh PROGRAM [ROUNDS]
#
# On a screen of its own, each round opens the window, types numbered lines into it and ends it with kill -9 at a random
# moment. Every line whose last key was pressed more than a second before must then be in the notes, and so must all
# lines of the rounds before. The control: of the lines of the last second some are missing, so the kills did hit typing.
#
# needs (Debian): xvfb openbox xdotool libgl1-mesa-dri libegl1 libxkbcommon-x11-0
# Prints one summary line. Ends with 1 when something was lost, 2 on wrong usage, 0 with a word when a tool is missing
# (1 when PLENAIR_REQUIRE_PROOFS is set).
set -euo pipefail

at_risk_us=1000000 # typing of this many microseconds may be missing
first_moves=3      # the notes are typed in the session so many places after the first

if [ $# -lt 1 ] || [ $# -gt 2 ] || [ ! -x "$1" ]; then
    echo "usage: prove_window.sh PROGRAM [ROUNDS]" >&2
    exit 2
fi
program=$(realpath "$1")
rounds=${2:-30}
for tool in Xvfb openbox xdotool; do
    if ! command -v "$tool" >/dev/null; then
        echo "SKIPPED: kills of the window: $tool is missing" >&2
        [ -z "${PLENAIR_REQUIRE_PROOFS:-}" ] || exit 1
        exit 0
    fi
done

home=$(mktemp -d)
notes=$home/notities
typed=$home/typed       # per round: the time of the last key in microseconds, and the line
expected=$home/expected # every line that must be in the notes
found=$home/found       # every line that is
screen='' manager='' app='' typist=''
# Nothing of the person who runs this is used or touched, and lines sort the same everywhere.
export LC_ALL=C HOME=$home XDG_RUNTIME_DIR=$home/run XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config
mkdir -m 700 "$XDG_RUNTIME_DIR"
: >"$expected"

# kill -9 on one of our own, without the shell's remark about it.
strike() {
    kill -9 "$1" 2>/dev/null || true
    { wait "$1" || true; } 2>/dev/null
}

end() {
    for process in $typist $app $manager $screen; do
        strike "$process"
    done
    rm -rf "$home"
}
trap end EXIT
trap 'exit 1' INT TERM

fail() {
    echo "window: $*" >&2
    exit 1
}

now_us() {
    printf '%s' "${EPOCHREALTIME/[.,]/}"
}

open_screen() {
    Xvfb -displayfd 3 -screen 0 1280x800x24 3>"$home/display" >/dev/null 2>&1 &
    screen=$!
    for _ in {1..100}; do
        [ -s "$home/display" ] && break
        sleep 0.1
    done
    [ -s "$home/display" ] || fail "no virtual screen"
    DISPLAY=:$(tr -d '[:space:]' <"$home/display")
    export DISPLAY
    unset WAYLAND_DISPLAY WAYLAND_SOCKET
    openbox >/dev/null 2>&1 &
    manager=$!
}

open_window() {
    "$program" --lang nl --data-dir "$notes" >/dev/null 2>"$home/log" &
    app=$!
    local window
    window=$(timeout 30 xdotool search --sync --onlyvisible --pid "$app" | tail -n 1) || fail "no window: $(cat "$home/log")"
    xdotool windowfocus --sync "$window"
}

# The lines in the session at a position, or in all sessions.
read_lines() {
    local where=()
    [ $# -eq 0 ] || where=(--session "$1")
    "$program" --data-dir "$notes" lines "${where[@]}" --json | sed -n 's/^ *"text": "\(.*\)",$/\1/p'
}

# Types the round's first line, and again until the window has taken it: it may still be starting.
announce() {
    local line try
    for try in 1 2 3 4 5 6; do
        line="ronde $1 poging $try"
        xdotool key ctrl+End Return
        xdotool type --delay 12 "$line"
        for _ in {1..15}; do
            sleep 0.1
            if read_lines | grep -Fxq "$line"; then
                announced=$line
                xdotool key Return
                return
            fi
        done
    done
    fail "round $1: the window takes no typing"
}

# The position of the session that holds a line.
session_of() {
    local position
    for position in {1..7}; do
        if read_lines "$position" | grep -Fxq "$1"; then
            printf '%s' "$position"
            return
        fi
    done
}

# Types numbered lines until it is stopped, and notes the time of the last key of each.
type_lines() {
    local number=0 line
    while :; do
        number=$((number + 1))
        line=$(printf 'regel %02d %04d' "$1" "$number")
        xdotool type --delay 12 "$line"
        echo "$(now_us) $line" >>"$typed"
        xdotool key Return
    done
}

began=$SECONDS session='' total=0 lost=0 missing=0 recent=0
open_screen
for round in $(seq "$rounds"); do
    open_window
    if [ "$round" -eq 1 ]; then
        announce 0
        for _ in $(seq "$first_moves"); do
            xdotool key alt+Down
        done
        announce "$round"
        session=$(session_of "$announced")
        [ "$session" = $((1 + first_moves)) ] || fail "typed in session $session after $first_moves moves down"
    else
        announce "$round"
        back_in=$(session_of "$announced")
        [ "$back_in" = "$session" ] || fail "round $round: left in session $session, back in session $back_in"
    fi

    : >"$typed"
    type_lines "$round" &
    typist=$!
    sleep "$((RANDOM % 3 + 1)).$(printf '%03d' $((RANDOM % 1000)))"
    killed_at=$(now_us)
    strike "$app"
    app=''
    strike "$typist"
    typist=''
    sleep 0.3 # the last line in the air falls on no window

    read_lines "$session" | sort >"$found"
    awk -v until="$((killed_at - at_risk_us))" '$1 <= until { sub(/^[0-9]+ /, ""); print }' "$typed" >>"$expected"
    awk -v from="$((killed_at - at_risk_us))" -v to="$killed_at" '$1 > from && $1 <= to { sub(/^[0-9]+ /, ""); print }' \
        "$typed" | sort >"$home/recent"
    gone=$(sort -u "$expected" | comm -23 - "$found")
    if [ -n "$gone" ]; then
        lost=$((lost + $(wc -l <<<"$gone")))
        echo "round $round lost: $gone" >&2
    fi
    total=$((total + $(wc -l <"$typed")))
    recent=$((recent + $(wc -l <"$home/recent")))
    missing=$((missing + $(comm -23 "$home/recent" "$found" | wc -l)))
    # What was on the disk once stays there.
    cp "$found" "$expected"
done
"$program" --data-dir "$notes" check >/dev/null || fail "the notes are not whole"

echo "window: $rounds kills, $total lines typed, $lost lost, back in session $session each time;" \
    "control: $missing of the $recent lines of the last second missing; $((SECONDS - began)) s"
[ "$lost" -eq 0 ] || exit 1
[ "$missing" -gt 0 ] || fail "the kills hit no typing: this proves nothing"
