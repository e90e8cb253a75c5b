using JourneyApps.Emulator.Objects;

namespace JourneyApps.Emulator.Reading;

/// <summary>Linked objects, read once per response.</summary>
internal sealed class RelatedObjects(DatabaseSession session, ServedSchema schema)
{
    private readonly Dictionary<(string Model, string Id), StoredRow?> _rows = [];
    private readonly Dictionary<StoredRow, JsonElement> _values = new(ReferenceEqualityComparer.Instance);

    public ServedModel? FindModel(string name) => schema.Find(name);

    public StoredRow? Find(ServedModel model, string id)
    {
        if (!_rows.TryGetValue((model.Name, id), out StoredRow? row))
        {
            row = ObjectTable.Find(session, model, id);
            _rows.Add((model.Name, id), row);
        }

        return row;
    }

    /// <summary>The values of an object; <see langword="null"/> if it does not exist.</summary>
    public JsonElement? FindValues(ServedModel model, string id)
    {
        if (Find(model, id) is not { } row) return null;
        if (!_values.TryGetValue(row, out JsonElement values))
        {
            using var document = JsonDocument.Parse(row.Json);
            values = document.RootElement.Clone();
            _values.Add(row, values);
        }

        return values;
    }
}
