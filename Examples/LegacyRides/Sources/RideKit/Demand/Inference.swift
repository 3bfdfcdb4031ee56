import CacheRuntime

/// How busy an hour is.
public enum Demand: String, Codable, Hashable, Sendable {
  case calm, busy, rush
}

/// The model's answers.
public enum Inference {
  /// The rides expected of an hour.
  @cache(hashFuncs: [.hash(DemandModel.self) { $0.name }])
  public static func expectedRides(_ model: DemandModel, hour: Int) -> Double {
    Tally.ran("Inference.expectedRides")
    return model.predict(hour: hour)
  }

  /// How busy an hour will be.
  @cache
  public static func demand(at hour: Int, _ _model: DemandModel) -> Demand {
    Tally.ran("Inference.demand")
    return switch _model.predict(hour: hour) {
    case ..<10: .calm
    case ..<25: .busy
    default: .rush
    }
  }

  /// Labels and numbers for all hours.
  @cache(allowOutputMutation: true)
  public static func forecast(_ _model: DemandModel) -> [String: Double] {
    Tally.ran("Inference.forecast")
    return Dictionary(uniqueKeysWithValues: (0..<24).map { ("hour \($0)", _model.predict(hour: $0)) })
  }
}
