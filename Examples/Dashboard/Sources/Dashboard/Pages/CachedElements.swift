import CacheRuntime
import Foundation

extension Page {
  static let elements = Page(
    "elements", "Elements from the cache",
    "What a cached function shows while it runs is kept with its result. At a hit the function does not run, and all of "
      + "it appears again, in order and in place.",
    caches: [
      ShownCache("showData(days:)", .data, $showData),
      ShownCache(
        "fetchTemperatures(days:)", .data, $fetchTemperatures, "called by the other, shows an element too"),
    ]
  ) { _, _ in
    let days = Ask.slider("Days", in: 5...30, value: 14)
    _ = Ask.button("Run again", style: "primary")
    let before = $showData.statistics.misses
    let (mean, time) = try Pretend.timed { try showData(days: days) }
    let ran = $showData.statistics.misses > before
    Show.metrics([
      Metric(label: "Mean", value: String(format: "%.1f °C", mean)),
      Metric(label: "The call took", value: time),
      Metric(label: "The function", value: ran ? "ran" : "did not run", mood: ran ? "" : "good"),
    ])
    Show.code(showDataCode)
    Show.header("What cannot be shown again")
    Show.text(
      "A function that writes into a container from outside cannot be replayed: that container is gone.")
    let outside = Elements.container(.container, ["style": "card"])
    do {
      _ = try writeOutside(outside)
      Show.info("The function ran and wrote into the frame. The next run finds its result in the cache …")
    } catch {
      Show.error(error)
    }
    if Ask.button("Forget it") { $writeOutside.clear() }
  }
}

@CacheData
func showData(days: Int) throws -> Double {
  Show.header("Data analysis")
  let data = fetchTemperatures(days: days)
  Show.success("Fetched data from API!")
  Show.text("Here is a plot of the data:")
  Show.lineChart(
    "Temperature, °C", labels: (1...days).map { "day \($0)" }, [Line(name: "high", values: data)])
  Show.text("And here is the raw data:")
  Show.table("Highs", [.number("Day"), .number("°C")], data.enumerated().map { ["\($0 + 1)", "\($1)"] })
  return data.reduce(0, +) / Double(max(1, data.count))
}

@CacheData(showSpinner: "Fetching data from API…")
func fetchTemperatures(days: Int) -> [Double] {
  Pretend.slow(.seconds(1))
  Show.info("The weather service was asked for \(days) days.")
  return (0..<days).map { day in
    let warmth = 14 + 4 * sin(Double(day) / 3)
    return ((warmth + Double(day % 5) * 0.8) * 10).rounded() / 10
  }
}

@CacheData
func writeOutside(_ _container: ElementContainer) throws -> Int {
  _container.emit(.text, "Written by a cached function into a frame of the page's.")
  return 1
}

private let showDataCode = """
  @CacheData
  func showData(days: Int) throws -> Double {
    Show.header("Data analysis")
    let data = fetchTemperatures(days: days)
    Show.success("Fetched data from API!")
    Show.text("Here is a plot of the data:")
    Show.lineChart(
      "Temperature, °C", labels: (1...days).map { "day \\($0)" },
      [Line(name: "high", values: data)])
    Show.text("And here is the raw data:")
    Show.table(
      "Highs", [.number("Day"), .number("°C")],
      data.enumerated().map { ["\\($0 + 1)", "\\($1)"] })
    return data.reduce(0, +) / Double(max(1, data.count))
  }
  """
