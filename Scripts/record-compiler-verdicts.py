#!/usr/bin/env python3
"""Asks the compiler which types of a built package are Hashable, and records its answers as expectations.

    Scripts/record-compiler-verdicts.py RECACHE BUILD CHECKOUT OUTPUT

RECACHE is the built program, or a file with what it printed as JSON, BUILD a build directory with a 'Modules' folder (debug, so that '@testable' works),
CHECKOUT the package's sources, OUTPUT the file to write: a line 'Module.Type yes' or 'Module.Type no' for every type
that can be named from outside its file. Disagreements with the program are printed.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys


def main():
    recache, build, checkout, output = sys.argv[1:]
    if recache.endswith(".json"):
        text = pathlib.Path(recache).read_text()
    else:
        text = subprocess.run([recache, "probe", "--all", "--in", checkout, "--format", "json"],
                              capture_output=True, text=True).stdout
    said = json.loads(text)["types"]
    modules = collections.defaultdict(dict)
    for entry in said:
        if "/Tests/" in entry["declaredAt"] or entry["type"].count("<"):
            continue
        module, _, name = entry["type"].partition(".")
        modules[module].setdefault(name, []).append(entry)
    available = {p.stem for p in pathlib.Path(build, "Modules").glob("*.swiftmodule")}
    answers, wrong, unknown, skipped = {}, [], [], 0
    for module in sorted(modules):
        if module not in available:
            print(f"{module}: not built, {len(modules[module])} types left out")
            continue
        for name, answer in ask(build, module, sorted(modules[module])).items():
            if answer is None or len(modules[module][name]) > 1:
                skipped += 1
                continue
            entry = modules[module][name][0]
            answers[entry["type"]] = answer
            if entry["verdict"] == "unknown":
                unknown.append((entry["type"], answer, entry["because"]))
            elif (entry["verdict"] == "hashable") != answer:
                wrong.append((entry["type"], answer, entry["because"], entry["declaredAt"]))
    pathlib.Path(output).write_text(
        "".join(f"{name} {'yes' if answers[name] else 'no'}\n" for name in sorted(answers)))
    print(f"{len(answers)} types asked, {skipped} not nameable, {len(wrong)} wrong, {len(unknown)} unknown")
    for entry in wrong:
        print("WRONG  ", *entry, sep=" | ")
    for entry in unknown:
        print("UNKNOWN", *entry, sep=" | ")


def ask(build, module, names):
    source = pathlib.Path(build, "recache-probe.swift")
    lines = [f"@testable import {module}", "func need<T: Hashable>(_: T.Type) {}"]
    lines += [f"func probe{i}() {{ need({module}.{name}.self) }}" for i, name in enumerate(names)]
    lines.append("func control() { need((() -> Void).self) }")
    source.write_text("\n".join(lines) + "\n")
    checkouts = pathlib.Path(build, "../../checkouts").resolve()
    includes = [str(p.parent) for p in pathlib.Path(build).glob("*.build/module.modulemap")]
    includes += [str(p.parent) for p in checkouts.glob("**/module.modulemap")]
    command = ["swiftc", "-typecheck", "-swift-version", "5", "-I", f"{build}/Modules", str(source)]
    for include in sorted(set(includes)):
        command += ["-Xcc", f"-I{include}", "-I", include]
    for modulemap in pathlib.Path(build).glob("*.build/module.modulemap"):
        command += ["-Xcc", f"-fmodule-map-file={modulemap}"]
    errors = subprocess.run(command, capture_output=True, text=True).stderr
    found = collections.defaultdict(list)
    for number, text in re.findall(r"recache-probe\.swift:(\d+):\d+: error: (.*)", errors):
        found[int(number)].append(text)
    # A closure is never Hashable: where the compiler does not say so, it did not come that far.
    if len(lines) not in found:
        print(f"{module}: {(re.findall(r'error: (.*)', errors) or ['no answer'])[0]}")
        return {name: None for name in names}
    answers = {}
    for i, name in enumerate(names):
        texts = found.get(i + 3, [])
        if not texts:
            answers[name] = True
        elif all(re.search(r"requires that .* conform to 'Hashable'|cannot conform to 'Hashable'|as a type conforming to", t)
                 for t in texts):
            answers[name] = False
        else:
            answers[name] = None
    source.unlink()
    return answers


main()
