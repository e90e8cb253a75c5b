using System.Globalization;
using System.Text.Json;
using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Faults;

/// <summary>
/// Thousands of writes over real sockets while a fifth of all calls goes wrong. What the client says must be true: applied is in the store, not applied
/// is not, and what is unknown is either and gets settled by sending it again.
/// </summary>
public sealed class FaultCampaign
{
    private const int Workers = 16;
    private const int SubjectsPerWorker = 40;
    private const int SinglesPerWorker = 60;
    private const int BatchesPerWorker = 45;
    private const int OperationsPerBatch = 32;
    private const int ImportedObjects = 200;

    private static readonly KeyValuePair<string, string> RetryAfter = new("Retry-After", "2");

    [Fact]
    public async Task What_is_said_of_twenty_thousand_writes_is_true()
    {
        int seed = TestSeed.Next();
        var time = new FastTime(100);
        await using EmulatedApp app = await EmulatedApp.StartAsync(
            options =>
            {
                options.MaxAttempts = 2;
                options.ResponseTimeout = TimeSpan.FromSeconds(30);
                options.Deadline = TimeSpan.FromHours(1);
            },
            options => options with { Seed = seed, RecordedRequests = 1, TimeProvider = time },
            time);
        Plan(app.Emulator.Faults);

        Subject[][] subjects = [.. Enumerable.Range(0, Workers).Select(_ => Enumerable.Range(0, SubjectsPerWorker).Select(_ => new Subject()).ToArray())];
        int[] writes = await Task.WhenAll(subjects.Select((own, worker) => Task.Run(() => WorkAsync(app.Client, own, new Random(seed + worker)))));
        app.Emulator.Faults.Clear();
        Assert.True(writes.Sum() >= 20_000, $"{writes.Sum()} writes");

        Subject[] all = [.. subjects.SelectMany(own => own)];
        Dictionary<string, int?> store = await ReadAsync(app);
        Assert.All(all, subject => Assert.True(
            Found(store, subject) == subject.Stored || (subject.InDoubt && Found(store, subject) == subject.Wanted),
            $"{subject.Job} holds {Found(store, subject)} instead of {subject.Stored}{(subject.InDoubt ? $" or {subject.Wanted}" : "")}"));

        Subject[] inDoubt = [.. all.Where(subject => subject.InDoubt)];
        TestContext.Current.TestOutputHelper?.WriteLine($"{writes.Sum()} writes, {all.Sum(subject => subject.Unknowns)} unknown, {inDoubt.Length} of them still at the end");
        Assert.True(all.Sum(subject => subject.Unknowns) > 0, "Nothing was ever unknown: then the campaign tests nothing of it.");
        foreach (Subject subject in inDoubt)
        {
            await subject.SendAsync(app.Client);
            subject.Note(WriteOutcome.Applied);
        }
        store = await ReadAsync(app);
        Assert.All(all, subject => Assert.Equal(subject.Stored, Found(store, subject)));
        Assert.Equal(all.Count(subject => subject.Stored is not null), store.Count);
    }

    [Fact]
    public async Task An_import_that_is_killed_again_and_again_makes_each_object_once_and_keeps_others_edits()
    {
        int seed = TestSeed.Next();
        var random = new Random(seed);
        var time = new FastTime(100);
        var keys = new Guid("b3a4d3b6-54f6-4d0d-8c0a-7f3b7ad1f6f1");
        await using EmulatedApp app = await EmulatedApp.StartAsync(
            options =>
            {
                options.MaxAttempts = 2;
                options.ResponseTimeout = TimeSpan.FromSeconds(10);
            },
            options => options with { Seed = seed, TimeProvider = time },
            time);
        using FieldApp other = EmulatedApp.Connect(app.Emulator, options => options.ResponseTimeout = TimeSpan.FromSeconds(10), time);
        Plan(app.Emulator.Faults);
        HashSet<string> edited = [];
        bool isComplete = false;
        for (int run = 0; !isComplete; run++)
        {
            Assert.True(run < 500, "The import never came to its end.");
            using var kill = new CancellationTokenSource();
            var killer = new Killer(kill, afterRequests: random.Next(0, 25), delay: TimeSpan.FromMilliseconds(random.Next(4)));
            IEnumerable<BatchOperation> import = Enumerable.Range(0, ImportedObjects).Select(i =>
            {
                var job = Job.New(Id<Job>.FromKey(keys, $"SO-{i}"));
                job.Title = "imported";
                return BatchOperation.CreateIfMissing(job);
            });
            try
            {
                isComplete = (await app.Client.WriteAsync(import, new BatchOptions { OperationsPerRequest = ImportedObjects / 20, Progress = killer }, kill.Token)).AllDone;
            }
            catch (OperationCanceledException)
            {
                // Killed: nothing of it is remembered.
            }
            // Meanwhile others work with what is there.
            foreach (StoredObject there in (await app.Emulator.ObjectsAsync("job")).Where(_ => random.Next(50) == 0))
            {
                await EditAsync(other, there.Id);
                edited.Add(there.Id);
            }
        }

        IReadOnlyList<StoredObject> jobs = await app.Emulator.ObjectsAsync("job");
        Assert.Equal(ImportedObjects, jobs.Count);
        Assert.NotEmpty(edited);
        Assert.All(jobs, job => Assert.Equal(edited.Contains(job.Id), job.Json.Contains("edited by others", StringComparison.Ordinal)));
    }

