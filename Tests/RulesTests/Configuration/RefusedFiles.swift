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

  private static let values: [RefusedFile] = [
    .init(
      "yes as a boolean", "version: 1\nhashing: [{type: A.B, hashable: yes}]\n",
      """
      :2:33: error: expected 'true' or 'false', found 'yes', which some readers take for a boolean
      hashing: [{type: A.B, hashable: yes}]
                                      ^~~
      """),
    .init(
      "a boolean in quotes", "version: 1\nhashing: [{type: A.B, hashable: \"true\"}]\n",
      """
      :2:33: error: expected 'true' or 'false', found the text 'true'
      hashing: [{type: A.B, hashable: "true"}]
                                      ^~~~~~
      """),
    .init(
      "on as a string", "version: 1\nwidgets: [on]\n",
      """
      :2:11: error: expected a string in quotes, found 'on', which some readers take for a boolean
      widgets: [on]
                ^~
      """, schema: false),
    .init(
      "null as a string", "version: 1\nwidgets: [null]\n",
      """
      :2:11: error: expected a string in quotes, found 'null', which is nothing
      widgets: [null]
                ^~~~
      """),
    .init(
      "a number as a string", "version: 1\nexclude: [1.0]\n",
      """
      :2:11: error: expected a string in quotes, found the number '1.0'
      exclude: [1.0]
                ^~~
      """),
    .init(
      "a comment of .gitignore as a pattern", "version: 1\nexclude: [Generated, '#gen']\n",
      """
      :2:22: error: '#gen' is not a path pattern
      exclude: [Generated, '#gen']
                           ^~~~~~
      """, schema: false),
    .init(
      "a pattern with an open bracket", "version: 1\nexclude: ['a[]']\n",
      """
      :2:11: error: 'a[]' is not a path pattern
      exclude: ['a[]']
                ^~~~~
      """, schema: false),
    .init(
      "a hexadecimal number as a string", "version: 1\nexclude: [0x10]\n",
      """
      :2:11: error: expected a string in quotes, found the number '0x10'
      exclude: [0x10]
                ^~~~
      """),
    .init(
      "true as a string", "version: 1\nexclude: [True]\n",
      """
      :2:11: error: expected a string in quotes, found the boolean 'True'
      exclude: [True]
                ^~~~
      """),
    .init(
      "nothing as a section", "version: 1\nwidgets:\n",
      """
      :2:9: error: expected a list, found nothing
      widgets:
              ^
      """),
    .init(
      "a string as a list", "version: 1\nwidgets: slider\n",
      """
      :2:10: error: expected a list, found the text 'slider'
      widgets: slider
               ^~~~~~
      """),
    .init(
      "a mapping as a string", "version: 1\nwidgets: [{a: b}]\n",
      """
      :2:11: error: expected a string, found a mapping
      widgets: [{a: b}]
                ^
      """),
    .init(
      "an empty text", "version: 1\nexclude: [\"\"]\n",
      """
      :2:11: error: the text is empty
      exclude: [""]
                ^~
      """),
    .init(
      "an empty list", "version: 1\ndecisions: [{use-case: A, kind: data, types: []}]\n",
      """
      :2:46: error: the list is empty
      decisions: [{use-case: A, kind: data, types: []}]
                                                   ^
      """),
    .init(
      "an unknown word", "version: 1\ndecisions: [{use-case: A, kind: resourc, types: [B]}]\n",
      """
      :2:33: error: unknown value 'resourc'; did you mean 'resource'?
      decisions: [{use-case: A, kind: resourc, types: [B]}]
                                      ^~~~~~~
      """),
    .init(
      "a word that is near none", "version: 1\nseverities: {legacy-cache: fatal}\n",
      """
      :2:28: error: unknown value 'fatal'; use 'error', 'warning', 'note', 'off'
      severities: {legacy-cache: fatal}
                                 ^~~~~
      """),
  ]

  private static let meaning: [RefusedFile] = [
    .init(
      "a path pattern that is not closed", "version: 1\nexclude: [\"[a-z/*.swift\"]\n",
      """
      :2:11: error: '[a-z/*.swift' is not a path pattern
      exclude: ["[a-z/*.swift"]
                ^~~~~~~~~~~~~~
      """, schema: false),
    .init(
      "a type that does not parse", "version: 1\nhashing: [{type: \"[Int\", hashable: true}]\n",
      """
      :2:18: error: '[Int' is not a Swift type
      hashing: [{type: "[Int", hashable: true}]
                       ^~~~~~
      """, schema: false),
    .init(
      "an attribute with its sign", "version: 1\nlegacy: {modules: [A], attributes: [\"@memo\"]}\n",
      """
      :2:37: error: '@memo' is not a Swift identifier
      legacy: {modules: [A], attributes: ["@memo"]}
                                          ^~~~~~~
      """),
    .init(
      "a module that is none", "version: 1\nreexports: {my-kit: [A]}\n",
      """
      :2:13: error: 'my-kit' is not a Swift identifier
      reexports: {my-kit: [A]}
                  ^~~~~~
      """),
    .init(
      "an argument without a value",
      "version: 1\noptions: [{name: a, remove: true, because: c, when-widgets: allow}]\n",
      """
      :2:61: error: 'allow' is not an argument; write 'name: value'
      options: [{name: a, remove: true, because: c, when-widgets: allow}]
                                                                  ^~~~~
      """),
    .init(
      "a value twice", "version: 1\nwidgets:\n  - slider\n  - slider\n",
      """
      :4:5: error: 'slider' is there twice; the first is on line 3
        - slider
          ^~~~~~
      """),
    .init(
      "an option twice",
      "version: 1\noptions:\n  - {name: a, remove: true, because: c}\n  - {name: a, rename: b, because: c, only: data}\n",
      """
      :4:5: error: 'a' is there twice; the first is on line 3
        - {name: a, rename: b, because: c, only: data}
          ^
      """, schema: false),
  ]
}
