import CacheRuntime
import Foundation

/// A grey picture: a byte a pixel, row by row.
public struct PixelImage: Codable, Hashable, Sendable {
  /// Pixels in a row.
  public var width: Int
  /// Rows.
  public var height: Int
  /// The pixels.
  public var pixels: [UInt8]

  /// A black picture.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
    pixels = Array(repeating: 0, count: width * height)
  }
}

extension PixelImage {
  /// The picture as a PGM file.
  @cache(persist: true)
  public func encoded() -> Data {
    Tally.ran("PixelImage.encoded")
    return Data("P5\n\(width) \(height)\n255\n".utf8) + Data(pixels)
  }

  /// The picture at half its size, each pixel the mean of four.
  @cache
  public func halved() -> PixelImage {
    Tally.ran("PixelImage.halved")
    var result = PixelImage(width: width / 2, height: height / 2)
    for row in 0..<result.height {
      for column in 0..<result.width {
        let corner = 2 * row * width + 2 * column
        let sum = [0, 1, width, width + 1].reduce(0) { $0 + Int(pixels[corner + $1]) }
        result.pixels[row * result.width + column] = UInt8(sum / 4)
      }
    }
    return result
  }
}

/// Draws where rides start.
public enum HeatMap {
  /// The picture of these places, brighter where there are more of them.
  @cache(maxEntries: 4, persist: true, showSpinner: "Drawing…")
  public static func image(of places: [Coordinate], size: Int) -> PixelImage {
    Tally.ran("HeatMap.image")
    var image = PixelImage(width: size, height: size)
    let latitudes = Series.extent(of: places.map(\.latitude))
    let longitudes = Series.extent(of: places.map(\.longitude))
    func position(_ value: Double, _ least: Double, _ greatest: Double) -> Int {
      min(size - 1, Int((value - least) / max(greatest - least, .ulpOfOne) * Double(size)))
    }
    for place in places {
      let row = position(place.latitude, latitudes.least, latitudes.greatest)
      let column = position(place.longitude, longitudes.least, longitudes.greatest)
      let pixel = (size - 1 - row) * size + column
      image.pixels[pixel] = UInt8(min(255, Int(image.pixels[pixel]) + 32))
    }
    return image
  }
}
