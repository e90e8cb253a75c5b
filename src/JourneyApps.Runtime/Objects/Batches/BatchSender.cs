namespace JourneyApps.Internal.Objects.Batches;

/// <summary>Sends one request of a batch until each of its operations has a result. Operations that fail inside an accepted request with a
/// passing error are sent again within the budget; each object is in it once, so that repeating changes nothing.</summary>
internal sealed class BatchSender(ClientContext context, BatchOptions options, CancellationToken cancellationToken)
{
    private readonly List<BatchResult> _results = [];
    private readonly List<(ChunkEntry Entry, ApiError? Error)> _mayExist = [];
    private readonly List<ChunkEntry> _startAgain = [];
    private bool _endsRun;
    private bool _wasCanceled;

    internal static Task<SentChunk> SendAsync(
        ClientContext context, BatchChunk chunk, BatchOptions options, CancellationToken cancellationToken)
        => new BatchSender(context, options, cancellationToken).RunAsync(chunk);

    private int MaxRounds => Math.Max(1, options.Request?.MaxAttempts ?? context.Transport.Settings.MaxAttempts);

    private async Task<SentChunk> RunAsync(BatchChunk chunk)
    {
        BatchChunk? current = chunk;
        for (int round = 1; current is not null; round++)
        {
            BatchChunk? again = null;
            try
            {
                again = await SendOnceAsync(current, isLast: round >= MaxRounds).ConfigureAwait(false);
                if (again is not null) await PauseAsync(round, again).ConfigureAwait(false);
            }
            finally
            {
                current.Dispose();
            }
            current = _wasCanceled ? null : again;
        }
        await SettleCreatesAsync().ConfigureAwait(false);
        if (options.ReadBack) await ReadBackAsync().ConfigureAwait(false);
        return new SentChunk(_results, _startAgain, _endsRun, _wasCanceled);
    }

    private async Task<BatchChunk?> SendOnceAsync(BatchChunk chunk, bool isLast)
    {
        chunk.Close();
        var request = new ApiRequest(HttpMethod.Post, "batch.json", "batch")
        { Body = chunk.Body, IsWrite = true, Options = options.Request };
        try
        {
            OperationAnswer[] answers = await context.Transport.SendAsync(
                request, response => BatchAnswer.Read(response, chunk.Entries.Count), cancellationToken).ConfigureAwait(false);
            return Sort(chunk, answers, isLast || chunk.IsOnce);
        }
        catch (JourneyApiException fault)
        {
            bool refused = fault.Outcome == WriteOutcome.NotApplied;
            foreach (ChunkEntry entry in chunk.Entries) Fail(entry, refused ? BatchStatus.Failed : BatchStatus.Unknown, fault.Error, fault);
            // A request that was refused for what is in it says nothing about the next; one that was refused for who or where we are does.
            _endsRun |= options.StopOnError || (refused && fault is not InvalidRequestException);
            return null;
        }
        catch (OperationCanceledException canceled) when (cancellationToken.IsCancellationRequested)
        {
            bool sent = canceled is JourneyCanceledException { Outcome: not WriteOutcome.NotApplied };
            foreach (ChunkEntry entry in chunk.Entries) Fail(entry, sent ? BatchStatus.Unknown : BatchStatus.NotAttempted, null, null);
            _wasCanceled = true;
            return null;
        }
    }

