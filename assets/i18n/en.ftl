### Everything Plenair says, in English. Plain words.

## The screen

programme = Programme
programme-heading = PROGRAMME
from-this-note = From this note
pane-header = Day and views
pane-status = Status
edge-programme = Width of the programme
edge-from-note = Width of From this note
from-this-note-heading = FROM THIS NOTE
trends = Trends
actions = Actions
decisions = Agreements
questions = Questions
quotes = Quotes
figures = Figures
days = Day
now = now
note = Note
note-hint = Type what you hear; it is saved by itself, on this laptop only. An action, agreement or quote? Click a button above or begin with 'action:'.
example-banner = This is an example: network day, 16 March 2023.
session-notes = Notes
session-untitled = Session without a title
session-title-hint = Title of this session
rename-session = Change the title
tag-line-with = Give the line this trend: { $trend }
dismiss = Close the message

no-pictures = A note holds text only, so the picture was not pasted. Keep it as a file, and note here where it is.
choices = { $count ->
    [one] { $count } fits
   *[other] { $count } fit
}
choices-take-first = Tab takes the first
choices-take-chosen = Tab or Enter takes this one

## Kinds and marks

kind-action = Action
kind-decision = Agreement
kind-question = Question
kind-quote = Quote
kind-figure = Figure
mark-star = Important
mark-private = Just for me

## Commands

command-tick = Tick the action
command-next-session = Next session
command-previous-session = Previous session
command-save = Save
command-open-programme = Open programme…
command-bring-in = Bring in notes…
command-paste-programme = Paste programme
command-export = Export…
command-paste-plain = Paste as plain text
command-empty-day = Today: empty day
command-insert-session = New session after this
cancel = Cancel
browse = Browse…
path = File

## Saving

saved-at = Saved { $time }
all-saved = Everything is saved
all-saved-notice = Everything you typed is saved. It happens by itself.
saving = Saving…
not-saved = Not saved.
lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
cannot-start = Your notes cannot be opened
close-window = Close the window

## Programme and export

export-dialog-heading = Export
export-dialog-explanation = A document for colleagues, or for yourself. What is just for you stays out unless you ask for it.
export-what = What
export-day = This day
export-session-only = This session
export-all-days = All days
export-one-trend = One trend
export-one-person = One person
export-whole-day = The whole day
export-format = As
export-report-as = Written as
export-names = Participants by name (else their organisation)
export-folder = Folder
export-is-there = Something is there already.
export-busy = Writing…
export-first-page = The first page
export-goes-on = …and so on.
export-counts = { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
}, { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}
export-name-all-days = all-days
export-name-report = report
export-dialog-private = Also what is just for me ({ $count ->
    [one] { $count } line
   *[other] { $count } lines
})
export-dialog-overwrite = Replace it
export-dialog-now = Export
open-exported = Open
show-folder = Show folder
export-again = Again…
format-markdown = Markdown
format-markdown-use = one file of plain text
format-markdown-folder = Folder of notes
format-markdown-folder-use = for Obsidian and Joplin
format-report = Report
format-report-use = what matters, to pass on
format-html = Web page
format-html-use = reads and prints anywhere
format-docx = Word
format-docx-use = with headings, lists and tables
format-odt = LibreOffice
format-odt-use = the same, as .odt
format-csv = Tables
format-csv-use = actions, figures and lines for Excel
format-json = JSON
format-json-use = everything, also to be read in again
command-print = Print
command-copy-session = Copy session for Outlook/Word
command-copy-lines = Copy lines for Outlook/Word
command-copy-report = Copy report for Outlook/Word
printed = The day is in your browser. Press Ctrl+P in the browser.{ $private ->
    [0] {""}
    [one] { " " }{ $private } line just for me left out.
   *[other] { " " }{ $private } lines just for me left out.
}
not-opened = { $path } cannot be opened: no program was found for it.
copied = Copied for Outlook and Word: { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}{ $private ->
    [0] .
   *[other] , { $private } just for me left out.
}
copied-plain = Copied as Markdown, as formatting is not taken here: { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}{ $private ->
    [0] .
   *[other] , { $private } just for me left out.
}
copied-nothing = Nothing was copied.{ $private ->
    [0] {""}
    [one] { " " }{ $private } line is just for me.
   *[other] { " " }{ $private } lines are just for me.
}
copy-private-too = Copy those too
exported = Exported to { $path }: { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
}, { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}{ $private ->
    [0] .
   *[other] , { $private } just for me left out.
}

## Without a screen

no-display = There is no screen to open a window on; everything works from the command line too: plenair --help
window-failed = The window cannot be opened ({ $cause }); everything works from the command line too: plenair --help
window-no-answer = Another Plenair window has these notes open, but does not answer. Close that window and try again.
window-draws-nothing = The window cannot be drawn here, neither with OpenGL nor with Vulkan, DirectX or Metal ({ $cause }); everything works from the command line too: plenair --help
## The command line

