// Blocks run in a folder and with an environment of their own, which a process has once.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
