import CacheRuntime

extension Page {
  static let models = Page(
    "models", "Which model?",
    "A model cannot be hashed. Leaving it out of the key makes the error go away, and the answer wrong. Saying what "
      + "identifies it makes both right.",
    caches: [
      ShownCache("loadModel(_:)", .resource, $loadModel),
      ShownCache("layersIgnoring(_:)", .data, $layersIgnoring, "the model is not part of the key"),
      ShownCache("layersByName(of:)", .data, $layersByName, "the model's name is part of the key"),
      ShownCache(
        "layersByIdentity(of:)", .data, $layersByIdentity, "the object's identity is part of the key"),
    ]
  ) { _, _ in
    let choice = Ask.radio("Model", ["ResNet50", "MobileNetV2"])
    let model = loadModel(choice)
    try Task.checkCancellation()
    if Ask.button("Forget all layers") {
      $layersIgnoring.clear()
      $layersByName.clear()
      $layersByIdentity.clear()
    }
    Show.card {
      Show.header("Wrong: left out")
      Show.code(ignoringCode)
      answer(layersIgnoring(model), for: model)
    }
    Show.card {
      Show.header("Right: hashed by name")
      Show.code(byNameCode)
      answer(layersByName(of: model), for: model)
    }
    Show.card {
      Show.header("Right too: hashed by identity")
      Show.text("The model comes from a resource function, so there is one object for each name.")
      Show.code(byIdentityCode)
      answer(layersByIdentity(of: model), for: model)
    }
  }

  private static func answer(_ layers: [String], for model: Model) {
    Show.value("First layers", layers.prefix(3).joined(separator: ", "))
    if layers == model.layers {
      Show.success("These are the layers of \(model.name).")
    } else {
      Show.failure("These are not the layers of \(model.name).")
    }
  }
}

/// A model for pictures, of which we only look at the names of its layers.
final class Model: Sendable {
  let name: String
  let layers: [String]

  init(name: String, layers: [String]) {
    self.name = name
    self.layers = layers
  }
}

@CacheResource(showSpinner: "Loading the model…")
func loadModel(_ name: String) -> Model {
  Pretend.slow(.seconds(0.8))
  let prefix = name == "ResNet50" ? "conv" : "block"
  return Model(name: name, layers: ["input"] + (1...5).map { "\(prefix)\($0)" })
}

@CacheData
func layersIgnoring(_ _model: Model) -> [String] { _model.layers }

@CacheData(hashFuncs: [.hash(Model.self) { $0.name }])
func layersByName(of model: Model) -> [String] { model.layers }

@CacheData(hashFuncs: [.hash(Model.self) { ObjectIdentifier($0) }])
func layersByIdentity(of model: Model) -> [String] { model.layers }

private let ignoringCode = """
  @CacheData
  func layersIgnoring(_ _model: Model) -> [String] {
    _model.layers
  }
  """

private let byNameCode = """
  @CacheData(hashFuncs: [.hash(Model.self) { $0.name }])
  func layersByName(of model: Model) -> [String] {
    model.layers
  }
  """

private let byIdentityCode = """
  @CacheData(
    hashFuncs: [.hash(Model.self) { ObjectIdentifier($0) }])
  func layersByIdentity(of model: Model) -> [String] {
    model.layers
  }
  """
