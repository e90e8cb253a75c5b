using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Engine;

/// <summary>Files whose request or response is lost arrive once.</summary>
public sealed class EngineFileTests
{
    [Theory]
    [MemberData(nameof(EngineTests.Kinds), MemberType = typeof(EngineTests))]
    public async Task An_upload_is_streamed_and_not_sent_twice_when_its_answer_was_lost(string kind)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var jobs = ObjectKind.Of(kind, app);
        object job = jobs.Create();
        jobs.SetValues(job, "t");
        await jobs.CreateAsync(job);
        app.Emulator.ClearRequests();

        int opened = 0;
        jobs.SetPhoto(job, () => { opened++; return new MemoryStream(new byte[100_000]); });
        app.Emulator.Faults.Add(Fault.ResetAfter() with { Route = EmulatorRoute.Update });
        await jobs.UpdateAsync(job);
        Assert.Equal((1, false), (opened, jobs.HasChanges(job)));
        Assert.NotNull((await app.Jobs.GetAsync(jobs.IdOf(job))).Photo);
        Assert.Single(app.Traffic, request => request.StartsWith("PATCH", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(EngineTests.Kinds), MemberType = typeof(EngineTests))]
    public async Task A_file_that_replaces_another_is_stored_once_whether_its_request_or_its_answer_was_lost(string kind)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var jobs = ObjectKind.Of(kind, app);
        object job = jobs.Create();
        jobs.SetPhoto(job, static () => new MemoryStream([1]));
        await jobs.CreateAsync(job);

        byte content = 1;
        foreach ((Fault fault, int requests) in ((Fault, int)[])[(Fault.ResetBefore(), 2), (Fault.ResetAfter(), 1)])
        {
            app.Emulator.ClearRequests();
            byte next = ++content;
            jobs.SetPhoto(job, () => new MemoryStream([next]));
            app.Emulator.Faults.Add(fault with { Route = EmulatorRoute.Update });
            await jobs.UpdateAsync(job);
            using MemoryStream stored = new();
            await app.Jobs.DownloadAsync(await app.Jobs.GetAsync(jobs.IdOf(job)), field => field.Photo, stored);
            Assert.Equal([next], stored.ToArray());
            Assert.Equal(requests, app.Traffic.Count(static request => request.StartsWith("PATCH", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_file_is_sent_again_after_its_request_was_lost_although_the_field_was_never_read()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var job = new Job { Photo = Photo.FromBytes(new byte[] { 1 }, "a.jpg") };
        await app.Jobs.CreateAsync(job);

        app.Emulator.Faults.Add(Fault.ResetBefore() with { Route = EmulatorRoute.Update });
        var unread = new Job(job.Id.Value) { Photo = Photo.FromBytes(new byte[] { 2 }, "b.jpg") };
        await app.Jobs.UpdateAsync(unread);

        using MemoryStream stored = new();
        await app.Jobs.DownloadAsync(await app.Jobs.GetAsync(job.Id), field => field.Photo, stored);
        Assert.Equal([2], stored.ToArray());
    }

    [Fact]
    public async Task Two_files_are_not_sent_twice_when_their_answer_was_lost()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var job = new Job { Title = "t" };
        await app.Jobs.CreateAsync(job);
        app.Emulator.ClearRequests();

        (job.Photo, job.Sign) = (Photo.FromBytes(new byte[] { 1 }, "a.jpg"), Signature.FromBytes(new byte[] { 2 }, "b.svg"));
        app.Emulator.Faults.Add(Fault.ResetAfter() with { Route = EmulatorRoute.Update });
        await app.Jobs.UpdateAsync(job);

        Assert.False(job.HasChanges);
        Assert.Single(app.Traffic, static request => request.StartsWith("PATCH", StringComparison.Ordinal));
    }
}
