import CacheRuntime

@CacheData func taskResult() -> Task<Int, Never> { Task { 1 } }  // error: 'taskResult()' returns 'Task<Int, Never>', which is the work and not its value; make the function 'async' and return the value
@CacheResource func sharedTask() -> Task<Int, Never> { Task { 1 } }  // warning: 'sharedTask()' returns 'Task<Int, Never>', which is the work and not its value; make the function 'async' and return the value
