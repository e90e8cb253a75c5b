namespace JourneyApps.Runtime.Tests.Json;

/// <summary>Objects as the API sends them.</summary>
internal static class ServerJson
{
    public const string JobId = "42059e2e-d2a2-41e3-a9f3-001e6733fe3c";
    public const string SiteId = "9913706a-179b-41e2-aaff-0026189d9dc0";
    public const string PhotoId = "ffca93d4-690c-4563-9d38-42c97b51443b";

    /// <summary>A job with a value in every field.</summary>
    public const string Job =
        $$"""
        {
          "id": "{{JobId}}", "type": "job", "updated_at": "2015-02-05T08:17:01Z", "display": "Wash Dishes",
          "title": "Wash \"Dishes\" é😀", "notes": "", "crew": 7, "cost": 12.5, "due": "2016-02-27", "started_at": "2016-02-22T14:00:53Z",
          "done": { "key": true, "display": "Yes" },
          "state": { "key": "busy", "display": "Busy" },
          "priority": { "key": 10, "display": "High" },
          "tags": [ { "key": "b", "display": "Tag B" }, { "key": "a", "display": "Tag A" } ],
          "ratings": [ { "key": 3000000000, "display": "Huge" } ],
          "position": { "latitude": -33.913147447989644, "longitude": 0, "altitude": null, "horizontal_accuracy": 4.5,
                        "vertical_accuracy": null, "timestamp": "2013-02-22T14:00:53Z" },
          "photo_id": "{{PhotoId}}",
          "photo": { "state": "uploaded", "thumbnail": "https://run.example.com/t/p.jpg?sha=9b16",
                     "fullscreen": "https://run.example.com/f/p.jpg?sha=70dc", "original": "https://run.example.com/o/p.jpg?sha=5085" },
          "sign_id": "2b6a1c1e-0000-4000-8000-000000000001",
          "manual": { "id": "2b6a1c1e-0000-4000-8000-000000000002", "state": "uploaded", "original": "https://run.example.com/m.pdf", "preview": "https://x/p" },
          "route": [ [1, 2.50], { "a": "b" } ],
          "site_id": "{{SiteId}}",
          "site": { "id": "{{SiteId}}", "type": "site", "name": "North" }
        }
        """;
}
