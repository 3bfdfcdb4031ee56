// Files whose form is right and whose values are not, alone or beside each other.

extension RefusedFile {
  static let values: [RefusedFile] = [
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

  static let meaning: [RefusedFile] = [
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
