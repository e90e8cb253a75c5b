using System.Net;
using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Transfers;

public sealed class TransferTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(24 * 1024)]
    [InlineData(1_000_003)]
    public async Task What_was_uploaded_comes_down_again_byte_for_byte(int size)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        byte[] content = new byte[size];
        new Random(size).NextBytes(content);
        var job = new Job { Title = "with files", Manual = Attachment.FromStream(_ => new(new MemoryStream(content)), "manual.pdf") };
        await app.Jobs.CreateAsync(job);
        Assert.Equal(AttachmentState.Uploaded, job.Manual?.State);

        using var target = new MemoryStream();
        (long Length, string? ContentType) file = await app.Jobs.DownloadAsync(job, j => j.Manual, target);
        Assert.Equal(size, file.Length);
        Assert.Equal(content, target.ToArray());
        Assert.DoesNotContain(app.Emulator.Requests, request => request.PathAndQuery.Contains("/media/", StringComparison.Ordinal) && request.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Files_go_with_an_update_and_with_a_batch()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job[] jobs = await app.SeedAsync(2);
        jobs[0].Photo = Photo.FromBytes("photo"u8.ToArray(), "a.jpg");
        jobs[0].Sign = Signature.FromBytes("<svg/>"u8.ToArray(), "s.svg");
        await app.Jobs.UpdateAsync(jobs[0]);
        Assert.Equal((AttachmentState.Uploaded, false), (jobs[0].Photo!.State, jobs[0].HasChanges));

        jobs[1].Photo = Photo.FromBytes("other"u8.ToArray(), "b.jpg");
        BatchReport report = await app.Client.WriteAsync([BatchOperation.Update(jobs[1]), BatchOperation.Create(new Job { Photo = Photo.FromBytes("third"u8.ToArray(), "c.jpg") })]);
        Assert.Equal(2, report.Applied);
        Assert.Equal(AttachmentState.Sent, jobs[1].Photo!.State);
        await app.Jobs.RefreshAsync(jobs[1]);
        using var target = new MemoryStream();
        await app.Jobs.DownloadAsync(jobs[1], j => j.Photo, FileVariant.Thumbnail, target);
        Assert.Equal("other"u8.ToArray(), target.ToArray());
    }

    [Fact]
    public async Task An_upload_from_a_factory_is_sent_again_and_one_from_a_bare_stream_is_not()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job[] jobs = await app.SeedAsync(2);
        app.Emulator.Faults.Add(Fault.Status(503) with { Route = EmulatorRoute.Update, Times = 2 });
        jobs[0].Photo = Photo.FromBytes("x"u8.ToArray(), "a.jpg");
        await app.Jobs.UpdateAsync(jobs[0]);
        Assert.Equal(AttachmentState.Uploaded, jobs[0].Photo!.State);

        app.Emulator.Faults.Add(Fault.Status(503) with { Route = EmulatorRoute.Update });
        using var bare = new MemoryStream("bare"u8.ToArray());
        jobs[1].Photo = Photo.FromStream(bare, "b.jpg");
        JourneyApiException fault = await Assert.ThrowsAsync<JourneyApiException>(() => app.Jobs.UpdateAsync(jobs[1]));
        Assert.Equal(ApiErrorKind.ServerError, fault.Kind);
        Assert.Equal(WriteOutcome.Unknown, fault.Outcome);
        Assert.Equal(AttachmentState.Spent, jobs[1].Photo!.State);
        InvalidOperationException spent = await Assert.ThrowsAsync<InvalidOperationException>(() => app.Jobs.UpdateAsync(jobs[1]));
        Assert.Contains("b.jpg", spent.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_whose_answer_was_lost_is_looked_up_before_it_is_sent_again()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job job = await app.Jobs.GetAsync((await app.SeedAsync(1))[0].Id);
        app.Emulator.ClearRequests();
        app.Emulator.Faults.Add(Fault.ResetAfter() with { Route = EmulatorRoute.Update });
        job.Photo = Photo.FromBytes("first"u8.ToArray(), "a.jpg");
        await app.Jobs.UpdateAsync(job);
        Assert.Equal(["PATCH", "GET"], app.Emulator.Requests.Select(request => request.Method));
        Assert.Equal((AttachmentState.Uploaded, false), (job.Photo!.State, job.HasChanges));

        app.Emulator.ClearRequests();
        app.Emulator.Faults.Add(Fault.ResetBefore() with { Route = EmulatorRoute.Update });
        job.Photo = Photo.FromBytes("second"u8.ToArray(), "b.jpg");
        await app.Jobs.UpdateAsync(job);
        Assert.Equal(["PATCH", "GET", "PATCH"], app.Emulator.Requests.Select(request => request.Method));
        using var target = new MemoryStream();
        await app.Jobs.DownloadAsync(job, j => j.Photo, FileVariant.Original, target);
        Assert.Equal("second"u8.ToArray(), target.ToArray());
    }

    [Fact]
    public async Task A_source_that_fails_is_named_as_such_and_nothing_is_repeated()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job job = (await app.SeedAsync(1))[0];
        job.Photo = Photo.FromFile(Path.Combine(Path.GetTempPath(), "there-is-no-such-file.jpg"));
        JourneyApiException fault = await Assert.ThrowsAsync<JourneyApiException>(() => app.Jobs.UpdateAsync(job));
        Assert.Equal(ApiErrorKind.Connection, fault.Kind);
        Assert.IsType<FileNotFoundException>(fault.InnerException);
        Assert.Contains("there-is-no-such-file.jpg", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Linking_and_clearing_need_no_upload()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job[] jobs = await app.SeedAsync(2);
        jobs[0].Photo = Photo.FromBytes("x"u8.ToArray(), "a.jpg");
        await app.Jobs.UpdateAsync(jobs[0]);
        jobs[1].Photo = jobs[0].Photo;
        await app.Jobs.UpdateAsync(jobs[1]);
        Assert.Equal(jobs[0].Photo!.Id, jobs[1].Photo!.Id);
        Assert.Contains($"\"photo_id\":\"{jobs[0].Photo!.Id}\"", app.Traffic.Last(), StringComparison.Ordinal);
        jobs[1].Photo = null;
        await app.Jobs.UpdateAsync(jobs[1]);
        Assert.Null((await app.Jobs.GetAsync(jobs[1].Id)).Photo);
    }

    [Fact]
    public async Task A_stale_URL_is_read_anew_once()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job job = (await app.SeedAsync(1))[0];
        job.Photo = Photo.FromBytes("x"u8.ToArray(), "a.jpg");
        await app.Jobs.UpdateAsync(job);
        var stale = new Job(job.Id) { Photo = new Photo(job.Photo!.Id, "uploaded", new Dictionary<string, string> { ["original"] = job.Photo.OriginalUrl!.Replace("sha=", "sha=0", StringComparison.Ordinal) }) };
        using var target = new MemoryStream();
        await app.Jobs.DownloadAsync(stale, j => j.Photo, FileVariant.Original, target);
        Assert.Equal("x"u8.ToArray(), target.ToArray());
    }

    [Fact]
    public async Task A_file_that_is_not_there_says_why()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job job = (await app.SeedAsync(1))[0];
        JourneyApiException fault = await Assert.ThrowsAsync<JourneyApiException>(
            () => app.Jobs.DownloadAsync(job, j => j.Photo, FileVariant.Original, Stream.Null));
        Assert.Equal(ApiErrorKind.FileUnavailable, fault.Kind);
        Assert.EndsWith(" has no file.", fault.Message, StringComparison.Ordinal);
        Assert.Equal(ApiErrorKind.FileUnavailable, (await Assert.ThrowsAsync<JourneyApiException>(() => app.Jobs.WaitUntilUploadedAsync(job, j => j.Photo))).Kind);
    }

    [Fact]
    public async Task A_pending_file_is_waited_for()
    {
        string[] answers =
        [
            """{"id":"a","type":"job","photo_id":"p"}""",
            """{"id":"a","type":"job","photo_id":"p","photo":{"state":"pending"}}""",
            """{"id":"a","type":"job","photo_id":"p","photo":{"state":"uploaded","original":"https://x.journeyapps.com/m"}}""",
        ];
        var server = new FakeServer();
        foreach (string answer in answers) server.Answer(HttpStatusCode.OK, answer);
        using var app = new FieldApp(Transports.Options(server));
        var job = new Job("a");
        await app.Jobs.WaitUntilUploadedAsync(job, j => j.Photo);
        Assert.Equal((3, "https://x.journeyapps.com/m"), (server.Requests.Count, job.Photo!.OriginalUrl));
    }

    [Fact]
    public async Task A_download_has_a_limit()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var job = new Job { Manual = Attachment.FromBytes(new byte[5000], "m.pdf") };
        await app.Jobs.CreateAsync(job);
        using var target = new MemoryStream();
        await Assert.ThrowsAsync<UnreadableResponseException>(() => app.Jobs.DownloadAsync(job, j => j.Manual, target, new DownloadOptions { MaxBytes = 4999 }));
        Assert.True(target.Length <= 4999);
    }
}
