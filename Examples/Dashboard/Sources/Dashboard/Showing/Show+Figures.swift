import CacheRuntime

/// A column of a table.
struct TableColumn {
  var title: String
  var isNumeric = false
  var isCode = false

  /// A column of text.
  static func text(_ title: String) -> Self { Self(title: title) }

  /// A column of names in the code.
  static func code(_ title: String) -> Self { Self(title: title, isCode: true) }

  /// A column of numbers, which stand to the right.
  static func number(_ title: String) -> Self { Self(title: title, isNumeric: true) }
}

/// A number worth a glance.
struct Metric {
  var label: String
  var value: String
  var note = ""
  /// `good`, `bad` or nothing.
  var mood = ""
}

/// A line of a chart.
struct Line {
  var name: String
  var values: [Double]
}

extension Show {
  /// A table; `total` is how many rows there are where not all are shown.
  static func table(_ caption: String, _ columns: [TableColumn], _ rows: [[String]], total: Int? = nil) {
    Elements.emit(
      .table,
      [
        "caption": .text(caption),
        "columns": .array(
          columns.map {
            ["title": .text($0.title), "numeric": .bool($0.isNumeric), "code": .bool($0.isCode)]
          }),
        "rows": .array(rows.map { .array($0.map { .text($0) }) }),
        "total": .integer(total ?? rows.count),
      ])
  }

  /// Lines over the same labels.
  static func lineChart(_ title: String, labels: [String], _ lines: [Line]) {
    Elements.emit(
      .lineChart,
      [
        "title": .text(title), "labels": .array(labels.map { .text($0) }),
        "series": .array(
          lines.map { ["name": .text($0.name), "values": .array($0.values.map { .number($0) })] }),
      ])
  }

  /// Numbers side by side.
  static func metrics(_ metrics: [Metric]) {
    Elements.emit(
      "metrics",
      .array(
        metrics.map {
          [
            "label": .text($0.label), "value": .text($0.value), "note": .text($0.note),
            "mood": .text($0.mood),
          ]
        }))
  }
}
