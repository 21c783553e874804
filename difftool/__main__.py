"""Run the command line as `python -m difftool`; knows nothing but where it begins."""

from difftool.cli import run

if __name__ == "__main__":
    run()
