namespace JourneyApps.Internal.Objects.Batches;

/// <summary>Sends one request of a batch until each of its operations has a result. Operations that fail inside an accepted request with a
/// passing error are sent again within the budget; each object is in it once, so that repeating changes nothing.</summary>
internal sealed class BatchSender(ClientContext context, BatchOptions options, CancellationToken cancellationToken)
{
    private readonly List<BatchResult> _results = [];
    private readonly List<(ChunkEntry Entry, ApiError? Error)> _mayExist = [];
    private readonly List<ChunkEntry> _startAgain = [];
    private readonly Stack<PendingChunk> _pending = new();
    private bool _isOver;
    private bool _endsRun;
    private bool _wasCanceled;

    internal static Task<SentChunk> SendAsync(
        ClientContext context, BatchChunk chunk, BatchOptions options, CancellationToken cancellationToken)
        => new BatchSender(context, options, cancellationToken).RunAsync(chunk);

    private int MaxRounds => Math.Max(1, options.Request?.MaxAttempts ?? context.Transport.Settings.MaxAttempts);

    private async Task<SentChunk> RunAsync(BatchChunk chunk)
    {
        _pending.Push(new PendingChunk(chunk, Round: 1, WasSent: false));
        while (_pending.TryPop(out PendingChunk? next))
        {
            using BatchChunk current = next.Chunk;
            if (_isOver) FailAll(current, next.WasSent ? BatchStatus.Unknown : BatchStatus.NotAttempted, null);
            else await SendOnceAsync(next).ConfigureAwait(false);
        }
        await SettleCreatesAsync().ConfigureAwait(false);
        if (options.ReadBack) await ReadBackAsync().ConfigureAwait(false);
        return new SentChunk(_results, _startAgain, _endsRun, _wasCanceled);
    }

    private async Task SendOnceAsync(PendingChunk pending)
    {
        BatchChunk chunk = pending.Chunk;
        chunk.Close();
        var request = new ApiRequest(HttpMethod.Post, "batch.json", "batch")
        { Body = chunk.Body, IsWrite = true, Options = options.Request };
        try
        {
            OperationAnswer[] answers = await context.Transport.SendAsync(
                request, response => BatchAnswer.Read(response, chunk.Entries.Count), cancellationToken).ConfigureAwait(false);
            BatchChunk? again = Sort(chunk, answers, pending.Round >= MaxRounds || chunk.IsOnce);
            // When the server stops on an error, it did not try what comes after this part.
            _isOver |= options.StopOnError && (_endsRun || _mayExist.Count > 0 || _startAgain.Count > 0);
            if (again is not null && await PauseAsync(pending.Round, again).ConfigureAwait(false))
                _pending.Push(new PendingChunk(again, pending.Round + 1, WasSent: false));
        }
        catch (UnreadableResponseException fault) when (fault.IsTooLarge && chunk.Entries.Count > 1 && !chunk.IsOnce)
        {
            // The operations may have been applied. Sending them again in parts changes nothing and shows the result of each.
            int half = chunk.Entries.Count / 2;
            _pending.Push(new PendingChunk(Part(chunk, half..), pending.Round, WasSent: true));
            _pending.Push(new PendingChunk(Part(chunk, ..half), pending.Round, WasSent: true));
        }
        catch (JourneyApiException fault)
        {
            bool refused = fault.Outcome == WriteOutcome.NotApplied && !pending.WasSent;
            FailAll(chunk, refused ? BatchStatus.Failed : BatchStatus.Unknown, fault);
            // A request that was refused for what is in it says nothing about the next; one that was refused for who or where we are does.
            bool ends = options.StopOnError || (fault.Outcome == WriteOutcome.NotApplied && fault is not InvalidRequestException);
            _endsRun |= ends;
            _isOver |= ends;
        }
        catch (OperationCanceledException canceled) when (cancellationToken.IsCancellationRequested)
        {
            bool sent = pending.WasSent || canceled is JourneyCanceledException { Outcome: not WriteOutcome.NotApplied };
            FailAll(chunk, sent ? BatchStatus.Unknown : BatchStatus.NotAttempted, null);
            _isOver = _wasCanceled = true;
        }
    }

    private BatchChunk Part(BatchChunk chunk, Range range)
    {
        var part = new BatchChunk(options.StopOnError);
        foreach (ChunkEntry entry in chunk.Entries[range]) part.Copy(chunk, entry);
        return part;
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

    /// <returns>False if it was cancelled.</returns>
    private async Task<bool> PauseAsync(int round, BatchChunk again)
    {
        // The wait of a first refusal is the platform's advice for its rate limit; both kinds double.
        var wait = TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, round - 1)));
        try
        {
            await Task.Delay(wait, context.Time, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            var error = new ApiError(ApiError.InternalServerError);
            foreach (ChunkEntry entry in again.Entries) Fail(entry, BatchStatus.Failed, error, null);
            again.Dispose();
            _isOver = _wasCanceled = true;
            return false;
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

    private void FailAll(BatchChunk chunk, BatchStatus status, JourneyApiException? fault)
    {
        foreach (ChunkEntry entry in chunk.Entries) Fail(entry, status, fault?.Error, fault);
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
