import CacheRuntime

@CacheData(showSpinner: false, showTime: true) func timeWithoutSpinner() -> Int { 1 }  // error: 'showTime' adds the time to the spinner of '@CacheData', and 'showSpinner: false' shows none; remove one of the two
