### Alles wat Plenair zegt, in het Nederlands. "Je", nooit "u"; gewone woorden.

## Het scherm

programme = Programma
programme-heading = PROGRAMMA
from-this-note = Uit deze notitie
pane-header = Dag en weergaven
pane-status = Status
edge-programme = Breedte van het programma
edge-from-note = Breedte van Uit deze notitie
from-this-note-heading = UIT DEZE NOTITIE
trends = Trends
actions = Acties
decisions = Afspraken
questions = Vragen
quotes = Citaten
figures = Cijfers
days = Dag
now = nu bezig
note = Notitie
note-hint = Typ wat je hoort; het wordt vanzelf bewaard, alleen op deze laptop. Actie, afspraak of citaat? Klik op een knop hierboven of begin met 'actie:'.
example-banner = Dit is een voorbeeld: netwerkdag 16 maart 2023.
session-notes = Notities
session-untitled = Onderdeel zonder titel
session-title-hint = Titel van dit onderdeel
rename-session = Titel wijzigen
tag-line-with = Zet deze trend bij de regel: { $trend }
dismiss = Melding sluiten

no-pictures = In een notitie past alleen tekst, dus de afbeelding is niet geplakt. Bewaar haar als bestand en noteer hier waar ze staat.
choices = { $count ->
    [one] { $count } past
   *[other] { $count } passen
}
choices-take-first = Tab neemt de eerste
choices-take-chosen = Tab of Enter neemt deze

## Soorten en merken

kind-action = Actie
kind-decision = Afspraak
kind-question = Vraag
kind-quote = Citaat
kind-figure = Cijfer
mark-star = Belangrijk
mark-private = Alleen voor mij

## Opdrachten

command-tick = Actie afvinken
command-next-session = Volgende onderdeel
command-previous-session = Vorige onderdeel
command-save = Bewaren
command-open-programme = Programma openen…
command-bring-in = Notities inlezen…
command-paste-programme = Programma plakken
command-export = Exporteren…
command-paste-plain = Plakken als platte tekst
command-empty-day = Vandaag: lege dag
command-insert-session = Nieuw onderdeel hierna
cancel = Annuleren
browse = Bladeren…
path = Bestand

## Bewaren

saved-at = Opgeslagen { $time }
all-saved = Alles is opgeslagen
all-saved-notice = Alles wat je hebt getypt, is opgeslagen. Dat gaat vanzelf.
saving = Wordt opgeslagen…
not-saved = Niet opgeslagen.
lines = { $count ->
    [one] { $count } regel
   *[other] { $count } regels
}
cannot-start = Je notities kunnen niet worden geopend
close-window = Venster sluiten

## Programma en export

export-dialog-heading = Exporteren
export-dialog-explanation = Een document voor collega’s, of voor jezelf. Wat alleen voor jou is, gaat niet mee tenzij je dat vraagt.
export-what = Wat
export-day = Deze dag
export-session-only = Dit onderdeel
export-all-days = Alle dagen
export-one-trend = Eén trend
export-one-person = Eén persoon
export-whole-day = De hele dag
export-format = Als
export-report-as = Geschreven als
export-names = Deelnemers bij naam (anders hun organisatie)
export-folder = Map
export-is-there = Daar staat al iets.
export-busy = Bezig met schrijven…
export-first-page = De eerste bladzijde
export-goes-on = …en zo verder.
export-counts = { $sessions ->
    [one] { $sessions } onderdeel
   *[other] { $sessions } onderdelen
}, { $lines ->
    [one] { $lines } regel
   *[other] { $lines } regels
}
export-name-all-days = alle-dagen
export-name-report = terugkoppeling
export-dialog-private = Ook wat alleen voor mij is ({ $count ->
    [one] { $count } regel
   *[other] { $count } regels
})
export-dialog-overwrite = Vervangen
export-dialog-now = Exporteren
open-exported = Openen
show-folder = Map tonen
export-again = Nogmaals…
format-markdown = Markdown
format-markdown-use = één bestand platte tekst
format-markdown-folder = Map met notities
format-markdown-folder-use = voor Obsidian en Joplin
format-report = Terugkoppeling
format-report-use = de hoofdzaken, om door te sturen
format-html = Webpagina
format-html-use = overal te lezen en af te drukken
format-docx = Word
format-docx-use = met koppen, lijsten en tabellen
format-odt = LibreOffice
format-odt-use = hetzelfde, als .odt
format-csv = Tabellen
format-csv-use = acties, cijfers en regels voor Excel
format-json = JSON
format-json-use = alles, ook om weer in te lezen
command-print = Afdrukken
command-copy-session = Onderdeel kopiëren voor Outlook/Word
command-copy-lines = Regels kopiëren voor Outlook/Word
command-copy-report = Terugkoppeling kopiëren voor Outlook/Word
printed = De dag staat in je browser. Druk in de browser op Ctrl+P.{ $private ->
    [0] {""}
    [one] { " " }{ $private } regel alleen voor mij weggelaten.
   *[other] { " " }{ $private } regels alleen voor mij weggelaten.
}
not-opened = { $path } kan niet worden geopend: er is geen programma voor gevonden.
copied = Gekopieerd voor Outlook en Word: { $lines ->
    [one] { $lines } regel
   *[other] { $lines } regels
}{ $private ->
    [0] .
   *[other] , { $private } alleen voor mij weggelaten.
}
copied-plain = Gekopieerd als Markdown, want opmaak wordt hier niet aangenomen: { $lines ->
    [one] { $lines } regel
   *[other] { $lines } regels
}{ $private ->
    [0] .
   *[other] , { $private } alleen voor mij weggelaten.
}
copied-nothing = Er is niets gekopieerd.{ $private ->
    [0] {""}
    [one] { " " }{ $private } regel is alleen voor mij.
   *[other] { " " }{ $private } regels zijn alleen voor mij.
}
copy-private-too = Ook die kopiëren
exported = Geëxporteerd naar { $path }: { $sessions ->
    [one] { $sessions } onderdeel
   *[other] { $sessions } onderdelen
}, { $lines ->
    [one] { $lines } regel
   *[other] { $lines } regels
}{ $private ->
    [0] .
   *[other] , { $private } alleen voor mij weggelaten.
}

## Zonder scherm

