"""What ``import gxparse``, its first use and the command line cost over a bare interpreter, in milliseconds.

Public names are imported when they are first asked for; the lines say what asking costs.

python benchmarks/bench_import.py
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys


def milliseconds(*arguments: str, rounds: int = 7) -> float:
    """The least CPU time of an interpreter started with these arguments."""
    # As users have it: with compiled modules, which the first round writes.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    best = float("inf")
    for _ in range(rounds):
        start = _children()
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)
        best = min(best, _children() - start)
    return best * 1e3


def _children() -> float:
    """The CPU seconds of all programs started so far; others on the machine do not count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    bare = milliseconds("-c", "pass")
    print(f"{'bare interpreter':32}{bare:8.1f} ms")
    for name, arguments in {
        "import gxparse": ("-c", "import gxparse"),
        "gxparse.Report": ("-c", "import gxparse; gxparse.Report"),
        "gxparse.parse": ("-c", "import gxparse; gxparse.parse"),
        "gxparse.parse('一、总体情况')": ("-c", "import gxparse; gxparse.parse('一、总体情况')"),
        "gxparse --help": ("-m", "gxparse", "--help"),
    }.items():
        took = milliseconds(*arguments)
        print(f"{name:32}{took:8.1f} ms, {took - bare:.1f} ms over bare")


if __name__ == "__main__":
    main()
