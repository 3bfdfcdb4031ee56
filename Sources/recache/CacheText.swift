import CacheRuntime
import Foundation
import Rules

/// How what is on disk is printed.
enum CacheText {
  /// The functions that a name on the command line means.
  static func functions(named name: String, in functions: [StoredFunction]) -> [StoredFunction] {
    functions.filter { $0.name == name || "\($0.module).\($0.name)" == name }
  }

  /// Why no store was found in a folder, or right below it.
  static func missingStore(in folder: String) -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      return "there is no folder '\(folder)', so nothing is stored there"
    }
    guard isFolder.boolValue else { return "'\(folder)' is no folder, and a store is one" }
    guard FileManager.default.isReadableFile(atPath: folder) else {
      return "'\(folder)' cannot be read; it belongs to another user, or its mode forbids it"
    }
    return "there is no store in '\(folder)' nor right below it; a store has a file 'entries-1.sqlite'"
  }

  /// `1 entry`, `2 entries`.
  static func entries(_ count: Int) -> String { count == 1 ? "1 entry" : "\(count) entries" }

  /// `1.5 MB`, in thousands.
  static func bytes(_ count: Int) -> String {
    guard count >= 1_000 else { return "\(count) B" }
    var (value, unit) = (count, 0)
    let units = ["kB", "MB", "GB", "TB", "PB", "EB"]
    while value >= 1_000_000, unit < units.count - 1 { (value, unit) = (value / 1_000, unit + 1) }
    return "\(value / 1_000).\(value % 1_000 / 100) \(units[unit])"
  }

  /// How long ago a moment is, in its largest unit.
  static func age(_ moment: Int64, _ now: Int64) -> String {
    let (difference, overflows) = now.subtractingReportingOverflow(moment)
    let seconds = overflows ? 0 : max(0, difference / 1_000_000_000)
    switch seconds {
    case ..<60: return "\(seconds) s"
    case ..<3_600: return "\(seconds / 60) min"
    case ..<86_400: return "\(seconds / 3_600) h"
    default: return "\(seconds / 86_400) d"
    }
  }

  /// How long it is to a moment; a dash for never.
  static func left(_ moment: Int64?, _ now: Int64) -> String {
    guard let moment else { return "-" }
    return moment <= now ? "expired" : age(now, moment)
  }

  /// Lines in columns, those from `rightFrom` on to the right.
  static func table(_ rows: [[String]], rightFrom: Int) -> String {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = " "
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        line += " " + (column < rightFrom ? cell + padding : padding + cell) + " "
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }
    .joined()
  }

  /// Ages are whole seconds, so that the object is the same for as long.
  private static func seconds(_ moment: Int64) -> JSONText { .number(Int(moment / 1_000_000_000)) }

  static func json(_ function: StoredFunction, _ now: Int64) -> JSONText {
    .object([
      "module": .string(function.module), "name": .string(function.name),
      "kind": .string(function.kind.rawValue), "entries": .number(function.entries),
      "expired": .number(function.expired), "bytes": .number(function.bytes),
      "oldest": seconds(function.oldest), "newest": seconds(function.newest),
    ])
  }

  static func json(_ entry: DiskEntry, _ now: Int64) -> JSONText {
    .object([
      "key": .string(entry.key.description), "bytes": .number(entry.bytes), "created": seconds(entry.created),
      "expires": entry.expires.map(seconds), "file": entry.file.map { .string($0) },
    ])
  }
}
