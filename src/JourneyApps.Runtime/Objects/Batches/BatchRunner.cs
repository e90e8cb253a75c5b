using System.Diagnostics.CodeAnalysis;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Objects.Batches;

/// <summary>
/// Runs a batch of any length in flat memory: takes operations one by one, fills requests, and sends them in order or, over different objects, side by side.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Runs once; RunAsync gives back what it holds, however it ends.")]
internal sealed class BatchRunner
{
    private readonly ApiTransport _transport;
    private readonly BatchOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly BatchReport _report = new();
    // Objects on which an operation was not done: a later one on the same object would be out of order when the first is sent again.
    private readonly HashSet<(string Model, string Id)> _notDone = [];
    private readonly List<(Task<SentChunk> Task, HashSet<(string Model, string Id)> Keys)> _underWay = [];
    private BatchChunk _chunk;
    private bool _canceled;

    internal BatchRunner(ApiTransport transport, BatchOptions options, CancellationToken cancellationToken)
    {
        if (options.OperationsPerRequest is < 1 or > 1000)
            throw new ArgumentException("OperationsPerRequest must be 1 to 1,000.", nameof(options));
        if (options.Parallel is < 1 or > 16)
            throw new ArgumentException("Parallel must be 1 to 16.", nameof(options));
        if (options.StopOnError && options.Parallel > 1)
            throw new ArgumentException("Stopping on an error demands one request at a time.", nameof(options));
        _transport = transport;
        _options = options;
        _cancellationToken = cancellationToken;
        _chunk = new BatchChunk(options.StopOnError);
    }

    private bool IsOver => _canceled || _report.EndedEarly;

    // Never suspends: a sequence in memory costs no task per operation.
    internal static async IAsyncEnumerable<BatchOperation> ToAsync(IEnumerable<BatchOperation> operations)
    {
        foreach (BatchOperation operation in operations) yield return operation;
        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    internal async Task<BatchReport> RunAsync(IAsyncEnumerable<BatchOperation> operations)
    {
        long index = 0;
        try
        {
            await foreach (BatchOperation operation in operations.WithCancellation(_cancellationToken).ConfigureAwait(false))
            {
                await TakeAsync(operation ?? throw new ArgumentException("An operation is null.", nameof(operations)), index++).ConfigureAwait(false);
                if (IsOver) break;
            }
            if (!IsOver) await SendChunkAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_cancellationToken.IsCancellationRequested)
        {
            _canceled = true;
        }
        finally
        {
            // Also when the caller's sequence throws: what was begun is undone, what is under way is waited for.
            Release();
            while (_underWay.Count > 0) await FinishOneAsync().ConfigureAwait(false);
        }

        _report.Sort();
        if (!_canceled) return _report;
        _report.EndedEarly = true;
        throw new BatchCanceledException(_report, _cancellationToken);
    }

    private async Task TakeAsync(BatchOperation operation, long index)
    {
        (string, string) key = (operation.Model, operation.Id);
        // An object is in a request once: its next operation begins a new one, after the first is through.
        if (_chunk.Keys.Contains(key)) await SendChunkAsync().ConfigureAwait(false);
        while (_underWay.Exists(running => running.Keys.Contains(key))) await FinishOneAsync().ConfigureAwait(false);
        if (IsOver || _notDone.Contains(key))
        {
            Note(new BatchResult(operation, index, BatchStatus.NotAttempted));
            return;
        }

        try
        {
            if (operation.Method == BatchMethod.Delete) WipeCheck.Allow(_transport, operation.Model, _options.AllowWipe);
            if (!_chunk.Add(operation, index))
            {
                Note(new BatchResult(operation, index, BatchStatus.Unchanged));
                return;
            }
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // The object itself cannot be written (a spent upload, an id that is none): the others can.
            Note(new BatchResult(operation, index, BatchStatus.NotAttempted) { Exception = fault });
            if (_options.StopOnError) _report.EndedEarly = true;
            return;
        }

        // A bare stream can be sent once only: alone, it does not take the others' repeats away.
        if (_chunk.Entries.Count >= _options.OperationsPerRequest || _chunk.Bytes >= _options.MaxRequestBytes || _chunk.IsOnce)
            await SendChunkAsync().ConfigureAwait(false);
    }

    private async Task SendChunkAsync()
    {
        if (_chunk.Entries.Count == 0) return;
        while (_underWay.Count >= _options.Parallel) await FinishOneAsync().ConfigureAwait(false);
        if (IsOver) return;
        BatchChunk full = _chunk;
        _chunk = new BatchChunk(_options.StopOnError);
        _underWay.Add((BatchSender.SendAsync(_transport, full, _options, _cancellationToken), full.Keys));
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
        _options.Progress?.Report(new BatchProgress(_report.Total, _report.NotDoneCount, _report.Requests));
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
        _chunk.Dispose();
    }
}
