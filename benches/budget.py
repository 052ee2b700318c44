#!/usr/bin/env python3
"""What the benches say now, beside what they said before: anything that costs a quarter more is named.

usage: benches/budget.py [--save] [BENCH…]      all benches when none is named

Runs `cargo bench` and reads every time in its tables. With --save they become the new `benches/baseline.json`; without, each is
compared with it by ratio. Another machine, or a busy one, is not another program: the bare text field of the keystroke bench says
how fast the machine is, and all ratios are taken relative to it. Not a test: figures jump, so look twice before you believe one.
Ends with 1 when something is over budget.
"""

import json
import re
import statistics
import subprocess
import sys
from pathlib import Path

BENCHES = ["keystroke", "store", "programme", "afterwards"]
BASELINE = Path(__file__).with_name("baseline.json")
BUDGET = 1.25
MICROSECONDS = {"µs": 1.0, "ms": 1e3, "s": 1e6}
A_TIME = re.compile(r"(?<![\w.,])(\d+(?:\.\d+)?) (µs|ms|s)(?!\w)")
# Times this short, in microseconds, are noise.
SHORTEST = 20.0
# In the table of keystrokes: a row is a size, and its first and third times are those of the bare text field.
BARE = re.compile(r"^keystroke/.*/(1|3)$")


def times_of(bench, output):
    """Every time in the tables of a bench, by the table, the row and the place in it; in microseconds."""
    times, table = {}, ""
    for line in output.splitlines():
        found = list(A_TIME.finditer(line))
        if not found:
            table = " ".join(line.split()) or table
            continue
        row = " ".join(line[: found[0].start()].split())
        for place, match in enumerate(found, start=1):
            times[f"{bench}/{table}/{row}/{place}"] = float(match[1]) * MICROSECONDS[match[2]]
    return times


def measure(benches):
    times = {}
    for bench in benches:
        print(f"measuring {bench} …", file=sys.stderr)
        command = ["cargo", "bench", "--quiet", "--bench", bench]
        run = subprocess.run(command, cwd=BASELINE.parent.parent, stdout=subprocess.PIPE, text=True, check=True)
        times.update(times_of(bench, run.stdout))
    return times


def machine(ratios):
    """How much slower the machine is than that of the baseline."""
    bare = [ratio for name, ratio in ratios.items() if BARE.match(name)]
    return statistics.median(bare) if bare else 1.0


def report(before, now):
    ratios = {name: now[name] / before[name] for name in now if before.get(name, 0) >= SHORTEST}
    factor = machine(ratios)
    over = {name: ratio / factor for name, ratio in ratios.items() if ratio / factor > BUDGET and not BARE.match(name)}
    for name, ratio in sorted(over.items(), key=lambda item: -item[1]):
        print(f"{ratio:6.2f} ×  {before[name]:>10.0f} → {now[name]:>10.0f} µs  {name}")
    for name in sorted(set(before) - set(now)):
        if name.split("/")[0] in {measured.split("/")[0] for measured in now}:
            print(f"   gone   {name}")
    print(f"{len(ratios)} figures compared; machine {factor:.2f} ×; over budget ({BUDGET} ×): {len(over)}")
    return 1 if over else 0


def main():
    arguments = sys.argv[1:]
    save = "--save" in arguments
    benches = [argument for argument in arguments if argument != "--save"] or BENCHES
    before = json.loads(BASELINE.read_text("utf-8")) if BASELINE.exists() else {}
    now = measure(benches)
    if save:
        kept = {name: time for name, time in before.items() if name.split("/")[0] not in benches}
        BASELINE.write_text(json.dumps(kept | now, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
        print(f"{len(now)} figures saved")
        return 0
    if not before:
        print("there is no baseline yet: --save makes one")
        return 0
    return report(before, now)


if __name__ == "__main__":
    sys.exit(main())
