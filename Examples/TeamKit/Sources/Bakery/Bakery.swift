import Foundation
import TeamKit

/// Bakes for two customers; the second one pays for what was kept.
@main
struct Bakery {
  static func main() throws {
    for customer in 1...2 {
      let price = try Prices(perGram: 2).price(of: "rye 500")
      let oven = oven(named: "north")
      oven.bake()
      print("customer \(customer): \(price) cents, oven number \(oven.number), loaves \(oven.loaves)")
      print(
        "  crumbs \(crumbs(3) + crumbs(3)), scale \(scale("flour").grams(in: 2)) g, clock \(clock().timeZone == .gmt)"
      )
    }
    print("bodies that ran: \(Oven.count) oven, \(Prices.count) price, \(Scale.count) scale")
  }
}

/// What bread costs.
struct Prices: Codable, Hashable, Sendable {
  nonisolated(unsafe) static var count = 0

  var perGram: Int

  enum Problem: Error { case unreadable(String) }

  @Memo(seconds: 60)
  func price(of bread: String) throws -> Int {
    Self.count += 1
    guard let grams = bread.split(separator: " ").last.flatMap({ Int($0) }) else {
      throw Problem.unreadable(bread)
    }
    return perGram * grams
  }
}

/// An oven; there is one of each name.
final class Oven: Sendable {
  nonisolated(unsafe) static var count = 0

  let number: Int
  nonisolated(unsafe) private(set) var loaves = 0

  init(number: Int) { self.number = number }

  func bake() { loaves += 1 }
}

@Memo(shared: true)
func oven(named name: String) -> Oven {
  Oven.count += 1
  return Oven(number: Oven.count)
}

/// A formatter, which is slow to make.
@Memo(shared: true, seconds: 3_600)
func clock() -> DateFormatter {
  let formatter = DateFormatter()
  formatter.timeZone = .gmt
  return formatter
}

/// Weighs one ingredient.
final class Scale: Sendable {
  nonisolated(unsafe) static var count = 0

  func grams(in spoons: Int) -> Int { spoons * 15 }
}

let crumbs = memo { (loaves: Int) in loaves * 120 }

let scale = memo(shared: true) { (ingredient: String) -> Scale in
  Scale.count += 1
  return Scale()
}
