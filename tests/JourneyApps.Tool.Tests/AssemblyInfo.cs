// Many tests wait for another process.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
