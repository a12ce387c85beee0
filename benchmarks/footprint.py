#!/usr/bin/env python3
"""Measures the memory that lexicons and models take once loaded, and how long importing takes.

Ends with status 1 when the memory is above the ceiling in floors.toml.
"""

import sys
from importlib import import_module
from pathlib import Path
from time import process_time

from floors import load_floors

CEILING = "memory of lexicons and models in MB, at most"
PAGE_KB = 4


def main() -> None:
    """Prints both, measured in this fresh process."""
    began = process_time()
    import musnad  # noqa: PLC0415 - it is measured

    import_s, empty = process_time() - began, resident_mb()
    import_module("musnad.pipeline.read")
    code, before = resident_mb() - empty, resident_mb()
    musnad.read(SENTENCE.encode())
    taken, ceiling = resident_mb() - before, load_floors()["speed"][CEILING]
    print(f"`import musnad` takes {import_s:.3f} s of processor time. The code of all stages takes")
    print(f"{code:.0f} MB, after one reading lexicons and models {taken:.0f} MB", end=" ")
    print(f"(at most {ceiling:.0f}).")
    sys.exit(1 if taken > ceiling else 0)


def resident_mb() -> float:
    """Gives the memory of this process that is in use, in MB."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * PAGE_KB / 1024


SENTENCE = """\
قال وزير الموانئ كمال الصواري لوكالة الساحل للأنباء أمس الخميس إن 12 شخصا قتلوا في مرسى.
"""

if __name__ == "__main__":
    main()
