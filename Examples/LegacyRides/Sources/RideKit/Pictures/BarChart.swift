import CacheRuntime
import Synchronization

/// A bar chart, as values: what is shown, not how.
public struct BarChart: Codable, Hashable, Sendable {
  /// What stands above it.
  public var title: String
  /// The length of each bar.
  public var bars: [Int]

  /// The chart as an SVG picture.
  @cache
  public func svg() -> String {
    Tally.ran("BarChart.svg")
    let tallest = max(bars.max() ?? 1, 1)
    let shapes = bars.enumerated().map { index, bar in
      let height = bar * 100 / tallest
      return #"<rect x="\#(index * 10)" y="\#(100 - height)" width="8" height="\#(height)"/>"#
    }
    return #"<svg viewBox="0 0 \#(bars.count * 10) 100"><title>\#(title)</title>\#(shapes.joined())</svg>"#
  }
}

/// A chart that can still be drawn on; it cannot be serialized, so everybody shares the one.
public final class ChartCanvas: Sendable {
  private let marks = Mutex<[String]>([])

  /// Draws on the chart.
  public func add(_ mark: String) { marks.withLock { $0.append(mark) } }

  /// What was drawn, in order.
  public var drawn: [String] { marks.withLock { $0 } }
}

/// Makes charts.
public enum Charts {
  /// The chart of rides by hour.
  @cache
  public static func hours(_ counts: [Int], title: String) -> BarChart {
    Tally.ran("Charts.hours")
    return BarChart(title: title, bars: counts)
  }

  /// The chart on which every part of the program leaves its marks.
  @cache(allowOutputMutation: true)
  public static func canvas(named name: String) -> ChartCanvas {
    Tally.ran("Charts.canvas")
    let canvas = ChartCanvas()
    canvas.add("title \(name)")
    return canvas
  }
}
