#!/usr/bin/env python3
"""Compares unprobed with a Kconfiglib, byte for byte; --help says more."""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import trees

TARGETS = ("olddefconfig", "alldefconfig", "allnoconfig", "allyesconfig", "allmodconfig", "defconfig", "savedefconfig")


class Outcome:
    """What one side did: the file that it wrote, both streams, and the exit status."""

    def __init__(self, folder, written, process):
        path = folder / written
        self.config = path.read_bytes() if path.exists() else b""
        self.out = process.stdout
        self.err = process.stderr
        self.rc = process.returncode

    def refused(self):
        return self.rc != 0


def run(command, folder, environment, written):
    process = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=300, check=False)
    return Outcome(folder, written, process)


class Comparison:
    def __init__(self, kconfiglib, unprobed, work):
        self.kconfiglib, self.unprobed, self.work = kconfiglib, unprobed, work
        self.runs = self.differing = self.refused = self.other_out = self.other_err = 0

    def compare(self, title, target, fill, environment, kconfig="Kconfig"):
        """Lets both reach a target in a folder that fill() makes afresh, under the same name."""
        written = "saved" if target == "savedefconfig" else ".config"
        script = str(self.kconfiglib / f"{target}.py")
        theirs = [sys.executable, script]
        ours = [self.unprobed, "config", target]
        if target == "defconfig":
            theirs += ["--kconfig", kconfig, "seed"]
            ours += ["seed"]
        elif target == "savedefconfig":
            theirs += ["--kconfig", kconfig, "--out", "saved"]
            ours += ["saved"]
        else:
            theirs += [kconfig]
        outcomes = []
        for command in (theirs, ours + ["--kconfig", kconfig, "--generation", "kconfiglib"]):
            folder = self.work / "run"
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            fill(folder)
            outcomes.append(run(command, folder, environment, written))
        self.judge(title, target, *outcomes)

    def judge(self, title, target, theirs, ours):
        self.runs += 1
        self.refused += theirs.refused() and ours.refused()
        if theirs.refused() and ours.refused():
            return
        self.other_out += theirs.out != ours.out
        self.other_err += sorted(theirs.err.splitlines()) != sorted(ours.err.splitlines())
        if theirs.config == ours.config and theirs.refused() == ours.refused():
            return
        self.differing += 1
        print(f"{title} {target}: differs (exit {theirs.rc}, {ours.rc})")
        for name, outcome in (("theirs", theirs), ("ours", ours)):
            place = self.work / f"{title.replace('/', '_')}-{target}"
            place.mkdir(exist_ok=True)
            (place / f"{name}.config").write_bytes(outcome.config)
            (place / f"{name}.out").write_bytes(outcome.out + outcome.err)

    def summary(self, what):
        print(
            f"{what}: {self.runs} runs, {self.differing} differing; {self.refused} refused by both;"
            f" standard output differs in {self.other_out}, standard error in {self.other_err}"
        )


def made_up(comparison, first, count, configdefault):
    for seed in range(first, first + count):
        maker = trees.Maker(seed, configdefault)
        files = maker.tree()
        for target in TARGETS:
            config = maker.dot_config()

            def fill(folder):
                for name, text in {**files, ".config": config, "seed": config}.items():
                    path = folder / name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(text)

            environment = {**os.environ, "srctree": str(comparison.work / "run"), "WORD": "two"}
            if seed % 4 == 0 and target.startswith("all"):
                environment["KCONFIG_ALLCONFIG"] = "seed"
            comparison.compare(f"seed {seed}", target, fill, environment)