no-display = Er is geen scherm om een venster op te openen; vanaf de opdrachtregel werkt alles ook: plenair --help
window-failed = Het venster kan niet worden geopend ({ $cause }); vanaf de opdrachtregel werkt alles ook: plenair --help
window-no-answer = Een ander venster van Plenair heeft deze notities open, maar antwoordt niet. Sluit dat venster en probeer het opnieuw.
window-draws-nothing = Het venster kan hier niet worden getekend, niet met OpenGL en niet met Vulkan, DirectX of Metal ({ $cause }); vanaf de opdrachtregel werkt alles ook: plenair --help
## De opdrachtregel

cli-sessions = { $count ->
    [one] { $count } onderdeel
   *[other] { $count } onderdelen
}
cli-cancelled = niet meer in het programma
cli-no-days = Er zijn nog geen dagen.
cli-no-lines = Geen regels gevonden.
cli-no-trends = Nog geen trends genoteerd.
cli-no-hits = Niets gevonden.
cli-noted = { $count ->
    [one] Genoteerd bij { $place }
   *[other] { $count } regels genoteerd bij { $place }
}
cli-nothing-to-note = Er is niets genoteerd: de tekst is leeg.
cli-nothing-to-note-hint = Zet de tekst tussen aanhalingstekens achter de opdracht, of geef hem via de standaardinvoer.
cli-demo-added = De voorbeelddag heeft nu { $count ->
    [one] { $count } voorbeeldregel
   *[other] { $count } voorbeeldregels
}.
cli-demo-already = De voorbeelddag heeft al notities; er is niets veranderd.
cli-imported = Bewaard als { $slug }: { $sessions }.
cli-notes-imported = { $title }: { $sessions }, { $lines ->
    [one] { $lines } regel
   *[other] { $lines } regels
}. Toegevoegd als { $slug }.
cli-notes-not-imported = { $title }: { $sessions }, { $lines ->
    [one] { $lines } regel
   *[other] { $lines } regels
}. Nog niet toegevoegd.
cli-not-imported = Niet bewaard: dit was een proef ({ $sessions }).
cli-passed-over = Niet meegenomen:
cli-passed-over-piece = { $name } ({ $reason })
cli-passed-other-kind = geen Markdown
cli-passed-hidden = verborgen
cli-passed-hidden-count = { $count ->
    [one] { $count } verborgen bestand
   *[other] { $count } verborgen bestanden
}
cli-passed-no-file = een koppeling en geen bestand
cli-left-out = Niet begrepen en dus weggelaten:
cli-left-out-piece = regel { $line }: { $text } ({ $reason })
cli-check-well = Alles is in orde: { $path }, { $bytes } bytes, vorm { $schema }.
cli-check-problems = { $count ->
    [one] Er is { $count } probleem
   *[other] Er zijn { $count } problemen
} in { $path }:

## Wat er mis kan gaan, en wat je dan doet

problem-locked = Je notities in { $subject } zijn in gebruik: een ander venster van Plenair schrijft er al in.
hint-locked = Ga verder in dat venster, of sluit het en probeer het opnieuw. Lezen en exporteren kan wel.
problem-folder = De map { $subject } is niet te gebruiken: { $cause }.
hint-folder = Kijk of de map bestaat en of je erin mag schrijven, of kies met --data-dir een andere map.
problem-too-new = Je notities zijn gemaakt met een nieuwere versie van Plenair: { $cause }.
hint-too-new = Installeer de nieuwste versie van Plenair. Aan je notities is niets veranderd.
problem-unknown-day = Er is geen dag met de naam "{ $subject }".
hint-unknown-day = Kijk met "plenair days" welke dagen er zijn; de eerste letters van de naam zijn genoeg.
problem-ambiguous-day = Er is meer dan één dag waarvan de naam met "{ $subject }" begint.
hint-ambiguous-day = Geef wat meer letters van de naam; "plenair days" laat alle namen zien.
problem-unknown-session = Deze dag heeft geen onderdeel "{ $subject }".
hint-unknown-session = Geef het nummer van het onderdeel in het programma; "plenair show" laat de nummers zien.
problem-stale = De notitie is intussen ergens anders gewijzigd, dus deze versie is niet bewaard.
hint-stale = Kopieer wat je net hebt getypt, open de dag opnieuw en plak het terug.
problem-disk-full = De schijf is vol, dus er is niets weggeschreven: { $cause }.
hint-disk-full = Maak ruimte vrij en probeer het opnieuw. Wat eerder is opgeslagen, is er nog.
problem-read-only = Je notities kunnen niet worden geopend of niet worden gewijzigd: { $cause }.
hint-read-only = Kijk of je in de map met je notities mag schrijven en of de schijf niet alleen-lezen is.
problem-damaged = Het bestand met je notities is beschadigd: { $cause }.
hint-damaged = Maak eerst een kopie van de hele map met je notities en laat het bestand verder met rust; "plenair check" zegt wat er mis is.
problem-disk = Lezen of schrijven van je notities is niet gelukt: { $cause }.
hint-disk = Probeer het nog eens. Gebeurt het weer, kijk dan met "plenair check" of je notities heel zijn.
problem-worker-gone = Plenair kan niet meer opslaan: het deel dat je notities bewaart, is gestopt.
hint-worker-gone = Kopieer wat je net hebt getypt en start Plenair opnieuw. Wat eerder is opgeslagen, is er nog.
problem-unreadable = { $subject } is niet te lezen: { $cause }.
hint-unreadable = Kijk of de naam klopt, of het een bestand is en of je het mag openen.
problem-not-understood = Dit is niet als programma te begrijpen. Regel { $subject }: { $cause }.
hint-not-understood = Kijk of dit het goede bestand is. Plenair leest tekst, mail, agenda's (.ics), roosters (XML, JSON), tabellen (CSV, Excel, ODS), webpagina's, Word en PDF.
problem-cannot-write = { $subject } is niet te schrijven: { $cause }.
hint-cannot-write = Kies een andere plek of een andere naam; de map moet bestaan en je moet erin mogen schrijven.
problem-exists = { $subject } bestaat al, dus er is niets geschreven.
hint-exists = Kies een andere naam, of geef aan dat het bestand mag worden vervangen (--overwrite).
problem-own-folder = { $subject } ligt in de map { $cause }, waar Plenair je notities of back-ups bewaart. Er is niets geschreven.
hint-own-folder = Kies een plek buiten die map, bijvoorbeeld bij je documenten.
problem-read-back = Wat voor { $subject } werd geschreven, klopte bij het teruglezen niet: { $cause }. Er staat dus niets nieuws.
hint-read-back = Probeer het opnieuw, het liefst op een andere schijf; je notities zelf zijn niet veranderd.
problem-stopped = Gestopt.
hint-stopped = Er is niets veranderd en er blijft niets van achter.
system-not-found = dat bestand of die map is er niet
system-not-allowed = daar heb je geen rechten voor
system-full = de schijf is vol
system-read-only = de schijf is alleen-lezen
system-is-folder = het is een map
system-no-plain-file = het is geen gewoon bestand
system-no-folder = een deel van het pad is geen map

