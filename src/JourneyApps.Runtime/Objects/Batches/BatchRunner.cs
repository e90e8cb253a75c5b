using JourneyApps.Internal.Objects.Single;

namespace JourneyApps.Internal.Objects.Batches;

/// <summary>Runs a batch of any length in flat memory: takes operations one by one, fills requests, and sends them in order or, over
/// different objects, in parallel. A request contains each object at most once; the next operation on it waits for a new request.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Runs once; RunAsync disposes what it holds, however it ends.")]
internal sealed class BatchRunner
{
    private readonly ClientContext _context;
    private readonly BatchOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly BatchReport _report = new();
    // Objects on which an operation was not done: a later one on the same object would be out of order when the first is sent again.
    private readonly HashSet<(string Model, string Id)> _notDone = [];
    private readonly List<(Task<SentChunk> Task, HashSet<(string Model, string Id)> Keys)> _underWay = [];
    // Create-or-updates: their objects are read before it is known what they send.
    private List<(BatchOperation Operation, long Index)> _undecided = [];
    private readonly HashSet<(string Model, string Id)> _undecidedKeys = [];
    private BatchChunk _chunk;
    private bool _canceled;

    internal BatchRunner(ClientContext context, BatchOptions options, CancellationToken cancellationToken)
    {
        if (options.OperationsPerRequest is < 1 or > 1000)
            throw new ArgumentException("OperationsPerRequest must be 1 to 1,000.", nameof(options));
        if (options.MaxRequestBytes is < 1 or > 1 << 30)
            throw new ArgumentException("MaxRequestBytes must be 1 to 1 GiB.", nameof(options));
        if (options.Parallel is < 1 or > 16) throw new ArgumentException("Parallel must be 1 to 16.", nameof(options));
        if (options.StopOnError && options.Parallel > 1)
            throw new ArgumentException("To stop on an error, Parallel must be 1.", nameof(options));
        if (options.DryRun) throw new ArgumentException("DryRun can be used only for updates and deletes by query.", nameof(options));
        _context = context;
        _options = options;
        _cancellationToken = cancellationToken;
        _chunk = new BatchChunk(options.StopOnError);
    }

    private bool IsOver => _canceled || _report.EndedEarly;

    internal Task<BatchReport> RunAsync(IEnumerable<BatchOperation> operations)
        => RunAsync(ToAsync(operations), operations.TryGetNonEnumeratedCount(out int count) ? count : null);

