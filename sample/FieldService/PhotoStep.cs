using System.Security.Cryptography;
namespace FieldService;

/// <summary>A photo goes up with an update and comes back from the link in the object.</summary>
internal static class PhotoStep
{
    public static async Task RunAsync(JourneyApp app, CancellationToken cancellationToken)
    {
        Screen.Title("A photo");

        string path = Path.Combine(AppContext.BaseDirectory, "pump.jpg");
        Job job = await app.Jobs.OrderBy(j => j.Number).FirstOrDefaultAsync(j => j.Photo == null, cancellationToken)
            ?? throw new InvalidOperationException("Every job already has a photo.");
        job.Photo = Photo.FromFile(path);
        await app.Jobs.UpdateAsync(job, cancellationToken: cancellationToken);

        Job stored = await app.Jobs.GetAsync(job.Id, cancellationToken);
        using MemoryStream downloaded = new();
        await app.Jobs.DownloadAsync(stored, j => j.Photo, FileVariant.Original, downloaded, cancellationToken: cancellationToken);

        byte[] sent = SHA256.HashData(await File.ReadAllBytesAsync(path, cancellationToken));
        byte[] received = SHA256.HashData(downloaded.ToArray());
        Screen.Line($"{stored.Display}: photo {stored.Photo?.State.ToString()?.ToLowerInvariant()}, {downloaded.Length:N0} bytes downloaded, {(sent.AsSpan().SequenceEqual(received) ? "same bytes" : "DIFFERENT bytes")} as the file.");
        if (!sent.AsSpan().SequenceEqual(received)) throw new InvalidOperationException("The downloaded photo differs from the uploaded file.");
    }
}