### Woorden in een geëxporteerd document. "%n" is de plaats van een getal.

export-untitled = Zonder titel
export-from = Van
export-theme = Thema
export-organiser = Organisatie
export-programme = Programma
export-session = onderdeel
export-cancelled = niet meer in het programma
export-list = Lijst
export-decision = Afspraak
export-question = Vraag
export-figure = Cijfer
export-private = alleen voor mij
export-overview = Overzicht
export-actions = Acties
export-decisions = Afspraken
export-questions = Vragen
export-figures = Cijfers
export-quotes = Citaten
export-trends = Trends
export-links = Links
export-outcomes = Uitkomsten
export-hands = Handen
export-pros = Voor
export-cons = Tegen
export-ticked = %n van %m
export-number = Nr
export-time = Tijd
export-item = Onderdeel
export-items = Onderdelen
export-speaker = Spreker
export-room = Zaal
export-notes = Notities
export-who = Wie
export-due = Vóór
export-trend = Trend
export-line-count = Regels
export-report = Terugkoppeling voor collega’s
export-in-short = In het kort
export-participant = een deelnemer
export-lines-one = %n regel
export-lines-other = %n regels
export-private-left-out-one = %n regel is weggelaten (alleen voor mij).
export-private-left-out-other = %n regels zijn weggelaten (alleen voor mij).

## Wat bewaard blijft

cli-backed-up = Back-up gemaakt en nagekeken: { $path } ({ $days ->
    [one] { $days } dag
   *[other] { $days } dagen
}, { $sessions ->
    [one] { $sessions } onderdeel
   *[other] { $sessions } onderdelen
}, { $lines ->
    [one] { $lines } regel
   *[other] { $lines } regels
}).
cli-restored = De back-up is teruggezet: { $days ->
    [one] { $days } dag
   *[other] { $days } dagen
}, { $sessions ->
    [one] { $sessions } onderdeel
   *[other] { $sessions } onderdelen
}, { $lines ->
    [one] { $lines } regel
   *[other] { $lines } regels
}.
cli-set-aside = Wat er stond, is bewaard als { $path }.
cli-check-backups = { $count ->
    [0] Er zijn nog geen back-ups.
    [one] Er is { $count } back-up:
   *[other] Er zijn { $count } back-ups:
}
folder-synced = Let op: deze map wordt gesynchroniseerd door { $name }. Dat kan je notities beschadigen; kies met --data-dir een map op deze laptop zelf.
folder-network = Let op: deze map staat op een netwerkschijf ({ $name }). Daar is opslaan niet zeker; kies met --data-dir een map op deze laptop zelf.
problem-missing = Je notities zijn weg: { $subject } is er niet meer. Er zijn wel back-ups, in { $cause }.
hint-missing = Zet de nieuwste terug met "plenair restore". Wil je juist leeg beginnen, haal de map met back-ups dan eerst weg.
problem-held = Deze dag wordt bewaard tot en met { $subject } en kan dus niet weg.
hint-held = Haal eerst de bewaarafspraak van de dag af, als dat mag.
problem-unknown-version = Deze eerdere versie van de notitie is er niet meer.
hint-unknown-version = Eerdere versies blijven dertig dagen bewaard; kies een andere versie, of zoek in een back-up.
problem-not-in-trash = Dit staat niet meer in de prullenbak.
hint-not-in-trash = Zet eerst de dag terug als die zelf is weggegooid. Anders zit het misschien nog in een back-up.
problem-not-a-backup = { $subject } is geen back-up van Plenair.
hint-not-a-backup = Kies een bestand dat met "plenair backup" of door Plenair zelf is gemaakt. Aan je notities is niets veranderd.

## Eerdere versies, prullenbak, back-ups

