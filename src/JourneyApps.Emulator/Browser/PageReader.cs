using System.Globalization;
using JourneyApps.Emulator.Browser.Pages;
using JourneyApps.Emulator.Browser.Views;
using JourneyApps.Emulator.Deployments;
using JourneyApps.Emulator.Objects;
using JourneyApps.Emulator.Oplog;
using JourneyApps.Emulator.Querying;
using JourneyApps.Emulator.Reading;

namespace JourneyApps.Emulator.Browser;

/// <summary>Reads what the pages show.</summary>
internal sealed class PageReader(Deployment deployment, DatabaseSession session, ServedSchema schema)
{
    private const int EntriesShown = 100;
    private const int ChoicesShown = 50;

    private readonly ValueReader _values = new(deployment, session, schema);

    public PageView Models()
    {
        IEnumerable<ModelView> models = schema.Models.Select(
            model => new ModelView(model.Name, Labels.Of(model), model.Members.Count, ObjectTable.Count(session, model)));
        return new("Models", "/", typeof(ModelsPage), new ModelsView([.. models]));
    }

    public PageView List(ServedModel model, QueryParameters parameters)
        => new ListReader(deployment, session, _values).Read(model, parameters);

    public PageView New(ServedModel model, string token, FormProblem? problem = null)
    {
        using var nothing = JsonDocument.Parse("{}");
        ObjectView form = Form(model, nothing.RootElement, token, problem);
        return new($"New: {Labels.Of(model)}", "/", typeof(FormPage), form) { Status = problem is null ? 200 : 422 };
    }

    /// <summary>The page of an object; <see langword="null"/> if it does not exist.</summary>
    public PageView? Object(ServedModel model, string id, string token, FormProblem? problem = null)
    {
        if (ObjectTable.Find(session, model, id) is not { } row) return null;
        using var document = JsonDocument.Parse(row.Json);
        string display = _values.Display(model, document.RootElement);
        ObjectView form = Form(model, document.RootElement, token, problem) with
        {
            Id = row.Id,
            UpdatedAt = IsoTime.Moment(row.UpdatedAt),
            HasMany = [.. model.Declared.HasMany.Select(many => Many(model, many, row.Id)).OfType<HasManyView>()],
        };
        return new(display.Length > 0 ? display : row.Id, "/", typeof(FormPage), form) { Status = problem is null ? 200 : 422 };
    }

    public PageView Oplog()
    {
        List<OplogEntry> entries = OplogTable.Tail(session, EntriesShown);
        entries.Reverse();
        string after = OplogTable.LastSequence(session).ToString(CultureInfo.InvariantCulture);
        return new("Oplog", "/oplog", typeof(OplogPage), new OplogView([.. entries.Select(Entry)], after));
    }

    /// <summary>The entries after a sequence, oldest first.</summary>
    public IEnumerable<object> Entries(long after) => OplogTable.Range(session, after + 1, long.MaxValue, EntriesShown).Select(Entry)
        .Select(entry => new
        {
            sequence = entry.Sequence,
            operation = entry.Operation,
            type = entry.Type,
            label = entry.Label,
            id = entry.Id,
            display = entry.Display,
            time = entry.Time,
        }).ToList();

    /// <summary>The objects of a model that a relationship can be set to.</summary>
    public IEnumerable<object> Choices(ServedModel model, string text)
    {
        Filter? filter = text.Length == 0 ? null : ListRequest.Search(model, text);
        ObjectPage page = ObjectPager.Read(
            session, model, new ObjectQuery(filter, [], ChoicesShown, 0, false), "row", deployment.Assumptions);
        return page.Rows.Select(row => new { id = row.Id, display = _values.Display(model, row) }).ToList();
    }

    private ObjectView Form(ServedModel model, JsonElement stored, string token, FormProblem? problem)
    {
        InputReader inputs = new(_values);
        IEnumerable<FieldView> fields = model.Members.Select(member => inputs.Of(model, member, stored, problem?.Given ?? default));
        return new(model.Name, Labels.Of(model), token, [.. fields], problem?.Message);
    }

    private HasManyView? Many(ServedModel model, HasMany many, string id)
    {
        if (schema.Find(many.Model) is not { } other
            || schema.Declared.FindInverse(model.Declared, many) is not { } inverse
            || other.FindName(inverse.Name) is not { Link: not null } link)
        {
            return null;
        }

        Filter filter = new Filter.Comparison(QueryAttribute.Of(link), QueryOperator.Equal, QueryValue.OfText(id), false);
        string url = $"/models/{other.Name}?field%5B{Uri.EscapeDataString(link.Key)}%5D={Uri.EscapeDataString(id)}";
        return new(Labels.Words(many.Name), Labels.Of(other), url, ObjectPager.Count(session, other, filter));
    }

    private OplogEntryView Entry(OplogEntry entry)
    {
        ServedModel? model = schema.Find(entry.Model);
        return new(
            entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.OperationName, entry.Model,
            model is null ? entry.Model : Labels.Of(model), entry.Row.Id, model is null ? string.Empty : _values.Display(model, entry.Row),
            IsoTime.Moment(entry.Row.UpdatedAt));
    }
}
