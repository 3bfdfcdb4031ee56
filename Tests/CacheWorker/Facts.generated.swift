// Generated from the facts of the toolchain by StableKeysTests; not to be edited.
// swift-format-ignore-file
#if os(Linux)
import _Concurrency
import _StringProcessing
import Foundation
import FoundationEssentials
import FoundationNetworking
import FoundationXML
import Dispatch
import Synchronization
import RegexBuilder
import Observation

/// Shows the key of a value of every hashable type of the toolchain of which one can be made.
func printFacts() {
  show("Dispatch.DispatchIO.StreamType", Dispatch.DispatchIO.StreamType.self) { Dispatch.DispatchIO.StreamType(rawValue: 1) }
  // not made: Dispatch.DispatchQoS.QoSClass
  // not made: Dispatch.DispatchQueue.AutoreleaseFrequency
  // not made: Dispatch.DispatchQueue.GlobalQueuePriority
  // not made: Dispatch.DispatchTimeoutResult
  show("Foundation.AffineTransform", Foundation.AffineTransform.self) { Foundation.AffineTransform() }
  show("Foundation.ByteCountFormatter.CountStyle", Foundation.ByteCountFormatter.CountStyle.self) { Foundation.ByteCountFormatter.CountStyle(rawValue: 1) }
  show("Foundation.CGFloat", Foundation.CGFloat.self) { Foundation.CGFloat(1) }
  show("Foundation.CGPoint", Foundation.CGPoint.self) { Foundation.CGPoint.zero }
  show("Foundation.CGRect", Foundation.CGRect.self) { Foundation.CGRect.zero }
  show("Foundation.CGRectEdge", Foundation.CGRectEdge.self) { Foundation.CGRectEdge(rawValue: 1) }
  show("Foundation.CGSize", Foundation.CGSize.self) { Foundation.CGSize.zero }
  show("Foundation.CharacterSet", Foundation.CharacterSet.self) { Foundation.CharacterSet() }
  show("Foundation.DateFormatter.Style", Foundation.DateFormatter.Style.self) { Foundation.DateFormatter.Style(rawValue: 1) }
  show("Foundation.DateIntervalFormatter.Style", Foundation.DateIntervalFormatter.Style.self) { Foundation.DateIntervalFormatter.Style(rawValue: 1) }
  show("Foundation.EnergyFormatter.Unit", Foundation.EnergyFormatter.Unit.self) { Foundation.EnergyFormatter.Unit(rawValue: 1) }
  show("Foundation.Formatter.Context", Foundation.Formatter.Context.self) { Foundation.Formatter.Context(rawValue: 1) }
  show("Foundation.Formatter.UnitStyle", Foundation.Formatter.UnitStyle.self) { Foundation.Formatter.UnitStyle(rawValue: 1) }
  show("Foundation.IndexSet", Foundation.IndexSet.self) { Foundation.IndexSet([1, 2]) }
  // not made: Foundation.InflectionRule
  show("Foundation.LengthFormatter.Unit", Foundation.LengthFormatter.Unit.self) { Foundation.LengthFormatter.Unit(rawValue: 1) }
  show("Foundation.MassFormatter.Unit", Foundation.MassFormatter.Unit.self) { Foundation.MassFormatter.Unit(rawValue: 1) }
  // not made: Foundation.Measurement<Int>
  show("Foundation.Morphology", Foundation.Morphology.self) { Foundation.Morphology() }
  show("Foundation.Morphology.CustomPronoun", Foundation.Morphology.CustomPronoun.self) { Foundation.Morphology.CustomPronoun() }
  show("Foundation.Morphology.GrammaticalGender", Foundation.Morphology.GrammaticalGender.self) { Foundation.Morphology.GrammaticalGender(rawValue: 1) }
  show("Foundation.Morphology.GrammaticalNumber", Foundation.Morphology.GrammaticalNumber.self) { Foundation.Morphology.GrammaticalNumber(rawValue: 1) }
  show("Foundation.Morphology.PartOfSpeech", Foundation.Morphology.PartOfSpeech.self) { Foundation.Morphology.PartOfSpeech(rawValue: 1) }
  show("Foundation.NSAttributedString.Key", Foundation.NSAttributedString.Key.self) { Foundation.NSAttributedString.Key(rawValue: "a") }
  show("Foundation.NSCalendar.Identifier", Foundation.NSCalendar.Identifier.self) { Foundation.NSCalendar.Identifier(rawValue: "a") }
  show("Foundation.NSCoder.DecodingFailurePolicy", Foundation.NSCoder.DecodingFailurePolicy.self) { Foundation.NSCoder.DecodingFailurePolicy(rawValue: 1) }
  // not made: Foundation.NSComparisonPredicate.Modifier
  // not made: Foundation.NSComparisonPredicate.Operator
  show("Foundation.NSCompoundPredicate.LogicalType", Foundation.NSCompoundPredicate.LogicalType.self) { Foundation.NSCompoundPredicate.LogicalType(rawValue: 1) }
  show("Foundation.NSExceptionName", Foundation.NSExceptionName.self) { Foundation.NSExceptionName(rawValue: "a") }
  // not made: Foundation.NSExpression.ExpressionType
  show("Foundation.NSLocale.Key", Foundation.NSLocale.Key.self) { Foundation.NSLocale.Key(rawValue: "a") }
  show("Foundation.NSNotification.Name", Foundation.NSNotification.Name.self) { Foundation.NSNotification.Name(rawValue: "a") }
  show("Foundation.NSRectEdge", Foundation.NSRectEdge.self) { Foundation.NSRectEdge(rawValue: 1) }
  show("Foundation.NSTextCheckingKey", Foundation.NSTextCheckingKey.self) { Foundation.NSTextCheckingKey(rawValue: "a") }
  // not made: Foundation.Notification
  show("Foundation.NotificationQueue.PostingStyle", Foundation.NotificationQueue.PostingStyle.self) { Foundation.NotificationQueue.PostingStyle(rawValue: 1) }
  show("Foundation.NumberFormatter.PadPosition", Foundation.NumberFormatter.PadPosition.self) { Foundation.NumberFormatter.PadPosition(rawValue: 1) }
  show("Foundation.NumberFormatter.RoundingMode", Foundation.NumberFormatter.RoundingMode.self) { Foundation.NumberFormatter.RoundingMode(rawValue: 1) }
  show("Foundation.NumberFormatter.Style", Foundation.NumberFormatter.Style.self) { Foundation.NumberFormatter.Style(rawValue: 1) }
  show("Foundation.Operation.QueuePriority", Foundation.Operation.QueuePriority.self) { Foundation.Operation.QueuePriority(rawValue: 1) }
  show("Foundation.PersonNameComponents", Foundation.PersonNameComponents.self) { Foundation.PersonNameComponents() }
  // not made: Foundation.PersonNameComponentsFormatter.Style
  show("Foundation.Process.TerminationReason", Foundation.Process.TerminationReason.self) { Foundation.Process.TerminationReason(rawValue: 1) }
  show("Foundation.Progress.FileOperationKind", Foundation.Progress.FileOperationKind.self) { Foundation.Progress.FileOperationKind(rawValue: "a") }
  show("Foundation.ProgressKind", Foundation.ProgressKind.self) { Foundation.ProgressKind(rawValue: "a") }
  show("Foundation.ProgressUserInfoKey", Foundation.ProgressUserInfoKey.self) { Foundation.ProgressUserInfoKey(rawValue: "a") }
  show("Foundation.QualityOfService", Foundation.QualityOfService.self) { Foundation.QualityOfService(rawValue: 1) }
  show("Foundation.RunLoop.Mode", Foundation.RunLoop.Mode.self) { Foundation.RunLoop.Mode(rawValue: "a") }
  // not made: Foundation.Scanner.NumberRepresentation
  show("Foundation.Stream.PropertyKey", Foundation.Stream.PropertyKey.self) { Foundation.Stream.PropertyKey(rawValue: "a") }
  show("Foundation.Stream.Status", Foundation.Stream.Status.self) { Foundation.Stream.Status(rawValue: 1) }
  show("Foundation.StreamNetworkServiceTypeValue", Foundation.StreamNetworkServiceTypeValue.self) { Foundation.StreamNetworkServiceTypeValue(rawValue: "a") }
  show("Foundation.StreamSOCKSProxyConfiguration", Foundation.StreamSOCKSProxyConfiguration.self) { Foundation.StreamSOCKSProxyConfiguration(rawValue: "a") }
  show("Foundation.StreamSOCKSProxyVersion", Foundation.StreamSOCKSProxyVersion.self) { Foundation.StreamSOCKSProxyVersion(rawValue: "a") }
  show("Foundation.StreamSocketSecurityLevel", Foundation.StreamSocketSecurityLevel.self) { Foundation.StreamSocketSecurityLevel(rawValue: "a") }
  show("Foundation.StringTransform", Foundation.StringTransform.self) { Foundation.StringTransform(rawValue: "a") }
  // not made: Foundation.URLError
  show("Foundation.URLError.Code", Foundation.URLError.Code.self) { Foundation.URLError.Code(rawValue: 1) }
  show("Foundation.URLFileResourceType", Foundation.URLFileResourceType.self) { Foundation.URLFileResourceType(rawValue: "a") }
  show("Foundation.URLResourceKey", Foundation.URLResourceKey.self) { Foundation.URLResourceKey(rawValue: "a") }
  show("FoundationEssentials.AttributeContainer", FoundationEssentials.AttributeContainer.self) { FoundationEssentials.AttributeContainer() }
  // not made: FoundationEssentials.AttributeScopes.FoundationAttributes.ByteCountAttribute.Component
  // not made: FoundationEssentials.AttributeScopes.FoundationAttributes.ByteCountAttribute.Unit
  show("FoundationEssentials.AttributeScopes.FoundationAttributes.DateFieldAttribute.Field", FoundationEssentials.AttributeScopes.FoundationAttributes.DateFieldAttribute.Field.self) { FoundationEssentials.AttributeScopes.FoundationAttributes.DateFieldAttribute.Field.day }
  show("FoundationEssentials.AttributeScopes.FoundationAttributes.DurationFieldAttribute.Field", FoundationEssentials.AttributeScopes.FoundationAttributes.DurationFieldAttribute.Field.self) { FoundationEssentials.AttributeScopes.FoundationAttributes.DurationFieldAttribute.Field(rawValue: 1) }
  show("FoundationEssentials.AttributeScopes.FoundationAttributes.MeasurementAttribute.Component", FoundationEssentials.AttributeScopes.FoundationAttributes.MeasurementAttribute.Component.self) { FoundationEssentials.AttributeScopes.FoundationAttributes.MeasurementAttribute.Component(rawValue: 1) }
  show("FoundationEssentials.AttributeScopes.FoundationAttributes.NumberFormatAttributes.NumberPartAttribute.NumberPart", FoundationEssentials.AttributeScopes.FoundationAttributes.NumberFormatAttributes.NumberPartAttribute.NumberPart.self) { FoundationEssentials.AttributeScopes.FoundationAttributes.NumberFormatAttributes.NumberPartAttribute.NumberPart(rawValue: 1) }
  show("FoundationEssentials.AttributeScopes.FoundationAttributes.NumberFormatAttributes.SymbolAttribute.Symbol", FoundationEssentials.AttributeScopes.FoundationAttributes.NumberFormatAttributes.SymbolAttribute.Symbol.self) { FoundationEssentials.AttributeScopes.FoundationAttributes.NumberFormatAttributes.SymbolAttribute.Symbol(rawValue: 1) }
  show("FoundationEssentials.AttributeScopes.FoundationAttributes.PersonNameComponentAttribute.Component", FoundationEssentials.AttributeScopes.FoundationAttributes.PersonNameComponentAttribute.Component.self) { FoundationEssentials.AttributeScopes.FoundationAttributes.PersonNameComponentAttribute.Component(rawValue: "a") }
  show("FoundationEssentials.AttributedString", FoundationEssentials.AttributedString.self) { FoundationEssentials.AttributedString("a") }
  // not made: FoundationEssentials.AttributedString.AttributeInvalidationCondition
  // not made: FoundationEssentials.AttributedString.AttributeMergePolicy
  // not made: FoundationEssentials.AttributedString.AttributeRunBoundaries
  show("FoundationEssentials.AttributedString.WritingDirection", FoundationEssentials.AttributedString.WritingDirection.self) { FoundationEssentials.AttributedString.WritingDirection.allCases.first }
  show("FoundationEssentials.AttributedSubstring", FoundationEssentials.AttributedSubstring.self) { FoundationEssentials.AttributedSubstring() }
  show("FoundationEssentials.Calendar", FoundationEssentials.Calendar.self) { FoundationEssentials.Calendar(identifier: .gregorian) }
  show("FoundationEssentials.Calendar.Component", FoundationEssentials.Calendar.Component.self) { FoundationEssentials.Calendar.Component.day }
  // not made: FoundationEssentials.Calendar.Identifier
  show("FoundationEssentials.Calendar.MatchingPolicy", FoundationEssentials.Calendar.MatchingPolicy.self) { FoundationEssentials.Calendar.MatchingPolicy.strict }
  // not made: FoundationEssentials.Calendar.RecurrenceRule
  // not made: FoundationEssentials.Calendar.RecurrenceRule.End
  show("FoundationEssentials.Calendar.RecurrenceRule.Frequency", FoundationEssentials.Calendar.RecurrenceRule.Frequency.self) { FoundationEssentials.Calendar.RecurrenceRule.Frequency(rawValue: 1) }
  show("FoundationEssentials.Calendar.RecurrenceRule.Month", FoundationEssentials.Calendar.RecurrenceRule.Month.self) { FoundationEssentials.Calendar.RecurrenceRule.Month(1) }
  // not made: FoundationEssentials.Calendar.RecurrenceRule.Weekday
  // not made: FoundationEssentials.Calendar.RepeatedTimePolicy
  show("FoundationEssentials.Calendar.SearchDirection", FoundationEssentials.Calendar.SearchDirection.self) { FoundationEssentials.Calendar.SearchDirection.forward }
  // not made: FoundationEssentials.CocoaError
  show("FoundationEssentials.CocoaError.Code", FoundationEssentials.CocoaError.Code.self) { FoundationEssentials.CocoaError.Code(rawValue: 1) }
  // not made: FoundationEssentials.CodableConfiguration<Int, Int>
  show("FoundationEssentials.ComparableComparator<Int>", FoundationEssentials.ComparableComparator<Int>.self) { FoundationEssentials.ComparableComparator<Int>() }
  show("FoundationEssentials.ComparisonResult", FoundationEssentials.ComparisonResult.self) { FoundationEssentials.ComparisonResult(rawValue: 1) }
  show("FoundationEssentials.Data", FoundationEssentials.Data.self) { FoundationEssentials.Data([1, 2]) }
  show("FoundationEssentials.Date", FoundationEssentials.Date.self) { FoundationEssentials.Date(timeIntervalSince1970: 1) }
  show("FoundationEssentials.Date.ISO8601FormatStyle", FoundationEssentials.Date.ISO8601FormatStyle.self) { FoundationEssentials.Date.ISO8601FormatStyle() }
  show("FoundationEssentials.Date.ISO8601FormatStyle.DateSeparator", FoundationEssentials.Date.ISO8601FormatStyle.DateSeparator.self) { FoundationEssentials.Date.ISO8601FormatStyle.DateSeparator(rawValue: "a") }
  show("FoundationEssentials.Date.ISO8601FormatStyle.DateTimeSeparator", FoundationEssentials.Date.ISO8601FormatStyle.DateTimeSeparator.self) { FoundationEssentials.Date.ISO8601FormatStyle.DateTimeSeparator(rawValue: "a") }
  show("FoundationEssentials.Date.ISO8601FormatStyle.TimeSeparator", FoundationEssentials.Date.ISO8601FormatStyle.TimeSeparator.self) { FoundationEssentials.Date.ISO8601FormatStyle.TimeSeparator(rawValue: "a") }
  show("FoundationEssentials.Date.ISO8601FormatStyle.TimeZoneSeparator", FoundationEssentials.Date.ISO8601FormatStyle.TimeZoneSeparator.self) { FoundationEssentials.Date.ISO8601FormatStyle.TimeZoneSeparator(rawValue: "a") }
  show("FoundationEssentials.DateComponents", FoundationEssentials.DateComponents.self) { FoundationEssentials.DateComponents() }
  show("FoundationEssentials.DateComponents.ISO8601FormatStyle", FoundationEssentials.DateComponents.ISO8601FormatStyle.self) { FoundationEssentials.DateComponents.ISO8601FormatStyle() }
  show("FoundationEssentials.DateInterval", FoundationEssentials.DateInterval.self) { FoundationEssentials.DateInterval(start: Date(timeIntervalSince1970: 1), duration: 1) }
  show("FoundationEssentials.Decimal", FoundationEssentials.Decimal.self) { FoundationEssentials.Decimal(string: "https://example.org/a") }
  show("FoundationEssentials.Decimal.CalculationError", FoundationEssentials.Decimal.CalculationError.self) { FoundationEssentials.Decimal.CalculationError(rawValue: 1) }
  show("FoundationEssentials.Decimal.RoundingMode", FoundationEssentials.Decimal.RoundingMode.self) { FoundationEssentials.Decimal.RoundingMode(rawValue: 1) }
  // not made: FoundationEssentials.DiscontiguousAttributedSubstring
  // not made: FoundationEssentials.Encoding
  show("FoundationEssentials.FileAttributeKey", FoundationEssentials.FileAttributeKey.self) { FoundationEssentials.FileAttributeKey(rawValue: "a") }
  show("FoundationEssentials.FileAttributeType", FoundationEssentials.FileAttributeType.self) { FoundationEssentials.FileAttributeType(rawValue: "a") }
  show("FoundationEssentials.FileManager.SearchPathDirectory", FoundationEssentials.FileManager.SearchPathDirectory.self) { FoundationEssentials.FileManager.SearchPathDirectory(rawValue: 1) }
  show("FoundationEssentials.FileManager.URLRelationship", FoundationEssentials.FileManager.URLRelationship.self) { FoundationEssentials.FileManager.URLRelationship(rawValue: 1) }
  show("FoundationEssentials.IndexPath", FoundationEssentials.IndexPath.self) { FoundationEssentials.IndexPath() }
  show("FoundationEssentials.Locale", FoundationEssentials.Locale.self) { FoundationEssentials.Locale(identifier: "en_GB") }
  show("FoundationEssentials.Locale.Collation", FoundationEssentials.Locale.Collation.self) { FoundationEssentials.Locale.Collation("a") }
  show("FoundationEssentials.Locale.Components", FoundationEssentials.Locale.Components.self) { FoundationEssentials.Locale.Components(identifier: "en_GB") }
  show("FoundationEssentials.Locale.Currency", FoundationEssentials.Locale.Currency.self) { FoundationEssentials.Locale.Currency("a") }
  show("FoundationEssentials.Locale.HourCycle", FoundationEssentials.Locale.HourCycle.self) { FoundationEssentials.Locale.HourCycle(rawValue: "a") }
  // not made: FoundationEssentials.Locale.IdentifierType
  show("FoundationEssentials.Locale.Language", FoundationEssentials.Locale.Language.self) { FoundationEssentials.Locale.Language(identifier: "en_GB") }
  show("FoundationEssentials.Locale.Language.Components", FoundationEssentials.Locale.Language.Components.self) { FoundationEssentials.Locale.Language.Components(identifier: "en_GB") }
  show("FoundationEssentials.Locale.LanguageCode", FoundationEssentials.Locale.LanguageCode.self) { FoundationEssentials.Locale.LanguageCode("a") }
  // not made: FoundationEssentials.Locale.LanguageCode.IdentifierType
  show("FoundationEssentials.Locale.LanguageDirection", FoundationEssentials.Locale.LanguageDirection.self) { FoundationEssentials.Locale.LanguageDirection(rawValue: 1) }
  show("FoundationEssentials.Locale.MeasurementSystem", FoundationEssentials.Locale.MeasurementSystem.self) { FoundationEssentials.Locale.MeasurementSystem("a") }
  show("FoundationEssentials.Locale.NumberingSystem", FoundationEssentials.Locale.NumberingSystem.self) { FoundationEssentials.Locale.NumberingSystem("a") }
  show("FoundationEssentials.Locale.Region", FoundationEssentials.Locale.Region.self) { FoundationEssentials.Locale.Region("a") }
  show("FoundationEssentials.Locale.Script", FoundationEssentials.Locale.Script.self) { FoundationEssentials.Locale.Script("a") }
  show("FoundationEssentials.Locale.Subdivision", FoundationEssentials.Locale.Subdivision.self) { FoundationEssentials.Locale.Subdivision("a") }
  show("FoundationEssentials.Locale.Variant", FoundationEssentials.Locale.Variant.self) { FoundationEssentials.Locale.Variant("a") }
  show("FoundationEssentials.Locale.Weekday", FoundationEssentials.Locale.Weekday.self) { FoundationEssentials.Locale.Weekday(rawValue: "a") }
  // not made: FoundationEssentials.NotificationCenter.ObservationToken
  show("FoundationEssentials.OperatingSystemVersion", FoundationEssentials.OperatingSystemVersion.self) { FoundationEssentials.OperatingSystemVersion() }
  // not made: FoundationEssentials.POSIXError
  // not made: FoundationEssentials.PredicateError
  // not made: FoundationEssentials.PredicateExpressions.ArithmeticOperator
  // not made: FoundationEssentials.PredicateExpressions.ComparisonOperator
  // not made: FoundationEssentials.PredicateExpressions.VariableID
  show("FoundationEssentials.PropertyListDecoder.PropertyListFormat", FoundationEssentials.PropertyListDecoder.PropertyListFormat.self) { FoundationEssentials.PropertyListDecoder.PropertyListFormat(rawValue: 1) }
  show("FoundationEssentials.SortOrder", FoundationEssentials.SortOrder.self) { FoundationEssentials.SortOrder.forward }
  show("FoundationEssentials.TimeZone", FoundationEssentials.TimeZone.self) { FoundationEssentials.TimeZone(identifier: "en_GB") }
  show("FoundationEssentials.TimeZone.NameStyle", FoundationEssentials.TimeZone.NameStyle.self) { FoundationEssentials.TimeZone.NameStyle(rawValue: 1) }
  show("FoundationEssentials.URL", FoundationEssentials.URL.self) { FoundationEssentials.URL(string: "https://example.org/a") }
  // not made: FoundationEssentials.URL.DirectoryHint
  show("FoundationEssentials.URL.Template", FoundationEssentials.URL.Template.self) { FoundationEssentials.URL.Template("a") }
  show("FoundationEssentials.URL.Template.Value", FoundationEssentials.URL.Template.Value.self) { FoundationEssentials.URL.Template.Value("a") }
  show("FoundationEssentials.URL.Template.VariableName", FoundationEssentials.URL.Template.VariableName.self) { FoundationEssentials.URL.Template.VariableName("a") }
  show("FoundationEssentials.URLComponents", FoundationEssentials.URLComponents.self) { FoundationEssentials.URLComponents(string: "https://example.org/a") }
  show("FoundationEssentials.URLQueryItem", FoundationEssentials.URLQueryItem.self) { FoundationEssentials.URLQueryItem(name: "a", value: "b") }
  show("FoundationEssentials.UUID", FoundationEssentials.UUID.self) { FoundationEssentials.UUID(uuidString: "6B29FC40-CA47-1067-B31D-00DD010662DA") }
  show("FoundationNetworking.HTTPCookie.AcceptPolicy", FoundationNetworking.HTTPCookie.AcceptPolicy.self) { FoundationNetworking.HTTPCookie.AcceptPolicy(rawValue: 1) }
  show("FoundationNetworking.HTTPCookiePropertyKey", FoundationNetworking.HTTPCookiePropertyKey.self) { FoundationNetworking.HTTPCookiePropertyKey(rawValue: "a") }
  show("FoundationNetworking.NSURLRequest.CachePolicy", FoundationNetworking.NSURLRequest.CachePolicy.self) { FoundationNetworking.NSURLRequest.CachePolicy(rawValue: 1) }
  show("FoundationNetworking.NSURLRequest.NetworkServiceType", FoundationNetworking.NSURLRequest.NetworkServiceType.self) { FoundationNetworking.NSURLRequest.NetworkServiceType(rawValue: 1) }
  show("FoundationNetworking.URLCache.StoragePolicy", FoundationNetworking.URLCache.StoragePolicy.self) { FoundationNetworking.URLCache.StoragePolicy(rawValue: 1) }
  show("FoundationNetworking.URLCredential.Persistence", FoundationNetworking.URLCredential.Persistence.self) { FoundationNetworking.URLCredential.Persistence(rawValue: 1) }
  show("FoundationNetworking.URLRequest", FoundationNetworking.URLRequest.self) { FoundationNetworking.URLRequest(url: URL(filePath: "/a")) }
  show("FoundationNetworking.URLSession.AuthChallengeDisposition", FoundationNetworking.URLSession.AuthChallengeDisposition.self) { FoundationNetworking.URLSession.AuthChallengeDisposition(rawValue: 1) }
  // not made: FoundationNetworking.URLSession.DelayedRequestDisposition
  show("FoundationNetworking.URLSession.ResponseDisposition", FoundationNetworking.URLSession.ResponseDisposition.self) { FoundationNetworking.URLSession.ResponseDisposition(rawValue: 1) }
  show("FoundationNetworking.URLSessionTask.State", FoundationNetworking.URLSessionTask.State.self) { FoundationNetworking.URLSessionTask.State(rawValue: 1) }
  show("FoundationNetworking.URLSessionTaskMetrics.DomainResolutionProtocol", FoundationNetworking.URLSessionTaskMetrics.DomainResolutionProtocol.self) { FoundationNetworking.URLSessionTaskMetrics.DomainResolutionProtocol(rawValue: 1) }
  show("FoundationNetworking.URLSessionTaskMetrics.ResourceFetchType", FoundationNetworking.URLSessionTaskMetrics.ResourceFetchType.self) { FoundationNetworking.URLSessionTaskMetrics.ResourceFetchType(rawValue: 1) }
  show("FoundationNetworking.URLSessionWebSocketTask.CloseCode", FoundationNetworking.URLSessionWebSocketTask.CloseCode.self) { FoundationNetworking.URLSessionWebSocketTask.CloseCode(rawValue: 1) }
  show("FoundationNetworking.tls_ciphersuite_t", FoundationNetworking.tls_ciphersuite_t.self) { FoundationNetworking.tls_ciphersuite_t(rawValue: 1) }
  show("FoundationNetworking.tls_protocol_version_t", FoundationNetworking.tls_protocol_version_t.self) { FoundationNetworking.tls_protocol_version_t(rawValue: 1) }
  show("FoundationXML.XMLDTDNode.DTDKind", FoundationXML.XMLDTDNode.DTDKind.self) { FoundationXML.XMLDTDNode.DTDKind(rawValue: 1) }
  show("FoundationXML.XMLDocument.ContentKind", FoundationXML.XMLDocument.ContentKind.self) { FoundationXML.XMLDocument.ContentKind(rawValue: 1) }
  show("FoundationXML.XMLNode.Kind", FoundationXML.XMLNode.Kind.self) { FoundationXML.XMLNode.Kind(rawValue: 1) }
  show("FoundationXML.XMLParser.ErrorCode", FoundationXML.XMLParser.ErrorCode.self) { FoundationXML.XMLParser.ErrorCode(rawValue: 1) }
  show("FoundationXML.XMLParser.ExternalEntityResolvingPolicy", FoundationXML.XMLParser.ExternalEntityResolvingPolicy.self) { FoundationXML.XMLParser.ExternalEntityResolvingPolicy(rawValue: 1) }
  show("Observation.ObservationRegistrar", Observation.ObservationRegistrar.self) { Observation.ObservationRegistrar() }
  show("Swift.AnyHashable", Swift.AnyHashable.self) { Swift.AnyHashable(1) }
  show("Swift.Array<Int>", Swift.Array<Int>.self) { Swift.Array<Int>([1, 2]) }
  show("Swift.ArraySlice<Int>", Swift.ArraySlice<Int>.self) { Swift.ArraySlice<Int>([1, 2]) }
  show("Swift.Bool", Swift.Bool.self) { Swift.Bool("a") }
  show("Swift.Character", Swift.Character.self) { Swift.Character("a") }
  show("Swift.ClosedRange<Int>", Swift.ClosedRange<Int>.self) { (1...2) as Swift.ClosedRange<Int> }
  show("Swift.CodingUserInfoKey", Swift.CodingUserInfoKey.self) { Swift.CodingUserInfoKey(rawValue: "a") }
  // not made: Swift.CollectionDifference<Int>
  show("Swift.ContiguousArray<Int>", Swift.ContiguousArray<Int>.self) { Swift.ContiguousArray<Int>([1, 2]) }
  show("Swift.Dictionary<Int, Int>", Swift.Dictionary<Int, Int>.self) { Swift.Dictionary<Int, Int>() }
  show("Swift.Double", Swift.Double.self) { Swift.Double(1) }
  show("Swift.Duration", Swift.Duration.self) { Swift.Duration.zero }
  show("Swift.Float", Swift.Float.self) { Swift.Float(1) }
  show("Swift.Float16", Swift.Float16.self) { Swift.Float16(1) }
  show("Swift.Float80", Swift.Float80.self) { Swift.Float80(1) }
  // not made: Swift.FloatingPointClassification
  // not made: Swift.FloatingPointRoundingRule
  show("Swift.FloatingPointSign", Swift.FloatingPointSign.self) { Swift.FloatingPointSign(rawValue: 1) }
  show("Swift.Int", Swift.Int.self) { Swift.Int(1) }
  show("Swift.Int128", Swift.Int128.self) { Swift.Int128(1) }
  show("Swift.Int16", Swift.Int16.self) { Swift.Int16(1) }
  show("Swift.Int32", Swift.Int32.self) { Swift.Int32(1) }
  show("Swift.Int64", Swift.Int64.self) { Swift.Int64(1) }
  show("Swift.Int8", Swift.Int8.self) { Swift.Int8(1) }
  // not made: Swift.Mirror.DisplayStyle
  // not made: Swift.Never
  // not made: Swift.ObjectIdentifier
  show("Swift.OpaquePointer", Swift.OpaquePointer.self) { Swift.OpaquePointer(bitPattern: 16) }
  show("Swift.Optional<Int>", Swift.Optional<Int>.self) { Swift.Optional<Int>(1) }
  show("Swift.Range<Int>", Swift.Range<Int>.self) { (1..<2) as Swift.Range<Int> }
  show("Swift.RangeSet<Int>", Swift.RangeSet<Int>.self) { Swift.RangeSet<Int>() }
  // not made: Swift.Result<Int, Int>
  show("Swift.SIMD16<Int>", Swift.SIMD16<Int>.self) { Swift.SIMD16<Int>(repeating: 1) }
  show("Swift.SIMD2<Int>", Swift.SIMD2<Int>.self) { Swift.SIMD2<Int>(repeating: 1) }
  show("Swift.SIMD32<Int>", Swift.SIMD32<Int>.self) { Swift.SIMD32<Int>(repeating: 1) }
  show("Swift.SIMD3<Int>", Swift.SIMD3<Int>.self) { Swift.SIMD3<Int>(repeating: 1) }
  show("Swift.SIMD4<Int>", Swift.SIMD4<Int>.self) { Swift.SIMD4<Int>(repeating: 1) }
  show("Swift.SIMD64<Int>", Swift.SIMD64<Int>.self) { Swift.SIMD64<Int>(repeating: 1) }
  show("Swift.SIMD8<Int>", Swift.SIMD8<Int>.self) { Swift.SIMD8<Int>(repeating: 1) }
  // not made: Swift.SIMDMask<Int>
  show("Swift.Set<Int>", Swift.Set<Int>.self) { Swift.Set<Int>([1, 2]) }
  show("Swift.String", Swift.String.self) { Swift.String(1) }
  show("Swift.String.Index", Swift.String.Index.self) { "a".startIndex as Swift.String.Index }
  show("Swift.Substring", Swift.Substring.self) { Swift.Substring("a") }
  show("Swift.UInt", Swift.UInt.self) { Swift.UInt(1) }
  show("Swift.UInt128", Swift.UInt128.self) { Swift.UInt128(1) }
  show("Swift.UInt16", Swift.UInt16.self) { Swift.UInt16(1) }
  show("Swift.UInt32", Swift.UInt32.self) { Swift.UInt32(1) }
  show("Swift.UInt64", Swift.UInt64.self) { Swift.UInt64(1) }
  show("Swift.UInt8", Swift.UInt8.self) { Swift.UInt8(1) }
  show("Swift.Unicode.CanonicalCombiningClass", Swift.Unicode.CanonicalCombiningClass.self) { Swift.Unicode.CanonicalCombiningClass(rawValue: 1) }
  // not made: Swift.Unicode.GeneralCategory
  // not made: Swift.Unicode.NumericType
  show("Swift.Unicode.Scalar", Swift.Unicode.Scalar.self) { Swift.Unicode.Scalar(1) }
  show("Swift.Unicode.UTF32", Swift.Unicode.UTF32.self) { Swift.Unicode.UTF32() }
  // not made: Swift.Unicode.UTF8.ValidationError
  show("Swift.Unicode.UTF8.ValidationError.Kind", Swift.Unicode.UTF8.ValidationError.Kind.self) { Swift.Unicode.UTF8.ValidationError.Kind(rawValue: 1) }
  show("Swift.UnsafeMutablePointer<Int>", Swift.UnsafeMutablePointer<Int>.self) { Swift.UnsafeMutablePointer<Int>(bitPattern: 16) }
  show("Swift.UnsafeMutableRawPointer", Swift.UnsafeMutableRawPointer.self) { Swift.UnsafeMutableRawPointer(bitPattern: 16) }
  show("Swift.UnsafePointer<Int>", Swift.UnsafePointer<Int>.self) { Swift.UnsafePointer<Int>(bitPattern: 16) }
  show("Swift.UnsafeRawPointer", Swift.UnsafeRawPointer.self) { Swift.UnsafeRawPointer(bitPattern: 16) }
  show("Synchronization.AtomicLoadOrdering", Synchronization.AtomicLoadOrdering.self) { Synchronization.AtomicLoadOrdering.sequentiallyConsistent }
  show("Synchronization.AtomicStoreOrdering", Synchronization.AtomicStoreOrdering.self) { Synchronization.AtomicStoreOrdering.sequentiallyConsistent }
  show("Synchronization.AtomicUpdateOrdering", Synchronization.AtomicUpdateOrdering.self) { Synchronization.AtomicUpdateOrdering.sequentiallyConsistent }
  // not made: Synchronization.WordPair
  // not made: _Concurrency.ContinuousClock.Instant
  // not made: _Concurrency.SuspendingClock.Instant
  // not made: _Concurrency.Task<Int, Int>
  // not made: _Concurrency.UnsafeCurrentTask
  // not made: _StringProcessing.RegexRepetitionBehavior
  // not made: _StringProcessing.RegexSemanticLevel
  // not made: _StringProcessing.RegexWordBoundaryKind
}
#else
func printFacts() {}
#endif
