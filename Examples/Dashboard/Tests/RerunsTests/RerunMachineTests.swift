import Testing

@testable import Reruns

@Suite struct RerunMachineTests {
  private func begun(_ action: RerunMachine.Action) throws -> RerunMachine.Run {
    guard case .begin(let run) = action else { throw Unexpected(action: action) }
    return run
  }

  private struct Unexpected: Error { let action: RerunMachine.Action }

  @Test func aVisitRunsTheScript() throws {
    var machine = RerunMachine()
    let run = try begun(machine.receive(.visit))
    #expect(run == .init(number: 1, values: [:], pressed: nil))
    #expect(machine.ended(1) == .wait)
    #expect(machine.running == nil)
  }

  @Test func theLatestValueWinsAndTheRunThatGoesGivesWay() throws {
    var machine = RerunMachine()
    _ = machine.receive(.visit)
    for number in 1...100 {
      #expect(machine.receive(.change(widget: "slider", .number(Double(number)))) == .supersede(1))
    }
    #expect(machine.settled == 2)
    #expect(try begun(machine.ended(1)).values == ["slider": .number(100)])
    #expect(machine.ended(2) == .wait)
  }

  @Test func everyPressGetsARunThatSeesTheValuesOfItsTime() throws {
    var machine = RerunMachine()
    _ = machine.receive(.visit)
    _ = machine.receive(.change(widget: "text", .text("a")))
    _ = machine.receive(.press(widget: "send"))
    _ = machine.receive(.change(widget: "text", .text("b")))
    _ = machine.receive(.press(widget: "send"))
    #expect(machine.settled == 3)
    let first = try begun(machine.ended(1))
    #expect(first.values == ["text": .text("a")] && first.pressed == "send")
    let second = try begun(machine.ended(2))
    #expect(second.values == ["text": .text("b")] && second.pressed == "send")
    #expect(machine.ended(3) == .wait)
  }

  @Test func aRunThatHandlesAPressIsNotCutShort() throws {
    var machine = RerunMachine()
    _ = machine.receive(.visit)
    _ = machine.receive(.press(widget: "send"))
    _ = machine.ended(1)
    #expect(machine.receive(.change(widget: "text", .text("b"))) == .wait)
    #expect(try begun(machine.ended(2)).pressed == nil)
  }

  @Test func aPressIsForgottenAfterItsRunAndAValueIsKept() throws {
    var machine = RerunMachine()
    _ = machine.receive(.visit)
    _ = machine.ended(1)
    _ = machine.receive(.change(widget: "text", .text("a")))
    _ = machine.ended(2)
    #expect(try begun(machine.receive(.press(widget: "send"))).pressed == "send")
    _ = machine.ended(3)
    #expect(
      try begun(machine.receive(.visit)) == .init(number: 4, values: ["text": .text("a")], pressed: nil))
  }

  @Test func tooManyPressesAreRefusedAndNoneOfTheOthersIsLost() throws {
    var machine = RerunMachine()
    _ = machine.receive(.visit)
    for _ in 0..<RerunMachine.mostWaiting { #expect(machine.receive(.press(widget: "send")) != .refuse) }
    #expect(machine.receive(.press(widget: "send")) == .refuse)
    #expect(machine.receive(.change(widget: "text", .text("b"))) == .refuse)
    #expect(machine.receive(.visit) == .wait)
    var handled = 0
    while let number = machine.running?.number {
      if machine.running?.pressed != nil { handled += 1 }
      _ = machine.ended(number)
    }
    #expect(handled == RerunMachine.mostWaiting)
  }

  @Test func theEndOfARunThatIsOverChangesNothing() {
    var machine = RerunMachine()
    _ = machine.receive(.visit)
    #expect(machine.ended(7) == .wait)
    #expect(machine.running?.number == 1)
  }
}
