using Microsoft.AspNetCore.WebUtilities;

namespace JourneyApps.Emulator.Http;

/// <summary>The parameters of a URL in the order in which they were given, which is the priority of <c>sort[…]</c>.</summary>
internal sealed class QueryParameters
{
    private readonly List<KeyValuePair<string, string>> _all = [];

    private QueryParameters()
    {
    }

    /// <summary>All parameters.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All => _all;

    public static QueryParameters Parse(string queryString)
    {
        QueryParameters parameters = new();
        foreach (QueryStringEnumerable.EncodedNameValuePair pair in new QueryStringEnumerable(queryString))
        {
            string name = pair.DecodeName().ToString();
            string value = pair.DecodeValue().ToString();
            parameters._all.Add(new(WellFormed.Text(name), WellFormed.Text(value)));
        }

        return parameters;
    }

    /// <summary>The last value of a name; <see langword="null"/> when it is absent or empty: clients send <c>limit=&amp;skip=&amp;</c>.</summary>
    public string? this[string name]
    {
        get
        {
            string? found = null;
            foreach (KeyValuePair<string, string> pair in _all)
            {
                if (pair.Key == name) found = pair.Value;
            }

            return string.IsNullOrEmpty(found) ? null : found;
        }
    }

    /// <summary>The name in brackets and the value of each parameter such as <c>sort[name]=1</c>.</summary>
    public IEnumerable<KeyValuePair<string, string>> Bracketed(string prefix)
    {
        foreach (KeyValuePair<string, string> pair in _all)
        {
            string key = pair.Key;
            if (key.Length > prefix.Length + 2 && key[prefix.Length] == '[' && key[^1] == ']'
                && key.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return new(key[(prefix.Length + 1)..^1], pair.Value);
            }
        }
    }

    /// <summary>A number that is not negative, or <see langword="null"/> when absent.</summary>
    /// <exception cref="ApiException">The value is no such number.</exception>
    public long? Number(string name)
    {
        if (this[name] is not { } text) return null;
        return long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long value)
            ? value
            : throw new ApiException(ApiError.InvalidRequest($"Invalid value \"{text}\" for parameter '{name}'."));
    }
}
