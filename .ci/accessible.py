"""Uses Plenair as a screen reader does: over AT-SPI, and with keys. No pointer, no pictures.

Walks along every screen and fails on anything that can have the focus but has no name, and on a screen without a heading.
Then does a task: opens a session by its row, writes a line, gives it a trend, exports the session; what is in the notes and
in the file is what counts.

Usage: accessible.py BINARY WORK, where $PLENAIR_DATA_DIR holds the example day with its notes. WORK is a folder to write in.
It never waits a fixed time: it looks until what it waits for is there.
"""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PATIENCE = 120.0
"""So many seconds is one thing waited for; a busy machine needs them, a quick one does not."""

PAUSE = 0.1
"""Between two looks, in seconds."""

LINE = "Wat de balie hoort moet ook bij de wijk komen"
SESSION = "Uitdagingen lokaal veiligheidsbeleid"
TREND = "toezicht"


class Failed(Exception):
    """Something is not as it has to be, in words."""


class Words:
    """The words on the screen, by the names that they have in the source, so that they can be changed without this."""

    def __init__(self, file):
        pairs = re.findall(r"^([a-z][\w-]*) = (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        self.words = dict(pairs)

    def __getitem__(self, name):
        return self.words[name]


class Node:
    """One node of the tree, as it was when it was looked at."""

    def __init__(self, accessible, depth):
        self.accessible = accessible
        self.depth = depth
        self.name = accessible.get_name() or ""
        self.role = accessible.get_role_name() or ""
        self.states = accessible.get_state_set()

    def has(self, state):
        return self.states.contains(state)

    def __str__(self):
        states = " ".join(state.value_nick for state in self.states.get_states())
        return f"{'  ' * self.depth}{self.role} {self.name!r} {states}"

    def press(self):
        """Does what its first action is: a click, for everything that can be clicked."""
        if not self.accessible.get_action_iface().do_action(0):
            raise Failed(f"cannot be pressed: {self}")

    def focus(self):
        if not self.accessible.get_component_iface().grab_focus():
            raise Failed(f"takes no focus: {self}")

    def text(self):
        text = self.accessible.get_text_iface()
        if text is None:
            raise Failed(f"has no text for a screen reader: {self}")
        return text.get_text(0, text.get_character_count())

    def caret(self):
        return self.accessible.get_text_iface().get_caret_offset()


class Window:
    """The window of the program, seen from the other side of the accessibility bus."""

    def __init__(self, binary, words):
        self.binary = binary
        self.words = words
        self.process = subprocess.Popen([binary, "--lang", "nl"], stdin=subprocess.DEVNULL)
        self.application = None

    def look(self):
        """The nodes of the window, outer ones first, each asked for when it is needed."""
        if self.process.poll() is not None:
            raise Failed(f"the program ended with code {self.process.returncode}")
        if self.application is None:
            self.application = self.find_application()
        return walk(self.application, 0) if self.application is not None else iter(())

    def find_application(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is not None and application.get_name() == Path(self.binary).name:
                # What is remembered on this side may be old; each look asks the program itself.
                application.set_cache_mask(Atspi.Cache.NONE)
                return application
        return None

    def wait(self, what, found):
        """Looks until `found`, given the nodes, gives something; gives that."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                result = found(self.look())
                if result:
                    return result
            except GLib.Error as error:
                # The node went away between two questions about it.
                print(f"accessible: looking again ({error.message})")
            time.sleep(PAUSE)
        seen = "\n".join(str(node) for node in self.look())
        raise Failed(f"waited {PATIENCE:.0f} s in vain for {what}. What there was:\n{seen}")

    def node(self, name, role=None, state=None):
        """The first node with this name, or one that the name matches whole as a pattern."""
        pattern = name if isinstance(name, re.Pattern) else re.compile(re.escape(name))

        def is_it(node):
            is_named = role in (None, node.role) and pattern.fullmatch(node.name)
            return is_named and (state is None or node.has(state))

        return self.wait(
            f"{role or 'something'} named {pattern.pattern!r}",
            lambda nodes: next(filter(is_it, nodes), None),
        )

    def gone(self, name):
        """Looks until nothing has this name any more."""
        self.wait(f"{name!r} to go away", lambda nodes: all(node.name != name for node in nodes))

    def all_nodes(self):
        """Every node, as they are in one look."""
        return self.wait("every node", list)

    def close(self):
        key("alt+F4")
        if self.process.wait(timeout=PATIENCE) != 0:
            raise Failed(f"the program ended with code {self.process.returncode}")

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def lines(self):
        """The texts of the third session as the command line has them, one on a line."""
        command = [self.binary, "lines", "--day", "netwerkdag", "--session", "3"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def walk(accessible, depth):
    yield Node(accessible, depth)
    for index in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(index)
        if child is not None:
            yield from walk(child, depth + 1)


def key(*chords):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *chords], check=True)


def type_text(text):
    subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "30", text], check=True)


def until(what, is_so):
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            raise Failed(f"waited {PATIENCE:.0f} s in vain for {what}")
        time.sleep(PAUSE)


def examine(window, screen):
    """Fails on a node that can have the focus but has no name, and on a screen without a heading."""
    nodes = window.all_nodes()
    focusable = [node for node in nodes if node.has(Atspi.StateType.FOCUSABLE)]
    unnamed = [node for node in focusable if not node.name.strip()]
    if os.environ.get("PLENAIR_SHOW_TREE"):
        print("\n".join(str(node) for node in nodes))
    print(f"accessible: {screen}: {len(nodes)} nodes, {len(focusable)} can have the focus, {len(unnamed)} without a name")
    if not focusable:
        raise Failed(f"{screen}: nothing can have the focus")
    if unnamed:
        raise Failed(f"{screen}: without a name\n" + "\n".join(str(node) for node in unnamed))
    frames = [node for node in nodes if node.role == "frame"]
    if not all(node.name for node in frames):
        raise Failed(f"{screen}: the window itself has no name")
    if not any(node.role == "heading" and node.name for node in nodes):
        raise Failed(f"{screen}: no heading")


def walk_along_screens(window):
    """Every screen, opened with keys or from a menu, and left with Esc."""
    words = window.words
    for screen, chord, name in [
        ("trends", "alt+2", "view-trends"),
        ("overview", "alt+3", "view-overview"),
        ("people", "alt+4", "view-people"),
        ("days", "alt+5", "view-days"),
        ("search", "ctrl+shift+f", "view-search"),
    ]:
        key(chord)
        window.node(words[name], "landmark")
        examine(window, screen)

    key("alt+2")
    window.node(words["view-trends"], "landmark")
    window.node(re.compile(r"De basis op orde: toezicht en handhaving, \d+ regels"), "toggle button").press()
    window.node(words["trend-back"])
    examine(window, "trend")
    to_note(window)

    dialogs = [
        ("settings", "ctrl+comma", words["settings-heading"]),
        ("export", "ctrl+shift+e", words["export-dialog-heading"]),
        ("help", "F1", words["help-about"]),
        ("session", "F2", words["session-form-heading"]),
        ("open", "ctrl+o", words["open-explanation"]),
        ("bring in notes", "ctrl+shift+i", words["notes-explanation"]),
        ("go to", "ctrl+k", words["finder-hint"]),
    ]
    for screen, chord, mark in dialogs:
        key(chord)
        window.node(mark)
        examine(window, screen)
        key("Escape")
        window.gone(mark)

    for screen, name, mark in [
        ("main menu", "menu-main", "command-trash"),
        ("session menu", "menu-session", "command-history"),
    ]:
        window.node(words[name], "push button").press()
        window.node(words[mark])
        examine(window, screen)
        key("Escape")
        window.gone(words[mark])

    for screen, menu, name, mark in [
        ("where my notes are", "menu-main", "command-whereabouts", "whereabouts-explanation"),
        ("participants", "menu-main", "command-participants", "participants-explanation"),
        ("trash", "menu-main", "command-trash", "trash-explanation"),
        ("keep or erase the day", "menu-main", "command-erase-day", "hold-explanation"),
        ("earlier versions", "menu-session", "command-history", "history-explanation"),
    ]:
        window.node(words[menu], "push button").press()
        window.node(words[name], "push button").press()
        window.node(words[mark])
        examine(window, screen)
        key("Escape")
        window.gone(words[mark])

    for screen, name in [("walk through the day", "view-unfinished"), ("reading", "view-reading")]:
        window.node(words["menu-main"], "push button").press()
        window.node(words[name], "push button").press()
        window.node(words[name], "landmark")
        examine(window, screen)
        to_note(window)

    key("ctrl+shift+o")
    window.node(words["preview-text"], "entry")
    examine(window, "preview")
    key("Escape")
    window.node(words["note"], "entry")


def to_note(window):
    key("alt+1")
    window.node(window.words["note"], "entry")


def do_task(window, work):
    """Opens a session by its row, writes a line, gives it a trend, exports the session."""
    words = window.words
    window.node(re.compile(rf"3, {SESSION}, dr\. Julien van Ostaaijen, \d+ regels.*")).press()
    window.node(SESSION, "heading")
    note = window.node(words["note"], "entry")
    before = note.text()
    note.focus()
    note = window.node(words["note"], "entry", Atspi.StateType.FOCUSED)
    key("ctrl+End", "Return")
    type_text(LINE)

    def has_line():
        note = window.node(words["note"], "entry")
        return note.text() == f"{before}\n{LINE}" and note.caret() == len(note.text())

    until("the typed line and the caret behind it, in the text of the note", has_line)
    window.node(re.compile(rf"#{TREND}\b.*"), "push button").press()
    tagged = f"{LINE} #{TREND}"
    until("the trend in the text of the note", lambda: tagged in window.node(words["note"], "entry").text())
    until("the line on the disk", lambda: tagged in window.lines())

    file = work / "onderdeel.md"
    key("ctrl+shift+e")
    window.node(words["export-session-only"]).press()
    window.node(words["format-markdown"], "radio button").press()
    window.node(words["format-markdown"], "radio button", Atspi.StateType.CHECKED)
    field = window.node(words["path"], "entry")
    field.focus()
    window.node(words["path"], "entry", Atspi.StateType.FOCUSED)
    key("ctrl+a")
    type_text(str(file))
    until("the path in its field", lambda: window.node(words["path"], "entry").text() == str(file))
    window.node(words["export-dialog-now"], "push button", Atspi.StateType.ENABLED).press()
    window.node(re.compile(rf"Geëxporteerd naar {re.escape(str(file))}.*"))
    exported = file.read_text(encoding="utf-8")
    if LINE not in exported or "Ambities" in exported:
        raise Failed(f"not what was asked for is in {file}:\n{exported}")
    print("accessible: a session opened, a line written, tagged and exported")


def turn_on():
    """Tells programs that somebody listens, as a screen reader does."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        bus.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
            value, None, Gio.DBusCallFlags.NONE, -1, None,
        )


def main(binary, work):
    # A busy machine answers late, and an answer that is late is no other answer.
    Atspi.set_timeout(10_000, 30_000)
    turn_on()
    words = Words(Path(__file__).parent.parent / "assets/i18n/nl.ftl")
    window = Window(binary, words)
    try:
        window.node(words["note"], "entry")
        examine(window, "note")
        walk_along_screens(window)
        do_task(window, work)
        window.close()
    except (Failed, subprocess.SubprocessError) as failure:
        print(f"accessible: FAILED: {failure}", file=sys.stderr)
        return 1
    finally:
        window.kill()
    print("accessible: all is well")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