menu-session = Meer over dit onderdeel
menu-main = Meer
menu-open-day = Deze dag openen
menu-about-trend = Alles over deze trend
menu-search-person = Zoeken in alle dagen
command-history = Eerdere versies…
command-trash-session = Onderdeel naar de prullenbak
command-trash-day = Dag naar de prullenbak
command-trash = Prullenbak…
command-undo = Ongedaan maken
command-redo = Opnieuw doen
command-whereabouts = Waar staan mijn notities?
command-erase-day = Dag bewaren of definitief verwijderen…
close = Sluiten
fetching = Wordt opgehaald…
busy = Even geduld…
put-back = Terugzetten
done = Gedaan: { $what }.
op-add-day = dag toegevoegd
op-insert-session = onderdeel toegevoegd
op-rename-session = titel gewijzigd
op-save-note = notitie bewaard
op-restore-version = eerdere versie teruggezet
op-trash-session = onderdeel naar de prullenbak
op-trash-day = dag naar de prullenbak
op-restore-session = onderdeel teruggezet
op-restore-day = dag teruggezet
op-erase-day = dag definitief verwijderd
op-hold-day = bewaartermijn gewijzigd
history-explanation = Kies een moment. Wat er toen stond en nu niet, heeft een min; wat er nu staat en toen niet, een plus.
history-empty = Er zijn nog geen eerdere versies van deze notitie.
restore-version = Deze versie terugzetten
diff-only-then = alleen toen
diff-only-now = alleen nu
trash-explanation = Wat je weggooit, blijft hier dertig dagen staan.
trash-empty = De prullenbak is leeg.
whereabouts-explanation = Je notities staan alleen op deze computer. Het bestand is niet versleuteld; daarvoor zorgt de schijfversleuteling.
whereabouts-file = Bestand
whereabouts-risk = Let op: deze map wordt gesynchroniseerd of gedeeld door { $where }. Daar kan een bestand dat in gebruik is, stukgaan. Kies met --data-dir een andere map.
whereabouts-saved = Laatst opgeslagen
whereabouts-backup = Laatste back-up
whereabouts-no-backup = Er is nog geen back-up. Die komt vanzelf, elk uur waarin je iets wijzigt.
prove-restore = Test of terugzetten lukt
back-up-now = Nu een back-up maken
backed-up-to = Back-up gemaakt: { $path }
restore-proved = Terugzetten lukt: { $days } { $days ->
    [one] dag
   *[other] dagen
}, { $sessions } onderdelen en { $lines } regels teruggelezen.
erase-explanation = "{ $day }" definitief verwijderen betekent: uit het bestand, uit de eerdere versies, uit het zoeken. Dit kan niet ongedaan worden gemaakt.
erase-now = Definitief verwijderen
erased = De dag is verwijderd; er is niets van terug te vinden in het bestand.
erased-not-wiped = De dag is verwijderd. Een ander programma leest het bestand nog; daarna wordt de laatste rest gewist.
erased-in-backups = { $count ->
    [one] Eén oudere back-up bevat de dag nog,
   *[other] { $count } oudere back-ups bevatten de dag nog,
} tot uiterlijk { $date }.
erased-no-backups = Geen back-up bevat de dag nog.
delete-backups = Verwijder oudere back-ups nu
hold = Bewaren
hold-until = Bewaren tot (zoals 31-12-2027)
hold-reason = Waarom
hold-explanation = Bijvoorbeeld zolang een Woo-verzoek loopt. De dag kan tot die datum niet worden weggegooid of verwijderd.
set-hold = Bewaren
end-hold = Niet langer bewaren
held-until = Deze dag wordt bewaard tot en met { $date }. { $reason }
read-only = Alleen lezen: { $why }
low-on-room = Er is bijna geen ruimte meer op de schijf. Verwijderen en exporteren kan nog.
close-held = Er is nog iets niet opgeslagen, dus het venster blijft open. Wat er mis is, staat onderaan. Sluit je nog eens, dan gaat het venster toch dicht.
item-done = afgevinkt
backups-question = Plenair maakt elk uur vanzelf een back-up. Waar mag die staan?
command-backups-documents = In Documenten
command-backups-beside = Naast de notities
backups-folder = Plenair back-ups
erase-heading = Dag bewaren of definitief verwijderen
history-heading = Eerdere versies
trash-heading = Prullenbak
whereabouts-log = Logbestand
whereabouts-no-log = Er is geen logbestand. Meldingen over storingen gaan naar de opdrachtregel en bevatten geen tekst uit je notities.

## Regels verplaatsen, de tijd van een regel, een onderdeel voor mij alleen

command-move-lines = Verplaats naar onderdeel…
command-line-time = Tijd van de regel…
command-private-session = Hele onderdeel alleen voor mij
private-session = alleen voor mij
status-private = Dit onderdeel is alleen voor mij
move-heading = Verplaats naar onderdeel
move-explanation = { $count ->
    [one] De regel komt onderaan de notitie die je kiest.
   *[other] De { $count } regels komen onderaan de notitie die je kiest.
} Tijd en merken blijven.
move-filter = Nummer of titel van het onderdeel
move-none = Geen onderdeel gevonden.
move-private = Dit onderdeel is alleen voor jou. De regels houden dat: ze krijgen het merk "privé".
move-now = Verplaatsen
moved = { $lines ->
    [one] { $lines } regel
   *[other] { $lines } regels
} verplaatst naar { $to }
taken-back = Ongedaan gemaakt: { $what }.
op-move-lines = regels verplaatst
op-line-time = tijd van een regel gewijzigd
op-private-session = "alleen voor mij" van een onderdeel gewijzigd
time-heading = Tijd van de regel
time-explanation = Genoteerd op { $date }. De datum blijft.
time-field = Tijd (uu:mm)
time-wrong = Dat is geen tijd. Schrijf uren en minuten, zoals 14:05. Er is niets gewijzigd.
time-now = Tijd wijzigen
problem-no-sessions = Hierin staat geen programma.
hint-no-sessions = Kijk of dit het goede bestand is, plak de tekst van de uitnodiging, of begin met een lege dag.
problem-no-notes = In { $subject } staan geen notities.
hint-no-notes = Kies een map met Markdown-bestanden, of een export van Plenair (.json of .md). Een programma open je met “Programma openen…”.
problem-bad-name = “{ $subject }” kan hier niet, dus er is niets gewijzigd.
hint-bad-name = Een trend is één woord van letters en cijfers, met - of _ ertussen; een naam en een regel staan op één regel.
problem-lines-gone = Die regels staan niet meer in deze notitie, dus er is niets gewijzigd.
hint-lines-gone = Kijk in de notitie, of open de dag opnieuw en kies de regels nog eens.

# Wat van een programmabestand niet werd overgenomen, of kan verrassen
left-out-no-title = geen titel
left-out-around-programme = hoort niet bij het programma
left-out-malformed = niet geschreven zoals dit soort bestand het voorschrijft
left-out-outside-days = buiten de dagen van de bijeenkomst
left-out-dangling = verwijst naar iets wat er niet is
left-out-too-many = meer dan een programma kan hebben
warning-time = De tijd "{ $subject }" is niet begrepen; dat onderdeel heeft nu geen tijd.
warning-date = De datum "{ $subject }" is niet begrepen; dat onderdeel heeft nu geen datum.
warning-end-before-start = "{ $subject }" zou eindigen voor het begint; het einde is weggelaten.
warning-time-zone = De tijdzone "{ $subject }" is niet bekend; de tijden staan zoals ze geschreven zijn.
warning-cut-short = Het bestand houdt halverwege op (bij { $subject }); wat ervoor staat is gelezen.
warning-one-of-several = Het bestand heeft er meer; gelezen is "{ $subject }".
warning-same-id = Meer onderdelen hebben het kenmerk "{ $subject }"; ze staan er allemaal.
warning-repetition = Herhalingen van "{ $subject }" buiten de dagen van de bijeenkomst zijn weggelaten.
warning-twelve-hours = Een klok van twaalf uur zonder am of pm: vanaf "{ $subject }" is middag begrepen.
warning-encoding = Sommige letters waren niet te lezen ({ $subject }).

