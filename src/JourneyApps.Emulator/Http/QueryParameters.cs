using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace JourneyApps.Emulator.Http;

/// <summary>The parameters of a URL in their order, which is the priority of <c>sort[…]</c>.</summary>
internal sealed class QueryParameters
{
    private readonly List<KeyValuePair<string, string>> _all = [];

    private QueryParameters() { }

    /// <summary>All parameters.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All => _all;

    public static QueryParameters Parse(string queryString)
    {
        // The framework's dictionaries of parameters do not keep the order.
        QueryParameters parameters = new();
        foreach (QueryStringEnumerable.EncodedNameValuePair pair in new QueryStringEnumerable(queryString))
        {
            parameters._all.Add(new(JsonText.WellFormed(pair.DecodeName().ToString()), JsonText.WellFormed(pair.DecodeValue().ToString())));
        }

        return parameters;
    }

    /// <summary>The last value of a name; <see langword="null"/> if it is absent or empty (<c>limit=&amp;skip=</c>).</summary>
    public string? this[string name]
    {
        get
        {
            string? found = _all.FindLast(pair => pair.Key == name).Value;
            return string.IsNullOrEmpty(found) ? null : found;
        }
    }

    /// <summary>The name in brackets and the value of each parameter such as <c>sort[name]=1</c>.</summary>
    public IEnumerable<KeyValuePair<string, string>> Bracketed(string prefix)
    {
        string start = prefix + "[";
        foreach ((string key, string value) in _all)
        {
            if (key.Length > start.Length + 1 && key[^1] == ']' && key.StartsWith(start, StringComparison.Ordinal))
            {
                yield return new(key[start.Length..^1], value);
            }
        }
    }

    /// <summary>A number that is not negative, or <see langword="null"/> when absent.</summary>
    /// <exception cref="ApiException">The value is not such a number.</exception>
    public long? Number(string name)
    {
        if (this[name] is not { } text) return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value)
            ? value
            : throw ApiException.InvalidRequest($"Invalid value \"{text}\" for parameter '{name}'.");
    }
}
