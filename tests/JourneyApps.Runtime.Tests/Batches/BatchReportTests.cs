using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Batches;

/// <summary>What a report says: counts, order, texts, and what an exception makes of it.</summary>
public sealed class BatchReportTests
{
    private static readonly BatchOperation Operation = BatchOperation.Delete(new Id<Job>("42059e2e-5c25-4b2f-9d5a-000000000001"));

    private static readonly BatchResult Applied = new(Operation, 0, BatchStatus.Applied);

    private static readonly BatchResult Failed = new(Operation, 1, BatchStatus.Failed) { Error = new ApiError("INVALID_VALUE") };

    private static readonly BatchResult NotAttempted = new(Operation, 2, BatchStatus.NotAttempted);

    [Fact]
    public void A_report_counts_its_results_and_names_the_first_that_is_not_done()
    {
        var report = new BatchReport([Applied, Failed, NotAttempted]);

        Assert.Equal((3L, 1L, false, 0L), (report.Total, report.Applied, report.AllDone, report.NotTaken));
        Assert.Equal([Failed, NotAttempted], report.NotDone);
        Assert.Equal([Applied, Failed, NotAttempted], report.Results);
        Assert.Equal("3 operations: 1 Applied, 1 Failed, 1 NotAttempted", report.ToString());
        Assert.Equal($"{Operation}: Applied", Applied.ToString());
        Assert.Equal("Delete job 42059e2e-5c25-4b2f-9d5a-000000000001", Operation.ToString());
        Assert.StartsWith($"{Operation}: Failed (", Failed.ToString(), StringComparison.Ordinal);
        Assert.Contains("INVALID_VALUE", Failed.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            $"A batch was not completed. {report}. First not done: {Failed}.", Assert.Throws<BatchException>(report.ThrowIfNotDone).Message);
    }

    [Fact]
    public void A_report_that_ended_early_is_not_done_although_its_results_are()
    {
        var report = new BatchReport([Applied], endedEarly: true);

        Assert.False(report.AllDone);
        Assert.Null(report.NotTaken);
        Assert.Equal("1 operations: 1 Applied; it ended early, and the rest of the sequence was not read", report.ToString());
        Assert.Equal($"A batch was not completed. {report}.", Assert.Throws<BatchException>(report.ThrowIfNotDone).Message);
        Assert.Same(report = new BatchReport([Applied]), report.ThrowIfNotDone());
    }

    [Fact]
    public void A_canceled_batch_is_certainly_not_applied_only_if_nothing_was_attempted()
    {
        BatchReport nothing = new([NotAttempted]), something = new([Applied, NotAttempted]);

        Assert.Equal(WriteOutcome.NotApplied, new BatchCanceledException(nothing, CancellationToken.None).Outcome);
        Assert.Equal(WriteOutcome.Unknown, new BatchCanceledException(something, CancellationToken.None).Outcome);
        Assert.Equal($"A batch was cancelled. {something}.", new BatchCanceledException(something, CancellationToken.None).Message);
    }

    [Fact]
    public async Task Results_are_in_the_order_of_the_sequence_whenever_they_became_known()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(time: new ManualTime { RunsByItself = true });
        app.Emulator.Faults.Add(Fault.FailOperations("TOO_MANY_REQUESTS", 0));
        app.Emulator.Faults.Add(Fault.FailOperations("INVALID_VALUE", 0));
        var wrong = new Job("NOT-A-UUID") { Title = "x" };

        BatchReport report = await app.Client.WriteAsync(
            [BatchOperation.Create(new Job()), BatchOperation.Create(new Job()), BatchOperation.Update(wrong), BatchOperation.Create(new Job())],
            new BatchOptions { KeepAppliedResults = true });

        Assert.Equal([0, 1, 2, 3], report.Results.Select(result => result.Index));
        Assert.Equal([(0, BatchStatus.Failed), (2, BatchStatus.NotAttempted)], report.NotDone.Select(result => (result.Index, result.Status)));
    }

    [Fact]
    public void An_operation_needs_an_object_that_it_can_write()
    {
        Assert.Throws<ArgumentNullException>(() => BatchOperation.Put((Job)null!));
        Assert.Throws<ArgumentNullException>(() => BatchOperation.Delete((Job)null!));
        Assert.Throws<ArgumentNullException>(() => BatchOperation.Create((Job)null!));
        Assert.Throws<ArgumentNullException>(() => BatchOperation.Update((Job)null!));
        var existing = new Job("42059e2e-5c25-4b2f-9d5a-000000000001");

        InvalidOperationException fault = Assert.Throws<InvalidOperationException>(() => BatchOperation.Create(existing));
        Assert.Contains($"{existing} already exists", fault.Message, StringComparison.Ordinal);
    }
}
