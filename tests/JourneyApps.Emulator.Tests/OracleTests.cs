using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JourneyApps.Emulator.Tests.Oracle;
using JourneyApps.Emulator.Text;

namespace JourneyApps.Emulator.Tests;

/// <summary>Random calls against the emulator and against a plain list written from the documentation.</summary>
public sealed class OracleTests(ITestOutputHelper output) : IDisposable
{
    private const int Calls = 50_000;

    private static readonly string[] Ids = [.. Enumerable.Range(1, 40).Select(i => $"00000000-0000-4000-8000-{i:x12}")];

    private readonly OracleStore _oracle = new();
    private readonly Dictionary<OracleObject, JsonElement> _shown = new(ReferenceEqualityComparer.Instance);
    private readonly ManualTime _time = new();
    private Random _random = new();
    private HttpClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Fifty_thousand_random_calls_agree_with_a_plain_list()
    {
        int seed = TestSeed.Next();
        _random = new Random(seed);
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Vectors.Room(), new EmulatorOptions { Listen = false, TimeProvider = _time, RecordedRequests = 1 });
        _client = new HttpClient(emulator.CreateHttpMessageHandler()) { BaseAddress = emulator.BaseAddress };
        _client.DefaultRequestHeaders.Authorization = new("Bearer", emulator.Token);
        for (int i = 0; i < Calls; i++)
        {
            try
            {
                await CallAsync(_random.Next(100));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                RecordedRequest last = emulator.Requests[^1];
                throw new InvalidOperationException($"seed {seed}, call {i}: {last.Method} {last.PathAndQuery} {last.Body}", exception);
            }

            if (_random.Next(50) == 0) _time.Advance(TimeSpan.FromSeconds(_random.Next(3)));
        }

