"""The command line: a thin skin over the façade, and the last step of the flow.

`entry` turns every failure into an `error:` and a `hint:` line and an exit
code; `app` lists the commands; there is one module per group of commands. A
command parses, calls once, writes and answers with a number. `sources` reads
the two sides, `targets` says where reports go, `writing` puts them there.

Knows nothing of how texts are compared or drawn. What draws, writes JSON or talks
to a terminal is loaded by the command that needs it; the façade itself, and with it
the modules that compare, are loaded before any of this runs.
"""

from difftool.cli.entry import main, run

__all__ = ["main", "run"]
