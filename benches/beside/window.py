#!/usr/bin/python3
"""Measures windows side by side: how soon the first one is painted, what memory it holds, what it costs while nothing
happens, and how long a key takes to reach the screen.

usage: window.py start|keys ROUNDS NAME=COMMAND [NAME=COMMAND ...]

The programs take turns, so that whatever else the machine does hits all of them. Prints the medians, and each as a ratio
of the last one named. A COMMAND is a line for the shell. Needs an X display with a window manager, and python3-xlib.
"""

import os
import re
import shlex
import signal
import statistics
import subprocess
import sys
import time

from Xlib import X, XK, display
from Xlib.error import XError
from Xlib.ext import xtest

PATIENCE = 30.0  # seconds for a window to appear
SETTLES = 12.0  # seconds until a started program is left alone
IDLE = float(os.environ.get("IDLE", "10"))  # seconds of doing nothing
KEYS = 60  # keys in a round
LOST = 1.5  # seconds after which a key is given up
PIXELS = (0, 20, 900, 400)  # what is watched of the screen: left, top, width, height
CLICK = (600, 400)  # where the text is


class Program:
    """A program that was started, with all its processes."""

    def __init__(self, screen, command):
        self.screen = screen
        before = set(self.windows())
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            shlex.split(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.painted_after, self.window = self.wait_for_paint(before)

    def windows(self):
        """The windows of a size that somebody would work in."""
        found, waiting = [], [(self.screen.screen().root, 0)]
        while waiting:
            parent, depth = waiting.pop()
            try:
                for child in parent.query_tree().children:
                    size = child.get_geometry()
                    is_seen = child.get_attributes().map_state == X.IsViewable
                    if is_seen and size.width > 400 and size.height > 300:
                        found.append(child.id)
                    if depth < 2:
                        waiting.append((child, depth + 1))
            except XError:
                continue
        return found

    def wait_for_paint(self, before):
        while time.perf_counter() - self.began < PATIENCE:
            for window in set(self.windows()) - before:
                if self.colours(window) > 3:
                    return time.perf_counter() - self.began, window
        self.end()
        sys.exit(f"no window within {PATIENCE:.0f} s")

    def colours(self, window):
        try:
            drawable = self.screen.create_resource_object("window", window)
            size = drawable.get_geometry()
            image = drawable.get_image(0, 0, min(size.width, 600), min(size.height, 400), X.ZPixmap, 0xFFFFFFFF)
            return len({image.data[at : at + 4] for at in range(0, len(image.data), 4 * 37)})
        except XError:
            return 0

    def processes(self):
        for entry in filter(str.isdigit, os.listdir("/proc")):
            try:
                if os.getsid(int(entry)) == self.process.pid:
                    yield entry
            except OSError:
                continue

    def anonymous_memory(self):
        """In MB: what the program made itself, without the files and libraries that it maps."""
        total = 0
        for process in self.processes():
            with open(f"/proc/{process}/status", encoding="utf-8") as status:
                total += int(re.search(r"RssAnon:\s+(\d+)", status.read())[1])
        return total / 1024

    def ticks(self):
        total = 0
        for process in self.processes():
            with open(f"/proc/{process}/stat", encoding="utf-8") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        return total

    def idle_share(self):
        """In per cent of a processor."""
        before = self.ticks()
        time.sleep(IDLE)
        return (self.ticks() - before) / os.sysconf("SC_CLK_TCK") / IDLE * 100

    def end(self):
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)


def start(screen, command):
    program = Program(screen, command)
    time.sleep(SETTLES)
    figures = {
        "first frame, ms": program.painted_after * 1000,
        "own memory, MB": program.anonymous_memory(),
        "idle, %": program.idle_share(),
    }
    program.end()
    return figures


def keys(screen, command):
    program = Program(screen, command)
    time.sleep(SETTLES)
    root = screen.screen().root
    press_button(screen, root, *CLICK)
    time.sleep(1)
    taken = [taken_by_key(screen, root) for _ in range(KEYS)]
    program.end()
    seen = [time_taken for time_taken in taken if time_taken is not None]
    if len(seen) * 2 < KEYS:
        sys.exit(f"{command}: {len(seen)} of {KEYS} keys were seen on the screen")
    return {"key to pixel, ms": statistics.median(seen) * 1000, "keys seen": len(seen)}


def press_button(screen, root, left, top):
    root.warp_pointer(left, top)
    screen.sync()
    for kind in (X.ButtonPress, X.ButtonRelease):
        xtest.fake_input(screen, kind, 1)
    screen.sync()


def grab(root):
    return root.get_image(*PIXELS, X.ZPixmap, 0xFFFFFFFF).data


def taken_by_key(screen, root):
    """How long one letter takes to change the picture, in seconds; none when it does not."""
    before = still(root)
    letter = screen.keysym_to_keycode(XK.XK_m)
    began = time.perf_counter()
    xtest.fake_input(screen, X.KeyPress, letter)
    xtest.fake_input(screen, X.KeyRelease, letter)
    screen.flush()
    while time.perf_counter() - began < LOST:
        if grab(root) != before:
            return time.perf_counter() - began
    return None


def still(root):
    """The picture once it does not change any more; a caret that blinks does so slowly enough."""
    before = grab(root)
    for _ in range(200):
        time.sleep(0.01)
        now = grab(root)
        if now == before:
            break
        before = now
    return before


def main():
    if len(sys.argv) < 4 or sys.argv[1] not in ("start", "keys"):
        sys.exit(__doc__)
    measure = {"start": start, "keys": keys}[sys.argv[1]]
    programs = [argument.split("=", 1) for argument in sys.argv[3:]]
    figures = {name: [] for name, _ in programs}
    screen = display.Display()
    for _ in range(int(sys.argv[2])):
        for name, command in programs:
            figures[name].append(measure(screen, command))
    last = programs[-1][0]
    for name, rounds in figures.items():
        told = []
        for what in rounds[0]:
            median = statistics.median(one[what] for one in rounds)
            beside = statistics.median(one[what] for one in figures[last])
            ratio = f" ({median / beside:.2f} x)" if beside and name != last else ""
            told.append(f"{what} {median:.1f}{ratio}")
        print(f"{name}: " + ", ".join(told))


if __name__ == "__main__":
    main()