    /// <summary>Runs the batch.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="count">How many there are; null when that is not known.</param>
    internal async Task<BatchReport> RunAsync(IAsyncEnumerable<BatchOperation> operations, long? count = null)
    {
        long taken = 0;
        bool isAll = false;
        try
        {
            await foreach (BatchOperation operation in operations.WithCancellation(_cancellationToken).ConfigureAwait(false))
            {
                if (operation is null) throw new ArgumentException("An operation is null.", nameof(operations));
                await TakeAsync(operation, taken++).ConfigureAwait(false);
                if (IsOver) break;
            }
            isAll = !IsOver;
            while (!IsOver && _undecided.Count + _chunk.Entries.Count + _underWay.Count > 0)
            {
                await DecideAsync().ConfigureAwait(false);
                await SendChunkAsync().ConfigureAwait(false);
                if (_underWay.Count > 0) await FinishOneAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_cancellationToken.IsCancellationRequested)
        {
            _canceled = true;
        }
        finally
        {
            // Also when the caller's sequence throws: what was begun is undone, what is under way is awaited.
            Release();
            while (_underWay.Count > 0) await FinishOneAsync().ConfigureAwait(false);
        }

        _report.NotTaken = isAll ? 0 : count - taken;
        _report.Sort();
        if (!_canceled) return _report;
        _report.EndedEarly = true;
        throw new BatchCanceledException(_report, _cancellationToken);
    }

    // Never suspends: a sequence in memory costs no task per operation.
    private static async IAsyncEnumerable<BatchOperation> ToAsync(IEnumerable<BatchOperation> operations)
    {
        foreach (BatchOperation operation in operations) yield return operation;
        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    private async Task TakeAsync(BatchOperation operation, long index)
    {
        (string, string) key = (operation.Model, operation.Id);
        while (!IsOver)
        {
            if (_undecidedKeys.Contains(key)) await DecideAsync().ConfigureAwait(false);
            else if (_chunk.Keys.Contains(key)) await SendChunkAsync().ConfigureAwait(false);
            else if (_underWay.Exists(running => running.Keys.Contains(key))) await FinishOneAsync().ConfigureAwait(false);
            else break;
        }
        if (IsOver || _notDone.Contains(key))
        {
            Note(new BatchResult(operation, index, BatchStatus.NotAttempted));
            return;
        }

        if (operation.Method == BatchMethod.CreateOrUpdate)
        {
            // What was taken before is sent before.
            await SendChunkAsync().ConfigureAwait(false);
            Undecided(operation, index);
            if (_undecided.Count >= _options.OperationsPerRequest) await DecideAsync().ConfigureAwait(false);
            return;
        }
        await DecideAsync().ConfigureAwait(false);
        await AddAsync(operation, index).ConfigureAwait(false);
    }

    private async Task AddAsync(BatchOperation operation, long index)
    {
        if (IsOver)
        {
            Note(new BatchResult(operation, index, BatchStatus.NotAttempted));
            return;
        }
        try
        {
            if (operation.Method == BatchMethod.Delete)
                DeviceWipeGuard.ThrowIfRefused(_context, operation.Model, _options.DeviceWipeHandling);
            if (!_chunk.Add(operation, index))
            {
                Note(new BatchResult(operation, index, BatchStatus.Unchanged));
                return;
            }
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // The object itself cannot be written (a spent upload, an id that is not a UUID); the others can.
            Note(new BatchResult(operation, index, BatchStatus.NotAttempted) { Exception = fault });
            if (_options.StopOnError) _report.EndedEarly = true;
            return;
        }

        // A bare stream can be sent once only: alone, it does not prevent the others from being repeated.
        if (_chunk.Entries.Count >= _options.OperationsPerRequest || _chunk.Bytes >= _options.MaxRequestBytes || _chunk.IsOnce)
            await SendChunkAsync().ConfigureAwait(false);
    }

    // Reads the objects of the undecided operations and adds what each of them sends.
    private async Task DecideAsync()
    {
        if (_undecided.Count == 0 || IsOver) return;
        List<(BatchOperation Operation, long Index)> deciding = _undecided;
        _undecided = [];
        _undecidedKeys.Clear();
        try
        {
            foreach (var same in deciding.GroupBy(static one => (one.Operation.Model, one.Operation.GetType())))
            {
                BatchOperation[] all = [.. same.Select(static one => one.Operation)];
                await all[0].DecideAsync(_context, all, _options.Request, _cancellationToken).ConfigureAwait(false);
            }
        }
        catch (JourneyApiException fault)
        {
            foreach ((BatchOperation operation, long index) in deciding)
                Note(new BatchResult(operation, index, BatchStatus.Failed) { Error = fault.Error, Exception = fault });
            _report.EndedEarly |= _options.StopOnError || fault is not (InvalidRequestException or UnreadableObjectException);
            return;
        }
        catch (OperationCanceledException) when (_cancellationToken.IsCancellationRequested)
        {
            foreach ((BatchOperation operation, long index) in deciding) Note(new BatchResult(operation, index, BatchStatus.NotAttempted));
            _canceled = true;
            return;
        }
        foreach ((BatchOperation operation, long index) in deciding) await AddAsync(operation, index).ConfigureAwait(false);
        await SendChunkAsync().ConfigureAwait(false);
    }

    private async Task SendChunkAsync()
    {
        if (_chunk.Entries.Count == 0) return;
        while (_underWay.Count >= _options.Parallel) await FinishOneAsync().ConfigureAwait(false);
        if (IsOver) return;
        BatchChunk full = _chunk;
        _chunk = new BatchChunk(_options.StopOnError);
        _underWay.Add((BatchSender.SendAsync(_context, full, _options, _cancellationToken), full.Keys));
        if (_options.Parallel == 1) await FinishOneAsync().ConfigureAwait(false);
    }

    private async Task FinishOneAsync()
    {
        Task<SentChunk> done = await Task.WhenAny(_underWay.Select(static running => running.Task)).ConfigureAwait(false);
        _underWay.RemoveAll(running => running.Task == done);
        SentChunk sent = await done.ConfigureAwait(false);
        _report.Requests++;
        foreach (BatchResult result in sent.Results) Note(result);
        _report.EndedEarly |= sent.EndsRun;
        _canceled |= sent.WasCanceled;
        foreach (ChunkEntry entry in sent.StartAgain) StartAgain(entry);
        _options.Progress?.Report(new BatchProgress(_report.Total, _report.NotDoneCount, _report.Requests));
    }

    private void StartAgain(ChunkEntry entry)
    {
        if (IsOver) Note(new BatchResult(entry.Operation, entry.Index, BatchStatus.NotAttempted));
        else if (entry.Operation.Rounds < ConditionalWrites.MaxRounds) Undecided(entry.Operation, entry.Index);
        else
        {
            ObjectChangedException fault = ConditionalWrites.KeepsChanging(entry.Operation.Object);
            Note(new BatchResult(entry.Operation, entry.Index, BatchStatus.Failed) { Exception = fault });
            _report.EndedEarly |= _options.StopOnError;
        }
    }

    private void Undecided(BatchOperation operation, long index)
    {
        _undecided.Add((operation, index));
        _undecidedKeys.Add((operation.Model, operation.Id));
    }

    private void Note(BatchResult result)
    {
        _report.Add(result, _options.KeepAppliedResults);
        if (!result.IsDone) _notDone.Add((result.Operation.Model, result.Operation.Id));
    }

    private void Release()
    {
        foreach (ChunkEntry entry in _chunk.Entries)
        {
            entry.Operation.Fail();
            Note(new BatchResult(entry.Operation, entry.Index, BatchStatus.NotAttempted));
        }
        foreach ((BatchOperation operation, long index) in _undecided) Note(new BatchResult(operation, index, BatchStatus.NotAttempted));
        _undecided = [];
        _chunk.Dispose();
    }
}
