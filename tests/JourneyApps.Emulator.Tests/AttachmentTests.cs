using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace JourneyApps.Emulator.Tests;

/// <summary>Attachments.</summary>
public sealed class AttachmentTests
{
    private const string Id = "613e4cb0-e665-4705-aaef-2fb91adacabd";
    private const string RedDot = "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==";

    [Fact]
    public async Task An_uploaded_photo_is_read_as_its_id_and_three_signed_urls_that_need_no_credentials()
    {
        await using Api api = await Api.StartAsync();

        Answer answer = await api.PutAsync($"objects/job/{Id}.json", Upload("picture", RedDot, "small-red-dot.png"));

        answer.Expect(200);
        Assert.True(Guid.TryParse(answer["picture_id"].GetString(), out _));
        Assert.Equal(["state", "thumbnail", "fullscreen", "original"], answer["picture"].EnumerateObject().Select(property => property.Name));
        Assert.Equal("uploaded", answer["picture"].GetProperty("state").GetString());
        Assert.Matches(@"^http://127\.0\.0\.1:\d+/media/[^/]+/small-red-dot\.png\?sha=[0-9a-f]+$", answer["picture"].GetProperty("original").GetString());
        using HttpClient anonymous = new();
        using HttpResponseMessage file = await anonymous.GetAsync(new Uri(answer["picture"].GetProperty("thumbnail").GetString()!));
        Assert.Equal(RedDot, Convert.ToBase64String(await file.Content.ReadAsByteArrayAsync()));
        Assert.Equal("image/png", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("sandbox", file.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task A_url_with_a_wrong_signature_leads_nowhere()
    {
        await using Api api = await Api.StartAsync();
        Answer answer = await api.PutAsync($"objects/job/{Id}.json", Upload("picture", RedDot, "dot.png"));
        string url = answer["picture"].GetProperty("original").GetString()!;

        using HttpClient anonymous = new();
        HttpStatusCode[] statuses = [await StatusAsync(url[..^1] + (url[^1] == '0' ? '1' : '0')), await StatusAsync(url.Split('?')[0]), await StatusAsync(api.Emulator.BaseAddress.GetLeftPart(UriPartial.Authority) + "/media/x?sha=1")];

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.NotFound, status));

        async Task<HttpStatusCode> StatusAsync(string target)
        {
            using HttpResponseMessage response = await anonymous.GetAsync(new Uri(target));
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task A_signature_has_an_svg_and_a_file_only_its_original_both_served_as_downloads()
    {
        await using Api api = await Api.StartAsync();
        string svg = Convert.ToBase64String(Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"));
        string pdf = Convert.ToBase64String(Encoding.UTF8.GetBytes("%PDF-1.7"));

        Answer answer = await api.PutAsync($"objects/job/{Id}.json", $$$$"""{"job":{"sign_off":{"base64":"{{{{svg}}}}"},"report":{"base64":"{{{{pdf}}}}","filename":"report 1.pdf"}}}""");

        Assert.Equal(["state", "thumbnail", "fullscreen", "original", "svg"], answer["sign_off"].EnumerateObject().Select(property => property.Name));
        Assert.Equal(["state", "original"], answer["report"].EnumerateObject().Select(property => property.Name));
        using HttpClient anonymous = new();
        using HttpResponseMessage file = await anonymous.GetAsync(new Uri(answer["sign_off"].GetProperty("svg").GetString()!));
        Assert.Equal("image/svg+xml", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.EndsWith("/sign_off.svg", new Uri(answer["sign_off"].GetProperty("svg").GetString()!).AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("/report%201.pdf?", answer["report"].GetProperty("original").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attachment_is_linked_by_id_kept_by_a_patch_and_cleared_by_null()
    {
        await using Api api = await Api.StartAsync();
        Answer uploaded = await api.PutAsync($"objects/job/{Id}.json", Upload("picture", RedDot, "dot.png"));
        string attachment = uploaded["picture_id"].GetString()!;

        Answer linked = await api.PostAsync("objects/job.json", $$$"""{"job":{"picture_id":"{{{attachment}}}"}}""");
        Answer echoed = await api.PutAsync($"objects/job/{Id}.json", $$$"""{"job":{"picture":{{{uploaded["picture"].GetRawText()}}},"picture_id":"{{{attachment}}}"}}""");
        Answer patched = await api.PatchAsync($"objects/job/{Id}.json", """{"job":{"title":"x"}}""");
        Answer cleared = await api.PatchAsync($"objects/job/{Id}.json", """{"job":{"picture":null}}""");
        Answer unknown = await api.PatchAsync($"objects/job/{Id}.json", """{"job":{"picture_id":"ffca93d4-690c-4563-9d38-42c97b51443b"}}""");
        Answer clearedById = await api.PatchAsync($"objects/job/{Id}.json", """{"job":{"picture_id":null}}""");

        Assert.Equal(uploaded["picture"].GetRawText(), linked["picture"].GetRawText());
        Assert.Equal(attachment, echoed["picture_id"].GetString());
        Assert.Equal(attachment, patched["picture_id"].GetString());
        Assert.False(cleared.Json.TryGetProperty("picture_id", out _));
        Assert.Equal("""{"state":"pending"}""", unknown["picture"].GetRawText());
        Assert.False(clearedById.Json.TryGetProperty("picture_id", out _));
    }

    [Fact]
    public async Task A_pending_attachment_has_no_urls_until_it_is_uploaded()
    {
        await using Api api = await Api.StartAsync();
        Answer uploaded = await api.PutAsync($"objects/job/{Id}.json", Upload("picture", RedDot, "dot.png"));

        await api.Emulator.SetAttachmentStateAsync(uploaded["picture_id"].GetString()!, "untrusted");
        Answer read = await api.GetAsync($"objects/job/{Id}.json");

        Assert.Equal("""{"state":"untrusted"}""", read["picture"].GetRawText());
    }

    [Fact]
    public async Task Media_may_be_behind_a_redirect()
    {
        await using Api api = await Api.StartAsync(options: new() { Assumptions = new() { RedirectMedia = true } });
        Answer uploaded = await api.PutAsync($"objects/job/{Id}.json", Upload("picture", RedDot, "dot.png"));
        Uri url = new(uploaded["picture"].GetProperty("original").GetString()!);

        using HttpResponseMessage redirect = await api.Client.GetAsync(url);
        using HttpResponseMessage file = await api.Client.GetAsync(new Uri(url, redirect.Headers.Location!));

        Assert.Equal(HttpStatusCode.Redirect, redirect.StatusCode);
        Assert.Equal(RedDot, Convert.ToBase64String(await file.Content.ReadAsByteArrayAsync()));
    }

    [Fact]
    public async Task A_file_of_many_megabytes_arrives_whole()
    {
        await using Api api = await Api.StartAsync(options: new() { RecordedBodyBytes = 100 });
        byte[] bytes = RandomNumberGenerator.GetBytes(20_000_001);
        string body = Upload("report", Convert.ToBase64String(bytes), "big.pdf");

        Answer answer = (await api.PutAsync($"objects/job/{Id}.json", body)).Expect(200);

        byte[] stored = await api.Client.GetByteArrayAsync(new Uri(answer["report"].GetProperty("original").GetString()!));
        Assert.Equal(SHA256.HashData(bytes), SHA256.HashData(stored));
        Assert.Equal(body.Length, api.Emulator.Requests[0].BodyBytes);
        Assert.Equal(100, api.Emulator.Requests[0].Body.Length);
    }

    [Theory]
    [InlineData("+/")]
    [InlineData("\\/")]
    [InlineData("\\u002B\\u002f")]
    public async Task Base64_may_be_escaped_as_json_writers_do(string escaped)
    {
        await using Api api = await Api.StartAsync();

        Answer answer = (await api.PutAsync($"objects/job/{Id}.json", $$$$"""{"job":{"report":{"base64":"AA{{{{escaped}}}}{{{{(escaped.Length == 2 && escaped[0] == '\\' ? "+" : string.Empty)}}}}","filename":"x.bin"}}}""")).Expect(200);

        Assert.Equal(3, (await api.Client.GetByteArrayAsync(new Uri(answer["report"].GetProperty("original").GetString()!))).Length);
    }

    [Fact]
    public async Task A_text_field_called_base64_stays_text_and_a_file_beside_it_stays_a_file()
    {
        const string Tricky = """
            <data-model>
              <model name="doc" label="Doc">
                <field name="base64" label="Base64" type="text"/>
                <field name="file" label="File" type="attachment" media="any"/>
                <display>{base64}</display>
              </model>
            </data-model>
            """;
        await using Api api = await Api.StartAsync(Tricky);

        Answer answer = await api.PostAsync("batch.json", $$$$"""{"operations":[{"method":"put","object":{"type":"doc","id":"{{{{Id}}}}","base64":"no base64!","file":{"filename":"a.txt","base64":"aGVsbG8="}}}]}""");

        Assert.True(answer["operations"][0].GetProperty("success").GetBoolean());
        Answer read = await api.GetAsync($"objects/doc/{Id}.json");
        Assert.Equal("no base64!", read["base64"].GetString());
        Assert.Equal("hello", await api.Client.GetStringAsync(new Uri(read["file"].GetProperty("original").GetString()!)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(64)]
    public void A_body_in_pieces_of_any_size_gives_the_same_file_and_the_same_rest(int pieceBytes)
    {
        const string Body = """{"job":{"title":"a \" base64\": {","picture":{"filename":"x.png","base64":"aGVsbG8gd29y\u002b\/bGQhAA"},"n":[{"base64":"AAAA"}]}}""";
        byte[] bytes = Encoding.UTF8.GetBytes(Body);
        using Attachments.UploadSet uploads = new();
        Attachments.UploadScanner scanner = new(["picture"], uploads);

        for (int i = 0; i < bytes.Length; i += pieceBytes) scanner.Feed(bytes.AsSpan(i, Math.Min(pieceBytes, bytes.Length - i)));

        Assert.DoesNotContain("aGVsbG8", Encoding.UTF8.GetString(scanner.Output.Span), StringComparison.Ordinal);
        JsonElement job = JsonDocument.Parse(scanner.Output).RootElement.GetProperty("job");
        Attachments.Upload upload = uploads.Resolve(job.GetProperty("picture").GetProperty("base64").GetString()!);
        Assert.True(upload.IsValid);
        Assert.Equal(Convert.FromBase64String("aGVsbG8gd29y+/bGQhAA"), upload.Chunks.SelectMany(chunk => chunk.ToArray()));
        Assert.Equal("a \" base64\": {", job.GetProperty("title").GetString());
        Assert.Equal("AAAA", job.GetProperty("n")[0].GetProperty("base64").GetString());
    }

    private static string Upload(string field, string base64, string fileName) => $$$$"""{"job":{"{{{{field}}}}":{"base64":"{{{{base64}}}}","filename":"{{{{fileName}}}}"}}}""";
}
