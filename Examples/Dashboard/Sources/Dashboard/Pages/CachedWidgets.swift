import CacheRuntime

extension Page {
  static let widgets = Page(
    "widgets", "A slider in a cached function",
    "A widget inside of a cached function is like one more argument: each of its values gets a result of its own. Say that "
      + "you want this, or the result would be wrong, and you are warned.",
    caches: [
      ShownCache("getData()", .data, $getData, "may read widgets; 20 entries at most"),
      ShownCache("getDataCarelessly()", .data, $getDataCarelessly, "may not read widgets"),
    ]
  ) { _, _ in
    Show.card {
      Show.header("Allowed")
      Show.code(allowedCode)
      let (data, time) = Pretend.timed { getData() }
      Show.value("Rows", data.count)
      Show.text("The call took \(time).")
    }
    // Whoever moves the slider again meanwhile need not wait for the rest.
    try Task.checkCancellation()
    Show.card {
      Show.header("Refused")
      Show.code(refusedCode)
      let (data, time) = Pretend.timed { getDataCarelessly() }
      Show.value("Rows, uncached", data.count)
      Show.text("The call took \(time).")
    }
    let statistics = $getData.statistics
    Show.info(
      "Every value of the slider makes one more entry: \(statistics.entries) of at most 20 are held now. Five such sliders "
        + "in one function would make millions.")
  }
}

@CacheData(maxEntries: 20, experimentalAllowWidgets: true)
func getData() -> [Int] {
  let numRows = Ask.slider("Number of rows to get", in: 1...100, value: 10)
  Pretend.slow(.seconds(0.6))
  return Array(0..<numRows)
}

@CacheData
func getDataCarelessly() -> [Int] {
  let numRows = Ask.slider("Rows, without saying so", in: 1...100, value: 10)
  Pretend.slow(.seconds(0.6))
  return Array(0..<numRows)
}

private let allowedCode = """
  @CacheData(maxEntries: 20, experimentalAllowWidgets: true)
  func getData() -> [Int] {
    let numRows = Ask.slider(
      "Number of rows to get", in: 1...100, value: 10)
    Pretend.slow(.seconds(0.6))
    return Array(0..<numRows)
  }
  """

private let refusedCode = """
  @CacheData
  func getDataCarelessly() -> [Int] {
    let numRows = Ask.slider(
      "Rows, without saying so", in: 1...100, value: 10)
    Pretend.slow(.seconds(0.6))
    return Array(0..<numRows)
  }
  """
