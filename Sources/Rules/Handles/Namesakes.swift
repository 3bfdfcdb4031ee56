/// The handles of one name in one place of a file, each asked for the first that it clashes with.
///
/// Two of them meet unless they stand in different branches of one `#if`. They are kept in a tree of those branches:
///
/// ```
/// (file) ─┬─ a                            way: here
///         └─ #if A ─┬─ #if A    b         way: #if A
///                   └─ #else ── #if B ─ c
/// ```
///
/// What stands in a branch clashes with all that goes another way than its own `#if`, at each level down to its own, and
/// with all that is below it. So each branch keeps the first handle, and the first that goes another way than that one.
struct Namesakes {
  private struct Node {
    var children: [Handle.Branch: Int] = [:]
    /// Two at most, in the order of the file: the `#if` that the handle stands in below this branch, if any.
    var firsts: [(way: Int?, handle: Int)] = []
  }

  private var handles: [Handle] = []
  private var nodes = [Node()]
  /// The function that was added last, and what it clashes with.
  private var last: (offset: Int, clash: Handle?)?

  /// Adds the next handle of the file.
  /// - Returns: The first of the earlier ones that has the same name at the same time.
  /// - Complexity: O(*d*) in the depth of `#if`.
  mutating func add(_ handle: Handle) -> Handle? {
    // Two attributes of one function stand in branches of an `#if`.
    if let last, last.offset == handle.offset { return last.clash }
    let number = handles.count
    handles.append(handle)
    var clashes: [Int] = []
    var node = 0
    for branch in handle.branches {
      if let other = nodes[node].firsts.first(where: { $0.way != branch.conditional }) {
        clashes.append(other.handle)
      }
      note(number, goes: branch.conditional, at: node)
      let next = nodes[node].children[branch] ?? nodes.count
      if next == nodes.count {
        nodes[node].children[branch] = next
        nodes.append(Node())
      }
      node = next
    }
    if let other = nodes[node].firsts.first { clashes.append(other.handle) }
    note(number, goes: nil, at: node)
    let clash = clashes.min().map { handles[$0] }
    last = (handle.offset, clash)
    return clash
  }

  private mutating func note(_ handle: Int, goes way: Int?, at node: Int) {
    let firsts = nodes[node].firsts
    guard firsts.count < 2, !firsts.contains(where: { $0.way == way }) else { return }
    nodes[node].firsts.append((way, handle))
  }
}
