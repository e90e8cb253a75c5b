namespace JourneyApps.Emulator.Tests.Chromium;

/// <summary>Jobs, sites and users for the pages of the data browser: every type of field has a value, long and short ones.</summary>
internal static class SampleData
{
    public const string JobId = "613e4cb0-e665-4705-aaef-2fb91adacabd";
    public const string SiteId = "0b0c7a3e-6f5c-4d8c-8d5e-1a2b3c4d5e01";
    public const string UserId = "0b0c7a3e-6f5c-4d8c-8d5e-1a2b3c4d5e02";
    public const int Jobs = 60;

    /// <summary>A picture of 32 by 24 pixels.</summary>
    private const string Picture =
        "iVBORw0KGgoAAAANSUhEUgAAACAAAAAYCAIAAAAUMWhjAAAARklEQVR42u3NMREAIAwEQeSg6b3gICKoI+IbjGEgpyCZ2X7XVpYEAhisCToEJ0sCAQwmaBHcLAkEMJigRfCyJBDAYIIGwQcNzALMBFSzAgAAAABJRU5ErkJggg==";

    public static async Task AddAsync(Api api)
    {
        (await api.PutAsync($"objects/user/{UserId}.json", """{"user":{"name":"Zanele Dlamini","email":"zanele@example.com"}}""")).Expect(200);
        (await api.PutAsync($"objects/site/{SiteId}.json", """{"site":{"name":"Water treatment works, Faure","position":[-34.0123,18.7456]}}""")).Expect(200);
        for (int i = 1; i < Jobs; i++)
        {
            string state = i % 3 == 0 ? "busy" : "new";
            string rest = i % 4 == 0 ? "" : $",\"cost\":{i * 12.5m},\"due\":\"2026-03-{(i % 28) + 1:00}\",\"site_id\":\"{SiteId}\",\"tags\":[\"a\",\"b\"],\"grade\":{i % 2}";
            (await api.PostAsync("objects/job.json", $$"""{"job":{"title":"Inspection {{i:00}}","count":{{i}},"state":"{{state}}","done":{{(i % 2 == 0 ? "true" : "false")}}{{rest}} } }""")).Expect(200);
        }

        (await api.PutAsync($"objects/job/{JobId}.json", $$"""
            {"job":{"title":"Replace the pump of the second clarifier","notes":"The bearing is worn.\nOrder a new one.","count":7,"cost":1250.5,"due":"2026-04-01",
            "started_at":"2026-03-30T08:15:00Z","done":false,"urgent":true,"state":"busy","grade":10,"tags":["a","b"],"levels":[1,3],
            "where":{"latitude":-33.91894,"longitude":18.4233,"horizontal_accuracy":12},"path":[[-33.9,18.4],[-33.91,18.42]],
            "picture":{"base64":"{{Picture}}","filename":"pump.png"},"report":{"base64":"JVBERi0=","filename":"report.pdf"},
            "site_id":"{{SiteId}}","assignee_id":"{{UserId}}"} }
            """)).Expect(200);
    }
}
