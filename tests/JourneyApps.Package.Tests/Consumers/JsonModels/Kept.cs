using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using JourneyApps;
using JourneyApps.Testing;

namespace Acme.Field;

/// <summary>Sends a job of each kind through a serializer and counts what came back as it was.</summary>
public static class Kept
{
    private const string Loaded =
        """
        {
          "id": "42059e2e-d2a2-41e3-a9f3-001e6733fe3c", "type": "job", "updated_at": "2015-02-05T08:17:01Z", "display": "Wash dishes",
          "title": "Wash \"dishes\" é", "crew": 7, "cost": 12.5, "due": "2016-02-27", "started_at": "2016-02-22T14:00:53Z",
          "done": { "key": true, "display": "Yes" }, "state": { "key": "busy", "display": "In progress" }, "priority": { "key": 10, "display": "High" },
          "tags": [ { "key": "b", "display": "Tag B" } ], "ratings": [ { "key": 3000000000, "display": "Huge" } ],
          "position": { "latitude": -33.9, "longitude": 18.4, "altitude": null, "horizontal_accuracy": 4.5, "timestamp": "2013-02-22T14:00:53Z" },
          "photo_id": "ffca93d4-690c-4563-9d38-42c97b51443b",
          "photo": { "state": "uploaded", "original": "https://run.example.com/o/p.jpg?sha=5085" },
          "sign_id": "2b6a1c1e-0000-4000-8000-000000000001",
          "manual": { "id": "2b6a1c1e-0000-4000-8000-000000000002", "state": "uploaded", "original": "https://run.example.com/m.pdf" },
          "route": [ [1, 2.5], { "a": "b" } ],
          "site_id": "9913706a-179b-41e2-aaff-0026189d9dc0"
        }
        """;

    /// <summary>One line per kind of object: how many facts there are, and which of them were lost.</summary>
    public static void Print(Func<Job, Job> send)
    {
        Job changed = JourneyTestData.Read<Job>(Loaded);
        changed.Title = null;
        changed.State = JobState.New;
        changed.Position = null;
        changed.Photo = null;
        changed.SiteId = null;
        Print("new", send, new Job { Title = "Replace pump", Crew = null, State = JobState.Busy, Tags = [], Ratings = null, Position = new Location(1, 2) });
        Print("loaded", send, JourneyTestData.Read<Job>(Loaded));
        Print("changed", send, changed);
        Print("existing", send, new Job((Id<Job>)"42059e2e-d2a2-41e3-a9f3-001e6733fe3c") { Cost = 12.5, Due = null });
    }

    private static void Print(string kind, Func<Job, Job> send, Job job)
    {
        Dictionary<string, object?> before = Facts(job);
        Dictionary<string, object?> after = Facts(send(job));
        string[] lost = [.. before.Where(fact => !Equals(fact.Value, after[fact.Key])).Select(fact => fact.Key)];
        Console.WriteLine($"{kind}: {before.Count - lost.Length} of {before.Count} {string.Join(' ', lost)}".TrimEnd());
    }

    // Every property (the fields, the id, the metadata, whether it is new or stale), whether each field is known, and what the next update sends.
    private static Dictionary<string, object?> Facts(Job job)
    {
        Dictionary<string, object?> facts = typeof(Job).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToDictionary(property => property.Name, property => Comparable(property.GetValue(job)));
        foreach (PropertyInfo known in typeof(Job).GetProperties(BindingFlags.NonPublic | BindingFlags.Instance).Where(property => property.Name.EndsWith("Specified", StringComparison.Ordinal)))
            facts.Add(known.Name, known.GetValue(job));
        facts.Add("changed fields", string.Join(' ', JourneyTracking.ChangedFields(job)));
        return facts;
    }

    private static object? Comparable(object? value) => value is AttachmentValue attachment
        ? $"{attachment.Id} {attachment.State} {string.Join(' ', attachment.Urls.Select(url => $"{url.Key}={url.Value}"))}"
        : value;
}
