using System.Text;
using System.Text.Json;
using Acme.Field;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Serialization.Tracking;

namespace JourneyApps.Runtime.Tests.Attachments;

public sealed class UploadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(48 * 1024)]
    [InlineData(48 * 1024 + 1)]
    [InlineData(200_000)]
    public async Task An_upload_streams_its_base64_between_the_json(int size)
    {
        byte[] bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        Job job = new() { Title = "before", Photo = Photo.FromStream(new Trickle(bytes), "a.jpg"), Sign = Signature.FromBytes(bytes, "b.svg"), Crew = 5 };

        using var json = JsonDocument.Parse(await SendAsync(job));

        JsonElement sent = json.RootElement.GetProperty("job");
        Assert.Equal(bytes, sent.GetProperty("photo").GetProperty("base64").GetBytesFromBase64());
        Assert.Equal("a.jpg", sent.GetProperty("photo").GetProperty("filename").GetString());
        Assert.Equal(bytes, sent.GetProperty("sign").GetProperty("base64").GetBytesFromBase64());
        Assert.Equal(("before", 5), (sent.GetProperty("title").GetString(), sent.GetProperty("crew").GetInt32()));
    }

    [Fact]
    public async Task A_bare_stream_is_sent_once_and_spent_after_that()
    {
        Job job = new() { Photo = Photo.FromStream(new MemoryStream([1, 2, 3]), "a.jpg") };
        Assert.Equal(AttachmentState.Upload, job.Photo?.State);
        await SendAsync(job);
        ModelWrites.Fail(job);

        Assert.Equal(AttachmentState.Spent, job.Photo?.State);
        InvalidOperationException refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(job));
        Assert.Contains("Assign the upload again", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Factories_bytes_and_files_are_sent_again_and_their_streams_disposed()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.bin");
        await File.WriteAllBytesAsync(path, [1, 2, 3], TestContext.Current.CancellationToken);
        List<Trickle> opened = [];
        Job job = new()
        {
            Photo = Photo.FromStream(_ => { opened.Add(new Trickle([1, 2, 3])); return ValueTask.FromResult<Stream>(opened[^1]); }, "a.jpg"),
            Sign = Signature.FromBytes(new byte[] { 1, 2, 3 }, "a.svg"),
            Manual = Attachment.FromFile(path, "a.bin"),
        };

        string first = await SendAsync(job);
        ModelWrites.Fail(job);
        string second = await SendAsync(job);
        File.Delete(path);

        Assert.Equal(first, second);
        Assert.Equal(2, opened.Count);
        Assert.All(opened, static stream => Assert.True(stream.IsDisposed));
    }

    [Theory]
    [InlineData("IMG_1.jpg")]
    [InlineData("a/b.jpg")]
    [InlineData("é.jpg")]
    [InlineData(" ")]
    [InlineData("")]
    public void A_file_name_that_the_platform_refuses_is_refused_here(string name) =>
        Assert.Contains("Sanitize", Assert.Throws<ArgumentException>(() => Photo.FromBytes(default, name)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("C:\\Users\\Me\\IMG 0001.JPG", "img 0001.jpg")]
    [InlineData("/tmp/Größe (1).pdf", "gr--e -1-.pdf")]
    [InlineData("...", "file")]
    [InlineData("名前", "file")]
    public void Any_name_can_be_made_one_that_the_platform_takes(string name, string sanitised)
    {
        Assert.Equal(sanitised, Attachment.SanitizeFileName(name));
        Assert.Equal(AttachmentState.Upload, Attachment.FromBytes(default, Attachment.SanitizeFileName(name)).State);
    }

    [Fact]
    public void Another_objects_attachment_is_linked_by_its_id_and_no_text_shows_a_url()
    {
        Job source = Json.Read.One<Job>(Json.ServerJson.Job);
        Job target = new() { Photo = source.Photo };
        using JsonBody body = new();

        ModelJson.WriteFields(target, ModelWrites.Begin(target, WriteKind.Create), WriteKind.Create, body);

        Assert.Equal($"\"photo_id\":\"{Json.ServerJson.PhotoId}\"", Encoding.UTF8.GetString(body.Output.Written));
        Assert.DoesNotContain("https", source.Photo!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_upload_stops()
    {
        Job job = new() { Photo = Photo.FromBytes(new byte[1_000_000], "a.jpg") };
        using JsonBody body = new();
        ModelJson.WriteWrapped(job, ModelWrites.Begin(job, WriteKind.Create), WriteKind.Create, body);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => body.WriteToAsync(new MemoryStream(), static () => { }, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Uploading_8_MiB_allocates_little()
    {
        byte[] bytes = new byte[8 * 1024 * 1024];
        async Task SendOnceAsync()
        {
            Job job = new() { Photo = Photo.FromStream(_ => ValueTask.FromResult<Stream>(new MemoryStream(bytes)), "a.jpg") };
            using JsonBody body = new();
            ModelJson.WriteWrapped(job, ModelWrites.Begin(job, WriteKind.Create), WriteKind.Create, body);
            await body.WriteToAsync(Stream.Null, static () => { }, CancellationToken.None);
        }

        for (int warmUp = 0; warmUp < 3; warmUp++)
            await SendOnceAsync();
        // Everything completes at once here, so the thread stays the same; other tests allocate in parallel.
        long before = GC.GetAllocatedBytesForCurrentThread();
        await SendOnceAsync();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated < 16 * 1024, $"{allocated} bytes for one upload");
    }

    private static async Task<string> SendAsync(Job job)
    {
        using JsonBody body = new();
        ModelJson.WriteWrapped(job, ModelWrites.Begin(job, WriteKind.Create), WriteKind.Create, body);
        using MemoryStream sent = new();
        await body.WriteToAsync(sent, static () => { }, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(sent.ToArray());
    }
}