cli-sessions = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}
cli-cancelled = no longer on the programme
cli-no-days = There are no days yet.
cli-no-lines = No lines found.
cli-no-trends = No trends noted yet.
cli-no-hits = Nothing found.
cli-noted = { $count ->
    [one] Noted at { $place }
   *[other] { $count } lines noted at { $place }
}
cli-nothing-to-note = Nothing was noted: the text is empty.
cli-nothing-to-note-hint = Put the text in quotation marks behind the command, or give it on standard input.
cli-demo-added = The example day now has { $count ->
    [one] { $count } example line
   *[other] { $count } example lines
}.
cli-demo-already = The example day has notes already; nothing has changed.
cli-imported = Saved as { $slug }: { $sessions }.
cli-notes-imported = { $title }: { $sessions }, { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}. Added as { $slug }.
cli-notes-not-imported = { $title }: { $sessions }, { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}. Not added yet.
cli-not-imported = Not saved: this was a dry run ({ $sessions }).
cli-passed-over = Passed over:
cli-passed-over-piece = { $name } ({ $reason })
cli-passed-other-kind = not Markdown
cli-passed-hidden = hidden
cli-passed-hidden-count = { $count ->
    [one] { $count } hidden file
   *[other] { $count } hidden files
}
cli-passed-no-file = a link and not a file
cli-left-out = Not understood, and so left out:
cli-left-out-piece = line { $line }: { $text } ({ $reason })
cli-check-well = All is well: { $path }, { $bytes } bytes, schema { $schema }.
cli-check-problems = { $count ->
    [one] There is { $count } problem
   *[other] There are { $count } problems
} in { $path }:

## What can go wrong, and what to do then

problem-locked = Your notes in { $subject } are in use: another Plenair window is writing there.
hint-locked = Go on in that window, or close it and try again. Reading and exporting do work.
problem-folder = The folder { $subject } cannot be used: { $cause }.
hint-folder = See whether the folder exists and whether you may write in it, or choose another folder with --data-dir.
problem-too-new = Your notes were made with a newer version of Plenair: { $cause }.
hint-too-new = Install the newest version of Plenair. Nothing in your notes has changed.
problem-unknown-day = There is no day called "{ $subject }".
hint-unknown-day = See with "plenair days" which days there are; the first letters of the name are enough.
problem-ambiguous-day = There is more than one day whose name starts with "{ $subject }".
hint-ambiguous-day = Give some more letters of the name; "plenair days" shows all names.
problem-unknown-session = This day has no session "{ $subject }".
hint-unknown-session = Give the number of the session on the programme; "plenair show" shows the numbers.
problem-stale = The note was changed elsewhere in the meantime, so this version was not saved.
hint-stale = Copy what you just typed, open the day again and paste it back.
problem-disk-full = The disk is full, so nothing was written: { $cause }.
hint-disk-full = Make some room and try again. What was saved before is still there.
problem-read-only = Your notes cannot be opened or cannot be changed: { $cause }.
hint-read-only = See whether you may write in the folder with your notes, and whether the disk is read-only.
problem-damaged = The file with your notes is damaged: { $cause }.
hint-damaged = First copy the whole folder with your notes, and leave the file alone; "plenair check" says what is wrong.
problem-disk = Reading or writing your notes did not work: { $cause }.
hint-disk = Try again. If it happens once more, see with "plenair check" whether your notes are whole.
problem-worker-gone = Plenair can no longer save: the part that keeps your notes has stopped.
hint-worker-gone = Copy what you just typed and start Plenair again. What was saved before is still there.
problem-unreadable = { $subject } cannot be read: { $cause }.
hint-unreadable = See whether the name is right, whether it is a file, and whether you may open it.
problem-not-understood = This cannot be understood as a programme. Line { $subject }: { $cause }.
hint-not-understood = See whether this is the right file. Plenair reads text, mail, calendars (.ics), schedules (XML, JSON), tables (CSV, Excel, ODS), web pages, Word and PDF.
problem-cannot-write = { $subject } cannot be written: { $cause }.
hint-cannot-write = Choose another place or another name; the folder must exist and you must be allowed to write in it.
problem-exists = { $subject } exists already, so nothing was written.
hint-exists = Choose another name, or say that the file may be replaced (--overwrite).
problem-own-folder = { $subject } is in the folder { $cause }, where Plenair keeps your notes or backups. Nothing was written.
hint-own-folder = Choose a place outside that folder, for example among your documents.
problem-read-back = What was written for { $subject } did not read back as it should: { $cause }. So there is nothing new there.
hint-read-back = Try again, preferably on another disk; your notes themselves have not changed.
problem-stopped = Stopped.
hint-stopped = Nothing has changed, and nothing of it stays behind.
system-not-found = there is no such file or folder
system-not-allowed = you are not allowed to
system-full = the disk is full
system-read-only = the disk is read-only
system-is-folder = it is a folder
system-no-plain-file = it is not a plain file
system-no-folder = part of the path is not a folder

