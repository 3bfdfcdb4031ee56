#!/usr/bin/env python3
"""Asks the compiler which types of a built package are Hashable, and records its answers as expectations.

    Scripts/record-compiler-verdicts.py RECACHE BUILD CHECKOUT OUTPUT

RECACHE is the built program, BUILD a build directory with a 'Modules' folder (debug, so that '@testable' works),
CHECKOUT the package's sources, those of its dependencies in '.build/checkouts', OUTPUT the file to write: a line
'Module.Type yes' or 'Module.Type no' for every type that can be named from outside its file. A generic type is asked
about with each of a few arguments: 'Module.Type<Int> yes'. Disagreements with the program are printed.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys

# What generic types are asked about with: hashable, hashable and a collection, neither.
ARGUMENTS = ["Int", "[Int]", "Any"]


def main():
    recache, build, checkout, output = sys.argv[1:]
    modules = collections.defaultdict(dict)
    generic = set()
    for entry in probe(recache, checkout, "--all"):
        if "/Tests/" in entry["declaredAt"]:
            continue
        if "<" in entry["type"]:
            generic |= {specialized(entry["type"], argument) for argument in ARGUMENTS}
            continue
        module, _, name = entry["type"].partition(".")
        modules[module].setdefault(name, []).append(entry)
    for text in sorted(generic):
        module, _, name = text.partition(".")
        modules[module].setdefault(name, [])
    available = {p.stem for p in pathlib.Path(build, "Modules").glob("*.swiftmodule")}
    answers, wrong, unknown, skipped, verdicts = {}, [], [], 0, {}
    for module in sorted(modules):
        if module not in available:
            print(f"{module}: not built, {len(modules[module])} types left out")
            continue
        for name, answer in ask(build, module, sorted(modules[module])).items():
            if answer is None or len(modules[module][name]) > 1:
                skipped += 1
                continue
            answers[f"{module}.{name}"] = answer
            verdicts.update((f"{module}.{name}", entry) for entry in modules[module][name])
    asked = sorted(answers.keys() - verdicts.keys())
    # An argument list has its bounds.
    for start in range(0, len(asked), 500):
        part = asked[start:start + 500]
        verdicts.update(zip(part, probe(recache, checkout, *part)))
    for name, answer in sorted(answers.items()):
        entry = verdicts.get(name, {"verdict": "unknown", "because": "not answered"})
        if entry["verdict"] == "unknown":
            unknown.append((name, answer, entry["because"]))
        elif (entry["verdict"] == "hashable") != answer:
            wrong.append((name, answer, entry["because"], entry.get("declaredAt")))
    pathlib.Path(output).write_text(
        "".join(f"{name} {'yes' if answers[name] else 'no'}\n" for name in sorted(answers)))
    print(f"{len(answers)} types asked, {skipped} not nameable, {len(wrong)} wrong, {len(unknown)} unknown")
    for entry in wrong:
        print("WRONG  ", *entry, sep=" | ")
    for entry in unknown:
        print("UNKNOWN", *entry, sep=" | ")


def probe(recache, checkout, *names):
    command = [recache, "probe", *names, "--in", checkout, "--format", "json"]
    return json.loads(subprocess.run(command, capture_output=True, text=True).stdout)["types"]


def specialized(text, argument):
    """'Outer<A, B>.Inner' with an argument in the place of every parameter."""
    return re.sub(r"<([^<>]*)>", lambda m: "<" + ", ".join([argument] * (m[1].count(",") + 1)) + ">", text)


def ask(build, module, names):
    source = pathlib.Path(build, "recache-probe.swift")
    lines = [f"@testable import {module}", "func need<T: Hashable>(_: T.Type) {}", "func name<T>(_: T.Type) {}"]
    for i, text in enumerate(names):
        # A module's name behind which '::' stands is never taken for a type's.
        lines.append(f"func exists{i}() {{ name({module}::{text}.self) }}")
        lines.append(f"func probe{i}() {{ need({module}::{text}.self) }}")
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
        texts = found.get(2 * i + 5, [])
        if 2 * i + 4 in found:
            answers[name] = None
        elif not texts:
            answers[name] = True
        elif all(re.search(r"requires that .* conform to 'Hashable'|cannot conform to 'Hashable'|as a type conforming to", t)
                 for t in texts):
            answers[name] = False
        else:
            answers[name] = None
    source.unlink()
    return answers


main()
