#!/usr/bin/env bash
# Measures Plenair beside other programs on this machine: a bare eframe window, CherryTree, Zim, ripgrep, cp, and Joplin's command
# line where it is installed. Not a test: figures for people, to be read as ratios.
#
# usage: benches/beside/run.sh [ROUNDS]   (20)
#
# needs (Debian): xvfb openbox python3-xlib cherrytree zim ripgrep, and what the window needs (see .ci/run); for Joplin
# `npm install joplin@3.5.1`, which needs libsecret-1-dev, and its folder `node_modules/.bin` in PATH
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
readonly ROUNDS=${1:-20}
readonly NOTES=2400
readonly PLENAIR=$PWD/target/release/plenair
readonly BARE=$PWD/target/release/examples/bare_window

cargo build --release --bin plenair --example bare_window
work=$(mktemp -d)
readonly work
export HOME=$work/home XDG_RUNTIME_DIR=$work/run LIBGL_ALWAYS_SOFTWARE=1 GDK_BACKEND=x11
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR"
screen='' manager=''

clean_up() {
    local pid
    for pid in "$manager" "$screen"; do
        [[ -z $pid ]] || kill "$pid" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap clean_up EXIT

say() {
    printf '\n== %s\n' "$*"
}

open_screen() {
    Xvfb -displayfd 6 -screen 0 1280x820x24 -nolisten tcp 6>"$work/display" 2>/dev/null &
    screen=$!
    until [[ -s $work/display ]]; do sleep 0.1; done
    DISPLAY=:$(<"$work/display")
    export DISPLAY
    openbox --sm-disable >/dev/null 2>&1 &
    manager=$!
    sleep 1
}

# milliseconds COMMAND…: the wall time of a whole process, in milliseconds.
milliseconds() {
    local began ended
    began=$(date +%s%N)
    "$@" >/dev/null 2>&1
    ended=$(date +%s%N)
    echo $(((ended - began) / 1000000))
}

median() {
    sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'
}

# beside NAME COMMAND NAME COMMAND: both by turns, as many as TURNS says, as medians and a ratio. A command is a word of the shell,
# to which ROUND is the number of the turn.
beside() {
    local name=$1 one=$2 other_name=$3 other=$4 round turns=${TURNS:-$ROUNDS}
    : >"$work/one" && : >"$work/other"
    for ((round = 0; round < turns; round++)); do
        export ROUND=$round
        milliseconds bash -c "$one" >>"$work/one"
        milliseconds bash -c "$other" >>"$work/other"
    done
    awk -v a="$(median <"$work/one")" -v b="$(median <"$work/other")" -v n="$name" -v o="$other_name" \
        'BEGIN { printf "%s: %d ms, %s: %d ms (%.2f x)\n", n, a, o, b, b ? a / b : 0 }'
}

say "$NOTES notes of 3 kB for each program"
benches/beside/notes.py "$NOTES" "$work/notes"
"$PLENAIR" --data-dir "$work/store" import "$work/notes/markdown" >/dev/null
zim --index "$work/notes/zim" >/dev/null 2>&1 || true
nproc
sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -1

open_screen
readonly OURS="plenair=$PLENAIR --data-dir $work/store"
say 'start, memory and rest'
benches/beside/window.py start "$ROUNDS" "$OURS" "cherrytree=cherrytree $work/notes/notes.ctb" \
    "zim=zim --standalone $work/notes/zim" "bare=$BARE"
say 'key to pixel'
benches/beside/window.py keys 3 "$OURS" "cherrytree=cherrytree $work/notes/notes.ctb" \
    "zim=zim --standalone $work/notes/zim" "bare=$BARE"

say 'search, whole process'
beside plenair "$PLENAIR --data-dir $work/store search vertrouwen" rg "rg -i vertrouwen $work/notes/markdown"
# Nothing is removed between the turns: ext4 goes around the places of files that were removed minutes ago, and both would mostly
# wait for that.
say 'export, whole process, with its sync'
beside plenair "$PLENAIR --data-dir $work/store export --all --format markdown-folder --output $work/out-\$ROUND" \
    'cp -r' "cp -r $work/out-\$ROUND $work/copy-\$ROUND"
if command -v joplin >/dev/null; then
    say 'bringing the notes in, and handing them out, once beside Joplin'
    TURNS=1 beside plenair "$PLENAIR --data-dir $work/brought import $work/notes/markdown" \
        joplin "joplin --profile $work/joplin import --format md $work/notes/markdown"
    TURNS=1 beside plenair "$PLENAIR --data-dir $work/brought export --all --format markdown-folder --output $work/handed" \
        joplin "joplin --profile $work/joplin export --format md $work/joplin-handed"
fi