### Words of an exported document. "%n" is where a number goes.

export-untitled = Untitled
export-from = From
export-theme = Theme
export-organiser = Organiser
export-programme = Programme
export-session = session
export-cancelled = no longer on the programme
export-list = List
export-decision = Agreement
export-question = Question
export-figure = Figure
export-private = just for me
export-overview = Overview
export-actions = Actions
export-decisions = Agreements
export-questions = Questions
export-figures = Figures
export-quotes = Quotes
export-trends = Trends
export-links = Links
export-outcomes = Outcomes
export-hands = Hands
export-pros = For
export-cons = Against
export-ticked = %n of %m
export-number = No
export-time = Time
export-item = Session
export-items = Sessions
export-speaker = Speaker
export-room = Room
export-notes = Notes
export-who = Who
export-due = By
export-trend = Trend
export-line-count = Lines
export-report = Report for colleagues
export-in-short = In short
export-participant = a participant
export-lines-one = %n line
export-lines-other = %n lines
export-private-left-out-one = %n line was left out (just for me).
export-private-left-out-other = %n lines were left out (just for me).

## What is kept

cli-backed-up = Backup made and checked: { $path } ({ $days ->
    [one] { $days } day
   *[other] { $days } days
}, { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
}, { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}).
cli-restored = The backup is back in place: { $days ->
    [one] { $days } day
   *[other] { $days } days
}, { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
}, { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}.
cli-set-aside = What was there before is kept as { $path }.
cli-check-backups = { $count ->
    [0] There are no backups yet.
    [one] There is { $count } backup:
   *[other] There are { $count } backups:
}
folder-synced = Note: this folder is synced by { $name }. That may damage your notes; choose a folder on this laptop itself with --data-dir.
folder-network = Note: this folder is on a network drive ({ $name }). Saving is not certain there; choose a folder on this laptop itself with --data-dir.
problem-missing = Your notes are gone: { $subject } is not there any more. There are backups, in { $cause }.
hint-missing = Put the newest one back with "plenair restore". If you want to start empty instead, move the folder with backups away first.
problem-held = This day is kept up to and including { $subject }, so it cannot be deleted.
hint-held = First take the hold off the day, if you may.
problem-unknown-version = This earlier version of the note is not there any more.
hint-unknown-version = Earlier versions are kept for thirty days; choose another one, or look in a backup.
problem-not-in-trash = This is not in the trash any more.
hint-not-in-trash = Bring its day back first if that was deleted itself. Else it may still be in a backup.
problem-not-a-backup = { $subject } is no backup of Plenair.
hint-not-a-backup = Choose a file that was made with "plenair backup" or by Plenair itself. Nothing in your notes has changed.

## Earlier versions, trash, backups

menu-session = More about this session
menu-main = More
menu-open-day = Open this day
menu-about-trend = All about this trend
menu-search-person = Search in all days
command-history = Earlier versions…
command-trash-session = Session to the trash
command-trash-day = Day to the trash
command-trash = Trash…
command-undo = Undo
command-redo = Redo
command-whereabouts = Where are my notes?
command-erase-day = Keep the day or delete it for good…
close = Close
fetching = Fetching…
busy = One moment…
put-back = Put back
done = Done: { $what }.
op-add-day = day added
op-insert-session = session added
op-rename-session = title changed
op-save-note = note saved
op-restore-version = earlier version brought back
op-trash-session = session to the trash
op-trash-day = day to the trash
op-restore-session = session put back
op-restore-day = day put back
op-erase-day = day deleted for good
op-hold-day = keeping changed
history-explanation = Choose a moment. What stood there then and not now has a minus; what stands there now and not then, a plus.
history-empty = There are no earlier versions of this note yet.
restore-version = Bring back this version
diff-only-then = only then
diff-only-now = only now
trash-explanation = What you throw away stays here for thirty days.
trash-empty = The trash is empty.
whereabouts-explanation = Your notes are on this computer only. The file is not encrypted; the encryption of the disk takes care of that.
whereabouts-file = File
whereabouts-risk = Take care: this folder is synced or shared by { $where }. A file that is in use can be damaged there. Choose another folder with --data-dir.
whereabouts-saved = Last saved
whereabouts-backup = Last backup
whereabouts-no-backup = There is no backup yet. It comes by itself, each hour in which you change something.
prove-restore = Test whether it can be put back
back-up-now = Make a backup now
backed-up-to = Backup made: { $path }
restore-proved = It can be put back: { $days } { $days ->
    [one] day
   *[other] days
}, { $sessions } sessions and { $lines } lines read back.
erase-explanation = Deleting "{ $day }" for good means: out of the file, out of the earlier versions, out of the search. It cannot be undone.
erase-now = Delete for good
erased = The day is deleted; nothing of it can be found in the file.
erased-not-wiped = The day is deleted. Another program is still reading the file; after that the last remains are wiped.
erased-in-backups = { $count ->
    [one] One older backup still holds the day,
   *[other] { $count } older backups still hold the day,
} until { $date } at the latest.
erased-no-backups = No backup holds the day any more.
delete-backups = Delete older backups now
hold = Keep
hold-until = Keep until (such as 31-12-2027)
hold-reason = Why
hold-explanation = For instance while a records request runs. Until that date the day cannot be thrown away or deleted.
set-hold = Keep
end-hold = Keep no longer
held-until = This day is kept up to and including { $date }. { $reason }
read-only = Read only: { $why }
low-on-room = There is hardly any room left on the disk. Deleting and exporting still work.
close-held = Something is not saved yet, so the window stays open. What is wrong is said at the bottom. Close once more to close it all the same.
item-done = ticked
backups-question = Plenair makes a backup by itself every hour. Where may it be?
command-backups-documents = In Documents
command-backups-beside = Beside the notes
backups-folder = Plenair backups
erase-heading = Keep the day or delete it for good
history-heading = Earlier versions
trash-heading = Trash
whereabouts-log = Log file
whereabouts-no-log = There is no log file. Messages about trouble go to the command line and hold no text of your notes.

