using JourneyApps.Webhooks;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using JourneyApps.Emulator;

namespace JobsApi;

/// <summary>Demonstrates the program from outside: a caller's requests over HTTP, and the platform's webhooks.</summary>
internal static class Demonstration
{
    public static async Task<int> RunAsync(WebApplication app, EmulatedDeployment deployment)
    {
        Checks checks = new();
        using HttpClient caller = new() { BaseAddress = deployment.ApiAddress };
        JourneyApp journey = app.Services.GetRequiredService<JourneyApp>();
        Console.WriteLine($"Jobs at {deployment.ApiAddress}jobs, in front of an emulator at {deployment.Emulator.BaseAddress}");

        Site site = new() { Name = "Harbour pump house", Town = "Aarhus" };
        await journey.Sites.CreateAsync(site);
        string job = await CreateAsync(checks, caller, site);
        await ListAsync(checks, caller, site);
        await PatchAsync(checks, caller, deployment.Emulator, job);
        await RefuseAsync(checks, caller, job);
        await TakeWebhooksAsync(checks, caller, journey, deployment, job);

        checks.That("the health check reports Healthy", await caller.GetStringAsync("/health") == "Healthy");
        checks.Sum();
        return checks.Failed;
    }

    private static async Task<string> CreateAsync(Checks checks, HttpClient caller, Site site)
    {
        string first = "";
        for (int number = 1; number <= 45; number++)
        {
            using HttpResponseMessage answer = await caller.PostAsJsonAsync("/jobs", new
            {
                number,
                title = number % 3 == 0 ? "Replace the shaft seal" : "Yearly inspection",
                notes = "Call before you come.",
                state = number % 5 == 0 ? "busy" : "new",
                due = $"2026-12-{1 + (number % 28):00}",
                site_id = site.Id.Value,
            });
            if (number > 1) continue;
            JsonNode made = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
            first = (string)made["id"]!;
            checks.That("POST /jobs returns 201 with the location of the job", answer.StatusCode == HttpStatusCode.Created && answer.Headers.Location?.ToString() == $"/jobs/{first}");
            checks.That("the job has the display text that the app shows", (string?)made["display"] == "#1 Yearly inspection");
        }

        return first;
    }

    private static async Task ListAsync(Checks checks, HttpClient caller, Site site)
    {
        List<int> numbers = [];
        string? next = $"/jobs?site={site.Id}&take=20";
        int pages = 0;
        while (next is not null)
        {
            JsonNode page = (await caller.GetFromJsonAsync<JsonNode>(next))!;
            numbers.AddRange(page["rows"]!.AsArray().Select(row => (int)row!["job"]!["number"]!));
            next = page["nextSkip"] is { } skip ? $"/jobs?site={site.Id}&take=20&skip={skip}" : null;
            pages++;
        }

        checks.That($"{pages} pages contain all 45 jobs in order", pages == 3 && numbers.SequenceEqual(Enumerable.Range(1, 45)));

        JsonNode found = (await caller.GetFromJsonAsync<JsonNode>("/jobs?state=busy&text=seal&take=1"))!;
        checks.That("3 busy jobs match the text 'seal', and the first row has the site's name", (int)found["total"]! == 3 && (string?)found["rows"]![0]!["site"] == site.Name);
    }

    private static async Task PatchAsync(Checks checks, HttpClient caller, JourneyEmulator emulator, string job)
    {
        emulator.ClearRequests();
        using HttpResponseMessage answer = await caller.PatchAsJsonAsync($"/jobs/{job}", new JsonObject { ["state"] = "busy", ["notes"] = null });
        JsonNode changed = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        checks.That("a PATCH changes only the fields that it contains, and null clears a field", (string?)changed["state"] == "busy" && changed["notes"] is null && (string?)changed["title"] == "Yearly inspection");
        string sent = emulator.Requests.First(request => request.Method == "PATCH").Body ?? "";
        checks.That($"the deployment received {sent}", JsonNode.DeepEquals(JsonNode.Parse(sent), JsonNode.Parse("""{"job":{"state":"busy","notes":null}}""")));
    }

    private static async Task RefuseAsync(Checks checks, HttpClient caller, string job)
    {
        async Task<HttpStatusCode> PatchedAsync(string id, string body)
        {
            using StringContent content = new(body, Encoding.UTF8, "application/json");
            using HttpResponseMessage answer = await caller.PatchAsync($"/jobs/{id}", content);
            return answer.StatusCode;
        }

        checks.That("an unknown state is rejected", await PatchedAsync(job, """{ "state": "lost" }""") == HttpStatusCode.BadRequest);
        checks.That("a value of the wrong type is rejected", await PatchedAsync(job, """{ "number": "one" }""") == HttpStatusCode.BadRequest);
        checks.That("a field that callers cannot set is rejected", await PatchedAsync(job, """{ "signed_by": "Eve" }""") == HttpStatusCode.BadRequest);
        checks.That("a PATCH does not create a job", await PatchedAsync(Guid.NewGuid().ToString(), """{ "state": "done" }""") == HttpStatusCode.NotFound);
        using HttpResponseMessage missing = await caller.GetAsync($"/jobs/{Guid.NewGuid()}");
        checks.That("GET returns 404 for a job that does not exist", missing.StatusCode == HttpStatusCode.NotFound);
    }

    private static async Task TakeWebhooksAsync(Checks checks, HttpClient caller, JourneyApp journey, EmulatedDeployment deployment, string job)
    {
        // In the app, the customer signs. The deployment then posts to /journey.
        await journey.Jobs.UpdateAsync(new Job(job) { State = JobState.Done, SignedBy = "Ada" });
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        while (deployment.Emulator.HasPendingWebhooks) await Task.Delay(20, limit.Token);

        JsonArray signed = (await caller.GetFromJsonAsync<JsonArray>("/signed"))!;
        checks.That("the webhook of a signed job arrived", signed.Count == 1 && (string?)signed[0]!["id"] == job && (string?)signed[0]!["signed_by"] == "Ada");

        byte[] body = Encoding.UTF8.GetBytes(deployment.Emulator.WebhookDeliveries[0].Body);
        string signature = WebhookReader.Sign(body, deployment.WebhookSecret);
        checks.That("a repeated webhook gets the status 200", await PostAsync(caller, body, signature) == HttpStatusCode.OK);
        checks.That("a repeated webhook is recorded once", (await caller.GetFromJsonAsync<JsonArray>("/signed"))!.Count == 1);

        body[^3] ^= 1;
        checks.That("a webhook that was modified in transit is rejected", await PostAsync(caller, body, signature) == HttpStatusCode.Unauthorized);
        checks.That("a webhook without a signature is rejected", await PostAsync(caller, body, null) == HttpStatusCode.Unauthorized);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient caller, byte[] body, string? signature)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/journey") { Content = new ByteArrayContent(body) };
        if (signature is not null) request.Headers.Add(WebhookReader.SignatureHeader, signature);
        using HttpResponseMessage answer = await caller.SendAsync(request);
        return answer.StatusCode;
    }
}
