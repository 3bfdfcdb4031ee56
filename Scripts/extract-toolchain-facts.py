#!/usr/bin/env python3
"""Extracts what the toolchain's modules declare, from its symbol graphs, into the compact text that HashProbe embeds.

    Scripts/extract-toolchain-facts.py            rewrites Sources/HashProbe/Toolchain/ToolchainFacts+Text.swift
    Scripts/extract-toolchain-facts.py --print    writes the text to standard output

The text, line by line:

    module Foundation Dispatch FoundationEssentials     a module, and the modules it re-exports
    struct Outer.Name<A, B> where A: P                  a type: struct, enum, class, actor or protocol; its attributes follow
    extension Swift.Array                               what a module adds to a type of another one
     : Hashable where Element: Hashable                 a conformance, a superclass or a refined protocol of the type above
     = Index Int                                        a type alias in it, or at the top level where no type is above
     ~ Element P & Q                                    an associated type and what it must conform to
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

MODULES = [
    "Swift", "_Concurrency", "_StringProcessing", "RegexBuilder", "Synchronization", "Observation", "Distributed",
    "Dispatch", "FoundationEssentials", "FoundationInternationalization", "Foundation", "FoundationNetworking",
    "FoundationXML", "Testing", "XCTest", "Glibc", "PackageDescription", "PackagePlugin",
]
# A module of C whose declarations another one passes on as its own.
PASSED_ON = {"SwiftGlibc": "Glibc"}
# Where the package manager keeps its modules, beside those of the standard library.
FOLDERS = ["pm/ManifestAPI", "pm/PluginAPI"]
# Always said in full, whatever else implies them.
ASKED = {"Hashable", "Equatable", "Encodable", "Decodable", "Sendable", "BitwiseCopyable"}
SILENT = {"Copyable", "Escapable", "SendableMetatype", "CVarArg", "MirrorPath", "Any"}
KINDS = {"swift.struct": "struct", "swift.enum": "enum", "swift.class": "class", "swift.actor": "actor",
         "swift.protocol": "protocol"}
ATTRIBUTES = ("@propertyWrapper", "@globalActor", "@resultBuilder")


def run(*command, **options):
    return subprocess.run(command, check=False, capture_output=True, text=True, **options)


def target():
    info = json.loads(run("swift", "-print-target-info").stdout)
    return info["target"]["triple"], info["paths"].get("sdkPath")


def folders():
    resources = pathlib.Path(json.loads(run("swift", "-print-target-info").stdout)["paths"]["runtimeResourcePath"])
    return [word for folder in FOLDERS for word in ("-I", str(resources / folder))]


def extract(directory):
    triple, sdk = target()
    for module in MODULES + list(PASSED_ON):
        command = ["swift", "symbolgraph-extract", "-module-name", module, "-target", triple, *folders(),
                   "-output-dir", directory, "-minimum-access-level", "public"]
        run(*command, *(["-sdk", sdk] if sdk else []))


def spelled(fragments):
    return "".join(f["spelling"] for f in fragments)


class Graph:
    def __init__(self, directory):
        self.names = {}        # symbol id -> (module, path)
        self.types = {}        # (module, path) -> {"kind", "parameters", "constraints", "attributes"}
        self.aliases = {}      # (module, owner module, owner path) -> [(name, target)]
        self.associated = {}   # (module, path of the protocol) -> [(name, constraints)]
        self.parents = {}      # (module, owner module, owner path) -> {(name, conditions)}
        files = [(p, json.loads(p.read_text())) for p in sorted(pathlib.Path(directory).glob("*.symbols.json"))]
        for path, graph in files:
            for symbol in graph["symbols"]:
                self.name(module_of(path), symbol)
        for path, graph in files:
            module = module_of(path)
            for symbol in graph["symbols"]:
                self.read(module, path, symbol)
            for relation in graph["relationships"]:
                self.relate(module, relation)

    def name(self, module, symbol):
        if "::SYNTHESIZED::" in symbol["identifier"]["precise"]:
            return
        if symbol["kind"]["identifier"] in KINDS:
            self.names[symbol["identifier"]["precise"]] = (module, tuple(symbol["pathComponents"]))

    def read(self, module, path, symbol):
        kind = symbol["kind"]["identifier"]
        components = tuple(symbol["pathComponents"])
        if "::SYNTHESIZED::" in symbol["identifier"]["precise"] or any(hidden(c) for c in components):
            return
        fragments = symbol.get("declarationFragments", [])
        if kind in KINDS:
            generics = symbol.get("swiftGenerics", {})
            outer = len(self.outer(module, components))
            names = [p["name"] for p in generics.get("parameters", [])][outer:]
            text = spelled(fragments)
            self.types[(module, components)] = {
                "kind": "actor" if re.search(r"\bactor \w", text) else KINDS[kind],
                "parameters": [] if kind == "swift.protocol" else names,
                "constraints": constraints(generics.get("constraints", []), drop_self=True),
                "packs": set(re.findall(r"each (\w+)", text)),
                "attributes": [a for a in ATTRIBUTES if a in text],
            }
        elif kind == "swift.typealias":
            text = spelled(fragments)
            if " = " not in text:
                return
            target = text.split(" = ", 1)[1].split(" where ")[0]
            owner = self.owner(module, symbol, components)
            name = components[-1] + spelled_parameters(text, components[-1])
            entries = self.aliases.setdefault(owner, [])
            if all(known[0] != name for known in entries):
                entries.append((name, target))
        elif kind == "swift.associatedtype":
            text = spelled(fragments)
            bounds = re.search(r"associatedtype \w+ : ([^=]*?)( where .*| = .*)?$", text)
            bounds = [b.strip() for b in bounds.group(1).split(",")] if bounds else []
            bounds = [b for b in bounds if not b.startswith("~") and not hidden(b)]
            self.associated.setdefault((module, components[:-1]), []).append((components[-1], bounds))

    def outer(self, module, components):
        for length in range(len(components) - 1, 0, -1):
            for (candidate, path), entry in self.types.items():
                if path == components[:length]:
                    return self.outer(candidate, path) + entry["parameters"]
        return []

    def owner(self, module, symbol, components):
        extended = symbol.get("swiftExtension", {}).get("extendedModule", module)
        return (module, extended if len(components) > 1 else module, components[:-1])

    def relate(self, module, relation):
        if relation["kind"] not in ("conformsTo", "inheritsFrom") or "::SYNTHESIZED::" in relation["source"]:
            return
        owner = self.names.get(relation["source"])
        if owner is None or any(hidden(c) for c in owner[1]):
            return
        known = self.names.get(relation["target"])
        parent = ".".join(known[1]) if known else relation.get("targetFallback", "").split(".")[-1]
        if not parent or hidden(parent) or parent in SILENT:
            return
        own = set(self.types.get(owner, {}).get("constraints", []))
        conditions = [c for c in constraints(relation.get("swiftConstraints", [])) if c not in own]
        self.parents.setdefault((module, *owner), set()).add((parent, tuple(sorted(set(conditions)))))


def module_of(path):
    module = path.name.split("@")[0].split(".")[0]
    return PASSED_ON.get(module, module)


def hidden(name):
    return name.startswith("_")


def spelled_parameters(text, name):
    found = re.search(r"typealias " + re.escape(name) + r"(<[^=]*?>) = ", text)
    return found.group(1) if found else ""


def constraints(entries, drop_self=False):
    out = []
    for entry in entries:
        if entry["rhs"] in SILENT or hidden(entry["rhs"]) or (drop_self and entry["lhs"] == "Self"):
            continue
        sign = {"conformance": ":", "superclass": ":", "sameType": " =="}.get(entry["kind"])
        if sign:
            out.append(f"{entry['lhs']}{sign} {entry['rhs']}")
    return out


def see_through(graph, module):
    """Puts into C's aliases what the compiler takes hidden names for: 'pid_t' is '__pid_t', and that is 'Int32'."""
    aliases = graph.aliases.get((module, module, ()), [])
    veiled = [i for i, (_, target) in enumerate(aliases) if hidden(target)]
    with tempfile.TemporaryDirectory() as directory:
        source = pathlib.Path(directory, "probe.swift")
        source.write_text(f"import {module}\n" + "".join(
            f"func probe{i}() {{ let _: Never = {aliases[i][0]}.self }}\n" for i in veiled))
        errors = run("swiftc", "-typecheck", str(source)).stderr
    seen = re.findall(r"probe\.swift:(\d+):\d+: error: .*\(aka '(.*)\.Type'\) to", errors)
    for line, text in seen:
        i = veiled[int(line) - 2]
        name = aliases[i][0]
        aliases[i] = (name, text)
        if hidden(text):
            # A struct of C that has no other name.
            aliases[i] = None
            graph.types[(module, (name,))] = {
                "kind": "struct", "parameters": [], "constraints": [], "packs": set(), "attributes": []}
    aliases[:] = [entry for entry in aliases if entry]


