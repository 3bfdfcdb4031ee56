import CacheRuntime
import Testing

/// What can be written for `ttl:` and `idle:`.
@Suite struct CacheDurationTests {
  private func length(ttl: CacheDuration? = nil) -> Int64? { ttl?.nanoseconds }

  @Test func isWrittenAsAnOption() {
    #expect(length() == nil)
    #expect(length(ttl: nil) == nil)
    #expect(length(ttl: 60) == 60_000_000_000)
    #expect(length(ttl: 0.5) == 500_000_000)
    #expect(length(ttl: "1h30m") == 5_400_000_000_000)
    #expect(length(ttl: .weeks(1)) == 604_800_000_000_000)
    #expect(length(ttl: .days(1)) == 86_400_000_000_000)
    #expect(length(ttl: .days(0.5)) == 43_200_000_000_000)
    #expect(length(ttl: .hours(1)) == 3_600_000_000_000)
    #expect(length(ttl: .hours(1.5)) == 5_400_000_000_000)
    #expect(length(ttl: .minutes(5)) == 300_000_000_000)
    #expect(length(ttl: .minutes(0.5)) == 30_000_000_000)
    #expect(length(ttl: .seconds(3)) == 3_000_000_000)
    #expect(length(ttl: .seconds(0.25)) == 250_000_000)
    #expect(length(ttl: .milliseconds(20)) == 20_000_000)
    #expect(length(ttl: .milliseconds(0.5)) == 500_000)
    #expect(length(ttl: .microseconds(7)) == 7_000)
    #expect(length(ttl: .nanoseconds(9)) == 9)
    #expect(length(ttl: CacheDuration(Duration.seconds(90))) == 90_000_000_000)
  }

  // T10: zero is "do not store", so nothing that is more than zero may become it.
  @Test func keepsMoreThanNothing() {
    #expect(CacheDuration.zero == 0)
    #expect(CacheDuration(Duration.zero) == .zero)
    #expect(CacheDuration.seconds(1e-12).nanoseconds == 1)
    #expect(CacheDuration(Duration(secondsComponent: 0, attosecondsComponent: 1)).nanoseconds == 1)
    #expect(
      CacheDuration(Duration(secondsComponent: 1, attosecondsComponent: 999)).nanoseconds == 1_000_000_001)
  }

  @Test(arguments: [
    (CacheDuration.zero, "0s"), (5_400, "1h30m"), (86_400, "1d"), (0.5, "500ms"),
    (.nanoseconds(1_000_001), "1ms1ns"),
    ("1w", "7d"), (.nanoseconds(Int64.max), "106751d23h47m16s854ms775us807ns"),
  ])
  func describesItselfAsTextItReads(duration: CacheDuration, text: String) throws {
    #expect(duration.description == text)
    #expect(try CacheDuration(parsing: text) == duration)
    #expect(CacheDuration(duration.duration) == duration)
  }

  @Test func comparesByLength() {
    #expect(CacheDuration.seconds(1) < "1m")
    #expect(CacheDuration.minutes(60) == .hours(1))
    #expect(Set<CacheDuration>([60, "1m", .minutes(1)]).count == 1)
  }
}

#if os(macOS) || os(Linux)
/// T08 and T10: a number that cannot be a length is the caller's mistake.
@Suite struct CacheDurationMistakeTests {
  @Test func negativeNumber() async {
    await #expect(processExitsWith: .failure) { _ = CacheDuration.seconds(-1) }
  }

  @Test func negativeLiteral() async {
    await #expect(processExitsWith: .failure) { let _: CacheDuration = -0.5 }
  }

  @Test func negativeDuration() async {
    await #expect(processExitsWith: .failure) { _ = CacheDuration(Duration.nanoseconds(-1)) }
  }

  @Test func noNumber() async {
    await #expect(processExitsWith: .failure) { _ = CacheDuration.hours(Double.nan) }
  }

  @Test func endlessNumber() async {
    await #expect(processExitsWith: .failure) { _ = CacheDuration.hours(Double.infinity) }
  }

  @Test func overflow() async {
    await #expect(processExitsWith: .failure) { _ = CacheDuration.days(106_752) }
  }

  @Test func overflowOfTheNumberItself() async {
    await #expect(processExitsWith: .failure) { _ = CacheDuration.nanoseconds(UInt64.max) }
  }

  @Test func literalTextWithoutUnit() async {
    await #expect(processExitsWith: .failure) { let _: CacheDuration = "100" }
  }
}
#endif
