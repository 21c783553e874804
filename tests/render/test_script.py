"""The script of the page: type-checked, linted, small."""

from __future__ import annotations

import json
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

from difftool.render import html

TSC = shutil.which("tsc")
OXLINT = Path(sysconfig.get_path("scripts")) / "oxlint"
PARTS = [Path(html.__file__).parent / "templates" / "script" / f"{name}.js" for name in html.SCRIPTS]
STRICT = {
    "checkJs": True,
    "allowJs": True,
    "noEmit": True,
    "strict": True,
    "target": "es2022",
    "lib": ["es2022", "dom", "dom.iterable"],
    "noUnusedLocals": True,
    "noUnusedParameters": True,
    "noFallthroughCasesInSwitch": True,
}


def test_every_part_is_in_the_page() -> None:
    assert sorted(PARTS) == sorted(PARTS[0].parent.glob("*.js"))


@pytest.mark.skipif(TSC is None, reason="tsc is not installed (apt-get install node-typescript)")
def test_the_script_keeps_its_types(tmp_path: Path) -> None:
    config = tmp_path / "tsconfig.json"
    config.write_text(json.dumps({"compilerOptions": STRICT, "files": [str(path) for path in PARTS]}), "utf-8")
    done = subprocess.run([str(TSC), "-p", str(config)], capture_output=True, text=True, check=False, timeout=300)
    assert done.stdout + done.stderr == ""
    assert done.returncode == 0


def test_the_script_is_clean(tmp_path: Path) -> None:
    whole = tmp_path / "page.js"
    whole.write_text(html._script(), "utf-8")  # noqa: SLF001 - the parts share one scope
    done = subprocess.run(
        [str(OXLINT), "--deny-warnings", str(whole)], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout
