"""What a figure of speed was measured on: processor, kernels of the two BLAS libraries, threads."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
from pathlib import Path

_PRODUCT = "import numpy, thinc.api; a = numpy.ones((8, 8), 'f'); thinc.api.NumpyOps(use_blis=True).gemm(a, a)"


def described() -> str:
    """One line: *Intel … · 2 cores · spaCy's blis haswell · numpy's openblas 0.3 SkylakeX · 1 thread*."""
    return " · ".join((_processor(), f"{os.cpu_count()} cores", f"spaCy's blis {_blis()}", *_numpy()))


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = re.findall(r"^model name\s*: (.+)$", info.read_text(encoding="utf-8"), re.MULTILINE)
        if names:
            return " ".join(names[0].split())
    return platform.processor() or platform.machine()


def _blis() -> str:
    """The kernel that blis takes: it tells when asked for its reasons, and only while it starts."""
    env = {**os.environ, "BLIS_ARCH_DEBUG": "1"}
    done = subprocess.run([sys.executable, "-c", _PRODUCT], capture_output=True, text=True, env=env, check=False)
    found = re.search(r"selecting sub-configuration '(\w+)'", done.stdout + done.stderr)
    return found[1] if found else "of a kernel that it does not tell"


def _numpy() -> list[str]:
    import numpy as np
    from threadpoolctl import threadpool_info

    np.ones((2, 2)) @ np.ones((2, 2))
    return [
        f"numpy's {one['internal_api']} {one['version']} {one.get('architecture', '')}, {one['num_threads']} threads"
        for one in threadpool_info()
        if one["user_api"] == "blas"
    ]
