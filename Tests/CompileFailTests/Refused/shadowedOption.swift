import CacheRuntime

let shadowedLimit = 10

@CacheData(maxEntries: shadowedLimit) // error: 'maxEntries' names 'shadowedLimit', which is a parameter of 'shadowedOption(shadowedLimit:)' where the option is used; call one of the two something else
func shadowedOption(shadowedLimit: Int) -> Int { shadowedLimit }