## Moving lines, the time of a line, a session just for me

command-move-lines = Move to session…
command-line-time = Time of the line…
command-private-session = Whole session just for me
private-session = just for me
status-private = This session is just for me
move-heading = Move to session
move-explanation = { $count ->
    [one] The line goes to the end of the note that you choose.
   *[other] The { $count } lines go to the end of the note that you choose.
} Time and marks stay.
move-filter = Number or title of the session
move-none = No session found.
move-private = This session is just for you. The lines keep that: they get the mark "private".
move-now = Move
moved = { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
} moved to { $to }
taken-back = Undone: { $what }.
op-move-lines = lines moved
op-line-time = time of a line changed
op-private-session = "just for me" of a session changed
time-heading = Time of the line
time-explanation = Noted on { $date }. The date stays.
time-field = Time (hh:mm)
time-wrong = That is no time. Write hours and minutes, such as 14:05. Nothing has changed.
time-now = Change the time
problem-no-sessions = There is no programme in this.
hint-no-sessions = See whether this is the right file, paste the text of the invitation, or begin with an empty day.
problem-no-notes = There are no notes in { $subject }.
hint-no-notes = Choose a folder with Markdown files, or an export of Plenair (.json or .md). A programme is opened with “Open programme…”.
problem-bad-name = “{ $subject }” is not possible here, so nothing has changed.
hint-bad-name = A trend is one word of letters and digits, with - or _ between them; a name and a line are on one line.
problem-lines-gone = Those lines are not in this note any more, so nothing has changed.
hint-lines-gone = Look in the note, or open the day again and choose the lines once more.

# What of a programme file was not taken over, or may surprise
left-out-no-title = no title
left-out-around-programme = not part of the programme
left-out-malformed = not written as this kind of file has it
left-out-outside-days = outside the days of the event
left-out-dangling = names something that is not there
left-out-too-many = more than a programme can have
warning-time = The time "{ $subject }" was not understood; that session has no time now.
warning-date = The date "{ $subject }" was not understood; that session has no date now.
warning-end-before-start = "{ $subject }" would end before it starts; its end was left out.
warning-time-zone = The time zone "{ $subject }" is not known; times are as they are written.
warning-cut-short = The file stops halfway (at { $subject }); what comes before was read.
warning-one-of-several = The file has more than one; "{ $subject }" was read.
warning-same-id = Several sessions have the id "{ $subject }"; all of them are here.
warning-repetition = Repetitions of "{ $subject }" outside the days of the event were left out.
warning-twelve-hours = A clock of twelve hours without am or pm: from "{ $subject }" on, afternoon was understood.
warning-encoding = Some letters could not be read ({ $subject }).

# The note: lines, the menu of a line, finding and replacing
kind-remark = remark
kind-heading = heading
command-bold = Bold
command-italic = Italic
command-move-up = Line up
command-move-down = Line down
command-duplicate = Duplicate the line
command-delete-line = Delete the line
command-indent = Indent the line
command-outdent = Outdent the line
command-line-menu = Menu of this line
command-find = Find in this note
command-replace = Find and replace in this note
command-times = Show or hide the times beside the note
line-number = Line { $line }
noted-later = noted later
line-menu = This line
chip-no-such-date = no such date
chip-share = { $value } of { $of } = { $percent } %
chip-number = = { $value }
chip-from-whom = from whom?
chip-figure = figure?
chip-name = Understood in line { $line }: { $what }
chip-tip = This is how it was understood. Click if it is something else.
mend-due = Due date
mend-not-due = Not a due date
mend-no-figure = Not a figure
mend-figure = This is a figure
mend-other-person = Somebody else…
find-field = Find
find-replacement = Replace by
find-count = { $at } of { $count }
find-nothing = not found
find-previous = Previous place
find-next = Next place
find-close = Close the search
find-replace = Replace
find-replace-all = Replace all