def add_unsaid(graph, module, protocols):
    """Adds the conformances of the standard library's types that another module declares and leaves out of its graph."""
    types = [k for k, t in sorted(graph.types.items()) if k[0] == "Swift" and len(k[1]) == 1
             and t["kind"] != "protocol" and not t["parameters"]]
    asked = [(key, name) for key in types for name in protocols
             if not any((name, ()) in graph.parents.get((m, *key), set()) for m in MODULES)]
    with tempfile.TemporaryDirectory() as directory:
        source = pathlib.Path(directory, "probe.swift")
        source.write_text(f"import {module}\n" + "".join(
            f"func need{i}<T: {name}>(_: T.Type) {{}}; func probe{i}() {{ need{i}({key[1][0]}.self) }}\n"
            for i, (key, name) in enumerate(asked)))
        errors = run("swiftc", "-typecheck", str(source)).stderr
    refused = {int(line) - 2 for line in re.findall(r"probe\.swift:(\d+):\d+: error", errors)}
    for i, (key, name) in enumerate(asked):
        if i not in refused:
            graph.parents.setdefault((module, *key), set()).add((name, ()))


def exports(graph):
    """Which modules come along with each: asked of the compiler, with a type of every other one."""
    tops = {}
    for module, path in sorted(graph.types):
        if len(path) == 1 and not graph.types[(module, path)]["parameters"]:
            tops.setdefault(module, path[0])
    found = {}
    with tempfile.TemporaryDirectory() as directory:
        for module in tops:
            source = pathlib.Path(directory, "probe.swift")
            others = [m for m in sorted(tops) if m != module]
            source.write_text(f"import {module}\n" + "".join(
                f"func probe{i}(_: {tops[m]}.Type) {{}}\n" for i, m in enumerate(others)))
            errors = run("swiftc", "-typecheck", *folders(), str(source)).stderr
            lines = {int(n) for n in re.findall(r"probe\.swift:(\d+):\d+: error", errors)}
            implicit = {"Swift", "_Concurrency", "_StringProcessing"}
            found[module] = [m for i, m in enumerate(others) if i + 2 not in lines and m not in implicit]
    return found


