import HashProbe
import Testing

@Suite struct ConformanceTests {
  static let answers: [(String, String, String)] = [
    ("", "Int", "yes"),
    ("", "[Int?]", "yes"),
    ("", "[String: [Set<Int>]]", "yes"),
    ("", "(Int, Int)", "no"),
    ("", "() -> Void", "no"),
    ("", "Any", "no"),
    ("", "any Error", "no"),
    ("", "any Hashable", "no"),
    ("", "AnyHashable", "yes"),
    ("", "Mirror", "no"),
    ("", "Task<Int, Never>", "yes"),
    ("", "Result<Int, any Error>", "no"),
    ("", "ClosedRange<Int>", "yes"),
    ("", "Int.Type", "no"),
    ("", "Range<String.Index>", "yes"),
    ("", "Missing", "unknown"),
    ("", "[Missing]", "unknown"),
    ("import Foundation", "Date", "yes"),
    ("import Foundation", "Foundation.URL", "yes"),
    ("import Foundation", "NSString", "yes"),
    ("import Foundation", "TimeInterval", "yes"),
    ("import Foundation", "JSONDecoder", "no"),
    ("import Foundation", "DispatchQueue", "no"),
    ("import Foundation", "Notification.Name", "yes"),
    ("import Glibc", "pid_t", "yes"),
    ("import Foundation", "timespec", "no"),
    ("import PackagePlugin; struct A: CommandPlugin {}", "A", "no"),
    ("struct A {}", "A", "no"),
    ("struct A: Hashable {}", "A", "yes"),
    ("struct A: Hashable {}", "App.A", "yes"),
    ("struct A: Hashable { var b: B }; struct B {}", "A", "no"),
    (
      "struct A: Hashable { var b: B; static func == (l: A, r: A) -> Bool { true }; func hash(into: inout Hasher) {} }; struct B {}",
      "A", "yes"
    ),
    ("struct A {}; extension A: Hashable {}", "A", "yes"),
    ("protocol Key: Hashable {}; struct A: Key {}", "A", "yes"),
    ("protocol Key: Hashable {}; protocol Q: Key {}; struct A: Sendable & Q {}", "A", "yes"),
    ("typealias K = Hashable & Sendable; struct A: K {}", "A", "yes"),
    (
      "class B: Hashable { func hash(into: inout Hasher) {}; static func ==(l: B, r: B) -> Bool { true } }; class A: B {}",
      "A", "yes"
    ),
    ("import Foundation; class A: NSObject {}", "A", "yes"),
    ("class A {}", "A", "no"),
    ("actor A {}", "A", "no"),
    ("enum A { case x, y }", "A", "yes"),
    ("enum A {}", "A", "no"),
    ("enum A: Error { case x }", "A", "yes"),
    ("enum A { case x(Int) }", "A", "no"),
    ("enum A: Hashable { case x(Int), y }", "A", "yes"),
    ("enum A: Hashable { case x(() -> Void) }", "A", "no"),
    ("enum A: String { case x }", "A", "yes"),
    ("typealias Raw = String; enum A: Raw { case x }", "A", "yes"),
    ("struct A: OptionSet { var rawValue: Int }", "A", "no"),
    (
      "struct Box<T> { var t: T }; extension Box: Equatable where T: Equatable {}; extension Box: Hashable where T: Hashable {}",
      "Box<Int>", "yes"
    ),
    (
      "struct Box<T> { var t: T }; extension Box: Equatable where T: Equatable {}; extension Box: Hashable where T: Hashable {}",
      "Box<() -> Void>", "no"
    ),
    (
      "struct Box<T> { var t: T }; extension Box: Equatable where T: Equatable {}; extension Box: Hashable where T: Hashable {}",
      "Box<Missing>", "unknown"
    ),
    (
      "struct Exact<T> { var t: T }; extension Exact: Equatable where T == Int {}; extension Exact: Hashable where T == Int {}; struct Many<each T> {}",
      "Exact<Many<Int, Int>>", "no"
    ),
    ("enum Outer { struct In: Hashable {} }", "Outer.In", "yes"),
    (
      "enum Outer {}; extension Outer { struct In: Hashable { var o: Deep }; struct Deep: Hashable {} }",
      "Outer.In", "yes"
    ),
    ("extension String { struct In: Hashable {} }", "String.In", "yes"),
    (
      "struct Map<K, V> { struct Entry { var k: K; var v: V } }; extension Map.Entry: Equatable where K: Equatable, V: Equatable {}; extension Map.Entry: Hashable where K: Hashable, V: Hashable {}",
      "Map<Int, String>.Entry", "yes"
    ),
    (
      "struct Map<K, V> { struct Entry { var k: K; var v: V } }; extension Map.Entry: Equatable where K: Equatable, V: Equatable {}; extension Map.Entry: Hashable where K: Hashable, V: Hashable {}",
      "Map<Int, Any>.Entry", "no"
    ),
    (
      "struct Outer { struct Seen: Hashable {}; struct In {} }; struct Seen {}; extension Outer.In { struct A: Hashable { var seen: Seen } }",
      "Outer.In.A", "no"
    ),
    ("struct A: Gone {}", "A", "unknown"),
    ("@Magic struct A {}", "A", "unknown"),
    (
      "@attached(extension, conformances: Hashable) macro Magic() = #externalMacro(module: \"\", type: \"\"); @Magic struct A {}",
      "A", "yes"
    ),
    ("struct Int {}", "Int", "no"),
    ("struct Int {}", "Swift.Int", "yes"),
    ("struct A: Hashable { var next: [A] }", "A", "yes"),
    ("typealias A = B; typealias B = A", "A", "unknown"),
    ("typealias P<T> = [T]", "P<Int>", "yes"),
    ("typealias P<T> = (T, T)", "P<Int>", "no"),
    ("#if os(Windows)\nstruct A: Hashable {}\n#else\nstruct A {}\n#endif", "A", "no"),
    ("#if canImport(Glibc)\nstruct A: Hashable {}\n#else\nstruct A {}\n#endif", "A", "yes"),
    ("#if canImport(UIKit)\nimport UIKit\nstruct A: Hashable {}\n#endif", "A", "yes"),
    ("struct A: Hashable { lazy var x = 1; static var f: () -> Void = {} }", "A", "yes"),
    ("struct A: Hashable { lazy var f: () -> Void = {}; var one = 1 }", "A", "yes"),
    ("struct A: Hashable { var f: () -> Void { {} } }", "A", "yes"),
    ("struct A: Identifiable { var id: Int }", "A.ID", "yes"),
    ("enum E: Int { case a }", "E.RawValue", "yes"),
    ("struct A: Hashable { var id: B.ID }; struct B: Identifiable { let id: String }", "A", "yes"),
  ]

  @Test(arguments: answers)
  func `A type is Hashable, or not, or it is not known`(source: String, type: String, expected: String) throws
  {
    #expect(try answer(source, type) == expected)
  }
}
