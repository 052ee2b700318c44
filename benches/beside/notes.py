#!/usr/bin/python3
"""Makes the same notes for every program that is measured: Markdown in folders, a CherryTree document, a Zim notebook.

usage: notes.py COUNT FOLDER

In FOLDER come `markdown/`, `notes.ctb` and `zim/`, each with COUNT invented notes of 3 kB. The text is the same on every
machine.
"""

import os
import random
import sqlite3
import sys

SIZE = 3 * 1024
WORDS = (
    "afspraak agenda basis buurt burger cijfer dialoog gemeente handhaving inwoner jeugd keuze maatregel melding netwerk "
    "onrust overleg politie raad regio rol samen signaal stad toezicht veiligheid vertrouwen vraag wijk zorg"
).split()
TRENDS = "cybercrime jeugd maatwerk ondermijning polarisatie toezicht".split()


def line(chance):
    words = [chance.choice(WORDS) for _ in range(chance.randint(6, 18))]
    text = " ".join(words).capitalize() + "."
    if chance.random() < 0.2:
        text += " #" + chance.choice(TRENDS)
    return "- [ ] " + text if chance.random() < 0.1 else text


def note(chance, number):
    title = f"Sessie {number % 12 + 1} {chance.choice(WORDS)} {chance.choice(WORDS)}"
    lines = []
    while sum(map(len, lines)) + len(lines) < SIZE:
        lines.append(line(chance))
    return title, "\n".join(lines) + "\n"


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def cherrytree(path, notes):
    store = sqlite3.connect(path)
    store.executescript(
        """
        CREATE TABLE node (node_id INTEGER UNIQUE, name TEXT, txt TEXT, syntax TEXT, tags TEXT, is_ro INTEGER,
            is_richtxt INTEGER, has_codebox INTEGER, has_table INTEGER, has_image INTEGER, level INTEGER,
            ts_creation INTEGER, ts_lastsave INTEGER);
        CREATE TABLE codebox (node_id INTEGER, offset INTEGER, justification TEXT, txt TEXT, syntax TEXT, width INTEGER,
            height INTEGER, is_width_pix INTEGER, do_highl_bra INTEGER, do_show_linenum INTEGER);
        CREATE TABLE grid (node_id INTEGER, offset INTEGER, justification TEXT, txt TEXT, col_min INTEGER, col_max INTEGER);
        CREATE TABLE image (node_id INTEGER, offset INTEGER, justification TEXT, anchor TEXT, png BLOB, filename TEXT,
            link TEXT, time INTEGER);
        CREATE TABLE children (node_id INTEGER UNIQUE, father_id INTEGER, sequence INTEGER, master_id INTEGER);
        CREATE TABLE bookmark (node_id INTEGER UNIQUE, sequence INTEGER);
        """
    )
    for number, (title, text) in enumerate(notes, 1):
        row = (number, title, text, "plain-text", "", 0, 0, 0, 0, 0, 0, 0, 0)
        store.execute(f"INSERT INTO node VALUES ({','.join('?' * len(row))})", row)
        store.execute("INSERT INTO children VALUES (?, 0, ?, 0)", (number, number))
    store.commit()


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    count, folder = int(sys.argv[1]), sys.argv[2]
    chance = random.Random(7)
    notes = [note(chance, number) for number in range(count)]
    for number, (title, text) in enumerate(notes):
        event, session = f"dag{number // 12:04d}", f"sessie{number % 12 + 1:02d}"
        write(f"{folder}/markdown/{event}/{session}.md", f"# {title}\n\n{text}")
        head = "Content-Type: text/x-zim-wiki\nWiki-Format: zim 0.6\n\n"
        write(f"{folder}/zim/{event}/{session}.txt", f"{head}====== {title} ======\n\n{text}")
    write(f"{folder}/zim/notebook.zim", "[Notebook]\nname=notes\nversion=0.6\nhome=dag0000\n")
    cherrytree(f"{folder}/notes.ctb", notes)


if __name__ == "__main__":
    main()