def implied(graph, parents):
    """Protocols that another unconditional one of the same type refines, the asked ones aside."""
    refined = {}
    for (_, module, path), entries in graph.parents.items():
        if graph.types.get((module, path), {}).get("kind") == "protocol":
            refined.setdefault(".".join(path), set()).update(p for p, c in entries if not c)
    whole = {p for p, c in parents if not c}
    seen = set()
    for parent in whole:
        rest = list(refined.get(parent, ()))
        while rest:
            name = rest.pop()
            if name not in seen:
                seen.add(name)
                rest += refined.get(name, ())
    return seen


def render(graph):
    for module in PASSED_ON.values():
        see_through(graph, module)
    for module in ["FoundationEssentials", "FoundationInternationalization", "Foundation"]:
        add_unsaid(graph, module, ["Encodable", "Decodable", "Hashable"])
    modules = exports(graph)
    lines = []
    for module in MODULES:
        if module not in modules:
            continue
        lines.append(" ".join(["module", module, *modules[module]]))
        for name, target in sorted(graph.aliases.get((module, module, ()), [])):
            lines.append(f" = {name} {target}")
        owners = {k[1:] for k in graph.parents if k[0] == module}
        owners |= {k[1:] for k in graph.aliases if k[0] == module and k[2]}
        owners |= {k for k in graph.types if k[0] == module}
        for owner in sorted(owners, key=lambda o: (o[0] != module, o)):
            block = body(graph, module, owner)
            if owner[0] == module and owner in graph.types:
                lines += [head(graph.types[owner], owner)] + block
            elif block:
                lines += [f"extension {owner[0]}.{'.'.join(owner[1])}"] + block
    return "\n".join(lines) + "\n"


def head(entry, owner):
    names = [("each " if p in entry["packs"] else "") + p for p in entry["parameters"]]
    generics = f"<{', '.join(names)}>" if names else ""
    where = f" where {', '.join(entry['constraints'])}" if entry["constraints"] else ""
    attributes = "".join(f" {a}" for a in entry["attributes"])
    return f"{entry['kind']} {'.'.join(owner[1])}{generics}{where}{attributes}"


def body(graph, module, owner):
    lines = []
    parents = graph.parents.get((module, *owner), set())
    is_protocol = graph.types.get(owner, {}).get("kind") == "protocol"
    dropped = set() if is_protocol else implied(graph, parents) - ASKED
    for parent, conditions in sorted(parents):
        if parent not in dropped:
            lines.append(f" : {parent}" + (f" where {', '.join(conditions)}" if conditions else ""))
    for name, target in sorted(graph.aliases.get((module, *owner), [])):
        lines.append(f" = {name} {target}")
    if owner[0] == module:
        for name, bounds in sorted(graph.associated.get(owner, [])):
            lines.append(f" ~ {name}" + (f" {' & '.join(bounds)}" if bounds else ""))
    return lines


def main():
    with tempfile.TemporaryDirectory() as directory:
        extract(directory)
        text = render(Graph(directory))
    if "--print" in sys.argv[1:]:
        sys.stdout.write(text)
        return
    output = pathlib.Path(__file__).parent.parent / "Sources/HashProbe/Toolchain/ToolchainFacts+Text.swift"
    output.write_text(
        "// Generated by Scripts/extract-toolchain-facts.py from the toolchain's symbol graphs; not to be edited.\n"
        "extension ToolchainFacts {\n"
        "  /// The facts as the script writes them, in the form it describes.\n"
        '  static let text = #"""\n' + "".join(f"    {line}\n" for line in text.splitlines()) + '    """#\n}\n')


main()
