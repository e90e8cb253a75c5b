using System.Text;
using JourneyApps.Emulator.Querying;

namespace JourneyApps.Emulator.Browser;

/// <summary>The search, filters, order and page that the URL of a list asks for.</summary>
internal sealed class ListRequest
{
    private readonly QueryParameters _parameters;
    private readonly List<Filter> _filters = [];
    private readonly List<string> _errors = [];

    public ListRequest(ServedModel model, QueryParameters parameters)
    {
        Model = model;
        _parameters = parameters;
        Text = parameters["q"] ?? string.Empty;
        Skip = long.TryParse(parameters["skip"], out long skip) && skip > 0 ? skip : 0;
        IsDescending = parameters["desc"] is not null;
        SortKey = parameters["sort"] is { } sort && (sort == ListReader.UpdatedKey || model.FindKey(sort) is not null) ? sort : null;
        if (Text.Length > 0) _filters.Add(Search(model, Text));
        foreach (Member member in model.Members) AddFilters(member);
    }

    public ServedModel Model { get; }

    /// <summary>The text that is searched for.</summary>
    public string Text { get; }

    /// <summary>The number of objects before the page.</summary>
    public long Skip { get; }

    /// <summary>The key of the member by which the list is sorted; <see langword="null"/> for none.</summary>
    public string? SortKey { get; }

    /// <summary>Whether large values come first.</summary>
    public bool IsDescending { get; }

    /// <summary>What is wrong with the filters.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>The condition; <see langword="null"/> for none.</summary>
    public Filter? Filter => _filters.Count == 0 ? null : new Filter.AllOf(_filters);

    /// <summary>The value of a filter; empty for none.</summary>
    public string Value(string kind, Member member) => _parameters[$"{kind}[{member.Key}]"] ?? string.Empty;

    /// <summary>Whether the list of a type of field can be restricted to a range.</summary>
    public static bool HasRange(Member member) => member.Info is
    {
        IsChoice: false, Form: FieldForm.Integer or FieldForm.Number or FieldForm.Date or FieldForm.DateTime,
    };

    /// <summary>The URL of the same list with another order or page.</summary>
    public string UrlWith(string? sort, bool isDescending, long skip)
    {
        StringBuilder url = new($"/models/{Model.Name}");
        foreach ((string key, string value) in _parameters.All)
        {
            if (key is not ("sort" or "desc" or "skip") && value.Length > 0) Append(key, value);
        }

        if (sort is not null) Append("sort", sort);
        if (isDescending) Append("desc", "1");
        if (skip > 0) Append("skip", skip.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return url.ToString();

        void Append(string key, string value) => url.Append(url.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?')
            .Append(Uri.EscapeDataString(key)).Append('=').Append(Uri.EscapeDataString(value));
    }

    /// <summary>The objects whose texts contain a text, or whose id it is.</summary>
    public static Filter.AnyOf Search(ServedModel model, string text) => new(
    [
        new Filter.Comparison(QueryAttribute.Id, QueryOperator.Equal, QueryValue.OfText(text), false),
        .. model.Members.Where(member => member.IsText || member.Link is not null)
            .Select(member => new Filter.Comparison(QueryAttribute.Of(member), QueryOperator.Contains, QueryValue.OfText(text), false)),
    ]);

    private void AddFilters(Member member)
    {
        QueryOperator exact = member.IsText || member.Info is { IsMultiple: true } ? QueryOperator.Contains : QueryOperator.Equal;
        Add(member, "field", exact);
        if (!HasRange(member)) return;
        Add(member, "from", QueryOperator.GreaterOrEqual);
        Add(member, "to", QueryOperator.LessOrEqual);
    }

    private void Add(Member member, string kind, QueryOperator comparison)
    {
        string text = Value(kind, member);
        if (text.Length == 0) return;
        if (member.Codec.ReadUrl(text) is { } value)
        {
            _filters.Add(new Filter.Comparison(QueryAttribute.Of(member), comparison, value, false));
        }
        else
        {
            _errors.Add($"The filter of {Labels.Of(member)} is ignored: '{text}' is not a value of this field.");
        }
    }
}
