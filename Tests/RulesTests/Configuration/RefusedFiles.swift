extension RefusedFile {
  static let all: [RefusedFile] = yaml + structure + values + meaning

  private static let yaml: [RefusedFile] = [
    .init("empty", "", ": error: the file is empty; start with 'version: 1'"),
    .init("comments alone", "# nothing\n", ": error: the file is empty; start with 'version: 1'"),
    .init("an empty document", "---\n", ": error: the file is empty; start with 'version: 1'"),
    .init(
      "two documents", "version: 1\n---\nversion: 1\n",
      """
      :2:1: error: the file holds more than one document; remove the '---' and what follows
      ---
      ^~~
      """, schema: false),
    .init(
      "an open bracket", "version: 1\nwidgets: [a, b\n",
      """
      :3:1: error: not YAML: did not find expected ',' or ']' while parsing a flow sequence
      """, schema: false),
    .init(
      "a tab as indentation", "version: 1\nlegacy:\n\tmodules: [A]\n",
      """
      :3:1: error: not YAML: found character that cannot start any token while scanning for the next token
      \tmodules: [A]
      ^
      """, schema: false),
    .init(
      "a control character", "version: 1\nwidgets: [\u{1B}[31m]\n",
      """
      :2:11: error: not YAML: control characters are not allowed
      widgets: [\u{FFFD}[31m]
                ^
      """, schema: false),
    .init(
      "an alias within itself", "version: 1\nwidgets: &w [a, *w]\n",
      """
      :2:17: error: alias 'w' stands within what it names
      widgets: &w [a, *w]
                      ^~
      """, schema: false),
    .init(
      "an unknown alias", "version: 1\nwidgets: *w\n",
      """
      :2:10: error: no anchor 'w' stands before this alias
      widgets: *w
               ^~
      """, schema: false),
    .init(
      "a tag for another type", "version: !!int \"1\"\n",
      """
      :1:10: error: tag 'tag:yaml.org,2002:int' is not supported; write the value without it
      version: !!int "1"
               ^~~~~~~~~
      """, schema: false),
    .init(
      "a local tag", "version: 1\nwidgets: !mine [a]\n",
      """
      :2:10: error: tag '!mine' is not supported; write the value without it
      widgets: !mine [a]
               ^~~~~~~
      """, schema: false),
    .init(
      "a key twice", "version: 1\nwidgets: [a]\nwidgets: [b]\n",
      """
      :3:1: error: key 'widgets' is there twice; the first is on line 2
      widgets: [b]
      ^~~~~~~
      """, schema: false),
    .init(
      "a list as a key", "version: 1\n? [a]\n: b\n",
      """
      :2:3: error: a key must be a string
      ? [a]
        ^
      """, schema: false),
    .init(
      "a merge key", "version: 1\nlegacy: {<<: {modules: [A]}}\n",
      """
      :2:10: error: unknown key '<<'
      legacy: {<<: {modules: [A]}}
               ^~
      """),
  ]

  private static let structure: [RefusedFile] = [
    .init(
      "a list instead of a mapping", "- version: 1\n",
      """
      :1:1: error: expected a mapping, found a list
      - version: 1
      ^
      """),
    .init(
      "no version", "widgets: [a]\n",
      """
      :1:1: error: key 'version' is missing
      widgets: [a]
      ^
      """),
    .init(
      "a later version", "version: 2\n",
      """
      :1:10: error: version 2 is not supported; this recache reads version 1
      version: 2
               ^
      """),
    .init(
      "a version in quotes", "version: \"1\"\n",
      """
      :1:10: error: expected the version as a whole number, found the text '1'
      version: "1"
               ^~~
      """),
    .init(
      "a fractional version", "version: 1.0\n",
      """
      :1:10: error: expected the version as a whole number, found the number '1.0'
      version: 1.0
               ^~~
      """, schema: false),
    .init(
      "a hexadecimal version", "version: 0x1\n",
      """
      :1:10: error: expected the version as a whole number, found the number '0x1'
      version: 0x1
               ^~~
      """, schema: false),
    .init(
      "an unknown key", "version: 1\nwidget: [a]\n",
      """
      :2:1: error: unknown key 'widget'; did you mean 'widgets'?
      widget: [a]
      ^~~~~~
      """),
    .init(
      "a missing key", "version: 1\ndecisions:\n  - use-case: Reading\n    kind: data\n",
      """
      :3:5: error: key 'types' is missing
        - use-case: Reading
          ^
      """),
    .init(
      "an unknown rule", "version: 1\nseverities:\n  legacy-cach: warning\n",
      """
      :3:3: error: unknown rule 'legacy-cach'; did you mean 'legacy-cache'?
        legacy-cach: warning
        ^~~~~~~~~~~
      """),
    .init(
      "a rule that is near none", "version: 1\nseverities: {line-length: error}\n",
      """
      :2:14: error: unknown rule 'line-length'
      severities: {line-length: error}
                   ^~~~~~~~~~~
      """),
    .init(
      "a legacy API without names", "version: 1\nlegacy: {modules: [TeamKit]}\n",
      """
      :2:9: error: one of 'attributes', 'functions' is missing
      legacy: {modules: [TeamKit]}
              ^
      """),
    .init(
      "an option with two fates", "version: 1\noptions: [{name: a, remove: true, rename: b, because: c}]\n",
      """
      :2:35: error: 'remove' and 'rename' exclude each other
      options: [{name: a, remove: true, rename: b, because: c}]
                                        ^~~~~~
      """),
    .init(
      "an option with none", "version: 1\noptions: [{name: a, because: c}]\n",
      """
      :2:11: error: one of 'remove', 'rename', 'values' is missing
      options: [{name: a, because: c}]
                ^
      """),
    .init(
      "a replacement for an option that stays",
      "version: 1\noptions: [{name: a, rename: b, because: c, when-widgets: \"d: true\"}]\n",
      """
      :2:44: error: 'when-widgets' needs 'remove' beside it
      options: [{name: a, rename: b, because: c, when-widgets: "d: true"}]
                                                 ^~~~~~~~~~~~
      """),
  ]
}