## Main points, to take home, spoke with, lists

command-footer = Main points and what to take home
command-make-plain-list = Numbered lines: make a list of points
command-make-discussion-list = Numbered lines: make a list of points to discuss
command-make-trend-list = Numbered lines: make a list of trends
main-points = Main points
main-point = Main point { $number }
take-home = To take home
take-home-hint = What do you bring back to your colleagues?
spoke-with = Spoke with
contact-name = Name
contact-organisation = Municipality or organisation
contact-about = What about
contact-follow-up = What comes next
list-ticked = List: { $ticked } of { $points }
point-ticked = ticked
point-not-ticked = not ticked
point-more = { $point }: remark and more
point-remark = Remark
point-short = Shorter name
point-outcome = Outcome
point-for = Arguments for, one a line
point-against = Arguments against, one a line
points-gone = No longer in the list
rating-not = not
rating-sometimes = at times
rating-strong = strongly
hands-agree = agree
hands-disagree = disagree
hands-unsure = not sure
make-list = Make a list of these?
extend-list = Add to the list?
extend-list-now = Add
list-of-points = Points
list-of-discussion = Discussion
list-of-trends = Trends
no-list = No list

## Go to, and the way back

command-go-to = Go to…
command-now = To what is on now
command-back = Back to the note before
command-forward = Forward to the note after
command-next-pane = To the next part of the window
command-previous-pane = To the part of the window before
command-note-only = Note only
command-help = Help
panels-again = Show the panels again
finder-hint = Session, command, trend, person or line
finder-within = In { $name }
finder-nothing = Nothing found. Fewer letters find more.
finder-found = { $count } found
finder-keys = ↑ ↓ choose · Enter open · Esc back
finder-tags-line = tags this line
finder-shows-lines = shows { $count } lines
finder-shows-places = shows { $count } places
finder-opens = opens { $place }
finder-goes-to-line = to the line in { $place }
finder-session = session
finder-command = command
finder-trend = trend
finder-person = person
finder-line = line
offer-now = On now by the programme: { $session }
help-explanation = Type what you hear; it is saved by itself. Everything below can also be done with a button, in a menu or by 'Go to…'.
help-lines = How a line is written
help-line-words = Dutch and English words both work at all times, with and without capitals.
help-text = The text
help-going = Finding your way
help-rest = More
help-trend = Trend
help-person = Person
help-person-forms = @name   @[Full Name]
help-own-words = or a line in quotation marks
help-needs-number = with a number in it
help-undo = Undo, in the note
help-redo = Redo, in the note
help-zoom = Larger, smaller, as it was
help-complete = Take the completion
help-leave = Close a dialog or a list
help-kind-heading = Heading
help-marking = Giving the line a kind or a mark

## A programme with many sessions
command-star-session = Star this session
command-find-session = Find in the programme
star-of = Star: { $title }
star-give = Give it a star
star-take = Take the star away
next = next
session-cancelled = no longer on the programme
session-clashes = at the same time as { $titles }
slot-without-time = without a time
gap = { $minutes } min
day-number = Day { $number }
until-time = until { $time }
programme-filter = Find a title, speaker, room or track
filter-starred = Only with a star
filter-day = Day
filter-days = All days
filter-room = Room
filter-rooms = All rooms
filter-track = Track
filter-tracks = All tracks
filter-count = { $shown } of { $total } sessions
filter-hides-open = The open session is not among them.
filter-clear = Show all

## Opening, pasting and checking a programme

open-explanation = Choose an invitation or programme: text, mail, calendar (.ics), web page, spreadsheet, Word, PDF or a file of a programme site. You first see what was understood of it; nothing is saved yet.
open-by-dropping = You can also drag a file onto the window.
open-no-dropping = Dragging a file onto the window is not possible on this system (Wayland). Choose it here, or paste its path.
open-reading = Reading the file…
open-now = Open
drop-here = Let go to open this programme or these notes