    // Gives each operation its result, but for those that are to be sent again.
    private BatchChunk? Sort(BatchChunk chunk, OperationAnswer[] answers, bool isLast)
    {
        BatchChunk? again = null;
        bool stopped = false, startsAgain = false;
        for (int i = 0; i < answers.Length; i++)
        {
            ChunkEntry entry = chunk.Entries[i];
            OperationAnswer answer = answers[i];
            if (answer.Success)
            {
                entry.Operation.Complete(chunk.Uploads(entry));
                Add(entry, entry.Operation.AppliedStatus);
            }
            else if (entry.Operation.Method == BatchMethod.Delete && answer.Error?.Type == ApiError.ObjectNotFound)
            {
                Add(entry, BatchStatus.AlreadyDeleted);
            }
            else if ((answer.IsPassing && !isLast) || (stopped && again is not null))
            {
                // When the server stops on an error, what follows a passing one was not tried either.
                stopped |= options.StopOnError;
                again ??= new BatchChunk(options.StopOnError);
                again.Copy(chunk, entry);
            }
            else if (stopped)
            {
                Fail(entry, BatchStatus.NotAttempted, null, null);
            }
            else if (startsAgain || entry.Operation.StartsAgain(answer.Error))
            {
                // When the server stops on an error, what follows was not tried.
                startsAgain = options.StopOnError;
                StartAgain(entry);
            }
            else if (entry.Operation.WireMethod == "post" && !answer.IsPassing)
            {
                _mayExist.Add((entry, answer.Error));
                if (entry.Operation.Method == BatchMethod.CreateOrUpdate) startsAgain = options.StopOnError;
                else _endsRun |= stopped = options.StopOnError;
            }
            else
            {
                Fail(entry, BatchStatus.Failed, answer.Error, null);
                _endsRun |= stopped = options.StopOnError;
            }
        }
        return again;
    }

    private async Task PauseAsync(int round, BatchChunk again)
    {
        // The wait of a first refusal is the platform's advice for its rate limit; both kinds double.
        var wait = TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, round - 1)));
        try
        {
            await Task.Delay(wait, context.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            var error = new ApiError(ApiError.InternalServerError);
            foreach (ChunkEntry entry in again.Entries) Fail(entry, BatchStatus.Failed, error, null);
            again.Dispose();
            _wasCanceled = true;
        }
    }

    // The platform does not document which error a create under a taken id gets, so the objects themselves are read.
    private async Task SettleCreatesAsync()
    {
        foreach (var same in _mayExist.GroupBy(static one => (one.Entry.Operation.Model, one.Entry.Operation.GetType())))
        {
            (ChunkEntry Entry, ApiError? Error)[] all = [.. same];
            HashSet<string> there = [];
            try
            {
                there = await all[0].Entry.Operation.TakeExistingAsync(
                    context, [.. all.Select(static one => one.Entry.Operation)], options.Request, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is JourneyApiException or OperationCanceledException)
            {
                _wasCanceled |= fault is OperationCanceledException;
            }
            foreach ((ChunkEntry entry, ApiError? error) in all)
            {
                if (!there.Contains(entry.Operation.Id))
                {
                    Fail(entry, BatchStatus.Failed, error, null);
                    _endsRun |= options.StopOnError;
                }
                else if (entry.Operation.Method == BatchMethod.CreateOrUpdate) StartAgain(entry);
                else Add(entry, BatchStatus.AlreadyExists);
            }
        }
    }

    // Faults here leave objects stale, which they say of themselves; what was applied stays applied.
    private async Task ReadBackAsync()
    {
        IEnumerable<BatchOperation> written = _results
            .Where(static result => result.Status is BatchStatus.Applied or BatchStatus.Created or BatchStatus.Updated)
            .Select(static result => result.Operation)
            .Where(static operation => operation.Method != BatchMethod.Delete);
        foreach (var same in written.GroupBy(static operation => (operation.Model, operation.GetType())))
        {
            try
            {
                BatchOperation[] all = [.. same];
                await all[0].ReadBackAsync(context, all, options.Request, cancellationToken).ConfigureAwait(false);
            }
            catch (JourneyApiException)
            {
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                _wasCanceled = true;
            }
        }
    }

    private void Fail(ChunkEntry entry, BatchStatus status, ApiError? error, Exception? exception)
    {
        entry.Operation.Fail();
        _results.Add(new BatchResult(entry.Operation, entry.Index, status) { Error = error, Exception = exception });
    }

    private void StartAgain(ChunkEntry entry)
    {
        entry.Operation.Fail();
        _startAgain.Add(entry);
    }

    private void Add(ChunkEntry entry, BatchStatus status) => _results.Add(new BatchResult(entry.Operation, entry.Index, status));
}
