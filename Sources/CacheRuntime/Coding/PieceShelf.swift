/// The pieces beside the bytes of one value that is being read.
///
/// A few bytes name a piece of any size, so what is handed out is counted: nobody can have one piece copied a thousand times.
final class PieceShelf {
  /// A type may read an array anew, to try another form, but not many times.
  private static let readings = 4

  private let pieces: [any StoredPiece]
  private var left: Int

  init(_ stored: StoredBytes) {
    pieces = stored.pieces
    let (all, overflows) = stored.count.multipliedReportingOverflow(by: Self.readings)
    left = overflows ? .max : all
  }

  /// The piece at this place, which has so many elements of this size; nil where there is none, or too much was taken.
  func take(_ place: UInt64, elements: UInt64, of size: Int) -> (any StoredPiece)? {
    guard place >= 1, place < pieces.count else { return nil }
    let piece = pieces[Int(place)]
    guard piece.count % size == 0, piece.count / size == elements, piece.count <= left else { return nil }
    left -= piece.count
    return piece
  }
}