# Bringing in notes.
notes-explanation = Choose a folder of Markdown notes (of Plenair, Obsidian or Joplin), a Markdown file, or an export of Plenair (.json or .md). You first see what is in it; nothing is saved yet.
notes-by-dropping = You can also drag a folder or file onto the window.
notes-path = Folder or file
notes-choose-folder = Choose folder…
notes-choose-file = Choose file…
notes-reading = Reading the notes…
notes-look = Have a look
notes-now = { $count ->
    [one] Bring in 1 day
   *[other] Bring in { $count } days
}
notes-found = { $days ->
    [one] 1 day
   *[other] { $days } days
}, { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
}, { $lines ->
    [one] 1 line
   *[other] { $lines } lines
}
notes-beside = Everything is added as new days. What you already have stays as it is.
notes-passed-other-kind = Left out, because it is no Markdown: { $count } ({ $names })
notes-passed-hidden = Left out, because it is hidden: { $count } ({ $names })
notes-passed-no-file = Left out, because it is a link and no file: { $count } ({ $names })
notes-brought-in = Brought in: { $days ->
    [one] 1 day
   *[other] { $days } days
}, { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
}, { $lines ->
    [one] 1 line
   *[other] { $lines } lines
}.
day-untitled = Untitled day
preview-heading = Check the programme
preview-save = Save
preview-save-new = Save as a new day
preview-update = Update this day
preview-text = Text of the programme
preview-items = Sessions
preview-paste-here = Paste or type the invitation or the programme here. What is understood of it appears beside it.
preview-count = { $items ->
    [one] { $items } session
   *[other] { $items } sessions
}{ $untimed ->
    [0] {""}
   *[other] , { $untimed } without a time
}{ $left ->
    [0] {""}
    [one] , { $left } line not understood
   *[other] , { $left } lines not understood
}
preview-comes-here = What is understood of the text appears here.
preview-none = There is no programme in here, as far as can be seen. Make sessions yourself, or paste another text.
preview-wrong = Session { $number } has a time or date that cannot be understood. Write 14:05 and 2023-03-16.
preview-wrong-date = The date of the day cannot be understood. Write 16-3-2023 or 16 March 2023, for example.
preview-leaving = What you corrected is not saved. Leave all the same? Esc once more leaves.
preview-leave = Leave without saving
preview-stay = Stay here
preview-day-title = Title of the day
preview-date = Date (such as 31-12-2027)
preview-place = Place
preview-title = Title
preview-start = Start
preview-end = End
preview-item-date = Date of the session
preview-speakers = Speakers, with a semicolon in between
preview-kind = Kind
preview-no-time = no time
preview-split = Split, in the title at the cursor
preview-join = Join with the next one
preview-up = Up
preview-down = Down
preview-add-after = New session after this
preview-add = Make a session yourself
preview-delete = Take out this session
preview-undo = Last step back
preview-left-out-of = { $name }: not understood
preview-all-understood = Everything that looks like a session was understood.
preview-of-item = part of session { $number }
preview-not-an-item = This is not a session
preview-make-item = Make a session of this
preview-text-fixed = The text is fixed, because you corrected sessions.
preview-start-over = Edit the text again (corrections are lost)

# A newer programme in a day
update-day = The day: { $changes }
update-changed = Changed: { $title } · { $changes }
update-moved = Moved: { $title }
update-new = New: { $title }
update-renamed = Another title: { $title } goes on as { $newer }, with { $lines }
update-stays = No longer on the programme: { $title } · { $lines }, stays
update-goes = No longer on the programme: { $title } · to the trash
update-back = on the programme again
cli-update-maybe = Perhaps, and only the window takes it over: { $what }
cli-update-none = Nothing has changed.
cli-updated = The day is updated: { $slug }.
cli-not-updated = This was a trial; nothing was updated.
op-update-day = programme updated
op-move-session = session moved
op-change-session = session changed
op-join-sessions = sessions joined
op-tie-session = session goes on under another title
fact-title = title
fact-subtitle = subtitle
fact-abstract = another abstract
fact-kind = kind
fact-date = date
fact-day = day
fact-times = time
fact-speakers = speakers
fact-room = room
fact-track = track
fact-parallel = round
fact-lists = another list
fact-cancelled = no longer on the programme
fact-place = place
fact-timezone = time zone
session-kind-registration = registration
session-kind-opening = opening
session-kind-talk = talk
session-kind-panel = panel
session-kind-workshop = workshop
session-kind-break = break
session-kind-lunch = lunch
session-kind-social = social
session-kind-closing = closing
session-kind-other = other


# Updating the programme, sessions by hand
command-update = Update the programme…
command-session-up = Session up
command-session-down = Session down
command-words = Change the words of the line
command-session-form = Time, room and more of this session…
command-join = Join with…
command-tie = Goes on as another session…
session-gone = no longer on the programme
update-file-explanation = Choose the file with the new programme. You first see what is different; your notes stay.
update-compare = Compare
update-explanation = This is different in the new programme. What is ticked is taken over. Notes, stars and lists stay with their session.
update-none = Nothing is different from the programme that is there.
update-unchanged = { $count ->
    [one] { $count } session stays as it is.
   *[other] { $count } sessions stay as they are.
}
update-now = Update
session-form-heading = What is known of this session
session-form-explanation = All but the title may stay empty.
session-form-title = Title
session-form-times = Start and end, such as 9.30-10.15
session-form-date = Date, where it is not that of the day
session-form-room = Room
session-form-speakers = Speakers, one a line: name · role
session-form-kind = Kind
session-form-wrong-times = Those are no times. Write them as in 9.30-10.15. Nothing was changed.
session-form-wrong-date = That is no date. Write it as in 16-3-2023. Nothing was changed.
session-form-now = Change
join-heading = Join with
join-explanation = The note of the session that you choose comes behind this one. That session goes to the trash.
join-now = Join
tie-heading = Goes on as
tie-explanation = This session gets the title, the time and the place of the session that you choose. Its note stays; what was noted there comes behind it.
tie-now = Tie