# De notitie: regels, menu van een regel, zoeken en vervangen
kind-remark = opmerking
kind-heading = kop
command-bold = Vet
command-italic = Cursief
command-move-up = Regel omhoog
command-move-down = Regel omlaag
command-duplicate = Regel verdubbelen
command-delete-line = Regel verwijderen
command-indent = Regel inspringen
command-outdent = Regel terugspringen
command-line-menu = Menu van deze regel
command-find = Zoeken in deze notitie
command-replace = Zoeken en vervangen in deze notitie
command-times = Tijden naast de notitie tonen of verbergen
line-number = Regel { $line }
noted-later = later genoteerd
line-menu = Deze regel
chip-no-such-date = die datum bestaat niet
chip-share = { $value } van { $of } = { $percent } %
chip-number = = { $value }
chip-from-whom = van wie?
chip-figure = cijfer?
chip-name = Begrepen in regel { $line }: { $what }
chip-tip = Zo is het begrepen. Klik als het anders is.
mend-due = Termijn
mend-not-due = Geen termijn
mend-no-figure = Geen cijfer
mend-figure = Dit is een cijfer
mend-other-person = Iemand anders…
find-field = Zoeken
find-replacement = Vervangen door
find-count = { $at } van { $count }
find-nothing = niet gevonden
find-previous = Vorige plek
find-next = Volgende plek
find-close = Zoeken sluiten
find-replace = Vervang
find-replace-all = Vervang alles

## Kernpunten, mee naar huis, gesproken, lijsten

command-footer = Kernpunten en mee naar huis
command-make-plain-list = Genummerde regels: lijst van punten maken
command-make-discussion-list = Genummerde regels: lijst van discussiepunten maken
command-make-trend-list = Genummerde regels: lijst van trends maken
main-points = Kernpunten
main-point = Kernpunt { $number }
take-home = Mee naar huis
take-home-hint = Wat neem je mee naar je collega's?
spoke-with = Gesproken
contact-name = Naam
contact-organisation = Gemeente of organisatie
contact-about = Waarover
contact-follow-up = Vervolg
list-ticked = Lijst: { $ticked } van { $points }
point-ticked = aangevinkt
point-not-ticked = niet aangevinkt
point-more = { $point }: opmerking en meer
point-remark = Opmerking
point-short = Kortere naam
point-outcome = Uitkomst
point-for = Argumenten voor, één per regel
point-against = Argumenten tegen, één per regel
points-gone = Niet meer in de lijst
rating-not = niet
rating-sometimes = soms
rating-strong = sterk
hands-agree = eens
hands-disagree = oneens
hands-unsure = weet niet
make-list = Lijst van maken?
extend-list = Lijst aanvullen?
extend-list-now = Aanvullen
list-of-points = Punten
list-of-discussion = Discussie
list-of-trends = Trends
no-list = Geen lijst

## Ga naar, en de weg terug

command-go-to = Ga naar…
command-now = Naar wat nu bezig is
command-back = Terug naar de vorige notitie
command-forward = Vooruit naar de volgende notitie
command-next-pane = Naar het volgende deel van het venster
command-previous-pane = Naar het vorige deel van het venster
command-note-only = Alleen de notitie
command-help = Hulp
panels-again = Panelen weer tonen
finder-hint = Onderdeel, opdracht, trend, persoon of regel
finder-within = Bij { $name }
finder-nothing = Niets gevonden. Minder letters vinden meer.
finder-found = { $count } gevonden
finder-keys = ↑ ↓ kiezen · Enter openen · Esc terug
finder-tags-line = zet bij deze regel
finder-shows-lines = toont { $count } regels
finder-shows-places = toont { $count } plekken
finder-opens = opent { $place }
finder-goes-to-line = naar de regel in { $place }
finder-session = onderdeel
finder-command = opdracht
finder-trend = trend
finder-person = persoon
finder-line = regel
offer-now = Volgens het programma nu: { $session }
help-explanation = Typ wat je hoort; bewaren gaat vanzelf. Alles hieronder kan ook met een knop, in een menu of via 'Ga naar…'.
help-lines = Hoe je een regel schrijft
help-line-words = Nederlandse en Engelse woorden werken altijd allebei, met en zonder hoofdletters.
help-text = De tekst
help-going = Je weg vinden
help-rest = Verder
help-trend = Trend
help-person = Persoon
help-person-forms = @naam   @[Volledige Naam]
help-own-words = of een regel tussen aanhalingstekens
help-needs-number = met een getal erin
help-undo = Ongedaan maken, in de notitie
help-redo = Opnieuw, in de notitie
help-zoom = Groter, kleiner, gewoon
help-complete = Aanvulling overnemen
help-leave = Dialoog of lijst sluiten
help-kind-heading = Kop
help-marking = De regel een soort of merk geven

## Een programma met veel onderdelen
command-star-session = Ster bij dit onderdeel
command-find-session = Zoeken in het programma
star-of = Ster: { $title }
star-give = Geef een ster
star-take = Haal de ster weg
next = straks
session-cancelled = niet meer in het programma
session-clashes = tegelijk met { $titles }
slot-without-time = zonder tijd
gap = { $minutes } min
day-number = Dag { $number }
until-time = tot { $time }
programme-filter = Zoek titel, spreker, zaal of track
filter-starred = Alleen met een ster
filter-day = Dag
filter-days = Alle dagen
filter-room = Zaal
filter-rooms = Alle zalen
filter-track = Track
filter-tracks = Alle tracks
filter-count = { $shown } van { $total } onderdelen
filter-hides-open = Het geopende onderdeel staat er niet bij.
filter-clear = Alles tonen

## Een programma openen, plakken en nakijken

open-explanation = Kies een uitnodiging of programma: tekst, mail, agenda (.ics), webpagina, werkblad, Word, PDF of een bestand van een programmasite. Je ziet eerst wat ervan begrepen is; er wordt nog niets bewaard.
open-by-dropping = Je kunt een bestand ook op het venster slepen.
open-no-dropping = Een bestand op het venster slepen kan op dit systeem (Wayland) niet. Kies het hier, of plak het pad.
open-reading = Het bestand wordt gelezen…
open-now = Openen
drop-here = Laat los om dit programma of deze notities te openen

