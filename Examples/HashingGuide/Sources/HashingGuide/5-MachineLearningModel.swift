import CacheRuntime

/// A model that is loaded once and shared.
final class ImageModel: Sendable {
  let name: String
  let layers: [String]

  init(name: String, layers: [String]) {
    self.name = name
    self.layers = layers
  }
}

@CacheResource
func baseModel(_ option: Int) -> ImageModel {
  option == 1
    ? ImageModel(name: "resnet", layers: ["conv", "pool"]) : ImageModel(name: "mobilenet", layers: ["conv"])
}

@CacheData
func layers(of model: ImageModel) throws -> [String] { model.layers }

/// A mistake: whichever model comes second gets the layers of the first.
@CacheData
func layersOfWhicheverCameFirst(_ _model: ImageModel) -> [String] { _model.layers }

@CacheData(hashFuncs: [.hash(ImageModel.self) { $0.name }])
func layersByName(of model: ImageModel) throws -> [String] { model.layers }

@CacheData(hashFuncs: [.hash(ImageModel.self) { ObjectIdentifier($0) }])
func layersByIdentity(of model: ImageModel) throws -> [String] { model.layers }
