"""Run the command line as `python -m difftool`; knows nothing but where it begins."""

from difftool.cli import main

raise SystemExit(main())