# Notities inlezen.
notes-explanation = Kies een map met Markdown-notities (van Plenair, Obsidian of Joplin), een Markdown-bestand, of een export van Plenair (.json of .md). Je ziet eerst wat erin staat; er wordt nog niets bewaard.
notes-by-dropping = Je kunt een map of bestand ook op het venster slepen.
notes-path = Map of bestand
notes-choose-folder = Map kiezen…
notes-choose-file = Bestand kiezen…
notes-reading = De notities worden gelezen…
notes-look = Bekijken
notes-now = { $count ->
    [one] 1 dag inlezen
   *[other] { $count } dagen inlezen
}
notes-found = { $days ->
    [one] 1 dag
   *[other] { $days } dagen
}, { $sessions ->
    [one] 1 onderdeel
   *[other] { $sessions } onderdelen
}, { $lines ->
    [one] 1 regel
   *[other] { $lines } regels
}
notes-beside = Alles komt erbij als nieuwe dagen. Wat je al hebt, blijft zoals het is.
notes-passed-other-kind = Niet meegenomen, want geen Markdown: { $count } ({ $names })
notes-passed-hidden = Niet meegenomen, want verborgen: { $count } ({ $names })
notes-passed-no-file = Niet meegenomen, want een koppeling en geen bestand: { $count } ({ $names })
notes-brought-in = Ingelezen: { $days ->
    [one] 1 dag
   *[other] { $days } dagen
}, { $sessions ->
    [one] 1 onderdeel
   *[other] { $sessions } onderdelen
}, { $lines ->
    [one] 1 regel
   *[other] { $lines } regels
}.
day-untitled = Dag zonder titel
preview-heading = Programma nakijken
preview-save = Bewaren
preview-save-new = Als nieuwe dag bewaren
preview-update = Bij deze dag bijwerken
preview-text = Tekst van het programma
preview-items = Onderdelen
preview-paste-here = Plak of typ hier de uitnodiging of het programma. Wat ervan begrepen wordt, verschijnt ernaast.
preview-count = { $items ->
    [one] { $items } onderdeel
   *[other] { $items } onderdelen
}{ $untimed ->
    [0] {""}
   *[other] , { $untimed } zonder tijd
}{ $left ->
    [0] {""}
    [one] , { $left } regel niet begrepen
   *[other] , { $left } regels niet begrepen
}
preview-comes-here = Wat van de tekst begrepen wordt, komt hier te staan.
preview-none = Hier staat geen programma in, voor zover te zien is. Maak zelf onderdelen, of plak een andere tekst.
preview-wrong = Bij onderdeel { $number } staat een tijd of datum die niet te begrijpen is. Schrijf 14:05 en 2023-03-16.
preview-wrong-date = De datum van de dag is niet te begrijpen. Schrijf bijvoorbeeld 16-3-2023 of 16 maart 2023.
preview-leaving = Wat je hebt verbeterd, is niet bewaard. Toch weggaan? Nog eens Esc gaat weg.
preview-leave = Weggaan zonder te bewaren
preview-stay = Hier blijven
preview-day-title = Titel van de dag
preview-date = Datum (zoals 31-12-2027)
preview-place = Plaats
preview-title = Titel
preview-start = Begin
preview-end = Einde
preview-item-date = Datum van het onderdeel
preview-speakers = Sprekers, met een puntkomma ertussen
preview-kind = Soort
preview-no-time = geen tijd
preview-split = Splitsen, in de titel bij de cursor
preview-join = Samenvoegen met het volgende
preview-up = Omhoog
preview-down = Omlaag
preview-add-after = Nieuw onderdeel hierachter
preview-add = Zelf een onderdeel maken
preview-delete = Onderdeel weghalen
preview-undo = Laatste stap terug
preview-left-out-of = { $name }: niet begrepen
preview-all-understood = Alles wat als onderdeel bedoeld lijkt, is begrepen.
preview-of-item = bij onderdeel { $number }
preview-not-an-item = Dit is geen onderdeel
preview-make-item = Maak hier een onderdeel van
preview-text-fixed = De tekst staat vast, omdat je onderdelen hebt verbeterd.
preview-start-over = Tekst weer bewerken (verbeteringen vervallen)

# Een nieuwer programma in een dag
update-day = De dag: { $changes }
update-changed = Gewijzigd: { $title } · { $changes }
update-moved = Verplaatst: { $title }
update-new = Nieuw: { $title }
update-renamed = Andere titel: { $title } gaat verder als { $newer }, met { $lines }
update-stays = Niet meer in het programma: { $title } · { $lines }, blijft staan
update-goes = Niet meer in het programma: { $title } · naar de prullenbak
update-back = weer in het programma
cli-update-maybe = Misschien, en alleen in het venster over te nemen: { $what }
cli-update-none = Er is niets gewijzigd.
cli-updated = De dag is bijgewerkt: { $slug }.
cli-not-updated = Dit was een proef; er is niets bijgewerkt.
op-update-day = programma bijgewerkt
op-move-session = onderdeel verplaatst
op-change-session = onderdeel gewijzigd
op-join-sessions = onderdelen samengevoegd
op-tie-session = onderdeel gaat verder onder een andere titel
fact-title = titel
fact-subtitle = ondertitel
fact-abstract = andere samenvatting
fact-kind = soort
fact-date = datum
fact-day = dag
fact-times = tijd
fact-speakers = sprekers
fact-room = zaal
fact-track = spoor
fact-parallel = ronde
fact-lists = andere lijst
fact-cancelled = niet meer in het programma
fact-place = plaats
fact-timezone = tijdzone
session-kind-registration = ontvangst
session-kind-opening = opening
session-kind-talk = lezing
session-kind-panel = gesprek
session-kind-workshop = workshop
session-kind-break = pauze
session-kind-lunch = lunch
session-kind-social = borrel of diner
session-kind-closing = afsluiting
session-kind-other = anders


