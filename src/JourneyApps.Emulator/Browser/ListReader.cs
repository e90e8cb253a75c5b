using JourneyApps.Emulator.Browser.Pages;
using JourneyApps.Emulator.Browser.Views;
using JourneyApps.Emulator.Deployments;
using JourneyApps.Emulator.Querying;
using JourneyApps.Emulator.Reading;

namespace JourneyApps.Emulator.Browser;

/// <summary>Reads a page of the objects of a model.</summary>
internal sealed class ListReader(Deployment deployment, DatabaseSession session, ValueReader values)
{
    /// <summary>The name by which lists are sorted by the time of change.</summary>
    public const string UpdatedKey = "updated_at";

    private const int PageSize = 50;

    public PageView Read(ServedModel model, QueryParameters parameters)
    {
        ListRequest request = new(model, parameters);
        SortKey[] sort = request.SortKey is { } key ? [SortKey.Of(model, key, request.IsDescending)] : [];
        ObjectPage page = ObjectPager.Read(
            session, model, new ObjectQuery(request.Filter, sort, PageSize, request.Skip, true), "row", deployment.Assumptions);
        ListView list = new(
            model.Name,
            [new("", "Object", null, null, false), .. model.Members.Select(member => Column(request, member)), UpdatedColumn(request)],
            [.. page.Rows.Select(row => Row(model, row))],
            Search(request),
            Pager(request, page));
        return new(Labels.Of(model), "/", typeof(ListPage), list);
    }

    private static ColumnView Column(ListRequest request, Member member) => member.Info is null or { IsSortable: true }
        ? Sortable(request, member.Key, Labels.Of(member), member.Info is { IsChoice: false, Form: FieldForm.Integer or FieldForm.Number })
        : new(member.Key, Labels.Of(member), null, null, false);

    private static ColumnView UpdatedColumn(ListRequest request) => Sortable(request, UpdatedKey, "Updated", false);

    // A second click reverses the order.
    private static ColumnView Sortable(ListRequest request, string key, string label, bool isNumeric)
    {
        bool isCurrent = request.SortKey == key;
        string url = request.UrlWith(key, isCurrent && !request.IsDescending, 0);
        return new(key, label, url, isCurrent ? request.IsDescending : null, isNumeric);
    }

    private static PagerView Pager(ListRequest request, ObjectPage page)
    {
        long first = page.Rows.Count > 0 ? request.Skip + 1 : 0;
        string? previous = request.Skip > 0 ? Url(Math.Max(0, request.Skip - PageSize)) : null;
        return new(first, request.Skip + page.Rows.Count, page.Total!.Value, previous, page.More ? Url(request.Skip + PageSize) : null);

        string Url(long skip) => request.UrlWith(request.SortKey, request.IsDescending, skip);
    }

    private static SearchView Search(ListRequest request)
    {
        ServedModel model = request.Model;
        List<OptionView> sorts =
        [
            .. model.Members.Where(member => member.Info is null or { IsSortable: true })
                .Select(member => new OptionView(member.Key, Labels.Of(member), member.Key == request.SortKey)),
            new(UpdatedKey, "Updated", request.SortKey == UpdatedKey),
        ];
        FilterView[] filters = [.. model.Members.Select(member => Filter(request, member)).OfType<FilterView>()];
        return new($"/models/{model.Name}", request.Text, filters, sorts, request.IsDescending, request.Errors);
    }

    private static FilterView? Filter(ListRequest request, Member member)
    {
        string label = Labels.Of(member);
        string value = request.Value("field", member);
        if (ListRequest.HasRange(member))
        {
            string from = request.Value("from", member), to = request.Value("to", member);
            string type = member.Info!.Form is FieldForm.Date or FieldForm.DateTime ? "date" : "text";
            return new(label, [Input("from", $"{label} from", Line(from)), Input("to", $"{label} to", Line(to))])
            {
                IsActive = from.Length + to.Length > 0,
            };

            InputView Line(string text) => new InputView.Line(text, type, type == "text" ? "decimal" : null);
        }

        InputView? input = member switch
        {
            { Link: { } link } => new InputView.Related(value, link.Model, null),
            { IsText: true } => new InputView.Line(value, "text", null),
            { Info.HasOptions: true } => new InputView.Choice(InputReader.Options(member, [value])),
            _ => null,
        };
        return input is null ? null : new(label, [Input("field", label, input)]) { IsActive = value.Length > 0 };

        FieldView Input(string kind, string text, InputView view) => new($"{kind}-{member.Key}", $"{kind}[{member.Key}]", text, null, view);
    }

    private RowView Row(ServedModel model, StoredRow row)
    {
        using var document = JsonDocument.Parse(row.Json);
        JsonElement root = document.RootElement;
        return new(
            $"/models/{model.Name}/{row.Id}", row.Id, values.Display(model, root), IsoTime.Moment(row.UpdatedAt),
            [.. model.Members.Select(member => values.Of(member, root))]);
    }
}