# Participants
command-participants = Participants…
op-participants = list of participants changed
op-rename-trend = trend renamed
op-merge-trends = trends merged
op-alias-trend = other names of a trend changed
op-delete-trend = trend deleted
op-rename-person = names merged
op-change-lines = lines changed
participants-heading = Participants
participants-explanation = Paste the list: name, organisation and function, one a line or as a table. The names come under @; e-mail addresses are not taken over.
participants-field = List of participants
participants-file = Or choose a file (CSV, XLSX):
participants-now = Take over

# Views on what was noted

views = View
view-day = Day
view-trends = Trends
view-overview = Overview
view-people = People
view-days = Days
view-search = Search all days
view-unfinished = Go through the day
view-reading = Read
command-walk-next = Next line of the list
command-walk-before = Line before in the list
walk-back = Back to the list
walk-close = Close the list
walk-place = { $at } of { $lines } · F8 next
trends-empty = No trends yet. Type # in a note, or click a trend beside your note.
trends-by-programme = Programme
trends-by-count = Count
trends-by-name = Name
trends-without = Without a trend yet
trends-hint = Choose a number to read the lines, or a trend for everything that was said about it.
line-done = done
trend-back = Back to all trends
trend-empty = Nothing was noted about this on this day yet.
trend-more-days = { $count ->
    [one] One earlier day
   *[other] { $count } earlier days
}
trend-fewer-days = Only the last days
reading-day = The whole day
reading-empty = Nothing was noted here yet.
unfinished-left = { $count ->
    [0] Nothing left to do
    [one] One thing left
   *[other] { $count } left
}
step-main-points = Main points
step-trends = Lines without a trend
step-actions = Loose actions
step-questions = Open questions
step-take-home = What I take home
step-evaluation = Evaluation
step-export = Hand over
step-main-points-how = These sessions have a note, but no main points yet. Click to write them down.
step-trends-how = Give a line a trend, or leave it as it is.
step-actions-how = Actions without a name or a date are left undone.
step-questions-how = Put the answer indented below the question.
step-take-home-how = What will you do differently?
step-evaluation-how = The organiser’s questions. Your answers stay on this laptop until you share them yourself.
step-export-how = Save the day as a document for your colleagues.
step-take-home-empty = Nothing yet. Below every note there is room for it at “What I take home”.
step-next = Next step
step-done = Nothing left to do here.
lacks-both = who? when?
lacks-person = who?
lacks-date = when?

# Overview

overview-all = Everything
overview-actions = Actions
overview-decisions = Agreements
overview-questions = Questions
overview-quotes = Quotes
overview-figures = Figures
overview-points = Discussed
overview-starred = Important
overview-private = Just for me
overview-open-and-done = { $done ->
    [0] { $open } open
   *[other] { $open } open · { $done } done
}
overview-asked-and-answered = { $answered ->
    [0] { $open } unanswered
   *[other] { $open } unanswered · { $answered } answered
}
overview-filter = Search for words
overview-session = Session
overview-sessions = All sessions
overview-trend = Trend
overview-trends = All trends
overview-person = Person
overview-people = All people
overview-this-day = This day
overview-all-days = All days
overview-from = From
overview-from-first = From the first day
overview-until = Until
overview-until-last = Until the last day
overview-waits = Reading all days…
overview-first = { $count ->
    [one] the first line
   *[other] the first { $count }
}
overview-hint = Enter opens a line in its note, F4 changes it here. Space or Ctrl+click chooses lines to change together.
overview-found = { $count ->
    [0] Nothing found
    [one] { $count } found
   *[other] { $count } found
}
overview-choose-none = Choose nothing
overview-give-trend = Trend…
overview-give-kind = Kind…
overview-nothing-found = Nothing here fits the filter.
overview-empty = Nothing yet. Make a line an action, agreement, question, quote or figure, or give it a star; then it stands here.
overview-no-actions = No actions. Begin a line with ‘action:’, or click Action above your note.
overview-no-decisions = No agreements. Begin a line with ‘agreed:’, or click Agreement above your note.
overview-no-questions = No questions. Begin a line with ‘question:’, or click Question above your note.
overview-no-quotes = No quotes. Put a speaker’s words in quotation marks, or click Quote above your note.
overview-no-figures = No figures. Begin a line with ‘figure:’, or click Figure above your note.
overview-no-points = Nothing discussed. What the room made of a point is noted beside the note.
overview-no-starred = Nothing important. Click Important above your note to give a line a star.
overview-no-private = Nothing just for you.
question-open = unanswered
question-answered = answered
figures-by-session = Session
figures-by-value = Number
figures-by-what = About
figure-of = of { $of } { $unit } · { $share } %

