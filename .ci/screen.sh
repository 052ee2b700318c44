# A virtual screen with a window manager, and what scripts need to use a window on it. To be sourced, not run.
#
# Needs Xvfb, openbox and xdotool. The one who sources this gets a folder $work, empty but for the logs, and everything that was
# started is ended with the script.
# shellcheck shell=bash

readonly PATIENCE=60

# The display of whoever runs this must not be typed on.
unset DISPLAY WAYLAND_DISPLAY WAYLAND_SOCKET
export LIBGL_ALWAYS_SOFTWARE=1

work=$(mktemp -d)
readonly work
screen='' manager='' program=''
: >"$work/log"
: >"$work/last"

clean_up() {
    local pid
    for pid in "$program" "$manager" "$screen"; do
        if [[ -n $pid ]]; then
            # A program that was stopped hears nothing before it goes on.
            kill -CONT "$pid" 2>>"$work/log" || true
            kill "$pid" 2>>"$work/log" || true
            wait "$pid" 2>>"$work/log" || true
        fi
    done
    rm -rf "$work"
}
trap clean_up EXIT

# The name of the script that sourced this, without its ending.
subject=$(basename "$0" .sh)
readonly subject

fail() {
    echo "$subject: FAILED: $*" >&2
    cat "$work/log" "$work/last" >&2 || true
    exit 1
}

say() {
    echo "$subject: $*"
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

window_is_active() {
    [[ $(xdotool getactivewindow getwindowname) == Plenair ]]
}

program_has_ended() {
    ! kill -0 "$program"
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

type_text() {
    xdotool type --clearmodifiers --delay 40 "$1"
}
