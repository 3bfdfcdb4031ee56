import Foundation

/// Writes a line at once, since who waits for it may kill this process next.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
