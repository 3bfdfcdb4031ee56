package import Rules

/// The rules in force as they are listed.
package enum ConfigurationText {
  /// A table a section: name, value, and where it is written.
  package static func text(of listing: ConfigurationListing) -> String {
    var text = ""
    var section = ""
    for setting in listing.settings {
      if setting.section != section {
        text += (text.isEmpty ? "" : "\n") + setting.section + ":\n"
        section = setting.section
      }
      let value = setting.value.isEmpty ? "" : ": " + setting.value
      text += "  \(setting.name)\(value)  [\(setting.origin?.description ?? "default")]\n"
    }
    return text
  }

  package static func json(of listing: ConfigurationListing) -> JSONText {
    .object([
      "version": .number(1),
      "settings": .array(
        listing.settings.map { setting in
          .object([
            "section": .string(setting.section), "name": .string(setting.name),
            "value": .string(setting.value),
            "origin": setting.origin.map {
              .object(["path": .string($0.path), "line": .number($0.line)])
            },
          ])
        }),
    ])
  }
}
