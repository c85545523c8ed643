"""Puts the binary that KUSTOCONN_BINARY names among a wheel's scripts and gives the
wheel the tag of KUSTOCONN_PLATFORM, such as linux/amd64."""

import os
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# The binaries are static, so that those for Linux run with any libc. The oldest
# macOS is Go's.
PLATFORMS = {
    "linux/amd64": "manylinux_2_17_x86_64.manylinux2014_x86_64.musllinux_1_1_x86_64",
    "linux/arm64": "manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64",
    "darwin/amd64": "macosx_12_0_x86_64",
    "darwin/arm64": "macosx_12_0_arm64",
    "windows/amd64": "win_amd64",
    "windows/arm64": "win_arm64",
}


class Hook(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        platform = os.environ["KUSTOCONN_PLATFORM"]
        name = "kustoconn.exe" if platform.startswith("windows/") else "kustoconn"
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{PLATFORMS[platform]}"
        build_data["shared_scripts"] = {os.environ["KUSTOCONN_BINARY"]: name}
        licence = Path(self.root).parents[1] / "LICENSE"
        build_data["force_include"][str(licence)] = "kustoconn/LICENSE"
