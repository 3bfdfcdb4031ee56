import CacheRuntime

extension Page {
  static let overview = Page(
    "overview", "A slow function",
    "A script runs from top to bottom whenever you touch something. What is slow in it should run once only: change a "
      + "value and come back to one you had before.",
    caches: [ShownCache("longRunningFunction(_:_:)", .data, $longRunningFunction, "at most 100 entries")]
  ) { context, guest in
    Show.code(longRunningCode)
    try Show.card {
      let first = Ask.slider("First parameter", in: 1...10, value: 3)
      let second = Ask.radio("Second parameter", ["twice", "thrice"])
      try Task.checkCancellation()
      let (result, time) = Pretend.timed { longRunningFunction(first, second) }
      Show.value("longRunningFunction(\(first), \"\(second)\")", result)
      Show.metrics([
        Metric(label: "The call took", value: time),
        Metric(label: "Runs of this script", value: "\(context.run.number)", note: "for you"),
      ])
    }
    Show.card {
      let name = Ask.text("Your name", value: "", most: 60)
      if name.isEmpty {
        Show.text("Type a name: the script runs again, and the slow function above does not.")
      } else {
        Show.success("Hello, \(name)!")
      }
      if Ask.button("Run the script again", style: "primary") { Show.text("You pressed the button.") }
    }
  }
}

@CacheData(maxEntries: 100)
func longRunningFunction(_ param1: Int, _ param2: String) -> Int {
  Pretend.slow(.seconds(1))
  return param1 * (param2 == "twice" ? 2 : 3)
}

private let longRunningCode = """
  @CacheData(maxEntries: 100)
  func longRunningFunction(_ param1: Int, _ param2: String) -> Int {
    Pretend.slow(.seconds(1))
    return param1 * (param2 == "twice" ? 2 : 3)
  }
  """
