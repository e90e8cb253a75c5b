using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace JourneyApps.Runtime.Tests.Paging;

/// <summary>A server with any number of objects in memory, which answers lists and queries by ids as the platform does: at most 1,000 rows by default, in the order of
/// creation, not of the ids.</summary>
internal sealed class RangeServer : HttpMessageHandler
{
    private readonly object _lock = new();
    private readonly List<string> _byId;
    private readonly List<string> _byCreation;
    private readonly Dictionary<string, int> _created;

    public RangeServer(IReadOnlyCollection<string> ids)
    {
        _byId = [.. ids.Order(StringComparer.Ordinal)];
        _byCreation = [.. ids];
        _created = _byCreation.Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index);
    }

    public int Requests { get; private set; }

    public int InFlight { get; private set; }

    public int MostInFlight { get; private set; }

    public int PageSize { get; init; } = 1000;

    public bool IsSortedById { get; init; }

    public bool HasTotal { get; init; } = true;

    /// <summary>The members of each object after its id, as JSON that begins with a comma.</summary>
    public string Members { get; init; } = "";

    /// <summary>The time that each request takes.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Null for a server that refuses <c>not in</c>, false for one that ignores it.</summary>
    public bool? HasNotIn { get; init; } = true;

    /// <summary>The most rows of an answer to <c>not in</c>.</summary>
    public int RestSize { get; init; } = int.MaxValue;

    /// <summary>Runs before each answer.</summary>
    public Action<RangeServer>? Writer { get; init; }

    public IReadOnlyList<string> Ids => _byId;

    public void Create(string id)
    {
        _byId.Insert(~_byId.BinarySearch(id, StringComparer.Ordinal), id);
        _created[id] = _byCreation.Count;
        _byCreation.Add(id);
    }

    public void Delete(string id)
    {
        _byId.RemoveAt(_byId.BinarySearch(id, StringComparer.Ordinal));
        _created.Remove(id);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (_lock) MostInFlight = Math.Max(MostInFlight, ++InFlight);
        if (Latency > TimeSpan.Zero) await Task.Delay(Latency, cancellationToken);
        else await Task.Yield();
        lock (_lock)
        {
            InFlight--;
            Requests++;
            Writer?.Invoke(this);
            string? answer = request.RequestUri!.AbsolutePath.EndsWith("count.json", StringComparison.Ordinal)
                ? string.Create(CultureInfo.InvariantCulture, $"{{\"count\":{_byId.Count}}}")
                : body is null ? Answer(null, null, null) : Answer(body);
            return new HttpResponseMessage(answer is null ? HttpStatusCode.BadRequest : HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent(answer ?? """{"type":"INVALID_QUERY"}""", Encoding.UTF8, "application/json"),
            };
        }
    }

    private string? Answer(string body)
    {
        using var query = JsonDocument.Parse(body);
        string? from = null, to = null;
        HashSet<string>? but = null;
        int at = 0;
        foreach (string part in query.RootElement.GetProperty("expression").GetString()!.Split(" and "))
        {
            JsonElement argument = query.RootElement.GetProperty("arguments")[at++];
            if (part.Contains("id >= ?", StringComparison.Ordinal)) from = Higher(from, argument.GetString()!);
            // No text is between an id and the same with the lowest character after it.
            else if (part.Contains("id > ?", StringComparison.Ordinal)) from = Higher(from, argument.GetString() + "\0");
            else if (part.Contains("id < ?", StringComparison.Ordinal)) to = argument.GetString();
            else if (part.Contains("id not in ?", StringComparison.Ordinal)) but = [.. argument.EnumerateArray().Select(id => id.GetString()!)];
            else throw new InvalidDataException(part);
        }
        return but is not null && HasNotIn is null ? null : Answer(from, to, HasNotIn == true ? but : null);
    }

    private string Answer(string? from, string? to, HashSet<string>? but)
    {
        int low = from is null ? 0 : Place(from), high = to is null ? _byId.Count : Math.Max(low, Place(to));
        int count = high - low, size = but is null ? PageSize : Math.Min(PageSize, RestSize);
        IEnumerable<string> rows = _byId.Skip(low).Take(count);
        if (but is not null)
        {
            rows = [.. rows.Where(id => !but.Contains(id))];
            count = rows.Count();
        }
        if (!IsSortedById)
        {
            rows = count < 40 * PageSize ? rows.OrderBy(id => _created[id])
                : _byCreation.Where((id, index) => _created.GetValueOrDefault(id, -1) == index && Contains(id)).Take(PageSize);
        }
        var json = new StringBuilder("{\"objects\":[");
        foreach (string id in rows.Take(size)) json.Append(json.Length > 12 ? "," : "").Append("{\"id\":\"").Append(id).Append('"').Append(Members).Append('}');
        json.Append(CultureInfo.InvariantCulture, $"],\"more\":{(count > size ? "true" : "false")}");
        if (HasTotal) json.Append(CultureInfo.InvariantCulture, $",\"total\":{count}");
        return json.Append('}').ToString();

        bool Contains(string id)
            => (from is null || string.CompareOrdinal(id, from) >= 0) && (to is null || string.CompareOrdinal(id, to) < 0) && but?.Contains(id) != true;
    }

    private static string Higher(string? from, string other) => string.CompareOrdinal(from, other) > 0 ? from! : other;

    private int Place(string id) => _byId.BinarySearch(id, StringComparer.Ordinal) is >= 0 and int at ? at : ~_byId.BinarySearch(id, StringComparer.Ordinal);
}