# Programma bijwerken, onderdelen met de hand
command-update = Programma bijwerken…
command-session-up = Onderdeel omhoog
command-session-down = Onderdeel omlaag
command-words = Woorden van de regel wijzigen
command-session-form = Tijd, zaal en meer van dit onderdeel…
command-join = Samenvoegen met…
command-tie = Gaat verder als ander onderdeel…
session-gone = niet meer in het programma
update-file-explanation = Kies het bestand met het nieuwe programma. Je ziet eerst wat er anders is; je notities blijven.
update-compare = Vergelijken
update-explanation = Dit is er anders in het nieuwe programma. Wat aangevinkt is, wordt overgenomen. Notities, sterren en lijsten blijven bij hun onderdeel.
update-none = Er is niets anders dan in het programma dat er staat.
update-unchanged = { $count ->
    [one] { $count } onderdeel blijft zoals het is.
   *[other] { $count } onderdelen blijven zoals ze zijn.
}
update-now = Bijwerken
session-form-heading = Wat er van dit onderdeel bekend is
session-form-explanation = Alles behalve de titel mag leeg blijven.
session-form-title = Titel
session-form-times = Begin en eind, zoals 9.30-10.15
session-form-date = Datum, als die anders is dan die van de dag
session-form-room = Zaal
session-form-speakers = Sprekers, één per regel: naam · functie
session-form-kind = Soort
session-form-wrong-times = Dat zijn geen tijden. Schrijf ze zoals 9.30-10.15. Er is niets gewijzigd.
session-form-wrong-date = Dat is geen datum. Schrijf die zoals 16-3-2023. Er is niets gewijzigd.
session-form-now = Wijzigen
join-heading = Samenvoegen met
join-explanation = De notitie van het onderdeel dat je kiest, komt achter deze. Dat onderdeel gaat naar de prullenbak.
join-now = Samenvoegen
tie-heading = Gaat verder als
tie-explanation = Dit onderdeel krijgt titel, tijd en plek van het onderdeel dat je kiest. De notitie blijft; wat daar al stond, komt erachter.
tie-now = Verbinden

# Deelnemers
command-participants = Deelnemers…
op-participants = lijst van deelnemers gewijzigd
op-rename-trend = trend hernoemd
op-merge-trends = trends samengevoegd
op-alias-trend = andere namen van een trend gewijzigd
op-delete-trend = trend verwijderd
op-rename-person = namen samengevoegd
op-change-lines = regels gewijzigd
participants-heading = Deelnemers
participants-explanation = Plak de lijst: naam, organisatie en functie, één per regel of als tabel. De namen komen onder @; e-mailadressen worden niet overgenomen.
participants-field = Lijst van deelnemers
participants-file = Of kies een bestand (CSV, XLSX):
participants-now = Overnemen

# Views on what was noted

views = Weergave
view-day = Dag
view-trends = Trends
view-overview = Overzicht
view-people = Mensen
view-days = Dagen
view-search = Zoeken in alle dagen
view-unfinished = Dag nalopen
view-reading = Lezen
command-walk-next = Volgende regel van de lijst
command-walk-before = Vorige regel van de lijst
walk-back = Terug naar de lijst
walk-close = Lijst sluiten
walk-place = { $at } van { $lines } · F8 volgende
trends-empty = Nog geen trends. Typ # in een notitie, of klik op een trend naast je notitie.
trends-by-programme = Programma
trends-by-count = Aantal
trends-by-name = Naam
trends-without = Nog zonder trend
trends-hint = Kies een getal om de regels te lezen, of een trend voor alles wat erover gezegd is.
line-done = afgevinkt
trend-back = Terug naar alle trends
trend-empty = Hierover is op deze dag nog niets genoteerd.
trend-more-days = { $count ->
    [one] Nog één eerdere dag
   *[other] Nog { $count } eerdere dagen
}
trend-fewer-days = Alleen de laatste dagen
reading-day = De hele dag
reading-empty = Hier is nog niets genoteerd.
unfinished-left = { $count ->
    [0] Niets meer te doen
    [one] Nog één ding
   *[other] Nog { $count }
}
step-main-points = Kernpunten
step-trends = Regels zonder trend
step-actions = Losse acties
step-questions = Open vragen
step-take-home = Mee naar huis
step-evaluation = Evaluatie
step-export = Overdragen
step-main-points-how = Deze onderdelen hebben een notitie, maar nog geen kernpunten. Klik om ze op te schrijven.
step-trends-how = Geef een regel een trend, of laat hem zo.
step-actions-how = Acties zonder naam of datum blijven liggen.
step-questions-how = Zet het antwoord ingesprongen onder de vraag.
step-take-home-how = Wat ga je anders doen?
step-evaluation-how = De vragen van de organisatie. Je antwoorden blijven op deze laptop tot je ze zelf deelt.
step-export-how = Bewaar de dag als document voor je collega’s.
step-take-home-empty = Nog niets. Onder elke notitie is er plek voor bij „Mee naar huis”.
step-next = Volgende stap
step-done = Hier is niets meer te doen.
lacks-both = wie? wanneer?
lacks-person = wie?
lacks-date = wanneer?

# Overzicht

overview-all = Alles
overview-actions = Acties
overview-decisions = Afspraken
overview-questions = Vragen
overview-quotes = Citaten
overview-figures = Cijfers
overview-points = Besproken
overview-starred = Belangrijk
overview-private = Alleen voor mij
overview-open-and-done = { $done ->
    [0] { $open } open
   *[other] { $open } open · { $done } afgevinkt
}
overview-asked-and-answered = { $answered ->
    [0] { $open } zonder antwoord
   *[other] { $open } zonder antwoord · { $answered } met antwoord
}
overview-filter = Woorden zoeken
overview-session = Onderdeel
overview-sessions = Alle onderdelen
overview-trend = Trend
overview-trends = Alle trends
overview-person = Persoon
overview-people = Alle mensen
overview-this-day = Deze dag
overview-all-days = Alle dagen
overview-from = Vanaf
overview-from-first = Vanaf de eerste dag
overview-until = Tot en met
overview-until-last = Tot en met de laatste dag
overview-waits = Alle dagen worden doorgelezen…
overview-first = { $count ->
    [one] de eerste regel
   *[other] de eerste { $count }
}
overview-hint = Enter opent een regel in de notitie, F4 wijzigt hem hier. Spatie of Ctrl+klik kiest regels om samen te wijzigen.
overview-found = { $count ->
    [0] Niets gevonden
    [one] { $count } gevonden
   *[other] { $count } gevonden
}
overview-choose-none = Niets meer kiezen
overview-give-trend = Trend…
overview-give-kind = Soort…
overview-nothing-found = Hier is niets wat bij het filter past.
overview-empty = Nog niets. Maak van een regel een actie, afspraak, vraag, citaat of cijfer, of geef hem een ster; dan staat hij hier.
overview-no-actions = Geen acties. Begin een regel met ‘actie:’, of klik boven je notitie op Actie.
overview-no-decisions = Geen afspraken. Begin een regel met ‘afspraak:’, of klik boven je notitie op Afspraak.
overview-no-questions = Geen vragen. Begin een regel met ‘vraag:’, of klik boven je notitie op Vraag.
overview-no-quotes = Geen citaten. Zet de woorden van een spreker tussen aanhalingstekens, of klik boven je notitie op Citaat.
overview-no-figures = Geen cijfers. Begin een regel met ‘cijfer:’, of klik boven je notitie op Cijfer.
overview-no-points = Niets besproken. Wat de zaal van een punt vond, noteer je naast de notitie.
overview-no-starred = Niets belangrijks. Klik boven je notitie op Belangrijk om een regel een ster te geven.
overview-no-private = Niets alleen voor jou.
question-open = zonder antwoord
question-answered = beantwoord
figures-by-session = Onderdeel
figures-by-value = Getal
figures-by-what = Waarover
figure-of = van { $of } { $unit } · { $share } %

