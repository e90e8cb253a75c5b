using System.Text;
using Acme.Documented;
using JourneyApps.Testing;

namespace JourneyApps.Runtime.Tests.Documented;

/// <summary>Endpoint 17, and files inside objects.</summary>
public sealed class AttachmentExamples
{
    private const string PlayerId = "42059e2e-d2a2-11e3-a9f3-001e6733fe3c";

    [Fact]
    [Endpoint("17")]
    public async Task A_photo_is_uploaded_read_downloaded_linked_and_cleared()
    {
        await using DocumentedServer server = await DocumentedServer.StartAsync();
        byte[] dot = Convert.FromBase64String("iVBORw0KGgo=");
        var player = Player.New(PlayerId);
        player.Photo = Photo.FromBytes(dot, "small-red-dot.png");

        await server.App.Players.CreateAsync(player);
        ElidedJson.Equal("""{ "player": { "photo": { "base64": "iVBORw0KGgo=", "filename": "small-red-dot.png" } } }""", server.Last.Request);

        Player read = await server.App.Players.GetAsync(PlayerId);
        Photo photo = read.Photo!;
        server.AssertLast("2", $"objects/player/{PlayerId}.json", "", 200, $$"""
            { "id": "{{PlayerId}}", "type": "player", "updated_at": "2015-02-05T08:17:01Z", "display": "",
              "photo_id": "{{photo.Id}}",
              "photo": { "state": "uploaded", "thumbnail": "…", "fullscreen": "…", "original": "…" } }
            """);
        Assert.Equal(AttachmentState.Uploaded, photo.State);
        Assert.Matches(@"^http://127\.0\.0\.1:\d+/media/[^/]+/small-red-dot\.png\?sha=[0-9a-f]+$", photo.OriginalUrl!);

        using var target = new MemoryStream();
        await server.App.Players.DownloadAsync(read, p => p.Photo, FileVariant.Original, target);
        Assert.True(server.Last.Is(Endpoints.Table.Single(endpoint => endpoint.Number == "17")), server.Last.Path);
        Assert.Equal(new Uri(photo.OriginalUrl!).PathAndQuery, "/" + server.Last.Path);
        Assert.DoesNotContain("Authorization", server.Last.Sent.Keys);
        Assert.Equal(dot, target.ToArray());

        await server.App.Players.UpdateAsync(new Player(PlayerId) { Photo = photo });
        ElidedJson.Equal($$"""{ "player": { "photo_id": "{{photo.Id}}" } }""", server.Last.Request);
        await server.App.Players.UpdateAsync(new Player(PlayerId) { Photo = null });
        ElidedJson.Equal("""{ "player": { "photo": null } }""", server.Last.Request);
        Assert.Null((await server.App.Players.GetAsync(PlayerId)).Photo);
    }

    [Fact]
    public void A_photo_of_the_documentation_is_read()
    {
        Player player = JourneyTestData.Read<Player>("""
            { "id": "42059e2e-d2a2-11e3-a9f3-001e6733fe3c",
              "photo_id": "ffca93d4-690c-4563-9d38-42c97b51443b",
              "photo": { "state": "uploaded",
                         "thumbnail":  "https://run.journeyapps.com/media/W1siZd/photo-2021Z.jpg?sha=9b16",
                         "fullscreen": "https://run.journeyapps.com/media/W1siZQ/photo-2021Z.jpg?sha=70dc",
                         "original":   "https://run.journeyapps.com/media/W1siZw/photo-2021Z.jpg?sha=5085" } }
            """);

        Assert.Equal(("ffca93d4-690c-4563-9d38-42c97b51443b", AttachmentState.Uploaded), (player.Photo!.Id, player.Photo.State));
        Assert.Equal("https://run.journeyapps.com/media/W1siZd/photo-2021Z.jpg?sha=9b16", player.Photo.ThumbnailUrl);
        Assert.Equal("https://run.journeyapps.com/media/W1siZw/photo-2021Z.jpg?sha=5085", player.Photo.OriginalUrl);
    }
}
