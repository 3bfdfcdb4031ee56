// The guide's table of large data: so many million rows of four columns of doubles, as data, as a resource and from disk,
// first and next, beside plain files and, where Python is at hand, Streamlit.
//
//     LargeValues [--in FOLDER] [MILLIONS…]        10 50 100 200, in the folder for temporary files

import CacheRuntime
import Foundation

/// A data frame of four columns.
struct Frame: Codable, Sendable {
  var a: [Double]
  var b: [Double]
  var c: [Double]
  var d: [Double]

  init(rows: Int) {
    func column(_ offset: Int) -> [Double] {
      Array(unsafeUninitializedCapacity: rows) { buffer, count in
        for row in 0..<rows { buffer.initializeElement(at: row, to: Double(row + offset)) }
        count = rows
      }
    }
    (a, b, c, d) = (column(0), column(1), column(2), column(3))
  }

  /// Looks at both ends, as whoever uses a result would.
  var ends: Double { (a.first ?? 0) + (d.last ?? 0) }
}

final class SharedFrame: Sendable {
  let frame: Frame
  init(rows: Int) { frame = Frame(rows: rows) }
}

struct Arguments {
  var folder = NSTemporaryDirectory()
  var millions: [Double] = []

  init?(_ arguments: [String]) {
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      if argument == "--in", let folder = rest.popFirst() {
        self.folder = folder
      } else if let size = Double(argument), size > 0, size <= 10_000 {
        millions.append(size)
      } else {
        return nil
      }
    }
    if millions.isEmpty { millions = [10, 50, 100, 200] }
  }
}

guard let arguments = Arguments(CommandLine.arguments) else {
  FileHandle.standardError.write(Data("use: LargeValues [--in FOLDER] [MILLIONS…]\n".utf8))
  exit(64)
}
let folder = URL(fileURLWithPath: arguments.folder).appendingPathComponent("recache-large-\(getpid())").path
do {
  try FileManager.default.createDirectory(
    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let streamlit = StreamlitFrames(arguments.millions)
  for remark in streamlit.remarks { print(remark) }
  for millions in arguments.millions {
    try measure(millions, in: folder)
    for line in streamlit.lines where line.millions == millions { show(line.name, line.nanoseconds) }
    print("")
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