        output.WriteLine($"{_oracle.Objects.Count} objects, {_oracle.Log.Count} changes");
        Assert.Empty(emulator.InternalErrors);
        Assert.True(_oracle.Log.Count > Calls / 5);
    }

    private string Now => _time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private Task CallAsync(int choice) => choice switch
    {
        < 15 => PutAsync(),
        < 25 => PatchAsync(),
        < 33 => DeleteAsync(),
        < 38 => CreateAsync(),
        < 48 => BatchAsync(),
        < 58 => GetAsync(),
        < 65 => ListAsync(),
        < 75 => FilterAsync(),
        < 98 => QueryAsync(),
        _ => LogAsync(),
    };

    private async Task PutAsync()
    {
        (string model, string id) = Target();
        (JsonObject body, Dictionary<string, object>? values, _) = Values(model);
        (int status, JsonElement answer) = await SendAsync(HttpMethod.Put, $"objects/{model}/{id}.json", new JsonObject { [model] = body });
        if (values is null)
        {
            ExpectError(422, "INVALID_VALUE", status, answer);
            return;
        }

        OracleObject item = new(model, id, Now, values);
        _oracle.Put(item);
        Expect(item, true, status, answer);
    }

    private async Task PatchAsync()
    {
        (string model, string id) = Target();
        (JsonObject body, Dictionary<string, object>? values, HashSet<string> named) = Values(model);
        (int status, JsonElement answer) = await SendAsync(HttpMethod.Patch, $"objects/{model}/{id}.json", new JsonObject { [model] = body });
        if (_oracle.Find(model, id) is not { } existing)
        {
            ExpectError(404, "OBJECT_NOT_FOUND", status, answer);
            return;
        }

        if (values is null)
        {
            ExpectError(422, "INVALID_VALUE", status, answer);
            return;
        }

        OracleObject item = Patched(existing, values, named);
        _oracle.Put(item);
        Expect(item, true, status, answer);
    }

    private async Task DeleteAsync()
    {
        (string model, string id) = Target();
        (int status, JsonElement answer) = await SendAsync(HttpMethod.Delete, $"objects/{model}/{id}.json", null);
        if (_oracle.Find(model, id) is not { } existing)
        {
            ExpectError(404, "OBJECT_NOT_FOUND", status, answer);
            return;
        }

        Assert.Equal(200, status);
        _oracle.Delete(existing, Now);
    }

    private async Task CreateAsync()
    {
        (string model, _) = Target();
        (JsonObject body, Dictionary<string, object>? values, _) = Values(model);
        (int status, JsonElement answer) = await SendAsync(HttpMethod.Post, $"objects/{model}.json", new JsonObject { [model] = body });
        if (values is null)
        {
            ExpectError(422, "INVALID_VALUE", status, answer);
            return;
        }

        OracleObject item = new(model, answer.GetProperty("id").GetString()!, Now, values);
        _oracle.Put(item);
        Expect(item, true, status, answer);

        // Objects with random ids would only grow in number: no later call aims at them.
        await SendAsync(HttpMethod.Delete, $"objects/{model}/{item.Id}.json", null);
        _oracle.Delete(item, Now);
    }

    private async Task BatchAsync()
    {
        bool stops = _random.Next(2) == 0;
        JsonArray operations = [];
        List<string?> expected = [];
        for (int i = _random.Next(1, 6); i > 0; i--)
        {
            (string model, string id) = Target();
            string method = OracleValues.Pick(_random, ["post", "put", "patch", "delete"]);
            (JsonObject body, Dictionary<string, object>? values, HashSet<string> named) = Values(model);
            body["type"] = model;
            body["id"] = id;
            operations.Add((JsonNode)new JsonObject { ["method"] = method, ["object"] = body });
            bool skipped = stops && expected.Exists(error => error is not null);
            expected.Add(skipped ? new Assumptions().SkippedOperationErrorType : Apply(method, model, id, values, named));
        }

        (int status, JsonElement answer) = await SendAsync(HttpMethod.Post, "batch.json", new JsonObject { ["stop_on_error"] = stops, ["operations"] = operations });
        Assert.Equal(200, status);
        Assert.Equal(expected, answer.GetProperty("operations").EnumerateArray().Select(operation => operation.TryGetProperty("error", out JsonElement error) ? error.GetProperty("type").GetString() : null));
    }

    private string? Apply(string method, string model, string id, Dictionary<string, object>? values, HashSet<string> named)
    {
        OracleObject? existing = _oracle.Find(model, id);
        if (method == "post" && existing is not null) return "INVALID_VALUE";
        if (method is "patch" or "delete" && existing is null) return "OBJECT_NOT_FOUND";
        if (method == "delete")
        {
            _oracle.Delete(existing!, Now);
            return null;
        }

        if (values is null) return "INVALID_VALUE";
        _oracle.Put(method == "patch" ? Patched(existing!, values, named) : new OracleObject(model, id, Now, values));
        return null;
    }

    private async Task GetAsync()
    {
        (string model, string id) = Target();
        (int status, JsonElement answer) = await SendAsync(HttpMethod.Get, $"objects/{model}/{id}.json", null);
        if (_oracle.Find(model, id) is { } item) Expect(item, false, status, answer);
        else ExpectError(404, "OBJECT_NOT_FOUND", status, answer);
    }

    private async Task ListAsync()
    {
        (string model, _) = Target();
        (List<(string Key, bool Descending)> sort, int limit, int skip) = Page(model);
        string query = string.Join('&', sort.Select(key => $"sort[{key.Key}]={(key.Descending ? -1 : 1)}").Append($"limit={limit}").Append($"skip={skip}"));
        (int status, JsonElement answer) = await SendAsync(HttpMethod.Get, $"objects/{model}.json?{query}", null);
        Expect(_oracle.List(model, _ => true, sort), limit, skip, status, answer);
    }

    private async Task FilterAsync()
    {
        (string model, _) = Target();
        OracleField field = OracleValues.Pick(_random, OracleField.Of(model));
        string suffix = OracleValues.Pick(_random, ["", ".ne", ".lt", ".lte", ".gt", ".gte", ".contains", ".null"]);
        (JsonNode sent, object value) = OracleValues.Make(_random, field.Kind == OracleKind.Choices ? OracleKind.Choice : field.Kind);
        string text = suffix == ".null" ? "true" : sent.GetValueKind() == JsonValueKind.String ? sent.GetValue<string>() : sent.ToJsonString();
        Func<OracleObject, bool> holds = item => suffix switch
        {
            "" when field.Kind == OracleKind.Choices => OracleComparison.Holds("contains", item[field.Key], value),
            ".ne" when field.Kind == OracleKind.Choices => !OracleComparison.Holds("contains", item[field.Key], value),
            ".contains" when field.Kind == OracleKind.Choices => OracleComparison.Holds("contains", item[field.Key], value),
            ".contains" => field.Kind is OracleKind.Text or OracleKind.Choice or OracleKind.Link && item[field.Key] is string stored && stored.Contains(text, StringComparison.Ordinal),
            ".null" => item[field.Key] is null,
            "" => OracleComparison.Holds("=", item[field.Key], value),
            ".ne" => OracleComparison.Holds("!=", item[field.Key], value),
            _ => OracleComparison.Holds(suffix switch { ".lt" => "<", ".lte" => "<=", ".gt" => ">", _ => ">=" }, item[field.Key], value),
        };
        string query = $"q[{field.Key}{suffix}]={Uri.EscapeDataString(text)}";
        List<OracleObject> expected = _oracle.List(model, holds, []);

        (int status, JsonElement answer) = await SendAsync(HttpMethod.Get, $"objects/{model}.json?{query}", null);
        (_, JsonElement count) = await SendAsync(HttpMethod.Get, $"objects/{model}/count.json?{query}", null);

        Expect(expected, 1000, 0, status, answer);
        Assert.Equal(expected.Count, count.GetProperty("count").GetInt32());
    }

    private async Task QueryAsync()
    {
        (string model, _) = Target();
        var query = OracleQuery.Make(_random, model);
        (List<(string Key, bool Descending)> sort, int limit, int skip) = Page(model);
        JsonObject body = new()
        {
            ["expression"] = query.Expression,
            ["arguments"] = query.Arguments,
            ["limit"] = limit,
            ["skip"] = skip,
            ["sort"] = new JsonArray([.. sort.Select(key => JsonValue.Create((key.Descending ? "-" : string.Empty) + key.Key))]),
        };
        (int status, JsonElement answer) = await SendAsync(HttpMethod.Post, $"objects/{model}/query.json", body);
        Expect(_oracle.List(model, query.Holds, sort), limit, skip, status, answer);
    }

    private async Task LogAsync()
    {
        (int status, JsonElement answer) = await SendAsync(HttpMethod.Get, "oplog.json?tail=true&limit=30", null);
        Assert.Equal(200, status);
        JsonElement[] entries = [.. answer.GetProperty("entries").EnumerateArray()];
        Assert.Equal(_oracle.Log.TakeLast(30).Select(entry => entry.Operation), entries.Select(entry => entry.GetProperty("operation").GetString()));
        foreach (((string operation, OracleObject item), JsonElement entry) in _oracle.Log.TakeLast(30).Zip(entries))
        {
            JsonElement expected = operation == "delete" ? JsonSerializer.SerializeToElement(new { id = item.Id, type = item.Model, updated_at = item.UpdatedAt }, JsonText.Options) : Shown(item);
            ExpectJson(expected, entry.GetProperty("object"));
        }
    }

    private (string Model, string Id) Target() => _random.Next(4) == 0 ? ("building", OracleValues.Pick(_random, OracleValues.Buildings)) : ("room", OracleValues.Pick(_random, Ids));

    /// <summary>A body, and the values that it should leave; none when it is to be refused.</summary>
    private (JsonObject Body, Dictionary<string, object>? Values, HashSet<string> Named) Values(string model)
    {
        JsonObject body = [];
        Dictionary<string, object>? values = [];
        HashSet<string> named = [];
        foreach (OracleField field in OracleField.Of(model))
        {
            int choice = _random.Next(100);
            if (choice < 45) continue;
            named.Add(field.Key);
            if (choice < 60)
            {
                body[field.Key] = null;
            }
            else if (choice == 99)
            {
                body[field.Key] = OracleValues.MakeInvalid(_random, field.Kind);
                values = null;
            }
            else
            {
                (JsonNode sent, object stored) = OracleValues.Make(_random, field.Kind);
                body[field.Key] = sent;
                values?.Add(field.Key, stored);
            }
        }

        return (body, values, named);
    }

    private OracleObject Patched(OracleObject existing, Dictionary<string, object> values, HashSet<string> named)
    {
        var merged = existing.Values.Where(pair => !named.Contains(pair.Key)).Concat(values).ToDictionary(pair => pair.Key, pair => pair.Value);
        return existing with { UpdatedAt = Now, Values = merged };
    }

    private (List<(string Key, bool Descending)> Sort, int Limit, int Skip) Page(string model)
    {
        List<(string Key, bool Descending)> sort = [.. OracleField.Of(model).OrderBy(_ => _random.Next()).Take(_random.Next(3)).Select(field => (field.Key, _random.Next(2) == 0))];
        return (sort, OracleValues.Pick(_random, [1, 5, 1000]), OracleValues.Pick(_random, [0, 0, 3]));
    }

    private async Task<(int Status, JsonElement Answer)> SendAsync(HttpMethod method, string path, JsonObject? body)
    {
        using HttpRequestMessage request = new(method, new Uri(path, UriKind.Relative));
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    private static void Expect(OracleObject item, bool showNulls, int status, JsonElement answer)
    {
        if (status != 200) Assert.Fail($"{status} {answer}");

        // Attachments and locations are left to other tests; their nulls are not of interest here.
        JsonObject actual = JsonNode.Parse(answer.GetRawText())!.AsObject();
        actual.Remove("photo");
        actual.Remove("loc");
        JsonObject expected = item.Render(showNulls);
        if (!JsonNode.DeepEquals(expected, actual)) Assert.Fail($"expected {expected.ToJsonString()} but got {actual.ToJsonString()}");
    }

    private void Expect(List<OracleObject> expected, int limit, int skip, int status, JsonElement answer)
    {
        if (status != 200) Assert.Fail($"{status} {answer}");
        OracleObject[] page = [.. expected.Skip(skip).Take(limit)];
        JsonElement[] actual = [.. answer.GetProperty("objects").EnumerateArray()];
        Assert.Equal(page.Select(item => item.Id), actual.Select(item => item.GetProperty("id").GetString()));
        foreach ((OracleObject item, JsonElement shown) in page.Zip(actual)) ExpectJson(Shown(item), shown);
        Assert.Equal(
            (page.Length, expected.Count, expected.Count > skip + page.Length),
            (answer.GetProperty("count").GetInt32(), answer.GetProperty("total").GetInt32(), answer.GetProperty("more").GetBoolean()));
    }

    private static void ExpectJson(JsonElement expected, JsonElement actual)
    {
        if (!JsonElement.DeepEquals(expected, actual)) Assert.Fail($"expected {expected.GetRawText()} but got {actual.GetRawText()}");
    }

    // An object is shown many times and never changes: a change makes a new one.
    private JsonElement Shown(OracleObject item)
    {
        if (!_shown.TryGetValue(item, out JsonElement shown))
        {
            shown = JsonSerializer.SerializeToElement(item.Render(false), JsonText.Options);
            _shown.Add(item, shown);
        }

        return shown;
    }

    private static void ExpectError(int expectedStatus, string expectedType, int status, JsonElement answer)
    {
        if (status != expectedStatus) Assert.Fail($"expected {expectedStatus} but got {status}: {answer}");
        Assert.Equal(expectedType, answer.GetProperty("type").GetString());
    }
}
