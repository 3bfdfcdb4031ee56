/// All types, extensions, conformances and aliases that a set of sources declares.
package struct DeclarationIndex: Sendable {
}