def board_folders(tree, count):
    """Evenly spread over all boards that have a defconfig of their own name."""
    folders = sorted(tree.glob("boards/*/*/*_defconfig"))
    step = max(1, len(folders) // count) if count else len(folders) + 1
    return folders[::step][:count]


def generated(tree, folder):
    """The Kconfig files that Zephyr's CMake writes, with no module and no shield in them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("Kconfig.modules", "Kconfig.shield", "Kconfig.shield.defconfig", "Kconfig.dts"):
        (folder / name).write_text("")
    script = tree / "scripts/dts/gen_driver_kconfig_dts.py"
    bindings = ["--bindings-dirs", str(tree / "dts/bindings")]
    command = [sys.executable, str(script), "--kconfig-out", str(folder / "Kconfig.dts"), *bindings]
    subprocess.run(command, capture_output=True, check=False)


def zephyr(comparison, tree, boards):
    """What Zephyr's CMake sets for a board, but without a device tree, so that dt_ functions answer for none."""
    generated(tree, comparison.work / "generated")
    for defconfig in board_folders(tree, boards):
        board, arch = defconfig.name.removesuffix("_defconfig"), defconfig.parent.parent.name
        environment = {
            **os.environ,
            "srctree": str(tree),
            "ZEPHYR_BASE": str(tree),
            "ARCH": arch,
            "ARCH_DIR": str(tree / "arch"),
            "BOARD": board,
            "BOARD_DIR": str(defconfig.parent),
            "KCONFIG_BINARY_DIR": str(comparison.work / "generated"),
            "SHIELD_AS_LIST": "",
            "EDT_PICKLE": "",
            "DEVICETREE_CONF": "none",
            "KERNELVERSION": "0x3040000",
            "APPLICATION_SOURCE_DIR": str(tree / "samples/hello_world"),
            "TOOLCHAIN_KCONFIG_DIR": str(comparison.work / "none"),
            "ZEPHYR_TOOLCHAIN_VARIANT": "host",
            "PYTHONPATH": str(tree / "scripts/kconfig"),
        }

        def fill(folder):
            for name in ("seed", ".config"):
                (folder / name).write_bytes(defconfig.read_bytes())

        for target in ("defconfig", "allyesconfig", "allnoconfig", "savedefconfig"):
            comparison.compare(board, target, fill, environment)


def oracle(kconfiglib, tree, work):
    """The scripts of a Kconfiglib; beside the tree's own kconfiglib.py when it has one."""
    folder = work / "scripts"
    folder.mkdir(parents=True, exist_ok=True)
    for target in TARGETS:
        shutil.copy(kconfiglib / f"{target}.py", folder)
    own = tree / "scripts/kconfig/kconfiglib.py" if tree else kconfiglib / "kconfiglib.py"
    shutil.copy(own, folder / "kconfiglib.py")
    return folder


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kconfiglib", type=pathlib.Path, required=True, help="a checkout of Kconfiglib, with its scripts")
    parser.add_argument("--seed", type=int, default=1, help="of the first made-up tree")
    parser.add_argument("--trees", type=int, default=20, help="how many made-up trees, seven targets each")
    parser.add_argument("--zephyr", type=pathlib.Path, help="a Zephyr tree, whose own kconfiglib.py is taken")
    parser.add_argument("--boards", type=int, default=10, help="how many of its boards, four targets each")
    parser.add_argument("--work", type=pathlib.Path, help="where runs take place; kept")
    arguments = parser.parse_args()
    root = pathlib.Path(__file__).resolve().parents[2]
    unprobed = os.environ.get("UNPROBED", str(root / "unprobed"))
    work = arguments.work or pathlib.Path(tempfile.mkdtemp(prefix="kconfiglib."))
    work.mkdir(parents=True, exist_ok=True)
    for name in ("KCONFIG_CONFIG", "KCONFIG_ALLCONFIG", "CONFIG_", "KCONFIG_FUNCTIONS"):
        os.environ.pop(name, None)
    tree = arguments.zephyr.resolve() if arguments.zephyr else None
    kconfiglib = oracle(arguments.kconfiglib.resolve(), tree, work.resolve())
    comparison = Comparison(kconfiglib, unprobed, work.resolve())
    if tree:
        zephyr(comparison, tree, arguments.boards)
        comparison.summary(f"{tree.name}, {arguments.boards} boards")
    else:
        configdefault = "configdefault" in (kconfiglib / "kconfiglib.py").read_text()
        made_up(comparison, arguments.seed, arguments.trees, configdefault)
        comparison.summary(f"made-up trees, seeds {arguments.seed} to {arguments.seed + arguments.trees - 1}")
    sys.exit(1 if comparison.differing else 0)


if __name__ == "__main__":
    main()
