using System.Text;
using Acme.Field;
using JourneyApps.Json;

namespace JourneyApps.Runtime.Tests.Json;

public sealed class ReadingTests
{
    [Fact]
    public void Every_field_type_is_read()
    {
        Job job = Read(ServerJson.Job);

        Assert.Equal(ServerJson.JobId, job.Id.Value);
        Assert.Equal(new DateTimeOffset(2015, 2, 5, 8, 17, 1, TimeSpan.Zero), job.UpdatedAt);
        Assert.Equal("Wash Dishes", job.Display);
        Assert.Equal("Wash \"Dishes\" é😀", job.Title);
        Assert.Equal("", job.Notes);
        Assert.Equal(7, job.Crew);
        Assert.Equal(12.5, job.Cost);
        Assert.Equal(new DateOnly(2016, 2, 27), job.Due);
        Assert.Equal(new DateTimeOffset(2016, 2, 22, 14, 0, 53, TimeSpan.Zero), job.StartedAt);
        Assert.True(job.Done);
        Assert.Equal(JobState.Busy, job.State?.Value);
        Assert.Equal(JobPriority.High, job.Priority?.Value);
        Assert.Equal([JobTags.B, JobTags.A], job.Tags);
        Assert.Equal([JobRatings.Huge], job.Ratings);
        Assert.Equal(
            new Location(-33.913147447989644, 0, null, 4.5, null, new DateTimeOffset(2013, 2, 22, 14, 0, 53, TimeSpan.Zero)), job.Position);
        Assert.Equal(ServerJson.PhotoId, job.Photo?.Id);
        Assert.Equal(AttachmentState.Uploaded, job.Photo?.State);
        Assert.Equal("https://run.example.com/t/p.jpg?sha=9b16", job.Photo?.ThumbnailUrl);
        Assert.Equal(AttachmentState.Pending, job.Sign?.State);
        Assert.Equal("2b6a1c1e-0000-4000-8000-000000000002", job.Manual?.Id);
        Assert.Equal("https://x/p", job.Manual?.UrlOf("preview"));
        Assert.Equal("""[[1,2.50],{"a":"b"}]""", job.Route?.Json);
        Assert.Equal(ServerJson.SiteId, job.SiteId?.Value);
        Assert.Equal("North", job.Site?.Name);
        Assert.Null(job.ParentId);
        Assert.False(job.IsNew);
        Assert.False(job.HasChanges);
    }

    private static Job Read(string json) => ModelJson.Read<Job>(Encoding.UTF8.GetBytes(json));
}