    private static void Plan(FaultPlan plan)
    {
        Fault[] faults =
        [
            Fault.Status(500), Fault.Status(500) with { AfterApplying = true }, Fault.Status(503, "<html>busy</html>"), Fault.Status(429),
            Fault.Status(429, null, null, RetryAfter), Fault.ResetBefore(), Fault.ResetAfter(), Fault.Truncate(7), Fault.Hang(),
            Fault.Hang() with { AfterApplying = true }, Fault.Redirect("https://elsewhere.example/"), Fault.Status(200, "<html>please log in</html>"),
            Fault.Status(200, "{\"id\":", "application/json") with { AfterApplying = true }, Fault.Status(504, ""),
            // Slow, but within the 30 s between two reads; and too slow.
            Fault.Trickle(TimeSpan.FromSeconds(3), pieceBytes: 128), Fault.Trickle(TimeSpan.FromSeconds(60), pieceBytes: 5),
        ];
        // Each is asked in turn, and the first that happens takes the call: together they take a fifth.
        double each = 1 - Math.Pow(0.8, 1.0 / (faults.Length + 2));
        foreach (Fault fault in faults) plan.Add(fault with { Times = null, Probability = each });
        foreach (string error in (string[])["INTERNAL_SERVER_ERROR", "TOO_MANY_REQUESTS"])
            plan.Add(Fault.FailOperations(error, 1, 4, 5) with { Times = null, Probability = each });
    }

    private static async Task<int> WorkAsync(FieldApp app, Subject[] subjects, Random random)
    {
        int writes = 0;
        for (int batch = 0; batch < BatchesPerWorker; batch++)
        {
            random.Shuffle(subjects);
            Subject[] chosen = [.. subjects.Take(OperationsPerBatch)];
            foreach (Subject subject in chosen) subject.Prepare(random);
            BatchReport report = await app.WriteAsync(
                chosen.Select(subject => subject.Operation),
                new BatchOptions { OperationsPerRequest = 8, KeepAppliedResults = true, Parallel = 2 });
            foreach (BatchResult result in report.Results) chosen[result.Index].Note(OutcomeOf(result.Status));
            // What was not taken from the sequence was not sent.
            foreach (Subject untaken in chosen.Where((_, index) => report.Results.All(result => result.Index != index))) untaken.Note(WriteOutcome.NotApplied);
            writes += report.Results.Count;
        }
        for (int single = 0; single < SinglesPerWorker; single++)
        {
            Subject subject = subjects[random.Next(subjects.Length)];
            subject.Prepare(random);
            subject.Note(await SendAsync(subject, app));
            writes++;
        }
        return writes;
    }

    private static async Task<WriteOutcome> SendAsync(Subject subject, FieldApp app)
    {
        try
        {
            await subject.SendAsync(app);
            return WriteOutcome.Applied;
        }
        catch (JourneyApiException fault)
        {
            return fault.Outcome;
        }
    }

    private static WriteOutcome OutcomeOf(BatchStatus status) => status switch
    {
        BatchStatus.Applied or BatchStatus.AlreadyDeleted or BatchStatus.Unchanged => WriteOutcome.Applied,
        BatchStatus.Unknown => WriteOutcome.Unknown,
        _ => WriteOutcome.NotApplied,
    };

    private static async Task EditAsync(FieldApp other, string id)
    {
        while (true)
        {
            try
            {
                await other.Jobs.UpdateAsync(new Job(id) { Notes = "edited by others" });
                return;
            }
            catch (JourneyApiException)
            {
                // One of the planned faults; the edit is repeated until it is through.
            }
        }
    }

    private static async Task<Dictionary<string, int?>> ReadAsync(EmulatedApp app)
    {
        IReadOnlyList<StoredObject> stored = await app.Emulator.ObjectsAsync("job");
        return stored.ToDictionary(one => one.Id, one => Crew(one.Json));
    }

    private static int? Crew(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty("crew", out JsonElement crew) ? int.Parse(crew.GetRawText(), CultureInfo.InvariantCulture) : null;
    }

    private static int? Found(Dictionary<string, int?> store, Subject subject) => store.TryGetValue(subject.Job.Id.Value, out int? crew) ? crew : null;
}