# People

people-filter = Name, organisation or function
people-empty = Nobody yet. Who speaks comes from the programme; name somebody with @ in a note, or note below a note whom you spoke with.
people-nobody-found = Nobody found.
people-hint = Choose somebody to see where the name comes up.
people-speakers = Speakers
people-met = Spoken with or named
people-organisations = Organisations
people-listed = Only on the list of participants
person-speaks = speaks in { $sessions }
person-from-here-speaks = speaker in { $sessions }
person-spoken = spoke with
person-named = { $count ->
    [one] named { $count } time
   *[other] named { $count } times
}
person-quoted = { $count ->
    [one] { $count } quote
   *[other] { $count } quotes
}
person-written = Also written as { $names }
person-sessions = Speaks in
organisation-sessions = Speakers from here in
person-spoken-with = Spoke about
person-follow-up = Next: { $what }
person-lines = Named in
person-quotes = Quotes
person-maybe = Maybe the same as
person-merge = Make it “{ $name }” everywhere
person-only-listed = Is on the list of participants, and named nowhere else.
participants-taken = Taken over: { $taken }. Not understood: { $left }. Mend the list and take it over again, or leave it so.
participants-nobody = no name found
days-without-date = Without a date
days-sessions = { $count ->
    [one] 1 session
   *[other] { $count } sessions
}
days-open-actions = { $count ->
    [one] 1 open action
   *[other] { $count } open actions
}
search-nothing = Nothing found.
search-found = { $count ->
    [one] 1 line found
   *[other] { $count } lines found
}
search-more = The first { $count } lines; type more to see fewer.
search-hint = Words, "words together", trend: person: kind: day:
search-help = Searches the notes of all days. Capitals and accents do not matter.
search-recent = Searched before
trend-change = Change trend…
trend-rating = plays where we are: { $rating }
trend-form-heading = Change trend
trend-form-explanation = Every line with this trend follows. One undo puts everything back.
trend-form-tag = Tag, after #
trend-form-label = Name
trend-form-aliases = Other ways to write it, with commas between
trend-form-all-days = In all days, not only in this one
trend-form-merge = Merge with…
trend-form-delete = Delete trend
trend-form-delete-tip = The lines stay; of #word the word is left.
trend-form-now = Change
trends-all-sessions = all sessions
open-actions-show = Show them
open-actions-left = { $count ->
    [one] 1 action of this day is still open.
   *[other] { $count } actions of this day are still open.
}

## Settings, and what program this is

command-settings = Settings…
settings-heading = Settings
settings-explanation = What you choose applies at once and is remembered.
settings-language = Language
settings-as-system = As the system
settings-colours = Colours
settings-light = Light
settings-dark = Dark
settings-contrast-light = High contrast, light
settings-contrast-dark = High contrast, dark
settings-zoom = Size
settings-smaller = Smaller
settings-larger = Larger
settings-usual-size = Usual size
settings-times = Times
settings-show-times = Times beside the lines
settings-capture = Sharing your screen
settings-hide-from-capture = Leave this window out of screen recordings
settings-cannot-hide = This system cannot do that: who sees or records your screen sees this window too.
settings-backups = Backups
settings-backups-in = Backups go to { $path } from now on.
settings-my-name = My name
settings-my-organisation = My organisation
settings-owner-explanation = Goes into the documents you make as the sender, and among the names after @.
help-about = About Plenair
help-version = Version { $version }, free to use and to change under the MIT licence.
help-licences = The letters (Noto Sans) and the icons (Google's Material Symbols) are under the Apache License 2.0; finding by letters (nucleo-matcher) is under the Mozilla Public License 2.0.
help-notes-are-in = Your notes are in { $path }.

# Long work.
work-export = Exporting
work-print = Making the page
work-import = Reading
work-bring-in = Bringing in notes
work-back-up = Making a backup
work-prove = Trying the backup
work-restore = Putting the backup back
work-rename = Changing names
work-look = Looking at all days
work-share = { $work }: { $percent } %
work-stop = Stop
work-stopping = Stopping…
work-on = Go on working
command-stop-work = Stop long work

# Times and kinds in a document.
export-times = Times:
export-times-none = none
export-times-programme = programme
export-times-lines = of lines too
export-kinds = With what a line is: action, agreement, question, figure
export-keeps-all = This always has times and kinds.
