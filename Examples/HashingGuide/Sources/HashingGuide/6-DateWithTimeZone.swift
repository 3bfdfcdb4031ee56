import CacheRuntime
import Foundation

/// A date with a time zone, of which hours and minutes count.
@CacheData
func clock(at time: DateComponents) -> String { "\(time.hour ?? 0):\(time.minute ?? 0)" }

@CacheData(hashFuncs: [.hash(DateComponents.self) { [$0.hour, $0.minute, $0.timeZone?.secondsFromGMT()] }])
func clockByTheMinute(at time: DateComponents) throws -> String {
  "\(time.hour ?? 0):\(time.minute ?? 0)"
}
