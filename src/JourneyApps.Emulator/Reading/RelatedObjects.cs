using JourneyApps.Emulator.Objects;

namespace JourneyApps.Emulator.Reading;

/// <summary>Linked objects, read once per response.</summary>
internal sealed class RelatedObjects(DatabaseSession session, ServedSchema schema)
{
    private readonly Dictionary<(string Model, string Id), StoredRow?> _rows = [];

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
}