# Mensen

people-filter = Naam, organisatie of functie
people-empty = Nog niemand. Wie spreekt, komt uit het programma; noem iemand met @ in een notitie, of noteer onder een notitie met wie je sprak.
people-nobody-found = Niemand gevonden.
people-hint = Kies iemand om te zien waar de naam valt.
people-speakers = Sprekers
people-met = Gesproken of genoemd
people-organisations = Organisaties
people-listed = Alleen op de lijst van deelnemers
person-speaks = spreekt in { $sessions }
person-from-here-speaks = spreker in { $sessions }
person-spoken = gesproken
person-named = { $count ->
    [one] { $count } × genoemd
   *[other] { $count } × genoemd
}
person-quoted = { $count ->
    [one] { $count } citaat
   *[other] { $count } citaten
}
person-written = Ook geschreven als { $names }
person-sessions = Spreekt in
organisation-sessions = Sprekers hiervandaan in
person-spoken-with = Gesproken over
person-follow-up = Vervolg: { $what }
person-lines = Genoemd in
person-quotes = Citaten
person-maybe = Misschien dezelfde als
person-merge = Overal “{ $name }” van maken
person-only-listed = Staat op de lijst van deelnemers, en is verder nergens genoemd.
participants-taken = Overgenomen: { $taken }. Niet begrepen: { $left }. Verbeter de lijst en neem die nog eens over, of laat het zo.
participants-nobody = geen naam gevonden
days-without-date = Zonder datum
days-sessions = { $count ->
    [one] 1 onderdeel
   *[other] { $count } onderdelen
}
days-open-actions = { $count ->
    [one] 1 open actie
   *[other] { $count } open acties
}
search-nothing = Niets gevonden.
search-found = { $count ->
    [one] 1 regel gevonden
   *[other] { $count } regels gevonden
}
search-more = De eerste { $count } regels; typ meer om er minder te zien.
search-hint = Woorden, "woorden samen", trend: persoon: soort: dag:
search-help = Zoekt in de notities van alle dagen. Hoofdletters en accenten maken niet uit.
search-recent = Eerder gezocht
trend-change = Trend wijzigen…
trend-rating = speelt bij ons: { $rating }
trend-form-heading = Trend wijzigen
trend-form-explanation = Alle regels met deze trend gaan mee. Eén keer ongedaan maken zet alles terug.
trend-form-tag = Tag, na #
trend-form-label = Naam
trend-form-aliases = Andere schrijfwijzen, met komma’s ertussen
trend-form-all-days = In alle dagen, niet alleen in deze
trend-form-merge = Samenvoegen met…
trend-form-delete = Trend verwijderen
trend-form-delete-tip = De regels blijven; van #woord blijft het woord over.
trend-form-now = Wijzigen
trends-all-sessions = alle onderdelen
open-actions-show = Bekijken
open-actions-left = { $count ->
    [one] Van deze dag is nog 1 actie open.
   *[other] Van deze dag zijn nog { $count } acties open.
}

## Instellingen, en wat dit voor programma is

command-settings = Instellingen…
settings-heading = Instellingen
settings-explanation = Wat je kiest, geldt meteen en wordt onthouden.
settings-language = Taal
settings-as-system = Zoals het systeem
settings-colours = Kleuren
settings-light = Licht
settings-dark = Donker
settings-contrast-light = Hoog contrast, licht
settings-contrast-dark = Hoog contrast, donker
settings-zoom = Grootte
settings-smaller = Kleiner
settings-larger = Groter
settings-usual-size = Gewone grootte
settings-times = Tijden
settings-show-times = Tijden naast de regels
settings-capture = Scherm delen
settings-hide-from-capture = Dit venster weglaten uit schermopnamen
settings-cannot-hide = Dat kan op dit systeem niet: wie je scherm ziet of opneemt, ziet ook dit venster.
settings-backups = Back-ups
settings-backups-in = Back-ups staan voortaan in { $path }.
settings-my-name = Mijn naam
settings-my-organisation = Mijn organisatie
settings-owner-explanation = Komt als afzender in documenten die je maakt, en tussen de namen achter @.
help-about = Over Plenair
help-version = Versie { $version }, vrij te gebruiken en te veranderen onder de MIT-licentie.
help-licences = De letters (Noto Sans) en de pictogrammen (Material Symbols van Google) staan onder de Apache License 2.0; het zoeken op losse letters (nucleo-matcher) onder de Mozilla Public License 2.0.
help-notes-are-in = Je notities staan in { $path }.

# Lang werk.
work-export = Exporteren
work-print = Pagina maken
work-import = Inlezen
work-bring-in = Notities inlezen
work-back-up = Back-up maken
work-prove = Back-up proberen
work-restore = Back-up terugzetten
work-rename = Namen wijzigen
work-look = Alle dagen bekijken
work-share = { $work }: { $percent } %
work-stop = Stoppen
work-stopping = Wordt gestopt…
work-on = Verder werken
command-stop-work = Lang werk stoppen

# Tijden en soorten in een document.
export-times = Tijden:
export-times-none = geen
export-times-programme = programma
export-times-lines = ook van de regels
export-kinds = Soort erbij: actie, afspraak, vraag, cijfer
export-keeps-all = Hierin staan tijden en soorten altijd.
